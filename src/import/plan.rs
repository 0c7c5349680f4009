//! What each column of a list is read for: by its header, by its cells, by what the caller says.
//!
//! A column that looks like a secret is never planned, whoever asks.

mod shared;

use super::headers::{self, Use};
use super::numbers::Marks;
use super::records::Record;
use super::words::{self, fold};
use super::{Column, DateOrder, KeyRole, Options, email, keys, nothing, secrets};
use crate::error::{Error, Result};
use crate::lang::places;
use crate::model::listed::among;
use crate::model::words::{Basis, KeyKind, Unit};

/// A column and what is done with it.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Its header as written; its number where it has none.
    pub header: String,
    /// What it is read for.
    pub used: Option<Use>,
    /// It looks like a secret.
    pub secret: bool,
    /// Said by the caller, as the n-th thing.
    mapped: Option<usize>,
    /// Different accounts share its cells: it is no identifier of one of them.
    shared: bool,
    /// Which number is the day, settled by its cells or the caller.
    pub order: Option<DateOrder>,
    /// Which marks are decimal in it.
    pub marks: Marks,
    /// Its times are UTC, says the header.
    pub utc: bool,
    /// Its cells are paths, says the header.
    pub is_path: bool,
    /// Why it is not read for what its header names.
    dropped: Option<&'static str>,
    seen: Seen,
}

/// What the sampled cells of a column look like.
#[derive(Debug, Clone, Default)]
struct Seen {
    filled: usize,
    emails: usize,
    guids: usize,
    domain_users: usize,
    digits: usize,
    secrets: usize,
    places: usize,
    words: usize,
    /// Words of another system's status.
    states: usize,
}

impl Planned {
    /// It is not read, for a reason.
    const fn drop(&mut self, why: &'static str) {
        self.used = None;
        self.dropped = Some(why);
    }

    /// Why it is read as it is, or not: a word of the contract.
    fn why(&self) -> &'static str {
        let known = headers::find(&self.header);
        match (self.used, self.dropped) {
            _ if self.secret => "never",
            _ if self.mapped.is_some() => "said",
            (Some(used), _) if known.is_some_and(|it| it.field() == used.field()) => "header",
            (Some(_), _) => "cells",
            (None, Some(why)) => why,
            (None, None) if known.is_some() => "cells",
            (None, None) if headers::is_offered(&self.header) => "offered",
            (None, None) if headers::is_others(&self.header) && self.seen.emails > 0 => "others",
            (None, None) => "unknown",
        }
    }
}

impl Seen {
    const fn most(&self, count: usize) -> bool {
        count * 2 > self.filled
    }

    fn learn(&mut self, cell: &str, used: Option<Use>) {
        let cell = cell.trim();
        if nothing::is_nothing(cell) {
            return;
        }
        self.filled += 1;
        self.emails += usize::from(email::looks_like(cell));
        self.guids += usize::from(keys::is_guid(cell));
        self.domain_users += usize::from(keys::is_domain_user(cell));
        self.digits += usize::from(cell.starts_with(|it: char| it.is_ascii_digit() || "<>≥≤~".contains(it)));
        self.secrets += usize::from(secrets::is_secret(cell));
        let known = match used {
            Some(Use::Place(_)) => places::find(cell).is_some(),
            Some(Use::Status) => words::status(cell).is_some(),
            Some(Use::Kind) => words::kind(cell).is_some(),
            Some(Use::Way) => cell.split([',', ';']).any(|it| words::way(it).is_some()),
            _ => false,
        };
        self.states += usize::from(used == Some(Use::Status) && words::is_state(cell));
        self.places += usize::from(known && matches!(used, Some(Use::Place(_))));
        self.words += usize::from(known);
    }
}

/// Plans every column.
///
/// # Errors
/// `import.unknown_column`, `import.unknown_field`, `import.secret_column`, `import.no_key_column`.
pub fn plan(header: Option<&Record>, samples: &[Record], options: &Options) -> Result<Vec<Planned>> {
    let mut columns = by_header(header, samples);
    for column in &mut columns {
        by_content(column);
    }
    map(&mut columns, options)?;
    if !columns.iter().any(|it| it.mapped.is_some() && is_key(it)) {
        find_keys(&mut columns);
    }
    once(&mut columns);
    last_resorts(&mut columns);
    shared::find(&mut columns, samples);
    if options.no_tags {
        columns.iter_mut().filter(|it| is_tag(it)).for_each(|it| it.drop("no_tags"));
    }
    if options.looking || columns.iter().any(is_key) {
        return Ok(columns);
    }
    Err(Error::new("import.no_key_column").with("file", &options.file).with("columns", names(&columns)))
}

/// The columns' names for a sentence: so many, and no longer than a person reads.
fn names(columns: &[Planned]) -> String {
    const COLUMNS: usize = 30;
    const LETTERS: usize = 40;
    let short = |name: &str| match name.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    };
    let shown: Vec<_> = columns.iter().filter(|it| !it.secret).map(|it| short(&it.header)).collect();
    let more = if shown.len() > COLUMNS { ", …" } else { "" };
    format!("{}{more}", shown[..shown.len().min(COLUMNS)].join(", "))
}

/// Whether a column holds an identifier.
pub fn is_key(column: &Planned) -> bool {
    matches!(column.used, Some(Use::Key(_) | Use::AnyKey | Use::BirthDate))
}

fn is_tag(column: &Planned) -> bool {
    matches!(
        column.used,
        Some(Use::Region | Use::Organisation | Use::Residence(_) | Use::Place(_) | Use::Subdivision | Use::Basis)
    )
}

fn by_header(header: Option<&Record>, samples: &[Record]) -> Vec<Planned> {
    let width = header.map_or_else(|| samples.iter().map(Record::len).max().unwrap_or(0), Record::len);
    let name = |at: usize| header.map_or("", |it| it.cell(at)).trim();
    let mut columns: Vec<Planned> = (0..width)
        .map(|at| Planned {
            header: if name(at).is_empty() { (at + 1).to_string() } else { name(at).to_owned() },
            used: headers::find(name(at)),
            secret: secrets::is_secret_header(name(at)),
            mapped: None,
            shared: false,
            order: None,
            marks: Marks::default(),
            utc: headers::is_utc(name(at)),
            is_path: headers::is_path(name(at)),
            dropped: None,
            seen: Seen::default(),
        })
        .collect();
    for record in samples {
        for (column, cell) in columns.iter_mut().zip(record.cells()) {
            column.seen.learn(cell, column.used);
            column.marks.learn(cell);
        }
    }
    columns
}

/// What the cells say against the header.
fn by_content(column: &mut Planned) {
    let seen = &column.seen;
    column.secret |= seen.secrets > 0 && seen.most(seen.secrets);
    let name = fold(&column.header);
    let strange = seen.filled > 0 && seen.words == 0;
    column.used = match column.used {
        _ if column.secret => None,
        // `E-Mails` over numbers counts them.
        Some(Use::Key(KeyKind::Email)) if counts_emails(&name) && seen.emails == 0 && seen.most(seen.digits) => {
            Some(Use::Records(Unit::Email))
        }
        Some(Use::AnyKey) if name == "key" && seen.emails > 0 && seen.most(seen.emails) => {
            Some(Use::Key(KeyKind::Email))
        }
        Some(Use::Place(basis)) => (seen.places > 0 && seen.most(seen.places)).then_some(Use::Residence(basis)),
        // Another system's status and type; the contract's own names stay, and what they hold is a problem. A status that nobody knows
        // stays, too: it may mean that nobody was affected, or that nobody knows.
        Some(Use::Status) if strange && seen.states > 0 && seen.most(seen.states) => None,
        Some(Use::Status) if strange && column.header.contains('[') => None,
        Some(Use::Kind) if strange && name != "kind" => None,
        Some(Use::Way) if strange && name != "way" => None,
        None if name == "id" && seen.guids > 0 && seen.most(seen.guids) => Some(Use::Key(KeyKind::ObjectId)),
        used => used,
    };
}

fn counts_emails(folded: &str) -> bool {
    matches!(folded, "emails" | "mails" | "courriels")
}

fn map(columns: &mut [Planned], options: &Options) -> Result<()> {
    for (nth, (name, field)) in options.map.iter().enumerate() {
        let at = position(columns, name).ok_or_else(|| {
            Error::new("import.unknown_column")
                .with("file", &options.file)
                .with("column", name)
                .with("known", names(columns))
        })?;
        let unknown = || Error::new("import.unknown_field").with("field", field);
        let used = Use::of_field(field).ok_or_else(|| among(unknown(), field, super::FIELDS.iter().copied()))?;
        if columns[at].secret && used != Use::Aside {
            return Err(Error::new("import.secret_column").with("file", &options.file).with("column", name));
        }
        // Of keys there are several: the one that is named goes before the others.
        let gives_way =
            |it: &Planned| it.mapped.is_none() && !is_key(it) && it.used.and_then(Use::field) == used.field();
        columns.iter_mut().filter(|it| gives_way(it)).for_each(|it| it.drop("twice"));
        columns[at].used = Some(settle_key(used, &columns[at].seen));
        columns[at].mapped = Some(nth);
    }
    Ok(())
}

/// `--map X=key` takes the kind that the cells show.
fn settle_key(used: Use, seen: &Seen) -> Use {
    match used {
        Use::AnyKey if seen.emails > 0 && seen.most(seen.emails) => Use::Key(KeyKind::Email),
        used => used,
    }
}

/// By header as written, then whatever its case and marks, then by number from 1.
fn position(columns: &[Planned], name: &str) -> Option<usize> {
    let name = name.trim();
    let folded = fold(name);
    let exact = columns.iter().position(|it| it.header == name);
    let loose = || columns.iter().position(|it| !folded.is_empty() && fold(&it.header) == folded);
    let number = || name.trim_start_matches('#').parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < columns.len());
    exact.or_else(loose).or_else(number)
}

/// A column of e-mail addresses is recognised whatever its header; without any key a column of GUIDs or `DOMAIN\user`.
fn find_keys(columns: &mut [Planned]) {
    let has_emails = |it: &Planned| match it.used {
        Some(Use::Key(KeyKind::Email)) => true,
        Some(Use::AnyKey) => it.seen.emails > 0 && it.seen.most(it.seen.emails),
        _ => false,
    };
    let free = |it: &Planned| {
        let other = matches!(it.used, Some(Use::Key(KeyKind::Upn) | Use::Aside)) || headers::is_others(&it.header);
        !it.secret && it.mapped.is_none() && !other
    };
    let shows = |columns: &[Planned], count: fn(&Seen) -> usize| {
        columns.iter().position(|it| free(it) && count(&it.seen) > 0 && it.seen.most(count(&it.seen)))
    };
    let unknown = if columns.iter().any(has_emails) { None } else { shows(columns, |seen| seen.emails) };
    if let Some(at) = unknown {
        columns[at].used = Some(Use::Key(KeyKind::Email));
    }
    if columns.iter().any(|it| is_key(it) && it.used != Some(Use::BirthDate)) {
        return;
    }
    if let Some(at) = shows(columns, |seen| seen.guids) {
        columns[at].used = Some(Use::Key(KeyKind::ObjectId));
    } else if let Some(at) = shows(columns, |seen| seen.domain_users) {
        columns[at].used = Some(Use::Key(KeyKind::UserName));
    }
}

/// A field has one column: the one the caller named, else the first. Keys and residences are several, by rank.
fn once(columns: &mut [Planned]) {
    let several = |used: Use| matches!(used, Use::Key(_) | Use::AnyKey | Use::Residence(_));
    for at in 0..columns.len() {
        let Some(used) = columns[at].used.filter(|used| !several(*used)) else { continue };
        let same = |it: &Planned| {
            std::mem::discriminant(&it.used) == std::mem::discriminant(&columns[at].used)
                && it.used.is_some_and(|other| std::mem::discriminant(&other) == std::mem::discriminant(&used))
        };
        let taken = columns[..at].iter().any(same)
            || (columns[at].mapped.is_none() && columns.iter().any(|it| it.mapped.is_some() && same(it)));
        if taken {
            columns[at].drop("twice");
        }
    }
}

/// A date of birth is a key only with a name and without any other; a province needs its country.
fn last_resorts(columns: &mut [Planned]) {
    let has =
        |columns: &[Planned], wanted: fn(&Use) -> bool| columns.iter().any(|it| it.used.as_ref().is_some_and(wanted));
    let named = has(columns, |it| matches!(it, Use::Name | Use::Given | Use::Surname));
    let keyed = has(columns, |it| matches!(it, Use::Key(_) | Use::AnyKey));
    let located = has(columns, |it| matches!(it, Use::Residence(_)));
    for column in columns.iter_mut() {
        let lost = match column.used {
            Some(Use::BirthDate) => keyed || !named,
            Some(Use::Subdivision) => !located,
            _ => false,
        };
        if lost {
            column.drop("alone");
        }
    }
}

/// The columns that hold keys, the best first: those that the caller names, then by their kinds.
pub fn keys(columns: &[Planned]) -> Vec<usize> {
    let rank = |column: &Planned| match column.used {
        Some(Use::Key(kind)) => kind.position() * 2,
        Some(Use::AnyKey) if column.seen.emails > 0 && column.seen.most(column.seen.emails) => 1,
        Some(Use::AnyKey) => KeyKind::UserName.position() * 2 + 1,
        _ => i64::MAX,
    };
    let mut found: Vec<usize> = (0..columns.len()).filter(|at| rank(&columns[*at]) < i64::MAX).collect();
    found.sort_by_key(|at| (columns[*at].mapped.unwrap_or(usize::MAX), rank(&columns[*at])));
    found
}

/// The columns of keys, the best first, whose cells find an account beside the one that says which it is. Of kinds of
/// which an account has one, one column.
pub fn aliases(columns: &[Planned]) -> Vec<usize> {
    let keys = keys(columns);
    let single = |at: usize| match columns[at].used {
        Some(Use::Key(kind)) if kind.is_single() => Some(kind),
        _ => None,
    };
    let repeats =
        |nth: usize| single(keys[nth]).is_some_and(|kind| keys[..nth].iter().any(|at| single(*at) == Some(kind)));
    (0..keys.len()).filter(|nth| !columns[keys[*nth]].shared && !repeats(*nth)).map(|nth| keys[nth]).collect()
}

/// The columns that hold residences: a country of the list before proxies.
pub fn residences(columns: &[Planned]) -> Vec<(usize, Basis)> {
    let mut found: Vec<(usize, Basis)> = columns
        .iter()
        .enumerate()
        .filter_map(|(at, it)| match it.used {
            Some(Use::Residence(basis)) => Some((at, basis)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(_, basis)| basis.position());
    found
}

/// The columns as evidence.
pub fn columns(planned: &[Planned]) -> Vec<Column> {
    let (keys, aliases) = (keys(planned), aliases(planned));
    let role = |at: usize| match keys.iter().position(|it| *it == at) {
        None => None,
        Some(0) => Some(KeyRole::Main),
        Some(_) => Some(if aliases.contains(&at) { KeyRole::Alias } else { KeyRole::Shared }),
    };
    planned
        .iter()
        .enumerate()
        .map(|(at, it)| Column {
            header: it.header.clone(),
            field: it.used.and_then(Use::field),
            key_kind: match it.used {
                Some(Use::Key(kind)) => Some(kind),
                Some(Use::BirthDate) => Some(KeyKind::NameBirth),
                _ => None,
            },
            // Where there is but one, nothing is to be said.
            role: role(at).filter(|_| keys.len() > 1),
            basis: match it.used {
                Some(Use::Residence(basis)) => Some(basis),
                _ => None,
            },
            unit: match it.used {
                Some(Use::Records(unit)) => Some(unit),
                _ => None,
            },
            secret: it.secret,
            why: it.why(),
        })
        .collect()
}
