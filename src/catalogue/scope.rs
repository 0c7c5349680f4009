//! What is known of a rule's file where a part of it is read: what that part may name of the rest. It reads nothing.

use super::reading::Item;
use crate::model::law::{CountedId, PhaseId};

/// What is known of a rule's file where a part of it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// What it counts.
    pub counts: Vec<CountedId>,
    /// The steps above.
    pub earlier: Vec<PhaseId>,
    /// Which step it is, from 0; nothing: what stands before them.
    pub step: Option<usize>,
}

impl Scope {
    /// Something that the rule counts.
    pub fn counted(&self, item: &Item<'_>) -> Option<CountedId> {
        let name = item.id()?;
        let found = self.counts.iter().find(|it| it.as_str() == name);
        if found.is_none() {
            item.unknown(&name, self.counts.iter().map(CountedId::as_str));
        }
        found.cloned()
    }
}
