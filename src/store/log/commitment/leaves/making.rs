//! Leaves made of rows as they pass, block by block: what has just been written would else be read once more. They are hashed
//! on a thread of their own, for the one that writes has enough to do. It reads nothing and writes nothing.

use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::parts::{PARTS, Part};
use crate::error::{Error, Result};
use crate::store::base::bulk::Cell;
use crate::store::base::canonical::Canonical;
use crate::store::values::before::Block;
use crate::store::values::standing::columns;

/// Leaves under way.
pub struct Making {
    parts: Vec<Made>,
    /// The block under way, with the leaf of each part.
    at: Option<Block>,
    leaves: Vec<Canonical>,
    hashing: Option<Hashing>,
}

/// A part, and where in a row of its table its columns stand.
struct Made {
    part: &'static Part,
    columns: Vec<usize>,
}

/// A leaf whose rows are all there: its part, its block.
type Whole = (i64, i64, Canonical);
/// The hashes of leaves, by part and block.
pub type Hashes = BTreeMap<(i64, i64), [u8; 32]>;

/// Blocks that wait to be hashed; each is some hundred kilobytes.
const WAITING: usize = 2;

impl Making {
    /// The leaves of some parts.
    pub fn of(is_made: impl Fn(&Part) -> bool) -> Self {
        let parts = PARTS.iter().filter(|part| is_made(part));
        let parts = parts.map(|part| Made { part, columns: columns_of(part) }).collect();
        Self { parts, at: None, leaves: Vec::new(), hashing: None }
    }

    /// Adds the rows of an account, in the order of accounts: `cells` says them by their table, the account's id first.
    pub fn add<'c>(&mut self, block: Block, cells: impl Fn(&str) -> &'c [Cell<'c>]) {
        if self.at != Some(block) {
            self.end_block();
            let leaf = |_: &Made| Canonical::hashed_at_its_end(super::LEAF);
            (self.at, self.leaves) = (Some(block), self.parts.iter().map(leaf).collect());
        }
        for (Made { part, columns }, leaf) in self.parts.iter().zip(&mut self.leaves) {
            let row = cells(part.table);
            leaf.row(columns.iter().map(|at| row.get(*at).copied().unwrap_or(Cell::Null)));
        }
    }

    fn end_block(&mut self) {
        let Some(block) = self.at.take() else { return };
        let leaves = self.parts.iter().zip(self.leaves.drain(..));
        let whole = leaves.map(|(made, leaf)| (made.part.id, block.number(), leaf)).collect();
        // A thread that is gone is told of at the end.
        let _ = self.hashing.get_or_insert_with(Hashing::begin).blocks.send(whole);
    }

    /// All of them.
    ///
    /// # Errors
    /// `store.failed` where the thread that hashes is gone.
    pub fn end(mut self) -> Result<Hashes> {
        self.end_block();
        let Some(Hashing { blocks, thread }) = self.hashing else { return Ok(Hashes::new()) };
        drop(blocks);
        thread.join().map_err(|_| Error::new("store.failed"))
    }
}

/// The thread that hashes.
struct Hashing {
    blocks: SyncSender<Vec<Whole>>,
    thread: JoinHandle<Hashes>,
}

impl Hashing {
    fn begin() -> Self {
        let (blocks, coming) = sync_channel::<Vec<Whole>>(WAITING);
        let hash =
            move || coming.into_iter().flatten().map(|(part, block, leaf)| ((part, block), leaf.end())).collect();
        Self { blocks, thread: std::thread::spawn(hash) }
    }
}

/// Where a part's columns stand in a row that is written, the account's id first.
fn columns_of(part: &Part) -> Vec<usize> {
    let written: Vec<&str> = match part.table {
        "standing" => columns!().split(',').map(str::trim).collect(),
        _ => part.columns.to_vec(),
    };
    let at = |name: &&str| written.iter().position(|it| it == name).map(|at| at + 1);
    std::iter::once(0).chain(part.columns.iter().filter_map(at)).collect()
}
