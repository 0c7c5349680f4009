//! Columns of identifiers that different accounts share: an office's telephone, a customer's number.
//!
//! Looks at samples alone, and never at more than the keys in them.

use std::collections::{HashMap, HashSet};

use super::{Planned, keys};
use crate::import::headers::Use;
use crate::import::nothing;
use crate::import::records::Record;
use crate::model::words::KeyKind;

/// From so many rows on, a column is seen to be shared where more than one in ten of its cells stands beside different
/// keys of the best column: the number of a customer with several mailboxes, the telephone of an office.
const ROWS_TO_TELL: usize = 10;

/// Finds the columns of identifiers that different accounts share.
pub fn find(columns: &mut [Planned], samples: &[Record]) {
    let keys = keys(columns);
    let Some((best, others)) = keys.split_first() else { return };
    for at in others {
        columns[*at].shared = may_be_shared(columns[*at].used) && is_shared(*best, *at, samples);
    }
}

/// Kinds that more than one account may go by in a list.
const fn may_be_shared(used: Option<Use>) -> bool {
    match used {
        Some(Use::AnyKey) => true,
        Some(Use::Key(kind)) => matches!(kind, KeyKind::Email | KeyKind::CustomerNumber | KeyKind::Phone),
        _ => false,
    }
}

fn is_shared(best: usize, at: usize, samples: &[Record]) -> bool {
    let mut beside: HashMap<&str, (HashSet<&str>, usize)> = HashMap::new();
    let mut filled = 0;
    for record in samples {
        let (own, cell) = (record.cell(best).trim(), record.cell(at).trim());
        if !nothing::is_nothing(own) && !nothing::is_nothing(cell) {
            filled += 1;
            let (owns, rows) = beside.entry(cell).or_default();
            owns.insert(own);
            *rows += 1;
        }
    }
    let shared: usize = beside.values().filter(|(owns, _)| owns.len() > 1).map(|(_, rows)| rows).sum();
    filled >= ROWS_TO_TELL && shared * 10 > filled
}
