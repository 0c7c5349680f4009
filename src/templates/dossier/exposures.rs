//! Which data of whom: category, group, way, protection. An account's content says nothing item by item.

use super::super::draft::{Draft, capital, cells, number, row, text};
use crate::document::Row;
use crate::model::case::Exposure;
use crate::model::facts::ExposureRow;
use crate::model::words::{DataCategory, PersonGroup, Protection, Way};

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    !draft.file().exposures.is_empty() || !draft.facts.by_exposure.is_empty()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let rows: Vec<Row> = draft.file().exposures.iter().map(|it| exposure_row(draft, it)).collect();
    let columns = [
        text("column-category", 1.5),
        text("column-group", 1.1),
        text("column-country", 1.1),
        text("column-way", 1.2),
        number("column-persons", 1.2),
        text("column-protection", 1.2),
    ];
    let title = draft.say("exposures-title");
    let special = special(draft);
    draft.table(title, &columns, rows, vec![capital(special)]);
    of_the_list(draft);
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

/// What lists say of the data, person by person: those of whom all of a row is said together.
fn of_the_list(draft: &mut Draft<'_>) {
    let counted = draft.facts.by_exposure.iter().filter(|row| !row.typed);
    let rows: Vec<Row> = counted.map(|it| counted_row(draft, it)).collect();
    let columns = [
        text("column-category", 1.6),
        text("column-country", 1.4),
        text("column-way", 1.4),
        number("column-owners", 1.2),
    ];
    let title = draft.say("exposures-of-list-title");
    let special = draft.file().exposures.is_empty().then(|| capital(special(draft)));
    let notes = [draft.say("exposures-of-list-note")].into_iter().chain(special).collect();
    draft.table(title, &columns, rows, notes);
}

/// A word of the catalogue in the reader's language, else as the list has it.
fn element(draft: &Draft<'_>, it: &ExposureRow) -> String {
    it.data_category.map_or_else(|| it.element.clone(), |known| category(draft, known))
}

fn counted_row(draft: &Draft<'_>, it: &ExposureRow) -> Row {
    let country = country(draft, it.residence.as_deref());
    row(cells![capital(element(draft, it)), country, way(draft, it.way), draft.count_cell(&it.persons)])
}

fn country(draft: &Draft<'_>, code: Option<&str>) -> String {
    code.map_or_else(|| draft.say("residence-not-known"), |code| draft.phrases.country(code))
}

fn way(draft: &Draft<'_>, way: Option<Way>) -> String {
    way.map_or_else(|| "–".to_owned(), |way| draft.phrases.word("way", way.id()))
}

fn exposure_row(draft: &Draft<'_>, it: &Exposure) -> Row {
    row(cells![
        capital(category(draft, it.category)),
        draft.phrases.word("group", it.group.id()),
        it.residence.as_deref().map_or_else(|| "–".to_owned(), |code| draft.phrases.country(code)),
        way(draft, it.way),
        draft.count_cell(&it.persons),
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
    let typed = draft.file().exposures.iter().map(|it| it.category.is_special());
    // Of a list's own word nobody can tell.
    let counted = draft.facts.by_exposure.iter().map(|it| it.data_category.and_then(DataCategory::is_special));
    let known: Vec<Option<bool>> = typed.chain(counted).collect();
    draft.say(match (known.contains(&Some(true)), known.contains(&None)) {
        (true, _) => "special-yes",
        (false, true) => "special-open",
        (false, false) => "special-no",
    })
}

/// The first page's line: categories, special ones, protection.
pub(super) fn in_a_sentence(draft: &Draft<'_>) -> Option<String> {
    if !stands(draft) {
        return None;
    }
    let exposures = &draft.file().exposures;
    let typed = exposures.iter().map(|it| one(draft, category(draft, it.category), it.group));
    let counted = draft.facts.by_exposure.iter().filter(|it| !it.typed);
    let counted = counted.map(|it| one(draft, element(draft, it), PersonGroup::Owner));
    let mut named: Vec<String> = Vec::new();
    for words in typed.chain(counted) {
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

fn one(draft: &Draft<'_>, category: String, group: PersonGroup) -> String {
    let group = draft.phrases.word("group", group.id());
    draft.say_with("data-of-group", &[("category", category.into()), ("group", group.into())])
}
