//! Small cells: numbers so small that they may point to a person although nobody is named. It judges, it hides nothing.

use crate::model::count::Count;
use crate::model::facts::Facts;

/// A cell under this many is small: one and two. The dossier says so; versions for others must suppress them
/// (docs/model.md, rule 15).
const SMALL: u64 = 3;

/// How many cells of the tables by region, organisation, both, residence with its parts and exposure are small.
pub fn count(facts: &Facts) -> u64 {
    let regions = facts.by_region.iter().map(|row| &row.accounts);
    let organisations = facts.by_organisation.iter().map(|row| &row.accounts);
    let crossed = facts.by_region_and_organisation.iter().map(|row| &row.accounts);
    let residences = facts.by_residence.iter().map(|row| &row.accounts);
    let parts = facts.by_residence.iter().flat_map(|row| row.told_apart()).map(|part| &part.accounts);
    let exposures = facts.by_exposure.iter().map(|row| &row.persons);
    let cells = regions.chain(organisations).chain(crossed).chain(residences).chain(parts).chain(exposures);
    cells.filter(|count| is_small(count)).count() as u64
}

fn is_small(count: &Count) -> bool {
    count.high.is_some_and(|high| (1..SMALL).contains(&high))
}
