//! Why the rows of the tables changed since a deed: what each later deed made of the accounts of a country, a region, an
//! organisation and a party, gone through once more in memory, so that the causes of each row add up.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AssertSqlSafe, SqliteConnection};

use super::ledger::cause;
use crate::error::Result;
use crate::model::count::Count;
use crate::model::explain::{RowCauses, Step, causes};
use crate::model::ids::{CaseId, DeedId};
use crate::model::verb::Verb;
use crate::model::words::Unit;
use crate::store::log::verbs;
use crate::store::numbers::as_of::{AsOf, Then};

/// A row of a table: which table, and its path or its code; empty: not known.
type Row = (&'static str, Vec<String>);

/// A later deed.
#[derive(sqlx::FromRow)]
struct Later {
    id: DeedId,
    verb: String,
    /// It moved accounts, or what they are counted by.
    moves: bool,
}

/// The rows whose accounts changed since a deed, each with its causes, up to the last deed of which the case knows that is read.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn since(read: &mut AsOf<'_>, case_id: CaseId, deed: DeedId) -> Result<Vec<RowCauses>> {
    let (last, conn) = (read.last(), read.book());
    let later = later(conn, case_id, [deed, last]).await?;
    if !later.iter().any(|it| it.moves) {
        return Ok(Vec::new());
    }
    let mut then = Then::after(conn, case_id, deed).await?;
    let first = rows(&mut then, case_id).await?;
    let (mut was, mut steps) = (first.clone(), BTreeMap::<Row, Vec<Step>>::new());
    for Later { id, verb, moves } in later {
        then.forward(conn, id).await?;
        if !moves {
            continue;
        }
        let is = rows(&mut then, case_id).await?;
        let keys: BTreeSet<&Row> = was.keys().chain(is.keys()).collect();
        for key in keys {
            let after = accounts(&is, key);
            if accounts(&was, key) != after {
                steps.entry(key.clone()).or_default().push(Step { what: cause(&verb), after });
            }
        }
        was = is;
    }
    let told = |(key, steps): (Row, Vec<Step>)| {
        let (last, now) = (accounts(&first, &key), accounts(&was, &key));
        RowCauses { causes: causes(&last, &steps, &now), table: key.0, row: key.1, last, now }
    };
    Ok(steps.into_iter().map(told).filter(|it| !it.causes.is_empty()).collect())
}

async fn later(conn: &mut SqliteConnection, case_id: CaseId, [after, last]: [DeedId; 2]) -> Result<Vec<Later>> {
    let quiet = verbs::listed(Verb::CHANGING_NOTHING);
    let later = format!(
        "SELECT id, verb, EXISTS (SELECT 1 FROM move m WHERE m.deed_id = d.id AND m.packed <> x'00000000') \
         OR EXISTS (SELECT 1 FROM entity_change e WHERE e.deed_id = d.id AND e.kind IN ('region', 'organisation', 'party')) \
         AS moves FROM deed d WHERE case_id = ? AND id > ? AND id <= ? AND verb NOT IN ({quiet}) ORDER BY id"
    );
    Ok(sqlx::query_as(AssertSqlSafe(later)).bind(case_id).bind(after).bind(last).fetch_all(conn).await?)
}

/// A row that is not there has no account.
fn accounts(rows: &BTreeMap<Row, Count>, key: &Row) -> Count {
    rows.get(key).cloned().unwrap_or_else(|| Count::exact(0, Unit::Account))
}

/// The accounts of every row, as they were then.
async fn rows(then: &mut Then, case_id: CaseId) -> Result<BTreeMap<Row, Count>> {
    let facts = super::read(&mut then.conn, case_id, jiff::Timestamp::UNIX_EPOCH).await?;
    let regions = facts.by_region.into_iter().map(|row| (("by_region", row.path), row.accounts));
    let organisations = facts.by_organisation.into_iter().map(|row| (("by_organisation", row.path), row.accounts));
    let countries = facts
        .by_residence
        .into_iter()
        .map(|row| (("by_residence", row.residence.into_iter().collect::<Vec<_>>()), row.accounts));
    let parties = super::of_parties(&mut then.conn, case_id).await?.into_iter().filter_map(|it| {
        let party = it.scope.party?;
        Some((("by_party", vec![party.to_string()]), it.accounts.count))
    });
    Ok(regions.chain(organisations).chain(countries).chain(parties).collect())
}
