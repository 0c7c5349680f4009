//! Breachbook: from a list of affected accounts to a charted breach report, offline, on one file.
//!
//! The modules stand in floor order; a module uses only floors below its own (`tests/architecture.rs` holds it).
//!
//! | floor | modules | what |
//! | --- | --- | --- |
//! | 6 | `world` | the clock, the environment and files, for the command line and the window |
//! | 5 | `actions` | the verbs: one function, one intention, one transaction, one audit entry |
//! | 4 | `templates`, `regimes`, `export` | what a report says; which law stands, and what it says; how a document becomes bytes |
//! | 3 | `store`, `import`, `charts`, `plot` | SQL; bytes to entries; facts to figures; figures to strokes |
//! | 2 | `lang`, `document`, `catalogue`, `typography` | phrases; the report as plain data; the law as data; faces, shaping, line breaks |
//! | 1 | `model`, `error`, `system` | the nouns; no input or output, no clock. What systems do each in their own way |

pub mod error;
pub mod model;
pub mod system;

pub mod catalogue;
pub mod document;
pub mod lang;
pub mod typography;

pub mod charts;
pub mod import;
pub mod plot;
pub mod store;

pub mod export;
pub mod regimes;
pub mod templates;

pub mod actions;

pub mod world;
