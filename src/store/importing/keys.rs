//! Keys of accounts: which rows bring new ones.
//!
//! Keys come in the order of the list and stand in their own. Placed chunk by chunk, each chunk touches most pages of all
//! keys before it, and a long list costs the square of its length. So the keys of a list whose rows are mostly new are set
//! aside: its rows are written as if each were new, its keys in runs, a run a chunk, and at its end all runs go to their
//! places as one, each page once (docs/decisions/0017). It knows nothing of what an account holds.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::ops::Range;

use crate::error::{Error, Result};
use crate::store::bulk::{AT_ONCE, Bulk, Many, Statement};

/// Of a hundred rows at most so many may be known already for the keys of those that follow to be set aside: a row that
/// turns out to be known afterwards is written and taken out again.
pub const KNOWN_AT_MOST: u64 = 10;

/// Bytes of keys that are packed into one row: few rows, and little memory for each run that is merged.
const PACKED: usize = 16 * 1024;

/// Keys that are merged before they are placed.
const MERGED_AT_ONCE: usize = 50_000;

/// A key, and the account that it leads to unless it leads to one already.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key<T> {
    /// [`crate::model::words::KeyKind`] as its position.
    pub kind: i64,
    /// Normalised.
    pub key: T,
    /// The account's id; of one key the lowest comes first.
    pub account: i64,
}

/// Places keys, given in their order, that lead nowhere yet, and visits those that do: their place among the given.
///
/// # Errors
/// What SQLite refuses.
pub fn place<T: AsRef<str>>(
    bulk: &Bulk<'_>,
    case_id: i64,
    keys: &[Key<T>],
    mut known: impl FnMut(usize),
) -> Result<()> {
    let mut put = Many::new(bulk, "INSERT OR IGNORE INTO account_key", "case_id, key_kind, key, account_id");
    let mut account_of =
        bulk.prepare("SELECT account_id FROM account_key WHERE case_id = ? AND key_kind = ? AND key = ?")?;
    for (first, some) in (0..).step_by(AT_ONCE).zip(keys.chunks(AT_ONCE)) {
        for it in some {
            put.add(&[case_id.into(), it.kind.into(), it.key.as_ref().into(), it.account.into()])?;
        }
        // Where every one was written, none has to be looked up.
        if usize::try_from(put.end()?).is_ok_and(|written| written == some.len()) {
            continue;
        }
        for (at, it) in (first..).zip(some) {
            let key = [case_id.into(), it.kind.into(), it.key.as_ref().into()];
            if account_of.first(&key, |found| Ok(found.int(0)))?.flatten() != Some(it.account) {
                known(at);
            }
        }
    }
    Ok(())
}

/// Keys of a file that are set aside.
#[derive(Debug, Default)]
pub struct Aside {
    /// Rows of `key_run` of each run.
    runs: Vec<Range<i64>>,
    keys: u64,
}

impl Aside {
    /// How many they are.
    pub const fn len(&self) -> u64 {
        self.keys
    }

    /// Sets a chunk's keys aside, given in their order.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn add<T: AsRef<str>>(&mut self, bulk: &Bulk<'_>, keys: &[Key<T>]) -> Result<()> {
        let mut put = bulk.prepare("INSERT INTO key_run (id, keys) VALUES (?, ?)")?;
        let first = self.runs.last().map_or(1, |last| last.end);
        let (mut next, mut packed) = (first, Vec::with_capacity(2 * PACKED));
        for (left, it) in (0..keys.len()).rev().zip(keys) {
            pack(&mut packed, it)?;
            if packed.len() >= PACKED || left == 0 {
                put.run(&[next.into(), packed.as_slice().into()])?;
                packed.clear();
                next += 1;
            }
        }
        self.runs.push(first..next);
        self.keys += u64::try_from(keys.len()).unwrap_or(0);
        Ok(())
    }

    /// Puts them in their places, and says which accounts turned out to be known, in the order of their ids. `heard` is
    /// told how many keys are placed, and may end it.
    ///
    /// # Errors
    /// What SQLite refuses, and what `heard` does.
    pub fn settle(self, bulk: &Bulk<'_>, case_id: i64, mut heard: impl FnMut(u64) -> Result<()>) -> Result<Vec<i64>> {
        let (mut known, mut done) = (Vec::new(), 0);
        let mut runs = Runs::open(bulk, self.runs)?;
        loop {
            let keys = runs.next(MERGED_AT_ONCE)?;
            if keys.is_empty() {
                break;
            }
            place(bulk, case_id, &keys, |at| known.extend(keys.get(at).map(|it| it.account)))?;
            done += u64::try_from(keys.len()).unwrap_or(0);
            heard(done)?;
        }
        known.sort_unstable();
        Ok(known)
    }
}

/// A run as it is read.
struct Run {
    /// Rows of `key_run` that are still to be read.
    rows: Range<i64>,
    packed: Vec<u8>,
    /// Where in them the next key stands.
    at: usize,
}

/// All runs as one, in the order of keys. What is read leaves its pages to what is written.
struct Runs<'b> {
    read: Statement<'b>,
    forget: Statement<'b>,
    runs: Vec<Run>,
    /// The next key of each run, with the run's number.
    next: BinaryHeap<Reverse<(Key<String>, usize)>>,
}

impl<'b> Runs<'b> {
    fn open(bulk: &'b Bulk<'_>, runs: Vec<Range<i64>>) -> Result<Self> {
        let runs = runs.into_iter().map(|rows| Run { rows, packed: Vec::new(), at: 0 }).collect();
        let read = bulk.prepare("SELECT keys FROM key_run WHERE id = ?")?;
        let forget = bulk.prepare("DELETE FROM key_run WHERE id = ?")?;
        let mut all = Self { read, forget, runs, next: BinaryHeap::new() };
        for run in 0..all.runs.len() {
            let first = all.key(run)?;
            all.next.extend(first.map(|key| Reverse((key, run))));
        }
        Ok(all)
    }

    /// At most so many; none at the end.
    fn next(&mut self, most: usize) -> Result<Vec<Key<String>>> {
        let mut keys = Vec::new();
        while keys.len() < most {
            let Some(Reverse((_, run))) = self.next.peek() else { break };
            let follows = self.key(*run)?;
            let Some(mut least) = self.next.peek_mut() else { break };
            keys.push(match follows {
                Some(follows) => std::mem::replace(&mut least.0.0, follows),
                None => PeekMut::pop(least).0.0,
            });
        }
        Ok(keys)
    }

    /// The next key of a run.
    fn key(&mut self, run: usize) -> Result<Option<Key<String>>> {
        let Some(run) = self.runs.get_mut(run) else { return Ok(None) };
        if run.at >= run.packed.len() {
            let Some(row) = run.rows.next() else { return Ok(None) };
            let Run { packed, at, .. } = run;
            *at = 0;
            self.read.each(&[row.into()], |row| {
                packed.clear();
                row.bytes(0, packed);
                Ok(())
            })?;
            self.forget.run(&[row.into()])?;
        }
        unpack(&run.packed, &mut run.at).map(Some).ok_or_else(|| Error::new("book.damaged"))
    }
}

/// Kind (one byte), account (eight), length of the key (four), the key; numbers little-endian.
fn pack<T: AsRef<str>>(packed: &mut Vec<u8>, it: &Key<T>) -> Result<()> {
    let key = it.key.as_ref().as_bytes();
    let unfit = |cause| Error::new("store.failed").because(cause);
    packed.push(u8::try_from(it.kind).map_err(unfit)?);
    packed.extend(it.account.to_le_bytes());
    packed.extend(u32::try_from(key.len()).map_err(unfit)?.to_le_bytes());
    packed.extend(key);
    Ok(())
}

fn unpack(packed: &[u8], at: &mut usize) -> Option<Key<String>> {
    let (kind, rest) = packed.get(*at..)?.split_first()?;
    let (account, rest) = rest.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let key = rest.get(..usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    *at += 1 + account.len() + length.len() + key.len();
    Some(Key {
        kind: i64::from(*kind),
        key: String::from_utf8(key.to_vec()).ok()?,
        account: i64::from_le_bytes(*account),
    })
}
