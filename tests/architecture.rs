//! The house's invariants, read from the source itself (ARCHITECTURE.md).
//!
//! Every rule is a function from a file to what is wrong with it, so that each is tried on code that breaks it, too.

mod arrows;
mod cites;
mod crates;
mod ids;
mod pages;
mod rooms;
mod shell;
mod source;
mod systems;

use source::{Source, tree};

/// Floors, lowest first. A module uses only what stands on lines above its own here; neighbours are strangers.
const FLOORS: &[&[&[&str]]] = &[
    // The nouns and their refusals are one.
    &[&["model", "error"], &["system"]],
    &[&["lang"], &["document"], &["catalogue"], &["typography"]],
    &[&["store"], &["import"], &["charts"], &["plot"]],
    &[&["templates"], &["regimes"], &["export"]],
    &[&["actions"]],
    &[&["world"]],
    &[&["main", "cli"]],
];

/// Each library has one place; the first that fits a path decides.
const PLACES: &[(&str, &[&str])] = &[
    ("sqlx", &["src/store/", "src/store.rs"]),
    ("libsqlite3_sys", &["src/store/"]),
    ("printpdf", &["src/export/pdf/"]),
    ("lopdf", &["src/export/pdf/"]),
    ("subsetter", &["src/export/pdf/", "src/plot/webfont.rs"]),
    ("plotters", &["src/plot/", "src/export/pdf/"]),
    ("plotters_backend", &["src/plot/", "src/export/pdf/"]),
    ("rustybuzz", &["src/typography/"]),
    ("hypher", &["src/typography/"]),
    ("unicode_linebreak", &["src/typography/", "src/plot/fit.rs"]),
    ("fluent_bundle", &["src/lang/"]),
    ("icu", &["src/lang/"]),
    ("calamine", &["src/export/sheets/round_trip.rs", "src/import/containers/workbook/other_reader.rs"]),
    ("quick_xml", &["src/import/containers/"]),
    ("encoding_rs", &["src/import/bytes.rs", "src/import/bytes/"]),
    ("chardetng", &["src/import/bytes/"]),
    ("oem_cp", &["src/import/bytes/"]),
    ("rust_xlsxwriter", &["src/export/"]),
    ("clap", &["src/cli/", "src/main.rs"]),
    ("rpassword", &["src/cli/"]),
    ("directories", &["src/system/"]),
    ("whoami", &["src/system/"]),
    ("signal_hook", &["src/system/"]),
    ("dunce", &["src/system/"]),
    ("openssl", &["src/store/"]),
    ("tempfile", &["src/store/", "src/system/"]),
    ("rustix", &["src/system/"]),
    ("windows_sys", &["src/system/"]),
    ("precis_profiles", &["src/store/file/"]),
    ("zxcvbn", &["src/actions/"]),
    ("strsim", &["src/model/listed.rs"]),
    ("rust_iso3166", &["src/model/place.rs"]),
    ("toml", &["src/catalogue/", "src/actions/samples.rs"]),
];

/// What a module below the sixth floor is told and never asks for itself.
const WORLD: &[&str] = &[
    "Timestamp::now",
    "Zoned::now",
    "SystemTime",
    "Instant",
    "now_v7",
    "TimeZone::system",
    "std::env",
    "env::var",
    "std::net",
    "TcpStream",
    "std::process::Command",
];

/// The file system: the store opens its one file and what belongs to it, nobody else opens any.
const FILES: &[&str] = &["std::fs", "File::open", "File::create", "OpenOptions", "tokio::fs"];

/// A registry: the folder, its slice, the type of its values.
const REGISTRIES: &[(&str, &str, &str)] = &[
    ("src/charts", "CHARTS", "Chart"),
    ("src/import/containers", "CONTAINERS", "Container"),
    ("src/import/kinds", "KINDS", "Kind"),
    ("src/export", "FORMATS", "Format"),
    ("src/templates", "TEMPLATES", "Template"),
    ("src/store/entities", "ENTITIES", "Entity"),
    ("src/export/sheets", "SHEETS", "Sheet"),
];

/// "Files <= 280 lines" is what we aim at; beyond this one is two.
const LONGEST_FILE: usize = 400;

/// The closed lists of the domain stand in one file, a word and its meaning two lines each.
const WORD_LISTS: &str = "src/model/words.rs";

type Floor = (usize, usize);
type Rule = fn(&Source) -> Vec<String>;

fn floor(module: &str) -> Option<Floor> {
    FLOORS.iter().enumerate().find_map(|(floor, neighbours)| {
        neighbours.iter().position(|names| names.contains(&module)).map(|place| (floor, place))
    })
}

/// The modules of the house that a file names: `crate::store`, `crate::{model, lang::x}`, `breachbook::actions`.
fn used(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for root in ["crate::", "breachbook::"] {
        for (at, _) in file.code.match_indices(root) {
            let rest = &file.code[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group)),
                None => found.extend(word(rest)),
            }
        }
    }
    found.retain(|name| floor(name).is_some());
    found
}

/// The words of a text: names, without what stands between them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric() && it != '_').filter(|it| !it.is_empty())
}

fn word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// The first words of a group's items.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut item = String::new();
    let mut found = Vec::new();
    for it in group.chars() {
        match it {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.extend(word(&std::mem::take(&mut item))),
            _ => item.push(it),
        }
    }
    found.extend(word(&item));
    found
}

fn looks_up(file: &Source) -> Vec<String> {
    let Some((own, place)) = floor(file.module()) else {
        return if file.module() == "lib" { Vec::new() } else { vec![format!("{}: stands on no floor", file.path)] };
    };
    let wrong = |name: &String| floor(name).is_some_and(|(other, at)| other > own || (other == own && at != place));
    used(file).into_iter().filter(wrong).map(|name| format!("{} uses {name}", file.path)).collect()
}

fn library_out_of_place(file: &Source) -> Vec<String> {
    let away = PLACES.iter().filter(|(_, places)| !places.iter().any(|place| file.path.starts_with(place)));
    away.flat_map(|(library, _)| {
        let named = ["::", ";", " as"].map(|after| format!("{library}{after}"));
        let line = file.code.lines().position(|line| {
            named.iter().any(|it| {
                line.match_indices(it.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    let starts = !before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == ':');
                    starts && (it.ends_with("::") || line.contains("use "))
                })
            })
        });
        line.map(|at| format!("{}:{} names {library}", file.path, at + 1))
    })
    .collect()
}

fn asks_the_world(file: &Source) -> Vec<String> {
    if matches!(file.module(), "main" | "cli" | "world" | "system") {
        return Vec::new();
    }
    let files = if file.module() == "store" { &[][..] } else { FILES };
    let asked = WORLD.iter().chain(files);
    asked
        .flat_map(|word| file.lines_naming(word).map(move |line| format!("{}:{line} asks {word}", file.path)))
        .collect()
}

fn is_mute(file: &Source) -> Vec<String> {
    if file.text.starts_with("//!") { Vec::new() } else { vec![format!("{} does not say what it is", file.path)] }
}

fn is_too_long(file: &Source) -> Vec<String> {
    let lines = file.code.trim_end().lines().count();
    if lines <= LONGEST_FILE || file.path == WORD_LISTS {
        Vec::new()
    } else {
        vec![format!("{} has {lines} lines", file.path)]
    }
}

/// A file that no `mod` names is not compiled, and nobody notices.
fn orphans(files: &[Source]) -> Vec<String> {
    let declared = |file: &&Source| {
        let within = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let Some((folder, name)) = within.rsplit_once('/') else { return true };
        if matches!(within, "src/lib" | "src/main") {
            return true;
        }
        let parents = match folder {
            "src" => vec!["src/lib.rs".to_owned(), "src/main.rs".to_owned()],
            _ => vec![format!("{folder}/mod.rs"), format!("{folder}.rs")],
        };
        files.iter().filter(|it| parents.contains(&it.path)).any(|it| it.text.contains(&format!("mod {name};")))
    };
    files.iter().filter(|file| !declared(file)).map(|file| format!("no mod names {}", file.path)).collect()
}

/// A capability that its registry does not list.
fn unlisted(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, slice, of) in REGISTRIES {
        let registry = files.iter().find(|file| file.path == format!("{folder}/mod.rs"));
        let listed = registry.map_or("", |file| {
            let from = file.code.find(&format!("const {slice}:")).unwrap_or(file.code.len());
            file.code[from..].split(';').next().unwrap_or_default()
        });
        for file in files.iter().filter(|file| file.path.starts_with(&format!("{folder}/"))) {
            for (at, _) in file.code.match_indices(&format!(": {of} =")) {
                let name = file.code[..at].rsplit(' ').next().unwrap_or_default();
                if !listed.split(|it: char| !it.is_alphanumeric() && it != '_').any(|it| it == name) {
                    found.push(format!("{}: {slice} does not list {name}", file.path));
                }
            }
        }
    }
    found
}

/// Capabilities are asked for, never named: what stands in `CHARTS` … must not stand in the command line's code.
fn named_in_the_cli(file: &Source, ids: &[String]) -> Vec<String> {
    let code: Vec<&str> = file.text.lines().filter(|line| !line.trim_start().starts_with(['/', '#'])).collect();
    let named = |id: &&String| code.iter().any(|line| line.contains(&format!("\"{id}\"")));
    ids.iter().filter(named).map(|id| format!("{} names {id}", file.path)).collect()
}

fn capabilities() -> Vec<String> {
    let charts = breachbook::charts::CHARTS.iter().map(|it| it.id);
    let templates = breachbook::templates::TEMPLATES.iter().map(|it| it.id);
    let kinds = breachbook::import::KINDS.iter().map(|it| it.id);
    let containers = breachbook::import::CONTAINERS.iter().map(|it| it.id);
    charts.chain(templates).chain(kinds).chain(containers).map(str::to_owned).collect()
}

fn none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The library and the program, without modules that only tests are made of.
fn shipped() -> Vec<Source> {
    let mut files = tree("src");
    let only_tests: Vec<String> = files.iter().flat_map(Source::test_modules).collect();
    files.retain(|file| !only_tests.contains(&file.path));
    files
}

#[test]
fn imports_go_down_only_and_neighbours_are_strangers() {
    none(shipped().iter().flat_map(looks_up));
}

#[test]
fn each_library_has_one_place() {
    none(shipped().iter().flat_map(library_out_of_place));
}

#[test]
fn below_the_sixth_floor_nobody_reads_clock_environment_network_or_files() {
    none(shipped().iter().flat_map(asks_the_world));
}

#[test]
fn every_module_says_what_it_is() {
    none(["src", "tests", "xtask"].into_iter().flat_map(tree).flat_map(|file| is_mute(&file)));
}

#[test]
fn every_file_is_compiled_and_every_capability_listed() {
    let files = tree("src");
    none(orphans(&files).into_iter().chain(unlisted(&files)));
}

#[test]
fn the_command_line_asks_for_capabilities_and_names_none() {
    let files = tree("src");
    let cli = files.iter().filter(|file| file.module() == "cli");
    none(cli.flat_map(|file| named_in_the_cli(file, &capabilities())));
}

#[test]
fn files_and_functions_stay_small() {
    let files = shipped();
    none(files.iter().flat_map(is_too_long));
    let mut lengths: Vec<usize> = files.iter().flat_map(Source::functions).map(|(_, lines)| lines).collect();
    lengths.sort_unstable();
    let (median, p90) = (lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]);
    assert!(median <= 8 && p90 <= 30, "median {median}, nine of ten below {p90}");
    let long = |file: &Source| {
        let path = file.path.clone();
        file.functions().into_iter().filter(|it| it.1 > 60).map(move |it| format!("{path}: {} has {}", it.0, it.1))
    };
    none(files.iter().flat_map(long));
}

#[test]
fn code_that_breaks_a_rule_is_found() {
    let cases: &[(Rule, &str, &str)] = &[
        (looks_up, "src/charts/x.rs", "use crate::store::book;"),
        (looks_up, "src/plot/x.rs", "fn f() { crate::charts::find(\"a\"); }"),
        (looks_up, "src/model/x.rs", "use crate::{error::{Error, Result}, lang::Phrases};"),
        (looks_up, "src/helpers.rs", "fn f() {}"),
        (library_out_of_place, "src/actions/x.rs", "use sqlx::Row;"),
        (library_out_of_place, "src/export/xlsx.rs", "let a = printpdf::Op::new();"),
        (library_out_of_place, "src/charts/x.rs", "use plotters::prelude::*;"),
        (asks_the_world, "src/store/x.rs", "let now = jiff::Timestamp::now();"),
        (asks_the_world, "src/import/x.rs", "use std::fs::File;"),
        (asks_the_world, "src/actions/x.rs", "let home = std::env::var(\"HOME\");"),
        (is_mute, "src/store/x.rs", "use std::io;\n//! late"),
    ];
    for (rule, path, text) in cases {
        assert!(!rule(&Source::new(path, text)).is_empty(), "{path}: {text}");
    }
    let long = Source::new("src/a.rs", &"let a = 1;\n".repeat(LONGEST_FILE + 1));
    assert_eq!(is_too_long(&long).len(), 1);
    let ids = ["timeline".to_owned()];
    assert_eq!(named_in_the_cli(&Source::new("src/cli/x.rs", "if id == \"timeline\" {"), &ids).len(), 1);
}

#[test]
fn a_file_or_a_capability_that_nobody_lists_is_found() {
    let files = [
        Source::new("src/lib.rs", "pub mod charts;"),
        Source::new("src/charts/mod.rs", "mod a;\nmod b;\npub const CHARTS: &[&Chart] = &[&a::A];"),
        Source::new("src/charts/a.rs", "pub const A: Chart = Chart {};"),
        Source::new("src/charts/b.rs", "pub const B: Chart = Chart {};"),
        Source::new("src/charts/c.rs", "pub const A: Chart = Chart {};"),
    ];
    assert_eq!(orphans(&files), ["no mod names src/charts/c.rs"]);
    assert_eq!(unlisted(&files), ["src/charts/b.rs: CHARTS does not list B"]);
}

#[test]
fn code_that_keeps_the_rules_is_left_alone() {
    let cases = [
        ("src/store/book.rs", "//! x\nuse crate::model::case::Case;\nuse sqlx::Row;\nuse std::fs::File;"),
        (
            "src/export/pdf/backend.rs",
            "//! x\nuse plotters_backend::A;\nuse crate::plot::draw;\nuse crate::document::B;",
        ),
        ("src/cli/context.rs", "//! x\nuse breachbook::actions::Session;\nlet now = Timestamp::now();"),
        ("src/templates/a.rs", "//! x\n// crate::store is never used\nlet a = \"crate::store\";"),
    ];
    for (path, text) in cases {
        let file = Source::new(path, text);
        none([looks_up, library_out_of_place, asks_the_world, is_mute].into_iter().flat_map(|rule| rule(&file)));
    }
}
