//! Floor 1: the nouns. No input or output, no clock, no text in a reader's language.

pub mod account;
pub mod case;
pub mod clock;
pub mod count;
pub mod explain;
pub mod facts;
pub mod figure;
pub mod filter;
pub mod ids;
pub mod keys;
pub mod law;
pub mod list;
pub mod listed;
pub mod localised;
pub mod moment;
pub mod party;
pub mod pending;
pub mod persons;
pub mod setting;
pub mod sums;
pub mod tag;
pub mod tree;
pub mod verb;
pub mod who;
pub mod words;
