//! What an account holds, and what it held before a deed: as the columns and the packed blocks of the book. It decides no value.

pub mod before;
pub mod profiles;
pub mod standing;
pub mod tags;
