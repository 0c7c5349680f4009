//! Cases, and everything written down about one, read whole.

use jiff::tz::TimeZone;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::{evidence, imported, known_parties, typed_counts};
use crate::error::{Error, Result};
use crate::model::case::{AnswersOf, Case, CaseFile, Claim, Organisation, Party, Sample};
use crate::model::ids::{CaseId, PartyId};
use crate::model::moment::Period;
use crate::model::party::{AnswerOwner, Parties};
use crate::model::who::Act;
use crate::model::words::DeterminationKind;
use crate::model::zone;
use crate::store::base::bytes::{instant, uid, uid_text};
use crate::store::entities::answer::{self, ANSWER, Answer};
use crate::store::entities::claim::{self, CLAIM};
use crate::store::entities::coverage::{self, COVERAGE};
use crate::store::entities::determination::{self, DETERMINATION};
use crate::store::entities::exposure::{self, EXPOSURE};
use crate::store::entities::measure::{self, MEASURE};
use crate::store::entities::milestone::{self, MILESTONE};
use crate::store::entities::node::{self, ORGANISATION};
use crate::store::entities::open_point::{self, OPEN_POINT};
use crate::store::entities::overlap::{self, OVERLAP};
use crate::store::entities::record::each;

/// A case, with what it takes from the party whose case it is.
const SELECT: &str = "SELECT cases.*, organisation.name AS controller, party.reference, party.dpo FROM cases \
                      LEFT JOIN party ON party.id = main_party_id \
                      LEFT JOIN organisation ON organisation.id = party.organisation_id";

/// Opens a case in UTC; its id counts from 1.
///
/// # Errors
/// `case.without_title`.
pub async fn insert(conn: &mut SqliteConnection, act: &Act<'_>, title: &str, sample: Option<Sample>) -> Result<CaseId> {
    if title.trim().is_empty() {
        return Err(Error::new("case.without_title"));
    }
    let sample = sample.map(|sample| match sample {
        Sample::Reconstructed => "reconstructed",
        Sample::Fictional => "fictional",
    });
    let made = sqlx::query("INSERT INTO cases (uid, title, sample, created_at, created_by) VALUES (?,?,?,?,?)")
        .bind(uid(act.at))
        .bind(title.trim())
        .bind(sample)
        .bind(act.at.to_string())
        .bind(&act.who.name)
        .execute(conn)
        .await?;
    Ok(CaseId::new(made.last_insert_rowid()))
}

/// All cases of the book.
///
/// # Errors
/// What SQLite refuses.
pub async fn list(conn: &mut SqliteConnection) -> Result<Vec<Case>> {
    let rows = sqlx::query(AssertSqlSafe(format!("{SELECT} ORDER BY cases.id"))).fetch_all(conn).await?;
    rows.iter().map(case).collect()
}

/// One case.
///
/// # Errors
/// `case.missing`.
pub async fn one(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Case> {
    let select = AssertSqlSafe(format!("{SELECT} WHERE cases.id = ?"));
    let row = sqlx::query(select).bind(case_id).fetch_optional(conn).await?;
    row.as_ref().map(case).transpose()?.ok_or_else(|| Error::new("case.missing").with("case", case_id))
}

/// The zone its days are counted in.
///
/// # Errors
/// `case.missing`, `zone.unknown`.
pub async fn zone(conn: &mut SqliteConnection, case_id: CaseId) -> Result<TimeZone> {
    let name: Option<String> =
        sqlx::query_scalar("SELECT zone FROM cases WHERE id = ?").bind(case_id).fetch_optional(conn).await?;
    zone::read(&name.ok_or_else(|| Error::new("case.missing").with("case", case_id))?)
}

fn case(row: &SqliteRow) -> Result<Case> {
    let sample: Option<String> = row.try_get("sample")?;
    Ok(Case {
        id: row.try_get("id")?,
        uid: uid_text(&row.try_get::<Vec<u8>, _>("uid")?),
        title: row.try_get("title")?,
        main_party: row.try_get("main_party_id")?,
        controller: row.try_get("controller")?,
        reference: row.try_get("reference")?,
        dpo: row.try_get("dpo")?,
        zone: row.try_get("zone")?,
        sample: sample.map(|it| if it == "fictional" { Sample::Fictional } else { Sample::Reconstructed }),
        created_at: instant(&row.try_get::<String, _>("created_at")?)?,
        created_by: row.try_get("created_by")?,
    })
}

/// Everything written down about a case, beside its accounts.
///
/// # Errors
/// `case.missing`; `book.damaged`.
pub async fn file(conn: &mut SqliteConnection, case_id: CaseId) -> Result<CaseFile> {
    let case = one(conn, case_id).await?;
    let answered = each(conn, &ANSWER, case_id, answer::read).await?;
    let Parties { all: parties, main } = known_parties::of_case(conn, case_id).await?;
    let mut milestones = each(conn, &MILESTONE, case_id, milestone::read).await?;
    milestones.sort_by_key(|it| (it.at.from, it.id));
    let mut file = CaseFile {
        occurred: occurred(&answered)?,
        answers: Vec::new(),
        answers_of: answers_of_others(&answered, main),
        case,
        organisations: organisations(conn, case_id, &parties).await?,
        parties,
        milestones,
        determinations: each(conn, &DETERMINATION, case_id, determination::read).await?,
        claims: claims(conn, case_id).await?,
        exposures: each(conn, &EXPOSURE, case_id, exposure::read).await?,
        measures: each(conn, &MEASURE, case_id, measure::read).await?,
        open_points: each(conn, &OPEN_POINT, case_id, open_point::read).await?,
        imports: imported::of_case(conn, case_id).await?,
        exports: evidence::exports(conn, case_id).await?,
        coverage: each(conn, &COVERAGE, case_id, coverage::read).await?,
        counts: typed_counts::history(conn, case_id).await?,
        overlaps: each(conn, &OVERLAP, case_id, overlap::read).await?,
    };
    file.answers = answers(&answered, &file)?;
    Ok(file)
}

/// The legal entities of parties.
async fn organisations(conn: &mut SqliteConnection, case_id: CaseId, parties: &[Party]) -> Result<Vec<Organisation>> {
    let mut all = each(conn, &ORGANISATION, case_id, node::read).await?;
    all.retain(|it| parties.iter().any(|party| party.organisation_id == Some(it.id)));
    Ok(all)
}

fn occurred(answers: &[Answer]) -> Result<Option<Period>> {
    let own = |it: &&Answer| it.owner == AnswerOwner::Case && it.key == "occurred";
    let Some(answer) = answers.iter().find(own) else { return Ok(None) };
    serde_json::from_str(&answer.value).map(Some).map_err(|cause| Error::new("book.damaged").because(cause))
}

/// Answers of the case and of its main party by key, what that party says first; a period as it was typed, a reason as it
/// stands beside what was determined.
fn answers(answered: &[Answer], file: &CaseFile) -> Result<Vec<(String, String)>> {
    let main = file.case.main_party.map(PartyId::raw);
    let of_main = |it: &&Answer| it.owner == AnswerOwner::Party && Some(it.of) == main;
    let of_case = |it: &&Answer| it.owner == AnswerOwner::Case;
    let mut answers = std::collections::BTreeMap::new();
    for answer in answered.iter().filter(of_case).chain(answered.iter().filter(of_main)) {
        answers.insert(answer.key.clone(), answer.value.clone());
    }
    if let Some(period) = occurred(answered)? {
        let until = period.until.map(|it| format!("..{}", it.original)).unwrap_or_default();
        answers.insert("occurred".to_owned(), format!("{}{until}", period.from.original));
    }
    for kind in DeterminationKind::ALL {
        if let Some(reason) = file.determined(*kind).and_then(|it| it.reason.clone()) {
            answers.insert(format!("{}_reason", kind.key()), reason);
        }
    }
    Ok(answers.into_iter().collect())
}

fn answers_of_others(answered: &[Answer], main: Option<PartyId>) -> Vec<AnswersOf> {
    let mut all: Vec<AnswersOf> = Vec::new();
    for answer in answered.iter().filter(|it| it.owner == AnswerOwner::Party && Some(it.of) != main.map(PartyId::raw)) {
        let (party, said) = (PartyId::new(answer.of), (answer.key.clone(), answer.value.clone()));
        match all.iter_mut().find(|it| it.party == party) {
            Some(of) => of.answers.push(said),
            None => all.push(AnswersOf { party, answers: vec![said] }),
        }
    }
    all
}

/// What is claimed, in the order it was written down.
///
/// # Errors
/// `book.damaged`.
pub async fn claims(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Claim>> {
    each(conn, &CLAIM, case_id, claim::read).await
}

/// Pairs of groups of which somebody stated that they hold no person in common (docs/model.md, rules 1 and 2).
///
/// # Errors
/// What SQLite refuses.
pub async fn disjoint_groups(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<(String, String)>> {
    let pairs = each(conn, &OVERLAP, case_id, overlap::read).await?;
    let disjoint = pairs.into_iter().filter(|it| it.disjoint);
    Ok(disjoint.map(|it| (it.one.id().to_owned(), it.other.id().to_owned())).collect())
}
