//! Statements run a million times: SQLite's own interface beneath a connection that is held for it alone.
//!
//! Through `sqlx` a statement costs a message to another thread and back, 57 µs a row (measured on two cores);
//! here it costs what SQLite costs. It holds no SQL and knows no table.
#![allow(unsafe_code, reason = "the only door to SQLite's C interface; every pointer lives behind the types here")]

use std::ffi::{c_char, c_int, c_void};
use std::marker::PhantomData;
use std::ptr::{self, NonNull};

use libsqlite3_sys as ffi;
use sqlx::SqliteConnection;
use sqlx::sqlite::LockedSqliteHandle;

use super::asked::{self, Asked, Numbers, Whom};
use crate::error::{Error, Result};

/// A connection held for a run of statements; nobody else uses it meanwhile.
pub struct Bulk<'c> {
    database: NonNull<ffi::sqlite3>,
    _held: LockedSqliteHandle<'c>,
}

/// A statement, ready to run; it cannot outlive the hold on its connection.
pub struct Statement<'b> {
    raw: NonNull<ffi::sqlite3_stmt>,
    database: NonNull<ffi::sqlite3>,
    held: PhantomData<&'b Bulk<'b>>,
}

/// A value of a parameter.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

impl From<i64> for Cell<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<Option<i64>> for Cell<'_> {
    fn from(value: Option<i64>) -> Self {
        value.map_or(Self::Null, Self::Int)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Cell<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a> From<Option<&'a [u8]>> for Cell<'a> {
    fn from(value: Option<&'a [u8]>) -> Self {
        value.map_or(Self::Null, Self::Bytes)
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(value: Option<&'a str>) -> Self {
        value.map_or(Self::Null, Self::Text)
    }
}

/// One row of an answer, as long as the statement stands on it.
pub struct Row<'s> {
    raw: NonNull<ffi::sqlite3_stmt>,
    stands: PhantomData<&'s ()>,
}

impl<'c> Bulk<'c> {
    /// Holds a connection.
    ///
    /// # Errors
    /// Where its thread is gone.
    pub async fn hold(conn: &'c mut SqliteConnection) -> Result<Self> {
        let mut held = conn.lock_handle().await?;
        Ok(Self { database: held.as_raw_handle(), _held: held })
    }

    /// Makes a statement ready.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn prepare(&self, sql: &str) -> Result<Statement<'_>> {
        let length = c_int::try_from(sql.len()).map_err(|cause| Error::new("store.failed").because(cause))?;
        let mut raw = ptr::null_mut();
        // SAFETY: the connection is open and held; the text is read within the call, `length` bytes of it.
        let code = unsafe {
            let text = sql.as_ptr().cast::<c_char>();
            ffi::sqlite3_prepare_v3(self.database.as_ptr(), text, length, 0, &raw mut raw, ptr::null_mut())
        };
        let raw = NonNull::new(raw).filter(|_| code == ffi::SQLITE_OK).ok_or_else(|| refused(code))?;
        Ok(Statement { raw, database: self.database, held: PhantomData })
    }
}

impl Statement<'_> {
    /// Runs it; says how many rows it changed.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn run(&mut self, values: &[Cell<'_>]) -> Result<i64> {
        self.each(values, |_| Ok(()))?;
        // SAFETY: the connection is open and held.
        Ok(unsafe { ffi::sqlite3_changes64(self.database.as_ptr()) })
    }

    /// Runs it, and answers what it asks of each row by `asked(?n, …)`, where n is one more than the values that are bound;
    /// says how many rows it changed.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn run_asking(&mut self, values: &[Cell<'_>], whom: &mut dyn Asked) -> Result<i64> {
        let mut whom = Whom(whom);
        let at = c_int::try_from(values.len() + 1).map_err(|cause| Error::new("store.failed").because(cause))?;
        // SAFETY: the statement is alive; what the pointer leads to outlives `run`, at whose end it is forgotten.
        let code =
            unsafe { ffi::sqlite3_bind_pointer(self.raw.as_ptr(), at, whom.pointer(), asked::KIND.as_ptr(), None) };
        if code == ffi::SQLITE_OK { self.run(values) } else { Err(refused(code)) }
    }

    /// Runs it and visits each row.
    ///
    /// # Errors
    /// What SQLite refuses, and what the visitor does.
    pub fn each(&mut self, values: &[Cell<'_>], mut visit: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        self.bind(values)?;
        let outcome = loop {
            // SAFETY: the statement is alive; what is bound outlives this call, for it is borrowed by `values`.
            match unsafe { ffi::sqlite3_step(self.raw.as_ptr()) } {
                ffi::SQLITE_ROW => match visit(&Row { raw: self.raw, stands: PhantomData }) {
                    Ok(()) => {}
                    Err(refusal) => break Err(refusal),
                },
                ffi::SQLITE_DONE => break Ok(()),
                code => break Err(refused(code)),
            }
        };
        // SAFETY: the statement is alive. It forgets the borrowed texts before their borrow ends.
        unsafe {
            ffi::sqlite3_reset(self.raw.as_ptr());
            ffi::sqlite3_clear_bindings(self.raw.as_ptr());
        }
        outcome
    }

    /// Runs it and makes something of the first row.
    ///
    /// # Errors
    /// As [`Statement::each`].
    pub fn first<T>(&mut self, values: &[Cell<'_>], make: impl Fn(&Row<'_>) -> Result<T>) -> Result<Option<T>> {
        let mut found = None;
        self.each(values, |row| {
            if found.is_none() {
                found = Some(make(row)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn bind(&mut self, values: &[Cell<'_>]) -> Result<()> {
        let length = |of: usize| c_int::try_from(of).map_err(|cause| Error::new("store.failed").because(cause));
        for (at, value) in (1..).zip(values) {
            // SAFETY: the statement is alive; texts and bytes are bound without a copy and forgotten at the end of `each`.
            let code = unsafe {
                match value {
                    // What nothing is bound to is null, and `each` leaves nothing bound.
                    Cell::Null => ffi::SQLITE_OK,
                    Cell::Int(value) => ffi::sqlite3_bind_int64(self.raw.as_ptr(), at, *value),
                    Cell::Text(text) => ffi::sqlite3_bind_text(
                        self.raw.as_ptr(),
                        at,
                        text.as_ptr().cast::<c_char>(),
                        length(text.len())?,
                        ffi::SQLITE_STATIC(),
                    ),
                    Cell::Bytes(bytes) => ffi::sqlite3_bind_blob(
                        self.raw.as_ptr(),
                        at,
                        bytes.as_ptr().cast::<c_void>(),
                        length(bytes.len())?,
                        ffi::SQLITE_STATIC(),
                    ),
                }
            };
            if code != ffi::SQLITE_OK {
                return Err(refused(code));
            }
        }
        Ok(())
    }
}

impl Drop for Statement<'_> {
    fn drop(&mut self) {
        // SAFETY: it was prepared, is finalised once, and its connection is still held.
        unsafe { ffi::sqlite3_finalize(self.raw.as_ptr()) };
    }
}

impl Numbers for Row<'_> {
    fn int(&self, at: i32) -> Option<i64> {
        Row::int(self, at)
    }
}

impl Row<'_> {
    /// The number in a column; nothing where there is none.
    #[must_use]
    pub fn int(&self, column: i32) -> Option<i64> {
        // SAFETY: the statement stands on a row; a column beyond the last reads as null.
        unsafe {
            let value = ffi::sqlite3_column_int64(self.raw.as_ptr(), column);
            // Null reads as 0; only then is it worth asking.
            let absent = value == 0 && ffi::sqlite3_column_type(self.raw.as_ptr(), column) == ffi::SQLITE_NULL;
            (!absent).then_some(value)
        }
    }

    /// Adds the bytes in a column to what is there.
    pub fn bytes(&self, column: i32, to: &mut Vec<u8>) {
        // SAFETY: the statement stands on a row; the bytes are copied before it moves on.
        unsafe {
            let Some(bytes) = NonNull::new(ffi::sqlite3_column_blob(self.raw.as_ptr(), column).cast_mut()) else {
                return;
            };
            let length = usize::try_from(ffi::sqlite3_column_bytes(self.raw.as_ptr(), column)).unwrap_or(0);
            to.extend_from_slice(std::slice::from_raw_parts(bytes.as_ptr().cast_const().cast::<u8>(), length));
        }
    }

    /// What stands in a column, as long as the statement stands on the row. There are no fractions in a book: one that
    /// somebody has put there reads as the number below it.
    #[must_use]
    pub fn cell(&self, column: i32) -> Cell<'_> {
        // SAFETY: the statement stands on a row; text and bytes are SQLite's until it moves on or the column is read as another
        // kind, and the borrow of the row ends before that.
        unsafe {
            let raw = self.raw.as_ptr();
            let bytes = |from: *const u8| {
                let length = usize::try_from(ffi::sqlite3_column_bytes(raw, column)).unwrap_or(0);
                if from.is_null() { &[][..] } else { std::slice::from_raw_parts(from, length) }
            };
            match ffi::sqlite3_column_type(raw, column) {
                ffi::SQLITE_NULL => Cell::Null,
                ffi::SQLITE_INTEGER | ffi::SQLITE_FLOAT => Cell::Int(ffi::sqlite3_column_int64(raw, column)),
                ffi::SQLITE_TEXT => {
                    let text = bytes(ffi::sqlite3_column_text(raw, column));
                    std::str::from_utf8(text).map_or(Cell::Bytes(text), Cell::Text)
                }
                _ => Cell::Bytes(bytes(ffi::sqlite3_column_blob(raw, column).cast::<u8>())),
            }
        }
    }

    /// Every column of the row.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
        // SAFETY: the statement stands on a row.
        let columns = unsafe { ffi::sqlite3_column_count(self.raw.as_ptr()) };
        (0..columns).map(|column| self.cell(column))
    }

    /// The text in a column; nothing where there is none.
    #[must_use]
    pub fn text(&self, column: i32) -> Option<String> {
        // SAFETY: the statement stands on a row; the bytes are copied before it moves on.
        let bytes = unsafe {
            let text = NonNull::new(ffi::sqlite3_column_text(self.raw.as_ptr(), column).cast_mut())?;
            let length = ffi::sqlite3_column_bytes(self.raw.as_ptr(), column);
            std::slice::from_raw_parts(text.as_ptr().cast_const(), usize::try_from(length).ok()?)
        };
        Some(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// Rows of a statement of [`Many`]: more are no faster, and their parameters leave the processor's cache.
pub const AT_ONCE: usize = 64;

/// Statements that a [`Many`] keeps ready.
const KEPT: usize = 8;

/// Rows for one table, written so many with a statement: opening the table, looking at the schema and ending the statement
/// cost as much as a row does.
///
/// A column that is empty in all rows of a statement is not named in it: of a list's accounts half of the columns are, and
/// each costs its part of a row. The columns must have no default.
pub struct Many<'b, 'v> {
    bulk: &'b Bulk<'b>,
    insert: &'static str,
    columns: Vec<&'static str>,
    /// Rows and columns of a statement, the column of the n-th bit, with the statement.
    ready: Vec<((usize, u64), Statement<'b>)>,
    waiting: Vec<Cell<'v>>,
    packed: Vec<Cell<'v>>,
    changed: i64,
}

impl<'b, 'v> Many<'b, 'v> {
    /// Ready for rows of these columns, at most 64, named with commas between them; `insert` ends with the table's name.
    #[must_use]
    pub fn new(bulk: &'b Bulk<'_>, insert: &'static str, columns: &'static str) -> Self {
        let columns: Vec<_> = columns.split(',').map(str::trim).collect();
        let room = columns.len() * AT_ONCE;
        let (waiting, packed) = (Vec::with_capacity(room), Vec::with_capacity(room));
        Self { bulk, insert, columns, ready: Vec::new(), waiting, packed, changed: 0 }
    }

    /// Takes a row, and writes those that wait once they are many.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn add(&mut self, row: &[Cell<'v>]) -> Result<()> {
        self.waiting.extend_from_slice(row);
        if self.waiting.len() >= self.columns.len() * AT_ONCE { self.write() } else { Ok(()) }
    }

    /// Writes the rows that wait; says how many rows were written since the last end.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn end(&mut self) -> Result<i64> {
        if !self.waiting.is_empty() {
            self.write()?;
        }
        Ok(std::mem::take(&mut self.changed))
    }

    fn write(&mut self) -> Result<()> {
        let (width, used) = (self.columns.len(), self.used());
        self.packed.clear();
        for row in self.waiting.chunks_exact(width) {
            let used = row.iter().enumerate().filter(|(at, _)| used >> at & 1 == 1);
            self.packed.extend(used.map(|(_, cell)| *cell));
        }
        let ready = self.ready((self.waiting.len() / width, used))?;
        self.changed += self.ready[ready].1.run(&self.packed)?;
        self.waiting.clear();
        Ok(())
    }

    /// The columns in which a row that waits holds something, and always the first.
    fn used(&self) -> u64 {
        let rows = self.waiting.chunks_exact(self.columns.len());
        rows.flat_map(|row| row.iter().enumerate())
            .fold(1, |used, (at, cell)| used | u64::from(!matches!(cell, Cell::Null)) << at)
    }

    fn ready(&mut self, wanted: (usize, u64)) -> Result<usize> {
        if let Some(at) = self.ready.iter().position(|(of, _)| *of == wanted) {
            return Ok(at);
        }
        if self.ready.len() == KEPT {
            self.ready.remove(0);
        }
        let (rows, used) = wanted;
        let named: Vec<_> =
            self.columns.iter().enumerate().filter(|(at, _)| used >> at & 1 == 1).map(|it| *it.1).collect();
        let row = format!("({})", vec!["?"; named.len()].join(","));
        let sql = format!("{} ({}) VALUES {}", self.insert, named.join(","), vec![row; rows].join(","));
        self.ready.push((wanted, self.bulk.prepare(&sql)?));
        Ok(self.ready.len() - 1)
    }
}

fn refused(code: c_int) -> Error {
    Error::new(super::codes::code_of_result(Some(code))).with("result", code)
}
