//! What everything in the store rests on: `SQLite`'s own interface, bytes and how they are packed and hashed, refusals as codes,
//! what a path leads to. It knows no table and no case.

pub mod asked;
pub mod bulk;
pub mod bytes;
pub mod canonical;
pub mod codes;
pub mod digest;
pub mod holds;
mod ids;
pub mod packing;
pub mod place;
pub mod walking;
