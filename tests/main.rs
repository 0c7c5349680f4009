//! Tests.

mod lang;
mod pdf;
