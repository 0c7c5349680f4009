//! Whether what is said of the data and of the ways of accounts is what their rows name: persons are counted by the one, lists and
//! filters read the other. It repairs nothing.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Damage, NAMED, cases};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, ProfileId};
use crate::model::words::{Status, Way};
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::values::before::Block;
use crate::store::values::profiles::{self, is_that_of};

/// Accounts whose profile is not that of their rows.
///
/// # Errors
/// What SQLite refuses; `book.damaged`.
pub fn astray(bulk: &Bulk<'_>) -> Result<Vec<Damage>> {
    let mut damage = Vec::new();
    for case in cases(bulk)? {
        of_case(bulk, case, &mut damage)?;
    }
    Ok(damage)
}

fn of_case(bulk: &Bulk<'_>, case: CaseId, damage: &mut Vec<Damage>) -> Result<()> {
    let known = profiles::of_case(bulk, case)?;
    let Some(accounts) = ends(bulk, case, !known.is_empty())? else { return Ok(()) };
    let [first, last] = [accounts.start(), accounts.end()].map(|it| Block::of(*it).number());
    let mut read = Read::new(bulk)?;
    for block in (first..=last).map(Block::new) {
        for (account, Said { profile, categories, ways }) in read.block(block)? {
            let found = profile.map(|id| known.get(&id));
            if found.is_some_and(|it| it.is_none()) || !is_that_of(found.flatten(), &profiles::of(&categories, ways)) {
                damage.push(Damage::of("profile", Some(case), Some(account.raw())));
            }
            if damage.len() >= NAMED {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The first and the last account of which something may be said.
fn ends(bulk: &Bulk<'_>, case: CaseId, has_profiles: bool) -> Result<Option<RangeInclusive<AccountId>>> {
    let (first, last) = case.accounts().into_inner();
    let (mut least, mut most) = (None::<i64>, None::<i64>);
    for table in ["way", "data_category"].into_iter().chain(has_profiles.then_some("standing")) {
        // Each end by its key; both at once would be a walk.
        let end = |which| format!("(SELECT {which}(account_id) FROM {table} WHERE account_id BETWEEN ?1 AND ?2)");
        let ask = format!("SELECT {}, {}", end("min"), end("max"));
        bulk.prepare(&ask)?.each(&[first.into(), last.into()], |row| {
            least = least.into_iter().chain(row.int(0)).min();
            most = most.into_iter().chain(row.int(1)).max();
            Ok(())
        })?;
    }
    Ok(least.zip(most).map(|(least, most)| AccountId::new(least)..=AccountId::new(most)))
}

/// What is said of an account: by its profile, and by its rows.
#[derive(Default)]
struct Said {
    profile: Option<ProfileId>,
    categories: Vec<String>,
    ways: BTreeMap<Way, Status>,
}

/// Statements, ready.
struct Read<'b> {
    profile: Statement<'b>,
    categories: Statement<'b>,
    ways: Statement<'b>,
}

impl<'b> Read<'b> {
    fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            profile: bulk.prepare(
                "SELECT account_id, profile_id FROM standing WHERE account_id BETWEEN ? AND ? AND profile_id IS NOT NULL",
            )?,
            categories: bulk
                .prepare("SELECT account_id, category FROM data_category WHERE account_id BETWEEN ? AND ?")?,
            ways: bulk.prepare("SELECT account_id, way, status FROM way WHERE account_id BETWEEN ? AND ?")?,
        })
    }

    fn block(&mut self, block: Block) -> Result<BTreeMap<AccountId, Said>> {
        let (first, last) = block.accounts().into_inner();
        let ends = [first.into(), last.into()];
        let mut said: BTreeMap<AccountId, Said> = BTreeMap::new();
        let id = |it: Option<i64>| AccountId::new(it.unwrap_or_default());
        self.profile.each(&ends, |row| {
            said.entry(id(row.int(0))).or_default().profile = row.int(1).map(ProfileId::new);
            Ok(())
        })?;
        self.categories.each(&ends, |row| {
            said.entry(id(row.int(0))).or_default().categories.extend(row.text(1));
            Ok(())
        })?;
        self.ways.each(&ends, |row| {
            let way = row.int(1).and_then(Way::at).zip(row.int(2).and_then(Status::at));
            said.entry(id(row.int(0))).or_default().ways.extend(way);
            Ok(())
        })?;
        Ok(said)
    }
}
