//! Where a statement of law was read, when, how sure it is; and on which days a rule is valid.

use jiff::civil::Date;
use serde::Serialize;

use super::reading::{Item, Table};
use crate::error::Error;
use crate::model::law::Confidence;

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its link.
    pub url: Option<String>,
    /// Its citation, where it has no link.
    pub citation: Option<String>,
    /// When it was read.
    pub seen: Date,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Days on which a rule is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Validity {
    /// The first.
    pub from: Date,
    /// The last; nothing: it is open.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether it is valid on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }
}

/// Reads the sources of a table, of which there must be one.
pub(super) fn read(table: &Table<'_>) -> Vec<Source> {
    table.must("source").map(|it| it.all(one)).unwrap_or_default()
}

fn one(item: &Item<'_>) -> Option<Source> {
    item.within(|table| {
        let (url, citation) = (table.get("url"), table.get("citation"));
        if url.is_none() && citation.is_none() {
            table.refuse(Error::new("catalogue.no_source"));
        }
        let (url, citation) = (url.and_then(|it| it.link()), citation.and_then(|it| it.text()));
        let seen = table.must("seen").and_then(|it| it.day());
        let confidence = table.must("confidence").and_then(|it| it.word());
        Some(Source { url, citation, seen: seen?, confidence: confidence? })
    })
}

/// Reads the days on which a rule is valid.
pub(super) fn validity(item: &Item<'_>) -> Option<Validity> {
    item.within(|table| {
        let from = table.must("from").and_then(|it| it.day());
        let last = table.get("to");
        let to = last.as_ref().and_then(Item::day);
        let from = from?;
        if let Some(last) = last.filter(|_| to.is_some_and(|to| to < from)) {
            last.refuse(Error::new("catalogue.days_out_of_order").with("from", from));
        }
        Some(Validity { from, to })
    })
}
