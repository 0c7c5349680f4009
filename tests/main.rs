//! Tests.

mod lang;
