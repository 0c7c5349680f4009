//! Tests.

mod architecture;
mod charts;
mod counting;
mod lang;
mod pdf;
mod report;
