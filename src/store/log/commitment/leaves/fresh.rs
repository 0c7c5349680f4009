//! Leaves of accounts that are new, made while their rows are written. Blocks that something else has touched meanwhile are made
//! anew like all others.

use super::making::Making;
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::store::base::bulk::{Bulk, Cell};
use crate::store::values::before::Block;

/// Leaves under way.
pub struct Fresh {
    case_id: CaseId,
    /// The first block that holds new accounts alone.
    first: Block,
    making: Making,
}

impl Fresh {
    /// For accounts from this one on, which nobody has had before: a leaf of each part that every account has.
    pub fn from(first_account: AccountId) -> Self {
        let first = first_whole(first_account);
        let making = Making::of(|part| ["account", "standing"].contains(&part.table));
        Self { case_id: CaseId::of(first_account), first, making }
    }

    /// Whether the leaves of an account are made here.
    pub fn holds(&self, account: AccountId) -> bool {
        Block::of(account) >= self.first
    }

    /// Whether the leaves of an account are made here, where the first one is this.
    pub fn holds_after(first_account: AccountId, account: AccountId) -> bool {
        Block::of(account) >= first_whole(first_account)
    }

    /// A row of `account` and one of `standing`, as they are written, in the order of accounts.
    pub fn add(&mut self, id: AccountId, account: &[Cell<'_>], standing: &[Cell<'_>]) {
        self.making.add(Block::of(id), |table| if table == "account" { account } else { standing });
    }

    /// Writes them; those that something else has touched stay so.
    ///
    /// # Errors
    /// `store.failed` where the thread that hashes is gone; what SQLite refuses.
    pub fn write(self, bulk: &Bulk<'_>) -> Result<()> {
        let mut put = bulk.prepare("INSERT OR IGNORE INTO leaf (case_id, part, block, sha256) VALUES (?,?,?,?)")?;
        for ((part, block), hash) in &self.making.end()? {
            put.run(&[self.case_id.into(), (*part).into(), (*block).into(), hash.as_slice().into()])?;
        }
        Ok(())
    }
}

/// The first block that holds no account before this one.
fn first_whole(first_account: AccountId) -> Block {
    let block = Block::of(first_account);
    let is_whole = *block.accounts().start() == first_account;
    if is_whole { block } else { Block::new(block.number() + 1) }
}
