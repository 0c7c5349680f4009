//! Percentages, where they may be printed at all (rule 14).

use super::Count;
use crate::model::words::Qualifier;

/// "Never of ten": of so few a percentage says less than the number and points at persons.
const TOO_FEW: u64 = 10;

/// Whole per cent of a whole: only of two exact counts of one unit, never of ten or fewer. What is neither none nor
/// all is never printed as 0 or 100.
#[must_use]
pub fn percent(part: &Count, whole: &Count) -> Option<u8> {
    let exact = part.qualifier() == Qualifier::Exact && whole.qualifier() == Qualifier::Exact;
    if !exact || part.unit != whole.unit || whole.low <= TOO_FEW || part.low > whole.low {
        return None;
    }
    let (part, whole) = (u128::from(part.low), u128::from(whole.low));
    let rounded = u8::try_from((part * 200 + whole) / (whole * 2)).ok()?;
    Some(if part == 0 || part == whole { rounded } else { rounded.clamp(1, 99) })
}
