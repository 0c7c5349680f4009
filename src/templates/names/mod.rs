//! Looks for the people of a list in a report that must not name them. It finds and refuses; it never blanks a text.
//!
//! The rule. Of each account three kinds of secrets are searched for: its identifier (key, and as written), its name
//! (also with the family name first, also in a genitive), and the local part of its e-mail address or user name. A
//! secret and a text are compared word by word, after NFKC, in lower case, without soft hyphens, zero-width and
//! bidirectional marks: `Jane Doe`, `doe, jane`, `JANE.DOE@…` and `Ja\u{ad}ne Doe` are the same words.
//!
//! Not searched for, or no report could ever be written:
//! * secrets of one word that are short (under 3 characters), numbers under 5 digits, or role names of RFC 2142;
//! * words and runs of words that stand in the catalogue (`Person`, `May`), in a node of the case's trees, in its
//!   controller or in a party: a firm that bears its founder's name is named as a firm.
//!
//! A family name alone is not searched for: in a list of 100,000 names nearly every word of a language is one.
//! Those who act in the case (who determined, who imported) may be named where the dossier names who acts, but not
//! in what people typed freely, which is checked on its own: free text is the usual leak.

mod places;
mod words;

use std::collections::{HashMap, HashSet};

use crate::model::account::Identity;
use crate::model::words::{AccountKind, KeyKind};

pub use places::{Leak, in_document, in_texts, in_typed_text};
use words::{Word, run, words};

/// Runs are compared up to so many words; longer secrets by their first ones.
const LONGEST: usize = 8;

/// Mailbox names of roles (RFC 2142, sections 3 to 5), and their like in English and German.
const ROLES: &[&str] = &[
    "info",
    "marketing",
    "sales",
    "support",
    "abuse",
    "noc",
    "security",
    "postmaster",
    "hostmaster",
    "usenet",
    "news",
    "webmaster",
    "www",
    "uucp",
    "ftp",
    "office",
    "contact",
    "admin",
    "team",
    "service",
    "kontakt",
    "buero",
    "büro",
    "post",
    "verwaltung",
    "vertrieb",
    "einkauf",
    "presse",
    "datenschutz",
    "privacy",
    "noreply",
];

/// What was found: never whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Secret {
    /// An identifier.
    Key,
    /// A name.
    Name,
    /// The local part of an address.
    Local,
}

impl Secret {
    /// Its spelling in refusals.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Name => "name",
            Self::Local => "local",
        }
    }
}

/// Runs of words that may stand in a report although a list holds them.
#[derive(Debug, Clone, Default)]
pub struct Allowed(HashSet<u64>);

impl Allowed {
    /// Allows every run of words in a text.
    pub fn add(&mut self, text: &str) {
        let words = words(text);
        for start in 0..words.len() {
            for end in start + 1..=words.len().min(start + LONGEST) {
                self.0.insert(run(&words[start..end]));
            }
        }
    }
}

/// The people of a list, as runs of words.
#[derive(Debug, Clone, Default)]
pub struct Names {
    runs: HashMap<u64, Secret>,
    longest: usize,
}

impl Names {
    /// What is searched for, of these accounts.
    pub fn of<'a>(identities: impl IntoIterator<Item = &'a Identity>) -> Self {
        let mut names = Self::default();
        for identity in identities {
            names.learn(identity);
        }
        names
    }

    /// The same without what is allowed.
    #[must_use]
    pub fn without(mut self, allowed: &Allowed) -> Self {
        self.runs.retain(|run, _| !allowed.0.contains(run));
        self
    }

    /// The first secret that stands in a text.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Secret> {
        if self.runs.is_empty() {
            return None;
        }
        let words = words(text);
        let starts = 0..words.len();
        starts.filter_map(|start| self.at(&words[start..])).min()
    }

    fn at(&self, words: &[Word]) -> Option<Secret> {
        let lengths = 1..=words.len().min(self.longest);
        lengths.filter_map(|length| self.runs.get(&run(&words[..length])).copied()).min()
    }

    fn learn(&mut self, account: &Identity) {
        if account.key_kind != KeyKind::None {
            self.insert(Secret::Key, &words(&account.key));
            self.insert(Secret::Key, &words(&account.shown));
        }
        if let Some(name) = &account.name {
            self.learn_name(&words(name));
        }
        if let Some(local) = local_part(account) {
            self.insert(Secret::Local, &words(local));
        }
    }

    /// As written, with the last word first, with the first word last; each also in the genitive.
    fn learn_name(&mut self, name: &[Word]) {
        let mut orders = vec![name.to_vec(), name.to_vec(), name.to_vec()];
        if name.len() > 1 {
            orders[1].rotate_right(1);
            orders[2].rotate_left(1);
        }
        for mut order in orders {
            self.insert(Secret::Name, &order);
            if let Some(last) = order.last_mut() {
                *last = last.genitive();
                self.insert(Secret::Name, &order);
            }
        }
    }

    fn insert(&mut self, secret: Secret, words: &[Word]) {
        let words = &words[..words.len().min(LONGEST)];
        if words.is_empty() || (words.len() == 1 && words[0].says_little(ROLES)) {
            return;
        }
        self.longest = self.longest.max(words.len());
        self.runs.entry(run(words)).or_insert(secret);
    }
}

/// What stands before the @, or after the domain of `DOMAIN\user`; a shared mailbox has none that means a person.
fn local_part(account: &Identity) -> Option<&str> {
    if matches!(account.kind, AccountKind::Shared | AccountKind::Service) {
        return None;
    }
    match account.key_kind {
        KeyKind::Email | KeyKind::Upn => account.key.rsplit_once('@').map(|(local, _)| local),
        KeyKind::UserName => account.key.rsplit_once('\\').map(|(_, user)| user),
        _ => None,
    }
}
