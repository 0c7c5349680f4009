//! Ids are typed, and what they and the closed words look like stands in one place: rules over the source, each tried on code
//! that breaks it.

use super::source::{Source, tree};
use super::{Rule, none, shipped};

/// The one file that knows how an id is made up.
const IDS: &str = "src/model/ids.rs";

/// What is an id where it is a number: these names, and those that end with `_id`.
const NAMES: &[&str] = &["case", "deed", "import", "account", "export", "party", "node", "undoing", "organisation_id"];

/// A signature that hands ids over in a tuple: which is which, nobody can say.
fn tuples_of_ids(file: &Source) -> Vec<String> {
    let wrong = |tuple: &&str| tuple.starts_with("i64, i64") || (tuple.contains(',') && words(tuple).any(is_an_id));
    let in_one = |signature: &&str| tuples(signature).iter().any(|tuple| wrong(&tuple.as_str()));
    file.signatures().iter().filter(|it| in_one(&it.as_str())).map(|it| format!("{}: {it}", file.path)).collect()
}

fn is_an_id(word: &str) -> bool {
    word.len() > 2 && word.ends_with("Id") && word.starts_with(char::is_uppercase)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric() && it != '_')
}

/// The insides of the tuples of a signature; what follows a name or a bracket of generics are its parameters.
fn tuples(signature: &str) -> Vec<String> {
    let opens = signature.match_indices('(').filter(|(at, _)| {
        let before = signature[..*at].chars().next_back();
        !before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '>')
    });
    opens.map(|(at, _)| inside(&signature[at + 1..]).to_owned()).collect()
}

/// Up to the bracket that closes.
fn inside(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, it) in text.char_indices() {
        match it {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text
}

/// An id that is only a number: `case_id: i64`.
fn untyped_ids(file: &Source) -> Vec<String> {
    if file.path == IDS {
        return Vec::new();
    }
    let untyped = |line: &str| {
        [": i64", ": Option<i64>", ": &i64", ": &[i64]", ": Vec<i64>"].iter().any(|of| {
            line.match_indices(of).any(|(at, _)| {
                let name = words(&line[..at]).last().unwrap_or_default();
                name.ends_with("_id") || NAMES.contains(&name)
            })
        })
    };
    let lines = file.code.lines().enumerate().filter(|(_, line)| untyped(line));
    lines.map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim())).collect()
}

/// What an account's id is made of: asked of `CaseId`, also in SQL.
fn shifted_ids(file: &Source) -> Vec<String> {
    if file.path == IDS {
        return Vec::new();
    }
    let shifts = |line: &str| ["<< 32", ">> 32", "4294967295", "u32::MAX as i64"].iter().any(|it| line.contains(it));
    let lines = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines.filter(|(_, line)| shifts(line)).map(|(at, _)| format!("{}:{} makes an id up", file.path, at + 1)).collect()
}

/// SQL that spells a verb: it is told those of `Verb`.
fn spelled_verbs(file: &Source) -> Vec<String> {
    let spells = |line: &str| {
        line.match_indices("verb ").any(|(at, verb)| {
            let compared = line[at + verb.len()..].trim_start_matches("NOT ").trim_start_matches("IN (");
            compared.trim_start_matches(['=', '<', '>', ' ']).starts_with('\'')
        })
    };
    let lines = file.text.lines().filter(|line| spells(line));
    lines.map(|line| format!("{}: {}", file.path, line.trim())).collect()
}

const RULES: [Rule; 4] = [tuples_of_ids, untyped_ids, shifted_ids, spelled_verbs];

#[test]
fn ids_are_typed_and_closed_words_are_spelled_in_one_place() {
    let files: Vec<Source> = shipped().into_iter().chain(tree("src-tauri/src")).collect();
    none(RULES.iter().flat_map(|rule| files.iter().flat_map(rule)));
}

#[test]
fn an_id_without_a_type_is_found() {
    let cases: &[(Rule, &str)] = &[
        (tuples_of_ids, "fn f((case, import): (i64, i64)) {}"),
        (tuples_of_ids, "fn f(a: u8) -> Result<(CaseId, String)> {}"),
        (tuples_of_ids, "fn f<T>(a: T, b: Vec<(String, Option<DeedId>)>) {}"),
        (tuples_of_ids, "fn f() -> impl Iterator<Item = (NodeId, String)>;"),
        (untyped_ids, "fn f(case_id: i64) {}"),
        (untyped_ids, "struct S {\n    deed: Option<i64>,\n}"),
        (shifted_ids, "let a = case << 32;"),
        (shifted_ids, "sql(\"WHERE id >= ?1 << 32\");"),
        (spelled_verbs, "sql(\"WHERE verb IN ('import', 'tag')\");"),
    ];
    for (rule, text) in cases {
        assert!(!rule(&Source::new("src/store/x.rs", text)).is_empty(), "{text}");
    }
}

#[test]
fn ids_with_a_type_are_left_alone() {
    let text = "fn f(case_id: CaseId, names: (String, u8), of: [i64; 4]) -> BTreeMap<CaseId, (String, u8)> {}\n\
                fn g(found: impl Fn(CaseId, DeedId) -> i64) {}\nlet a = 1 << 3;\n// << 32\nstruct S { line: i64 }\n\
                sql(\"WHERE verb = ? AND a ->> 'import' = 1\");\n";
    none(RULES.iter().flat_map(|rule| rule(&Source::new("src/store/x.rs", text))));
}
