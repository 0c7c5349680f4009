//! The end of a file whose keys were set aside: they go to their places, and of accounts that turn out to be known the
//! rows are merged.

use super::chunks::Row;
use super::merge::Merging;
use super::{Step, Watch, Writing};
use crate::error::Result;
use crate::model::ids::AccountId;
use crate::store::accounts::sightings::Ledger;
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::standing::Standing;

/// So many rows are merged between two looks at whether to stop.
const SEEN_EVERY: usize = 10_000;

/// Places a file's keys. Accounts that turn out to be known go again, and what their rows state is merged, in file order.
///
/// # Errors
/// `cancelled`; what SQLite refuses.
pub fn settle(writing: &mut Writing<'_>, bulk: &Bulk<'_>, watch: &mut Watch<'_>) -> Result<()> {
    let aside = writing.aside.take();
    let of = aside.len();
    if of == 0 {
        return Ok(());
    }
    let known = aside.settle(bulk, writing.terms.case_id, |done| watch.step(Step::Keys { done, of }))?;
    let mut merging = Merging::new(bulk, writing.terms.case_id)?;
    let mut withdrawing = Withdrawing::new(bulk)?;
    for some in known.chunks(SEEN_EVERY) {
        for id in some {
            let Some((row, standing)) = withdrawing.withdraw(&mut merging.ledger, *id)? else { continue };
            writing.moves.leave(&standing);
            writing.rows.new -= 1;
            merging.merge(writing, *id, &row)?;
        }
        watch.step(Step::Keys { done: of, of })?;
    }
    Ok(())
}

/// Takes back accounts that were written as if they were new. Nothing but their own row has touched them.
struct Withdrawing<'b> {
    from: [Statement<'b>; 5],
    touching: Touching<'b>,
}

impl<'b> Withdrawing<'b> {
    fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            from: [
                bulk.prepare("DELETE FROM alias WHERE account_id = ?")?,
                bulk.prepare("DELETE FROM way WHERE account_id = ?")?,
                bulk.prepare("DELETE FROM data_category WHERE account_id = ?")?,
                bulk.prepare("DELETE FROM standing WHERE account_id = ?")?,
                bulk.prepare("DELETE FROM account WHERE id = ?")?,
            ],
            touching: Touching::new(bulk)?,
        })
    }

    /// The row that brought the account, as it stated it, and what the account held.
    fn withdraw(&mut self, ledger: &mut Ledger<'_>, id: AccountId) -> Result<Option<(Row, Standing)>> {
        let Some(account) = ledger.find_by_id(id)? else { return Ok(None) };
        self.touching.account(Touched::All, id)?;
        let aliases = ledger.keys_of(&account)?.into_iter().skip(1).collect();
        let stated = account.held.as_stated(Vec::new());
        self.from.iter_mut().try_for_each(|delete| delete.run(&[id.into()]).map(drop))?;
        let (standing, key) = (account.held.standing, account.key);
        let (line, day) = (account.line, standing.day);
        Ok(Some((Row { key_kind: key.kind, key: key.key, aliases, line, day, stated }, standing)))
    }
}
