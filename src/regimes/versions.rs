//! The versions of a rule, and the one that is meant on a day: the day of a period's anchor, in the addressee's zone. Which day that
//! is, others know.

use jiff::civil::Date;

use crate::catalogue::regime::Regime;
use crate::catalogue::{Catalogue, Kept};
use crate::error::{Error, Result};
use crate::model::law::RegimeStatus;
use crate::model::listed::{self, among};

/// All versions of a rule.
///
/// # Errors
/// `regime.unknown`, with the rules there are.
pub fn find<'c>(catalogue: &'c Catalogue, id: &str) -> Result<&'c [Kept<Regime>]> {
    let firsts = catalogue.regimes().filter_map(|versions| versions.first()).map(|it| &*it.value);
    Ok(catalogue.versions(&listed::find(firsts, id)?.id))
}

/// A version of a rule by its name.
///
/// # Errors
/// `regime.version_unknown`, with the versions there are.
pub fn version<'c>(versions: &'c [Kept<Regime>], name: &str) -> Result<&'c Kept<Regime>> {
    let unknown = || Error::new("regime.version_unknown").with("version", name);
    let known = versions.iter().map(|it| it.value.version.as_str());
    versions.iter().find(|it| it.value.version == name).ok_or_else(|| among(unknown(), name, known))
}

/// The version that is meant on a day: of those valid then the one that began last, for a later law stands over an earlier one.
/// What is only proposed is never meant, nor what begins at no time that is known.
#[must_use]
pub fn on(versions: &[Kept<Regime>], day: Date) -> Option<&Kept<Regime>> {
    let binds = |status: RegimeStatus| match status {
        RegimeStatus::InForce | RegimeStatus::Adopted | RegimeStatus::Repealed => true,
        RegimeStatus::Proposed => false,
    };
    let holds = |it: &&Kept<Regime>| binds(it.value.status) && it.value.valid.is_some_and(|valid| valid.holds(day));
    versions.iter().filter(holds).max_by_key(|it| it.value.valid.map(|valid| valid.from))
}
