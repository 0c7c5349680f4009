//! Importing: files to rows to accounts, in one transaction; the same taken back; what was not taken.
//!
//! Files come opened; nothing here opens one.

mod look;

use std::sync::atomic::AtomicBool;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::Session;
use crate::error::{Error, Result};
use crate::export::sheets;
use crate::import::{self, Member, Options, Reading, Recognised, Source, Within};
use crate::lang::Phrases;
use crate::model::account::Problem;
use crate::model::case::ImportRecord;
use crate::model::ids::{CaseId, ImportId, Under};
use crate::model::sums::ROWS;
use crate::model::verb::Verb;

use crate::store::importing::{self as store, FileFacts, Incoming, Pace, Terms, Watch, Written};
use crate::store::rejects;
pub use crate::store::rejects::Kept;
use crate::store::{anew, deeds, forgetting, taking_back};

pub use crate::import::DateOrder;
pub use crate::store::importing::{PastImport, Rows, Step, WrittenFile};
pub use crate::store::taking_back::TakenBack;
pub use look::{Earlier, Look, LookedFile, LookedRow, QuestionOfDates, look};

/// A file as the caller hands it.
pub struct Given {
    /// Its name, without its folder.
    pub name: String,
    /// Opened, at its begin.
    pub source: Source,
    /// What is said of this file alone.
    pub said: Said,
}

impl Given {
    /// A file of which nothing is said.
    #[must_use]
    pub fn new(name: &str, source: Source) -> Self {
        Self { name: name.to_owned(), source, said: Said::default() }
    }
}

/// What the caller says of one file; it goes before what is said of all ([`Asked`]).
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What its rows are: a kind's id.
    pub kind: Option<String>,
    /// Column to field.
    pub map: Vec<(String, String)>,
    /// Which number of `03/04/2023` is the day.
    pub date_order: Option<DateOrder>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The line of the header; 0: there is none.
    pub header_line: Option<u64>,
    /// How its text is encoded.
    pub encoding: Option<String>,
}

/// How files are to be read, as far as the caller says.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What their rows are: a kind's id; `None`: recognised.
    pub kind: Option<String>,
    /// Column to field.
    pub map: Vec<(String, String)>,
    /// Leave region, organisation and residence open.
    pub no_tags: bool,
    /// Fill only accounts that are there, and add none.
    pub enrich: bool,
    /// Say what would happen, and change nothing.
    pub dry_run: bool,
    /// Which number of `03/04/2023` is the day.
    pub date_order: Option<DateOrder>,
    /// The zone of times that name none; `None`: the case's.
    pub zone: Option<TimeZone>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The line of the header; 0: there is none.
    pub header_line: Option<u64>,
    /// How its text is encoded.
    pub encoding: Option<String>,
    /// Who handed the files over.
    pub handed_over: Option<String>,
    /// Who collected them, when, with what query and period.
    pub collected: Option<String>,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Its id; none of a dry run.
    pub import: Option<ImportId>,
    /// What became of the rows.
    pub written: Written,
    /// How each file was understood, beside [`Written::files`]; none of a file that could not be read.
    pub how: Vec<Option<Recognised>>,
}

impl Imported {
    /// Each file with what became of its rows and how it was understood.
    fn files(&self) -> Vec<Value> {
        let file = |(file, how): (&WrittenFile, &Option<Recognised>)| {
            let (mut said, how) = (json!(file), json!(how));
            for (name, value) in how.as_object().into_iter().flatten() {
                // What the rows are is said by the file itself.
                if said.get(name).is_none() {
                    said[name] = value.clone();
                }
            }
            // `why` says it.
            let columns = said.get_mut("columns").and_then(Value::as_array_mut).into_iter().flatten();
            columns.filter_map(Value::as_object_mut).for_each(|it| drop(it.remove("secret")));
            said
        };
        self.written.files.iter().zip(&self.how).map(file).collect()
    }

    /// The contract's form (docs/model.md, Import); reasons are sentences in the reader's language. `changed` stands beside it
    /// where a sheet came back: accounts that its rows changed; `unmatched` where accounts were only to be filled.
    #[must_use]
    pub fn json(&self, phrases: &Phrases) -> Value {
        let written = &self.written;
        let problem = |it: &Problem| {
            let reason = why(it, phrases);
            json!({"file": it.file, "line": it.line, "column": it.column, "code": it.code, "reason": reason})
        };
        let mut said = json!({
            "import": self.import,
            "read": written.rows.read,
            "new": written.rows.new,
            "merged": written.rows.merged,
            "rejected": written.rows.rejected,
            "conflicts": written.conflicts,
            "files": self.files(),
            "problems": written.problems.iter().map(problem).collect::<Vec<_>>(),
            "problems_total": written.problems_total,
        });
        if !written.typed.is_empty() {
            said["typed"] = json!(written.typed);
        }
        if written.tagged > 0 {
            said["changed"] = written.tagged.into();
        }
        if let Some(unmatched) = written.rows.unmatched {
            said["enrich"] = true.into();
            said["unmatched"] = unmatched.into();
        }
        said
    }
}

/// Imports files into a case: all of them or none.
///
/// # Errors
/// What an importer refuses of a file as a whole; `import.nothing_usable`; `cancelled`.
pub async fn import(
    session: &Session,
    case: CaseId,
    files: Vec<Given>,
    asked: &Asked,
    cancel: &AtomicBool,
    progress: &mut (dyn FnMut(Step) + Send),
) -> Result<Imported> {
    let mut deed = session.deed(case, Verb::Import, &Value::Null).await?;
    let (conn, work) = deed.parts();
    let (mut incoming, mut how) = (Vec::new(), Vec::new());
    let clock = Clock { zone: work.zone.clone(), now: Some(work.act.at) };
    for file in files {
        for (read, understood) in read_or_tell(file, asked, &clock)? {
            incoming.push(read);
            how.push(understood);
        }
    }
    let files: Vec<_> = incoming.iter().map(|it| json!({"file": it.facts.name, "sha256": it.facts.sha256})).collect();
    let mut params = json!({"files": files, "no_tags": asked.no_tags, "map": asked.map});
    if asked.enrich {
        params["enrich"] = true.into();
    }
    deeds::ask(conn, work.deed_id, &params).await?;
    let terms = Terms {
        act: work.act,
        case_id: case,
        deed_id: work.deed_id,
        zone: work.zone.clone(),
        no_tags: asked.no_tags,
        enrich: asked.enrich,
        handed_over: asked.handed_over.clone(),
        collected: asked.collected.clone(),
        dry_run: asked.dry_run,
        folder: session.store.folder(),
        pace: Pace::default(),
    };
    let written = store::write(conn, &terms, incoming, &mut Watch { cancel, progress }).await?;
    if asked.dry_run {
        return Ok(Imported { import: None, written, how });
    }
    let detail = json!({"import": written.import, "files": files, "rows": written.rows});
    deed.done(written.rows.new + written.rows.merged, &detail).await?;
    Ok(Imported { import: Some(written.import), written, how })
}

/// A file, or a member of an archive.
struct Part {
    given: Given,
    within: Option<Within>,
}

/// The files of a file: itself, or the members of an archive, of each of which the same is said.
fn parts(given: Given) -> Result<Vec<Part>> {
    let Given { name, source, said } = given;
    let part =
        |it: Member| Part { given: Given { name: it.name, source: it.source, said: said.clone() }, within: it.within };
    Ok(import::unwrap(source, &name)?.into_iter().map(part).collect())
}

/// When it is, and where times without a zone are.
struct Clock {
    zone: TimeZone,
    now: Option<Timestamp>,
}

/// A file to write, and how it was understood.
type Understood = (Incoming, Option<Recognised>);

/// Reads a file; of one that cannot be read at all, a dry run tells why and goes on.
fn read_or_tell(given: Given, asked: &Asked, clock: &Clock) -> Result<Vec<Understood>> {
    let name = given.name.clone();
    let told = |name: String, read: Result<Vec<Understood>>| match read {
        Err(refusal) if asked.dry_run && refusal.code.starts_with("import.") => {
            Ok(vec![(untouched(name, refusal), None)])
        }
        read => read,
    };
    match parts(given) {
        Ok(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(told(part.given.name.clone(), read(part, asked, clock))?);
            }
            Ok(all)
        }
        Err(refusal) => told(name, Err(refusal)),
    }
}

/// A file of which nothing is read but why.
fn untouched(name: String, refusal: Error) -> Incoming {
    let line = refusal.place.as_deref().and_then(|place| place.line).unwrap_or(1);
    let problem = Problem::of_the_file(&name, line, refusal);
    let facts = FileFacts {
        name,
        sha256: String::new(),
        size: 0,
        container: "",
        kind: "",
        sum: &ROWS,
        reading: "{}".to_owned(),
    };
    Incoming { facts, entries: Box::new(std::iter::once(Err(problem))) }
}

/// Why a row, a field or a file as a whole was not taken, in the reader's language.
#[must_use]
pub fn why(problem: &Problem, phrases: &Phrases) -> String {
    if problem.is_of_the_file() { phrases.error(&problem.refusal()) } else { phrases.problem(problem) }
}

fn read(part: Part, asked: &Asked, clock: &Clock) -> Result<Vec<Understood>> {
    let (source, options) = prepared(part, asked, clock)?;
    let understood = |it: Reading| {
        let Reading { name, how, sha256, size, sum, entries, .. } = it;
        let reading = serde_json::to_string(&how).map_err(|cause| Error::new("internal").because(cause))?;
        let facts = FileFacts { name, sha256, size, container: how.container, kind: how.kind, sum, reading };
        Ok((Incoming { facts, entries }, Some(how)))
    };
    import::read(source, &options)?.into_iter().map(understood).collect()
}

/// How a file is to be read.
fn prepared(part: Part, asked: &Asked, clock: &Clock) -> Result<(Source, Options)> {
    let Given { name, source, said } = part.given;
    let options = Options {
        file: name,
        map: if said.map.is_empty() { asked.map.clone() } else { said.map },
        zone: asked.zone.clone().unwrap_or_else(|| clock.zone.clone()),
        date_order: said.date_order.or(asked.date_order),
        no_tags: asked.no_tags,
        enrich: asked.enrich,
        sheets: if said.sheets.is_empty() { asked.sheets.clone() } else { said.sheets },
        header_line: said.header_line.or(asked.header_line),
        encoding: said.encoding.or_else(|| asked.encoding.clone()),
        kind: said.kind.as_deref().or(asked.kind.as_deref()).map(import::kind).transpose()?,
        within: part.within,
        looking: false,
        now: clock.now,
    };
    Ok((source, options))
}

/// The imports of a case.
///
/// # Errors
/// What the store refuses.
pub async fn list(session: &Session, case: CaseId) -> Result<Vec<ImportRecord>> {
    store::list(&mut *session.store.read().await?, case).await
}

/// The imports of a case, whole, the latest first.
///
/// # Errors
/// What the store refuses.
pub async fn past(session: &Session, case: CaseId) -> Result<Vec<PastImport>> {
    store::past(&mut *session.store.read().await?, case).await
}

/// Takes an import back, or the last that still stands; a deed of its own. Afterwards the file is written anew, so that
/// nothing of what went is left in it; where that cannot be done, it is said, and the import is taken back all the same.
///
/// # Errors
/// `import.unknown`, `import.already_taken_back`, `import.nothing_to_take_back`.
pub async fn undo(session: &Session, case: CaseId, import: Option<ImportId>) -> Result<TakenBack> {
    let mut deed = session.deed(case, Verb::ImportUndo, &Value::Null).await?;
    let (conn, work) = deed.parts();
    let import = taking_back::meant(conn, case, import).await?;
    deeds::ask(conn, work.deed_id, &json!({"import": import})).await?;
    let mut taken = anew::take_back(conn, Under { case_id: case, deed_id: work.deed_id }, import, &work.zone).await?;
    deed.done(taken.removed + taken.restored, &json!(taken)).await?;
    taken.traces = forgetting::write_anew(&session.store).await.is_err();
    Ok(taken)
}

/// The rows of an import that were not taken, and the fields left open, as CSV: file, line, code, reason, then the
/// cells as they were read.
///
/// # Errors
/// `import.unknown`.
pub async fn rejects(session: &Session, case: CaseId, import: ImportId, phrases: &Phrases) -> Result<Vec<u8>> {
    let kept = rejects::of_import(&mut *session.store.read().await?, case, import).await?;
    let rows = kept.into_iter().map(|row| {
        let reason = reason(&row, phrases);
        [row.file, row.line.to_string(), row.code, reason].into_iter().chain(row.cells).collect::<Vec<_>>()
    });
    let mut out = Vec::new();
    sheets::plain(&["file", "line", "code", "reason", "cells"], rows, &mut out)?;
    Ok(out)
}

/// The first problems of an import, as they were kept.
///
/// # Errors
/// `import.unknown`.
pub async fn problems(session: &Session, case: CaseId, import: ImportId) -> Result<Vec<Kept>> {
    let mut kept = rejects::of_import(&mut *session.store.read().await?, case, import).await?;
    kept.truncate(store::SHOWN_PROBLEMS);
    Ok(kept)
}

/// Why a row was not taken, or a field left open, in the reader's language.
#[must_use]
pub fn reason(row: &Kept, phrases: &Phrases) -> String {
    let args = row.args.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    phrases.problem_of(&row.code, args, row.column.as_deref())
}
