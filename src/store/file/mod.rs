//! The book as a file: where it is, who holds it, its key, how it is made, opened, copied, sealed anew. It knows no case.
//!
//! What a path leads to, and whose it is, stands in `base::place`.
//!
//! | file | what |
//! | --- | --- |
//! | `lock` | who holds a book |
//! | `key` | passphrase and key |
//! | `wal` | a log found beside a book |
//! | `format` | the number of a book's format, its tables |
//! | `migrating` | a book of an older format brought to this one |
//! | `trust` | triggers and views that are not ours |
//! | `probing` | what is looked at before a book is opened or made |
//! | `connecting` | one connection made ready |
//! | `laying` | files laid aside whole, then named |
//! | `book`, `writing` | an open book; a change under way |
//! | `checkpoint` | the log of changes moved into the book |
//! | `card` | what a book says of itself |
//! | `copying` | copies, and another passphrase |
//! | `scratch` | bytes set aside while something long is written |

pub mod book;
pub mod card;
mod checkpoint;
mod connecting;
pub mod copying;
pub mod format;
mod key;
pub mod laying;
mod lock;
mod migrating;
mod probing;
pub mod scratch;
pub(in crate::store) mod trust;
mod wal;
pub mod writing;

pub(in crate::store) use format::in_memory;

pub use connecting::{Access, PATIENCE};
pub use key::LONGEST_PASSPHRASE;
