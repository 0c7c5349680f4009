//! What a row calls its account by: the key that says which it is, and whatever else finds it.
//!
//! It never turns one kind of identifier into another, and never merges two.

use jiff::tz::TimeZone;

use super::Accounts;
use crate::import::below::{Stands, stands};
use crate::import::headers::Use;
use crate::import::records::Record;
use crate::import::shown::{clean, harmless};
use crate::import::{email, keys, nothing, secrets, times};
use crate::model::account::AccountKey;
use crate::model::words::KeyKind;

/// What a row calls its account by.
pub struct Called {
    pub kind: KeyKind,
    /// Normalised; of no kind empty.
    pub key: String,
    /// As written.
    pub shown: String,
    /// The name that stands with the key, in a cell that holds several.
    pub name: Option<String>,
    pub aliases: Vec<AccountKey>,
    /// The column that says it.
    pub at: Option<usize>,
    /// The other accounts that the same cell names.
    pub others: Vec<Called>,
}

impl Called {
    const fn by(kind: KeyKind, key: String, shown: String) -> Self {
        Self { kind, key, shown, name: None, aliases: Vec::new(), at: None, others: Vec::new() }
    }
}

/// Why a cell holds no key.
type Failed = (usize, &'static str);

impl Accounts {
    /// By the first column that holds a key, and by what other columns of keys hold; a row without any is rejected with
    /// the first reason.
    pub(super) fn called(&mut self, record: &Record) -> Option<Called> {
        let stated = self.word(record, self.at.key_kind, |_, text| KeyKind::find(&text.replace([' ', '-'], "_")));
        if stated == Some(KeyKind::None) {
            return Some(Called::by(KeyKind::None, String::new(), String::new()));
        }
        let mut failed: Option<Failed> = None;
        for nth in 0..self.at.keys.len() {
            let at = self.at.keys[nth];
            let Some((kind, cell)) = self.holds(record, at, stated.filter(|_| nth == 0), &mut failed) else { continue };
            match self.key(kind, cell) {
                Ok(called) => {
                    if let Some((at, code)) = failed {
                        self.problem(record, Some(at), code, record.cell(at));
                    }
                    let called = Called { at: Some(at), ..called };
                    return Some(if called.others.is_empty() {
                        self.with_aliases(record, nth, called)
                    } else {
                        called
                    });
                }
                Err(code) => failed = failed.or(Some((at, code))),
            }
        }
        self.by_name_and_birth(record).or_else(|| {
            self.reject_keyless(record, failed);
            None
        })
    }

    /// The kind and the text of a cell that may be a key.
    fn holds<'r>(
        &mut self,
        record: &'r Record,
        at: usize,
        stated: Option<KeyKind>,
        failed: &mut Option<Failed>,
    ) -> Option<(KeyKind, &'r str)> {
        let kind_of = |cell| match self.columns[at].used {
            Some(Use::Key(kind)) => stated.unwrap_or(kind),
            _ => stated.unwrap_or_else(|| keys::kind_of(cell)),
        };
        match stands(record.cell(at), false) {
            Stands::Blank => None,
            Stands::Lost(_) => {
                *failed = failed.or(Some((at, "key.lost")));
                None
            }
            Stands::Nothing(cell) => {
                self.out.nothing(record.line, (at, &self.columns[at].header), cell);
                None
            }
            Stands::Text(cell) if nothing::is_word(cell) => {
                let kind = kind_of(cell);
                // Mr Null may log in so, once: of several nobody knows which is he.
                if keys::has_a_shape(kind) || self.taken.iter().any(|it| it.eq_ignore_ascii_case(cell)) {
                    self.out.nothing(record.line, (at, &self.columns[at].header), cell);
                    return None;
                }
                self.taken.push(cell.to_owned());
                self.problem(record, Some(at), "key.may_be_nothing", cell);
                Some((kind, cell))
            }
            Stands::Text(cell) => Some((kind_of(cell), cell)),
        }
    }

    /// The key of a cell, or its keys.
    fn key(&self, kind: KeyKind, cell: &str) -> Result<Called, &'static str> {
        if matches!(kind, KeyKind::Email | KeyKind::Upn) {
            return match keys::key(kind, cell) {
                Ok(key) => Ok(Called::by(kind, key, shown(cell))),
                Err(code) => match email::primary(cell) {
                    Some(key) => Ok(Called::by(kind, key.clone(), key)),
                    None => addresses(kind, cell).ok_or(code),
                },
            };
        }
        if nothing::is_rounded(cell) {
            return Err("key.rounded");
        }
        if let Some(parts) = keys::several(kind, cell) {
            let all = parts.into_iter().map(|it| one(kind, it).map(|key| Called::by(kind, key, clean(it))));
            return together(all.collect::<Result<Vec<_>, _>>()?).ok_or("key.several");
        }
        one(kind, cell).map(|key| Called::by(kind, key, clean(cell)))
    }

    fn reject_keyless(&mut self, record: &Record, failed: Option<Failed>) {
        match failed {
            Some((at, code)) => {
                let args = vec![("value", harmless(record.cell(at)))];
                self.reject(record, Some(at), code, args);
            }
            None => self.reject(record, None, "row.no_key", Vec::new()),
        }
    }

    /// The columns after the n-th, which says which account it is.
    fn with_aliases(&mut self, record: &Record, main: usize, mut called: Called) -> Called {
        for nth in main + 1..self.at.keys.len() {
            let at = self.at.keys[nth];
            if !self.at.aliases.contains(&at) {
                continue;
            }
            let Some(cell) = self.value(record, Some(at), true) else { continue };
            let kind = match self.columns[at].used {
                Some(Use::Key(kind)) => kind,
                // Words with blanks between them are a name, and no identifier.
                _ if cell.contains(char::is_whitespace) => continue,
                _ => keys::kind_of(cell),
            };
            match self.key(kind, cell) {
                Ok(it) if it.others.is_empty() => called.also(AccountKey { kind, key: it.key }),
                Ok(_) => self.problem(record, Some(at), "field.several_values", ""),
                Err(code) => self.problem(record, Some(at), code, cell),
            }
        }
        called
    }

    fn by_name_and_birth(&mut self, record: &Record) -> Option<Called> {
        let born = times::read(record.cell(self.at.birth?), self.columns[self.at.birth?].order, &TimeZone::UTC).ok()?;
        let name = self.name(record)?;
        let shown = format!("{name}, {}", record.cell(self.at.birth?).trim());
        let key = format!("{}|{}", keys::key(KeyKind::NameBirth, &name).ok()?, born.text(&TimeZone::UTC));
        Some(Called::by(KeyKind::NameBirth, key, shown))
    }
}

/// One key of a kind that is no address.
fn one(kind: KeyKind, cell: &str) -> Result<String, &'static str> {
    if Accounts::is_secret_key(kind, cell) { Err("key.secret") } else { keys::key(kind, cell) }
}

/// The addresses of a cell that is none by itself.
fn addresses(kind: KeyKind, cell: &str) -> Option<Called> {
    if cell.matches('@').count() < 2 {
        return None;
    }
    let name = |name: &str| Some(clean(name)).filter(|name| !secrets::holds_one(name) && !nothing::is_nothing(name));
    let each = |it: email::Among<'_>| Called {
        name: it.name.and_then(name),
        ..Called::by(kind, it.key, it.written.to_owned())
    };
    together(email::several(cell)?.into_iter().map(each).collect())
}

/// Several as one that leads the others.
fn together(mut all: Vec<Called>) -> Option<Called> {
    if all.is_empty() {
        return None;
    }
    let others = all.split_off(1);
    let first = all.pop()?;
    Some(Called { others, ..first })
}

/// An address as it was written, without a secret that stands beside it.
fn shown(cell: &str) -> String {
    let beside = cell.len() > 20 && (cell.contains('<') || cell.contains('"'));
    if beside && secrets::holds_one(cell) {
        cell.rsplit('<').next().unwrap_or("").trim_end_matches('>').to_owned()
    } else {
        clean(cell)
    }
}

impl Called {
    /// One of a kind of which an account has one, where the row has one already, says nothing that can be told apart.
    fn also(&mut self, key: AccountKey) {
        let is_main = self.kind == key.kind && (self.key == key.key || key.kind.is_single());
        let is_there = self.aliases.iter().any(|it| it.kind == key.kind && (it.key == key.key || key.kind.is_single()));
        if !is_main && !is_there {
            self.aliases.push(key);
        }
    }
}
