//! Rules of law as they stand: which version of a rule is meant on a day, where a rule or a file is none, and what a rule says in the
//! reader's words. It reads no file and no clock, and knows no case.
//!
//! What a rule asks of a case (whom it binds, whether it is triggered, by when) is computed here too, from what `catalogue` has
//! read: as a pure function of parties and what they determined, of counts, and of the time it is told.

mod faults;
mod saying;
mod versions;

pub use faults::sentence;
pub use saying::said;
pub use versions::{find, on, version};
