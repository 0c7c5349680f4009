//! Reports and charts: `report`, `chart`, `export list`, `export again`. A report that must not name anybody is
//! searched for everybody on the list before a single byte of it is kept.

mod nameless;
mod state;

use serde_json::json;

use super::Session;
use crate::error::{Error, Result, Warning};
use crate::lang::Phrases;
use crate::model::case::ExportRecord;
use crate::model::facts::Facts;
use crate::model::figure::Figure;
use crate::plot::{self, Drawing, Palette};
use crate::store::explain::{self, Since};
use crate::store::exports::{self, NewExport};
use crate::store::{Connection, accounts, deeds, evidence, facts as stored, hex};
use crate::templates::{self, Brief, Template, small_cells};
use crate::{charts, export};
use nameless::Search;

/// How wide a chart is drawn, in pt: the width of a page of A4 between its margins.
const CHART_WIDTH: f32 = 470.0;

/// A report that was written and recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The export's id.
    pub export: i64,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Pages.
    pub pages: u64,
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
    case: i64,
    template: &str,
    language: &str,
    format: &str,
    names: bool,
) -> Result<Written> {
    let (template, format) = (template_of(template)?, format_of(format)?);
    let phrases = Phrases::of(language)?;
    let mut tx = session.store.begin().await?;
    let mut facts = stored::read(&mut tx, case, session.now).await?;
    let facts_sha256 = state::hash(&facts);
    let mut brief = brief(&mut tx, &facts, template, &facts_sha256, names).await?;
    let searched = match names {
        true => None,
        false => Some(Search::begin(&mut tx, &mut facts, &mut brief, &phrases).await?),
    };
    let document = (template.compose)(&facts, &brief, &phrases);
    // 100,000 accounts stand in the document now; nobody asks for them again.
    drop(brief);
    let mut bytes = Vec::new();
    searched.iter().try_for_each(|search| search.document(&document, &phrases))?;
    let done = (format.write)(&document, &mut bytes)?;
    searched.iter().try_for_each(|search| search.texts(&(format.read)(&bytes)?, &phrases))?;
    drop(document);
    let pages = u64::from(done.pages);
    let new = NewExport {
        template: template.id,
        language: phrases.language(),
        format: format.id,
        names,
        facts_sha256,
        catalogue: "",
        pages,
        bytes: &bytes,
    };
    let (export, sha256) = record(&mut tx, session, case, &new).await?;
    tx.commit().await?;
    let warnings = warnings(&facts, names, done.unshown.len() as u64);
    Ok(Written { export, sha256, pages, warnings, bytes })
}

/// One deed, one entry in the log, the bytes with it.
async fn record(conn: &mut Connection, session: &Session, case: i64, new: &NewExport<'_>) -> Result<(i64, String)> {
    let act = session.act();
    let params = json!({"template": new.template, "language": new.language, "format": new.format, "names": new.names});
    let deed = deeds::begin(conn, &act, Some(case), "report", &params, false).await?;
    let (export, sha256) = exports::record(conn, &act, deed, case, new).await?;
    let sha256 = hex(&sha256);
    deeds::finish(conn, deed, &act, 1, &json!({"export": export, "sha256": sha256, "report": params})).await?;
    Ok((export, sha256))
}

/// What the reader of the file should know: numbers so small that they may point to a person where nobody is named;
/// characters that no face could show.
fn warnings(facts: &Facts, names: bool, unshown: u64) -> Vec<Warning> {
    let small = if names { 0 } else { small_cells::count(facts) };
    let all = [Warning { code: "report.small_cells", n: small }, Warning { code: "report.unshown", n: unshown }];
    all.into_iter().filter(|warning| warning.n > 0).collect()
}

fn template_of(id: &str) -> Result<&'static Template> {
    templates::find(id).ok_or_else(|| {
        let known = templates::TEMPLATES.iter().map(|it| it.id).collect::<Vec<_>>().join(", ");
        Error::new("template.unknown").with("template", id).with("known", known)
    })
}

fn format_of(id: &str) -> Result<&'static export::Format> {
    export::find(id).ok_or_else(|| {
        let known = export::FORMATS.iter().map(|it| it.id).collect::<Vec<_>>().join(", ");
        Error::new("format.unknown").with("format", id).with("known", known)
    })
}

async fn brief(
    conn: &mut Connection,
    facts: &Facts,
    template: &Template,
    facts_sha256: &[u8; 32],
    names: bool,
) -> Result<Brief> {
    let (version, previous) = state::version(&facts.case.exports, template.id, &hex(facts_sha256));
    Ok(Brief {
        names,
        version,
        previous,
        accounts: if names { accounts::listed(conn, facts.case.case.id).await? } else { Vec::new() },
        sheet: Some(explain::sheet(conn, facts, Since::PreviousVersion).await?),
        program: concat!("Breachbook ", env!("CARGO_PKG_VERSION")).to_owned(),
    })
}

/// A chart of a case as an SVG file.
///
/// # Errors
/// `chart.unknown`, `theme.unknown`, `language.unknown`, `case.missing`.
pub async fn chart(session: &Session, case: i64, chart: &str, language: &str, theme: &str) -> Result<String> {
    Ok(drawn(session, case, chart, language, theme, CHART_WIDTH).await?.1.svg)
}

/// A chart of a case, and its drawing so many pt wide.
///
/// # Errors
/// As [`chart`].
pub async fn drawn(
    session: &Session,
    case: i64,
    chart: &str,
    language: &str,
    theme: &str,
    width: f32,
) -> Result<(Figure, Drawing)> {
    let phrases = Phrases::of(language)?;
    let chart = charts::find(chart).ok_or_else(|| {
        let known = charts::CHARTS.iter().map(|it| it.id).collect::<Vec<_>>().join(", ");
        Error::new("chart.unknown").with("chart", chart).with("known", known)
    })?;
    let palette = Palette::find(theme).ok_or_else(|| {
        let known = plot::PALETTES.iter().map(|it| it.id).collect::<Vec<_>>().join(", ");
        Error::new("theme.unknown").with("theme", theme).with("known", known)
    })?;
    let mut tx = session.store.read().await?;
    let facts = stored::read(&mut tx, case, session.now).await?;
    let figure = (chart.figure)(&facts, &phrases);
    let drawing = plot::drawing(&figure, palette, width);
    Ok((figure, drawing))
}

/// What was written about a case, in its order.
///
/// # Errors
/// What SQLite refuses.
pub async fn exports(session: &Session, case: i64) -> Result<Vec<ExportRecord>> {
    let mut tx = session.store.read().await?;
    evidence::exports(&mut tx, case).await
}

/// A report as it was written, byte for byte.
///
/// # Errors
/// `export.missing`; `book.damaged` where the bytes are not what was written.
pub async fn again(session: &Session, export: i64) -> Result<exports::Kept> {
    let mut tx = session.store.read().await?;
    exports::bytes(&mut tx, export).await
}
