//! Reports and charts: `report`, `chart`, `export list`, `export again`. A report that must not name anybody is
//! searched for everybody on the list before a single byte of it is kept.

mod making;
mod nameless;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Session;
use crate::charts;
use crate::error::{Error, Result, Warning};
use crate::lang::Phrases;
use crate::model::case::ExportRecord;
use crate::model::figure::Figure;
use crate::model::ids::{CaseId, ExportId};
use crate::model::verb::Verb;
use crate::plot::{self, Drawing, Palette};
use crate::store::exports::{self, NewExport, Recorded};
use crate::store::{evidence, facts as stored, hex, sha256};
use making::Made;

/// How wide a chart is drawn, in pt: the width of a page of A4 between its margins.
const CHART_WIDTH: f32 = 470.0;

/// A report that was written and recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The export's id.
    pub export: ExportId,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Pages.
    pub pages: u64,
    /// What the reader of the file should know.
    pub warnings: Vec<Warning>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What a report is asked to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "ReportOrder")]
pub struct Order {
    /// The template's id.
    pub template: String,
    /// The language's id.
    pub language: String,
    /// The format's id.
    pub format: String,
    /// With the names of the people affected?
    pub names: bool,
}

/// A report as it would be written, recorded nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The time it speaks of: an export of these very bytes asks for it.
    pub now: Timestamp,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Pages.
    pub pages: u64,
    /// Which version of this template it is.
    pub version: u64,
    /// What the reader of the file should know.
    pub warnings: Vec<Warning>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Writes a report on a case and records it.
///
/// # Errors
/// `template.unknown`, `format.unknown`, `language.unknown`, `case.missing`; `export.leak` where a
/// report without names would name somebody.
pub async fn report(
    session: &Session,
    case: CaseId,
    template: &str,
    language: &str,
    format: &str,
    names: bool,
) -> Result<Written> {
    let order = Order { template: template.into(), language: language.into(), format: format.into(), names };
    export(session, case, &order, &mut |_| Ok(())).await
}

/// Lays a report's bytes down where they leave from. It is called before the report is recorded, and its refusal is one of
/// the whole export.
pub type Lay<'a> = &'a mut (dyn FnMut(&[u8]) -> Result<()> + Send);

/// Writes a report on a case, hands its bytes out and records it.
///
/// # Errors
/// As [`report`], and what `lay` refuses; then nothing is recorded.
pub async fn export(session: &Session, case: CaseId, order: &Order, lay: Lay<'_>) -> Result<Written> {
    written(session, case, (order, session.now), None, lay).await
}

/// Sets a report exactly as [`report`] does, the search for names included, and records nothing.
///
/// # Errors
/// As [`report`].
pub async fn preview(session: &Session, case: CaseId, order: &Order) -> Result<Preview> {
    let mut tx = session.store.read().await?;
    let Made { version, pages, warnings, bytes, .. } = making::make(&mut tx, case, order, session.now).await?;
    Ok(Preview { now: session.now, sha256: hex(&sha256(&[&bytes])), pages, version, warnings, bytes })
}

/// Writes and records the report that a preview has shown: at the preview's time, and only where these are its bytes.
/// The deed is done now.
///
/// # Errors
/// As [`report`]; `export.changed` where the case is no longer what the preview showed.
pub async fn export_previewed(
    session: &Session,
    case: CaseId,
    order: &Order,
    now: Timestamp,
    sha256: &str,
    lay: Lay<'_>,
) -> Result<Written> {
    written(session, case, (order, now), Some(sha256), lay).await
}

async fn written(
    session: &Session,
    case: CaseId,
    (order, now): (&Order, Timestamp),
    expected: Option<&str>,
    lay: Lay<'_>,
) -> Result<Written> {
    let params = json!(order);
    let mut deed = session.deed(case, Verb::Report, &params).await?;
    let Made { template, language, format, version, numbers, pages, warnings, bytes } =
        making::make(&mut deed, case, order, now).await?;
    if expected.is_some_and(|it| it != hex(&sha256(&[&bytes]))) {
        return Err(Error::new("export.changed"));
    }
    lay(&bytes)?;
    let names = order.names;
    let new = NewExport {
        template: &template,
        language: &language,
        format,
        names,
        now,
        version,
        numbers: &numbers,
        catalogue: "",
        pages,
        bytes: &bytes,
    };
    let (conn, work) = deed.parts();
    let Recorded { export, sha256 } = exports::record(conn, &work.act, work.deed_id, case, &new).await?;
    let sha256 = hex(&sha256);
    deed.done(1, &json!({"export": export, "sha256": sha256, "report": params})).await?;
    Ok(Written { export, sha256, pages, warnings, bytes })
}

/// A chart of a case as an SVG file.
///
/// # Errors
/// `chart.unknown`, `theme.unknown`, `language.unknown`, `case.missing`.
pub async fn chart(session: &Session, case: CaseId, chart: &str, language: &str, theme: &str) -> Result<String> {
    Ok(drawn(session, case, chart, language, theme, CHART_WIDTH).await?.1.svg)
}

/// A chart of a case, and its drawing so many pt wide.
///
/// # Errors
/// As [`chart`].
pub async fn drawn(
    session: &Session,
    case: CaseId,
    chart: &str,
    language: &str,
    theme: &str,
    width: f32,
) -> Result<(Figure, Drawing)> {
    let phrases = Phrases::of(language)?;
    let (chart, palette) = (charts::find(chart)?, Palette::find(theme)?);
    let mut tx = session.store.read().await?;
    let subject = stored::subject(&mut tx, case, session.now).await?;
    let figure = (chart.figure)(&subject, &phrases);
    let drawing = plot::drawing(&figure, palette, width);
    Ok((figure, drawing))
}

/// What was written about a case, in its order.
///
/// # Errors
/// What SQLite refuses.
pub async fn exports(session: &Session, case: CaseId) -> Result<Vec<ExportRecord>> {
    let mut tx = session.store.read().await?;
    evidence::exports(&mut tx, case).await
}

/// A report as it was written, byte for byte.
///
/// # Errors
/// `export.missing`; `book.damaged` where the bytes are not what was written.
pub async fn again(session: &Session, export: ExportId) -> Result<exports::Kept> {
    let mut tx = session.store.read().await?;
    exports::bytes(&mut tx, export).await
}
