//! A file of the catalogue as it is read: tables whose keys are closed, values with their places. All that is wrong with a file is
//! said, each with its line, character and field. It knows no law.

mod item;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) use item::Item;

use super::reference::{Reference, Target};
use crate::error::{Error, Place};
use crate::model::listed::among;

/// What is wrong with a file, and where.
#[derive(Debug)]
pub struct Fault {
    /// The file, its line and character.
    pub place: Place,
    /// The field within it: `phase[1].limit.hours`, rows of a list from 1; empty: the file as a whole.
    pub field: String,
    /// What is wrong; its place stands beside it.
    pub said: Error,
}

impl Fault {
    /// What is wrong with what a file names, where it does.
    pub(super) fn of(it: &Reference, said: Error) -> Self {
        Self { place: it.place.clone(), field: it.field.clone(), said }
    }
}

/// A file while it is read.
pub(super) struct File<'f> {
    name: &'f str,
    text: &'f str,
    faults: RefCell<Vec<Fault>>,
    refers: RefCell<Vec<Reference>>,
}

/// What became of a file.
pub(super) struct Outcome<T> {
    /// What it says; nothing where anything is wrong with it.
    pub value: Option<T>,
    /// What it names of other files.
    pub refers: Vec<Reference>,
    /// What is wrong with it, from its top to its end.
    pub faults: Vec<Fault>,
}

/// So many breaches of TOML are said: what follows one that is not closed is none.
const MOST_BROKEN: usize = 3;

/// Reads a file: `whole` is told its outermost table.
pub(super) fn read<T>(name: &str, text: &str, whole: impl FnOnce(&Table<'_>) -> Option<T>) -> Outcome<T> {
    let file = File { name, text, faults: RefCell::default(), refers: RefCell::default() };
    let (root, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|it| it.span().map_or(0, |span| span.start));
    for error in errors.iter().take(MOST_BROKEN) {
        let span = error.span().unwrap_or(0..0);
        file.fault(&span, String::new(), Error::new("catalogue.no_toml").with("detail", error.message()));
    }
    let mut value = None;
    // What could be read of a file that is no TOML would be said to lack what stands in the rest.
    if errors.is_empty() {
        let table = Table::of(&file, root.get_ref(), root.span(), String::new());
        value = whole(&table);
        table.close();
    }
    let mut faults = file.faults.into_inner();
    faults.sort_by_key(|it| (it.place.line, it.place.column));
    Outcome { value: value.filter(|_| faults.is_empty()), refers: file.refers.into_inner(), faults }
}

impl File<'_> {
    fn fault(&self, span: &Range<usize>, field: String, said: Error) {
        self.faults.borrow_mut().push(Fault { place: self.place(span), field, said });
    }

    /// Bytes of the text as line and characters.
    fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let named = self.text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        Place {
            file: Some(self.name.to_owned()),
            line: Some(before.matches('\n').count() as u64 + 1),
            column: Some(line.chars().count() as u64 + 1),
            length: Some(named.chars().count() as u64),
        }
    }
}

/// A table: each key that is asked for is known, and any other is a fault when it is closed.
pub(super) struct Table<'f> {
    file: &'f File<'f>,
    entries: &'f DeTable<'f>,
    span: Range<usize>,
    path: String,
    asked: RefCell<Vec<&'static str>>,
}

impl<'f> Table<'f> {
    const fn of(file: &'f File<'f>, entries: &'f DeTable<'f>, span: Range<usize>, path: String) -> Self {
        Self { file, entries, span, path, asked: RefCell::new(Vec::new()) }
    }

    /// What stands under a key, if anything does.
    pub fn get(&self, key: &'static str) -> Option<Item<'f>> {
        self.asked.borrow_mut().push(key);
        self.entries.iter().find(|(it, _)| it.get_ref() == key).map(|(_, value)| self.item(key, value))
    }

    /// What must stand under a key.
    pub fn must(&self, key: &'static str) -> Option<Item<'f>> {
        let found = self.get(key);
        if found.is_none() {
            self.refuse(Error::new("catalogue.missing").with("missing", key));
        }
        found
    }

    /// The one of these keys that stands there: none and several are faults.
    pub fn one_of(&self, keys: &[&'static str]) -> Option<(&'static str, Item<'f>)> {
        let found = self.at_most_one_of(keys);
        // Where a key is misspelt, that is what is wrong.
        if found.is_none() && !keys.iter().any(|key| self.has(key)) && self.strangers().next().is_none() {
            self.refuse(Error::new("catalogue.none_of").with("known", keys.join(", ")));
        }
        found
    }

    /// The one of these keys that stands there, if any does: several are a fault.
    pub fn at_most_one_of(&self, keys: &[&'static str]) -> Option<(&'static str, Item<'f>)> {
        // All are asked for, so that all are known.
        let found: Vec<_> = keys.iter().filter_map(|key| self.get(key).map(|it| (*key, it))).collect();
        let mut found = found.into_iter();
        let first = found.next()?;
        match found.next() {
            None => Some(first),
            Some((second, item)) => {
                item.refuse(Error::new("catalogue.two_of").with("first", first.0).with("second", second));
                None
            }
        }
    }

    /// Everything in a table whose keys are names that the file gives; each name with its own place.
    pub fn each(&self) -> Vec<(&'f str, Item<'f>)> {
        self.entries.iter().map(|(key, value)| (key.get_ref().as_ref(), self.item(key.get_ref(), value))).collect()
    }

    /// Says that something is wrong with the table as a whole.
    pub fn refuse(&self, said: Error) {
        self.file.fault(&self.span, self.path.clone(), said);
    }

    /// Says that something is wrong with a name that the file gives.
    pub fn refuse_name(&self, name: &str, said: Error) {
        let key = self.entries.keys().find(|it| it.get_ref() == name);
        self.file.fault(&key.map_or(self.span.clone(), Spanned::span), self.within(name), said);
    }

    fn has(&self, key: &str) -> bool {
        self.entries.keys().any(|it| it.get_ref() == key)
    }

    /// Keys that nobody has asked for.
    fn strangers(&self) -> impl Iterator<Item = &'f Spanned<std::borrow::Cow<'f, str>>> {
        self.entries.keys().filter(|key| !self.asked.borrow().contains(&key.get_ref().as_ref()))
    }

    /// Says of each key that nobody has asked for that it is unknown.
    fn close(&self) {
        for key in self.strangers() {
            let unknown = Error::new("catalogue.unknown_field").with("key", key.get_ref());
            let said = among(unknown, key.get_ref(), self.asked.borrow().iter().copied());
            self.file.fault(&key.span(), self.within(key.get_ref()), said);
        }
    }

    fn item(&self, key: &str, value: &'f Spanned<DeValue<'f>>) -> Item<'f> {
        Item::of(self.file, value, self.within(key))
    }

    fn within(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}
