//! A case as it was after an earlier deed: a book in memory with what the facts rest on, read by the very functions that read
//! the book itself. What was written down is gone back to edit by edit; the numbers are added up from what the deeds moved.
//!
//! It holds no account. What rests on accounts one by one (lists, the periods of files) it cannot say.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::{CaseId, DeedId, ImportId, RowId, Under};
use crate::store::base::bulk::{Bulk, Cell};
use crate::store::base::bytes::instant;
use crate::store::entities::entity::Of;
use crate::store::entities::record;
use crate::store::entities::{ENTITIES, of_table};
use crate::store::file;
use crate::store::log::contradicted;

use crate::store::tally::Moves;

/// The last deed of a case that was done by a time.
///
/// # Errors
/// `facts.before_case` where there is none yet.
pub async fn last_deed(conn: &mut SqliteConnection, case_id: CaseId, at: Timestamp) -> Result<DeedId> {
    let deeds: Vec<(DeedId, String)> = sqlx::query_as("SELECT id, at FROM deed WHERE case_id = ? ORDER BY id DESC")
        .bind(case_id)
        .fetch_all(conn)
        .await?;
    for (deed, done) in deeds {
        if instant(&done)? <= at {
            return Ok(deed);
        }
    }
    Err(Error::new("facts.before_case").with("at", at))
}

/// A case as it was after a deed.
pub struct Then {
    /// The book in memory.
    pub conn: SqliteConnection,
    case_id: CaseId,
    deed: DeedId,
    moves: Moves,
    /// How many contradictions stand open in it.
    open: contradicted::Open,
}

impl Then {
    /// What the facts of a case rested on after a deed.
    ///
    /// # Errors
    /// `book.damaged`; what SQLite refuses.
    pub async fn after(from: &mut SqliteConnection, case_id: CaseId, deed: DeedId) -> Result<Self> {
        let mut conn = file::in_memory().await?;
        sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut conn).await?;
        let mut then = Self { conn, case_id, deed: DeedId::new(0), moves: Moves::default(), open: Default::default() };
        then.what_stands(from).await?;
        then.went_back(from, deed).await?;
        let moves = Moves::of_deeds(&Bulk::hold(from).await?, case_id, deed)?;
        then.comes_to(from, deed, moves).await?;
        Ok(then)
    }

    /// What they rested on after the deed that comes next.
    ///
    /// # Errors
    /// As [`Self::after`].
    pub async fn forward(&mut self, from: &mut SqliteConnection, deed: DeedId) -> Result<()> {
        let edits: Vec<Edit> =
            sqlx::query_as("SELECT kind, id, after FROM entity_change WHERE deed_id = ? ORDER BY seq")
                .bind(deed)
                .fetch_all(&mut *from)
                .await?;
        self.put(edits).await?;
        let moves = Moves::of_deed(&Bulk::hold(from).await?, deed)?;
        self.comes_to(from, deed, moves).await
    }

    /// Rows of the deeds since the last one, and what they moved.
    async fn comes_to(&mut self, from: &mut SqliteConnection, deed: DeedId, mut moves: Moves) -> Result<()> {
        let (case_id, last) = (self.case_id, std::mem::replace(&mut self.deed, deed));
        {
            let (from, to) = (Bulk::hold(from).await?, Bulk::hold(&mut self.conn).await?);
            for (table, select) in COPIED {
                copy(&from, &to, table, select, &[case_id.into(), last.into(), deed.into()])?;
            }
            self.moves.join(&moves);
            if moves.moves_estimates() {
                self.moves.stand_for_estimates(&to, case_id)?;
            }
            moves.write(&to, Under { case_id, deed_id: deed })?;
            to.prepare(TAKEN_BACK)?.run(&[deed.into(), case_id.into()])?;
            let open = contradicted::after(&from, case_id, deed)?;
            if open != self.open {
                contradicted::stand(&to, case_id, &open)?;
                self.open = open;
            }
        }
        let taken_back: Vec<(ImportId, Option<DeedId>)> =
            sqlx::query_as("SELECT id, taken_back FROM import WHERE case_id = ? AND taken_back <= ?")
                .bind(case_id)
                .bind(deed)
                .fetch_all(from)
                .await?;
        for (import, by) in taken_back {
            sqlx::query("UPDATE import SET taken_back = ? WHERE id = ?")
                .bind(by)
                .bind(import)
                .execute(&mut self.conn)
                .await?;
        }
        sqlx::query(UNDONE_BY_THEN).execute(&mut self.conn).await?;
        Ok(())
    }

    /// What is written down now.
    async fn what_stands(&mut self, from: &mut SqliteConnection) -> Result<()> {
        let (from, to) = (Bulk::hold(from).await?, Bulk::hold(&mut self.conn).await?);
        copy(&from, &to, "place", "SELECT * FROM place", &[])?;
        copy(&from, &to, "profile", "SELECT * FROM profile WHERE case_id = ?", &[self.case_id.into()])?;
        for (table, case) in held() {
            let all = format!("SELECT * FROM \"{table}\" WHERE {case} = ?1");
            copy(&from, &to, table, &all, &[self.case_id.into()])?;
        }
        Ok(())
    }

    /// Takes back what later deeds changed of what is written down, the last first.
    async fn went_back(&mut self, from: &mut SqliteConnection, deed: DeedId) -> Result<()> {
        let edits: Vec<Edit> = sqlx::query_as(
            "SELECT e.kind, e.id, e.before FROM entity_change e JOIN deed d ON d.id = e.deed_id \
             WHERE d.case_id = ? AND d.id > ? ORDER BY e.deed_id DESC, e.seq DESC",
        )
        .bind(self.case_id)
        .bind(deed)
        .fetch_all(from)
        .await?;
        self.put(edits).await
    }

    /// Makes rows what they were, of what is held here.
    async fn put(&mut self, edits: Vec<Edit>) -> Result<()> {
        for (table, id, row) in edits {
            if held().any(|it| it.0 == table) {
                record::put(&mut self.conn, of_table(&table)?, id, row.as_deref()).await?;
            }
        }
        Ok(())
    }
}

/// What is written down of a case, and the column that says which. Legal entities are the book's: a case reads its own dated
/// copies of them, and what other cases have made of them since has no place in what this one was. What stands of accounts is the
/// lists'.
fn held() -> impl Iterator<Item = (&'static str, &'static str)> {
    ENTITIES.iter().filter_map(|entity| match entity.of {
        Of::Book if entity.table == "cases" => Some((entity.table, "id")),
        Of::Case => Some((entity.table, "case_id")),
        Of::Book | Of::Account => None,
    })
}

/// A case to be read: as it is, or as it was after a deed. Facts are read of what [`Self::conn`] gives, whichever it is; what was
/// done when, of the book.
pub struct AsOf<'b> {
    book: &'b mut SqliteConnection,
    then: Option<Then>,
}

impl<'b> AsOf<'b> {
    /// As it is.
    pub const fn now(book: &'b mut SqliteConnection) -> Self {
        Self { book, then: None }
    }

    /// As it was after a deed.
    ///
    /// # Errors
    /// As [`Then::after`].
    pub async fn after(book: &'b mut SqliteConnection, case_id: CaseId, deed: DeedId) -> Result<Self> {
        let then = Some(Then::after(book, case_id, deed).await?);
        Ok(Self { book, then })
    }

    /// What its facts rest on.
    pub const fn conn(&mut self) -> &mut SqliteConnection {
        match &mut self.then {
            Some(then) => &mut then.conn,
            None => self.book,
        }
    }

    /// The book, which knows of later deeds, too.
    pub const fn book(&mut self) -> &mut SqliteConnection {
        self.book
    }

    /// The last deed that it knows of.
    #[must_use]
    pub fn last(&self) -> DeedId {
        self.then.as_ref().map_or(DeedId::new(i64::MAX), |then| then.deed)
    }
}

/// A row that a deed changed, before it did or after.
type Edit = (String, RowId, Option<String>);

/// What deeds have made, of those after `?2` up to `?3`; `?1` is the case.
const COPIED: &[(&str, &str)] = &[
    ("deed", "SELECT * FROM deed WHERE case_id = ?1 AND id > ?2 AND id <= ?3"),
    (
        "node_merge",
        "SELECT m.* FROM node_merge m JOIN deed d ON d.id = m.deed_id WHERE d.case_id = ?1 AND d.id > ?2 AND d.id <= ?3",
    ),
    ("import", "SELECT * FROM import WHERE case_id = ?1 AND deed_id > ?2 AND deed_id <= ?3"),
    (
        "import_file",
        "SELECT f.* FROM import_file f JOIN import i ON i.id = f.import_id \
         WHERE i.case_id = ?1 AND i.deed_id > ?2 AND i.deed_id <= ?3",
    ),
    (
        "import_count",
        "SELECT c.* FROM import_count c JOIN import i ON i.id = c.import_id \
         WHERE i.case_id = ?1 AND i.deed_id > ?2 AND i.deed_id <= ?3",
    ),
    (
        "export",
        "SELECT id, uid, case_id, deed_id, template, language, format, names, now, who, program, catalogue, version, \
         numbers, sha256, pages, x'' FROM export WHERE case_id = ?1 AND deed_id > ?2 AND deed_id <= ?3",
    ),
];

/// An import that was taken back later stood.
const TAKEN_BACK: &str = "UPDATE import SET taken_back = NULL WHERE taken_back > ?1 AND case_id = ?2";

/// A deed was undone where one that undid it is there, and none that did it again.
const UNDONE_BY_THEN: &str = "UPDATE deed SET undone_by = (SELECT max(u.id) FROM deed u WHERE u.undoes = deed.id \
    AND NOT EXISTS (SELECT 1 FROM deed r WHERE r.undoes = u.id))";

/// Copies what a statement reads, every column of the table.
fn copy(from: &Bulk<'_>, to: &Bulk<'_>, table: &str, select: &str, values: &[Cell<'_>]) -> Result<()> {
    let mut put = None;
    from.prepare(select)?.each(values, |row| {
        let cells: Vec<Cell<'_>> = row.cells().collect();
        if put.is_none() {
            let marks = vec!["?"; cells.len()].join(",");
            put = Some(to.prepare(&format!("INSERT INTO \"{table}\" VALUES ({marks})"))?);
        }
        put.as_mut().map_or(Ok(()), |put| put.run(&cells).map(drop))
    })
}
