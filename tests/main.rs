//! Tests.
#![allow(clippy::panic, clippy::err_expect, reason = "a test that fails does so loudly")]
#![allow(clippy::too_many_lines, clippy::type_complexity, reason = "a case written out is read from top to bottom")]

mod accounts_window;
mod architecture;
mod archives;
// They are made with what Linux has: namespaces, full devices, signals.
#[cfg(target_os = "linux")]
mod attacks;
mod backups;
mod books;
mod charts;
mod counting;
mod deeds;
mod desk;
mod edits;
mod exports_kept;
mod headless;
mod importing_files;
mod journal;
mod keys;
mod lang;
mod laws;
mod log;
mod looking;
mod memory;
mod migrating;
mod model;
mod number_sheet;
mod pdf;
mod persons;
mod reading_once;
mod reference;
mod report;
mod reporting;
mod samples;
mod tables;
mod taken_back;
mod undoing;
mod wire;
mod written_down;
mod zipped;
