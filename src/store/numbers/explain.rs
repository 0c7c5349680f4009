//! The number sheet, read from the book: where each number comes from, what is not in it, and why it changed since the
//! last export. It says so in ids of sentences, never in text.

mod files;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::as_of::AsOf;
use super::facts::ledger::{self, Named};
use super::facts::{Ground, Headline};
use crate::error::{Error, Result};
use crate::model::count::Count;
use crate::model::explain::{Last, LeftOut, Number, RowCauses, Sentence, Sheet, Step, TableRule, Value, causes};
use crate::model::facts::{DISTINCT, Facts, Figured, Whose};
use crate::model::ids::{CaseId, DeedId, ExportId};
use crate::model::verb::Verb;
use crate::model::words::{PersonGroup, Qualifier, Unit};
use crate::store::base::bytes::instant;
use crate::store::log::audit;
use crate::store::log::verbs;

/// What "last time" means on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The last export.
    LastExport,
    /// The last export of another state of the case: what an export itself compares with, so that the same state
    /// written again, or in another language, says the same.
    PreviousVersion,
}

/// The number sheet of facts that were just read of the same case.
///
/// # Errors
/// What SQLite refuses.
pub async fn sheet(read: &mut AsOf<'_>, facts: &Facts, since: Since) -> Result<Sheet> {
    let ground = Ground::read(read.conn(), facts.case).await?;
    let past = Past::read(read, facts.case, since).await?;
    made(read, facts, &ground, past).await
}

/// The same of a part of a case: exports speak of whole cases, so nothing is said of what its numbers were.
///
/// # Errors
/// As [`super::facts::of`].
pub async fn sheet_of(read: &mut AsOf<'_>, facts: &Facts, whose: Whose) -> Result<Sheet> {
    let ground = super::facts::ground(read.conn(), facts.case, whose).await?;
    made(read, facts, &ground, None).await
}

async fn made(read: &mut AsOf<'_>, facts: &Facts, ground: &Ground, past: Option<Past>) -> Result<Sheet> {
    let (case, last) = (facts.case, read.last());
    let headline = Headline::of(ground);
    let files = files::used(read.conn(), facts).await?;
    let line = |named: Named| number(named, facts, ground, &headline, files.len(), past.as_ref());
    Ok(Sheet {
        log: audit::last_change_by(read.book(), case, last).await?,
        case,
        as_of: facts.as_of,
        numbers: ledger::named(&headline).into_iter().map(line).collect(),
        tables: tables(facts, headline.all.counted() > 0),
        files,
    })
}

/// Why the accounts of countries, regions, organisations and parties changed since the last export.
///
/// # Errors
/// What SQLite refuses.
pub async fn changes(read: &mut AsOf<'_>, case_id: CaseId) -> Result<Vec<RowCauses>> {
    let until = read.last();
    let last: Option<DeedId> = sqlx::query_scalar("SELECT max(deed_id) FROM export WHERE case_id = ? AND deed_id <= ?")
        .bind(case_id)
        .bind(until)
        .fetch_one(read.book())
        .await?;
    match last {
        Some(deed) => super::facts::row_causes::since(read, case_id, deed).await,
        None => Ok(Vec::new()),
    }
}

/// The headline numbers of a case as an export keeps them: canonical JSON, by name, every key in its order.
///
/// # Errors
/// What SQLite refuses.
pub async fn numbers(conn: &mut SqliteConnection, case_id: CaseId) -> Result<String> {
    let named = ledger::named(&Headline::of(&Ground::read(conn, case_id).await?));
    let kept: BTreeMap<String, Kept> = named.into_iter().map(|it| (it.name, Kept::of(&it.figured.count))).collect();
    serde_json::to_string(&kept).map_err(|cause| Error::new("internal").because(cause))
}

/// A number as an export keeps it; its keys are in their order.
#[derive(Serialize, Deserialize)]
struct Kept {
    estimate: Option<u64>,
    for_good: bool,
    high: Option<u64>,
    low: u64,
    undeterminable_parts: u64,
    unit: Unit,
    unknown_parts: u64,
    whole_folders: u64,
}

impl Kept {
    const fn of(count: &Count) -> Self {
        let Count {
            low,
            high,
            estimate,
            unit,
            for_good,
            unknown_parts,
            undeterminable_parts,
            whole_folders,
            standing: _,
        } = *count;
        Self { estimate, for_good, high, low, undeterminable_parts, unit, unknown_parts, whole_folders }
    }

    const fn count(&self) -> Count {
        let mut count = Count::between(self.low, self.high, self.unit);
        count.estimate = self.estimate;
        count.for_good = self.for_good;
        count.unknown_parts = self.unknown_parts;
        count.undeterminable_parts = self.undeterminable_parts;
        count.whole_folders = self.whole_folders;
        count
    }
}

/// What the last export printed, and what was done since.
struct Past {
    export: ExportId,
    at: Timestamp,
    numbers: BTreeMap<String, Count>,
    since: BTreeMap<String, Vec<Step>>,
}

impl Past {
    async fn read(read: &mut AsOf<'_>, case_id: CaseId, since: Since) -> Result<Option<Self>> {
        let up_to = match since {
            Since::LastExport => read.last(),
            Since::PreviousVersion => before_the_last_change(read, case_id).await?,
        };
        let last: Option<(ExportId, String, DeedId, String)> = sqlx::query_as(
            "SELECT id, now, deed_id, numbers FROM export WHERE case_id = ? AND deed_id <= ? ORDER BY id DESC LIMIT 1",
        )
        .bind(case_id)
        .bind(up_to)
        .fetch_optional(read.book())
        .await?;
        let Some((export, at, deed, numbers)) = last else { return Ok(None) };
        let numbers: BTreeMap<String, Kept> =
            serde_json::from_str(&numbers).map_err(|cause| Error::new("book.damaged").because(cause))?;
        let numbers = numbers.into_iter().map(|(name, kept)| (name, kept.count())).collect();
        let since = ledger::since(read, case_id, deed).await?;
        Ok(Some(Self { export, at: instant(&at)?, numbers, since }))
    }

    fn last(&self, name: &str, unit: Unit) -> Last {
        let count = self.numbers.get(name).cloned().unwrap_or_else(|| Count::to_be_determined(unit));
        Last { export: self.export, at: self.at, count }
    }
}

/// Up to which deed the case was in another state: the last one that was not an export changed it.
async fn before_the_last_change(read: &mut AsOf<'_>, case_id: CaseId) -> Result<DeedId> {
    let (quiet, until) = (verbs::listed(Verb::CHANGING_NOTHING), read.last());
    let last = format!("SELECT max(id) FROM deed WHERE case_id = ? AND id <= ? AND verb NOT IN ({quiet})");
    let last = sqlx::query_scalar(sqlx::AssertSqlSafe(last)).bind(case_id).bind(until);
    let last: Option<DeedId> = last.fetch_one(read.book()).await?;
    Ok(DeedId::new(last.map_or(0, DeedId::raw) - 1))
}

fn number(
    named: Named,
    facts: &Facts,
    ground: &Ground,
    headline: &Headline,
    files: usize,
    past: Option<&Past>,
) -> Number {
    let Named { name, figured } = named;
    let last = past.map(|past| past.last(&name, figured.count.unit));
    let steps = past.and_then(|past| past.since.get(&name)).map_or(&[][..], Vec::as_slice);
    let causes = last.as_ref().map_or_else(Vec::new, |last| causes(&last.count, steps, &figured.count));
    let from_list = from_list(&name) && ground.examined();
    Number {
        rule: rule(&name, &figured, ground),
        source: source(&name, &figured, ground),
        files: if from_list { (0..files).collect() } else { Vec::new() },
        left_out: left_out_of(&name, from_list, facts, headline),
        last,
        causes,
        text: None,
        name,
        figured,
    }
}

/// What is not in a number: of the list's numbers what the list holds and does not count, of a total what is open.
fn left_out_of(name: &str, from_list: bool, facts: &Facts, headline: &Headline) -> Vec<LeftOut> {
    let of_list = if from_list { left_out(name, facts, headline) } else { Vec::new() };
    open_groups(name, headline).into_iter().chain(of_list).collect()
}

/// Whether a number is counted from the list at all.
fn from_list(name: &str) -> bool {
    match name.strip_prefix("persons.") {
        Some(group) => group == PersonGroup::Owner.id(),
        None => name != DISTINCT,
    }
}

/// The rule in one sentence: that of the number that stands.
fn rule(name: &str, figured: &Figured, ground: &Ground) -> Sentence {
    if name == DISTINCT {
        let is_stated = figured.typed || figured.claim.is_some();
        return Sentence::new(if is_stated { "counting-records-distinct" } else { "counting-records-distinct-most" });
    }
    if figured.claim.is_some() {
        return Sentence::new("counting-claim");
    }
    if figured.typed {
        return Sentence::new("counting-typed");
    }
    if !ground.examined() && figured.count.says_nothing() {
        return Sentence::new("counting-not-examined");
    }
    Sentence::new(match name {
        "accounts" => "counting-accounts",
        "accounts.confirmed" => "counting-accounts-confirmed",
        "accounts.suspected" => "counting-accounts-suspected",
        "accounts.cleared" => "counting-accounts-cleared",
        "persons" => "counting-persons",
        "persons.owner" if figured.count.low > 0 => "counting-persons-owner-determined",
        "persons.owner" => "counting-persons-owner",
        records if records.starts_with("records.") => rule_of_records(&figured.count),
        _ => "counting-typed",
    })
}

fn rule_of_records(count: &Count) -> &'static str {
    match count.qualifier() {
        Qualifier::Approximate => "counting-records-estimated",
        _ if count.parts_to_determine() > 0 => "counting-records-open",
        _ if count.undeterminable_parts > 0 => "counting-records-undeterminable",
        _ => "counting-records",
    }
}

/// Whose word it is, where it is no count of the list.
fn source(name: &str, figured: &Figured, ground: &Ground) -> Option<String> {
    let is_by_account = name.starts_with("records.") && name != DISTINCT;
    let subject = if is_by_account { "records" } else { name };
    match figured.claim {
        Some(id) => ground.written.claims.iter().find(|claim| claim.id == id).map(|claim| claim.source.clone()),
        None if figured.typed => ground.written.typed(subject)?.source.clone(),
        None => None,
    }
}

/// What is not in a number of the list, and why; nothing is said of what there is none of.
fn left_out(name: &str, facts: &Facts, headline: &Headline) -> Vec<LeftOut> {
    let rows = |id, n| left(id, n, Unit::Record);
    let accounts = |id, n| left(id, n, Unit::Account);
    let all = &headline.all;
    let cleared = accounts("left-out-cleared", all.own.cleared);
    let mut left_out = match name {
        "accounts" => vec![
            rows("left-out-rejected", facts.derivation.map_or(0, |it| it.rejected)),
            rows("left-out-merged", facts.derivation.map_or(0, |it| it.merged)),
            cleared,
            accounts("left-out-suspected-low", all.own.suspected),
            accounts("left-out-without-organisation", all.perhaps.counted()),
        ],
        "accounts.confirmed" => vec![accounts("left-out-suspected", all.own.suspected), cleared],
        "accounts.suspected" | "accounts.cleared" => Vec::new(),
        "persons" | "persons.owner" => {
            vec![accounts("left-out-no-person", all.counted().saturating_sub(all.may_be_persons)), cleared]
        }
        _ => left_out_of_records(name, headline, cleared),
    };
    left_out.retain(|it| it.count.low > 0);
    left_out
}

/// The groups of persons that nobody has counted: each is a line of its own beside the total (rule 3).
fn open_groups(name: &str, headline: &Headline) -> Vec<LeftOut> {
    let groups = if name == "persons" { headline.persons.groups.as_slice() } else { &[] };
    let open = groups.iter().filter(|row| row.count.says_nothing());
    open.map(|row| {
        let group = match PersonGroup::find(&row.group) {
            Some(known) => Value::Word("group", known.id()),
            None => Value::Text(row.group.clone()),
        };
        LeftOut {
            why: Sentence::new("left-out-open-group").with("group", group),
            count: row.count.clone(),
            opens: true,
        }
    })
    .collect()
}

fn left_out_of_records(name: &str, headline: &Headline, cleared: LeftOut) -> Vec<LeftOut> {
    let others = headline.records_by_unit.iter().filter(|count| name.strip_prefix("records.") != Some(count.unit.id()));
    let other_units = others.map(|count| LeftOut {
        why: Sentence::new("left-out-other-unit").with("unit", Value::Word("unit", count.unit.id())),
        count: count.clone(),
        opens: false,
    });
    let own = headline.records_by_unit.iter().find(|count| name.strip_prefix("records.") == Some(count.unit.id()));
    let sum = own.unwrap_or_else(|| headline.records.summed());
    let open = [
        LeftOut { opens: true, ..left("left-out-without-number", sum.parts_to_determine(), Unit::Account) },
        LeftOut { opens: true, ..left("left-out-undeterminable", sum.undeterminable_parts, Unit::Account) },
        left("left-out-whole-folders", sum.whole_folders, Unit::Record),
        cleared,
    ];
    open.into_iter().chain(other_units).collect()
}

fn left(id: &'static str, n: u64, unit: Unit) -> LeftOut {
    LeftOut { why: Sentence::new(id), count: Count::exact(n, unit), opens: false }
}

/// Each table's rule, and what stands in its row of the unknown.
fn tables(facts: &Facts, counted: bool) -> Vec<TableRule> {
    if !counted {
        return Vec::new();
    }
    let accounts = |n| Count::exact(n, Unit::Account);
    let last = |rows: Option<&Count>| rows.cloned().unwrap_or_else(|| accounts(0));
    let table = |name, rule, not_known| TableRule { name, rule: Sentence::new(rule), not_known };
    let mut tables = vec![
        table("by_region", "counting-by-region", last(facts.by_region.last().map(|row| &row.accounts))),
        table(
            "by_organisation",
            "counting-by-organisation",
            last(facts.by_organisation.last().map(|row| &row.accounts)),
        ),
        table("by_residence", "counting-by-residence", last(facts.by_residence.last().map(|row| &row.accounts))),
        table("by_subdivision", "counting-by-subdivision", without_a_part(facts)),
        table("by_region_and_organisation", "counting-by-region-and-organisation", crossed_without_both(facts)),
        table("by_day", "counting-by-day", last(facts.by_day.last().map(|row| &row.accounts))),
    ];
    // Where no part of a country is known, there is no such table.
    let told_apart = facts.by_residence.iter().any(|row| !row.told_apart().is_empty());
    tables.retain(|table| told_apart || table.name != "by_subdivision");
    tables
}

/// Accounts of a known country whose part of it is not known.
fn without_a_part(facts: &Facts) -> Count {
    let known = facts.by_residence.iter().filter(|row| row.residence.is_some());
    let parts = known.filter_map(|row| row.subdivisions.last()).map(|part| &part.accounts);
    Count::sum(Unit::Account, parts).unwrap_or_else(|_| Count::to_be_determined(Unit::Account))
}

fn crossed_without_both(facts: &Facts) -> Count {
    let row = facts.by_region_and_organisation.iter().find(|row| row.region.is_none() && row.organisation.is_none());
    row.map_or_else(|| Count::exact(0, Unit::Account), |row| row.accounts.clone())
}
