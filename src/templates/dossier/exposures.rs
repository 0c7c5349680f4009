//! Which data of whom: category, group, way, protection. An account's content says nothing item by item.

use super::super::draft::{Draft, capital, number, row, text};
use crate::document::Row;
use crate::model::case::Exposure;
use crate::model::words::{DataCategory, PersonGroup, Protection};

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    !draft.file().exposures.is_empty()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let rows: Vec<Row> = draft.file().exposures.iter().map(|it| exposure_row(draft, it)).collect();
    let columns = [
        text("column-category", 1.5),
        text("column-group", 1.2),
        text("column-way", 1.3),
        number("column-persons", 1.2),
        text("column-protection", 1.3),
    ];
    let title = draft.say("exposures-title");
    let special = special(draft);
    draft.table(title, &columns, rows, vec![capital(special)]);
    let said = |it: &Exposure| {
        let note = it.note.as_deref()?;
        let source = it.source.as_ref().map(|source| draft.say_with("source", &[("source", source.into())]));
        Some(
            [Some(format!("{}: {note}", capital(category(draft, it.category)))), source]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        )
    };
    let notes: Vec<String> = draft.file().exposures.iter().filter_map(said).collect();
    draft.list(notes);
}

fn exposure_row(draft: &Draft<'_>, it: &Exposure) -> Row {
    let way = it.way.map_or_else(|| "–".to_owned(), |way| draft.phrases.word("way", way.id()));
    row(vec![
        capital(category(draft, it.category)),
        draft.phrases.word("group", it.group.id()),
        way,
        draft.phrases.count(&it.persons),
        draft.phrases.word("protection", it.protection.id()),
    ])
}

fn category(draft: &Draft<'_>, category: DataCategory) -> String {
    draft.phrases.word("data_category", category.id())
}

/// Whether special categories (Art. 9 and 10 GDPR) are among the data: yes, no, or not to be told.
fn special(draft: &Draft<'_>) -> String {
    // What the case's authors answered stands over what the categories suggest.
    let answered = draft.file().answer("special_categories").filter(|word| ["yes", "no", "open"].contains(word));
    if let Some(word) = answered {
        return draft.say(&format!("special-{word}"));
    }
    let mut known = draft.file().exposures.iter().map(|it| it.category.is_special()).collect::<Vec<_>>();
    known.sort_unstable();
    draft.say(match (known.contains(&Some(true)), known.contains(&None)) {
        (true, _) => "special-yes",
        (false, true) => "special-open",
        (false, false) => "special-no",
    })
}

/// The first page's line: categories, special ones, protection.
pub(super) fn in_a_sentence(draft: &Draft<'_>) -> Option<String> {
    let exposures = &draft.file().exposures;
    if exposures.is_empty() {
        return None;
    }
    let mut named: Vec<String> = Vec::new();
    for it in exposures {
        let words = one(draft, it.category, it.group);
        if !named.contains(&words) {
            named.push(words);
        }
    }
    let any = |protection| exposures.iter().any(|it| it.protection == protection);
    let protection = match (any(Protection::None), any(Protection::Subverted)) {
        (true, true) => Some("data-partly-protected"),
        (true, false) => Some("data-not-protected"),
        (false, true) => Some("data-key-taken"),
        (false, false) => None,
    };
    let protection = protection.map(|id| draft.say(id));
    let parts = [Some(capital(named.join(", "))), Some(special(draft)), protection];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
}

fn one(draft: &Draft<'_>, of: DataCategory, group: PersonGroup) -> String {
    let group = draft.phrases.word("group", group.id());
    draft.say_with("data-of-group", &[("category", category(draft, of).into()), ("group", group.into())])
}
