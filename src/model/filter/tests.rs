//! The filter language as tables: what each text means, and where a wrong one points.

use proptest::prelude::*;

use super::*;

/// A filter as one can read it in a table: fields, tests, structure.
fn shown(filter: &Filter) -> String {
    let joined = |parts: &[Filter], with: &str| parts.iter().map(shown).collect::<Vec<_>>().join(with);
    match filter {
        Filter::All(parts) => format!("({})", joined(parts, " & ")),
        Filter::Any(parts) => format!("({})", joined(parts, " | ")),
        Filter::Not(inside) => format!("!{}", shown(inside)),
        Filter::Term(term) => {
            let values: Vec<_> = term.values.iter().map(|value| shown_test(&value.test)).collect();
            format!("{:?}={}", term.field, values.join("/"))
        }
    }
}

fn shown_test(test: &Test) -> String {
    match test {
        Test::Text(pattern) => pattern.pieces.join("~"),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_text_is_read_as_its_tree() {
    for (text, tree) in [
        ("", "()"),
        ("  ", "()"),
        ("anna", "Anywhere=anna"),
        ("anna lind", "(Anywhere=anna & Anywhere=lind)"),
        ("a OR b c", "(Anywhere=a | (Anywhere=b & Anywhere=c))"),
        ("(a OR b) c", "((Anywhere=a | Anywhere=b) & Anywhere=c)"),
        ("-(a OR b)", "!(Anywhere=a | Anywhere=b)"),
        ("-domain:x.example", "!Domain=x.example"),
        ("ORANGE", "Anywhere=ORANGE"),
        ("or", "Anywhere=or"),
        ("\"OR\"", "Anywhere=OR"),
        ("STATUS:Confirmed,suspected", "Status=Status(Confirmed)/Status(Suspected)"),
        ("name:\"Lind, Anna (north)\"", "Name=Lind, Anna (north)"),
        ("name:\"say \"\"hi\"\"\"", "Name=say \"hi\""),
        ("name:an*a", "Name=an~a"),
        ("name:\"a*\"*", "Name=a*~"),
        ("region:*", "Region=Has"),
        ("region:\"A B/C\"", "Region=A B/C"),
        ("records:>100", "Records=Number(More, 100)"),
        ("records:<=5,10..20,7", "Records=Number(AtMost, 5)/Between(10, 20)/Number(Equal, 7)"),
        ("import:3", "Import=Number(Equal, 3)"),
        ("tagged:NO", "Tagged=Tagged(false)"),
        ("conflict:*", "Conflict=Has"),
        ("conflict:region", "Conflict=region"),
        ("a-b", "Anywhere=a-b"),
    ] {
        let read = Filter::read(text).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
        assert_eq!(shown(&read), tree, "{text}");
    }
}

#[test]
fn a_wrong_text_is_refused_at_its_place() {
    for (text, code, column, length) in [
        ("färbe:x", "filter.unknown_field", 1, 5),
        ("status:open", "filter.unknown_value", 8, 4),
        ("ä status:confirmed,open", "filter.unknown_value", 20, 4),
        ("a (b", "filter.group_not_closed", 3, 1),
        ("a) b", "filter.group_not_opened", 2, 1),
        ("()", "filter.term_missing", 1, 2),
        ("name:\"x", "filter.quote_not_closed", 6, 2),
        ("records:>many", "filter.not_a_number", 9, 5),
        ("records:-5", "filter.not_a_number", 9, 2),
        ("import:>3", "filter.not_a_number", 8, 2),
        ("status:", "filter.value_missing", 7, 1),
        ("status:confirmed,", "filter.value_missing", 17, 1),
        ("OR a", "filter.term_missing", 1, 2),
        ("a OR", "filter.term_missing", 3, 2),
        ("a -", "filter.term_missing", 3, 1),
        ("tagged:maybe", "filter.unknown_value", 8, 5),
    ] {
        let refusal = Filter::read(text).expect_err(text);
        let place = refusal.place.expect("a place");
        assert_eq!((refusal.code, place.column, place.length), (code, Some(column), Some(length)), "{text}");
    }
}

#[test]
fn a_filter_too_deep_or_too_long_is_refused_and_not_run() {
    assert_eq!(Filter::read(&"(".repeat(100_000)).expect_err("deep").code, "filter.too_deep");
    assert_eq!(Filter::read(&("a,".repeat(100_000) + "a")).expect_err("long").code, "filter.too_long");
    assert_eq!(Filter::read(&"-".repeat(100_000)).expect_err("minus").code, "filter.term_missing");
}

#[test]
fn a_pattern_ignores_case_and_leaves_gaps() {
    let pattern = |pieces: &[&str]| Pattern { pieces: pieces.iter().map(|it| (*it).to_owned()).collect() };
    for (pieces, text, matches) in [
        (&["Ümit"][..], "ümit", true),
        (&["um"], "umit", false),
        (&["um", ""], "UMIT", true),
        (&["", "it"], "umit", true),
        (&["a", "b", "c"], "a-b-c", true),
        (&["a", "b", "c"], "a-c-b", false),
        (&["ab", "ba"], "aba", false),
    ] {
        assert_eq!(pattern(pieces).matches(text), matches, "{pieces:?} {text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_a_place_lies_in_the_text(text in "[a-z:*\"()\\- ,<>=.0-9ORä\u{1F600}]{0,60}") {
        if let Err(refusal) = Filter::read(&text) {
            let place = refusal.place.expect("a place");
            let (column, length) = (place.column.expect("a column"), place.length.expect("a length"));
            prop_assert!(column >= 1);
            prop_assert!(column - 1 + length <= text.chars().count() as u64);
        }
    }

    #[test]
    fn any_text_at_all_is_read_or_refused(text in any::<String>()) {
        let _ = Filter::read(&text);
    }
}
