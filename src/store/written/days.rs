//! Days of first access, counted in the case's zone: again where that zone changes. A day that was stated as a day
//! stays the day it was; only instants may fall on another one.

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::ids::{AccountId, Under};
use crate::model::words::Precision;
use crate::store::base::bulk::Bulk;
use crate::store::log::commitment::leaves::{Touched, Touching};

use crate::store::tally::Moves;
use crate::store::values::standing::{Standing, columns};

/// Counts the days anew in the zone that the case has now, under a deed, and moves the accounts in the numbers kept by day.
///
/// # Errors
/// What SQLite refuses.
pub async fn recount(conn: &mut SqliteConnection, under: Under, zone: &TimeZone) -> Result<()> {
    let bulk = Bulk::hold(conn).await?;
    let (first, last) = under.case_id.accounts().into_inner();
    let (mut moves, mut moved) = (Moves::default(), Vec::new());
    bulk.prepare(concat!(
        "SELECT account_id, ",
        columns!(),
        " FROM standing WHERE account_id BETWEEN ?1 AND ?2 AND first_precision >= ?3 \
         AND first_from IS NOT NULL ORDER BY account_id"
    ))?
    .each(&[first.into(), last.into(), Precision::Minute.position().into()], |row| {
        let before = Standing::read(row, 1);
        let day = before.first.and_then(|first| first.day(zone));
        if day.is_some() && day != before.day {
            moves.shift(&before, &Standing { day, ..before.clone() });
            moved.extend(row.int(0).map(AccountId::new).zip(day));
        }
        Ok(())
    })?;
    let mut put = bulk.prepare("UPDATE standing SET day = ? WHERE account_id = ?")?;
    let mut touching = Touching::new(&bulk)?;
    for (account, day) in moved {
        touching.account(Touched::Standing, account)?;
        put.run(&[day.into(), account.into()])?;
    }
    moves.write(&bulk, under)
}
