//! Who plays which part, on whose behalf, where.

use super::super::draft::{Draft, row, text};
use super::timeline::or_dash;
use crate::document::Row;
use crate::model::case::Party;

/// A case with one controller shows none of this.
pub(super) fn stands(draft: &Draft<'_>) -> bool {
    draft.file().parties.len() > 1
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let rows: Vec<Row> = draft.file().parties.iter().map(|party| party_row(draft, party)).collect();
    let columns = [
        text("column-organisation", 1.6),
        text("column-role", 1.6),
        text("column-on-behalf", 1.2),
        text("column-established", 1.5),
        text("column-reference", 0.8),
    ];
    let title = draft.say("parties-title");
    draft.table(title, &columns, rows, Vec::new());
}

fn party_row(draft: &Draft<'_>, party: &Party) -> Row {
    let place = party.established.as_deref().map(|code| draft.phrases.country(code)).unwrap_or_default();
    let place =
        if party.main_establishment { draft.say_with("main-establishment", &[("place", place.into())]) } else { place };
    row(vec![
        party.organisation.clone(),
        draft.phrases.word("role", party.role.id()),
        or_dash(party.on_behalf_of.clone().unwrap_or_default()),
        or_dash(place),
        or_dash(party.reference.clone().unwrap_or_default()),
    ])
}

/// "Nordmeer Logistik GmbH, Germany".
pub(super) fn with_place(draft: &Draft<'_>, party: &Party) -> String {
    match &party.established {
        Some(code) => format!("{}, {}", party.organisation, draft.phrases.country(code)),
        None => party.organisation.clone(),
    }
}

/// "Fjord Freight AS (client)".
pub(super) fn in_role(draft: &Draft<'_>, party: &Party) -> String {
    let role = draft.phrases.word("role", party.role.id());
    draft.say_with("party-in-role", &[("party", (&party.organisation).into()), ("role", role.into())])
}
