//! What is counted of a case: its facts, as they are and as they were after a deed, and where each number comes from. It
//! changes nothing.

pub mod as_of;
pub mod explain;
pub mod facts;
