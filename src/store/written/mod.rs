//! What is written down about a case, and what follows from it: the case itself, parties, trees, answers, rows of every kind; and
//! the records of what came in and what went out. It writes to no account but its day of first access.

pub mod answers;
pub mod cases;
pub mod counters;
pub mod days;
pub mod editing;
pub mod evidence;
pub mod exports;
pub mod imported;
pub mod known_parties;
pub mod legal_entities;
pub mod merging_nodes;
pub mod nodes;
pub mod parties;
pub mod said;
pub mod tree_index;
pub mod typed_counts;
pub mod which_case;
