//! When something is done, as it is told: the time that counts, and what the machine's own clock says beside it.
//!
//! It reads no clock; whoever may do so hands one in.

use jiff::Timestamp;

/// When something is done.
#[derive(Debug, Clone, Copy)]
pub struct When {
    /// The time that counts.
    pub at: Timestamp,
    /// Where it comes from.
    pub clock: Clock,
}

/// Where a time comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// It was told, and nothing is known of any clock.
    Told,
    /// The machine's own clock, which goes on and can be asked again.
    Runs(fn() -> Timestamp),
    /// Somebody gave the time in place of the machine's own clock, which said this.
    Given(Timestamp),
}

impl Clock {
    /// What the machine's own clock said, where another time was given in its place.
    #[must_use]
    pub const fn beside(self) -> Option<Timestamp> {
        match self {
            Self::Given(own) => Some(own),
            Self::Told | Self::Runs(_) => None,
        }
    }

    /// When something has ended that began at a time.
    #[must_use]
    pub fn after(self, began: Timestamp) -> Timestamp {
        match self {
            Self::Runs(clock) => clock(),
            Self::Told | Self::Given(_) => began,
        }
    }
}

impl When {
    /// The same, asked of the clock once more where it goes on: whoever has waited does things now, not when he came.
    #[must_use]
    pub fn again(self) -> Self {
        Self { at: self.clock.after(self.at), ..self }
    }
}

impl From<Timestamp> for When {
    fn from(at: Timestamp) -> Self {
        Self { at, clock: Clock::Told }
    }
}
