//! Rules of law, listed, shown, tried: which there are, which version stands on a day, what one says, what is wrong with a file.
//! Nothing here belongs to a book.

use jiff::civil::Date;
use serde::Serialize;

use crate::catalogue::regime::Regime;
use crate::catalogue::source::Validity;
use crate::catalogue::{Catalogue, Disabled, Fault, Kept, Origin};
use crate::error::{Error, Place, Result};
use crate::lang::Phrases;
use crate::model::law::{RegimeId, RegimeStatus};
use crate::model::localised::Localised;
use crate::regimes;

/// The rules there are.
#[derive(Debug, Serialize)]
pub struct Listing {
    /// The day that `stands` is of.
    pub on: Date,
    /// Each version of each rule.
    pub regimes: Vec<Row>,
    /// Files that do not stand.
    pub disabled: Vec<Refused>,
}

/// A version of a rule.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Which rule.
    pub id: RegimeId,
    /// Which version.
    pub version: String,
    /// What people call it.
    pub name: Localised,
    /// The law and its article.
    pub law: String,
    /// Whether it is law.
    pub status: RegimeStatus,
    /// When it is valid.
    pub valid: Option<Validity>,
    /// Whether it is the one that is meant on the day.
    pub stands: bool,
    /// Whose file it is.
    pub origin: Origin,
    /// The file.
    pub file: String,
    /// It stands in the place of one of ours.
    pub overrides: bool,
}

/// A version of a rule, whole.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// As in its file.
    pub regime: Regime,
    /// Whose file it is.
    pub origin: Origin,
    /// The file.
    pub file: String,
    /// It stands in the place of one of ours.
    pub overrides: bool,
    /// The day that `stands` is of.
    pub on: Date,
    /// Whether it is the one that is meant on the day.
    pub stands: bool,
    /// The versions there are.
    pub versions: Vec<String>,
    /// What it says, in the reader's words.
    #[serde(skip)]
    pub said: String,
}

/// What came of files that were tried.
#[derive(Debug, Serialize)]
pub struct Checked {
    /// Whether all of them can stand.
    pub ok: bool,
    /// The rules that they bring.
    pub regimes: Vec<Row>,
    /// What is wrong, by file.
    pub disabled: Vec<Refused>,
}

/// A file that does not stand.
#[derive(Debug, Serialize)]
pub struct Refused {
    /// The file.
    pub file: String,
    /// All that is wrong with it.
    pub faults: Vec<Wrong>,
}

/// What is wrong with a file.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// Stable and never translated.
    pub code: &'static str,
    /// The field: `phase[1].limit.hours`.
    pub field: String,
    /// What is wrong, and what to do.
    pub message: String,
    /// Where.
    #[serde(rename = "where")]
    pub place: Place,
    /// The same as a line that an editor jumps to.
    #[serde(skip)]
    pub line: String,
}

/// Lists the rules.
#[must_use]
pub fn list(catalogue: &Catalogue, on: Date, phrases: &Phrases) -> Listing {
    let all = catalogue.regimes().flat_map(|versions| versions.iter().map(move |it| row(it, versions, on)));
    Listing { on, regimes: all.collect(), disabled: refused(catalogue.disabled(), phrases) }
}

/// Shows a rule: the version that is named, else the one that is meant on the day, else the last.
///
/// # Errors
/// `regime.unknown`, `regime.version_unknown`.
pub fn show(catalogue: &Catalogue, id: &str, version: Option<&str>, on: Date, phrases: &Phrases) -> Result<Shown> {
    let versions = regimes::find(catalogue, id)?;
    let kept = match version {
        Some(name) => regimes::version(versions, name)?,
        None => regimes::on(versions, on).or(versions.last()).ok_or_else(|| Error::new("internal"))?,
    };
    Ok(Shown {
        regime: (*kept.value).clone(),
        origin: kept.origin,
        file: kept.file.clone(),
        overrides: kept.overrides,
        on,
        stands: stands(kept, versions, on),
        versions: versions.iter().map(|it| it.value.version.clone()).collect(),
        said: regimes::said(&kept.value, catalogue, phrases),
    })
}

/// What came of the files that a catalogue was read with to try them.
#[must_use]
pub fn checked(catalogue: &Catalogue, on: Date, phrases: &Phrases) -> Checked {
    let Listing { regimes, disabled, .. } = list(catalogue, on, phrases);
    let tried: Vec<&str> =
        catalogue.disabled().iter().filter(|it| it.origin == Origin::Tried).map(|it| it.file.as_str()).collect();
    let disabled: Vec<Refused> = disabled.into_iter().filter(|it| tried.contains(&it.file.as_str())).collect();
    let regimes = regimes.into_iter().filter(|it| it.origin == Origin::Tried).collect();
    Checked { ok: disabled.is_empty(), regimes, disabled }
}

/// Files that do not stand, with all that is wrong in the reader's words.
#[must_use]
pub fn refused(disabled: &[Disabled], phrases: &Phrases) -> Vec<Refused> {
    let wrong = |fault: &Fault| Wrong {
        code: fault.said.code,
        field: fault.field.clone(),
        message: phrases.error(&fault.said),
        place: fault.place.clone(),
        line: regimes::sentence(fault, phrases),
    };
    let refused = |it: &Disabled| Refused { file: it.file.clone(), faults: it.faults.iter().map(wrong).collect() };
    disabled.iter().map(refused).collect()
}

fn row(kept: &Kept<Regime>, versions: &[Kept<Regime>], on: Date) -> Row {
    let regime = &kept.value;
    Row {
        id: regime.id.clone(),
        version: regime.version.clone(),
        name: regime.name.clone(),
        law: regime.law.clone(),
        status: regime.status,
        valid: regime.valid,
        stands: stands(kept, versions, on),
        origin: kept.origin,
        file: kept.file.clone(),
        overrides: kept.overrides,
    }
}

fn stands(kept: &Kept<Regime>, versions: &[Kept<Regime>], on: Date) -> bool {
    regimes::on(versions, on).is_some_and(|it| it.value.version == kept.value.version)
}
