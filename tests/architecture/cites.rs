//! What code and documents cite can be read by whoever has this repository: a page that is named is there, and so is what it is
//! named for.

use std::path::Path;

use super::none;
use super::source::{Source, tree};

/// Folders of Rust, of pages and of documents.
const RUST: [&str; 4] = ["src", "src-tauri/src", "xtask", "tests"];
const TEXTS: [(&str, &[&str]); 4] =
    [("docs", &["md"]), ("ui/src", &["ts", "svelte"]), ("tests/e2e", &["ts"]), ("catalogue", &["toml"])];

/// What a path may be made of.
fn is_of_a_path(it: char) -> bool {
    it.is_alphanumeric() || matches!(it, '/' | '.' | '_' | '-')
}

/// The pages that a line names: `docs/model.md`, `ARCHITECTURE.md`; patterns and endings alone are none.
fn pages(line: &str) -> Vec<&str> {
    let words = line.split(|it: char| !is_of_a_path(it)).map(|it| it.trim_end_matches('.'));
    words.filter(|it| it.strip_suffix(".md").is_some_and(|stem| stem.ends_with(char::is_alphanumeric))).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page is named from the root, from the folder of whoever names it, or from `docs/`.
fn is_there(page: &str, from: &str) -> bool {
    let beside = root().join(from).parent().map(|it| it.join(page)).is_some_and(|it| it.exists());
    beside || root().join(page).exists() || root().join("docs").join(page).exists()
}

fn names_what_nobody_has(file: &Source) -> Vec<String> {
    // A page that code makes or reads is its own matter.
    let is_said = |line: &str| !file.path.ends_with(".rs") || line.trim_start().starts_with("//");
    let lines = file.text.lines().enumerate().filter(|(_, line)| is_said(line));
    let named = lines.flat_map(|(at, line)| pages(line).into_iter().map(move |page| (at + 1, page)));
    let missing = named.filter(|(_, page)| !is_there(page, &file.path));
    missing.map(|(line, page)| format!("{}:{line} names {page}", file.path)).collect()
}

/// `docs/model.md, rule 7` and `docs/model.md, Evidence`: what follows the comma is a rule or a heading of that page.
fn names_no_heading(file: &Source, model: &str) -> Vec<String> {
    let headings: Vec<&str> = model.lines().filter_map(|it| it.strip_prefix("### ")).collect();
    let text = joined(&file.text);
    let cited = text.split("docs/model.md, ").skip(1);
    let is_known = |rest: &str| {
        let rule = rest.strip_prefix("rules ").or_else(|| rest.strip_prefix("rule "));
        let number = rule.and_then(|it| it.split(|it: char| !it.is_ascii_digit()).next()?.parse::<u8>().ok());
        match number {
            Some(number) => model.contains(&format!("\n{number}. ")),
            None => rest.starts_with("Thresholds") || headings.iter().any(|it| rest.starts_with(it)),
        }
    };
    let wrong = cited.filter(|rest| !is_known(rest));
    wrong
        .map(|rest| format!("{}: docs/model.md has no {}", file.path, rest.chars().take(30).collect::<String>()))
        .collect()
}

/// Comments without what a line of them begins with.
fn joined(text: &str) -> String {
    text.lines().map(|it| it.trim_start().trim_start_matches(['/', '!', '*']).trim()).collect::<Vec<_>>().join(" ")
}

fn texts() -> Vec<Source> {
    let mut files: Vec<Source> = RUST.into_iter().flat_map(tree).collect();
    for (folder, endings) in TEXTS {
        collect(&root().join(folder), endings, &mut files);
    }
    for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = std::fs::read_to_string(root().join(page)).expect("it is there");
        files.push(Source { path: page.to_owned(), code: String::new(), text });
    }
    // Here stand pages that are none.
    files.retain(|it| it.path != "tests/architecture/cites.rs");
    files
}

fn collect(folder: &Path, endings: &[&str], into: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, endings, into);
        } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
            let within = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).expect("a text can be read");
            into.push(Source { path: within, code: String::new(), text });
        }
    }
}

#[test]
fn pages_that_are_named_are_there() {
    none(texts().iter().flat_map(names_what_nobody_has));
}

#[test]
fn what_is_cited_of_the_model_stands_in_it() {
    let model = std::fs::read_to_string(root().join("docs/model.md")).expect("the model");
    none(texts().iter().filter(|it| !it.path.ends_with(".md")).flat_map(|file| names_no_heading(file, &model)));
}

#[test]
fn a_page_that_nobody_has_is_found() {
    let file = |path: &str, text: &str| Source { path: path.to_owned(), code: String::new(), text: text.to_owned() };
    for text in
        ["//! As domain.md, section 4, has it.", "/// (headless.md)", "/// see [it](../nowhere/foundations.md)."]
    {
        assert_eq!(names_what_nobody_has(&file("src/model/x.rs", text)).len(), 1, "{text}");
    }
    for (path, text) in [
        ("src/model/x.rs", "//! docs/model.md, ARCHITECTURE.md and `*.md`, an ending .md"),
        ("docs/guide/laws.md", "[model](../model.md), [guide](command-line.md)"),
    ] {
        none(names_what_nobody_has(&file(path, text)));
    }
    let model = "### Evidence\n\n1. One.\n2. Two.\n";
    for (text, wrong) in [
        ("/// (docs/model.md, rule 2)", 0),
        ("/// (docs/model.md, rule\n    /// 3)", 1),
        ("/// docs/model.md, Evidence", 0),
        ("/// docs/model.md, Proof", 1),
    ] {
        assert_eq!(names_no_heading(&file("src/x.rs", text), model).len(), wrong, "{text}");
    }
}
