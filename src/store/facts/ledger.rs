//! What the headline numbers were after each deed that changed them. The causes of a change are the differences of
//! its rows, so they add up by construction (rule 13).
//!
//! `deeds::finish` notes every deed; an export notes nothing new, for it changes no number.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::headline::{Ground, Headline};
use crate::error::Result;
use crate::model::count::Count;
use crate::model::explain::{Sentence, Step, Value};
use crate::model::facts::Figured;
use crate::model::ids::{CaseId, DeedId};
use crate::model::verb::Verb;
use crate::model::words::Unit;

/// A headline number under its name.
pub(in crate::store) struct Named {
    /// `accounts`, `accounts.confirmed`, `records.email`, `persons`, `persons.owner` …
    pub name: String,
    /// The number.
    pub figured: Figured,
}

/// Notes which headline numbers of a case a deed changed. To be called once the tally is up to date, in the deed's
/// own transaction.
///
/// # Errors
/// What SQLite refuses.
pub async fn note(conn: &mut SqliteConnection, case_id: CaseId, deed_id: DeedId) -> Result<()> {
    let ground = Ground::read(conn, case_id).await?;
    let now: BTreeMap<String, Count> =
        named(&Headline::of(&ground)).into_iter().map(|it| (it.name, it.figured.count)).collect();
    let before = at(conn, case_id, DeedId::new(i64::MAX)).await?;
    for (name, count) in &now {
        if before.get(name) != Some(&noted(count)) {
            put(conn, case_id, deed_id, name, count).await?;
        }
    }
    for (name, was) in before.iter().filter(|(name, _)| !now.contains_key(*name)) {
        let gone = gone(was.unit, ground.examined());
        if *was != noted(&gone) {
            put(conn, case_id, deed_id, name, &gone).await?;
        }
    }
    Ok(())
}

/// The numbers as they stood after a deed.
pub(in crate::store) async fn at(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    deed_id: DeedId,
) -> Result<BTreeMap<String, Count>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT name, max(deed_id), low, high, estimate, for_good, unit, unknown_parts FROM number_after \
         WHERE case_id = ? AND deed_id <= ? GROUP BY name",
    )
    .bind(case_id)
    .bind(deed_id)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| Ok((row.0.clone(), count(&row)?))).collect()
}

/// What each later deed made of each number, in order.
pub(in crate::store) async fn since(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    deed_id: DeedId,
) -> Result<BTreeMap<String, Vec<Step>>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT name, deed_id, low, high, estimate, for_good, unit, unknown_parts FROM number_after \
         WHERE case_id = ? AND deed_id > ? ORDER BY deed_id",
    )
    .bind(case_id)
    .bind(deed_id)
    .fetch_all(&mut *conn)
    .await?;
    let verbs: BTreeMap<DeedId, String> =
        sqlx::query_as::<_, (DeedId, String)>("SELECT id, verb FROM deed WHERE case_id = ? AND id > ?")
            .bind(case_id)
            .bind(deed_id)
            .fetch_all(conn)
            .await?
            .into_iter()
            .collect();
    let mut steps: BTreeMap<String, Vec<Step>> = BTreeMap::new();
    for row in &rows {
        let verb = verbs.get(&row.1).map_or("", String::as_str);
        steps.entry(row.0.clone()).or_default().push(Step { what: cause(verb), after: count(row)? });
    }
    Ok(steps)
}

/// The headline numbers, in the order of the first page.
pub(in crate::store) fn named(headline: &Headline) -> Vec<Named> {
    let one = |name: &str, figured: &Figured| Named { name: name.to_owned(), figured: figured.clone() };
    let plain = |name: String, count: &Count| Named { name, figured: Figured::plain(count.clone()) };
    let by_status = &headline.by_status;
    let mut all = vec![
        one("accounts", &headline.accounts),
        plain("accounts.confirmed".to_owned(), &by_status.confirmed),
        plain("accounts.suspected".to_owned(), &by_status.suspected),
        plain("accounts.cleared".to_owned(), &by_status.cleared),
        one("persons", &headline.persons.total),
    ];
    all.extend(headline.persons.groups.iter().map(|row| Named {
        name: format!("persons.{}", row.group),
        figured: Figured { count: row.count.clone(), sum: row.sum.clone(), claim: row.claim, typed: row.typed() },
    }));
    let main = headline.records.count.unit;
    all.push(one(&format!("records.{main}"), &headline.records));
    let others = headline.records_by_unit.iter().filter(|count| count.unit != main);
    all.extend(others.map(|count| plain(format!("records.{}", count.unit), count)));
    all
}

type Row = (String, DeedId, i64, Option<i64>, Option<i64>, bool, String, i64);

async fn put(conn: &mut SqliteConnection, case_id: CaseId, deed_id: DeedId, name: &str, count: &Count) -> Result<()> {
    sqlx::query(
        "INSERT OR REPLACE INTO number_after (case_id, name, deed_id, low, high, estimate, for_good, unit, unknown_parts) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(case_id)
    .bind(name)
    .bind(deed_id)
    .bind(kept(count.low))
    .bind(count.high.map(kept))
    .bind(count.estimate.map(kept))
    .bind(count.for_good)
    .bind(count.unit.id())
    .bind(kept(count.unknown_parts))
    .execute(conn)
    .await?;
    Ok(())
}

fn count((_, _, low, high, estimate, for_good, unit, unknown_parts): &Row) -> Result<Count> {
    let number = |value: i64| u64::try_from(value).unwrap_or(0);
    let mut count = Count::between(number(*low), high.map(number), unit.parse::<Unit>()?);
    count.estimate = estimate.map(number);
    count.for_good = *for_good;
    count.unknown_parts = number(*unknown_parts);
    Ok(count)
}

/// A count as a row gives it back: whose word it is, and folders, are not kept.
fn noted(count: &Count) -> Count {
    Count {
        estimate: count.estimate,
        for_good: count.for_good,
        unknown_parts: count.unknown_parts,
        ..Count::between(count.low, count.high, count.unit)
    }
}

/// A number that nothing speaks of any more.
fn gone(unit: Unit, examined: bool) -> Count {
    if examined && unit != Unit::Person { Count::exact(0, unit) } else { Count::to_be_determined(unit) }
}

fn kept(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// What a deed is called as the cause of a change.
fn cause(verb: &str) -> Sentence {
    match Verb::find(verb).and_then(Verb::cause) {
        Some(phrase) => Sentence::new(phrase),
        None => Sentence::new("cause-other").with("verb", Value::Text(verb.to_owned())),
    }
}
