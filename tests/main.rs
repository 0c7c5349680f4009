//! Tests.

mod architecture;
mod lang;
mod pdf;
mod report;
