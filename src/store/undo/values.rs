//! Tags put back, and put again: one walk over the accounts a tag, which keeps what goes under the deed at work and moves the
//! accounts in the numbers. Only what still stands as a deed left it is touched.

use super::Walked;
use crate::error::Result;
use crate::store::asked::{Asked, Numbers as _, Values};
use crate::store::before::{Before, Blocks, Keeping};
use crate::store::bulk::Bulk;
use crate::store::sightings::{CHANGED, set, stands};
use crate::store::standing::{Standing, columns};
use crate::store::tally::Moves;

/// Puts back what a deed had found, under the deed at work.
pub(in crate::store) fn put_back(bulk: &Bulk<'_>, (case_id, at_work): (i64, i64), deed: i64) -> Result<Walked> {
    let mut work = Work::new(at_work);
    for tag in CHANGED {
        let found = Blocks::of(bulk, deed, tag)?;
        let of = |(account, before)| Put { account, expected: Some(deed), then: before };
        work.walk(bulk, tag, &found, &|| Box::new(found.accounts().map(of)))?;
    }
    work.end(bulk, case_id)
}

/// Puts again what `undoing` had found of a deed's, under the deed at work; it is that deed's again.
pub(in crate::store) fn put_again(
    bulk: &Bulk<'_>,
    (case_id, at_work): (i64, i64),
    (deed, undoing): (i64, i64),
) -> Result<Walked> {
    let mut work = Work::new(at_work);
    for tag in CHANGED {
        let (first, undone) = (Blocks::of(bulk, deed, tag)?, Blocks::of(bulk, undoing, tag)?);
        let puts = || -> Box<dyn Iterator<Item = Put> + '_> {
            let mut first = first.accounts();
            Box::new(undone.accounts().map(move |(account, then)| {
                let before = first.by_ref().find(|it| it.0 == account).map(|it| it.1).unwrap_or_default();
                Put { account, expected: before.deed, then: Before { deed: Some(deed), ..then } }
            }))
        };
        work.walk(bulk, tag, &undone, &puts)?;
    }
    work.end(bulk, case_id)
}

/// What an account gets, where its tag is still that of the expected deed.
#[derive(Clone, Copy)]
struct Put {
    account: i64,
    expected: Option<i64>,
    then: Before,
}

/// Begins a walk through what is put, from its begin.
type Begin<'p> = &'p dyn Fn() -> Box<dyn Iterator<Item = Put> + 'p>;

/// What is done under one deed.
struct Work {
    at_work: i64,
    keeping: Keeping,
    moves: Moves,
    walked: Walked,
}

impl Work {
    fn new(at_work: i64) -> Self {
        Self { at_work, keeping: Keeping::default(), moves: Moves::default(), walked: (0, 0) }
    }

    fn walk<'p>(&mut self, bulk: &Bulk<'_>, tag: i64, blocks: &Blocks, begin: Begin<'p>) -> Result<()> {
        let Some((first, last)) = blocks.range() else { return Ok(()) };
        let all = blocks.count()?;
        let mut putting = Putting { tag, begin, rest: begin(), at: None, work: self };
        let put = bulk.prepare(update(tag))?.run_asking(&[first.into(), last.into()], &mut putting)?;
        let put = u64::try_from(put).unwrap_or(0);
        self.walked.0 += put;
        self.walked.1 += all.saturating_sub(put);
        Ok(())
    }

    fn end(mut self, bulk: &Bulk<'_>, case_id: i64) -> Result<Walked> {
        self.keeping.write(bulk, self.at_work)?;
        self.moves.write(bulk, case_id, self.at_work)?;
        Ok(self.walked)
    }
}

/// What a statement asks of an account.
const IS_MEANT: i64 = 0;
const VALUE: i64 = 1;
const BASIS: i64 = 2;
const DEED: i64 = 3;

/// Sets a tag. The value is asked for once a row, with the whole row; each row is asked first whether it is meant.
const fn update(tag: i64) -> &'static str {
    macro_rules! update {
        ($value:literal, $basis:literal, $deed:literal, $also:literal) => {
            concat!(
                "UPDATE standing SET ",
                $value,
                " = asked(?3, 1, account_id, ",
                columns!(),
                "), ",
                $basis,
                $deed,
                " = asked(?3, 3, account_id)",
                $also,
                " WHERE account_id BETWEEN ?1 AND ?2 AND asked(?3, 0, account_id, ",
                $deed,
                ")"
            )
        };
    }
    match tag {
        0 => update!("region_id", "", "region_deed", ""),
        1 => update!("organisation_id", "", "organisation_deed", ""),
        2 => update!("place_id", "basis = asked(?3, 2, account_id), ", "place_deed", ""),
        _ => update!("status", "", "status_deed", ", safe_status = NULL"),
    }
}

/// One walk.
struct Putting<'p, 'w> {
    tag: i64,
    begin: Begin<'p>,
    rest: Box<dyn Iterator<Item = Put> + 'p>,
    at: Option<Put>,
    work: &'w mut Work,
}

impl Putting<'_, '_> {
    /// What an account gets. Accounts come in their order; a statement may go through them twice.
    fn put(&mut self, account: i64) -> Option<Put> {
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
        let account = row.int(0)?;
        let put = self.put(account)?;
        match what {
            IS_MEANT => Some(i64::from(row.int(1) == put.expected)),
            VALUE => {
                let before = Standing::read(&row.after(1), 0);
                let mut after = before.clone();
                set(&mut after, self.tag, put.then);
                self.work.keeping.keep(self.tag, account, stands(&before, self.tag));
                self.work.moves.shift(&before, &after);
                put.then.value
            }
            BASIS => put.then.basis,
            DEED => put.then.deed,
            _ => None,
        }
    }
}
