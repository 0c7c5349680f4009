//! What the shell of the window keeps to: Tauri in two files of it and nowhere else, and of the house only what stands
//! for the two front ends.

use super::source::{Source, tree};
use super::{is_mute, is_too_long, none, words_of};

/// The files that know Tauri: the window itself, and the system's dialogs.
const TAURI: &[&str] = &["src-tauri/src/window.rs", "src-tauri/src/dialogs.rs"];

/// The house, as far as the shell knows it. Of `store`, `plot` and `import` it takes types alone, to
/// hand them on.
const KNOWN: &[&str] = &["actions", "model", "error", "world", "lang", "store", "plot", "import"];
const TYPES_ALONE: &[&str] = &["store", "plot", "import"];

fn names_tauri(file: &Source) -> Vec<String> {
    if TAURI.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let named = ["tauri", "tauri_plugin_dialog", "wry"].into_iter();
    named.flat_map(|it| file.lines_naming(it).map(move |line| format!("{}:{line} names {it}", file.path))).collect()
}

fn knows_too_much(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in file.code.match_indices("breachbook::") {
        let path: Vec<&str> = file.code[at + "breachbook::".len()..]
            .split(|it: char| !it.is_alphanumeric() && it != '_' && it != ':')
            .next()
            .unwrap_or_default()
            .split("::")
            .collect();
        let module = path.first().copied().unwrap_or_default();
        let is_type = path.iter().any(|it| it.starts_with(char::is_uppercase));
        // A group follows: its items are looked at as words.
        let group = file.code[at..].split(';').next().unwrap_or_default();
        let takes_types = is_type || group.split_once('{').is_some_and(|(_, it)| items_are_types(it));
        if !KNOWN.contains(&module) || (TYPES_ALONE.contains(&module) && !takes_types) {
            found.push(format!("{} uses breachbook::{}", file.path, path.join("::")));
        }
    }
    found
}

fn items_are_types(group: &str) -> bool {
    words_of(group).all(|it| it.starts_with(char::is_uppercase))
}

/// SQL is the store's: a command calls an action, and asks the store of nothing but its file.
fn asks_the_store(file: &Source) -> Vec<String> {
    let asked = file.code.match_indices(".store.").map(|(at, it)| &file.code[at + it.len()..]);
    let allowed = ["path()", "is_writable()"];
    asked
        .filter(|rest| !allowed.iter().any(|it| rest.starts_with(it)))
        .map(|rest| format!("{} asks the store: {}", file.path, rest.lines().next().unwrap_or_default()))
        .collect()
}

#[test]
fn tauri_stands_in_the_window_and_its_dialogs_alone() {
    none(tree("src-tauri/src").iter().flat_map(names_tauri));
    none(tree("src").iter().flat_map(names_tauri));
}

#[test]
fn the_shell_knows_verbs_nouns_refusals_and_phrases() {
    none(tree("src-tauri/src").iter().flat_map(|file| [knows_too_much(file), asks_the_store(file)].concat()));
}

#[test]
fn files_of_the_shell_say_what_they_are_and_stay_small() {
    none(tree("src-tauri/src").iter().flat_map(|file| [is_mute(file), is_too_long(file)].concat()));
}

#[test]
fn a_shell_that_knows_too_much_is_found() {
    let file = |text: &str| Source::new("src-tauri/src/commands/x.rs", text);
    assert_eq!(names_tauri(&file("use tauri::State;")).len(), 1);
    for text in [
        "use breachbook::templates::find;",
        "use breachbook::store::book::info;",
        "breachbook::export::FORMATS.len();",
        "use breachbook::store::undo::{Undone, next};",
    ] {
        assert_eq!(knows_too_much(&file(text)).len(), 1, "{text}");
    }
    assert_eq!(asks_the_store(&file("session.store.read().await?;")).len(), 1);
    for text in ["use breachbook::store::undo::Undone;", "use breachbook::actions::{cases, facts};", "// tauri::x"] {
        none(names_tauri(&file(text)).into_iter().chain(knows_too_much(&file(text))));
    }
}
