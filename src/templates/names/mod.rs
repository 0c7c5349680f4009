//! Looks for the people of a list in a report that must not name them. It finds and refuses; it never blanks a text.
//!
//! The rule. Of each account three kinds of secrets are searched for: its identifier (key, and as written), its name
//! (also with the family name first, also in a genitive; see `spellings`), and the local part of its e-mail address or user name. A
//! secret and a text are compared word by word, without accents, soft hyphens, zero-width and bidirectional marks, in
//! lower case: `Jane Doe`, `doe, jane`, `JANE.DOE@…` and `Ja\u{ad}ne Doe` are the same words, and so are `Strauß`,
//! `STRAUSS`, `Müller`, `Mueller` and `Muller`.
//!
//! Not searched for, or no report could ever be written:
//! * secrets that are short (under 3 characters) and numbers under 5 digits (a customer 2026, a staff number 10-14: a
//!   report holds years and counts; from 10,000 on it groups their digits), and role names of RFC 2142 alone;
//! * words and runs of words that stand in the catalogue (`Person`, `May`);
//! * single words of a node of the case's trees, of its controller or a party, and their names as a whole: a firm that
//!   bears its founder's name is named as a firm, and only so. A node that is called like a person of the list, word for
//!   word and without a firm's form, is that person and is not let through.
//!
//! A family name alone is not searched for: in a list of 100,000 names nearly every word of a language is one.
//! Those who act in the case (who determined, who imported) may be named where the dossier names who acts, but not
//! in what people typed freely, which is checked on its own: free text is the usual leak.

mod places;
mod spellings;
mod words;

use std::collections::{HashMap, HashSet};

use crate::model::account::Identity;
use crate::model::words::{AccountKind, KeyKind};

pub use places::{Leak, in_document, in_texts, in_typed_text};
use spellings::spellings;
use words::{Word, are_short, run, words};

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

/// Words that only firms bear: the forms that a register gives them in Europe and the Americas.
const FORMS: &[&str] = &[
    "gmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "se", "ev", "eg", "ltd", "limited", "plc", "llp", "llc", "inc",
    "corp", "co", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "aps", "oy", "oyj", "sl", "lda", "kft",
    "sro", "doo",
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
pub struct Allowed {
    runs: HashSet<u64>,
    wholes: HashSet<u64>,
    parts: HashSet<u64>,
}

impl Allowed {
    /// Allows every run of words in a text.
    pub fn add(&mut self, text: &str) {
        self.runs.extend(runs(&words(text)));
    }

    /// Allows the name of a firm or a place as a whole, and its words one by one; an address is nobody's name.
    pub fn add_name(&mut self, name: &str) {
        if name.contains('@') {
            return;
        }
        let words = words(name);
        self.runs.extend(words.iter().map(|word| run(std::slice::from_ref(word))));
        self.wholes.insert(run(&words[..words.len().min(LONGEST)]));
        self.parts.extend(runs(&words));
    }
}

/// Every run of words in a text.
fn runs(words: &[Word]) -> impl Iterator<Item = u64> {
    let ends = |start: usize| start + 1..=words.len().min(start + LONGEST);
    (0..words.len()).flat_map(move |start| ends(start).map(move |end| run(&words[start..end])))
}

/// The people of a list, as runs of words.
#[derive(Debug, Clone, Default)]
pub struct Names {
    runs: HashMap<u64, Found>,
    longest: usize,
    /// Names of firms and places, in which a secret may stand.
    wholes: HashSet<u64>,
    /// The same in pieces, as the lines of a page part them.
    parts: HashSet<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    secret: Secret,
    /// Whether it means a person, and not a mailbox that several share.
    personal: bool,
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
        self.runs.retain(|run, _| !allowed.runs.contains(run));
        self.wholes.extend(&allowed.wholes);
        self.parts.extend(&allowed.parts);
        self
    }

    /// Whether a name is that of a person on the list, word for word: more than one word, and no firm's form.
    #[must_use]
    pub fn is_somebody(&self, name: &str) -> bool {
        let words = words(name);
        let found = || self.runs.get(&run(&words[..words.len().min(LONGEST)]));
        words.len() > 1 && !words.iter().any(|word| word.is_one_of(FORMS)) && found().is_some_and(|it| it.personal)
    }

    /// The gravest secret that stands in a text.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Secret> {
        if self.runs.is_empty() {
            return None;
        }
        let words = words(text);
        let mut until = 0;
        let starts = 0..words.len();
        let found = starts.filter_map(|start| {
            until = until.max(start + self.whole(&words[start..]));
            self.at(&words[start..], until - start)
        });
        found.min()
    }

    /// The same in a text that was read back from pages, where a firm's name may stand in pieces.
    #[must_use]
    pub fn find_in_print(&self, text: &str) -> Option<Secret> {
        let words = words(text);
        let all = (0..words.len()).flat_map(|start| self.hits(&words[start..], 0));
        all.filter(|(run, _)| !self.parts.contains(run)).map(|(_, secret)| secret).min()
    }

    /// How many words the longest name of a firm or a place has that begins here; 0 where none does.
    fn whole(&self, words: &[Word]) -> usize {
        let mut lengths = (1..=words.len().min(LONGEST)).rev();
        lengths.find(|&length| self.wholes.contains(&run(&words[..length]))).unwrap_or(0)
    }

    /// The gravest secret that begins here and has more words than so many.
    fn at(&self, words: &[Word], more_than: usize) -> Option<Secret> {
        self.hits(words, more_than).map(|(_, secret)| secret).min()
    }

    fn hits<'w>(&self, words: &'w [Word], more_than: usize) -> impl Iterator<Item = (u64, Secret)> + use<'w, '_> {
        let lengths = more_than + 1..=words.len().min(self.longest);
        lengths.filter_map(|length| {
            let run = run(&words[..length]);
            self.runs.get(&run).map(|found| (run, found.secret))
        })
    }

    fn learn(&mut self, account: &Identity) {
        let shared = matches!(account.kind, AccountKind::Shared | AccountKind::Service);
        let personal =
            !shared && !words(local_part(account).unwrap_or(&account.key)).iter().any(|it| it.is_one_of(ROLES));
        let found = |secret| Found { secret, personal };
        if account.key_kind != KeyKind::None {
            self.insert(found(Secret::Key), &words(&account.key));
            self.insert(found(Secret::Key), &words(&account.shown));
        }
        for spelling in account.name.iter().flat_map(|name| spellings(name)) {
            self.insert(found(Secret::Name), &spelling);
        }
        if let Some(local) = local_part(account) {
            self.insert(found(Secret::Local), &words(local));
        }
    }

    fn insert(&mut self, found: Found, words: &[Word]) {
        let words = &words[..words.len().min(LONGEST)];
        if are_short(words) || (words.len() == 1 && words[0].is_one_of(ROLES)) {
            return;
        }
        self.longest = self.longest.max(words.len());
        self.runs.entry(run(words)).or_insert(found);
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
