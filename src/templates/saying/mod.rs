//! What several reports say in the same words: answers, outcomes, parties, persons, the main numbers, what is open. Every template
//! may use it; it writes no section and knows no report.

pub(super) mod answers;
pub(super) mod decisions;
pub(super) mod numbers;
pub(super) mod open;
pub(super) mod parties;
pub(super) mod persons;
