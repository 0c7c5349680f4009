//! Parties by name: with their place, with their role.

use super::super::draft::Draft;
use crate::model::case::Party;
use crate::model::words::Role;

/// "Nordmeer Logistik GmbH, Germany".
pub(in crate::templates) fn with_place(draft: &Draft<'_>, party: &Party) -> String {
    match &party.established {
        Some(code) => format!("{}, {}", party.name(), draft.phrases.country(code)),
        None => party.name().to_owned(),
    }
}

/// "Fjord Freight AS (client)".
pub(in crate::templates) fn in_role(draft: &Draft<'_>, party: &Party) -> String {
    named(draft, party.name().to_owned(), party.role)
}

/// A name and a role.
pub(in crate::templates) fn named(draft: &Draft<'_>, name: String, role: Role) -> String {
    let role = draft.phrases.word("role", role.id());
    draft.say_with("party-in-role", &[("party", name.into()), ("role", role.into())])
}
