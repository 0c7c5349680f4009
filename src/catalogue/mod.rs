//! The law as data: rules and ways of counting periods, each a TOML file, ours embedded and the user's beside them. It reads
//! them, checks them, and says what is wrong with line, character and field. It applies no rule, and opens no file.
//!
//! A file of the user's takes the place of ours with the same id and version, else it stands beside. One with a fault disables
//! itself: what it would have replaced stands.

pub mod condition;
pub mod counted;
pub mod counting;
mod gathering;
pub mod limit;
pub mod period;
mod reading;
mod reference;
mod references;
pub mod regime;
mod scope;
pub mod source;
mod standing;
pub mod territory;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::error::Result;
use crate::model::law::{CountingId, RegimeId};
use counting::Counting;
use regime::Regime;

pub use reading::Fault;

/// Folder and name of every file under `catalogue/`, and its text.
static OURS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// So many bytes may a file have.
pub const LONGEST_FILE: u64 = 1 << 20;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A rule.
    Regime,
    /// A way of counting periods.
    Counting,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Regime, Self::Counting];

    /// The folder that files of it lie in.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Regime => "regimes",
            Self::Counting => "countings",
        }
    }
}

/// A file of the user's, as it was read from the disk.
#[derive(Debug)]
pub struct Given {
    /// What it holds.
    pub kind: Kind,
    /// What it is called where something is wrong with it.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>>,
}

/// Whose a file is. Of two that say the same id and version the later here stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It ships with the program.
    Ours,
    /// It lies in the user's folder.
    Own,
    /// It is being tried.
    Tried,
}

/// What a file says that stands.
#[derive(Debug, Clone)]
pub struct Kept<T> {
    /// What.
    pub value: Arc<T>,
    /// The file.
    pub file: String,
    /// Whose it is.
    pub origin: Origin,
    /// It stands in the place of one of ours.
    pub overrides: bool,
}

/// A file that does not stand, and why.
#[derive(Debug)]
pub struct Disabled {
    /// The file.
    pub file: String,
    /// Whose it is.
    pub origin: Origin,
    /// All that is wrong with it.
    pub faults: Vec<Fault>,
}

/// Everything that was read.
#[derive(Debug)]
pub struct Catalogue {
    regimes: BTreeMap<RegimeId, Vec<Kept<Regime>>>,
    countings: BTreeMap<CountingId, Kept<Counting>>,
    disabled: Vec<Disabled>,
}

impl Catalogue {
    /// What ships with the program.
    #[must_use]
    pub fn ours() -> Self {
        Self::with(Vec::new())
    }

    /// What ships with the program, and the user's files.
    #[must_use]
    pub fn with(own: Vec<Given>) -> Self {
        Self::trying(own, Vec::new())
    }

    /// The same with files that are tried: they stand over the user's.
    #[must_use]
    pub fn trying(own: Vec<Given>, tried: Vec<Given>) -> Self {
        gathering::gather(OURS, own, tried)
    }

    /// The rules by id, each with its versions: the one that begins first before the others, those that begin at no time last.
    pub fn regimes(&self) -> impl Iterator<Item = &[Kept<Regime>]> {
        self.regimes.values().map(Vec::as_slice)
    }

    /// The ids of the rules.
    pub fn ids(&self) -> impl Iterator<Item = &RegimeId> {
        self.regimes.keys()
    }

    /// The versions of a rule, in the same order; none where there is no such rule.
    #[must_use]
    pub fn versions(&self, id: &RegimeId) -> &[Kept<Regime>] {
        self.regimes.get(id).map_or(&[], Vec::as_slice)
    }

    /// A way of counting periods.
    #[must_use]
    pub fn counting(&self, id: &CountingId) -> Option<&Kept<Counting>> {
        self.countings.get(id)
    }

    /// Files that do not stand.
    #[must_use]
    pub fn disabled(&self) -> &[Disabled] {
        &self.disabled
    }
}
