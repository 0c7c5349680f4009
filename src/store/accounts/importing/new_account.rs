//! A new account, as its row states it: written to each table in the order of ids, what else it comes to is `beside`'s. It looks for
//! no other account.

use super::Writing;
use super::beside::{identity, standing};
use super::chunks::Row;
use crate::error::Result;
use crate::model::ids::{AccountId, ProfileId};
use crate::model::words::{Status, Way};
use crate::store::accounts::merging::{Held, WayHeld};
use crate::store::base::bulk::{Bulk, Many, Statement};
use crate::store::log::commitment::leaves::fresh::Fresh;
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::profiles::{self, Profiles};
use crate::store::values::standing::columns;

/// The tables that a new account is written to, ready.
pub struct Tables<'b, 'v> {
    account: Many<'b, 'v>,
    standing: Many<'b, 'v>,
    alias: Many<'b, 'v>,
    way: Statement<'b>,
    category: Statement<'b>,
    touching: Touching<'b>,
    profiles: Profiles<'b>,
    /// Of one account, out of their order.
    alone: bool,
}

impl<'b> Tables<'b, '_> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            account: Many::new(
                bulk,
                "INSERT INTO account",
                "id, case_id, key_kind, key, shown, name, notes, import_id, line",
            ),
            standing: Many::new(bulk, "INSERT INTO standing", concat!("account_id, ", columns!())),
            alias: Many::new(bulk, "INSERT INTO alias", "account_id, key_kind, key, import_id, line"),
            way: bulk.prepare("INSERT INTO way (account_id, way, status, stated) VALUES (?,?,?,?)")?,
            category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
            touching: Touching::new(bulk)?,
            profiles: Profiles::new(bulk)?,
            alone: false,
        })
    }

    /// The leaves of an account, as it is written.
    fn touch(&mut self, writing: &Writing<'_>, row: &Row, id: AccountId) -> Result<()> {
        if !row.aliases.is_empty() {
            self.touching.account(Touched::Aliases, id)?;
        }
        // Those are made in the order of accounts; one that turns out to be new after all comes behind.
        if !self.alone && Fresh::holds_after(writing.first_account, id) {
            return Ok(());
        }
        self.touching.account(Touched::Identity, id)?;
        self.touching.account(Touched::Standing, id)
    }

    pub fn end(&mut self) -> Result<()> {
        self.account.end()?;
        self.standing.end()?;
        self.alias.end().map(drop)
    }
}

/// Writes one account that turns out to be new after all.
pub fn account_alone(writing: &mut Writing<'_>, bulk: &Bulk<'_>, id: AccountId, row: &Row) -> Result<()> {
    let mut tables = Tables { alone: true, ..Tables::new(bulk)? };
    let profile = account(writing, &mut tables, id, row)?;
    writing.moves.enter(&standing(row, profile));
    tables.end()
}

/// Writes a new account; says what `profile` says of it.
pub fn account<'v>(
    writing: &Writing<'_>,
    tables: &mut Tables<'_, 'v>,
    id: AccountId,
    row: &'v Row,
) -> Result<Option<ProfileId>> {
    let stated = &row.stated;
    tables.account.add(&identity(id, writing.import, row))?;
    for alias in &row.aliases {
        let (kind, key) = (alias.kind.position(), alias.key.as_str());
        tables.alias.add(&[id.into(), kind.into(), key.into(), writing.import.into(), row.line.into()])?;
    }
    let held = |(way, status): &(Way, Option<Status>)| (*way, WayHeld::of(*status, Held::status_of(stated)));
    let ways: Vec<(Way, WayHeld)> = stated.ways.iter().map(held).collect();
    let profile = profiles::of(&stated.categories, ways.iter().map(|(way, held)| (*way, held.status)));
    let profile = tables.profiles.id(writing.terms.case_id, profile)?;
    tables.standing.add(&standing(row, profile).cells(id))?;
    tables.touch(writing, row, id)?;
    if !ways.is_empty() {
        tables.touching.account(Touched::Ways, id)?;
    }
    for (way, held) in &ways {
        let (status, stated) = (held.status.position(), i64::from(held.stated));
        tables.way.run(&[id.into(), way.position().into(), status.into(), stated.into()])?;
    }
    if !stated.categories.is_empty() {
        tables.touching.account(Touched::Categories, id)?;
    }
    for category in &stated.categories {
        tables.category.run(&[id.into(), category.as_str().into(), writing.import.into()])?;
    }
    Ok(profile)
}
