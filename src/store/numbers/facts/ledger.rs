//! What each deed made of the headline numbers. The causes of a change are the differences between the numbers before and
//! after each deed, gone through once more in memory, so they add up by construction (rule 13).

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

use super::ground::Ground;
use super::headline::Headline;
use crate::error::Result;
use crate::model::count::Count;
use crate::model::explain::{Sentence, Step, Value};
use crate::model::facts::{DISTINCT, Figured};
use crate::model::ids::{CaseId, DeedId};
use crate::model::verb::Verb;
use crate::model::words::Unit;
use crate::store::log::verbs;
use crate::store::numbers::as_of::{AsOf, Then};

/// A headline number under its name.
pub(in crate::store) struct Named {
    /// `accounts`, `accounts.confirmed`, `records.email`, `persons`, `persons.owner` …
    pub name: String,
    /// The number.
    pub figured: Figured,
}

/// What each deed after this one made of each number, in order, up to the last of which the case knows that is read.
pub(in crate::store) async fn since(
    read: &mut AsOf<'_>,
    case_id: CaseId,
    deed_id: DeedId,
) -> Result<BTreeMap<String, Vec<Step>>> {
    let (last, conn) = (read.last(), read.book());
    let quiet = verbs::listed(Verb::CHANGING_NOTHING);
    let later = format!(
        "SELECT id, verb FROM deed WHERE case_id = ? AND id > ? AND id <= ? AND verb NOT IN ({quiet}) ORDER BY id"
    );
    let later: Vec<(DeedId, String)> =
        sqlx::query_as(AssertSqlSafe(later)).bind(case_id).bind(deed_id).bind(last).fetch_all(&mut *conn).await?;
    let mut steps: BTreeMap<String, Vec<Step>> = BTreeMap::new();
    if later.is_empty() {
        return Ok(steps);
    }
    let mut then = Then::after(conn, case_id, deed_id).await?;
    let mut before = headline(&mut then, case_id).await?.numbers;
    for (deed, verb) in later {
        then.forward(conn, deed).await?;
        let Standing { numbers: mut now, examined } = headline(&mut then, case_id).await?;
        for (name, was) in &before {
            now.entry(name.clone()).or_insert_with(|| gone(name, was.unit, examined));
        }
        for (name, after) in now.iter().filter(|(name, after)| before.get(*name) != Some(after)) {
            steps.entry(name.clone()).or_default().push(Step { what: cause(&verb), after: after.clone() });
        }
        before = now;
    }
    Ok(steps)
}

/// The headline numbers by name, and whether anybody has looked.
struct Standing {
    numbers: BTreeMap<String, Count>,
    examined: bool,
}

async fn headline(then: &mut Then, case_id: CaseId) -> Result<Standing> {
    let ground = Ground::read(&mut then.conn, case_id).await?;
    let named = named(&Headline::of(&ground));
    let numbers = named.into_iter().map(|it| (it.name, it.figured.count)).collect();
    Ok(Standing { numbers, examined: ground.examined() })
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
    all.extend(headline.distinct.as_ref().map(|it| one(DISTINCT, it)));
    all
}

/// A number that nothing speaks of any more.
fn gone(name: &str, unit: Unit, examined: bool) -> Count {
    let is_counted = examined && unit != Unit::Person && name != DISTINCT;
    if is_counted { Count::exact(0, unit) } else { Count::to_be_determined(unit) }
}

/// What a deed is called as the cause of a change.
pub(super) fn cause(verb: &str) -> Sentence {
    match Verb::find(verb).and_then(Verb::cause) {
        Some(phrase) => Sentence::new(phrase),
        None => Sentence::new("cause-other").with("verb", Value::Text(verb.to_owned())),
    }
}
