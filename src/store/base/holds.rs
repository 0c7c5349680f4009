//! `holds(forms, text, …)`: a function of our connections that says whether one of the texts is of one of the forms, without
//! regard to the case of ASCII letters. SQLite's own LIKE says the same of one text and one form
//! at a call (docs/decisions/0020).
#![allow(unsafe_code, reason = "SQLite calls it through its C interface; every pointer lives within the call")]

use std::ffi::{c_int, c_void};
use std::{ptr, slice};

use libsqlite3_sys as ffi;
use memchr::memmem::Finder;
use sqlx::SqliteConnection;

use crate::model::filter::Pattern;

/// Between the pieces of a form, and between forms; neither can be typed in a filter.
const GAP: char = '\0';
const OR: char = '\u{1}';

/// These patterns as the function takes them; nothing where one holds a letter beyond ASCII.
pub(in crate::store) fn forms(patterns: &[Pattern]) -> Option<String> {
    let plain = |piece: &String| piece.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let form = |pattern: &Pattern| {
        let pieces = pattern.pieces.iter().all(plain).then_some(&pattern.pieces)?;
        Some(pieces.join(GAP.encode_utf8(&mut [0; 4])).to_ascii_lowercase())
    };
    let forms: Option<Vec<String>> = patterns.iter().map(form).collect();
    Some(forms?.join(OR.encode_utf8(&mut [0; 4])))
}

/// Teaches a connection the function. No trigger and no view can call it: a book never depends on it.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn teach(conn: &mut SqliteConnection) -> sqlx::Result<()> {
    let mut held = conn.lock_handle().await?;
    let how = ffi::SQLITE_UTF8 | ffi::SQLITE_DETERMINISTIC | ffi::SQLITE_DIRECTONLY;
    // SAFETY: the connection is open and held; the name ends with a zero; the function asks for nothing of ours.
    let code = unsafe {
        let database = held.as_raw_handle().as_ptr();
        let (name, none) = (c"holds".as_ptr(), ptr::null_mut());
        ffi::sqlite3_create_function_v2(database, name, -1, how, none, Some(holds), None, None, None)
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(sqlx::Error::Protocol(format!("SQLite refuses a function: {code}")))
    }
}

/// What a text may be: any of some forms.
struct Forms {
    forms: Vec<Form>,
    /// The text in small letters.
    text: Vec<u8>,
}

/// A beginning, what comes between in this order, and an end; a beginning alone is the whole text.
struct Form {
    first: Vec<u8>,
    between: Vec<Finder<'static>>,
    last: Option<Vec<u8>>,
}

impl Forms {
    fn read(told: &[u8]) -> Self {
        Self { forms: told.split(|byte| *byte == OR as u8).map(Form::read).collect(), text: Vec::new() }
    }

    fn include(&mut self, text: &[u8]) -> bool {
        self.text.clear();
        self.text.extend_from_slice(text);
        self.text.make_ascii_lowercase();
        self.forms.iter().any(|form| form.is(&self.text))
    }
}

impl Form {
    fn read(told: &[u8]) -> Self {
        let mut pieces: Vec<&[u8]> = told.split(|byte| *byte == GAP as u8).collect();
        let last = if pieces.len() > 1 { pieces.pop().map(<[u8]>::to_vec) } else { None };
        let mut pieces = pieces.into_iter();
        let first = pieces.next().unwrap_or_default().to_vec();
        let between = pieces.filter(|piece| !piece.is_empty()).map(|piece| Finder::new(piece).into_owned()).collect();
        Self { first, between, last }
    }

    fn is(&self, text: &[u8]) -> bool {
        let Some(last) = &self.last else { return text == self.first };
        let rest = text.strip_prefix(self.first.as_slice()).and_then(|rest| rest.strip_suffix(last.as_slice()));
        let Some(mut rest) = rest else { return false };
        self.between.iter().all(|piece| match piece.find(rest) {
            Some(at) => {
                rest = rest.get(at + piece.needle().len()..).unwrap_or_default();
                true
            }
            None => false,
        })
    }
}

/// The function. The forms are read once a statement and kept beside its first argument.
unsafe extern "C" fn holds(context: *mut ffi::sqlite3_context, count: c_int, values: *mut *mut ffi::sqlite3_value) {
    // SAFETY: SQLite hands over `count` values that live as long as the call, and what is kept beside an argument is what
    // was put there: forms, which no other call uses meanwhile, for a statement runs on one thread at a time.
    unsafe {
        let values = slice::from_raw_parts(values, usize::try_from(count).unwrap_or_default());
        let Some((told, texts)) = values.split_first() else { return ffi::sqlite3_result_int(context, 0) };
        let mut forms = ffi::sqlite3_get_auxdata(context, 0).cast::<Forms>();
        if forms.is_null() {
            let read = Box::new(Forms::read(bytes(*told).unwrap_or_default()));
            ffi::sqlite3_set_auxdata(context, 0, Box::into_raw(read).cast::<c_void>(), Some(forget));
            forms = ffi::sqlite3_get_auxdata(context, 0).cast::<Forms>();
        }
        // Where SQLite cannot keep it, it has let it go at once.
        let mut own;
        let forms = match forms.as_mut() {
            Some(kept) => kept,
            None => {
                own = Forms::read(bytes(*told).unwrap_or_default());
                &mut own
            }
        };
        let found = texts.iter().any(|text| bytes(*text).is_some_and(|text| forms.include(text)));
        ffi::sqlite3_result_int(context, c_int::from(found));
    }
}

/// A value's text, where it has one.
///
/// # Safety
/// The value must live; the bytes live until it is asked for something else.
unsafe fn bytes<'v>(value: *mut ffi::sqlite3_value) -> Option<&'v [u8]> {
    // SAFETY: as the caller promises; the length is asked for after the text, as SQLite wants it.
    unsafe {
        let text = ffi::sqlite3_value_text(value);
        let length = usize::try_from(ffi::sqlite3_value_bytes(value)).unwrap_or_default();
        (!text.is_null()).then(|| slice::from_raw_parts(text, length))
    }
}

unsafe extern "C" fn forget(forms: *mut c_void) {
    // SAFETY: it is what `holds` kept, and SQLite lets go of it once.
    drop(unsafe { Box::from_raw(forms.cast::<Forms>()) });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sqlx::Connection;

    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern { pieces: text.split('*').map(str::to_owned).collect() }
    }

    #[test]
    fn letters_beyond_ascii_are_left_to_another() {
        assert_eq!(forms(&[pattern("a*B")]), Some("a\0b".to_owned()));
        assert_eq!(forms(&[pattern("ab"), pattern("*c")]), Some("ab\u{1}\0c".to_owned()));
        assert_eq!(forms(&[pattern("ab"), pattern("ä")]), None);
        assert_eq!(forms(&[pattern("a\0b")]), None);
    }

    #[tokio::test]
    async fn a_connection_answers_as_like_does() {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        teach(&mut conn).await.unwrap();
        let texts =
            ["", "a", "A", "ab", "aab", "b.a", "Ada@Nord.example", "ada@x.nord.example", "ÄÖ a", "a%b", "a_b", "a\\b"];
        let asked = [
            "",
            "*",
            "a",
            "a*",
            "*a",
            "*a*",
            "a*b",
            "*a*b*",
            "*@nord.example",
            "*@*.nord.example",
            "a%b",
            "a_b",
            "a\\b",
        ];
        for text in texts {
            for form in asked {
                let like = form.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_").replace('*', "%");
                let ours: bool = sqlx::query_scalar("SELECT holds(?, NULL, ?)")
                    .bind(forms(&[pattern(form)]))
                    .bind(text)
                    .fetch_one(&mut conn)
                    .await
                    .unwrap();
                let theirs: bool = sqlx::query_scalar("SELECT ? LIKE ? ESCAPE '\\'")
                    .bind(text)
                    .bind(like)
                    .fetch_one(&mut conn)
                    .await
                    .unwrap();
                assert_eq!(ours, theirs, "{text:?} of the form {form:?}");
            }
        }
        let none: bool = sqlx::query_scalar("SELECT holds('a', NULL)").fetch_one(&mut conn).await.unwrap();
        assert!(!none, "what is not known is of no form");
    }

    #[tokio::test]
    async fn no_view_and_no_trigger_can_call_it() {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        teach(&mut conn).await.unwrap();
        sqlx::raw_sql("CREATE VIEW v AS SELECT holds('a', 'a') AS it").execute(&mut conn).await.unwrap();
        let refused = sqlx::query("SELECT it FROM v").fetch_one(&mut conn).await;
        assert!(refused.is_err_and(|cause| cause.to_string().contains("unsafe use of holds")));
    }

    proptest! {
        #[test]
        fn a_text_is_of_the_forms_that_the_model_says(text in "[abAB.@]{0,12}", form in "[abAB.@*]{0,6}") {
            let told = forms(&[pattern("nothing"), pattern(&form)]).unwrap();
            prop_assert_eq!(Forms::read(told.as_bytes()).include(text.as_bytes()), pattern(&form).matches(&text));
        }
    }
}
