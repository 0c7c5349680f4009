//! Leaves of tags, made in the walk over the accounts that sets them. Only a block whose every account was walked has its leaf by
//! that; the others are marked, and made anew like all others.

use std::collections::BTreeMap;

use super::FIRST_TAG;
use super::making::Making;
use super::parts::PARTS;
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::model::tag::Tag;
use crate::store::base::bulk::Bulk;
use crate::store::tally;
use crate::store::values::before::Block;
use crate::store::values::standing::{Standing, columns};

/// Leaves under way.
pub struct Walked {
    making: Making,
    /// How many accounts of each block were walked, in their order; nothing where they did not come so.
    blocks: BTreeMap<Block, Option<i64>>,
    /// The block under way, its accounts so far, the last of them.
    at: Option<(Block, i64, AccountId)>,
}

impl Walked {
    /// Of a walk that sets some tags.
    pub fn of(tags: &[Tag]) -> Self {
        let parts: Vec<i64> = tags.iter().map(|tag| FIRST_TAG + tag.position()).collect();
        Self { making: Making::of(|part| parts.contains(&part.id)), blocks: BTreeMap::new(), at: None }
    }

    /// The columns of an account that a walk has to be told, in their order, nothing in the place of all others: what the numbers
    /// move by, what is kept of the tags that it sets, and what stands in their leaves.
    pub fn told(tags: &[Tag]) -> String {
        let parts: Vec<i64> = tags.iter().map(|tag| FIRST_TAG + tag.position()).collect();
        let leaf = |column: &str| PARTS.iter().any(|it| parts.contains(&it.id) && it.columns.contains(&column));
        let told = |column| if tally::reads(column) || leaf(column) { column } else { "NULL" };
        columns!().split(',').map(str::trim).map(told).collect::<Vec<_>>().join(", ")
    }

    /// What an account holds from now on.
    pub fn add(&mut self, account: AccountId, holds: &Standing) {
        let block = Block::of(account);
        match &mut self.at {
            Some((at, accounts, last)) if *at == block => {
                if *last >= account {
                    self.blocks.insert(block, None);
                }
                (*accounts, *last) = (*accounts + 1, account);
            }
            _ => {
                self.end_block();
                self.at = Some((block, 1, account));
            }
        }
        let cells = holds.cells(account);
        self.making.add(block, |_| &cells);
    }

    fn end_block(&mut self) {
        let Some((block, accounts, _)) = self.at.take() else { return };
        // One that comes again did not come as a whole.
        self.blocks.entry(block).and_modify(|it| *it = None).or_insert(Some(accounts));
    }

    /// Writes the leaves of blocks that were walked as a whole, once what the deed has changed of tags is marked.
    ///
    /// # Errors
    /// `store.failed` where the thread that hashes is gone; what SQLite refuses.
    pub fn write(mut self, bulk: &Bulk<'_>, case_id: CaseId) -> Result<()> {
        self.end_block();
        let mut there = bulk.prepare("SELECT count(*) FROM standing WHERE account_id BETWEEN ? AND ?")?;
        let mut put = bulk.prepare("UPDATE leaf SET sha256 = ? WHERE case_id = ? AND part = ? AND block = ?")?;
        for ((part, number), hash) in &self.making.end()? {
            let block = Block::new(*number);
            let (first, last) = block.accounts().into_inner();
            let walked = self.blocks.get(&block).copied().flatten();
            if walked.is_some() && walked == there.first(&[first.into(), last.into()], |row| Ok(row.int(0)))?.flatten()
            {
                put.run(&[hash.as_slice().into(), case_id.into(), (*part).into(), (*number).into()])?;
            }
        }
        Ok(())
    }
}
