//! Accounts that come back to a node that was merged away meanwhile: they go where the merge brought its other accounts, and
//! under that merge, so that its undoing brings them back with the others.

use super::bulk::{Bulk, Statement};
use super::conflicts::Legend;
use super::nodes::Tree;
use super::standing::{Standing, columns};
use super::tags::TagValue;
use super::tally::Moves;
use super::tree_index::TreeIndex;
use crate::error::Result;
use crate::model::ids::{AccountId, DeedId, NodeId};
use crate::model::tag::Tag;

/// What carrying needs, ready.
pub struct Carrying<'b> {
    legend: &'b Legend,
    keep: Statement<'b>,
    put: Statement<'b>,
}

impl<'b> Carrying<'b> {
    pub fn new(bulk: &'b Bulk<'_>, legend: &'b Legend) -> Result<Self> {
        Ok(Self {
            legend,
            keep: bulk.prepare(
                "INSERT OR REPLACE INTO change (deed_id, field, account_id, old, old_deed) VALUES (?,?,?,?,?)",
            )?,
            put: bulk.prepare(
                "UPDATE standing SET region_id = ?2, region_deed = ?3, organisation_id = ?4, organisation_deed = ?5 \
                 WHERE account_id = ?1",
            )?,
        })
    }

    /// Where what an account holds is gone, it holds what stands for it; where nothing does, it is without one, and is
    /// counted and shown so.
    pub fn carry(&mut self, account: AccountId, standing: &mut Standing) -> Result<()> {
        let legend = self.legend;
        for (tree, index) in [(Tree::Region, &legend.regions), (Tree::Organisation, &legend.organisations)] {
            self.carry_in(index, tree.tag(), account, standing)?;
        }
        Ok(())
    }

    fn carry_in(&mut self, index: &TreeIndex, tag: Tag, account: AccountId, standing: &mut Standing) -> Result<()> {
        let (Some(at), mut deed) = (tag.of(standing).value, tag.deed(standing)) else { return Ok(()) };
        let mut at = NodeId::new(at);
        let Some(stands) = index.standing(at) else {
            tag.set(standing, TagValue::default(), None);
            return Ok(());
        };
        while at != stands {
            let Some(merge) = index.merge_of(at) else { break };
            self.keep.run(&[merge.deed.into(), tag.position().into(), account.into(), at.into(), deed.into()])?;
            (at, deed) = (merge.stands, Some(merge.deed));
        }
        tag.set(standing, TagValue::plain(Some(at.raw())), deed);
        Ok(())
    }

    /// Carries the accounts that a deed's `change` names.
    pub fn carry_all_of(&mut self, bulk: &Bulk<'_>, deed_id: DeedId, moves: &mut Moves) -> Result<()> {
        let mut gone: Vec<(AccountId, Standing)> = Vec::new();
        bulk.prepare(concat!(
            "SELECT account_id, ",
            columns!(),
            " FROM standing WHERE account_id IN (SELECT account_id FROM change WHERE deed_id = ?) \
             AND (region_id NOT IN (SELECT id FROM region) OR organisation_id NOT IN (SELECT id FROM organisation))"
        ))?
        .each(&[deed_id.into()], |row| {
            gone.extend(row.int(0).map(|id| (AccountId::new(id), Standing::read(row, 1))));
            Ok(())
        })?;
        for (account, before) in gone {
            let mut after = before.clone();
            self.carry(account, &mut after)?;
            moves.shift(&before, &after);
            self.put.run(&[
                account.into(),
                after.region.into(),
                after.region_deed.into(),
                after.organisation.into(),
                after.organisation_deed.into(),
            ])?;
        }
        Ok(())
    }
}
