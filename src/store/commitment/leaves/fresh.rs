//! Leaves of accounts that are new, made while their rows are written: a long list's would else be read once more. Blocks that
//! something else has touched meanwhile are made anew like all others.

use std::collections::BTreeMap;

use super::parts::{PARTS, Part};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::store::before::Block;
use crate::store::bulk::{Bulk, Cell};
use crate::store::canonical::Canonical;
use crate::store::standing::columns;

/// Leaves under way.
pub struct Fresh {
    case_id: CaseId,
    /// The first block that holds new accounts alone.
    first: Block,
    /// The block under way, with the leaf of each part.
    at: Option<Block>,
    leaves: Vec<Leaf>,
    done: BTreeMap<(i64, i64), [u8; 32]>,
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
        Self { case_id: CaseId::of(first_account), first, at: None, leaves: Vec::new(), done: BTreeMap::new() }
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
        for Leaf { part, hash, .. } in self.leaves.drain(..) {
            self.done.insert((part.id, block.number()), hash.end());
        }
    }

    /// Writes them; those that something else has touched stay so.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn write(mut self, bulk: &Bulk<'_>) -> Result<()> {
        self.end_block();
        let mut put = bulk.prepare("INSERT OR IGNORE INTO leaf (case_id, part, block, sha256) VALUES (?,?,?,?)")?;
        for ((part, block), hash) in &self.done {
            put.run(&[self.case_id.into(), (*part).into(), (*block).into(), hash.as_slice().into()])?;
        }
        Ok(())
    }
}

/// A leaf of each part that every account has.
fn leaves() -> Vec<Leaf> {
    let of = |part: &'static Part| Leaf { part, columns: columns_of(part), hash: Canonical::new(super::LEAF) };
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
