//! What left the house: recorded with its bytes, so that it can be written again, byte for byte. It writes no file.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, ExportId};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bytes::{hex, instant, sha256, uid};
use crate::store::log::verbs;

/// A report that was written.
#[derive(Debug)]
pub struct NewExport<'a> {
    /// The template's id.
    pub template: &'a str,
    /// The language's id.
    pub language: &'a str,
    /// The format's id.
    pub format: &'a str,
    /// With names?
    pub names: bool,
    /// The time that it speaks of.
    pub now: Timestamp,
    /// Which version of its template it is, as [`version`] gives it.
    pub version: u64,
    /// The headline numbers that it speaks of, as [`explain::numbers`](crate::store::explain::numbers) writes them.
    pub numbers: &'a str,
    /// The catalogue's version; empty while there is none.
    pub catalogue: &'a str,
    /// Pages.
    pub pages: u64,
    /// The file.
    pub bytes: &'a [u8],
}

/// An export that is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Its id.
    pub export: ExportId,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// Records an export as part of a deed; says its id and the SHA-256 of its bytes.
///
/// # Errors
/// What SQLite refuses.
pub async fn record(
    conn: &mut SqliteConnection,
    act: &Act<'_>,
    deed_id: DeedId,
    case_id: CaseId,
    export: &NewExport<'_>,
) -> Result<Recorded> {
    let hash = sha256(&[export.bytes]);
    let made = sqlx::query(
        "INSERT INTO export (uid, case_id, deed_id, template, language, format, names, now, who, program, catalogue, \
         version, numbers, sha256, pages, bytes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    )
    .bind(uid(act.at))
    .bind(case_id)
    .bind(deed_id)
    .bind(export.template)
    .bind(export.language)
    .bind(export.format)
    .bind(export.names)
    .bind(export.now.to_string())
    .bind(&act.who.name)
    .bind(env!("CARGO_PKG_VERSION"))
    .bind(export.catalogue)
    .bind(i64::try_from(export.version).unwrap_or(i64::MAX))
    .bind(export.numbers)
    .bind(hash.as_slice())
    .bind(i64::try_from(export.pages).unwrap_or(i64::MAX))
    .bind(export.bytes)
    .execute(conn)
    .await?;
    Ok(Recorded { export: ExportId::new(made.last_insert_rowid()), sha256: hash })
}

/// A version of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u64,
    /// When the one before it was first written.
    pub previous: Option<Timestamp>,
}

/// Which version an export of a template is now: that of the last one, where no deed has changed anything since; else the next.
///
/// # Errors
/// What SQLite refuses.
pub async fn version(conn: &mut SqliteConnection, case_id: CaseId, template: &str) -> Result<Version> {
    let quiet = verbs::listed(Verb::CHANGING_NOTHING);
    let last = format!(
        "SELECT version, EXISTS (SELECT 1 FROM deed d WHERE d.case_id = e.case_id AND d.id > e.deed_id \
         AND d.verb NOT IN ({quiet})) FROM export e WHERE case_id = ? AND template = ? ORDER BY id DESC LIMIT 1"
    );
    let last: Option<(i64, bool)> =
        sqlx::query_as(sqlx::AssertSqlSafe(last)).bind(case_id).bind(template).fetch_optional(&mut *conn).await?;
    let number = last.map_or(1, |(version, has_changed)| version + i64::from(has_changed));
    let previous: Option<String> = sqlx::query_scalar(
        "SELECT now FROM export WHERE case_id = ? AND template = ? AND version = ? ORDER BY id LIMIT 1",
    )
    .bind(case_id)
    .bind(template)
    .bind(number - 1)
    .fetch_optional(conn)
    .await?;
    let previous = previous.map(|at| instant(&at)).transpose()?;
    Ok(Version { number: u64::try_from(number).unwrap_or(1), previous })
}

/// A report as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub bytes: Vec<u8>,
    /// The format's id.
    pub format: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
}

/// An export, as it was.
///
/// # Errors
/// `export.missing`; `book.damaged` where they are not what was written.
pub async fn bytes(conn: &mut SqliteConnection, id: ExportId) -> Result<Kept> {
    let found: Option<(Vec<u8>, Vec<u8>, String)> =
        sqlx::query_as("SELECT bytes, sha256, format FROM export WHERE id = ?").bind(id).fetch_optional(conn).await?;
    let (bytes, hash, format) = found.ok_or_else(|| Error::new("export.missing").with("export", id))?;
    if sha256(&[&bytes]).as_slice() != hash {
        return Err(Error::new("book.damaged"));
    }
    Ok(Kept { bytes, format, sha256: hex(&hash) })
}
