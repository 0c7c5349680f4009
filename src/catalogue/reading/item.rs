//! A value of a file: what it must be, and what is said where it is something else.

use std::collections::BTreeMap;

use jiff::civil;
use toml::Spanned;
use toml::de::DeValue;
use toml::value::Datetime;

use super::{File, Reference, Table, Target};
use crate::error::Error;
use crate::model::listed::among;
use crate::model::localised::Localised;
use crate::model::words::Word;

/// A value, and where it stands.
pub(in crate::catalogue) struct Item<'f> {
    file: &'f File<'f>,
    value: &'f Spanned<DeValue<'f>>,
    path: String,
}

impl<'f> Item<'f> {
    pub(super) const fn of(file: &'f File<'f>, value: &'f Spanned<DeValue<'f>>, path: String) -> Self {
        Self { file, value, path }
    }

    /// Says that something is wrong with it.
    pub fn refuse(&self, said: Error) {
        self.file.fault(&self.value.span(), self.path.clone(), said);
    }

    /// Notes that it names something of another file, or of the rest of this one.
    pub fn refers(&self, target: Target) {
        let place = self.file.place(&self.value.span());
        self.file.refers.borrow_mut().push(Reference { target, place, field: self.path.clone() });
    }

    fn is(&self, wanted: &'static str) {
        self.refuse(Error::new("catalogue.wrong_kind").with("wanted", wanted));
    }

    /// It must be of this kind.
    fn wanted<T>(&self, wanted: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.is(wanted);
        }
        found
    }

    /// A text that says something.
    pub fn text(&self) -> Option<String> {
        let text = self.value.get_ref().as_str().map(str::trim).filter(|it| !it.is_empty());
        self.wanted("text", text.map(str::to_owned))
    }

    /// An id: small letters, digits, `-` and `_`.
    pub fn id(&self) -> Option<String> {
        let text = self.text()?;
        if is_id(&text) {
            return Some(text);
        }
        self.refuse(Error::new("catalogue.bad_id").with("id", text));
        None
    }

    /// A whole number, from 1.
    pub fn number(&self) -> Option<u64> {
        let number = self.value.get_ref().as_integer().filter(|it| it.radix() == 10);
        self.wanted("number", number.and_then(|it| it.as_str().parse().ok()).filter(|it| *it > 0))
    }

    /// A number above 0 that need not be whole.
    pub fn share(&self) -> Option<f64> {
        let value = self.value.get_ref();
        let text = value.as_float().map(|it| it.as_str()).or_else(|| value.as_integer().map(|it| it.as_str()));
        let number = text.and_then(|it| it.parse().ok()).filter(|it: &f64| it.is_finite() && *it > 0.0);
        self.wanted("share", number)
    }

    /// `true` or `false`.
    pub fn truth(&self) -> Option<bool> {
        self.wanted("truth", self.value.get_ref().as_bool())
    }

    /// A day.
    pub fn day(&self) -> Option<civil::Date> {
        self.wanted("day", self.value.get_ref().as_datetime().and_then(day))
    }

    /// The rows of a list that is not empty; one value stands for a list of one.
    pub fn list(&self) -> Vec<Self> {
        let Some(items) = self.value.get_ref().as_array() else {
            return vec![Self::of(self.file, self.value, self.path.clone())];
        };
        if items.is_empty() {
            self.refuse(Error::new("catalogue.empty_list"));
        }
        let row = |(at, value): (usize, &'f Spanned<DeValue<'f>>)| {
            Self::of(self.file, value, format!("{}[{}]", self.path, at + 1))
        };
        items.iter().enumerate().map(row).collect()
    }

    /// All rows of a list, each read; those that cannot be read are faults.
    pub fn all<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Vec<T> {
        self.list().iter().filter_map(read).collect()
    }

    /// Whether it is a text rather than a table or a list.
    pub fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    /// A table: read whole, and closed. Whoever reads asks for all its keys before he gives up on one.
    pub fn within<T>(&self, read: impl FnOnce(&Table<'f>) -> Option<T>) -> Option<T> {
        let entries = self.wanted("table", self.value.get_ref().as_table())?;
        let table = Table::of(self.file, entries, self.value.span(), self.path.clone());
        let value = read(&table);
        table.close();
        value
    }

    /// A table whose keys are names that the file gives.
    pub fn named<T>(&self, mut read: impl FnMut(&str, &Self) -> Option<T>) -> Vec<(String, T)> {
        let Some(entries) = self.wanted("table", self.value.get_ref().as_table()) else { return Vec::new() };
        let table = Table::of(self.file, entries, self.value.span(), self.path.clone());
        let sound = |name: &str| {
            let sound = is_id(name);
            if !sound {
                table.refuse_name(name, Error::new("catalogue.bad_id").with("id", name));
            }
            sound
        };
        let each = table.each().into_iter().filter(|(name, _)| sound(name));
        each.filter_map(|(name, item)| read(name, &item).map(|it| (name.to_owned(), it))).collect()
    }

    /// A word of a closed list.
    pub fn word<W: Word>(&self) -> Option<W> {
        let text = self.text()?;
        let found = W::of(&text);
        if found.is_none() {
            self.unknown(&text, W::known());
        }
        found
    }

    /// Words of a closed list.
    pub fn words<W: Word>(&self) -> Vec<W> {
        self.all(Self::word)
    }

    /// Says that a word is none of those there are.
    pub fn unknown<'a>(&self, word: &str, known: impl IntoIterator<Item = &'a str>) {
        self.refuse(among(Error::new("catalogue.unknown_word").with("word", word), word, known));
    }

    /// A text in languages, each by its two letters.
    pub fn localised(&self) -> Option<Localised> {
        let texts: BTreeMap<String, String> = self.named(|_, text| text.text()).into_iter().collect();
        if texts.is_empty() {
            if self.value.get_ref().as_table().is_some_and(|it| it.is_empty()) {
                self.is("localised");
            }
            return None;
        }
        Some(Localised::of(texts))
    }

    /// A link.
    pub fn link(&self) -> Option<String> {
        let text = self.text()?;
        let sound = ["https://", "http://", "file:///"].iter().any(|it| text.starts_with(it) && text.len() > it.len());
        if !sound || text.contains(char::is_whitespace) {
            self.refuse(Error::new("catalogue.bad_link").with("link", text));
            return None;
        }
        Some(text)
    }
}

/// Small letters, digits, `-` and `_`.
fn is_id(text: &str) -> bool {
    let sound = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'-' | b'_');
    !text.is_empty() && text.len() <= 80 && text.bytes().all(sound)
}

/// A day without a time.
fn day(at: &Datetime) -> Option<civil::Date> {
    let date = at.date.filter(|_| at.time.is_none() && at.offset.is_none())?;
    civil::Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
