//! What is said beside the number of persons: at most how many owners, which group is estimated, what nobody has counted.

use super::super::draft::Draft;
use crate::model::words::Qualifier;

/// What the first page says under the number of persons: at most how many owners, and which group is estimated.
pub(in crate::templates) fn note(draft: &Draft<'_>) -> String {
    let groups = &draft.facts.persons.groups;
    let owners = groups.iter().find(|row| row.group == "owner");
    let owners = owners.map(|row| {
        let count = draft.phrases.count(&row.count);
        draft.say_with("n-owners", &[("count", count.into())])
    });
    let open = groups.iter().filter(|row| row.group != "owner");
    let open = open.filter(|row| row.count.qualifier() == Qualifier::Approximate);
    let open = open.map(|row| draft.say_with("group-estimated", &[("group", draft.phrases.group(&row.group).into())]));
    // Rule 3: what nobody has counted stands beside the total, which is at least so many.
    let counted = !draft.facts.persons.total.count.says_nothing();
    let added = groups.iter().filter(|row| counted && row.count.says_nothing());
    let added = added.map(|row| {
        let count = draft.phrases.count(&row.count);
        draft.say_with("in-addition", &[("group", draft.phrases.group(&row.group).into()), ("count", count.into())])
    });
    owners.into_iter().chain(open).chain(added).collect::<Vec<_>>().join("; ")
}
