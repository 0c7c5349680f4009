//! Why an account is where it is: which deed set a tag, or which row of which file stated it; where else it was met;
//! and in what its statements differ, until somebody adopts one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use super::field::Field;
use super::filter_sql::{Binds as _, Condition};
use super::merging::Held;
use super::sightings::Ledger;
use super::stated::Stated;
use super::{anew, legend};
use crate::error::{Error, Result};
use crate::model::count::Count;
use crate::model::ids::{AccountId, CaseId, ConflictId, DeedId, FileOf, ImportId};
use crate::model::words::Basis;
use crate::store::base::bulk::Bulk;
use crate::store::entities::conflict::CONFLICT;
use crate::store::entities::record;
use crate::store::log::commitment::leaves;
use crate::store::log::deeds::{self, Deed};
use crate::store::values::standing::{Records, Standing};

/// A row of a file, with the import that brought it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SourceLine {
    /// The import.
    pub import: ImportId,
    /// The file's name.
    pub file: Option<String>,
    /// First physical line of the record.
    pub line: i64,
    /// When it was imported.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// By whom.
    pub who: String,
}

/// Where what an account holds comes from.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Why {
    /// `region`, `organisation`, `residence`, `status`, `records`; `name`, `kind`, `notes` where somebody decided them.
    pub field: &'static str,
    /// The deed that set it; `null`: it is as an import states it.
    pub deed: Option<Deed>,
    /// The row that states it.
    pub source: Option<SourceLine>,
}

/// Statements of one field that differ.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Conflict {
    /// Of which field.
    pub field: String,
    /// What was said, each with who said it first.
    pub statements: Vec<Statement>,
    /// What was decided; `null`: it is open.
    #[ts(type = "unknown")]
    pub adopted: Option<Value>,
    /// By which deed; of an open one, the deed that decided last, which is contradicted since.
    pub by: Option<Deed>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ConflictStatement")]
pub struct Statement {
    /// A text; of records, a count; `null`: a hand took the tag away.
    #[ts(type = "unknown")]
    pub value: Value,
    /// The import; `null`: a hand's.
    pub import: Option<ImportId>,
    /// The file's name.
    pub file: Option<String>,
    /// The line.
    pub line: Option<i64>,
    /// The deed, of a hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub deed: Option<Deed>,
}

/// One as the book keeps it.
#[derive(Deserialize)]
struct Kept {
    value: Value,
    import: Option<ImportId>,
    file: Option<String>,
    line: Option<i64>,
    deed: Option<DeedId>,
}

/// What is known of how an account came to be as it is.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Story {
    /// Of each thing it holds.
    pub why: Vec<Why>,
    /// Every row that was met, in the order they came.
    pub met: Vec<SourceLine>,
    /// What differs between them.
    pub conflicts: Vec<Conflict>,
    /// Categories of data that rows name.
    pub categories: Vec<String>,
}

/// A row that was met, with what it stated where that is kept.
struct Met {
    line: SourceLine,
    stated: Option<Stated>,
}

/// The fields whose source is said, in their order; the rest only where somebody decided them.
const SAID: [Field; 5] = [Field::Region, Field::Residence, Field::Organisation, Field::Status, Field::Records];

/// How an account came to be as it is.
///
/// # Errors
/// What SQLite refuses.
pub async fn story(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Story> {
    let met = met(conn, case_id, account).await?;
    let conflicts = conflicts(conn, case_id, account).await?;
    let why = why(conn, account, &met, &conflicts).await?;
    let categories = sqlx::query_scalar("SELECT category FROM data_category WHERE account_id = ? ORDER BY category")
        .bind(account)
        .fetch_all(&mut *conn)
        .await?;
    Ok(Story { why, met: met.into_iter().map(|it| it.line).collect(), conflicts, categories })
}

async fn why(conn: &mut SqliteConnection, account: AccountId, met: &[Met], conflicts: &[Conflict]) -> Result<Vec<Why>> {
    let Some(held) = held(conn, account).await? else { return Ok(Vec::new()) };
    let others = Field::ALL.into_iter().filter(|field| !SAID.contains(field));
    let mut all = Vec::new();
    for field in SAID.into_iter().chain(others) {
        let decided = conflicts.iter().find(|it| it.field == field.id()).and_then(|it| it.by.clone());
        let deed = match field.tag().and_then(|tag| tag.deed(&held.standing)) {
            Some(id) => Some(deeds::one(conn, id).await?),
            None => decided,
        };
        if deed.is_none() && (!SAID.contains(&field) || says_nothing(&held.standing, field)) {
            continue;
        }
        let states = |met: &&Met| met.stated.as_ref().is_none_or(|stated| held.is_as_stated(field, stated));
        let by_rows = deed.is_none() && (field != Field::Status || held.standing.status_stated);
        let source = if by_rows { met.iter().find(states).map(|it| it.line.clone()) } else { None };
        all.push(Why { field: field.id(), deed, source });
    }
    Ok(all)
}

/// What an account holds.
async fn held(conn: &mut SqliteConnection, account: AccountId) -> Result<Option<Held>> {
    let bulk = Bulk::hold(conn).await?;
    Ok(Ledger::new(&bulk)?.find_by_id(account)?.map(|it| it.held))
}

const fn says_nothing(standing: &Standing, field: Field) -> bool {
    match field {
        Field::Region => standing.region.is_none(),
        Field::Organisation => standing.organisation.is_none(),
        Field::Residence => standing.place.is_none(),
        Field::Records => standing.records.is_none(),
        Field::Status | Field::Name | Field::Notes | Field::Kind | Field::Key | Field::Identifier(_) => false,
    }
}

/// The rows in which an account was met; of one that a single row brought, that row.
async fn met(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Vec<Met>> {
    let files = legend::read(conn, case_id).await?.files;
    let mut rows: Vec<(ImportId, i64, i64, Option<String>)> = sqlx::query_as(
        "SELECT import_id, file, line, stated FROM sighting WHERE account_id = ? ORDER BY import_id, seq",
    )
    .bind(account)
    .fetch_all(&mut *conn)
    .await?;
    if rows.is_empty() {
        let brought: Option<(ImportId, i64, i64)> = sqlx::query_as(
            "SELECT a.import_id, coalesce((SELECT max(f.seq) FROM import_file f WHERE f.import_id = a.import_id \
             AND f.first_account <= a.id), 0), a.line FROM account a WHERE a.id = ? AND a.import_id IS NOT NULL",
        )
        .bind(account)
        .fetch_optional(&mut *conn)
        .await?;
        rows.extend(brought.map(|(import, file, line)| (import, file, line, None)));
    }
    let mut met = Vec::new();
    for (import, file, line, stated) in rows {
        let (at, who): (String, String) = sqlx::query_as("SELECT started_at, who FROM import WHERE id = ?")
            .bind(import)
            .fetch_one(&mut *conn)
            .await?;
        let line = SourceLine {
            import,
            file: files.get(&FileOf { import, seq: file }).cloned(),
            line,
            at: crate::store::base::bytes::instant(&at)?,
            who,
        };
        met.push(Met { line, stated: stated.map(|json| read(&json)).transpose()? });
    }
    Ok(met)
}

/// What is kept of a conflict: field, statements, whether it is open, what was adopted and by which deed.
type Row = (String, String, bool, Option<String>, Option<DeedId>);

async fn conflicts(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Vec<Conflict>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT field, statements, open, adopted, adopted_by FROM conflict WHERE account_id = ? ORDER BY id",
    )
    .bind(account)
    .fetch_all(&mut *conn)
    .await?;
    let hands = anew::hands(conn, case_id, account).await?;
    let mut all = Vec::new();
    for (field, kept, open, adopted, by) in rows {
        let hand = Field::find(&field).and_then(|field| hands.get(&field));
        let by = match hand.map(|hand| hand.deed).or(by) {
            Some(deed) => Some(deeds::one(conn, deed).await?),
            None => None,
        };
        let decided = match hand {
            Some(hand) => Some(hand.value.clone()),
            None => adopted.map(|json| read(&json)).transpose()?,
        };
        let statements = statements(conn, &kept).await?;
        all.push(Conflict { field, statements, adopted: decided.filter(|_| !open), by });
    }
    Ok(all)
}

/// Statements as the book keeps them, hands with what they did.
async fn statements(conn: &mut SqliteConnection, kept: &str) -> Result<Vec<Statement>> {
    let kept: Vec<Kept> = read(kept)?;
    let mut statements = Vec::new();
    for Kept { value, import, file, line, deed } in kept {
        let deed = match deed {
            Some(deed) => Some(deeds::one(conn, deed).await?),
            None => None,
        };
        statements.push(Statement { value, import, file, line, deed });
    }
    Ok(statements)
}

/// A statement's value as a count, where it is one.
#[must_use]
pub fn count(value: &Value) -> Option<Count> {
    value.is_object().then(|| Records::of_form(value).map(Count::from))?
}

/// The fields in which statements can differ.
#[must_use]
pub fn fields() -> [&'static str; 14] {
    Field::ALL.map(Field::id)
}

/// An open conflict of an account.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenConflict {
    /// The account.
    pub account: AccountId,
    /// Of which field.
    pub field: String,
    /// What was said, each with who said it first.
    pub statements: Vec<Statement>,
}

/// The open conflicts of the accounts that a condition finds, in the order of the accounts.
///
/// # Errors
/// What SQLite refuses.
pub async fn open_conflicts(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    condition: &Condition,
) -> Result<Vec<OpenConflict>> {
    let (first, last) = case_id.accounts().into_inner();
    let sql = format!(
        "SELECT c.account_id, c.field, c.statements FROM conflict c JOIN account a ON a.id = c.account_id \
         JOIN standing s ON s.account_id = a.id WHERE c.open = 1 AND c.account_id BETWEEN {first} AND {last} \
         AND ({}) ORDER BY c.account_id, c.id",
        condition.sql
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).bind_all(&condition.values).fetch_all(&mut *conn).await?;
    let mut all = Vec::new();
    for row in rows {
        let kept: String = row.try_get(2)?;
        let statements = statements(conn, &kept).await?;
        all.push(OpenConflict { account: row.try_get(0)?, field: row.try_get(1)?, statements });
    }
    Ok(all)
}

/// An open conflict that somebody is to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Undecided {
    /// The conflict.
    pub id: ConflictId,
    /// What was said, each with who said it first.
    pub statements: Vec<Statement>,
}

/// The open conflict of a field of an account.
///
/// # Errors
/// `conflict.missing`.
pub async fn open_conflict(conn: &mut SqliteConnection, account: AccountId, field: &str) -> Result<Undecided> {
    let found: Option<(ConflictId, String)> =
        sqlx::query_as("SELECT id, statements FROM conflict WHERE account_id = ? AND field = ? AND open = 1")
            .bind(account)
            .bind(field)
            .fetch_optional(&mut *conn)
            .await?;
    let (id, kept) = found.ok_or_else(|| Error::new("conflict.missing"))?;
    Ok(Undecided { id, statements: statements(conn, &kept).await? })
}

/// Closes a conflict under a deed with the value that stands from now on.
///
/// # Errors
/// What SQLite refuses.
pub async fn close(conn: &mut SqliteConnection, deed_id: DeedId, conflict: ConflictId, value: &Value) -> Result<()> {
    let before = record::now(conn, &CONFLICT, conflict).await?;
    sqlx::query("UPDATE conflict SET adopted = ?, adopted_by = ?, open = 0 WHERE id = ?")
        .bind(value.to_string())
        .bind(deed_id)
        .bind(conflict)
        .execute(&mut *conn)
        .await?;
    leaves::touch_contradiction(conn, "conflict", conflict.into()).await?;
    record::record(conn, deed_id, &CONFLICT, conflict, before).await.map(|_| ())
}

/// What the residence rests on that a row stated; what it does not say is that it stands in a list. `None`: a hand's.
///
/// # Errors
/// What SQLite refuses.
pub async fn basis_of(conn: &mut SqliteConnection, account: AccountId, statement: &Statement) -> Result<Option<Basis>> {
    let Some((import, line)) = statement.import.zip(statement.line) else { return Ok(None) };
    let stated: Option<String> =
        sqlx::query_scalar("SELECT stated FROM sighting WHERE account_id = ? AND import_id = ? AND line = ? LIMIT 1")
            .bind(account)
            .bind(import)
            .bind(line)
            .fetch_optional(conn)
            .await?;
    let stated: Option<Stated> = stated.map(|json| read(&json)).transpose()?;
    Ok(Some(stated.and_then(|it| it.basis).unwrap_or(Basis::List)))
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|cause| Error::new("book.damaged").because(cause))
}
