//! Tests.

mod architecture;
mod counting;
mod lang;
mod pdf;
mod report;
