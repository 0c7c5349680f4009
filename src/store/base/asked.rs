//! `asked(whom, what, …)`: a function of our connections by which a statement asks us, row by row, what a column is to hold.
//! One walk over the accounts then sets them, keeps what they held and moves them in the numbers (docs/decisions/0023).
//!
//! Whom it asks is bound to the statement that runs, as a pointer that no SQL can make.
#![allow(
    unsafe_code,
    reason = "SQLite calls it through its C interface; every pointer lives within the statement's run"
)]

use std::ffi::{CStr, c_int, c_void};
use std::slice;

use libsqlite3_sys as ffi;
use sqlx::SqliteConnection;

/// What SQLite compares before it hands a pointer out.
pub(in crate::store) const KIND: &CStr = c"breachbook asked";

/// Numbers side by side: the columns of a row, or what a function is called with.
pub trait Numbers {
    /// The number at a place; nothing where there is none.
    fn int(&self, at: i32) -> Option<i64>;
}

/// Whom a statement asks. It may be asked of a row more than once.
pub trait Asked {
    /// What is to stand there; `row` is what was handed over after `what`.
    fn answer(&mut self, what: i64, row: &Values<'_>) -> Option<i64>;
}

/// Whom, as a pointer that SQLite can carry.
pub(in crate::store) struct Whom<'w>(pub(in crate::store) &'w mut dyn Asked);

/// What the function was called with.
pub struct Values<'v>(&'v [*mut ffi::sqlite3_value]);

impl<'v> Values<'v> {
    /// What comes after so many.
    pub fn after(&self, n: usize) -> Values<'v> {
        Values(self.0.get(n..).unwrap_or_default())
    }
}

impl Numbers for Values<'_> {
    fn int(&self, at: i32) -> Option<i64> {
        let value = *self.0.get(usize::try_from(at).ok()?)?;
        // SAFETY: SQLite handed the value over, and it lives as long as the call. Null reads as 0; only then is it worth asking.
        unsafe {
            let number = ffi::sqlite3_value_int64(value);
            let absent = number == 0 && ffi::sqlite3_value_type(value) == ffi::SQLITE_NULL;
            (!absent).then_some(number)
        }
    }
}

/// Teaches a connection the function. No trigger and no view can call it.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn teach(conn: &mut SqliteConnection) -> sqlx::Result<()> {
    let mut held = conn.lock_handle().await?;
    let how = ffi::SQLITE_UTF8 | ffi::SQLITE_DIRECTONLY;
    // SAFETY: the connection is open and held; the name ends with a zero; the function asks for nothing of ours.
    let code = unsafe {
        let (database, none) = (held.as_raw_handle().as_ptr(), std::ptr::null_mut());
        ffi::sqlite3_create_function_v2(database, c"asked".as_ptr(), -1, how, none, Some(asked), None, None, None)
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(sqlx::Error::Protocol(format!("SQLite refuses a function: {code}")))
    }
}

/// The function.
unsafe extern "C" fn asked(context: *mut ffi::sqlite3_context, count: c_int, values: *mut *mut ffi::sqlite3_value) {
    // SAFETY: SQLite hands over `count` values that live as long as the call. A pointer of our kind is bound by
    // `Statement::run_asking` alone, to a `Whom` that it borrows until the statement is reset, and a statement runs on one
    // thread at a time.
    unsafe {
        let values = slice::from_raw_parts(values, usize::try_from(count).unwrap_or_default());
        let [whom, what, row @ ..] = values else { return ffi::sqlite3_result_null(context) };
        let whom = ffi::sqlite3_value_pointer(*whom, KIND.as_ptr()).cast::<Whom<'_>>();
        let Some(whom) = whom.as_mut() else { return ffi::sqlite3_result_null(context) };
        match whom.0.answer(ffi::sqlite3_value_int64(*what), &Values(row)) {
            Some(number) => ffi::sqlite3_result_int64(context, number),
            None => ffi::sqlite3_result_null(context),
        }
    }
}

impl Whom<'_> {
    pub(in crate::store) const fn pointer(&mut self) -> *mut c_void {
        std::ptr::from_mut(self).cast::<c_void>()
    }
}
