//! Reports: looked at before they are written, written as they were looked at, written again.

use std::path::PathBuf;
use std::sync::Arc;

use breachbook::actions::reporting::{self, Order};
use breachbook::error::{Error, Result};
use breachbook::model::case::ExportRecord;
use breachbook::model::ids::{CaseId, ExportId};
use breachbook::world::outgoing::{self, Outgoing, Over, with_ending};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use super::cases::Of;
use crate::chooser::{Ask, ChosenFile};

/// Under which names bytes lie ready for the page.
const PREVIEW: &str = "report-preview";
const LOOK: &str = "report-look";

/// A report on a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ReportAsked")]
pub struct Asked {
    /// The case.
    pub case: CaseId,
    /// What it is to be.
    pub order: Order,
}

/// A report as it would be written.
#[derive(Debug, Serialize, TS)]
pub struct Previewed {
    /// The name that its bytes lie ready under.
    pub name: String,
    /// The time it speaks of.
    #[ts(type = "string")]
    pub now: jiff::Timestamp,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// Pages.
    pub pages: u64,
    /// Which version of its template it is.
    pub version: u64,
    /// What the reader of the file should know, in the reader's language.
    pub warnings: Vec<String>,
}

/// Sets a report and puts its bytes aside; nothing is recorded.
pub async fn preview(call: &Call, asked: Asked) -> Result<Previewed> {
    let session = call.desk.open().await?;
    let made = reporting::preview(&session, asked.case, &asked.order).await?;
    let phrases = call.desk.phrases();
    let warnings = made.warnings.iter().map(|it| phrases.warning(it)).collect();
    let size = made.bytes.len() as u64;
    call.desk.put(PREVIEW, Arc::new(made.bytes));
    let (now, sha256, pages, version) = (made.now, made.sha256, made.pages, made.version);
    Ok(Previewed { name: PREVIEW.to_owned(), now, sha256, size, pages, version, warnings })
}

/// A previewed report that is to be written.
#[derive(Debug, Deserialize, TS)]
pub struct Exporting {
    /// The case.
    pub case: CaseId,
    /// What it is.
    pub order: Order,
    /// The time that the preview speaks of.
    #[ts(type = "string")]
    pub now: jiff::Timestamp,
    /// SHA-256 of the preview.
    pub sha256: String,
    /// The preview's version.
    pub version: u64,
}

/// A report that was written and recorded.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    /// The export's id.
    pub export: ExportId,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Pages.
    pub pages: u64,
    /// Where it is, or was to be.
    pub file: ChosenFile,
    /// It is recorded, and could not be put in place: where its bytes are, in the reader's language.
    pub warning: Option<String>,
}

/// Asks where to; records and writes the very bytes of the preview. `null`: the dialog was closed.
pub async fn export(call: &Call, it: Exporting) -> Result<Option<Exported>> {
    let Some(place) = place(call, it.case, &it.order, it.version).await? else { return Ok(None) };
    // Bytes that cannot be laid down are refused before the book says that something left it.
    let mut out = Outgoing::begin(call.desk.target(&place).await?)?;
    let session = call.desk.open().await?;
    let lay = &mut |bytes: &[u8]| out.lay(bytes);
    let written = reporting::export_previewed(&session, it.case, &it.order, it.now, &it.sha256, lay).await?;
    let warning = out.put_after_deed().map(|it| call.desk.phrases().warning(&it));
    let (export, sha256, pages) = (written.export, written.sha256, written.pages);
    Ok(Some(Exported { export, sha256, pages, file: call.desk.chosen.keep(place.0), warning }))
}

/// What was written about a case, in its order.
pub async fn past(call: &Call, of: Of) -> Result<Vec<ExportRecord>> {
    reporting::exports(&*call.desk.open().await?, of.case).await
}

/// An export of a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "WhichExport")]
pub struct Which {
    /// The case.
    pub case: CaseId,
    /// The export's id.
    pub export: ExportId,
}

/// Puts an export's bytes aside, as they were written; says the name they lie ready under.
pub async fn look(call: &Call, which: Which) -> Result<String> {
    let session = call.desk.open().await?;
    let kept = reporting::again(&session, which.export).await?;
    call.desk.put(LOOK, Arc::new(kept.bytes));
    Ok(LOOK.to_owned())
}

/// Asks where to, and writes an export's bytes once more. `null`: the dialog was closed.
pub async fn again(call: &Call, which: Which) -> Result<Option<ChosenFile>> {
    let past = past(call, Of { case: which.case }).await?;
    let found = past.into_iter().find(|it| it.id == which.export);
    let record = found.ok_or_else(|| Error::new("export.missing").with("export", which.export))?;
    let version = record.version;
    let (template, language, format, names) = (record.template, record.language, record.format, record.names);
    let order = Order { template, language, format, names };
    let Some(place) = place(call, which.case, &order, version).await? else { return Ok(None) };
    let target = call.desk.target(&place).await?;
    let kept = reporting::again(&*call.desk.open().await?, which.export).await?;
    outgoing::put(target, &kept.bytes)?;
    Ok(Some(call.desk.chosen.keep(place.0)))
}

/// Asks where a report is to go: reference or title, template, language and version make the name that is suggested.
async fn place(call: &Call, case: CaseId, order: &Order, version: u64) -> Result<Option<(PathBuf, Over)>> {
    let ending = breachbook::actions::capabilities::ending(&order.format).unwrap_or_default();
    let session = call.desk.open().await?;
    let file = breachbook::actions::cases::show(&session, case).await?;
    // The dialog may stay open for long; the book is not held for it.
    drop(session);
    let phrases = call.desk.phrases();
    let of = file.case.reference.filter(|it| !it.trim().is_empty()).unwrap_or(file.case.title);
    let template = phrases.word("template", &order.template);
    let names = if order.names { phrases.say("report-file-names") } else { String::new() };
    let parts = [of, template, names, order.language.clone(), format!("v{version}")];
    let name = parts.iter().map(|it| speakable(it)).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("_");
    let ask = Ask {
        title: phrases.say("report-place"),
        name: Some(format!("{name}.{ending}")),
        endings: Some((phrases.word("format", &order.format), vec![ending])),
    };
    let chosen = call.desk.chooser.write(ask).await.into_iter().next();
    Ok(chosen.map(|path| with_ending(path, ending)))
}

/// Letters, digits and dashes: a name that every file system takes.
fn speakable(text: &str) -> String {
    let dashed: String = text.chars().map(|it| if it.is_alphanumeric() { it } else { '-' }).collect();
    dashed.split('-').filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-")
}
