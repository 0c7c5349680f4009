//! `cargo xtask demo`: a book with both samples, their reports and charts, made by the program itself; then the window
//! on that book, where there is a display.
//!
//! Every figure it prints is read back from the program; none stands here.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::run::{Outcome, cargo, must, root, said, target};
use crate::setup::{self, TO_BUILD};
use crate::window;

/// The passphrase of the demo's book; it guards nothing but samples.
const PASSPHRASE: &str = "demo";
/// The instant at which the look's pictures were taken: the same reports come out every time.
const NOW: &str = "2026-11-25T13:07:31Z";

/// Runs it; whether everything was made.
pub fn run() -> Outcome<bool> {
    build()?;
    let folder = root().join("target").join("demo");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|cause| format!("{}: {cause}", folder.display()))?;
    let program = Program { path: target().join("debug").join("breachbook"), book: folder.join("demo.breachbook") };

    program.json(&["sample"])?;
    println!("\nA new encrypted book, {} (passphrase: {PASSPHRASE})", within(&program.book));
    let able = program.json(&["capabilities"])?;
    for case in list(&program.json(&["case", "list"])?, "cases") {
        tell(&program, case, &able, &folder)?;
    }
    let verified = program.json(&["verify"])?;
    println!("\nverify: {}, log unbroken, {} entries", yes(&verified["ok"]), verified["log"]["entries"]);
    println!("All of it is in {}", within(&folder));
    let well = verified["ok"] == Value::Bool(true);
    if !window::has_display() {
        println!("No display: the window stays closed.");
        return Ok(well);
    }
    println!("\nThe window opens on it.");
    Ok(window::open(&program.book, PASSPHRASE)? && well)
}

/// The window needs a web view and the pages; without a display the command line is enough.
fn build() -> Outcome<()> {
    if window::has_display() {
        window::prepare()?;
        return window::build();
    }
    setup::prepare(&[TO_BUILD])?;
    must(&mut cargo(&["build", "--locked", "--bin", "breachbook"]))
}

/// The program on the demo's book.
struct Program {
    path: PathBuf,
    book: PathBuf,
}

impl Program {
    fn json(&self, words: &[&str]) -> Outcome<Value> {
        let mut command = Command::new(&self.path);
        command.args(words).args(["--json", "--now", NOW, "--by", "Demo"]).arg("--book").arg(&self.book);
        command.env("BREACHBOOK_KEY", PASSPHRASE).env("BREACHBOOK_LANGUAGE", "en").current_dir(root());
        serde_json::from_str(&said(&mut command)?).map_err(|cause| format!("{words:?}: no JSON: {cause}"))
    }

    fn write(&self, words: &[&str], out: &Path) -> Outcome<Value> {
        let path = out.to_string_lossy();
        let said = self.json(&[words, &["--out", &path]].concat())?;
        let size = std::fs::metadata(out).map_err(|cause| format!("{}: {cause}", out.display()))?.len();
        println!("  {:<52} {:>5} KB", within(out), size.div_ceil(1024));
        Ok(said)
    }
}

fn tell(program: &Program, case: &Value, able: &Value, folder: &Path) -> Outcome<()> {
    let id = case["id"].to_string();
    let facts = program.json(&["facts", "--case", &id])?;
    println!("\nCase {id}: {}", text(&case["title"]));
    imported(program, &id)?;
    figures(&facts);
    let name = |rest: &str| folder.join(format!("case-{id}-{rest}"));
    for language in list(able, "languages").filter_map(id_of) {
        let report = ["report", "--case", &id, "--template", "dossier", "--language", language, "--format", "pdf"];
        program.write(&report, &name(&format!("dossier-{language}.pdf")))?;
        for chart in list(able, "charts").filter_map(id_of) {
            let draw = ["chart", "--case", &id, "--chart", chart, "--language", language, "--theme", "print"];
            program.write(&draw, &name(&format!("{chart}-{language}.svg")))?;
        }
    }
    for format in ["csv", "xlsx"] {
        let sheet = ["accounts", "--case", &id, "--format", format];
        program.write(&sheet, &name(&format!("accounts.{format}")))?;
    }
    Ok(())
}

fn imported(program: &Program, case: &str) -> Outcome<()> {
    for import in list(&program.json(&["import", "list", "--case", case])?, "imports") {
        println!(
            "  read {} = new {} + merged {} + rejected {}",
            import["read"], import["new"], import["merged"], import["rejected"]
        );
    }
    Ok(())
}

fn figures(facts: &Value) {
    for name in ["accounts", "persons", "records"] {
        println!("  {name:<28} {}", count(&facts[name]));
    }
    for (table, key) in [("by_region", "region"), ("by_organisation", "organisation")] {
        println!("  accounts by {key}");
        for row in list(facts, table) {
            let name = row[key].as_str();
            // Nobody is without one: the contract's row for that says nothing here.
            if name.is_some() || row["accounts"]["high"] != 0 {
                println!("    {:<26} {}", name.unwrap_or("(none)"), count(&row["accounts"]));
            }
        }
    }
}

/// A count as the contract's JSON has it, in words.
fn count(of: &Value) -> String {
    let value = &of["value"];
    match text(&of["qualifier"]) {
        "exact" => value.to_string(),
        "at_least" => format!("at least {value}"),
        "at_most" => format!("at most {value}"),
        "between" => format!("{} to {}", of["low"], of["high"]),
        "approximate" => format!("about {value}"),
        other => other.replace('_', " "),
    }
}

fn list<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    of[key].as_array().map_or(&[][..], Vec::as_slice).iter()
}

/// Capabilities are ids, or objects that hold one.
fn id_of(of: &Value) -> Option<&str> {
    of.as_str().or_else(|| of["id"].as_str())
}

fn text(of: &Value) -> &str {
    of.as_str().unwrap_or_default()
}

fn yes(of: &Value) -> &'static str {
    if of == &Value::Bool(true) { "ok" } else { "DAMAGED" }
}

fn within(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
