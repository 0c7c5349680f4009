//! Facts to figures: one file a chart, and the list of them. A chart counts nothing and measures nothing; it chooses,
//! orders and says what is there.
//!
//! Limits: bars draw [`MOST_BARS`] rows, a matrix [`MOST_DOWN`] × [`MOST_ACROSS`]; beyond, the last one says how many
//! others it stands for and adds up with them. A figure's table always holds every row.

mod by_organisation;
mod by_region;
mod derivation;
pub mod filters;
mod region_by_organisation;
mod telling;
mod ticks;
mod timeline;
mod tree;

use crate::error::Result;
use crate::lang::Phrases;
use crate::model::facts::Subject;
use crate::model::figure::Figure;
use crate::model::listed::{self, ById};

/// So many bars are drawn; what a page of A4 and a patient eye hold several times.
pub const MOST_BARS: usize = 120;
/// So many rows of a matrix are drawn.
pub const MOST_DOWN: usize = 100;
/// So many columns of a matrix are drawn.
pub const MOST_ACROSS: usize = 30;

/// A chart: which figure it makes of a case's numbers and of what is written down.
pub struct Chart {
    /// What it is called on the command line.
    pub id: &'static str,
    /// It is drawn along time.
    pub along_time: bool,
    /// The figure in the phrases' language.
    pub figure: fn(&Subject, &Phrases) -> Figure,
}

/// Every chart.
pub const CHARTS: &[&Chart] =
    &[&by_region::CHART, &by_organisation::CHART, &region_by_organisation::CHART, &timeline::CHART, &derivation::CHART];

impl ById for Chart {
    const UNKNOWN: &'static str = "chart.unknown";

    fn id(&self) -> &str {
        self.id
    }
}

/// The chart of an id.
///
/// # Errors
/// `chart.unknown`.
pub fn find(id: &str) -> Result<&'static Chart> {
    listed::find(CHARTS.iter().copied(), id)
}
