//! What a row calls its account by: the key that says which it is, and whatever else finds it.
//!
//! It never turns one kind of identifier into another, and never merges two.

use jiff::tz::TimeZone;

use super::{Accounts, harmless};
use crate::import::headers::Use;
use crate::import::records::Record;
use crate::import::{keys, times};
use crate::model::account::AccountKey;
use crate::model::words::KeyKind;

/// What a row calls its account by.
pub struct Called {
    pub kind: KeyKind,
    /// Normalised; of no kind empty.
    pub key: String,
    /// As written.
    pub shown: String,
    pub aliases: Vec<AccountKey>,
}

impl Called {
    const fn by(kind: KeyKind, key: String, shown: String) -> Self {
        Self { kind, key, shown, aliases: Vec::new() }
    }
}

impl Accounts {
    /// By the first column that holds a key, and by what other columns of keys hold; a row without any is rejected with
    /// the first reason.
    pub(super) fn called(&mut self, record: &Record) -> Option<Called> {
        let stated = self.word(record, self.at.key_kind, |_, text| KeyKind::find(&text.replace([' ', '-'], "_")));
        if stated == Some(KeyKind::None) {
            return Some(Called::by(KeyKind::None, String::new(), String::new()));
        }
        let mut failed: Option<(usize, &'static str)> = None;
        for nth in 0..self.at.keys.len() {
            let at = self.at.keys[nth];
            let cell = record.cell(at).trim();
            if keys::is_nothing(cell) {
                continue;
            }
            let kind = match self.columns[at].used {
                Some(Use::Key(kind)) => stated.filter(|_| nth == 0).unwrap_or(kind),
                _ => stated.unwrap_or_else(|| keys::kind_of(cell)),
            };
            match keys::key(kind, cell) {
                Ok(key) => {
                    if let Some((at, code)) = failed {
                        self.problem(record, Some(at), code, record.cell(at));
                    }
                    return Some(self.with_aliases(record, nth, Called::by(kind, key, cell.to_owned())));
                }
                Err(code) => failed = failed.or(Some((at, code))),
            }
        }
        self.by_name_and_birth(record).or_else(|| {
            self.reject_keyless(record, failed);
            None
        })
    }

    fn reject_keyless(&mut self, record: &Record, failed: Option<(usize, &'static str)>) {
        match failed {
            Some((at, code)) => {
                let args = vec![("value", harmless(record.cell(at)))];
                self.reject(record, Some(at), code, args);
            }
            None => self.reject(record, None, "row.no_key", Vec::new()),
        }
    }

    /// The columns after the n-th, which says which account it is.
    fn with_aliases(&mut self, record: &Record, main: usize, mut called: Called) -> Called {
        for nth in main + 1..self.at.keys.len() {
            let at = self.at.keys[nth];
            let cell = record.cell(at).trim();
            if keys::is_nothing(cell) || !self.at.aliases.contains(&at) {
                continue;
            }
            let kind = match self.columns[at].used {
                Some(Use::Key(kind)) => kind,
                // Words with blanks between them are a name, and no identifier.
                _ if cell.contains(char::is_whitespace) => continue,
                _ => keys::kind_of(cell),
            };
            match keys::key(kind, cell) {
                Ok(key) => called.also(AccountKey { kind, key }),
                Err(code) => self.problem(record, Some(at), code, cell),
            }
        }
        called
    }

    fn by_name_and_birth(&self, record: &Record) -> Option<Called> {
        let born = times::read(record.cell(self.at.birth?), self.columns[self.at.birth?].order, &TimeZone::UTC).ok()?;
        let name = self.name(record)?;
        let shown = format!("{name}, {}", record.cell(self.at.birth?).trim());
        let key = format!("{}|{}", keys::key(KeyKind::NameBirth, &name).ok()?, born.text(&TimeZone::UTC));
        Some(Called::by(KeyKind::NameBirth, key, shown))
    }
}

impl Called {
    /// One of a kind of which an account has one, where the row has one already, says nothing that can be told apart.
    fn also(&mut self, key: AccountKey) {
        let is_main = self.kind == key.kind && (self.key == key.key || key.kind.is_single());
        let is_there = self.aliases.iter().any(|it| it.kind == key.kind && (it.key == key.key || key.kind.is_single()));
        if !is_main && !is_there {
            self.aliases.push(key);
        }
    }
}
