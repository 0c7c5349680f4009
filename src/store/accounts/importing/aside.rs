//! Keys that are set aside until the end of a long list.
//!
//! Keys come in the order of the list and stand in their own. Placed chunk by chunk, each chunk touches most pages of all
//! keys before it, and a long list costs the square of its length. So the keys of a list whose rows are mostly new are set
//! aside in runs, a run a chunk, and at its end all runs go to their places as one, each page once
//! (docs/decisions/0017). They are put in order on a thread of their own, and wait in a scratch file, not in the book.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::keys::{self, Key};
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, CaseId};
use crate::store::base::bulk::Bulk;
use crate::store::base::digest::Digest;
use crate::store::file::scratch::{Block, Scratch};

/// Bytes of keys that are packed into one block: little memory for each run that is merged.
const PACKED: usize = 32 * 1024;

/// Keys that go from the merging thread to the writing one at once.
const AT_ONCE: usize = 10_000;

/// Keys of a file that are set aside.
pub struct Aside<'f> {
    folder: &'f Path,
    scratch: Option<Scratch>,
    runs: Vec<Vec<Block>>,
    keys: u64,
}

impl<'f> Aside<'f> {
    /// Nothing yet; what comes waits in a folder.
    pub const fn new(folder: &'f Path) -> Self {
        Self { folder, scratch: None, runs: Vec::new(), keys: 0 }
    }

    /// How many they are.
    pub const fn len(&self) -> u64 {
        self.keys
    }

    /// All that wait; none does afterwards.
    pub const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::new(self.folder))
    }

    /// Sets a chunk's keys aside, given in their order.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn add(&mut self, keys: &[Key]) -> Result<()> {
        let scratch = match &mut self.scratch {
            Some(scratch) => scratch,
            none => none.insert(Scratch::in_folder(self.folder)?),
        };
        let (mut run, mut packed) = (Vec::new(), Vec::with_capacity(2 * PACKED));
        for (left, it) in (0..keys.len()).rev().zip(keys) {
            pack(&mut packed, it)?;
            if packed.len() >= PACKED || left == 0 {
                run.push(scratch.put(&packed)?);
                packed.clear();
            }
        }
        self.runs.push(run);
        self.keys += u64::try_from(keys.len()).unwrap_or(0);
        Ok(())
    }

    /// Places them, and says which accounts turned out to be known, in the order of their ids. `heard` is told how many
    /// keys are placed, and may end it.
    ///
    /// # Errors
    /// What SQLite or the disk refuses, and what `heard` does.
    pub fn settle(
        self,
        bulk: &Bulk<'_>,
        case_id: CaseId,
        mut heard: impl FnMut(u64) -> Result<()>,
    ) -> Result<Vec<AccountId>> {
        let (mut known, mut done) = (Vec::new(), 0);
        let Some(scratch) = self.scratch else { return Ok(known) };
        let (coming, merging) = merged(scratch, self.runs);
        for batch in coming {
            let keys: Vec<Key> = batch?;
            keys::place(bulk, case_id, &keys, |at| known.extend(keys.get(at).map(|it| it.account)))?;
            done += u64::try_from(keys.len()).unwrap_or(0);
            heard(done)?;
        }
        merging.join().map_err(|_| Error::new("internal"))?;
        known.sort_unstable();
        known.dedup();
        Ok(known)
    }
}

/// Keys in their order.
type Batch = Vec<Key>;
type Batches = Receiver<Result<Batch>>;

/// Begins to merge runs on a thread of its own; dropping what comes ends it.
fn merged(scratch: Scratch, runs: Vec<Vec<Block>>) -> (Batches, std::thread::JoinHandle<()>) {
    let (sender, coming) = sync_channel(2);
    let merging = std::thread::spawn(move || {
        if let Err(refusal) = Runs::open(scratch, runs).and_then(|runs| runs.merge(&sender)) {
            let _ = sender.send(Err(refusal));
        }
    });
    (coming, merging)
}

/// A run as it is read.
struct Run {
    blocks: std::vec::IntoIter<Block>,
    packed: Vec<u8>,
    /// Where in them the next key stands.
    at: usize,
}

/// All runs as one, in the order of keys.
struct Runs {
    scratch: Scratch,
    runs: Vec<Run>,
    /// The next key of each run, with the run's number.
    next: BinaryHeap<Reverse<(Key, usize)>>,
}

impl Runs {
    fn open(scratch: Scratch, runs: Vec<Vec<Block>>) -> Result<Self> {
        let runs = runs.into_iter().map(|run| Run { blocks: run.into_iter(), packed: Vec::new(), at: 0 }).collect();
        let mut all = Self { scratch, runs, next: BinaryHeap::new() };
        for run in 0..all.runs.len() {
            let first = all.key(run)?;
            all.next.extend(first.map(|key| Reverse((key, run))));
        }
        Ok(all)
    }

    /// Where nobody listens any more, it ends.
    fn merge(mut self, to: &SyncSender<Result<Batch>>) -> Result<()> {
        let mut batch = Batch::default();
        while let Some(Reverse((_, run))) = self.next.peek() {
            let follows = self.key(*run)?;
            let Some(mut least) = self.next.peek_mut() else { break };
            batch.push(least.0.0);
            match follows {
                Some(follows) => least.0.0 = follows,
                None => drop(PeekMut::pop(least)),
            }
            if batch.len() == AT_ONCE && to.send(Ok(std::mem::take(&mut batch))).is_err() {
                return Ok(());
            }
        }
        let _ = to.send(Ok(batch));
        Ok(())
    }

    /// The next key of a run.
    fn key(&mut self, run: usize) -> Result<Option<Key>> {
        let Some(run) = self.runs.get_mut(run) else { return Ok(None) };
        if run.at >= run.packed.len() {
            let Some(block) = run.blocks.next() else { return Ok(None) };
            (run.packed, run.at) = (self.scratch.get(&block)?, 0);
        }
        unpack(&run.packed, &mut run.at).map(Some).ok_or_else(|| Error::new("internal"))
    }
}

/// Kind (one byte), digest, account (eight bytes, little-endian).
fn pack(packed: &mut Vec<u8>, it: &Key) -> Result<()> {
    packed.push(u8::try_from(it.kind).map_err(|cause| Error::new("store.failed").because(cause))?);
    packed.extend(it.digest.bytes());
    packed.extend(it.account.raw().to_le_bytes());
    Ok(())
}

fn unpack(packed: &[u8], at: &mut usize) -> Option<Key> {
    let (kind, rest) = packed.get(*at..)?.split_first()?;
    let (digest, rest) = rest.split_first_chunk::<{ Digest::LENGTH }>()?;
    let account = rest.first_chunk()?;
    *at += 1 + digest.len() + account.len();
    let account = AccountId::new(i64::from_le_bytes(*account));
    Some(Key { kind: i64::from(*kind), digest: Digest::from_bytes(*digest), account })
}
