//! Who plays which part, on whose behalf, where.

use super::super::draft::{Draft, cells, or_dash, row, text};
use crate::document::Row;
use crate::model::case::Party;
use crate::model::words::DeterminationKind;

/// A case with one controller shows none of this.
pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.file().parties.len() > 1
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let rows: Vec<Row> = draft.file().parties.iter().map(|party| party_row(draft, party)).collect();
    let columns = [
        text("column-organisation", 1.6),
        text("column-role", 1.4),
        text("column-on-behalf", 1.2),
        text("column-established", 1.3),
        text("column-aware", 1.3),
        text("column-reference", 0.8),
    ];
    let title = draft.say("parties-title");
    let note = draft.say("parties-note");
    draft.table(title, &columns, rows, vec![note]);
}

fn party_row(draft: &Draft<'_>, party: &Party) -> Row {
    let file = draft.file();
    let place = party.established.as_deref().map(|code| draft.phrases.country(code)).unwrap_or_default();
    let place =
        if party.main_establishment { draft.say_with("main-establishment", &[("place", place.into())]) } else { place };
    let client = party.on_behalf_of.and_then(|id| file.party(id)).map(|it| it.name().to_owned());
    let aware = file.determined_by(party.id, DeterminationKind::Awareness).and_then(|it| it.at.as_ref());
    row(cells![
        or_dash(party.name().to_owned()),
        draft.phrases.word("role", party.role.id()),
        or_dash(client.unwrap_or_default()),
        or_dash(place),
        aware.map_or_else(|| draft.say("aware-not-yet").into(), |at| draft.moment_cell(at)),
        or_dash(party.reference.clone().unwrap_or_default()),
    ])
}
