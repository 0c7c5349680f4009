//! Tests.

mod architecture;
mod books;
mod charts;
mod counting;
mod desk;
mod exports_kept;
mod headless;
mod importing_files;
mod keys;
mod lang;
mod log;
mod pdf;
mod report;
mod reporting;
mod samples;
mod undoing;
