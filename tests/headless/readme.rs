//! The ten lines of the README, run as they stand there.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The block below the heading, line by line.
fn lines() -> Vec<String> {
    let readme = include_str!("../../README.md");
    let (_, below) = readme.split_once("## The command line in ten lines").expect("the heading");
    let block = below.split("```").nth(1).expect("a block of lines");
    block.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Words of a line as a shell takes them: blanks part them, quotes hold them together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            other => word.push(other),
        }
    }
    words.push(word);
    words
}

fn run(words: &[String], variables: &BTreeMap<String, String>, folder: &Path) -> (i32, String) {
    assert_eq!(words[0], "breachbook");
    let output = Command::new(env!("CARGO_BIN_EXE_breachbook"))
        .args(&words[1..])
        .current_dir(folder)
        .envs(variables)
        .env_remove("BREACHBOOK_LANGUAGE")
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the binary runs");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code().expect("it was not killed"), said)
}

/// What the lines name: a list of affected accounts, and the whole staff.
fn write_files(folder: &Path) {
    let affected = "E-Mail,Records\na.lind@nordmeer.se,12\nb.berg@nordmeer.no,3\nc.weber@nordmeer.example,40\n";
    std::fs::write(folder.join("affected.csv"), affected).expect("a list");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let staff = [
        ["E-Mail", "Name", "Country", "Status"],
        ["a.lind@nordmeer.se", "Anna Lind", "SE", "active"],
        ["b.berg@nordmeer.no", "Bo Berg", "NO", "active"],
        ["c.weber@nordmeer.example", "Cem Weber", "DE", "on leave"],
        ["d.nobody@nordmeer.example", "Dora Nobody", "DE", "active"],
    ];
    for (row, cells) in (0..).zip(staff) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    book.save(folder.join("personnel.xlsx")).expect("a workbook");
}

#[test]
fn the_ten_lines_of_the_readme_run_in_their_order() {
    let folder = tempfile::tempdir().expect("a folder");
    write_files(folder.path());
    let lines = lines();
    assert_eq!(lines.len(), 10);
    let mut variables = BTreeMap::new();
    for line in &lines {
        let words = words(line);
        if words[0] == "export" {
            let pairs = words[1..].iter().filter_map(|it| it.split_once('='));
            variables.extend(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
            continue;
        }
        let (code, said) = run(&words, &variables, folder.path());
        assert_eq!(code, 0, "{line}: {said}");
        if let Some(out) = words.iter().position(|it| it == "--out").and_then(|at| words.get(at + 1)) {
            assert!(folder.path().join(out).metadata().is_ok_and(|it| it.len() > 0), "{line} writes {out}");
        }
    }
    let ask = ["breachbook", "accounts", "--json"].map(str::to_owned);
    let (_, said) = run(&ask, &variables, folder.path());
    let found: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(found["total"], 3, "the staff list makes nobody affected");
    assert_eq!(found["accounts"][0]["name"], "Anna Lind", "and says who somebody is");
}
