//! Kinds of rows, a file each, of which `entity` lists every one; and how a row of any kind is read, put and recorded.

pub mod answer;
pub mod case;
pub mod claim;
pub mod column;
pub mod conflict;
pub mod coverage;
pub mod determination;
pub mod entity;
pub mod exposure;
pub mod fields;
pub mod legal_entity;
pub mod measure;
pub mod milestone;
pub mod node;
pub mod open_point;
pub mod overlap;
pub mod party;
pub mod record;
pub mod row;
pub mod typed_count;
