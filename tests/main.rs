//! Tests.

mod architecture;
mod charts;
mod counting;
mod importing_files;
mod lang;
mod pdf;
mod report;
mod samples;
