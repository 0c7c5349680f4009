//! What systems do each in their own way, with Linux's, macOS's and Windows' way beside each other: the only room that asks
//! which system this is. It knows no book and no case, and words no refusal: it says what the system says.
//!
//! | file | what |
//! | --- | --- |
//! | `identity` | which file it is, whatever it is called, and under how many names |
//! | `locking` | a lock that ends with its process |
//! | `opening` | files opened without waiting, and never through a link; for their owner alone |
//! | `special` | what is no file: pipes, sockets, terminals, disks |
//! | `handles` | what this process was started with: `/dev/stdout`, a descriptor by its number |
//! | `naming` | files without a name, owners, folders that are synced, one path for a place |
//! | `volumes` | room on a disk, what may be written, what is mounted by itself |
//! | `people` | the account, the machine, the folders for data and settings |
//! | `ending` | the end of the process at once |
//! | `drawing` | how the system's web view draws |
//!
//! The store and the two front ends ask it (`tests/architecture/systems.rs`); what it is told and answers is of `std`.

pub mod drawing;
pub mod ending;
pub mod handles;
pub mod identity;
pub mod locking;
pub mod naming;
pub mod opening;
pub mod people;
pub mod special;
pub mod volumes;
