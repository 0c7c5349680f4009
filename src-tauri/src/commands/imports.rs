//! Imports: files chosen, looked at, tried, taken in; what came of past ones.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use breachbook::actions::importing::{
    self, Asked, DateOrder, Given, Imported, Kept, LookedFile, LookedRow, PastImport, Said, Step,
};
use breachbook::error::Result;
use breachbook::model::account::{NewAccount, NewTagging, Problem};
use breachbook::model::facts::TypedConflict;
use breachbook::model::ids::{CaseId, ImportId};
use breachbook::model::zone;
use breachbook::world::files;
use breachbook::world::outgoing::{self, with_ending};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cases::Of;
use super::{Call, Progress, Refusal};
use crate::chooser::{Ask, ChosenFile};
use crate::desk::Desk;

/// Endings that the native dialog shows.
const ENDINGS: [&str; 11] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xltx", "json", "jsonl", "ndjson", "zip", "gz"];

/// A chosen file, and what is said of it alone.
#[derive(Debug, Deserialize, TS)]
pub struct FileToRead {
    /// Its token.
    pub token: u32,
    /// Column to field: by header, or `#` and its number from 1.
    pub map: Vec<(String, String)>,
    /// Which number of `03/04/2023` is the day.
    pub date_order: Option<DateOrder>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// What its rows are, of `capabilities.importers`; `null`: recognised.
    pub kind: Option<String>,
    /// The line of the header; 0: there is none; `null`: it is found.
    #[serde(default)]
    #[ts(as = "Option<u64>", optional)]
    pub header_line: Option<u64>,
    /// How its text is encoded; `null`: it is found.
    #[serde(default)]
    #[ts(optional)]
    pub encoding: Option<String>,
}

/// Files to look at or to import, and what is said of all of them.
#[derive(Debug, Deserialize, TS)]
pub struct ToImport {
    /// The case.
    pub case: CaseId,
    /// The files.
    pub files: Vec<FileToRead>,
    /// The zone of times that name none; `null`: the case's.
    pub zone: Option<String>,
    /// Leave region, organisation and residence open.
    pub no_tags: bool,
    /// Fill only accounts that are there, and add none: for directories and staff lists.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub enrich: bool,
    /// Say what would happen, and change nothing.
    pub dry_run: bool,
    /// Who handed the files over.
    pub handed_over: Option<String>,
    /// Who collected them, when, with what query and period.
    pub collected: Option<String>,
}

/// Asks for files in a native dialog.
pub async fn choose(call: &Call, (): ()) -> Result<Vec<ChosenFile>> {
    let phrases = call.desk.phrases();
    let endings = Some((phrases.say("import-endings"), ENDINGS.to_vec()));
    let ask = Ask { title: phrases.say("import-choose-title"), name: None, endings };
    let chosen = call.desk.chooser.read(ask, true).await;
    Ok(chosen.into_iter().map(|path| call.desk.chosen.keep(path)).collect())
}

/// A file as it was looked at: what was found, or why it cannot be read.
#[derive(Debug, Serialize, TS)]
pub struct FileLook {
    /// Its token.
    pub token: u32,
    /// What was recognised.
    pub look: Option<importing::Look>,
    /// The first rows as they would be read.
    pub rows: Vec<RowLook>,
    /// Why it cannot be read.
    pub refusal: Option<Refusal>,
}

/// A row as it would be read.
#[derive(Debug, Serialize, TS)]
pub struct RowLook {
    /// First physical line of the record, from 1.
    pub line: u64,
    /// The account.
    pub account: Option<NewAccount>,
    /// The tags of a sheet that came back.
    pub tagging: Option<NewTagging>,
    /// Fields left open, or why it would not be taken.
    pub problems: Vec<String>,
}

/// Looks at files; changes nothing.
pub async fn look(call: &Call, asked: ToImport) -> Result<Vec<FileLook>> {
    let session = call.desk.open().await?;
    let said = said(&asked)?;
    let stop = call.desk.begin("look");
    let mut looks = Vec::new();
    for file in &asked.files {
        // One by one: a file that is gone does not hide the others.
        let found = match given(&call.desk, file, &stop) {
            Ok(given) => shown(importing::look(&session, asked.case, vec![given], &said).await?),
            Err(refusal) => Some(LookedFile { name: String::new(), found: Err(refusal) }),
        };
        looks.extend(found.map(|found| file_look(&call.desk, file.token, found)));
    }
    Ok(looks)
}

/// Of an archive the first member that cannot be read, else its first: the same is said of all.
fn shown(looked: Vec<LookedFile>) -> Option<LookedFile> {
    let at = looked.iter().position(|it| it.found.is_err()).unwrap_or(0);
    looked.into_iter().nth(at)
}

fn file_look(desk: &Desk, token: u32, looked: LookedFile) -> FileLook {
    match looked.found {
        Ok((look, rows)) => {
            let rows = rows.into_iter().map(|row| row_look(desk, row)).collect();
            FileLook { token, look: Some(look), rows, refusal: None }
        }
        Err(refusal) => FileLook { token, look: None, rows: Vec::new(), refusal: Some(Refusal::of(&refusal, desk)) },
    }
}

fn row_look(desk: &Desk, row: LookedRow) -> RowLook {
    let problems = row.problems.iter().map(|it| desk.phrases().problem(it)).collect();
    RowLook { line: row.line, account: row.account, tagging: row.tagging, problems }
}

/// A row that was not taken, or a field that was left open.
#[derive(Debug, Serialize, TS)]
pub struct RowProblem {
    /// The file.
    pub file: String,
    /// First physical line of the record, from 1.
    pub line: u64,
    /// The column's header, where it is one column's.
    pub column: Option<String>,
    /// Why, in the reader's language.
    pub reason: String,
    /// The whole row was not taken.
    pub rejected: bool,
}

/// What came of an import, or would come of it.
#[derive(Debug, Serialize, TS)]
pub struct Ran {
    /// Its id; `null` where nothing was changed.
    pub import: Option<ImportId>,
    /// Rows of all files.
    #[serde(flatten)]
    pub rows: importing::Rows,
    /// Fields for which it states something else than others, and typed counts that it contradicts.
    pub conflicts: u64,
    /// Typed counts that the list contradicts now.
    pub typed: Vec<TypedConflict>,
    /// Accounts that a sheet's rows changed.
    pub changed: u64,
    /// Each file.
    pub files: Vec<importing::WrittenFile>,
    /// The first problems.
    pub problems: Vec<RowProblem>,
    /// All of them.
    pub problems_total: u64,
}

/// Imports files, or says what would happen: all of them or none.
pub async fn run(call: &Call, asked: ToImport) -> Result<Ran> {
    let session = call.desk.open().await?;
    let stop = call.desk.begin("import");
    let given = asked.files.iter().map(|file| given(&call.desk, file, &stop)).collect::<Result<Vec<_>>>()?;
    let said = said(&asked)?;
    let mut progress = |step| {
        (call.progress)(match step {
            Step::Rows(done) => Progress { done, of: None },
            Step::Keys { done, of } => Progress { done, of: Some(of) },
        });
    };
    let done = importing::import(&session, asked.case, given, &said, &stop, &mut progress).await;
    Ok(ran(&call.desk, done?))
}

fn ran(desk: &Desk, imported: Imported) -> Ran {
    let written = imported.written;
    let phrases = desk.phrases();
    let problem = |it: Problem| RowProblem {
        reason: importing::why(&Problem { column: None, ..it.clone() }, &phrases),
        rejected: it.rejected.is_some(),
        file: it.file,
        line: it.line,
        column: it.column,
    };
    Ran {
        import: imported.import,
        rows: written.rows,
        conflicts: written.conflicts,
        typed: written.typed,
        changed: written.tagged,
        files: written.files,
        problems: written.problems.into_iter().map(problem).collect(),
        problems_total: written.problems_total,
    }
}

/// Past imports, the latest first.
pub async fn past(call: &Call, of: Of) -> Result<Vec<PastImport>> {
    let session = call.desk.open().await?;
    importing::past(&session, of.case).await
}

/// An import of a case.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "OfImport")]
pub struct OfImport {
    /// The case.
    pub case: CaseId,
    /// The import.
    pub import: ImportId,
}

/// Takes an import back: its rows go, its record stays.
pub async fn take_back(call: &Call, of: OfImport) -> Result<importing::TakenBack> {
    let session = call.desk.open().await?;
    importing::undo(&session, of.case, Some(of.import)).await
}

/// The first problems of a past import.
pub async fn problems(call: &Call, of: OfImport) -> Result<Vec<RowProblem>> {
    let session = call.desk.open().await?;
    let phrases = call.desk.phrases();
    let kept = importing::problems(&session, of.case, of.import).await?;
    let problem = |it: Kept| RowProblem {
        reason: importing::reason(&Kept { column: None, ..it.clone() }, &phrases),
        rejected: it.rejected,
        file: it.file,
        line: it.line,
        column: it.column,
    };
    Ok(kept.into_iter().map(problem).collect())
}

/// Writes all problems of an import to a file that the user chooses, as CSV.
pub async fn rejects(call: &Call, of: OfImport) -> Result<Option<ChosenFile>> {
    let phrases = call.desk.phrases();
    let name = Some(format!("{}-{}.csv", phrases.say("import-rejects-name"), of.import));
    let endings = Some(("CSV".to_owned(), vec!["csv"]));
    let ask = Ask { title: phrases.say("import-rejects-title"), name, endings };
    let Some(path) = call.desk.chooser.write(ask).await.into_iter().next() else { return Ok(None) };
    let chosen = with_ending(path, "csv");
    let target = call.desk.target(&chosen).await?;
    let session = call.desk.open().await?;
    let bytes = importing::rejects(&session, of.case, of.import, &phrases).await?;
    outgoing::put(target, &bytes)?;
    Ok(Some(call.desk.chosen.keep(chosen.0)))
}

fn said(asked: &ToImport) -> Result<Asked> {
    let text = |text: &Option<String>| text.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
    Ok(Asked {
        no_tags: asked.no_tags,
        enrich: asked.enrich,
        dry_run: asked.dry_run,
        zone: asked.zone.as_deref().map(zone::read).transpose()?,
        handed_over: text(&asked.handed_over),
        collected: text(&asked.collected),
        ..Asked::default()
    })
}

fn given(desk: &Desk, file: &FileToRead, stop: &Arc<AtomicBool>) -> Result<Given> {
    let path = desk.chosen.path(file.token)?;
    let source = files::open_until(&path, stop)?;
    let said = Said {
        kind: file.kind.clone(),
        map: file.map.clone(),
        date_order: file.date_order,
        sheets: file.sheet.iter().cloned().collect(),
        header_line: file.header_line,
        encoding: file.encoding.clone(),
    };
    Ok(Given { name: files::name(&path), source: Box::new(source), said })
}
