//! Whether the book is whole: the file and its schema, the log, what each deed did, the state of each case, the numbers kept
//! at hand. Everything is computed again and compared with what the log commits to. It repairs nothing.

mod deeds;
mod keys;
mod profiles;
mod states;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use sqlx::SqliteConnection;
use tokio::runtime::Handle;

use crate::error::{Error, Result};
use crate::model::ids::CaseId;
use crate::store::base::bulk::Bulk;
use crate::store::file::book::Store;
use crate::store::file::format::Migrations;
use crate::store::file::trust;
use crate::store::log::audit::{self, Chain};
use crate::store::tally::{self, Moves};

/// Steps of SQLite's machine between two looks at whether to stop: some milliseconds.
const STEPS: i32 = 100_000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Verified {
    /// All of it.
    pub ok: bool,
    /// The pages of the file, and its schema.
    pub file: FileState,
    /// The chain of the log.
    pub log: Chain,
    /// Whether every deed did what its entry commits to, and what all of them moved adds up to the numbers at hand.
    pub deeds: Checked,
    /// Whether every case is in the state that its last entry commits to.
    pub state: Checked,
    /// The numbers kept at hand, counted again.
    pub tally: Checked,
    /// What is not as it was left, the first of it.
    pub damage: Vec<Damage>,
    /// Tables of others in the file: they are no damage, and nothing here says what is in them.
    pub foreign: Vec<String>,
}

/// Whether something was found in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Checked {
    /// It was.
    pub ok: bool,
}

/// So much damage is named.
const NAMED: usize = 100;

/// Something that is not as the program left it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
pub struct Damage {
    /// `deed`, `export`, `tally`, `moves`, `state`, `profile`; a table, or a part of accounts: `region`, `organisation`,
    /// `residence`, `status`, `numbers`.
    pub part: String,
    /// In which case.
    pub case: Option<CaseId>,
    /// Which row; of accounts the first that it may be.
    pub id: Option<i64>,
    /// Of accounts the last that it may be.
    pub until: Option<i64>,
}

impl Damage {
    fn of(part: &str, case: Option<CaseId>, id: Option<i64>) -> Self {
        Self { part: part.to_owned(), case, id, until: None }
    }
}

/// Whether the file is sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FileState {
    /// Sound.
    pub ok: bool,
    /// What SQLite and SQLCipher say of it, in their words.
    pub problems: Vec<String>,
}

/// Looks through the whole book, until it is told to stop.
///
/// The file is looked at beside the rest, on a thread and a connection of its own: a connection of SQLCipher that has met a
/// damaged page answers nothing any more.
///
/// # Errors
/// `cancelled`; `book.working` where no two readers are free; where it cannot be read at all.
pub async fn verify(store: &Store, cancel: &Arc<AtomicBool>) -> Result<Verified> {
    let (mut tx, mut beside) = (store.read_as_it_is().await?, store.read_as_it_is().await?);
    let whole = Whole { sealed: store.is_sealed(), format: store.format(), migrations: store.migrations() };
    let stop = Arc::clone(cancel);
    let file = tokio::task::spawn_blocking(move || Handle::current().block_on(file(&mut beside, whole, &stop)));
    let found = looked_through(&mut tx, whole, cancel).await;
    let file = file.await.map_err(|cause| Error::new("internal").because(cause))?;
    // What was stopped looks as if it could not be read.
    if cancel.load(Ordering::Relaxed) { Err(Error::new("cancelled")) } else { Ok(found?.with(file?)) }
}

/// Stops a connection in its tracks once it is told to.
async fn stopping(conn: &mut SqliteConnection, cancel: &Arc<AtomicBool>) -> Result<()> {
    let stop = Arc::clone(cancel);
    conn.lock_handle().await?.set_progress_handler(STEPS, move || !stop.load(Ordering::Relaxed));
    Ok(())
}

/// What a book is to be as a whole.
#[derive(Clone, Copy)]
struct Whole {
    sealed: bool,
    format: i64,
    migrations: &'static Migrations,
}

/// What was found of everything but the file.
struct Found {
    log: Chain,
    deeds: Vec<Damage>,
    state: Vec<Damage>,
    tally: Vec<Damage>,
    foreign: Vec<String>,
}

async fn looked_through(tx: &mut SqliteConnection, whole: Whole, cancel: &Arc<AtomicBool>) -> Result<Found> {
    stopping(tx, cancel).await?;
    let mut entries = Vec::new();
    let log = audit::walked(tx, |entry| entries.push(entry)).await.unwrap_or_else(|_| Chain::unreadable());
    let unreadable = |part| move |_| vec![Damage::of(part, None, None)];
    let found = Found {
        log,
        deeds: deeds::damaged(tx, &entries).await.unwrap_or_else(unreadable("deed")),
        state: states::damaged(tx, &entries).await.unwrap_or_else(unreadable("state")),
        tally: numbers(tx).await.unwrap_or_else(unreadable("tally")),
        foreign: trust::foreign(tx, whole.format, whole.migrations).await.unwrap_or_default(),
    };
    tx.lock_handle().await?.remove_progress_handler();
    Ok(found)
}

impl Found {
    fn with(self, file: FileState) -> Verified {
        let Self { log, deeds, state, tally, foreign } = self;
        let [deeds_are, state_is, tally_is] = [&deeds, &state, &tally].map(|found| Checked { ok: found.is_empty() });
        let damage: Vec<Damage> = deeds.into_iter().chain(state).chain(tally).take(NAMED).collect();
        let ok = file.ok && log.ok && deeds_are.ok && state_is.ok && tally_is.ok;
        Verified { ok, file, log, deeds: deeds_are, state: state_is, tally: tally_is, damage, foreign }
    }
}

/// A row that refers to one that is not there: its table, its id, the other table, which reference.
type Stray = (String, Option<i64>, String, i64);

async fn file(conn: &mut SqliteConnection, whole: Whole, cancel: &Arc<AtomicBool>) -> Result<FileState> {
    stopping(conn, cancel).await?;
    let problems = problems(conn, whole).await;
    conn.lock_handle().await?.remove_progress_handler();
    Ok(FileState { ok: problems.is_empty(), problems })
}

async fn problems(conn: &mut SqliteConnection, whole: Whole) -> Vec<String> {
    let mut problems = Vec::new();
    if whole.sealed {
        // One row a page whose code does not match; none where all do.
        collect(sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&mut *conn).await, &mut problems);
    }
    if !problems.is_empty() {
        return problems;
    }
    // Not quick_check: that one does not see an index that says something else than its table.
    collect(sqlx::query_scalar("PRAGMA integrity_check(100)").fetch_all(&mut *conn).await, &mut problems);
    let strays = sqlx::query_as::<_, Stray>("PRAGMA foreign_key_check").fetch_all(&mut *conn).await;
    let strays = strays.map(|rows| rows.iter().map(|(from, id, to, _)| format!("{from} {id:?} → {to}")).collect());
    collect(strays, &mut problems);
    problems.extend(keys::astray(conn).await.unwrap_or_else(|cause| vec![cause.to_string()]));
    let missing = trust::missing(conn, whole.format, whole.migrations).await;
    let missing = missing.unwrap_or_else(|cause| vec![cause.to_string()]);
    problems.extend(missing.into_iter().map(|it| format!("{it} → missing")));
    collect(origins_astray(conn).await, &mut problems);
    problems
}

/// The cases of the book.
fn cases(bulk: &Bulk<'_>) -> Result<Vec<CaseId>> {
    let mut cases = Vec::new();
    bulk.prepare("SELECT id FROM cases")?.each(&[], |row| {
        cases.extend(row.int(0).map(CaseId::new));
        Ok(())
    })?;
    Ok(cases)
}

/// Accounts of an import that is not there.
async fn origins_astray(conn: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT 'account ' || id || ' → import' FROM account \
         WHERE import_id IS NOT NULL AND import_id NOT IN (SELECT id FROM import) LIMIT 100",
    )
    .fetch_all(conn)
    .await
}

/// integrity_check says one row `ok` where there is nothing to say.
fn collect(said: sqlx::Result<Vec<String>>, problems: &mut Vec<String>) {
    match said {
        Ok(rows) => problems.extend(rows.into_iter().filter(|row| row != "ok").take(100)),
        Err(cause) => problems.push(Error::from(cause).to_string()),
    }
}

/// The numbers at hand of every case beside those counted anew.
async fn numbers(conn: &mut SqliteConnection) -> Result<Vec<Damage>> {
    let bulk = Bulk::hold(conn).await?;
    let mut damage = Vec::new();
    for case in cases(&bulk)? {
        if !Moves::at_hand(&bulk, case)?.are(&Moves::counted(&bulk, case)?) {
            damage.push(Damage::of("tally", Some(case), None));
        }
    }
    if tally::is_astray(&bulk)? {
        damage.push(Damage::of("tally", None, None));
    }
    Ok(damage)
}
