//! Looking at files before they are imported: what was recognised, what is to be asked, the first rows as they would
//! be read. It changes nothing.

use jiff::tz::TimeZone;
use serde::Serialize;

use super::{Asked, Clock, Given, Options, Part, Session, parts, prepared};
use crate::error::Result;
use crate::import::{self, DateOrder, Entry, Glimpse, Reading, Recognised};
use crate::model::account::{NewAccount, NewTagging, Problem};
use crate::model::ids::CaseId;
use crate::model::moment::Moment;
use crate::model::tree;
use crate::model::words::KeyKind;
use crate::store::Connection;
use crate::store::{cases, importing as store};

pub use crate::store::importing::Earlier;

/// Rows shown as they would be read.
const ROWS: usize = 10;

/// Rows looked at for times without a zone.
const LOOKED_AT: usize = 500;

/// A file as it was looked at.
pub struct LookedFile {
    /// Its name, without its folder.
    pub name: String,
    /// What was found; of a file that cannot be read, why.
    pub found: Result<(Look, Vec<LookedRow>)>,
}

/// What was recognised of a file, and what is to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Look {
    /// How it would be read.
    pub how: Recognised,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// A few cells of each column, beside `how.columns`; none of a column that looks like a secret.
    pub cells: Vec<Vec<String>>,
    /// No column holds an identifier: it cannot be imported until one is named.
    pub keyless: bool,
    /// Columns whose cells do not settle which number is the day.
    pub dates: Vec<QuestionOfDates>,
    /// Times in it name no zone.
    pub zone_assumed: bool,
    /// It is a sheet that was handed out, filled in: it brings tags and no accounts.
    pub round_trip: bool,
    /// An import of the same bytes into this case that still stands.
    pub earlier: Option<Earlier>,
}

/// A column of times whose cells do not settle which number is the day: a real cell, read either way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct QuestionOfDates {
    /// The column's header.
    pub column: String,
    /// The cell as it stands.
    pub cell: String,
    /// With the day first.
    pub day_month: Option<Moment>,
    /// With the month first.
    pub month_day: Option<Moment>,
}

/// A row as it would be read: an account, the tags of a sheet that came back, or neither; and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedRow {
    /// First physical line of the record, from 1.
    pub line: u64,
    /// The account.
    pub account: Option<NewAccount>,
    /// The tags.
    pub tagging: Option<NewTagging>,
    /// Fields left open, or why it would not be taken.
    pub problems: Vec<Problem>,
}

/// Looks at files, and at each member of an archive; of those that cannot be read it says why, the others are shown.
///
/// # Errors
/// What the store refuses.
pub async fn look(session: &Session, case: CaseId, files: Vec<Given>, asked: &Asked) -> Result<Vec<LookedFile>> {
    let mut tx = session.store.read().await?;
    let clock = Clock { zone: cases::zone(&mut tx, case).await?, now: None };
    let mut looked = Vec::new();
    for given in files {
        let name = given.name.clone();
        let parts = match parts(given) {
            Ok(parts) => parts,
            Err(refusal) => {
                looked.push(LookedFile { name, found: Err(refusal) });
                continue;
            }
        };
        for part in parts {
            let name = part.given.name.clone();
            match look_at(&mut tx, case, part, (asked, &clock)).await {
                Ok(found) => looked.extend(found.into_iter().map(|(name, it)| LookedFile { name, found: Ok(it) })),
                Err(refusal) => looked.push(LookedFile { name, found: Err(refusal) }),
            }
        }
    }
    Ok(looked)
}

async fn look_at(
    conn: &mut Connection,
    case: CaseId,
    part: Part,
    (asked, clock): (&Asked, &Clock),
) -> Result<Vec<(String, (Look, Vec<LookedRow>))>> {
    let (source, mut options) = prepared(part, asked, clock)?;
    options.looking = true;
    let mut all = Vec::new();
    for reading in import::read(source, &options)? {
        let name = reading.name.clone();
        let (mut look, rows) = found(reading, &options);
        look.earlier = store::earlier(conn, case, &look.sha256).await?;
        all.push((name, (look, rows)));
    }
    Ok(all)
}

fn found(reading: Reading, options: &Options) -> (Look, Vec<LookedRow>) {
    let Reading { how, sha256, size, glimpse, entries, .. } = reading;
    let dates = questions(&glimpse, &options.zone);
    let (rows, mut zone_assumed) = rows(entries);
    zone_assumed |= dates.iter().any(|it| it.day_month.iter().chain(&it.month_day).any(is_assumed));
    let round_trip = rows.iter().any(|it| it.tagging.is_some());
    let Glimpse { cells, keyless, .. } = glimpse;
    let look = Look { how, sha256, size, cells, keyless, dates, zone_assumed, round_trip, earlier: None };
    (look, rows)
}

fn is_assumed(moment: &Moment) -> bool {
    moment.zone_assumed.is_some()
}

fn questions(glimpse: &Glimpse, zone: &TimeZone) -> Vec<QuestionOfDates> {
    let question = |column: &str, cell: &str| QuestionOfDates {
        column: column.to_owned(),
        cell: cell.to_owned(),
        day_month: import::time(cell, DateOrder::DayMonth, zone),
        month_day: import::time(cell, DateOrder::MonthDay, zone),
    };
    glimpse.open_dates.iter().filter_map(|it| Some(question(&it.column, it.cells.first()?))).collect()
}

/// The first rows, each with its problems; and whether any time of the first few hundred names no zone.
fn rows(entries: import::Entries) -> (Vec<LookedRow>, bool) {
    let (mut rows, mut waiting, mut assumed) = (Vec::new(), Vec::new(), false);
    for entry in entries.take(LOOKED_AT) {
        let row = match entry {
            Err(problem) if problem.rejected.is_none() => {
                waiting.push(problem);
                continue;
            }
            Err(problem) => {
                let line = problem.line;
                waiting.push(problem);
                LookedRow { line, account: None, tagging: None, problems: std::mem::take(&mut waiting) }
            }
            Ok(entry) => shown(entry, std::mem::take(&mut waiting)),
        };
        let moments = row.account.iter().flat_map(|it| it.first_access.iter().chain(&it.last_access));
        assumed |= moments.into_iter().any(is_assumed);
        if rows.len() < ROWS {
            rows.push(row);
        }
    }
    (rows, assumed)
}

fn shown(entry: Entry, problems: Vec<Problem>) -> LookedRow {
    match entry {
        Entry::Account(it) => {
            let key = if it.key_kind == KeyKind::None { it.shown.clone() } else { it.key.clone() };
            let shown = |path: Option<String>| path.map(|path| tree::split(&path).collect::<Vec<_>>().join("/"));
            let (region, organisation) = (shown(it.region.clone()), shown(it.organisation.clone()));
            let account = NewAccount { key, region, organisation, ..it };
            LookedRow { line: account.line, account: Some(account), tagging: None, problems }
        }
        Entry::Tagging(it) => LookedRow { line: it.line, account: None, tagging: Some(it), problems },
    }
}
