//! How far an import is, told to whoever watches it, and whether it is to stop. It knows no row.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Result};

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many rows of all files are read and written.
    Rows(u64),
    /// The rows of a list that is mostly new are written; of so many keys so many are in their places.
    Keys {
        /// So far.
        done: u64,
        /// Of all that this file has.
        of: u64,
    },
}

/// Who watches an import.
pub struct Watch<'a> {
    /// Set from elsewhere: stop, and leave nothing.
    pub cancel: &'a AtomicBool,
    /// Told how far it is.
    pub progress: &'a mut (dyn FnMut(Step) + Send),
}

impl Watch<'_> {
    /// Says how far it is, unless it is to stop.
    pub(super) fn step(&mut self, step: Step) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(Error::new("cancelled"));
        }
        (self.progress)(step);
        Ok(())
    }
}
