//! Tags put back, and put again: one walk over the accounts a tag, which keeps what goes under the deed at work and moves the
//! accounts in the numbers. Only what still stands as a deed left it is touched.

use crate::error::Result;
use crate::model::ids::{AccountId, DeedId, Under};
use crate::model::tag::Tag;
use crate::store::base::asked::{Asked, Numbers as _, Values};
use crate::store::base::bulk::Bulk;
use crate::store::base::walking;
use crate::store::log::commitment::leaves::touch_changed;
use crate::store::log::commitment::leaves::walked::Walked as Leaves;

use crate::store::tally::Moves;
use crate::store::values::before::{Before, Blocks, Keeping, Was};
use crate::store::values::standing::Standing;

/// Put back, left.
pub type Walked = (u64, u64);

/// Puts back what a deed had found, under the deed at work.
pub fn put_back(bulk: &Bulk<'_>, at_work: Under, deed: DeedId) -> Result<Walked> {
    let mut work = Work::new(at_work);
    for tag in Tag::ALL {
        let found = Blocks::of(bulk, deed, *tag)?;
        let put = |Was { account, before }| Put { account, expected: Some(deed), then: before };
        work.walk(bulk, *tag, &found, &|| Box::new(found.accounts().map(put)))?;
    }
    work.end(bulk)
}

/// A deed, and the one that undid it.
#[derive(Debug, Clone, Copy)]
pub struct Undoing {
    pub deed: DeedId,
    pub undoing: DeedId,
}

/// Puts again what an undoing had found of a deed's, under the deed at work; it is that deed's again.
pub fn put_again(bulk: &Bulk<'_>, at_work: Under, Undoing { deed, undoing }: Undoing) -> Result<Walked> {
    let mut work = Work::new(at_work);
    for tag in Tag::ALL {
        let (first, undone) = (Blocks::of(bulk, deed, *tag)?, Blocks::of(bulk, undoing, *tag)?);
        let puts = || -> Box<dyn Iterator<Item = Put> + '_> {
            let mut first = first.accounts();
            Box::new(undone.accounts().map(move |Was { account, before: then }| {
                let before = first.by_ref().find(|it| it.account == account).map(|it| it.before).unwrap_or_default();
                Put { account, expected: before.deed, then: Before { deed: Some(deed), ..then } }
            }))
        };
        work.walk(bulk, *tag, &undone, &puts)?;
    }
    work.end(bulk)
}

/// What an account gets, where its tag is still that of the expected deed.
#[derive(Clone, Copy)]
struct Put {
    account: AccountId,
    expected: Option<DeedId>,
    then: Before,
}

/// Begins a walk through what is put, from its begin.
type Begin<'p> = &'p dyn Fn() -> Box<dyn Iterator<Item = Put> + 'p>;

/// What is done under one deed.
struct Work {
    at_work: Under,
    keeping: Keeping,
    moves: Moves,
    leaves: Vec<Leaves>,
    walked: Walked,
}

impl Work {
    fn new(at_work: Under) -> Self {
        Self { at_work, keeping: Keeping::default(), moves: Moves::default(), leaves: Vec::new(), walked: (0, 0) }
    }

    fn walk<'p>(&mut self, bulk: &Bulk<'_>, tag: Tag, blocks: &Blocks, begin: Begin<'p>) -> Result<()> {
        let Some(range) = blocks.range() else { return Ok(()) };
        let leaves = Leaves::of(&[tag]);
        let all = blocks.count()?;
        let mut putting = Putting { tag, begin, rest: begin(), at: None, leaves, work: self };
        let put = walking::walk(&mut bulk.prepare(&update(tag))?, &[], range, &mut putting)?;
        let put = u64::try_from(put).unwrap_or(0);
        let leaves = putting.leaves;
        self.leaves.push(leaves);
        self.walked.0 += put;
        self.walked.1 += all.saturating_sub(put);
        Ok(())
    }

    fn end(mut self, bulk: &Bulk<'_>) -> Result<Walked> {
        self.keeping.write(bulk, self.at_work.deed_id)?;
        touch_changed(bulk, self.at_work)?;
        self.leaves.into_iter().try_for_each(|it| it.write(bulk, self.at_work.case_id))?;
        self.moves.write(bulk, self.at_work)?;
        Ok(self.walked)
    }
}

/// What a statement asks of an account.
const IS_MEANT: i64 = 0;
const VALUE: i64 = 1;
const BASIS: i64 = 2;
const DEED: i64 = 3;

/// Sets a tag. The value is asked for once a row, with what the walk has to be told of the account; each row is asked first whether it is meant.
fn update(tag: Tag) -> String {
    let columns = tag.columns();
    let (value, deed) = (columns.value, columns.deed);
    let basis = columns.basis.map(|basis| format!("{basis} = asked(?3, {BASIS}, account_id), ")).unwrap_or_default();
    let settled = columns.settles.map(|settles| format!(", {settles} = NULL")).unwrap_or_default();
    format!(
        "UPDATE standing SET {value} = asked(?3, {VALUE}, account_id, {told}), \
             {basis}{deed} = asked(?3, {DEED}, account_id){settled} \
             WHERE account_id BETWEEN ?1 AND ?2 AND asked(?3, {IS_MEANT}, account_id, {deed})",
        value = value,
        VALUE = VALUE,
        told = Leaves::told(&[tag]),
        basis = basis,
        deed = deed,
        DEED = DEED,
        settled = settled,
        IS_MEANT = IS_MEANT,
    )
}

/// One walk.
struct Putting<'p, 'w> {
    tag: Tag,
    begin: Begin<'p>,
    rest: Box<dyn Iterator<Item = Put> + 'p>,
    at: Option<Put>,
    leaves: Leaves,
    work: &'w mut Work,
}

impl Putting<'_, '_> {
    /// What an account gets. Accounts come in their order; a statement may go through them twice.
    fn put(&mut self, account: AccountId) -> Option<Put> {
        if self.at.is_some_and(|at| at.account > account) {
            (self.rest, self.at) = ((self.begin)(), None);
        }
        while self.at.is_none_or(|at| at.account < account) {
            self.at = Some(self.rest.next()?);
        }
        self.at.filter(|at| at.account == account)
    }
}

impl Asked for Putting<'_, '_> {
    fn answer(&mut self, what: i64, row: &Values<'_>) -> Option<i64> {
        let account = AccountId::new(row.int(0)?);
        let put = self.put(account)?;
        match what {
            IS_MEANT => Some(i64::from(row.int(1).map(DeedId::new) == put.expected)),
            VALUE => {
                let before = Standing::read(&row.after(1), 0);
                let mut after = before.clone();
                self.tag.set(&mut after, put.then.held, put.then.deed);
                self.work.keeping.keep(self.tag, account, Before::of(self.tag, &before));
                self.work.moves.shift(&before, &after);
                self.leaves.add(account, &after);
                put.then.held.value
            }
            BASIS => put.then.held.basis,
            DEED => put.then.deed.map(DeedId::raw),
            _ => None,
        }
    }
}
