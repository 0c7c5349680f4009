//! The contract of the command line as a page: verbs and options as clap has them, ids and keys as the registries have them, codes as
//! the sources name them with the sentence that stands for each. It adds nothing of its own but the words between.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use breachbook::actions::{capabilities, cases};
use breachbook::catalogue::Catalogue;
use breachbook::lang::Phrases;
use breachbook::model::keys::{FieldRow, KeyRow};
use clap::{Arg, Command, CommandFactory as _};
use serde_json::Value;

const HEAD: &str = "\
# The contract of the command line

What scripts rest on. `cargo xtask contract` writes this page from the program; a test holds it to it. How each verb is used stands in the
[guide](guide/command-line.md), what the words mean in [the model](model.md).

A call ends with 0 (done), 1 (refused), 2 (not understood), 130 (ended by a second Ctrl-C while it imported). With `--json` one object goes
to stdout, whatever comes: the answer, or `{\"error\":{\"code\",\"message\",\"where\":{\"file\",\"line\",\"column\"}|null}}`. What was done and is
worth a word stands in `\"warnings\":[{\"code\",\"message\"}]`. Codes, keys, ids and words of lists are never translated.
";

/// The page.
pub fn page() -> io::Result<String> {
    let mut page = HEAD.to_owned();
    let command = arguments();
    page += "\n## Options of every verb\n\nBefore the verb or after it.\n\n";
    page += &options(command.get_arguments().filter(|it| it.is_global_set()));
    page += "\nFurther variables: `BREACHBOOK_KEY` (the passphrase), `BREACHBOOK_LANGUAGE` (of messages; else `LANG`, else English), \
             `BREACHBOOK_CATALOGUE` (as `--catalogue`).\n\n## Verbs\n";
    for verb in command.get_subcommands().filter(|it| it.get_name() != "help") {
        verbs(verb, "breachbook", &mut page);
    }
    page += &ids();
    page += &keys();
    page += &codes()?;
    Ok(page)
}

fn arguments() -> Command {
    let mut command = crate::arguments::Arguments::command();
    command.build();
    command
}

/// A verb, and those below it.
fn verbs(verb: &Command, above: &str, into: &mut String) {
    let name = format!("{above} {}", verb.get_name());
    let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
    let own: Vec<&Arg> = verb.get_arguments().filter(|it| !it.is_global_set() && !is_help(it)).collect();
    let below: Vec<&Command> = verb.get_subcommands().filter(|it| it.get_name() != "help").collect();
    if !own.is_empty() || below.is_empty() {
        let _ = write!(into, "\n### `{name}`\n\n{about}.\n");
        let table = options(own.into_iter());
        if !table.is_empty() {
            let _ = write!(into, "\n{table}");
        }
    }
    for verb in below {
        verbs(verb, &name, into);
    }
}

fn is_help(argument: &Arg) -> bool {
    ["help", "version"].contains(&argument.get_id().as_str())
}

fn options<'a>(arguments: impl Iterator<Item = &'a Arg>) -> String {
    let rows: Vec<String> = arguments.filter(|it| !it.is_hide_set()).map(option).collect();
    if rows.is_empty() { String::new() } else { format!("| option | meaning |\n| --- | --- |\n{}", rows.concat()) }
}

fn option(argument: &Arg) -> String {
    let takes = argument.get_action().takes_values();
    let names =
        argument.get_value_names().unwrap_or_default().iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
    let many = argument
        .get_num_args()
        .is_some_and(|it| it.max_values() > 1 && argument.get_value_names().is_none_or(|it| it.len() < 2));
    let value = format!("{names}{}", if many { "…" } else { "" });
    let shown = match argument.get_long() {
        Some(long) if takes => format!("--{long} {value}"),
        Some(long) => format!("--{long}"),
        None => value,
    };
    let mut meaning = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let default: Vec<_> = argument.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    if takes && !default.is_empty() {
        let _ = write!(meaning, "; else `{}`", default.join(" "));
    }
    let words: Vec<_> = argument.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    if takes && !words.is_empty() {
        let _ = write!(meaning, "; one of `{}`", words.join("`, `"));
    }
    if let Some(variable) = argument.get_env() {
        let _ = write!(meaning, "; `{}`", variable.to_string_lossy());
    }
    if argument.is_required_set() {
        meaning += "; required";
    }
    format!("| `{}` | {} |\n", shown.replace('|', "\\|"), meaning.replace('|', "\\|"))
}

fn ids() -> String {
    let able = serde_json::to_value(capabilities::capabilities(&Catalogue::ours())).unwrap_or_default();
    let mut text =
        "\n## Ids\n\nAs `capabilities` says them, without laws of your own.\n\n| list | ids |\n| --- | --- |\n"
            .to_owned();
    for (list, ids) in able.as_object().into_iter().flatten().filter(|(list, _)| *list != "keys") {
        let ids: Vec<&str> = ids.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let _ = writeln!(text, "| `{list}` | {} |", shown(&ids));
    }
    text
}

fn shown(words: &[&str]) -> String {
    if words.is_empty() { "none yet".to_owned() } else { format!("`{}`", words.join("` `")) }
}

fn keys() -> String {
    let mut text = "\n## Keys of `case set`\n\n`KEY=VALUE`; of rows `KEY+=JSON`, `KEY[ID].FIELD=VALUE`, `KEY[ID]-`. *Of*: whose the value is.\n\n\
                    | key | type | of | meaning, words, fields |\n| --- | --- | --- | --- |\n"
        .to_owned();
    let phrases = Phrases::of("en").ok();
    for KeyRow { key, kind, of, words, fields, .. } in cases::keys() {
        let mut meaning =
            phrases.as_ref().map(|it| it.say(&format!("key-{}", key.replace('_', "-")))).unwrap_or_default();
        if !words.is_empty() {
            let _ = write!(meaning, ": {}", shown(&words));
        }
        if !fields.is_empty() {
            let _ = write!(meaning, ": {}", fields.iter().map(field).collect::<Vec<_>>().join(", "));
        }
        let _ = writeln!(text, "| `{key}` | {kind} | {of} | {meaning} |");
    }
    text
}

fn field(field: &FieldRow) -> String {
    let words = if field.words.is_empty() { String::new() } else { format!(": {}", shown(&field.words)) };
    format!("`{}`{} ({}{words})", field.field, if field.required { "!" } else { "" }, field.kind)
}

/// Every literal of the sources that stands for a sentence.
fn codes() -> io::Result<String> {
    let mut literals = BTreeSet::new();
    for folder in ["src", "src-tauri/src"] {
        collect(&root().join(folder), &mut literals)?;
    }
    let phrases = Phrases::of("en").map_err(io::Error::other)?;
    let mut page = String::new();
    for (of, title) in [
        ("error", "## Codes of refusals"),
        ("warning", "## Codes of warnings"),
        ("problem", "## Codes of rows that were rejected, and of fields that were left open"),
    ] {
        let _ = write!(page, "\n{title}\n\n| code | sentence |\n| --- | --- |\n");
        for code in &literals {
            let id = format!("{of}-{}", code.replace(['.', '_'], "-"));
            if phrases.has(&id) {
                let _ = writeln!(page, "| `{code}` | {} |", sentence(&phrases, &id));
            }
        }
    }
    Ok(page)
}

/// Values that a sentence takes are named: `‹file›`.
fn sentence(phrases: &Phrases, id: &str) -> String {
    phrases.say(id).replace("{$", "‹").replace('}', "›").replace('|', "\\|").replace('\n', " ")
}

/// What may be a code: `file.exists`, `internal`.
fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'_' | b'.'))
}

fn collect(folder: &Path, into: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            let source = std::fs::read_to_string(&path)?;
            let lines = source.lines().filter(|it| !it.trim_start().starts_with("//"));
            into.extend(
                lines.flat_map(|it| it.split('"').skip(1).step_by(2)).filter(|it| is_code(it)).map(str::to_owned),
            );
        }
    }
    Ok(())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_the_program_declares() {
        let written = std::fs::read_to_string(root().join("docs/command-line.md")).expect("docs/command-line.md");
        let page = page().expect("the page");
        let first = page.lines().zip(written.lines()).find(|(ours, theirs)| ours != theirs);
        assert!(page == written, "cargo xtask contract writes docs/command-line.md anew; first at {first:?}");
    }

    #[test]
    fn verbs_options_ids_keys_and_codes_stand_on_it() {
        let page = page().expect("the page");
        for part in [
            "### `breachbook import`",
            "### `breachbook case set`",
            "| `--book FILE` |",
            "| `importers` | `",
            "| `aware` | ",
            "| `book.held` | ",
            "| `file.exists` | There is already a file ‹file›",
            "| `row.too_many_cells` | ‹cells› cells",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("`-h`") && !page.contains("-h, --help"), "what is everybody's");
    }
}
