//! Writing an import: rows of any number of files, merged into the case, tallied and recorded, or none of it.
//!
//! Rows are read on a thread of their own and written in chunks whose rows are in the order of their keys: without
//! that order the index, and a sealed book's pages with it, are written over and over (architecture.md, Measured
//! facts). Memory holds three chunks, whatever the file's size; the keys of a list that is mostly new are set aside until
//! its end, in a scratch file. It never opens a list.

mod aside;
mod chunks;
mod counted;
mod enriching;
mod keys;
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

use super::before::Keeping;
use super::bulk::Bulk;
use super::commitment::leaves::Touching;
use super::commitment::leaves::fresh::Fresh;
use super::conflicts::{Conflicts, FileOf, Hands, Legend};
use super::deeds::{Act, Under};
use super::nodes::Tree;
use super::sightings::Ledger;
use super::tally::Moves;
use super::tree_index::{self, By, TreeIndex};
use crate::error::{Error, Result};
use crate::model::account::{Entries, Problem};
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId};

pub use counted::Rows;
pub use pace::Pace;
pub use past::{Earlier, PastImport, earlier, past};
pub use record::list;
pub use watch::{Step, Watch};

/// `problems` of a result holds so many (headless.md).
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
    /// The importer's id.
    pub importer: &'static str,
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
    /// Fields of accounts for which this import states something else than others.
    pub conflicts: u64,
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
    /// The importer's id.
    pub importer: &'static str,
    /// Its rows.
    #[serde(flatten)]
    pub rows: Rows,
    /// An earlier import of the same bytes into this case that still stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub same_as: Option<ImportId>,
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
    /// What a sheet's rows took from accounts.
    tags: Keeping,
    /// The leaves of accounts that are new.
    fresh: Fresh,
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
            legend: legend(conn, terms.case_id).await?,
            moves: Moves::default(),
            tags: Keeping::default(),
            fresh: Fresh::from(first_account),
            written: Written {
                import,
                rows: Rows::of(terms),
                conflicts: 0,
                tagged: 0,
                files: Vec::new(),
                problems: Vec::new(),
                problems_total: 0,
            },
            rows: Rows::of(terms),
        })
    }

    async fn file(&mut self, conn: &mut SqliteConnection, incoming: Incoming, watch: &mut Watch<'_>) -> Result<()> {
        (self.rows, self.placed) = (Rows::of(self.terms), (0, 0));
        let (facts, first_account) = (incoming.facts, self.next_account);
        let before = refused::Before::of(self, conn).await?;
        let same_as = record::same_bytes(conn, self.terms.case_id, &facts.sha256, Some(self.import)).await?;
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
        settling::settle(self, &Bulk::hold(conn).await?, watch)?;
        self.end_file(conn, facts, same_as).await
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
        self.goes_on = chunk.is_full;
        rows::write(self, &bulk, &mut chunk.rows, &chunk.order, names)?;
        sheet::write(self, &bulk, &chunk.taggings, &sheet, &mut chunk.problems)?;
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
        self.written.problems.extend(problems.into_iter().take(room));
        Ok(())
    }

    async fn end_file(
        &mut self,
        conn: &mut SqliteConnection,
        facts: FileFacts,
        same_as: Option<ImportId>,
    ) -> Result<()> {
        let rows = self.rows;
        if !rows.is_of_use() && !self.terms.dry_run {
            return Err(Error::new("import.nothing_usable").with("file", &facts.name).with("rejected", rows.rejected));
        }
        record::end_file(conn, self.file_of(), rows).await?;
        self.written.rows.add(rows);
        let FileFacts { name: file, sha256, importer, .. } = facts;
        self.written.files.push(WrittenFile { file, sha256, importer, rows, same_as });
        Ok(())
    }

    async fn end(mut self, conn: &mut SqliteConnection) -> Result<Written> {
        {
            let bulk = Bulk::hold(conn).await?;
            self.moves.write(&bulk, Under { case_id: self.terms.case_id, deed_id: self.terms.deed_id })?;
            self.tags.write(&bulk, self.terms.deed_id)?;
            self.fresh.write(&bulk)?;
        }
        sqlx::query("UPDATE cases SET next_account = ? WHERE id = ?")
            .bind(self.next_account.n())
            .bind(self.terms.case_id)
            .execute(&mut *conn)
            .await?;
        let Act { at: began, clock, .. } = self.terms.act;
        record::end(conn, clock.after(began), &self.written).await?;
        Ok(self.written)
    }
}

/// What ids mean in a case.
///
/// # Errors
/// What SQLite refuses.
pub(super) async fn legend(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Legend> {
    Ok(Legend {
        regions: TreeIndex::load(conn, case_id, Tree::Region).await?,
        organisations: TreeIndex::load(conn, case_id, Tree::Organisation).await?,
        places: tree_index::places(conn).await?,
        files: record::names_of_files(conn, case_id).await?,
    })
}

/// Takes an import of a case back, under a deed of its own.
///
/// # Errors
/// What SQLite refuses.
pub async fn take_back(
    conn: &mut SqliteConnection,
    under: Under,
    import: ImportId,
    zone: &TimeZone,
) -> Result<super::taking_back::TakenBack> {
    let legend = legend(conn, under.case_id).await?;
    super::taking_back::take_back(conn, under, import, &legend, zone).await
}

/// What lists brought while a hand's tag stood counts again, once that hand's deed is undone.
///
/// # Errors
/// What SQLite refuses.
pub async fn restate(conn: &mut SqliteConnection, at_work: Under) -> Result<()> {
    let case_id = at_work.case_id;
    let (legend, zone) = (legend(conn, case_id).await?, super::cases::zone(conn, case_id).await?);
    super::taking_back::restate(conn, at_work, &legend, &zone).await
}

/// What hands decided of an account.
///
/// # Errors
/// What SQLite refuses.
pub(super) async fn hands(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Hands> {
    let legend = legend(conn, case_id).await?;
    let bulk = Bulk::hold(conn).await?;
    let Some(found) = Ledger::new(&bulk)?.find_by_id(account)? else { return Ok(Hands::new()) };
    Conflicts::new(&bulk)?.hands(account, &found.held.standing, &legend)
}

/// What a deed decided of contradicting statements is given to the accounts; where it is undone, what the lists state.
///
/// # Errors
/// What SQLite refuses.
pub async fn decide(conn: &mut SqliteConnection, deed_id: DeedId, at_work: Under) -> Result<()> {
    let decides: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = 'conflict')")
            .bind(deed_id)
            .fetch_one(&mut *conn)
            .await?;
    if !decides {
        return Ok(());
    }
    let case_id = at_work.case_id;
    let (legend, zone) = (legend(conn, case_id).await?, super::cases::zone(conn, case_id).await?);
    super::taking_back::decide(conn, deed_id, at_work, &legend, &zone).await
}

pub use super::taking_back::{TakenBack, meant};

#[cfg(test)]
mod tests;
