//! What is open and by when it follows: the one list of the case (`model::pending`), line by line.

use super::super::draft::Draft;
use crate::model::pending::{self, What};

/// Every open point, in the list's order.
pub(in crate::templates) fn points(draft: &Draft<'_>) -> Vec<String> {
    let line = |it: &pending::Pending| {
        let what = draft.phrases.pending(it);
        match (&it.what, draft.phrases.pending_until(it, &draft.zone)) {
            (_, Some(until)) => draft.say_with("open-until", &[("what", what.into()), ("until", until.into())]),
            (What::Written { .. }, None) => draft.say_with("open-without-time", &[("what", what.into())]),
            (_, None) => what,
        }
    };
    pending::of(draft.subject).iter().map(line).collect()
}
