//! The log: deeds, each with its entry, chained; and what an entry commits to. It knows rows of accounts only to hash them, and
//! changes none.

pub mod audit;
pub mod commitment;
pub mod contradicted;
pub mod deeds;
pub mod verbs;
