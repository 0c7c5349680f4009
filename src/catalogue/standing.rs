//! The files of the catalogue that stand: of those that say the same, one. Whether what they name is there is `references`' to
//! say.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::counting::Counting;
use super::reading::Fault;
use super::reference::{Reference, Target};
use super::regime::Regime;
use super::{Kind, Origin};
use crate::model::law::{PhaseId, RegimeId};

/// A file that was read.
pub(super) struct Loaded {
    pub name: String,
    pub origin: Origin,
    pub says: Option<Says>,
    pub refers: Vec<Reference>,
    pub faults: Vec<Fault>,
}

pub(super) enum Says {
    Regime(Arc<Regime>),
    Counting(Arc<Counting>),
}

impl Says {
    /// What no two files of one origin may both say.
    pub fn key(&self) -> (Kind, &str, &str) {
        match self {
            Self::Regime(it) => (Kind::Regime, it.id.as_str(), &it.version),
            Self::Counting(it) => (Kind::Counting, it.id.as_str(), ""),
        }
    }
}

/// The files that stand.
pub(super) struct Standing<'l>(Vec<&'l Loaded>);

impl<'l> Standing<'l> {
    /// Of those that say the same the last origin's.
    pub fn of(files: &'l [Loaded], without: Option<usize>) -> Self {
        let mut standing: BTreeMap<(Kind, &str, &str), &Loaded> = BTreeMap::new();
        for (at, file) in files.iter().enumerate().filter(|(_, it)| it.faults.is_empty()) {
            let Some(says) = file.says.as_ref().filter(|_| without != Some(at)) else { continue };
            let place = standing.entry(says.key()).or_insert(file);
            if place.origin < file.origin {
                *place = file;
            }
        }
        Self(standing.into_values().collect())
    }

    /// The rules, by id and version.
    pub fn regimes(&self) -> impl Iterator<Item = &'l Regime> {
        self.0.iter().filter_map(|it| regime_of(it))
    }

    /// The ways of counting periods.
    pub fn countings(&self) -> impl Iterator<Item = &'l Counting> {
        self.0.iter().filter_map(|it| match it.says.as_ref()? {
            Says::Counting(it) => Some(&**it),
            Says::Regime(_) => None,
        })
    }

    /// The steps that a step's time hangs on, in whichever version of its rule.
    pub fn next(&self, step: Step<'_>) -> Vec<Step<'l>> {
        let of_rule = self.0.iter().filter_map(|it| regime_of(it).map(|regime| (regime, *it)));
        let hangs = |regime: &Regime, nth: Option<usize>| {
            let own = nth.map(|nth| regime.phase.get(nth).map(|it| &it.id));
            regime.id == *step.regime && own.is_none_or(|own| own == Some(step.phase))
        };
        let named = of_rule.flat_map(|(regime, file)| file.refers.iter().map(move |it| (regime, it)));
        let next = named.filter_map(|(regime, it)| match &it.target {
            Target::Duty { step, regime: to, phase } if hangs(regime, *step) => Some(Step { regime: to, phase }),
            _ => None,
        });
        next.collect()
    }

    pub fn stands(&self, file: &Loaded) -> bool {
        self.0.iter().any(|it| std::ptr::eq(*it, file))
    }
}

pub(super) fn regime_of(file: &Loaded) -> Option<&Regime> {
    match file.says.as_ref()? {
        Says::Regime(it) => Some(it),
        Says::Counting(_) => None,
    }
}

/// A step of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step<'s> {
    /// Which rule's.
    pub regime: &'s RegimeId,
    /// Which.
    pub phase: &'s PhaseId,
}
