//! Taking an import back: its rows go, what others state and hands have set stays, its record stays.
//!
//! Possible at any time and in any order: accounts are made anew from the statements that remain. It is a deed of its
//! own; nodes that the import made stay, used or not.

use jiff::tz::TimeZone;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::aliases::{self, Aliases};
use super::conflicts::Conflicts;
use super::forgetting;
use super::legend::Legend;
use super::merging::Held;
use super::putting_back;
use super::sightings::{Account, Ledger};
use super::stated::{Source, Stated};
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId, Under};
use crate::store::base::bulk::Bulk;
use crate::store::log::commitment::leaves::{Touched, Touching};

use crate::store::tally::Moves;
use crate::store::values::before;
use crate::store::values::standing::{Standing, columns};

/// What taking an import back did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TakenBack {
    /// Which import.
    pub import: ImportId,
    /// Accounts that only it brought.
    pub removed: u64,
    /// Accounts of others that hold again what the others state.
    pub restored: u64,
    /// Entries of the log whose details are erased: what somebody had adopted for an account that went.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<i64>>", optional)]
    pub forgotten: Vec<i64>,
    /// The file could not be written anew: copies of rows may be left in it, where nobody looks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub traces: bool,
}

/// Which import is meant: this one, or the last that still stands.
///
/// # Errors
/// `import.unknown`, `import.already_taken_back`, `import.nothing_to_take_back`.
pub async fn meant(conn: &mut SqliteConnection, case_id: CaseId, import: Option<ImportId>) -> Result<ImportId> {
    let Some(id) = import else {
        let last: Option<ImportId> =
            sqlx::query_scalar("SELECT max(id) FROM import WHERE case_id = ? AND taken_back IS NULL")
                .bind(case_id)
                .fetch_one(conn)
                .await?;
        return last.ok_or_else(|| Error::new("import.nothing_to_take_back"));
    };
    let found: Option<Option<DeedId>> =
        sqlx::query_scalar("SELECT taken_back FROM import WHERE id = ? AND case_id = ?")
            .bind(id)
            .bind(case_id)
            .fetch_optional(conn)
            .await?;
    match found {
        None => Err(Error::new("import.unknown").with("import", id)),
        Some(Some(_)) => Err(Error::new("import.already_taken_back").with("import", id)),
        Some(None) => Ok(id),
    }
}

/// Takes an import back under a deed of its own: its rows go, its record stays.
///
/// # Errors
/// What SQLite refuses.
pub async fn take_back(
    conn: &mut SqliteConnection,
    under: Under,
    import: ImportId,
    legend: &Legend,
    zone: &TimeZone,
) -> Result<TakenBack> {
    let Under { case_id, deed_id } = under;
    let by_sheet = untag(conn, under, import).await?;
    if by_sheet > 0 {
        restate(conn, under, legend, zone).await?;
    }
    let (removed, restored, forgotten) = {
        let bulk = Bulk::hold(conn).await?;
        let met = met_by_others(&bulk, import)?;
        touch_sightings(&bulk, import)?;
        bulk.prepare("DELETE FROM sighting WHERE import_id = ?")?.run(&[import.into()])?;
        let mut moves = Moves::default();
        let restored = restore(&bulk, &met, Restored { case_id, import, zone }, legend, &mut moves)?;
        let (removed, forgotten) = remove(&bulk, case_id, import, &mut moves)?;
        doubt_again(&bulk, case_id, legend)?;
        forgetting::cells_of_problems(&bulk, import)?;
        Touching::new(&bulk)?.rejected(case_id, import)?;
        forgetting::statements_decided_upon(&bulk, import)?;
        moves.write(&bulk, under)?;
        (removed, restored, forgotten)
    };
    sqlx::query("UPDATE import SET taken_back = ? WHERE id = ?").bind(deed_id).bind(import).execute(conn).await?;
    Ok(TakenBack { import, removed, restored: restored + by_sheet, forgotten, traces: false })
}

/// What an import's rows stated of accounts goes.
fn touch_sightings(bulk: &Bulk<'_>, import: ImportId) -> Result<()> {
    let mut touching = Touching::new(bulk)?;
    bulk.prepare("SELECT DISTINCT account_id FROM sighting WHERE import_id = ?")?.each(&[import.into()], |row| {
        row.int(0).map_or(Ok(()), |id| touching.account(Touched::Sightings, AccountId::new(id)))
    })
}

/// What a sheet had tagged gets back what it held before, where the sheet's value still stands.
async fn untag(conn: &mut SqliteConnection, under: Under, import: ImportId) -> Result<u64> {
    let deed: DeedId =
        sqlx::query_scalar("SELECT deed_id FROM import WHERE id = ?").bind(import).fetch_one(&mut *conn).await?;
    let bulk = Bulk::hold(conn).await?;
    putting_back::put_back(&bulk, under, deed)?;
    Ok(before::accounts_of(&bulk, under.deed_id)?.len() as u64)
}

/// Accounts of this import that other imports bring, too; what only fills accounts that are there brings none.
fn met_by_others(bulk: &Bulk<'_>, import: ImportId) -> Result<Vec<AccountId>> {
    let mut met = Vec::new();
    bulk.prepare(
        "SELECT DISTINCT account_id FROM sighting s WHERE import_id = ?1 \
         AND EXISTS (SELECT 1 FROM sighting o JOIN import i ON i.id = o.import_id AND NOT i.enrich \
         WHERE o.account_id = s.account_id AND o.import_id <> ?1)",
    )?
    .each(&[import.into()], |row| {
        met.extend(row.int(0).map(AccountId::new));
        Ok(())
    })?;
    Ok(met)
}

/// An import that is taken back, and the zone that days are counted in.
struct Restored<'z> {
    case_id: CaseId,
    import: ImportId,
    zone: &'z TimeZone,
}

fn restore(
    bulk: &Bulk<'_>,
    met: &[AccountId],
    Restored { case_id, import, zone }: Restored<'_>,
    legend: &Legend,
    moves: &mut Moves,
) -> Result<u64> {
    if met.is_empty() {
        return Ok(0);
    }
    let (mut ledger, mut conflicts) = (Ledger::new(bulk)?, Conflicts::new(bulk)?);
    let (mut touching, mut aliases) = (Touching::new(bulk)?, Aliases::new(bulk, case_id)?);
    let mut forget_ways = bulk.prepare("DELETE FROM way WHERE account_id = ? AND deed_id IS NULL")?;
    let mut forget_categories = bulk.prepare("DELETE FROM data_category WHERE account_id = ? AND import_id = ?")?;
    let mut restored = 0;
    for id in met {
        let Some(before) = ledger.find_by_id(*id)? else { continue };
        let mut rows = ledger.all(&before)?;
        rows.iter_mut().for_each(|(_, stated)| legend.forget_what_is_gone(stated));
        let Some(mut after) = from_statements(&before, &rows, zone) else { continue };
        let hands = conflicts.hands(*id, &before.held.standing, legend)?;
        after.held.keep_decisions(&hands, &rows);
        aliases.renew(&mut after, &mut rows, &hands)?;
        conflicts.settle(*id, &rows, &hands, legend)?;
        ledger.profile(&mut after)?;
        moves.leave(&before.held.standing);
        moves.enter(&after.held.standing);
        touching.account(Touched::Ways, *id)?;
        touching.account(Touched::Categories, *id)?;
        forget_ways.run(&[(*id).into()])?;
        let without_ways = Account { held: Held { ways: Default::default(), ..before.held.clone() }, ..before };
        ledger.write(&without_ways, &after)?;
        forget_categories.run(&[(*id).into(), import.into()])?;
        for (source, stated) in &rows {
            ledger.categories(*id, stated, source.import)?;
        }
        restored += u64::from(before.held != after.held);
    }
    Ok(restored)
}

/// An account anew from all that is stated of it; what hands have set stays. The first row that brings accounts has
/// brought it.
fn from_statements(before: &Account, rows: &[(Source, Stated)], zone: &TimeZone) -> Option<Account> {
    let ((_, first), others) = rows.split_first()?;
    let (source, _) = rows.iter().find(|(source, _)| source.brings)?;
    let mut held = Held::of(first, zone);
    for (_, stated) in others {
        held.take(stated, zone);
    }
    held.keep_hands(&before.held.standing);
    let (id, key) = (before.id, before.key.clone());
    Some(Account { id, key, import: Some(source.import), line: source.line, held })
}

/// Tags that a hand's undoing gave back to the lists: what came by other imports while the hand's stood counts now.
///
/// # Errors
/// What SQLite refuses.
pub async fn restate(conn: &mut SqliteConnection, at_work: Under, legend: &Legend, zone: &TimeZone) -> Result<()> {
    let bulk = Bulk::hold(conn).await?;
    let tagged = before::accounts_of(&bulk, at_work.deed_id)?;
    let mut met = Vec::new();
    let mut find = bulk.prepare("SELECT DISTINCT account_id FROM sighting WHERE account_id BETWEEN ? AND ?")?;
    for block in before::blocks_of(&bulk, at_work.deed_id)? {
        let (first, last) = block.accounts().into_inner();
        find.each(&[first.into(), last.into()], |row| {
            met.extend(row.int(0).map(AccountId::new).filter(|id| tagged.binary_search(id).is_ok()));
            Ok(())
        })?;
    }
    state_again(&bulk, met, at_work, legend, zone)
}

/// Contradictions that a deed decided, that were opened again or decided again: what was adopted stands, of the rest
/// what the lists state.
///
/// # Errors
/// What SQLite refuses.
pub async fn decide(
    conn: &mut SqliteConnection,
    deed_id: DeedId,
    at_work: Under,
    legend: &Legend,
    zone: &TimeZone,
) -> Result<()> {
    const DECIDED: &str = "SELECT DISTINCT c.account_id FROM entity_change e JOIN conflict c ON c.id = e.id \
         WHERE e.deed_id = ? AND e.kind = 'conflict'";
    let bulk = Bulk::hold(conn).await?;
    let mut met = Vec::new();
    bulk.prepare(DECIDED)?.each(&[deed_id.into()], |row| {
        met.extend(row.int(0).map(AccountId::new));
        Ok(())
    })?;
    state_again(&bulk, met, at_work, legend, zone)
}

/// Accounts anew from their rows, from what hands have set and what was decided.
pub(in crate::store) fn state_again(
    bulk: &Bulk<'_>,
    met: Vec<AccountId>,
    at_work: Under,
    legend: &Legend,
    zone: &TimeZone,
) -> Result<()> {
    if met.is_empty() {
        return Ok(());
    }
    let (mut ledger, mut conflicts, mut moves) = (Ledger::new(bulk)?, Conflicts::new(bulk)?, Moves::default());
    let mut aliases = Aliases::new(bulk, at_work.case_id)?;
    for id in met {
        let Some(before) = ledger.find_by_id(id)? else { continue };
        let mut rows = ledger.all(&before)?;
        rows.iter_mut().for_each(|(_, stated)| legend.forget_what_is_gone(stated));
        let Some(stated) = from_statements(&before, &rows, zone) else { continue };
        let hands = conflicts.hands(id, &before.held.standing, legend)?;
        let mut after = Account { held: before.held.with_fields_of(&stated.held), ..before.clone() };
        aliases.renew(&mut after, &mut rows, &hands)?;
        conflicts.settle(id, &rows, &hands, legend)?;
        after.held.keep_decisions(&hands, &rows);
        moves.leave(&before.held.standing);
        moves.enter(&after.held.standing);
        ledger.write(&before, &after)?;
    }
    moves.write(bulk, at_work)
}

/// What identifiers lead to may have changed with the accounts that went: those that led elsewhere may lead to their own now,
/// and two that were thought to be one may be but one.
fn doubt_again(bulk: &Bulk<'_>, case_id: CaseId, legend: &Legend) -> Result<()> {
    if !aliases::any(bulk)? {
        return Ok(());
    }
    let (mut ledger, mut conflicts) = (Ledger::new(bulk)?, Conflicts::new(bulk)?);
    let mut aliases = Aliases::new(bulk, case_id)?;
    for id in aliases::in_doubt(bulk, case_id)? {
        let Some(before) = ledger.find_by_id(id)? else { continue };
        let (mut rows, mut after) = (ledger.all(&before)?, before.clone());
        rows.iter_mut().for_each(|(_, stated)| legend.forget_what_is_gone(stated));
        let hands = conflicts.hands(id, &before.held.standing, legend)?;
        aliases.renew(&mut after, &mut rows, &hands)?;
        conflicts.settle(id, &rows, &hands, legend)?;
        ledger.write(&before, &after)?;
    }
    Ok(())
}

/// Removes the accounts of an import that nobody else states anything of, and says how many they are, and which entries of
/// the log have forgotten what was decided of them. One by one in their order: a condition on all of them would hold a million
/// ids in a table of its own for each of the tables.
fn remove(bulk: &Bulk<'_>, case_id: CaseId, import: ImportId, moves: &mut Moves) -> Result<(u64, Vec<i64>)> {
    let mut gone: Vec<AccountId> = Vec::new();
    let (first, last) = case_id.accounts().into_inner();
    bulk.prepare(concat!(
        "SELECT a.id, ",
        columns!(),
        " FROM account a CROSS JOIN standing s ON s.account_id = a.id \
         WHERE a.id BETWEEN ?1 AND ?2 AND a.import_id = ?3 \
         AND NOT EXISTS (SELECT 1 FROM sighting m JOIN import i ON i.id = m.import_id AND NOT i.enrich \
         WHERE m.account_id = a.id) ORDER BY a.id"
    ))?
    .each(&[first.into(), last.into(), import.into()], |row| {
        moves.leave(&Standing::read(row, 1));
        gone.extend(row.int(0).map(AccountId::new));
        Ok(())
    })?;
    forget_keys(bulk, case_id, &gone)?;
    let mut touching = Touching::new(bulk)?;
    gone.iter().try_for_each(|id| touching.account(Touched::All, *id))?;
    let forgotten = forgetting::decisions(bulk, &gone)?;
    for (any, delete) in TABLES {
        if bulk.prepare(any)?.first(&[], |_| Ok(()))?.is_none() {
            continue;
        }
        let mut delete = bulk.prepare(delete)?;
        for id in &gone {
            delete.run(&[(*id).into()])?;
        }
    }
    Ok((u64::try_from(gone.len()).unwrap_or(0), forgotten))
}

/// From so many accounts on, their keys are found by going through all keys of the case in their order, and each page of
/// keys is written once; fewer are found one by one. Tests go both ways with few.
const MANY: usize = if cfg!(test) { 3 } else { 100_000 };
/// Keys that are looked at together.
const LOOKED_AT: i64 = if cfg!(test) { 2 } else { 50_000 };

/// Removes the keys of accounts that go, given in the order of their ids.
fn forget_keys(bulk: &Bulk<'_>, case_id: CaseId, gone: &[AccountId]) -> Result<()> {
    if gone.len() < MANY {
        let mut forget = bulk.prepare(
            "DELETE FROM account_key WHERE (case_id, key_kind, digest) = \
             (SELECT case_id, key_kind, digest(key) FROM account WHERE id = ?)",
        )?;
        let mut aliases = bulk.prepare(
            "DELETE FROM account_key WHERE account_id = ?1 AND (case_id, key_kind, digest) IN \
             (SELECT ?2, key_kind, digest(key) FROM alias WHERE account_id = ?1)",
        )?;
        return gone.iter().try_for_each(|id| {
            aliases.run(&[(*id).into(), case_id.into()])?;
            forget.run(&[(*id).into()]).map(drop)
        });
    }
    let mut forget = bulk.prepare("DELETE FROM account_key WHERE case_id = ? AND key_kind = ? AND digest = ?")?;
    let mut follow = bulk.prepare(
        "SELECT key_kind, digest, account_id FROM account_key WHERE case_id = ? AND (key_kind, digest) > (?, ?) \
         ORDER BY key_kind, digest LIMIT ?",
    )?;
    let mut last = (-1, Vec::new());
    loop {
        let mut keys = Vec::new();
        follow.each(&[case_id.into(), last.0.into(), last.1.as_slice().into(), LOOKED_AT.into()], |row| {
            let mut digest = Vec::new();
            row.bytes(1, &mut digest);
            keys.push((row.int(0).unwrap_or_default(), digest, row.int(2)));
            Ok(())
        })?;
        for (kind, digest, _) in
            keys.iter().filter(|it| it.2.is_some_and(|id| gone.binary_search(&AccountId::new(id)).is_ok()))
        {
            forget.run(&[case_id.into(), (*kind).into(), digest.as_slice().into()])?;
        }
        let Some((kind, digest, _)) = keys.pop() else { return Ok(()) };
        last = (kind, digest);
    }
}

/// What goes with an account, the account last; whether a table holds anything, and how one account leaves it.
const TABLES: [(&str, &str); 7] = [
    ("SELECT 1 FROM sighting LIMIT 1", "DELETE FROM sighting WHERE account_id = ?"),
    ("SELECT 1 FROM way LIMIT 1", "DELETE FROM way WHERE account_id = ?"),
    ("SELECT 1 FROM data_category LIMIT 1", "DELETE FROM data_category WHERE account_id = ?"),
    ("SELECT 1 FROM conflict LIMIT 1", "DELETE FROM conflict WHERE account_id = ?"),
    ("SELECT 1 FROM alias LIMIT 1", "DELETE FROM alias WHERE account_id = ?"),
    ("SELECT 1", "DELETE FROM standing WHERE account_id = ?"),
    ("SELECT 1", "DELETE FROM account WHERE id = ?"),
];
