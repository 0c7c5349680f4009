//! Accounts met again: what each row stated, so that an import can be taken back at any time and in any order.
//!
//! An account that one row brought has none. The second row writes both: the first one's statement and its own.

use super::merging::{Held, WayHeld};
use super::stated::{Source, Stated};
use crate::error::{Error, Result};
use crate::model::account::AccountKey;
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId};
use crate::model::tag::Tag;
use crate::model::words::{KeyKind, Status, Way};
use crate::store::base::bulk::{Bulk, Row as Answer, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::before::Looking;
use crate::store::values::profiles::Profiles;
use crate::store::values::standing::{Standing, columns};

/// An account as it stands, and who brought it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    /// What it goes by; what else finds it stands in `alias`.
    pub key: AccountKey,
    pub import: Option<ImportId>,
    pub line: i64,
    pub held: Held,
}

/// The tables that merging reads and writes, ready.
pub struct Ledger<'b> {
    by_key: Statement<'b>,
    by_id: Statement<'b>,
    ways: Statement<'b>,
    categories: Statement<'b>,
    aliases: Statement<'b>,
    before_hands: Looking<'b>,
    file_of: Statement<'b>,
    is_met: Statement<'b>,
    sightings: Statement<'b>,
    add: Statement<'b>,
    put_account: Statement<'b>,
    put_standing: Statement<'b>,
    put_way: Statement<'b>,
    put_category: Statement<'b>,
    touching: Touching<'b>,
    profiles: Profiles<'b>,
}

macro_rules! account {
    () => {
        concat!(
            "SELECT a.id, a.import_id, a.line, a.shown, a.name, a.notes, a.key_kind, a.key, ",
            columns!(),
            " FROM account a JOIN standing s ON s.account_id = a.id "
        )
    };
}

impl<'b> Ledger<'b> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            by_key: bulk.prepare(concat!(
                account!(),
                "WHERE a.id = (SELECT account_id FROM account_key WHERE case_id = ? AND key_kind = ? AND digest = digest(?))"
            ))?,
            by_id: bulk.prepare(concat!(account!(), "WHERE a.id = ?"))?,
            ways: bulk.prepare("SELECT way, status, stated FROM way WHERE account_id = ?")?,
            categories: bulk.prepare("SELECT category FROM data_category WHERE account_id = ? ORDER BY category")?,
            aliases: bulk.prepare("SELECT key_kind, key FROM alias WHERE account_id = ? ORDER BY key_kind, key")?,
            before_hands: Looking::new(bulk)?,
            file_of: bulk
                .prepare("SELECT max(seq) FROM import_file WHERE import_id = ? AND first_account IS NOT NULL AND first_account <= ?")?,
            is_met: bulk.prepare("SELECT 1 FROM sighting WHERE account_id = ? LIMIT 1")?,
            sightings: bulk.prepare(
                "SELECT s.import_id, s.seq, s.file, s.line, s.stated, NOT i.enrich, i.deed_id FROM sighting s \
                 JOIN import i ON i.id = s.import_id WHERE s.account_id = ? ORDER BY s.import_id, s.seq",
            )?,
            add: bulk.prepare(
                "INSERT INTO sighting (import_id, account_id, seq, file, line, stated) VALUES (?,?,?,?,?,?)",
            )?,
            put_account: bulk
                .prepare("UPDATE account SET import_id = ?2, line = ?3, shown = ?4, name = ?5, notes = ?6 WHERE id = ?1")?,
            put_standing: bulk.prepare(concat!(
                "UPDATE standing SET (",
                columns!(),
                ") = (?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29) \
                 WHERE account_id = ?1"
            ))?,
            put_way: bulk.prepare(
                "INSERT INTO way (account_id, way, status, stated) VALUES (?,?,?,?) \
                 ON CONFLICT (account_id, way) DO UPDATE SET status = excluded.status, stated = excluded.stated",
            )?,
            put_category: bulk
                .prepare("INSERT OR IGNORE INTO data_category (account_id, category, import_id) VALUES (?,?,?)")?,
            touching: Touching::new(bulk)?,
            profiles: Profiles::new(bulk)?,
        })
    }

    /// The account with this key.
    pub fn find(&mut self, case_id: CaseId, key_kind: i64, key: &str) -> Result<Option<Account>> {
        let found = self.by_key.first(&[case_id.into(), key_kind.into(), key.into()], read)?;
        found.map(|found| self.with_ways(found)).transpose()
    }

    /// The account with this id.
    pub fn find_by_id(&mut self, id: AccountId) -> Result<Option<Account>> {
        let found = self.by_id.first(&[id.into()], read)?;
        found.map(|found| self.with_ways(found)).transpose()
    }

    fn with_ways(&mut self, mut found: Account) -> Result<Account> {
        // Of an account without a profile nothing is said in either table.
        if found.held.standing.profile.is_none() {
            return Ok(found);
        }
        self.ways.each(&[found.id.into()], |row| {
            let held = |status| WayHeld { status, stated: row.int(2) == Some(1) };
            found.held.ways.extend(row.int(0).and_then(Way::at).zip(row.int(1).and_then(Status::at).map(held)));
            Ok(())
        })?;
        self.categories.each(&[found.id.into()], |row| {
            found.held.categories.extend(row.text(0));
            Ok(())
        })?;
        Ok(found)
    }

    /// Gives an account the profile of what it holds.
    pub fn profile(&mut self, account: &mut Account) -> Result<()> {
        let profile = account.held.profile();
        account.held.standing.profile = self.profiles.id(CaseId::of(account.id), profile)?;
        Ok(())
    }

    /// Writes the statement of the row that brought an account, unless it is written already.
    pub fn keep_first(&mut self, account: &Account) -> Result<()> {
        let Some(import) = account.import else { return Ok(()) };
        if self.is_met.first(&[account.id.into()], |_| Ok(()))?.is_some() {
            return Ok(());
        }
        let mut held = account.held.clone();
        self.without_hands(account.id, &mut held.standing)?;
        let file = self.file_of.first(&[import.into(), account.id.into()], |row| Ok(row.int(0)))?.flatten();
        let source =
            Source { import, seq: 0, file: file.unwrap_or(0), line: account.line, brings: true, deed: DeedId::new(0) };
        let keys = self.keys_of(account)?;
        self.add(account.id, &source, &held.as_stated(keys))
    }

    /// What rows call an account by, its own key first; empty where that is all.
    pub fn keys_of(&mut self, account: &Account) -> Result<Vec<AccountKey>> {
        let mut keys = Vec::new();
        self.aliases.each(&[account.id.into()], |row| {
            keys.extend(row.int(0).and_then(KeyKind::at).zip(row.text(1)).map(|(kind, key)| AccountKey { kind, key }));
            Ok(())
        })?;
        if !keys.is_empty() {
            keys.insert(0, account.key.clone());
        }
        Ok(keys)
    }

    /// What stood before the first hand set it: back along the deeds.
    fn without_hands(&mut self, account: AccountId, standing: &mut Standing) -> Result<()> {
        for tag in Tag::ALL {
            while let Some(deed) = tag.deed(standing) {
                // A deed without a before-value cannot be; nothing was stated then.
                let before = self.before_hands.before(deed, *tag, account)?.unwrap_or_default();
                tag.set(standing, before.held, before.deed);
            }
        }
        Ok(())
    }

    /// Writes what a row states.
    pub fn add(&mut self, account: AccountId, source: &Source, stated: &Stated) -> Result<()> {
        let json = serde_json::to_string(stated).map_err(|cause| Error::new("store.failed").because(cause))?;
        self.touching.account(Touched::Sightings, account)?;
        self.add.run(&[
            source.import.into(),
            account.into(),
            source.seq.into(),
            source.file.into(),
            source.line.into(),
            json.as_str().into(),
        ])?;
        Ok(())
    }

    /// Every statement about an account, in the order it was made, each with what it calls the account by.
    pub fn all(&mut self, account: &Account) -> Result<Vec<(Source, Stated)>> {
        let mut rows = Vec::new();
        self.sightings.each(&[account.id.into()], |row| {
            let int = |column| row.int(column).unwrap_or_default();
            let (brings, deed) = (int(5) == 1, DeedId::new(int(6)));
            let source =
                Source { import: ImportId::new(int(0)), seq: int(1), file: int(2), line: int(3), brings, deed };
            let stated = serde_json::from_str(&row.text(4).unwrap_or_default());
            let mut stated: Stated = stated.map_err(|cause| Error::new("book.damaged").because(cause))?;
            if stated.keys.is_empty() {
                stated.keys.push(account.key.clone());
            }
            rows.push((source, stated));
            Ok(())
        })?;
        Ok(rows)
    }

    /// Writes what differs between an account as it was and as it is.
    pub fn write(&mut self, before: &Account, after: &Account) -> Result<()> {
        let texts =
            |it: &Account| (it.import, it.line, it.held.shown.clone(), it.held.name.clone(), it.held.notes.clone());
        if texts(before) != texts(after) {
            let held = &after.held;
            self.touching.account(Touched::Identity, after.id)?;
            self.put_account.run(&[
                after.id.into(),
                after.import.into(),
                after.line.into(),
                held.shown.as_deref().into(),
                held.name.as_deref().into(),
                held.notes.as_deref().into(),
            ])?;
        }
        if before.held.standing != after.held.standing {
            self.touching.account(Touched::Standing, after.id)?;
            self.put_standing.run(&after.held.standing.cells(after.id))?;
        }
        for (way, held) in &after.held.ways {
            if before.held.ways.get(way) != Some(held) {
                let (status, stated) = (held.status.position(), i64::from(held.stated));
                self.touching.account(Touched::Ways, after.id)?;
                self.put_way.run(&[after.id.into(), way.position().into(), status.into(), stated.into()])?;
            }
        }
        Ok(())
    }

    /// Writes the categories of data that a row names.
    pub fn categories(&mut self, account: AccountId, stated: &Stated, import: ImportId) -> Result<()> {
        for category in &stated.categories {
            self.touching.account(Touched::Categories, account)?;
            self.put_category.run(&[account.into(), category.as_str().into(), import.into()])?;
        }
        Ok(())
    }
}

fn read(row: &Answer<'_>) -> Result<Account> {
    let held = Held {
        shown: row.text(3),
        name: row.text(4),
        notes: row.text(5),
        standing: Standing::read(row, 8),
        ..Held::default()
    };
    let damaged = || Error::new("book.damaged");
    let kind = row.int(6).and_then(KeyKind::at).ok_or_else(damaged)?;
    let key = AccountKey { kind, key: row.text(7).ok_or_else(damaged)? };
    let (id, import) = (AccountId::new(row.int(0).unwrap_or_default()), row.int(1).map(ImportId::new));
    Ok(Account { id, key, import, line: row.int(2).unwrap_or_default(), held })
}
