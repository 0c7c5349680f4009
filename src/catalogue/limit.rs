//! Until when something is due, as a rule says it: a period, or which of several. No arithmetic stands here, and
//! in no file of a rule: how a period is counted is its counting's.

use serde::Serialize;

use super::condition::{self, Condition};
use super::period::{Period, period};
use super::reading::{Item, Table};
use super::scope::Scope;
use crate::error::Error;

/// Until when something is due at the latest; it is written as it stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Limit {
    /// A period.
    Period(Period),
    /// The first of these whose condition holds.
    First {
        /// In their order.
        first: Vec<Line>,
    },
    /// The earliest of these.
    EarlierOf {
        /// Which.
        earlier_of: Vec<Limit>,
    },
    /// The latest of these.
    LaterOf {
        /// Which.
        later_of: Vec<Limit>,
    },
}

/// A limit where a condition holds; without one, in every other case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The condition.
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The limit.
    #[serde(flatten)]
    pub limit: Limit,
}

/// Reads a limit of its own table.
pub(super) fn read(item: &Item<'_>, scope: &Scope) -> Option<Limit> {
    item.within(|table| among_keys(table, scope))
}

/// Reads a limit that stands among other keys of a table.
fn among_keys(table: &Table<'_>, scope: &Scope) -> Option<Limit> {
    let (kind, item) = table.one_of(&["from", "first", "earlier_of", "later_of"])?;
    Some(match kind {
        "from" => Limit::Period(period(table, scope)?),
        "first" => Limit::First { first: lines(&item, scope) },
        "earlier_of" => Limit::EarlierOf { earlier_of: item.all(|it| read(it, scope)) },
        _ => Limit::LaterOf { later_of: item.all(|it| read(it, scope)) },
    })
}

/// Only the last line may have no condition: what follows it would never be read.
fn lines(item: &Item<'_>, scope: &Scope) -> Vec<Line> {
    let rows = item.list();
    let last = rows.len().saturating_sub(1);
    let line = |(at, row): (usize, &Item<'_>)| {
        let line = row.within(|table| {
            let condition = table.get("if").map(|it| condition::read(&it, scope));
            let limit = among_keys(table, scope);
            Some(Line { condition: condition.flatten(), limit: limit? })
        })?;
        if line.condition.is_none() && at < last {
            row.refuse(Error::new("catalogue.never_reached"));
        }
        Some(line)
    };
    rows.iter().enumerate().filter_map(line).collect()
}
