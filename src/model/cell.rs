//! A cell of a sheet that a spreadsheet opens: what would run there as a formula gets an apostrophe before it, and comes back
//! without. One rule for all that leaves as delimited text, and for all that is read.
//!
//! It knows no delimiter of ours: a program that splits at another one (Excel goes by the locale, so a German one takes commas for
//! text and splits at semicolons) sees cells begin within ours, behind `;`, a tab or a line's end, and each of them is guarded. The
//! rule is reversible: a text that begins as a guarded one gets one more apostrophe, so every text comes back as it was.

use std::borrow::Cow;

/// Spreadsheets run what begins so (OWASP, CSV injection), their full-width twins included.
const RUNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What begins so may lose it on the way in, and begin with what follows.
const STRIPPED: [char; 2] = ['\t', '\r'];

/// Where a program that splits otherwise sees a new cell begin.
const SPLITS: [char; 4] = [';', '\t', '\n', '\r'];

const GUARD: char = '\'';

/// A text as a cell that runs nowhere.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    rewritten(text, is_guardable, 0, "'")
}

/// A cell as the text that it was before it was guarded.
#[must_use]
pub fn unguarded(cell: &str) -> Cow<'_, str> {
    let is_guard = |rest: &str, first| rest.strip_prefix(GUARD).is_some_and(|rest| is_guardable(rest, first));
    rewritten(cell, is_guard, GUARD.len_utf8(), "")
}

/// A text for a cell that runs nothing by itself: only what would lose an apostrophe on its way back gets one more.
#[must_use]
pub fn kept(text: &str) -> Cow<'_, str> {
    match unguarded(text) {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        Cow::Owned(_) => guarded(text),
    }
}

/// Puts a text in place of so many bytes wherever a cell may begin and `is` is true of it.
fn rewritten<'t>(text: &'t str, is: impl Fn(&str, bool) -> bool, taken: usize, put: &str) -> Cow<'t, str> {
    let places: Vec<usize> = begins(text).filter(|at| is(&text[*at..], *at == 0)).collect();
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + places.len());
    let mut copied = 0;
    for at in places {
        out.push_str(&text[copied..at]);
        out.push_str(put);
        copied = at + taken;
    }
    Cow::Owned(out + &text[copied..])
}

/// The places, in bytes, where some program sees a cell begin.
fn begins(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices(SPLITS).map(|(at, split)| at + split.len()))
}

/// Whether a cell that begins so runs, or would be taken for a guarded one.
fn is_guardable(rest: &str, first: bool) -> bool {
    let held = rest.trim_start_matches(GUARD);
    let begins = held.trim_start_matches(is_passed_over).chars().next();
    begins.is_some_and(|it| RUNS.contains(&it)) || (first && held.starts_with(STRIPPED))
}

/// Blanks, marks without a width, and quotation marks, before which a program may still see a formula begin.
fn is_passed_over(it: char) -> bool {
    let is_split = SPLITS.contains(&it);
    !is_split
        && (it.is_whitespace()
            || it == '"'
            || matches!(it, '\u{feff}' | '\u{ad}' | '\u{2060}' | '\u{200b}'..='\u{200f}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text, and what leaves.
    const CASES: &[(&str, &str)] = &[
        ("=1+1", "'=1+1"),
        ("+49 40 1", "'+49 40 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\rx", "'\rx"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("\u{a0}=1", "'\u{a0}=1"),
        ("\u{feff}=1", "'\u{feff}=1"),
        ("\u{200b}\u{3000}=1", "'\u{200b}\u{3000}=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("Smith;=cmd()", "Smith;'=cmd()"),
        ("Smith; =cmd()", "Smith;' =cmd()"),
        ("Smith\t=cmd()", "Smith\t'=cmd()"),
        ("Smith\n=cmd()", "Smith\n'=cmd()"),
        ("Smith\r\n@A", "Smith\r\n'@A"),
        ("Smith;\"\"=cmd()", "Smith;'\"\"=cmd()"),
        ("=a;=b\n＝c", "'=a;'=b\n'＝c"),
        // What looks guarded already gets one more, and so comes back.
        ("'=1", "''=1"),
        ("''=1;'=2", "'''=1;''=2"),
        ("a@b.example", "a@b.example"),
        ("1-2", "1-2"),
        ("x=y", "x=y"),
        ("", ""),
        ("O'Neill", "O'Neill"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'quoted'", "'quoted'"),
        (">=500", ">=500"),
        ("one; two, -3", "one; two, -3"),
        ("two\nlines", "two\nlines"),
    ];

    #[test]
    fn a_text_leaves_guarded_and_comes_back_as_it_was() {
        for (text, cell) in CASES {
            assert_eq!(guarded(text), *cell, "{text:?}");
            assert_eq!(unguarded(cell), *text, "{cell:?}");
        }
    }

    #[test]
    fn a_cell_that_runs_nothing_is_written_as_it_is_unless_it_would_lose_an_apostrophe() {
        for (text, cell) in [("=1", "=1"), ("'=1", "''=1"), ("O'Neill", "O'Neill"), ("a;'=1", "a;''=1")] {
            assert_eq!((kept(text).as_ref(), unguarded(cell).as_ref()), (cell, text));
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "[a'=+＝@;\\t\\n\\r \"\u{a0}\u{feff}-]{0,24}") {
            for cell in [guarded(&text), kept(&text)] {
                prop_assert_eq!(unguarded(&cell), text.as_str());
            }
        }

        #[test]
        fn however_it_is_split_nothing_begins_as_a_formula(text in "[a'=+＝@;\\t\\n\\r \"\u{a0}\u{feff}-]{0,24}") {
            for cell in guarded(&text).split(SPLITS) {
                let begins = cell.trim_start_matches(is_passed_over).chars().next();
                prop_assert!(!begins.is_some_and(|it| RUNS.contains(&it)), "{cell:?} of {text:?}");
            }
        }
    }
}
