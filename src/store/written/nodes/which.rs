//! Which tree is meant, of which case, and where the book keeps it. It reads no node.

use crate::model::ids::CaseId;
use crate::model::tag::Tag;
use crate::store::entities::entity::Entity;
use crate::store::entities::node::{ORGANISATION, REGION};

/// Which tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Tree {
    /// Reporting regions.
    Region,
    /// Organisations.
    Organisation,
}

/// Whether a table holds nodes.
pub fn is_tree(table: &str) -> bool {
    [Tree::Region, Tree::Organisation].iter().any(|tree| tree.table() == table)
}

impl Tree {
    /// Its table, and its word in messages.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Organisation => "organisation",
        }
    }

    /// Its nodes as rows that are recorded.
    pub(in crate::store) const fn entity(self) -> &'static Entity {
        match self {
            Self::Region => &REGION,
            Self::Organisation => &ORGANISATION,
        }
    }

    /// The tag that its nodes are.
    pub(in crate::store) const fn tag(self) -> Tag {
        match self {
            Self::Region => Tag::Region,
            Self::Organisation => Tag::Organisation,
        }
    }

    /// The column of its ISO code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Region => "iso",
            Self::Organisation => "country",
        }
    }
}

/// A tree of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseTree {
    /// Which tree.
    pub tree: Tree,
    /// Of which case.
    pub case_id: CaseId,
}
