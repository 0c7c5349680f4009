//! What could be typed next into a filter: fields, and the values of a field that occur in the case. It changes nothing
//! and refuses no text: what is wrong with it is said when it is run.

use serde::Serialize;

use super::Session;
use crate::error::Result;
use crate::model::filter::FIELDS;
use crate::model::ids::CaseId;
use crate::model::words::{AccountKind, Status, Way};
use crate::store::nodes::Tree;
use crate::store::suggesting::{self, FilesOf};

/// At most so many at once.
const MOST: usize = 200;

/// What could be typed in place of a part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Suggestions {
    /// Characters before the part that is replaced.
    pub from: usize,
    /// So many characters are replaced.
    pub length: usize,
    /// What could stand there.
    pub options: Vec<Suggestion>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Suggestion {
    /// What is inserted.
    pub insert: String,
    /// What it is, as a word of a closed list: the list and the word; `null`: it speaks for itself.
    pub word: Option<(String, String)>,
    /// What it is, in words of the case.
    pub about: Option<String>,
}

/// What could be typed at a place of a filter; `cursor` in characters.
///
/// # Errors
/// What the store refuses.
pub async fn suggest(session: &Session, case: CaseId, text: &str, cursor: usize) -> Result<Suggestions> {
    let chars: Vec<char> = text.chars().take(cursor).collect();
    let from = token(&chars);
    let typed: String = chars.get(from..).unwrap_or_default().iter().collect();
    let (minus, typed) = typed.strip_prefix('-').map_or((0, typed.as_str()), |rest| (1, rest));
    let Some((field, values)) = typed.split_once(':') else {
        let from = from + minus;
        return Ok(Suggestions { from, length: chars.len() - from, options: fields(typed) });
    };
    let value = values.get(last_value(values)..).unwrap_or_default();
    let wanted = value.trim_matches('"').to_lowercase();
    let mut options = values_of(session, case, &field.to_lowercase()).await?;
    options.retain(|it| holds(it, &wanted));
    options.truncate(MOST);
    let length = value.chars().count();
    Ok(Suggestions { from: chars.len() - length, length, options })
}

fn holds(option: &Suggestion, wanted: &str) -> bool {
    let texts = [Some(&option.insert), option.about.as_ref()];
    wanted.is_empty() || texts.into_iter().flatten().any(|text| text.to_lowercase().contains(wanted))
}

/// Where the term at the end of a text begins; a space within quotes ends none.
fn token(chars: &[char]) -> usize {
    let (mut from, mut quoted) = (0, false);
    for (at, next) in chars.iter().enumerate() {
        match next {
            '"' => quoted = !quoted,
            ' ' | '(' | '\t' if !quoted => from = at + 1,
            _ => {}
        }
    }
    from
}

/// Where the last of several values begins, in bytes.
fn last_value(values: &str) -> usize {
    let (mut from, mut quoted) = (0, false);
    for (at, next) in values.char_indices() {
        match next {
            '"' => quoted = !quoted,
            ',' if !quoted => from = at + 1,
            _ => {}
        }
    }
    from
}

fn fields(typed: &str) -> Vec<Suggestion> {
    let begins = |name: &&str| name.starts_with(&typed.to_lowercase());
    let field = |name: &str| Suggestion {
        insert: format!("{name}:"),
        word: Some(("filter-field".to_owned(), name.to_owned())),
        about: None,
    };
    FIELDS.iter().map(|(name, _)| *name).filter(begins).map(field).collect()
}

async fn values_of(session: &Session, case: CaseId, field: &str) -> Result<Vec<Suggestion>> {
    let mut tx = session.store.read().await?;
    let plain = |text: &str| Suggestion { insert: quoted(text), word: None, about: None };
    let mut options = match field {
        "region" => suggesting::paths(&mut tx, case, Tree::Region).await?.iter().map(|it| plain(it)).collect(),
        "organisation" => {
            suggesting::paths(&mut tx, case, Tree::Organisation).await?.iter().map(|it| plain(it)).collect()
        }
        "residence" => suggesting::residences(&mut tx, case).await?.iter().map(|it| place(it)).collect(),
        "status" => words("status", Status::ALL.iter().map(|it| it.id())),
        "kind" => words("kind", AccountKind::ALL.iter().map(|it| it.id())),
        "way" => words("way", Way::ALL.iter().map(|it| it.id())),
        "tagged" => words("filter-tagged", ["yes", "no"].into_iter()),
        "import" => {
            let of = |it: FilesOf| Suggestion { about: Some(it.files), ..plain(&it.import.to_string()) };
            suggesting::imports(&mut tx, case).await?.into_iter().map(of).collect()
        }
        _ => Vec::new(),
    };
    if !matches!(field, "tagged" | "import" | "rule") && FIELDS.iter().any(|(name, _)| *name == field) {
        let word = Some(("filter".to_owned(), "any".to_owned()));
        options.insert(0, Suggestion { insert: "*".to_owned(), word, about: None });
    }
    Ok(options)
}

fn place(code: &str) -> Suggestion {
    Suggestion { insert: code.to_owned(), word: Some(("country".to_owned(), code.to_owned())), about: None }
}

fn words(list: &str, words: impl Iterator<Item = &'static str>) -> Vec<Suggestion> {
    let word = |word: &str| Suggestion {
        insert: word.to_owned(),
        word: Some((list.to_owned(), word.to_owned())),
        about: None,
    };
    words.map(word).collect()
}

/// A value as a filter takes it.
fn quoted(text: &str) -> String {
    let plain = !text.chars().any(|it| it.is_whitespace() || matches!(it, '(' | ')' | ',' | '"' | '*'));
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}
