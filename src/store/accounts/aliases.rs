//! What accounts are called by: the key that each goes by, what else finds it, and where each identifier leads.
//!
//! An identifier leads to one account. What a row calls its account by leads there, too, unless it leads to another one
//! already, or is of a kind of which the account has one that differs: then it is kept as stated, and a conflict says so.
//! It never makes one account of two.

use std::collections::BTreeMap;

use super::field::Field;
use super::sightings::Account;
use super::stated::{Hands, Source, Stated};
use crate::error::Result;
use crate::model::account::AccountKey;
use crate::model::ids::{AccountId, CaseId, ImportId};
use crate::model::words::KeyKind;
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};

/// The tables, ready.
pub struct Aliases<'b> {
    case_id: CaseId,
    leads: Statement<'b>,
    lead: Statement<'b>,
    unlead: Statement<'b>,
    key_of: Statement<'b>,
    of: Statement<'b>,
    put: Statement<'b>,
    forget: Statement<'b>,
    rename: Statement<'b>,
    touching: Touching<'b>,
}

/// What else an account is called by, each with the row that states it first.
type Called = BTreeMap<AccountKey, Stating>;

/// The row that states something first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stating {
    pub import: ImportId,
    pub line: i64,
}

impl<'b> Aliases<'b> {
    pub fn new(bulk: &'b Bulk<'_>, case_id: CaseId) -> Result<Self> {
        Ok(Self {
            case_id,
            leads: bulk.prepare(
                "SELECT account_id FROM account_key WHERE case_id = ? AND key_kind = ? AND digest = digest(?)",
            )?,
            lead: bulk.prepare(
                "INSERT OR REPLACE INTO account_key (case_id, key_kind, digest, account_id) VALUES (?,?,digest(?),?)",
            )?,
            unlead: bulk.prepare(
                "DELETE FROM account_key WHERE case_id = ? AND key_kind = ? AND digest = digest(?) AND account_id = ?",
            )?,
            key_of: bulk.prepare("SELECT key_kind, key FROM account WHERE id = ?")?,
            of: bulk.prepare("SELECT key_kind, key, import_id, line FROM alias WHERE account_id = ?")?,
            put: bulk.prepare(
                "INSERT INTO alias (account_id, key_kind, key, import_id, line) VALUES (?,?,?,?,?) \
                 ON CONFLICT DO UPDATE SET import_id = excluded.import_id, line = excluded.line",
            )?,
            forget: bulk.prepare("DELETE FROM alias WHERE account_id = ? AND key_kind = ? AND key = ?")?,
            rename: bulk.prepare("UPDATE account SET key_kind = ?2, key = ?3 WHERE id = ?1")?,
            touching: Touching::new(bulk)?,
        })
    }

    /// The account that an identifier leads to.
    pub fn leads_to(&mut self, key: &AccountKey) -> Result<Option<AccountId>> {
        let at = [self.case_id.into(), key.kind.position().into(), key.key.as_str().into()];
        Ok(self.leads.first(&at, |row| Ok(row.int(0)))?.flatten().map(AccountId::new))
    }

    /// Has an identifier lead to an account.
    pub fn lead(&mut self, key: &AccountKey, account: AccountId) -> Result<()> {
        let kind = key.kind.position();
        self.lead.run(&[self.case_id.into(), kind.into(), key.key.as_str().into(), account.into()]).map(drop)
    }

    /// Has an identifier lead to an account no more.
    pub fn unlead(&mut self, key: &AccountKey, account: AccountId) -> Result<()> {
        let kind = key.kind.position();
        self.unlead.run(&[self.case_id.into(), kind.into(), key.key.as_str().into(), account.into()]).map(drop)
    }

    /// Has an identifier lead nowhere that led to an account which is none.
    pub fn drop_fresh(&mut self, key: &AccountKey) -> Result<()> {
        match self.leads_to(key)? {
            Some(account) => self.unlead(key, account),
            None => Ok(()),
        }
    }

    /// The key that an account goes by.
    pub fn key_of(&mut self, account: AccountId) -> Result<Option<AccountKey>> {
        let key = |row: &crate::store::base::bulk::Row<'_>| {
            Ok(row.int(0).and_then(KeyKind::at).zip(row.text(1)).map(|(kind, key)| AccountKey { kind, key }))
        };
        Ok(self.key_of.first(&[account.into()], key)?.flatten())
    }

    /// What else rows call an account by.
    fn of(&mut self, account: AccountId) -> Result<Called> {
        let mut called = Called::new();
        self.of.each(&[account.into()], |row| {
            let key = row.int(0).and_then(KeyKind::at).zip(row.text(1)).map(|(kind, key)| AccountKey { kind, key });
            let at = row.int(2).map(ImportId::new).zip(row.int(3));
            called.extend(key.zip(at.map(|(import, line)| Stating { import, line })));
            Ok(())
        })?;
        Ok(called)
    }

    /// The identifiers of a kind that lead to an account.
    pub fn own(&mut self, account: AccountId, kind: KeyKind) -> Result<Vec<AccountKey>> {
        let mut own: Vec<AccountKey> = self.key_of(account)?.into_iter().filter(|it| it.kind == kind).collect();
        let also: Vec<AccountKey> = self.of(account)?.into_keys().filter(|it| it.kind == kind).collect();
        for key in also {
            if self.leads_to(&key)? == Some(account) {
                own.push(key);
            }
        }
        Ok(own)
    }

    /// Whether an account is called otherwise by a kind of which it has one; `rows` gives what was stated so far, where that
    /// has to be looked at.
    pub fn contradicts(
        &mut self,
        account: &Account,
        key: &AccountKey,
        hands: &Hands,
        rows: impl FnOnce() -> Result<Vec<(Source, Stated)>>,
    ) -> Result<bool> {
        if !key.kind.is_single() {
            return Ok(false);
        }
        let called = self.of(account.id)?;
        let own = std::iter::once(&account.key).chain(called.keys());
        if own.filter(|it| it.kind == key.kind).all(|it| it == key) && !hands.contains_key(&Field::Identifier(key.kind))
        {
            return Ok(false);
        }
        Ok(chosen(account, &rows()?, hands).get(&key.kind).is_some_and(|chosen| *chosen != key.key))
    }

    /// Writes that a row calls an account by an identifier; of rows that do, the first stands.
    pub fn state(&mut self, account: AccountId, key: &AccountKey, at: Stating) -> Result<()> {
        if self.of(account)?.contains_key(key) { Ok(()) } else { self.write(account, key, at) }
    }

    fn write(&mut self, account: AccountId, key: &AccountKey, at: Stating) -> Result<()> {
        self.touching.account(Touched::Aliases, account)?;
        let (kind, text) = (key.kind.position(), key.key.as_str());
        self.put.run(&[account.into(), kind.into(), text.into(), at.import.into(), at.line.into()]).map(drop)
    }

    /// What an account is called by when these are all the rows that state something of it, and hands decided this. Each
    /// row is told where its identifiers lead elsewhere.
    pub fn renew(&mut self, account: &mut Account, rows: &mut [(Source, Stated)], hands: &Hands) -> Result<()> {
        let before = self.of(account.id)?;
        if before.is_empty() && rows.iter().all(|(_, stated)| calls_by(stated, &account.key)) {
            return Ok(());
        }
        self.rename(account, rows)?;
        account.held.shown = spelled(account, rows);
        let after = called(account, rows);
        let chosen = chosen(account, rows, hands);
        for (key, _) in before.iter().filter(|(key, _)| !after.contains_key(key) && **key != account.key) {
            self.unlead(key, account.id)?;
        }
        for key in before.keys().filter(|key| !after.contains_key(key)) {
            self.touching.account(Touched::Aliases, account.id)?;
            self.forget.run(&[account.id.into(), key.kind.position().into(), key.key.as_str().into()])?;
        }
        for (key, at) in &after {
            if before.get(key) != Some(at) {
                self.write(account.id, key, *at)?;
            }
        }
        let elsewhere = self.settle(account, after.keys(), &chosen)?;
        rows.iter_mut().for_each(|(_, stated)| stated.leads_to = leads_to(&account.key, stated, &elsewhere));
        Ok(())
    }

    /// Has identifiers lead where they may; says which lead to another account, and what that one goes by.
    fn settle<'k>(
        &mut self,
        account: &Account,
        keys: impl Iterator<Item = &'k AccountKey>,
        chosen: &BTreeMap<KeyKind, String>,
    ) -> Result<BTreeMap<AccountKey, String>> {
        let mut elsewhere = BTreeMap::new();
        for key in keys {
            let is_own = chosen.get(&key.kind).is_none_or(|chosen| *chosen == key.key);
            match self.leads_to(key)? {
                None if is_own => self.lead(key, account.id)?,
                Some(to) if to == account.id && !is_own => self.unlead(key, account.id)?,
                Some(to) if to != account.id && is_own => {
                    elsewhere.extend(self.key_of(to)?.map(|it| (key.clone(), it.key)));
                }
                _ => {}
            }
        }
        Ok(elsewhere)
    }

    /// An account goes by the key that a row states: where none states its own any more, by the first that leads to no other.
    fn rename(&mut self, account: &mut Account, rows: &[(Source, Stated)]) -> Result<()> {
        if rows.iter().any(|(_, stated)| stated.keys.contains(&account.key)) {
            return Ok(());
        }
        let mut next = AccountKey { kind: KeyKind::None, key: account.id.to_string() };
        for key in rows.iter().flat_map(|(_, stated)| &stated.keys) {
            if self.leads_to(key)?.is_none_or(|to| to == account.id) {
                next = key.clone();
                break;
            }
        }
        self.unlead(&account.key, account.id)?;
        self.lead(&next, account.id)?;
        self.touching.account(Touched::Identity, account.id)?;
        self.rename.run(&[account.id.into(), next.kind.position().into(), next.key.as_str().into()])?;
        account.key = next;
        Ok(())
    }
}

/// Whether a row calls an account by its own key alone.
fn calls_by(stated: &Stated, key: &AccountKey) -> bool {
    stated.keys.iter().all(|it| it == key)
}

/// How the key that an account goes by is written: as the first row spells it that goes by it.
fn spelled(account: &Account, rows: &[(Source, Stated)]) -> Option<String> {
    let first = rows.iter().find(|(_, stated)| stated.keys.first() == Some(&account.key));
    first.and_then(|(_, stated)| stated.shown.clone())
}

/// What rows call an account by, beside its own key, each with the first row that does.
fn called(account: &Account, rows: &[(Source, Stated)]) -> Called {
    let mut called = Called::new();
    for (source, stated) in rows {
        for key in stated.keys.iter().filter(|key| **key != account.key) {
            called.entry(key.clone()).or_insert(Stating { import: source.import, line: source.line });
        }
    }
    called
}

/// The one of each kind of which an account has one: as a hand decided, else its own key, else as first stated. The key
/// that it goes by leads to it in any case.
fn chosen(account: &Account, rows: &[(Source, Stated)], hands: &Hands) -> BTreeMap<KeyKind, String> {
    let mut chosen = BTreeMap::new();
    for kind in KeyKind::ALL.iter().filter(|kind| kind.is_single()) {
        let by_hand = hands.get(&Field::Identifier(*kind)).and_then(|hand| hand.value.as_str());
        let own = Some(&account.key).filter(|key| key.kind == *kind);
        let stated = || rows.iter().flat_map(|(_, stated)| &stated.keys).find(|key| key.kind == *kind);
        let key = by_hand.or(own.map(|key| key.key.as_str())).or_else(|| stated().map(|key| key.key.as_str()));
        chosen.extend(key.map(|key| (*kind, key.to_owned())));
    }
    chosen
}

/// The account's own key and those of the others that a row's identifiers lead to; nothing where they lead to no other.
fn leads_to(own: &AccountKey, stated: &Stated, elsewhere: &BTreeMap<AccountKey, String>) -> Vec<String> {
    let others: Vec<String> = stated.keys.iter().filter_map(|key| elsewhere.get(key)).cloned().collect();
    if others.is_empty() {
        return others;
    }
    let mut accounts = vec![own.key.clone()];
    accounts.extend(others);
    settled(&mut accounts);
    accounts
}

/// The account's own key first, the others in their order, each once.
pub fn settled(accounts: &mut Vec<String>) {
    if let Some((_, others)) = accounts.split_first_mut() {
        others.sort_unstable();
    }
    accounts.dedup();
}

/// Accounts of a case with an identifier that does not lead to them: what leads there may have changed.
///
/// # Errors
/// What SQLite refuses.
pub fn in_doubt(bulk: &Bulk<'_>, case_id: CaseId) -> Result<Vec<AccountId>> {
    let mut found = Vec::new();
    bulk.prepare(
        "SELECT DISTINCT l.account_id FROM alias l LEFT JOIN account_key k ON k.case_id = ?1 AND k.key_kind = l.key_kind \
         AND k.digest = digest(l.key) WHERE l.account_id BETWEEN ?2 AND ?3 AND k.account_id IS NOT l.account_id ORDER BY l.account_id",
    )?
    .each(&[case_id.into(), (*case_id.accounts().start()).into(), (*case_id.accounts().end()).into()], |row| {
        found.extend(row.int(0).map(AccountId::new));
        Ok(())
    })?;
    Ok(found)
}

/// Whether any account is called by more than its own key.
///
/// # Errors
/// What SQLite refuses.
pub fn any(bulk: &Bulk<'_>) -> Result<bool> {
    Ok(bulk.prepare("SELECT 1 FROM alias LIMIT 1")?.first(&[], |_| Ok(()))?.is_some())
}
