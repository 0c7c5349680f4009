//! Charts: the report's own, drawn by the same code for the screen.

use breachbook::actions::reporting;
use breachbook::error::Result;
use breachbook::model::ids::CaseId;
use breachbook::plot::Drawing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;

/// A chart to draw.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ChartAsked")]
pub struct Asked {
    /// The case.
    pub case: CaseId,
    /// The chart's id, of `capabilities.charts`.
    pub chart: String,
    /// The theme's id, of `capabilities.themes`.
    pub theme: String,
    /// How wide, in pt.
    pub width: f32,
}

/// A chart as drawn.
#[derive(Debug, Serialize, TS)]
pub struct Chart {
    /// The drawing.
    #[serde(flatten)]
    pub drawing: Drawing,
    /// What is drawn.
    pub title: String,
    /// Unit, zone, and how hatching is to be read.
    pub note: String,
    /// What the picture says, in a sentence or three.
    pub alt: String,
    /// The headers of the numbers behind it.
    pub columns: Vec<String>,
    /// The numbers behind it.
    pub rows: Vec<Vec<String>>,
}

/// Draws a chart.
pub async fn draw(call: &Call, asked: Asked) -> Result<Chart> {
    let session = call.desk.open().await?;
    let language = call.desk.language();
    let (figure, drawing) =
        reporting::drawn(&session, asked.case, &asked.chart, &language, &asked.theme, asked.width).await?;
    Ok(Chart {
        drawing,
        title: figure.title,
        note: figure.note,
        alt: figure.alt,
        columns: figure.table.columns,
        rows: figure.table.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect(),
    })
}
