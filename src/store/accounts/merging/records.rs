//! Numbers of records that several rows state of one account: their hull, and never their sum.

use crate::model::count::Count;
use crate::model::words::Unit;
use crate::store::values::standing::Records;

/// Domain rule 11. Numbers of different units have no hull: the first stands. Where a row does not say what it counts, it is
/// what the other row counts.
pub fn hull(held: &mut Option<Records>, stated: Option<Records>) -> bool {
    let Some(stated) = stated else { return false };
    let Some(before) = *held else {
        *held = Some(stated);
        return false;
    };
    let (before, stated) = of_one_unit(before, stated);
    *held = Some(before);
    let (one, other) = (Count::from(before), Count::from(stated));
    if before == stated {
        return false;
    }
    if let Ok(Some(hull)) = Count::hull([&one, &other]) {
        *held = Some(Records::from(&hull));
    }
    !one.says_nothing() && !other.says_nothing()
}

/// Two numbers, each in the unit that the other one states where it states none itself.
pub fn of_one_unit(one: Records, other: Records) -> (Records, Records) {
    match (one.unit, other.unit) {
        (Unit::Record, unit) => (Records { unit, ..one }, other),
        (unit, Unit::Record) => (one, Records { unit, ..other }),
        _ => (one, other),
    }
}
