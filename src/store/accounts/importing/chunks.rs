//! Rows in chunks, read on a thread of their own: names interned, days counted, keys put in order.
//!
//! It knows no SQL but that names become ids.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;
use tokio::sync::mpsc;

use crate::error::{Error, Result};
use crate::model::account::{AccountKey, Entries, Entry, NewAccount, NewTagging, Problem};
use crate::model::ids::{OrganisationId, PlaceId, RegionId};
use crate::model::words::{AccountKind, Basis, KeyKind};
use crate::store::accounts::legend::Legend;
use crate::store::accounts::merging::graver;
use crate::store::accounts::stated::Stated;
use crate::store::base::digest::Digest;
use crate::store::values::standing::{Band, Records};
use crate::store::written::tree_index::{self, By};

/// Rows of a chunk: enough that neighbours in the index are written together, few enough for memory.
pub const ROWS: usize = 50_000;

/// Texts of a chunk, in bytes: one whose rows are long has fewer of them.
const TEXTS: usize = 16 * 1024 * 1024;

/// A row of a list; region, organisation and place are numbers of [`Chunk::names`] until the store knows their ids.
#[derive(Debug)]
pub struct Row {
    pub key_kind: KeyKind,
    pub key: String,
    /// What else it calls the account by.
    pub aliases: Vec<AccountKey>,
    pub line: i64,
    pub day: Option<i64>,
    pub stated: Stated,
}

/// A key of a row: of which, and the n-th: 0 is the one that says which account it is, n its n-th alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub kind: KeyKind,
    /// What it is found by; of a row without a key, which is its own, of nothing.
    pub digest: Digest,
    pub row: u32,
    pub nth: u32,
}

impl Row {
    /// Its keys, the one that says which account it is first.
    fn called(&self) -> impl Iterator<Item = (KeyKind, &str)> {
        let aliases = self.aliases.iter().map(|it| (it.kind, it.key.as_str()));
        std::iter::once((self.key_kind, self.key.as_str())).chain(aliases)
    }

    /// All of them.
    pub fn keys(&self) -> impl Iterator<Item = AccountKey> {
        let own = AccountKey { kind: self.key_kind, key: self.key.clone() };
        std::iter::once(own).chain(self.aliases.iter().cloned())
    }
}

/// So many rows, and what was new in them.
#[derive(Debug, Default)]
pub struct Chunk {
    pub rows: Vec<Row>,
    /// All keys of all rows in their order; of one key, in file order.
    pub order: Vec<Spot>,
    pub taggings: Vec<NewTagging>,
    pub problems: Vec<Problem>,
    /// What their texts take, in bytes.
    texts: usize,
    /// Data records.
    pub read: u64,
    /// From the first to the last access that its rows state.
    pub period: Period,
    /// It was sent because it is full: more rows come, as a rule.
    pub is_full: bool,
    /// Names not met before: regions, organisations, places.
    pub names: [Vec<String>; 3],
}

/// From one time to another, each as it is stated.
#[derive(Debug, Clone, Copy, Default)]
pub struct Period(pub Option<(Band, Band)>);

impl Period {
    /// Widens it to hold a time.
    pub fn hold(&mut self, time: Option<Band>, zone: &TimeZone) {
        let Some(time) = time else { return };
        let (from, until) = self.0.get_or_insert((time, time));
        if time.begins_before(from, zone) {
            *from = time;
        }
        if time.ends_after(until, zone) {
            *until = time;
        }
    }

    /// Widens it to hold another.
    pub fn hold_all(&mut self, other: Self, zone: &TimeZone) {
        let (from, until) = other.0.unzip();
        self.hold(from, zone);
        self.hold(until, zone);
    }
}

/// Numbers of names, for one file.
#[derive(Debug, Default)]
struct Names {
    known: HashMap<String, i64>,
}

impl Names {
    fn number(&mut self, name: Option<String>, new: &mut Vec<String>) -> Option<i64> {
        let name = name?;
        if let Some(known) = self.known.get(&name) {
            return Some(*known);
        }
        let number = i64::try_from(self.known.len()).ok()?;
        new.push(name.clone());
        self.known.insert(name, number);
        Some(number)
    }
}

/// Chunks as they come from the reading thread.
pub struct Chunks {
    coming: mpsc::Receiver<Chunk>,
    /// Chunks that are written go back to the thread that made them: it has the time to take them apart.
    written: std::sync::mpsc::Sender<Chunk>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Chunks {
    /// The next chunk; nothing at the end.
    pub async fn next(&mut self) -> Option<Chunk> {
        self.coming.recv().await
    }

    /// Takes a chunk back that is written.
    pub fn is_written(&self, chunk: Chunk) {
        // Where the thread has ended, it is taken apart here.
        let _ = self.written.send(chunk);
    }

    /// Whether the thread came to its end.
    pub fn joined(mut self) -> Result<()> {
        drop(self.written);
        let ended = self.thread.take().is_none_or(|thread| thread.join().is_ok());
        if ended { Ok(()) } else { Err(Error::new("internal")) }
    }
}

/// Begins to read; dropping what is returned ends it.
pub fn read(entries: Entries, rows: usize, no_tags: bool, zone: TimeZone) -> Chunks {
    let (sender, coming) = mpsc::channel(1);
    let (written, back) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        fill((entries, rows), no_tags, &zone, &sender, &back);
        drop(sender);
        back.into_iter().for_each(drop);
    });
    Chunks { coming, written, thread: Some(thread) }
}

fn fill(
    (entries, rows): (Entries, usize),
    no_tags: bool,
    zone: &TimeZone,
    sender: &mpsc::Sender<Chunk>,
    back: &std::sync::mpsc::Receiver<Chunk>,
) {
    let mut chunk = Chunk::default();
    let mut names: [Names; 3] = Default::default();
    for entry in entries {
        chunk.take(entry, no_tags, zone, &mut names);
        if chunk.len() >= rows || chunk.texts >= TEXTS {
            chunk.is_full = true;
            if sender.blocking_send(std::mem::take(&mut chunk).ordered()).is_err() {
                return;
            }
            back.try_iter().for_each(drop);
        }
    }
    // Where nobody listens any more, there is nothing to say.
    let _ = sender.blocking_send(chunk.ordered());
}

/// What the texts of an entry take that may be long, in bytes.
fn texts(entry: &std::result::Result<Entry, Problem>) -> usize {
    let of = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    match entry {
        Ok(Entry::Account(it)) => {
            let categories: usize = it.data_categories.iter().map(String::len).sum();
            it.key.len() + it.shown.len() + of(&it.name) + of(&it.notes) + categories
        }
        Ok(Entry::Tagging(it)) => it.key.len(),
        Err(problem) => problem.rejected.iter().flatten().map(String::len).sum(),
    }
}

impl Chunk {
    fn len(&self) -> usize {
        self.rows.len() + self.taggings.len() + self.problems.len()
    }

    fn take(
        &mut self,
        entry: std::result::Result<Entry, Problem>,
        no_tags: bool,
        zone: &TimeZone,
        names: &mut [Names; 3],
    ) {
        self.texts += texts(&entry);
        self.read += u64::from(entry.as_ref().map_or_else(|problem| problem.rejected.is_some(), |_| true));
        match entry {
            Ok(Entry::Account(account)) => {
                let row = self.row(account, no_tags, zone, names);
                self.rows.push(row);
            }
            Ok(Entry::Tagging(tagging)) => self.taggings.push(tagging),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn row(&mut self, new: NewAccount, no_tags: bool, zone: &TimeZone, names: &mut [Names; 3]) -> Row {
        let tag = |value: Option<String>| value.filter(|_| !no_tags);
        let [regions, organisations, places] = names;
        let [new_regions, new_organisations, new_places] = &mut self.names;
        let place = places.number(tag(new.residence), new_places);
        let first = new.first_access.as_ref().map(|it| Band::of(it, zone));
        let last = new.last_access.as_ref().map(|it| Band::of(it, zone));
        self.period.hold(first, zone);
        self.period.hold(last, zone);
        let stated = Stated {
            keys: Vec::new(),
            leads_to: Vec::new(),
            shown: Some(new.shown).filter(|shown| *shown != new.key && !shown.is_empty()),
            name: new.name,
            notes: new.notes,
            kind: new.kind.filter(|kind| *kind != AccountKind::Unknown),
            status: new.status,
            region: regions.number(tag(new.region), new_regions).map(RegionId::new),
            organisation: organisations.number(tag(new.organisation), new_organisations).map(OrganisationId::new),
            place: place.map(PlaceId::new),
            basis: place.map(|_| new.basis.unwrap_or(Basis::List)),
            records: new.records.as_ref().map(Records::from),
            first,
            last,
            ways: graver(new.ways),
            categories: new.data_categories,
        };
        let line = i64::try_from(new.line).unwrap_or(i64::MAX);
        let day = first.and_then(|it| it.day(zone));
        Row { key_kind: new.key_kind, key: new.key, aliases: new.aliases, line, day, stated }
    }

    /// Puts rows in the place of those that were read.
    pub fn put(&mut self, rows: Vec<Row>) {
        *self = Self { rows, ..std::mem::take(self) }.ordered();
    }

    fn ordered(mut self) -> Self {
        self.order.clear();
        for (row, it) in (0..).zip(&self.rows) {
            let spot = |(nth, (kind, key))| Spot { kind, digest: Digest::of(key), row, nth };
            self.order.extend((0..).zip(it.called()).map(spot));
        }
        self.order.sort_unstable();
        self
    }
}

/// A file's names, by their number: a number's name, and its id once a row that is taken has named it.
type Named<I> = Vec<(String, Option<I>)>;

/// Ids of a file's names.
#[derive(Debug, Default)]
pub struct Ids {
    regions: Named<RegionId>,
    organisations: Named<OrganisationId>,
    places: Named<PlaceId>,
}

impl Ids {
    /// Finds or makes what a chunk's rows name.
    pub async fn learn(
        &mut self,
        conn: &mut SqliteConnection,
        chunk: &Chunk,
        legend: &mut Legend,
        by: By,
    ) -> Result<()> {
        let [regions, organisations, places] = &chunk.names;
        for path in met(&mut self.regions, regions, chunk, |it| it.region.map(RegionId::raw)) {
            path.1 = Some(legend.regions.make(conn, &path.0, by).await?.region());
        }
        for path in met(&mut self.organisations, organisations, chunk, |it| it.organisation.map(OrganisationId::raw)) {
            path.1 = Some(legend.organisations.make(conn, &path.0, by).await?.organisation());
        }
        for code in met(&mut self.places, places, chunk, |it| it.place.map(PlaceId::raw)) {
            let id = tree_index::place(conn, &code.0).await?;
            legend.places.insert(id, code.0.clone());
            code.1 = Some(id);
        }
        Ok(())
    }

    /// Puts ids for numbers.
    pub fn resolve(&self, stated: &mut Stated) {
        stated.region = id(&self.regions, stated.region.map(RegionId::raw));
        stated.organisation = id(&self.organisations, stated.organisation.map(OrganisationId::raw));
        stated.place = id(&self.places, stated.place.map(PlaceId::raw));
    }
}

fn id<I: Copy>(names: &Named<I>, number: Option<i64>) -> Option<I> {
    names.get(usize::try_from(number?).ok()?)?.1
}

/// The names that a chunk's rows are the first to name, in the order of their numbers.
fn met<'n, I>(
    all: &'n mut Named<I>,
    new: &[String],
    chunk: &Chunk,
    of: impl Fn(&Stated) -> Option<i64>,
) -> impl Iterator<Item = &'n mut (String, Option<I>)> {
    all.extend(new.iter().map(|name| (name.clone(), None)));
    let mut is_met = vec![false; all.len()];
    let numbers = chunk.rows.iter().filter_map(|row| usize::try_from(of(&row.stated)?).ok());
    numbers.for_each(|number| is_met.get_mut(number).into_iter().for_each(|it| *it = true));
    all.iter_mut().zip(is_met).filter(|(name, is_met)| *is_met && name.1.is_none()).map(|(name, _)| name)
}
