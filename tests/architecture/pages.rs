//! What the window's pages keep to: floors of their own, one door to the shell, no capability by name.

use std::fs;
use std::path::Path;

use breachbook::model::words::LISTS;

use super::{LONGEST_FILE, none};

/// The pages' floors, lowest first; neighbours are strangers. What is on none (`App.svelte`, `main.ts`) is above all.
const FLOORS: &[&[&str]] = &[&["ipc"], &["lang", "model"], &["parts"], &["state"], &["actions"], &["views"]];

/// Made from the registry of commands: as long as it is.
const MADE: &[&str] = &["ui/src/ipc/types.ts", "ui/src/ipc/commands.ts", "ui/src/ipc/words.ts"];

/// Ids of capabilities that are words of the page, too: of its places and its styles.
const ALSO_WORDS: &[&str] = &["timeline", "accounts", "numbers"];

/// A file of the pages.
struct Page {
    path: String,
    text: String,
}

impl Page {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The folder below `ui/src` that it lies in.
    fn folder(&self) -> &str {
        self.path.strip_prefix("ui/src/").and_then(|it| it.split_once('/')).map_or("", |it| it.0)
    }

    fn is_test(&self) -> bool {
        self.path.contains(".test.") || self.path.contains("test-setup")
    }

    /// What it imports, and whether for its types alone.
    fn imports(&self) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        for part in self.text.split("import ").skip(1) {
            let only_types = part.starts_with("type ");
            let statement = part.split("\n\n").next().unwrap_or_default();
            let Some(from) = statement.split_once("from '").map(|it| it.1).or_else(|| statement.strip_prefix('\''))
            else {
                continue;
            };
            found.push((from.split('\'').next().unwrap_or_default().to_owned(), only_types));
        }
        found
    }

    /// The folder that an import leads to: `../state/desk.svelte` from a view is `state`.
    fn leads_to<'a>(&'a self, import: &'a str) -> &'a str {
        match import.rsplit_once("../") {
            Some((_, rest)) => rest.split('/').next().unwrap_or_default(),
            None if import.starts_with("./") => self.folder(),
            None => "",
        }
    }
}

fn floor(folder: &str) -> Option<usize> {
    FLOORS.iter().position(|it| it.contains(&folder))
}

fn looks_up(page: &Page) -> Vec<String> {
    let Some(own) = floor(page.folder()) else { return Vec::new() };
    let wrong = |(import, _): &(String, bool)| {
        let to = page.leads_to(import);
        floor(to).is_some_and(|other| other > own || (other == own && to != page.folder()))
    };
    page.imports().into_iter().filter(wrong).map(|(import, _)| format!("{} imports {import}", page.path)).collect()
}

/// A part is told everything: it asks the shell for nothing.
fn asks_by_itself(page: &Page) -> Vec<String> {
    let wrong = |(import, only_types): &(String, bool)| {
        let shell = import.starts_with("@tauri-apps/");
        (shell && page.folder() != "ipc") || (page.folder() == "parts" && page.leads_to(import) == "ipc" && !only_types)
    };
    page.imports().into_iter().filter(wrong).map(|(import, _)| format!("{} imports {import}", page.path)).collect()
}

fn is_mute(page: &Page) -> Vec<String> {
    let says = ["<!--", "/**", "/*", "//"].iter().any(|it| page.text.starts_with(it));
    if says { Vec::new() } else { vec![format!("{} does not say what it is", page.path)] }
}

fn is_too_long(page: &Page) -> Vec<String> {
    let lines = page.text.trim_end().lines().count();
    if lines <= LONGEST_FILE || MADE.contains(&page.path.as_str()) {
        return Vec::new();
    }
    vec![format!("{} has {lines} lines", page.path)]
}

fn names_a_capability(page: &Page, ids: &[&str]) -> Vec<String> {
    // A style may be called as it likes.
    let text = page.text.replace("class=\"", "class=");
    let quoted = |id: &str| ['\'', '"', '`'].iter().any(|it| text.contains(&format!("{it}{id}{it}")));
    let named = ids.iter().filter(|id| !ALSO_WORDS.contains(id) && quoted(id));
    named.map(|id| format!("{} names {id}", page.path)).collect()
}

/// A closed list is made from Rust (`ipc/words.ts`), so that a word added there is here: no page writes one again.
fn repeats_a_list(page: &Page) -> Vec<String> {
    if MADE.contains(&page.path.as_str()) {
        return Vec::new();
    }
    let arrays = page.text.split('[').skip(1).filter_map(|it| it.split_once(']')).map(|(array, _)| array);
    let words = |array: &str| -> Option<Vec<String>> {
        let items = array.split(',').map(str::trim).filter(|it| !it.is_empty());
        items.map(|it| Some(it.strip_prefix('\'')?.strip_suffix('\'')?.to_owned())).collect()
    };
    let lists: Vec<_> = LISTS.iter().map(|list| (list.name, (list.words)())).collect();
    let repeats = |array: &Vec<String>| {
        let list = lists.iter().find(|(_, words)| array.iter().all(|it| words.contains(&it.as_str())));
        list.filter(|_| array.len() > 1).map(|(name, _)| *name)
    };
    let found = arrays.filter_map(words).filter_map(|array| Some((repeats(&array)?, array.join(", "))));
    found.map(|(name, array)| format!("{} repeats words of {name}: {array}", page.path)).collect()
}

fn capabilities() -> Vec<&'static str> {
    let charts = breachbook::charts::CHARTS.iter().map(|it| it.id);
    let templates = breachbook::templates::TEMPLATES.iter().map(|it| it.id);
    let formats = breachbook::export::FORMATS.iter().map(|it| it.id);
    charts.chain(templates).chain(formats).collect()
}

fn pages() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join("ui/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of pages").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| ["ts", "svelte", "css"].iter().any(|ending| it == *ending)) {
                let within = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push(Page::new(&within, &fs::read_to_string(&path).expect("a page can be read")));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

#[test]
fn pages_use_what_is_below_them_and_neighbours_are_strangers() {
    none(pages().iter().filter(|it| !it.is_test()).flat_map(looks_up));
}

#[test]
fn one_folder_knows_the_shell_and_parts_know_no_folder_that_does() {
    none(pages().iter().filter(|it| !it.is_test()).flat_map(asks_by_itself));
}

#[test]
fn pages_say_what_they_are_and_stay_small() {
    none(pages().iter().flat_map(|page| [is_mute(page), is_too_long(page)].concat()));
}

#[test]
fn pages_and_shell_ask_for_capabilities_and_name_none() {
    let ids = capabilities();
    let shell = super::source::tree("src-tauri/src").into_iter().map(|it| Page::new(&it.path, &it.text));
    none(pages().into_iter().chain(shell).filter(|it| !it.is_test()).flat_map(|page| names_a_capability(&page, &ids)));
}

#[test]
fn pages_write_no_closed_list_again() {
    none(pages().iter().filter(|it| !it.is_test()).flat_map(repeats_a_list));
}

#[test]
fn every_word_of_a_closed_list_is_in_the_pages() {
    let made = pages().into_iter().find(|page| page.path == "ui/src/ipc/words.ts").expect("made");
    for name in ["Status", "Basis", "Qualifier", "Unit", "Role", "MilestoneKind"] {
        let list = LISTS.iter().find(|list| list.name == name).expect(name);
        let words = (list.words)().iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
        assert!(made.text.contains(&format!("  {name}: [{words}],")), "{name}: cargo xtask bindings");
    }
}

#[test]
fn pages_that_break_a_rule_are_found() {
    let part = |text: &str| Page::new("ui/src/parts/X.svelte", text);
    for text in ["import { desk } from '../state/desk.svelte'", "import { find } from '../actions'"] {
        assert_eq!(looks_up(&part(text)).len(), 1, "{text}");
    }
    for text in ["import { casesList } from '../ipc'", "import { invoke } from '@tauri-apps/api/core'"] {
        assert_eq!(asks_by_itself(&part(text)).len(), 1, "{text}");
    }
    let many = "import {\n  a,\n  type B,\n} from '../ipc'\n\nimport type { C } from '../ipc/types'";
    assert_eq!(asks_by_itself(&part(many)).len(), 1);
    assert_eq!(names_a_capability(&part("id === 'by_region'"), &["by_region"]).len(), 1);
    assert_eq!(repeats_a_list(&part("const STATUSES = ['confirmed',\n  'cleared']")).len(), 1);
    assert_eq!(is_mute(&part("<script>")).len(), 1);
    assert_eq!(is_too_long(&part(&"\n.".repeat(LONGEST_FILE + 2))).len(), 1);
}

#[test]
fn pages_that_keep_the_rules_are_left_alone() {
    let text = "<!-- x -->\nimport type { Chart } from '../ipc/types'\nimport { say } from '../lang/phrases.svelte'\nconst A = ['read', 'new']; const B = ['confirmed']";
    let part = Page::new("ui/src/parts/X.svelte", text);
    let view =
        Page::new("ui/src/views/X.svelte", "<!-- -->\nimport { find } from '../actions'\nimport X from './X.svelte'");
    for page in [part, view] {
        none([looks_up(&page), asks_by_itself(&page), is_mute(&page), is_too_long(&page)].concat());
        none(repeats_a_list(&page));
    }
}
