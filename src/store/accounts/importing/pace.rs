//! In what steps an import is written. It writes nothing.

use super::chunks;

/// Of a hundred rows at most so many may be known for the keys of those that follow to be set aside: a row that turns out
/// to be known afterwards is written and taken out again.
const KNOWN_AT_MOST: u64 = 10;

/// In what steps an import is written. It changes what it costs, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Rows of a chunk.
    pub chunk: usize,
    /// Where of a hundred rows at most so many are known, the keys of those that follow are set aside until the file's end.
    pub known_at_most: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { chunk: chunks::ROWS, known_at_most: KNOWN_AT_MOST }
    }
}
