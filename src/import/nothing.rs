//! What stands in a cell and is no value: marks and words for nothing, and what a spreadsheet shows where it has none.
//!
//! Only an empty cell is empty whatever its column. `NA` is Namibia and a region, and Mr Null has a name: whether a word means
//! nothing is for its column to say.

/// Marks that mean nothing in every column.
const MARKS: &[&str] = &[
    "-", "--", "---", "–", "—", "./.", "n/a", "n.a.", "n. a.", "#n/a", "k.a.", "k. a.", "k/a", "[]", "{}", "(null)",
    "<null>", "(none)", "<none>", "(empty)", "(leer)", "(blank)", "\\n", "s/o", "s.o.", "n/d", "n.d.", "n/v", "n.v.",
];

/// Words that mean nothing where nothing can be called so: a name, a region or a user can.
const WORDS: &[&str] =
    &["na", "null", "none", "nil", "nan", "nul", "undefined", "nothing", "nichts", "keine", "leer", "empty"];

/// The longest of them.
const LONGEST: usize = 9;

/// What is shown of errors that end with neither `!` nor `?`.
const ERRORS: &[&str] =
    &["#n/a", "#nv", "#n/d", "#n/b", "#n/disp", "#n/v", "#getting_data", "#data", "#nd", "#error", "#null"];

/// A mark that means nothing in every column.
pub fn is_mark(text: &str) -> bool {
    text.len() <= LONGEST && MARKS.iter().any(|it| text.eq_ignore_ascii_case(it))
}

/// A word that means nothing where nothing can be called so.
pub fn is_word(text: &str) -> bool {
    text.len() <= LONGEST && text.starts_with(|it: char| it.is_ascii_alphabetic()) && {
        WORDS.iter().any(|it| text.eq_ignore_ascii_case(it))
    }
}

/// Nothing, in a column that can hold none of these words.
pub fn is_nothing(text: &str) -> bool {
    text.is_empty() || is_mark(text) || is_word(text)
}

/// What a spreadsheet shows of a value that it does not have (`#N/A`, `#BEZUG!`), or has no room for (`####`).
pub fn is_lost(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('#') else { return false };
    if !inner.is_empty() && inner.bytes().all(|it| it == b'#') {
        return true;
    }
    if ERRORS.iter().any(|it| text.eq_ignore_ascii_case(it)) {
        return true;
    }
    let word = inner.strip_suffix(['!', '?']).filter(|word| (2..=14).contains(&word.chars().count()));
    word.is_some_and(|word| {
        word.contains(char::is_uppercase)
            && word.chars().all(|it| it.is_uppercase() || it.is_ascii_digit() || "/_¡¿".contains(it))
    })
}

/// `8,68533E+14`: what a spreadsheet shows of a long number. Its other digits are gone.
pub fn is_rounded(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let number = number.strip_prefix(['-', '−']).unwrap_or(number);
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && power.strip_prefix(['+', '-']).is_some_and(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_means_nothing_everywhere_a_word_only_where_nobody_is_called_so() {
        for (text, mark, word) in [
            ("N/A", true, false),
            ("n.a.", true, false),
            ("k.A.", true, false),
            ("–", true, false),
            ("(null)", true, false),
            ("NA", false, true),
            ("Null", false, true),
            ("none", false, true),
            ("NaN", false, true),
            ("Nadia", false, false),
            ("", false, false),
            ("Nullinger", false, false),
        ] {
            assert_eq!((is_mark(text), is_word(text)), (mark, word), "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_shows_without_a_value_is_lost_and_a_hash_before_a_name_is_not() {
        for text in ["#N/A", "#NV", "#REF!", "#BEZUG!", "#NAME?", "#DIV/0!", "#ÜBERLAUF!", "#¡VALOR!", "##", "########"]
        {
            assert!(is_lost(text), "{text}");
        }
        for text in ["#", "#1", "#anna", "#Team!", "#42!", "N/A", "", "#MeToo"] {
            assert!(!is_lost(text), "{text}");
        }
    }

    #[test]
    fn a_number_that_lost_its_digits_is_told_from_a_name() {
        for text in ["8,68533E+14", "8.68533E+14", "1E+05", "1e+15", "-1,2E+10", "4,9E-05"] {
            assert!(is_rounded(text), "{text}");
        }
        for text in ["868533000000001", "2E5", "E+14", "Eve+1", "a1E+5", "1,E+5", "", "12E"] {
            assert!(!is_rounded(text), "{text}");
        }
    }
}
