//! Leaves of accounts that are new, made while their rows are written: a long list's would else be read once more. They are
//! hashed on a thread of their own, for the one that writes has enough to do. Blocks that something else has touched meanwhile
//! are made anew like all others.

use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::parts::{PARTS, Part};
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, CaseId};
use crate::store::base::bulk::{Bulk, Cell};
use crate::store::base::canonical::Canonical;
use crate::store::values::before::Block;
use crate::store::values::standing::columns;

/// Leaves under way.
pub struct Fresh {
    case_id: CaseId,
    /// The first block that holds new accounts alone.
    first: Block,
    /// The block under way, with the leaf of each part.
    at: Option<Block>,
    leaves: Vec<Leaf>,
    hashing: Option<Hashing>,
}

/// A leaf whose rows are all there: its part, its block.
type Whole = (i64, i64, Canonical);
/// The hashes of leaves, by part and block.
type Hashes = BTreeMap<(i64, i64), [u8; 32]>;

/// Blocks that wait to be hashed; each is some hundred kilobytes.
const WAITING: usize = 2;

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

    /// All of them; nothing where the thread did not come to its end.
    fn end(self) -> Option<Hashes> {
        drop(self.blocks);
        self.thread.join().ok()
    }
}

/// A part's leaf under way, and where in what is written its columns stand.
struct Leaf {
    part: &'static Part,
    columns: Vec<usize>,
    hash: Canonical,
}

impl Fresh {
    /// For accounts from this one on, which nobody has had before.
    pub fn from(first_account: AccountId) -> Self {
        let block = Block::of(first_account);
        let is_whole = *block.accounts().start() == first_account;
        let first = if is_whole { block } else { Block::new(block.number() + 1) };
        Self { case_id: CaseId::of(first_account), first, at: None, leaves: Vec::new(), hashing: None }
    }

    /// Whether the leaves of an account are made here.
    pub fn holds(&self, account: AccountId) -> bool {
        Block::of(account) >= self.first
    }

    /// A row of `account` and one of `standing`, as they are written, in the order of accounts.
    pub fn add(&mut self, id: AccountId, account: &[Cell<'_>], standing: &[Cell<'_>]) {
        let block = Block::of(id);
        if self.at != Some(block) {
            self.end_block();
            (self.at, self.leaves) = (Some(block), leaves());
        }
        for Leaf { part, columns, hash } in &mut self.leaves {
            let row = if part.table == "account" { account } else { standing };
            hash.row(columns.iter().map(|at| row.get(*at).copied().unwrap_or(Cell::Null)));
        }
    }

    fn end_block(&mut self) {
        let Some(block) = self.at.take() else { return };
        let whole = self.leaves.drain(..).map(|Leaf { part, hash, .. }| (part.id, block.number(), hash)).collect();
        // A thread that is gone is told of at the end.
        let _ = self.hashing.get_or_insert_with(Hashing::begin).blocks.send(whole);
    }

    /// Writes them; those that something else has touched stay so.
    ///
    /// # Errors
    /// `store.failed` where the thread that hashes is gone; what SQLite refuses.
    pub fn write(mut self, bulk: &Bulk<'_>) -> Result<()> {
        self.end_block();
        let hashes = self.hashing.map_or_else(|| Some(Hashes::new()), Hashing::end);
        let hashes = hashes.ok_or_else(|| Error::new("store.failed"))?;
        let mut put = bulk.prepare("INSERT OR IGNORE INTO leaf (case_id, part, block, sha256) VALUES (?,?,?,?)")?;
        for ((part, block), hash) in &hashes {
            put.run(&[self.case_id.into(), (*part).into(), (*block).into(), hash.as_slice().into()])?;
        }
        Ok(())
    }
}

/// A leaf of each part that every account has.
fn leaves() -> Vec<Leaf> {
    let of =
        |part: &'static Part| Leaf { part, columns: columns_of(part), hash: Canonical::hashed_at_its_end(super::LEAF) };
    PARTS.iter().filter(|part| ["account", "standing"].contains(&part.table)).map(of).collect()
}

/// Where a part's columns stand in a row that is written, the account's id first.
fn columns_of(part: &Part) -> Vec<usize> {
    let written: Vec<&str> = match part.table {
        "account" => part.columns.to_vec(),
        _ => columns!().split(',').map(str::trim).collect(),
    };
    let at = |name: &&str| written.iter().position(|it| it == name).map(|at| at + 1);
    std::iter::once(0).chain(part.columns.iter().filter_map(at)).collect()
}
