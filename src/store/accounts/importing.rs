//! Writing an import: rows of any number of files, merged into the case, tallied and recorded, or none of it.
//!
//! Rows are read on a thread of their own and written in chunks whose rows are in the order of their keys: without
//! that order the index, and a sealed book's pages with it, are written over and over (docs/decisions/0011).
//! Memory holds three chunks, whatever the file's size; the keys of a list that is mostly new are set aside until
//! its end, in a scratch file. It never opens a list.

mod aside;
mod beside;
mod chunks;
mod enriching;
mod identifying;
mod keys;
mod merge;
mod new_account;
mod pace;
mod past;
mod record;
mod refused;
mod rows;
mod settling;
mod sheet;
mod watch;

use std::path::Path;

use jiff::tz::TimeZone;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::legend::{self, Legend};
use crate::error::{Error, Result};
use crate::model::account::{Entries, Problem};
use crate::model::facts::TypedConflict;
use crate::model::ids::{AccountId, CaseId, DeedId, FileOf, ImportId, Under};
use crate::model::sums::Sum;
use crate::model::who::Act;
use crate::store::base::bulk::Bulk;
use crate::store::log::commitment::leaves::{Touching, touch_changed};

use crate::store::numbers::facts::typed;
use crate::store::tally::Moves;
use crate::store::values::before::Keeping;
pub use crate::store::written::counters::Rows;
use crate::store::written::tree_index::By;

pub use crate::store::written::imported::of_case as list;
pub use pace::Pace;
pub use past::{Earlier, PastImport, earlier, past};
pub use watch::{Step, Watch};

/// `problems` of a result holds so many (docs/model.md, Import).
pub const SHOWN_PROBLEMS: usize = 1_000;

/// What is known of a file before its rows are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Its name, without its folder.
    pub name: String,
    /// SHA-256 of the bytes as read, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// How its rows are held.
    pub container: &'static str,
    /// What they are.
    pub kind: &'static str,
    /// What its numbers add up to, by its kind.
    pub sum: &'static Sum,
    /// How it was understood, as JSON.
    pub reading: String,
}

/// A file to write: what is known of it, and its rows.
pub struct Incoming {
    /// What is known of it.
    pub facts: FileFacts,
    /// Its rows.
    pub entries: Entries,
}

/// What an import is made under.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// By whom and when.
    pub act: Act<'a>,
    /// Into which case.
    pub case_id: CaseId,
    /// Under which deed.
    pub deed_id: DeedId,
    /// The case's zone, for days.
    pub zone: TimeZone,
    /// Leave region, organisation and residence open.
    pub no_tags: bool,
    /// Fill only accounts that are there, and add none.
    pub enrich: bool,
    /// Who handed the files over.
    pub handed_over: Option<String>,
    /// Who collected them, when, with what query and period.
    pub collected: Option<String>,
    /// Files of which no row is usable are no refusal.
    pub dry_run: bool,
    /// Where the keys of a long list may wait for its end, sealed: the book's folder.
    pub folder: &'a Path,
    /// In what steps; the outcome is the same.
    pub pace: Pace,
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The import.
    pub import: ImportId,
    /// Rows of all files.
    pub rows: Rows,
    /// Fields of accounts for which this import states something else than others, and typed counts that it contradicts.
    pub conflicts: u64,
    /// Typed counts that the list contradicts now, and nobody has decided.
    pub typed: Vec<TypedConflict>,
    /// Accounts that a sheet's rows changed.
    pub tagged: u64,
    /// Each file, in the order given.
    pub files: Vec<WrittenFile>,
    /// The first 1,000.
    pub problems: Vec<Problem>,
    /// All of them.
    pub problems_total: u64,
}

/// What became of a file's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct WrittenFile {
    /// Its name, without its folder.
    pub file: String,
    /// SHA-256 of the bytes as read, in hexadecimal.
    pub sha256: String,
    /// How its rows are held: a container's id.
    pub container: &'static str,
    /// What they are: a kind's id.
    pub kind: &'static str,
    /// Its rows.
    #[serde(flatten)]
    pub rows: Rows,
    /// An earlier import of the same bytes into this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub same_as: Option<ImportId>,
    /// That one was taken back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub same_as_taken_back: bool,
}

/// An import while it is written.
struct Writing<'t> {
    terms: &'t Terms<'t>,
    import: ImportId,
    /// Its place among the files.
    file: i64,
    /// The id of the first row; each row has its own, used or not.
    first_account: AccountId,
    next_account: AccountId,
    next_problem: i64,
    /// The keys of this file that wait for its end.
    aside: aside::Aside<'t>,
    /// Whether more rows of this file come after those that are written now.
    goes_on: bool,
    /// Rows of this file whose keys were placed at once, and how many of these were known.
    placed: (u64, u64),
    legend: Legend,
    moves: Moves,
    /// From the first to the last access that this file's rows state.
    period: chunks::Period,
    /// What is to be said of rows that were taken.
    doubts: Vec<Problem>,
    /// What a sheet's rows took from accounts.
    tags: Keeping,
    /// What accounts that are new come to.
    beside: beside::Beside,
    written: Written,
    rows: Rows,
}

/// Writes the files into the case, in the caller's transaction.
///
/// # Errors
/// `cancelled`; `import.nothing_usable` for a file none of whose rows is usable; what SQLite refuses.
pub async fn write(
    conn: &mut SqliteConnection,
    terms: &Terms<'_>,
    incoming: Vec<Incoming>,
    watch: &mut Watch<'_>,
) -> Result<Written> {
    let mut writing = Writing::begin(conn, terms).await?;
    for (at, file) in (0..).zip(incoming) {
        writing.file = at;
        writing.file(conn, file, watch).await?;
    }
    writing.end(conn).await
}

impl<'t> Writing<'t> {
    async fn begin(conn: &mut SqliteConnection, terms: &'t Terms<'t>) -> Result<Self> {
        let import = record::begin(conn, terms).await?;
        let next: i64 = sqlx::query_scalar("SELECT next_account FROM cases WHERE id = ?")
            .bind(terms.case_id)
            .fetch_one(&mut *conn)
            .await?;
        let first_account = terms.case_id.account(next);
        Ok(Self {
            terms,
            import,
            file: 0,
            first_account,
            next_account: first_account,
            next_problem: 1,
            aside: aside::Aside::new(terms.folder),
            goes_on: false,
            placed: (0, 0),
            legend: legend::read(conn, terms.case_id).await?,
            moves: Moves::default(),
            period: chunks::Period::default(),
            doubts: Vec::new(),
            tags: Keeping::default(),
            beside: beside::Beside::of(import, first_account),
            written: Written {
                import,
                rows: Rows::none(terms.enrich),
                conflicts: 0,
                typed: typed::contradicted(conn, terms.case_id).await?,
                tagged: 0,
                files: Vec::new(),
                problems: Vec::new(),
                problems_total: 0,
            },
            rows: Rows::none(terms.enrich),
        })
    }

    async fn file(&mut self, conn: &mut SqliteConnection, incoming: Incoming, watch: &mut Watch<'_>) -> Result<()> {
        (self.rows, self.placed, self.period) = (Rows::none(self.terms.enrich), (0, 0), chunks::Period::default());
        let (facts, first_account) = (incoming.facts, self.next_account);
        let before = refused::Before::of(self, conn).await?;
        let same = record::same_bytes(conn, self.terms.case_id, &facts.sha256, Some(self.import)).await?;
        record::begin_file(conn, self.file_of(), first_account, &facts).await?;
        self.legend.files.insert(self.file_of(), facts.name.clone());
        let Terms { no_tags, pace, .. } = *self.terms;
        let mut chunks = chunks::read(incoming.entries, pace.chunk, no_tags, self.terms.zone.clone());
        let mut names = chunks::Ids::default();
        while let Some(mut chunk) = chunks.next().await {
            watch.step(self.step())?;
            if let Some(problem) = chunk.problems.pop_if(|it| it.is_of_the_file()) {
                return self.refused(conn, facts, problem, before).await;
            }
            let written = self.chunk(conn, chunk, &mut names).await?;
            chunks.is_written(written);
        }
        chunks.joined()?;
        watch.step(self.step())?;
        {
            let bulk = Bulk::hold(conn).await?;
            settling::settle(self, &bulk, watch)?;
            let doubts = std::mem::take(&mut self.doubts);
            self.keep_problems(&bulk, doubts)?;
        }
        self.end_file(conn, facts, same).await
    }

    const fn file_of(&self) -> FileOf {
        FileOf { import: self.import, seq: self.file }
    }

    const fn step(&self) -> Step {
        Step::Rows(self.written.rows.read + self.rows.read)
    }

    async fn chunk(
        &mut self,
        conn: &mut SqliteConnection,
        mut chunk: chunks::Chunk,
        names: &mut chunks::Ids,
    ) -> Result<chunks::Chunk> {
        if self.terms.enrich {
            enriching::keep_what_is_there(self, &Bulk::hold(conn).await?, &mut chunk)?;
        }
        let by = By { deed_id: self.terms.deed_id, at: self.terms.act.at };
        names.learn(conn, &chunk, &mut self.legend, by).await?;
        let sheet = sheet::Wanted::learn(conn, &chunk.taggings, &mut self.legend, by).await?;
        let bulk = Bulk::hold(conn).await?;
        self.rows.read += chunk.read;
        self.period.hold_all(chunk.period, &self.terms.zone);
        self.goes_on = chunk.is_full;
        rows::write(self, &bulk, std::mem::take(&mut chunk.rows), &chunk.order, names)?;
        sheet::write(self, &bulk, &chunk.taggings, &sheet, &mut chunk.problems)?;
        chunk.problems.append(&mut self.doubts);
        self.keep_problems(&bulk, std::mem::take(&mut chunk.problems))?;
        Ok(chunk)
    }

    fn keep_problems(&mut self, bulk: &Bulk<'_>, problems: Vec<Problem>) -> Result<()> {
        super::rejects::keep(bulk, self.import, self.next_problem, &problems)?;
        if !problems.is_empty() {
            Touching::new(bulk)?.rejected(self.terms.case_id, self.import)?;
        }
        let count = u64::try_from(problems.len()).unwrap_or(u64::MAX);
        self.next_problem = self.next_problem.saturating_add_unsigned(count);
        self.written.problems_total += count;
        self.rows.rejected += u64::try_from(problems.iter().filter(|it| it.rejected.is_some()).count()).unwrap_or(0);
        let room = SHOWN_PROBLEMS.saturating_sub(self.written.problems.len());
        // The cells of what was not taken stand in the book; a thousand long rows are too many to hold.
        let told = |it: Problem| Problem { rejected: it.rejected.map(|_| Vec::new()), ..it };
        self.written.problems.extend(problems.into_iter().take(room).map(told));
        Ok(())
    }

    async fn end_file(
        &mut self,
        conn: &mut SqliteConnection,
        facts: FileFacts,
        same: Option<record::Same>,
    ) -> Result<()> {
        let rows = self.rows;
        if !rows.is_of_use() && !self.terms.dry_run {
            return Err(Error::new("import.nothing_usable").with("file", &facts.name).with("rejected", rows.rejected));
        }
        record::end_file(conn, self.file_of(), (rows, facts.sum), self.period).await?;
        self.written.rows.add(rows);
        let FileFacts { name: file, sha256, container, kind, .. } = facts;
        let same_as = same.map(|it| it.import);
        let same_as_taken_back = same.is_some_and(|it| it.taken_back.is_some());
        self.written.files.push(WrittenFile { file, sha256, container, kind, rows, same_as, same_as_taken_back });
        Ok(())
    }

    async fn end(mut self, conn: &mut SqliteConnection) -> Result<Written> {
        {
            let bulk = Bulk::hold(conn).await?;
            let under = Under { case_id: self.terms.case_id, deed_id: self.terms.deed_id };
            let worked = self.beside.end()?;
            self.moves.join(&worked.moves);
            self.moves.write(&bulk, under)?;
            self.tags.write(&bulk, under.deed_id)?;
            touch_changed(&bulk, under)?;
            worked.fresh.write(&bulk)?;
        }
        sqlx::query("UPDATE cases SET next_account = ? WHERE id = ?")
            .bind(self.next_account.n())
            .bind(self.terms.case_id)
            .execute(&mut *conn)
            .await?;
        let before = std::mem::replace(&mut self.written.typed, typed::contradicted(conn, self.terms.case_id).await?);
        let news = self.written.typed.iter().filter(|it| !before.contains(it)).count();
        self.written.conflicts += u64::try_from(news).unwrap_or(u64::MAX);
        let Act { at: began, clock, .. } = self.terms.act;
        record::end(conn, clock.after(began), &self.written).await?;
        Ok(self.written)
    }
}

#[cfg(test)]
mod tests;
