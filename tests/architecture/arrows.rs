//! Which file names which: the arrows between the files of a crate, read from their code as text.
//!
//! An arrow runs from the file that names a thing to the file that *defines* it: `super::`, `self::`, `crate::`, groups, `as`,
//! paths written inline and names handed on by a `use` of whichever module are followed to their end, so that a `pub use`
//! neither makes an arrow nor hides one. `mod` makes none. What a method does is not seen, nor what a macro writes.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// Arrows by file: whom it names, and a name that is taken from there.
pub type Arrows = BTreeMap<String, BTreeMap<String, String>>;

/// A file as a module of its crate.
struct Module {
    path: String,
    children: BTreeSet<String>,
    /// What `use` brings into it, by the name it bears here.
    brought: BTreeMap<String, Vec<String>>,
    /// What its code names: what `use` for itself brings, and paths written inline.
    named: Vec<Vec<String>>,
}

/// The modules of a crate, by their paths.
pub struct Crate(BTreeMap<Vec<String>, Module>);

impl Crate {
    /// Of every file below `root`, `src` say.
    pub fn new(root: &str, files: &[Source]) -> Self {
        let within = |file: &Source| file.path.strip_prefix(root).map(|it| module_of(it.trim_start_matches('/')));
        let mut modules: BTreeMap<Vec<String>, Module> = BTreeMap::new();
        for file in files {
            let Some(at) = within(file) else { continue };
            let read = read(file);
            // A library and a program of one package are one root here.
            let children = modules.get(&at).map(|it| it.children.clone()).unwrap_or_default();
            modules.entry(at).or_insert(read).children.extend(children);
        }
        Self(modules)
    }

    /// Every arrow.
    pub fn arrows(&self) -> Arrows {
        let mut found = Arrows::new();
        for (at, module) in &self.0 {
            let from = found.entry(module.path.clone()).or_default();
            for named in &module.named {
                let Some((to, name)) = self.defines(at, named, 0) else { continue };
                if to != module.path {
                    from.entry(to).or_insert(name);
                }
            }
        }
        found
    }

    /// The file that defines what a path leads to, as it is written in a module, and its name there.
    fn defines(&self, at: &[String], named: &[String], depth: usize) -> Option<(String, String)> {
        let (mut here, mut rest) = self.start(at, named)?;
        if depth > 12 {
            return None;
        }
        while let Some((first, after)) = rest.split_first() {
            let module = self.0.get(&here)?;
            if let Some(brought) = module.brought.get(first) {
                return self.defines(&here, &[brought, after].concat(), depth + 1);
            }
            if !module.children.contains(first) {
                return Some((module.path.clone(), first.clone()));
            }
            here.push(first.clone());
            rest = after;
        }
        None
    }

    /// Where a path starts, and what of it is left; `None`: in another crate.
    fn start<'a>(&self, at: &[String], named: &'a [String]) -> Option<(Vec<String>, &'a [String])> {
        let (first, rest) = named.split_first()?;
        match first.as_str() {
            "crate" => Some((Vec::new(), rest)),
            "self" => Some((at.to_vec(), rest)),
            "super" => {
                let mut here = at.to_vec();
                here.pop()?;
                let supers = rest.iter().take_while(|it| *it == "super").count();
                here.truncate(here.len().checked_sub(supers)?);
                Some((here, &rest[supers..]))
            }
            _ => {
                let module = self.0.get(at)?;
                let own = module.children.contains(first) || module.brought.contains_key(first);
                own.then(|| (at.to_vec(), named))
            }
        }
    }
}

/// `store/facts/mod.rs` and `store/facts.rs` are `store::facts`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let names = path.split('/').filter(|it| !matches!(*it, "mod" | "lib" | "main"));
    names.map(str::to_owned).collect()
}

fn read(file: &Source) -> Module {
    let mut module =
        Module { path: file.path.clone(), children: BTreeSet::new(), brought: BTreeMap::new(), named: Vec::new() };
    let mut left = String::new();
    for item in items(&file.code) {
        let (public, item) = without_visibility(item.trim_start());
        if let Some(tree) = item.strip_prefix("use ") {
            module.bring(public, &[], tree.trim_end_matches(';'));
        } else if let Some(child) = item.strip_prefix("mod ").and_then(|it| it.strip_suffix(';')) {
            module.children.insert(child.trim().to_owned());
        } else {
            left.push_str(item);
        }
    }
    module.named.extend(inline(&left));
    module
}

impl Module {
    /// A tree of `use`, leaf by leaf.
    fn bring(&mut self, public: bool, before: &[String], tree: &str) {
        let tree = tree.trim();
        let (head, group) = tree.split_once('{').map_or((tree, None), |(head, group)| (head, Some(group)));
        let (head, alias) = head.split_once(" as ").map_or((head, None), |(head, alias)| (head, Some(alias.trim())));
        let mut path = before.to_vec();
        path.extend(head.split("::").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned));
        if let Some(group) = group {
            let group = group.trim_end().trim_end_matches('}');
            return split(group).into_iter().for_each(|it| self.bring(public, &path, it));
        }
        if path.len() > 1 && path.last().is_some_and(|it| it == "self") {
            path.pop();
        }
        let name = alias.or(path.last().map(String::as_str)).unwrap_or_default().to_owned();
        if path.len() > 1 {
            self.brought.insert(name, path.clone());
        }
        if !public {
            self.named.push(path);
        }
    }
}

/// The items of a group of `use`.
fn split(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    for (at, it) in group.char_indices() {
        match it {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&group[from..]);
    found.retain(|it| !it.trim().is_empty());
    found
}

/// Code cut where a `use` or a `mod` of another file begins and ends.
fn items(code: &str) -> Vec<String> {
    let (mut found, mut other, mut lines) = (Vec::new(), String::new(), code.lines());
    while let Some(line) = lines.next() {
        let (_, item) = without_visibility(line.trim_start());
        let is_mod = item.starts_with("mod ") && item.trim_end().ends_with(';');
        if !item.starts_with("use ") && !is_mod {
            other.push_str(line);
            other.push('\n');
            continue;
        }
        let mut whole = line.trim().to_owned();
        while let Some(line) = (!whole.contains(';')).then(|| lines.next()).flatten() {
            whole.push_str(line.trim());
        }
        found.push(whole);
    }
    found.push(other);
    found
}

fn without_visibility(item: &str) -> (bool, &str) {
    let Some(rest) = item.strip_prefix("pub").filter(|it| it.starts_with([' ', '('])) else { return (false, item) };
    let rest = if rest.starts_with('(') { rest.split_once(')').map_or(rest, |it| it.1) } else { rest };
    (true, rest.trim_start())
}

/// The paths and names of code that is no `use`.
fn inline(code: &str) -> Vec<Vec<String>> {
    let whole = code.split(|it: char| !it.is_alphanumeric() && it != '_' && it != ':');
    let paths =
        whole.map(|it| it.split("::").filter(|it| !it.is_empty() && !it.contains(':')).map(str::to_owned).collect());
    paths.filter(|it: &Vec<String>| !it.is_empty()).collect()
}
