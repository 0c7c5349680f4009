//! A book of an older format is brought to this program's: a copy beside it first, then all of it in one transaction, with an
//! entry in the log. What is refused or killed on the way leaves the book as it was. It decides nothing of what a format is.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};

use super::checkpoint;
use super::connecting::Way;
use super::format::Migrations;
use super::laying;
use super::laying::Aside;
use crate::error::{Error, Result, Warning};
use crate::model::ids::CaseId;
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bulk::Bulk;
use crate::store::base::place::about;
use crate::store::log::audit::{self, Entry};
use crate::store::log::commitment::leaves;
use crate::store::log::deeds;
use crate::system::volumes::is_full;

/// So many copies of one format may stand beside a book: each is of a try that was killed.
const COPIES: u32 = 100;

/// Brings a book to the last format; the caller holds its lock. Says where the copy is, where anything was done.
///
/// # Errors
/// `book.disk_full`, `book.unwritable`, `book.damaged`; what SQLite refuses. Then the book is as it was, and no copy is left.
pub(super) async fn bring(path: &Path, way: &Way, migrations: &Migrations, act: &Act<'_>) -> Result<Option<Warning>> {
    let mut conn = way.connect().await?;
    let from: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut conn).await?;
    if from >= migrations.format() {
        conn.close().await?;
        return Ok(None);
    }
    let brought = copied_and_brought(&mut conn, path, (from, migrations), act).await;
    let closed = conn.close().await;
    let copy = brought.map_err(|cause| full_disk(cause, path))?;
    closed?;
    let remark = Warning::new("book.migrated").with("book", path.display()).with("copy", copy.display());
    Ok(Some(remark.with("from", from).with("to", migrations.format())))
}

async fn copied_and_brought(
    conn: &mut SqliteConnection,
    path: &Path,
    (from, migrations): (i64, &Migrations),
    act: &Act<'_>,
) -> Result<PathBuf> {
    let copy = copied(conn, path, from).await?;
    let brought = transacted(conn, (from, migrations), &copy, act).await;
    // Nothing was changed, so nothing was kept; what cannot be removed is a copy too many.
    brought.inspect_err(|_| laying::unmake(&copy))?;
    // It is done; what stands in the log beside the book is moved with the next change.
    let _ = checkpoint::moved(conn).await;
    Ok(copy)
}

/// The book as it is, whole before it has its name, for its owner alone; sealed as the book is.
async fn copied(conn: &mut SqliteConnection, path: &Path, format: i64) -> Result<PathBuf> {
    let unwritable = |cause| laying::unwritable(path, cause);
    let folder = path.parent().unwrap_or(Path::new("/"));
    let mut aside = Aside::in_folder(folder).map_err(unwritable)?;
    sqlx::query("VACUUM INTO ?").bind(aside.path().to_string_lossy()).execute(&mut *conn).await?;
    for nth in 1..COPIES {
        let place = place_of(path, format, nth);
        aside = match aside.name(&place) {
            Ok(()) => return Ok(place),
            Err((cause, aside)) if cause.kind() == std::io::ErrorKind::AlreadyExists => aside,
            Err((cause, _)) => return Err(unwritable(cause)),
        };
    }
    Err(unwritable(std::io::Error::other("a hundred copies stand beside it")))
}

/// `mail.breachbook` of format 1 is `mail.format-1.breachbook`; where that is there already, `mail.format-1.2.breachbook`.
fn place_of(path: &Path, format: i64, nth: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let number = if nth > 1 { format!(".{nth}") } else { String::new() };
    let ending = path.extension().map(|it| format!(".{}", it.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}.format-{format}{number}{ending}"))
}

async fn transacted(
    conn: &mut SqliteConnection,
    (from, migrations): (i64, &Migrations),
    copy: &Path,
    act: &Act<'_>,
) -> Result<()> {
    let to = migrations.format();
    // As SQLite's authors advise where tables are laid anew (lang_altertable.html, 7): no reference is followed meanwhile, all
    // of them are looked through before it counts.
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut *conn).await?;
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    migrations.lay(&mut tx, from, to).await?;
    let strays = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *tx).await?;
    if !strays.is_empty() {
        return Err(Error::new("book.damaged").with("strays", strays.len()));
    }
    let act = Act { at: act.clock.after(act.at), ..*act };
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    let detail = json!({"from": from, "to": to, "copy": name});
    audit::append(&mut tx, &act, &Entry { detail, ..Entry::of_the_book(Verb::BookMigrate) }).await?;
    for case in sqlx::query_scalar("SELECT id FROM cases ORDER BY id").fetch_all(&mut *tx).await? {
        committed_anew(&mut tx, &act, case, &json!({"from": from, "to": to})).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What the log says last of a case commits to its rows, and these are laid anew: so a deed of its own says what they are now.
async fn committed_anew(conn: &mut SqliteConnection, act: &Act<'_>, case: CaseId, detail: &Value) -> Result<()> {
    let deed = deeds::begin(conn, act, Some(case), Verb::BookMigrate, detail).await?;
    leaves::touch_all(&Bulk::hold(conn).await?, case)?;
    deeds::finish(conn, deed, act, 0, detail).await
}

/// The book is not open yet, so that nothing else knows whose disk it is.
fn full_disk(cause: Error, path: &Path) -> Error {
    let full = cause.code == "book.disk_full" || path.parent().is_some_and(is_full);
    if full { about("book.disk_full", path).because(cause) } else { cause }
}
