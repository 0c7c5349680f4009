//! Cases, and everything written down about one, read whole.

use jiff::tz::TimeZone;
use sqlx::Row as _;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::deeds::Act;
use super::nodes::{self, Node, Tree};
use super::rows::{self, Row};
use super::{evidence, instant, uid, uid_text};
use crate::error::{Error, Result};
use crate::model::case::{
    Case, CaseFile, Claim, Coverage, Determination, Exposure, Measure, Milestone, OpenPoint, Party, Sample,
};
use crate::model::ids::{CaseId, ClaimId, DeterminationId, ExposureId, MeasureId, MilestoneId, OpenPointId, PartyId};
use crate::model::moment::Period;
use crate::model::words::DeterminationKind;

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
    let rows = sqlx::query("SELECT * FROM cases ORDER BY id").fetch_all(conn).await?;
    rows.iter().map(case).collect()
}

/// One case.
///
/// # Errors
/// `case.missing`.
pub async fn one(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Case> {
    let row = sqlx::query("SELECT * FROM cases WHERE id = ?").bind(case_id).fetch_optional(conn).await?;
    row.as_ref().map(case).transpose()?.ok_or_else(|| Error::new("case.missing").with("case", case_id))
}

/// The case that is meant: the one asked for, else the only one.
///
/// # Errors
/// `case.missing`, `case.none`, `case.which`.
pub async fn meant(conn: &mut SqliteConnection, asked: Option<CaseId>) -> Result<CaseId> {
    if let Some(asked) = asked {
        return one(conn, asked).await.map(|case| case.id);
    }
    let ids: Vec<CaseId> = sqlx::query_scalar("SELECT id FROM cases ORDER BY id").fetch_all(conn).await?;
    match ids.as_slice() {
        [] => Err(Error::new("case.none")),
        [id] => Ok(*id),
        several => {
            let ids: Vec<_> = several.iter().map(ToString::to_string).collect();
            Err(Error::new("case.which").with("cases", ids.join(", ")))
        }
    }
}

/// The zone its days are counted in.
///
/// # Errors
/// `case.missing`, `zone.unknown`.
pub async fn zone(conn: &mut SqliteConnection, case_id: CaseId) -> Result<TimeZone> {
    super::answers::zone(&one(conn, case_id).await?.zone)
}

fn case(row: &SqliteRow) -> Result<Case> {
    let sample: Option<String> = row.try_get("sample")?;
    Ok(Case {
        id: row.try_get("id")?,
        uid: uid_text(&row.try_get::<Vec<u8>, _>("uid")?),
        title: row.try_get("title")?,
        controller: row.try_get("controller")?,
        reference: row.try_get("reference")?,
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
    let answered = rows::of_case(conn, "answer", case_id).await?;
    let parties = parties(conn, case_id).await?;
    let party = |row: &Row| {
        row.integer("party_id")
            .and_then(|id| parties.iter().find(|it| it.id.raw() == id))
            .map(|it| it.organisation.clone())
    };
    let mut milestones = each(conn, "milestone", case_id, |row| milestone(row, party(row))).await?;
    milestones.sort_by_key(|it| (it.at.from, it.id));
    let determinations = each(conn, "determination", case_id, |row| determination(row, party(row))).await?;
    let mut file = CaseFile {
        occurred: occurred(&answered)?,
        answers: answers(&answered, &determinations)?,
        case,
        milestones,
        determinations,
        claims: claims(conn, case_id).await?,
        exposures: each(conn, "exposure", case_id, exposure).await?,
        measures: each(conn, "measure", case_id, measure).await?,
        open_points: each(conn, "open_point", case_id, open_point).await?,
        imports: evidence::imports(conn, case_id).await?,
        exports: evidence::exports(conn, case_id).await?,
        coverage: each(conn, "coverage", case_id, coverage).await?,
        parties: Vec::new(),
    };
    file.parties = parties;
    Ok(file)
}

async fn each<T>(
    conn: &mut SqliteConnection,
    table: &str,
    case_id: CaseId,
    read: impl Fn(&Row) -> Result<T>,
) -> Result<Vec<T>> {
    rows::of_case(conn, table, case_id).await?.iter().map(read).collect()
}

fn occurred(answers: &[Row]) -> Result<Option<Period>> {
    let Some(row) = answers.iter().find(|row| row.text("key") == "occurred") else { return Ok(None) };
    serde_json::from_str(&row.text("value")).map(Some).map_err(|cause| Error::new("book.damaged").because(cause))
}

/// Answers by key; a period as it was typed, a reason as it stands beside what was determined.
fn answers(rows: &[Row], determinations: &[Determination]) -> Result<Vec<(String, String)>> {
    let mut answers = Vec::new();
    for row in rows.iter().filter(|row| row.text("key") != "occurred") {
        answers.push((row.text("key"), row.text("value")));
    }
    if let Some(period) = occurred(rows)? {
        let until = period.until.map(|it| format!("..{}", it.original)).unwrap_or_default();
        answers.push(("occurred".to_owned(), format!("{}{until}", period.from.original)));
    }
    for kind in DeterminationKind::ALL {
        let stands = determinations.iter().rev().find(|it| it.kind == *kind && it.superseded_by.is_none());
        if let Some(reason) = stands.and_then(|it| it.reason.clone()) {
            answers.push((format!("{}_reason", key_of(*kind)), reason));
        }
    }
    answers.sort();
    Ok(answers)
}

/// The key under which a kind is determined (`model::keys`).
const fn key_of(kind: DeterminationKind) -> &'static str {
    match kind {
        DeterminationKind::Awareness => "aware",
        other => other.id(),
    }
}

async fn parties(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Party>> {
    let nodes = nodes::all(conn, Tree::Organisation, case_id).await?;
    each(conn, "party", case_id, |row| party(row, &nodes)).await
}

fn party(row: &Row, nodes: &[Node]) -> Result<Party> {
    let name =
        |column| row.integer(column).and_then(|id| nodes.iter().find(|it| it.id.raw() == id)).map(|it| it.name.clone());
    Ok(Party {
        id: PartyId::of_row(row.id()),
        role: row.word("role")?,
        organisation: name("organisation_id").unwrap_or_default(),
        on_behalf_of: name("on_behalf_of"),
        established: row.maybe("established"),
        main_establishment: row.flag("main_establishment"),
        public_body: row.integer("public_body").map(|it| it != 0),
        sector: row.maybe("sector"),
        dpo: row.maybe("dpo"),
        reference: row.maybe("reference"),
    })
}

fn milestone(row: &Row, party: Option<String>) -> Result<Milestone> {
    Ok(Milestone {
        id: MilestoneId::of_row(row.id()),
        kind: row.word("kind")?,
        at: row.moment("at")?.ok_or_else(|| Error::new("book.damaged"))?,
        what: row.maybe("what"),
        source: row.maybe("source"),
        party,
    })
}

fn determination(row: &Row, party: Option<String>) -> Result<Determination> {
    Ok(Determination {
        id: DeterminationId::of_row(row.id()),
        kind: row.word("kind")?,
        value: row.text("value"),
        at: row.moment("at")?,
        reason: row.maybe("reason"),
        by: row.text("who"),
        made_at: row.instant("made_at")?,
        party,
        superseded_by: row.integer("superseded_by").map(DeterminationId::new),
    })
}

fn claim(row: &Row) -> Result<Claim> {
    Ok(Claim {
        id: ClaimId::of_row(row.id()),
        subject: row.text("subject"),
        count: row.count()?,
        source: row.text("source"),
        said: row.moment("said")?,
        adopted: row.flag("adopted"),
        adopted_by: row.maybe("adopted_by"),
        reason: row.maybe("reason"),
    })
}

fn exposure(row: &Row) -> Result<Exposure> {
    Ok(Exposure {
        id: ExposureId::of_row(row.id()),
        category: row.word("category")?,
        group: row.word("group")?,
        residence: row.maybe("residence"),
        way: row.maybe("way").map(|way| way.parse()).transpose()?,
        persons: row.count()?,
        protection: row.word("protection")?,
        note: row.maybe("note"),
        source: row.maybe("source"),
    })
}

fn measure(row: &Row) -> Result<Measure> {
    Ok(Measure {
        id: MeasureId::of_row(row.id()),
        kind: row.word("kind")?,
        state: row.word("state")?,
        what: row.text("what"),
        at: row.moment("at")?,
        source: row.maybe("source"),
    })
}

fn open_point(row: &Row) -> Result<OpenPoint> {
    Ok(OpenPoint {
        id: OpenPointId::of_row(row.id()),
        what: row.text("what"),
        until: row.moment("until")?,
        who: row.maybe("who"),
    })
}

fn coverage(row: &Row) -> Result<Coverage> {
    Ok(Coverage {
        what: row.text("what"),
        from: row.instant("from_at")?,
        until: row.instant("until_at")?,
        whole: row.flag("whole"),
        reason: row.maybe("reason"),
    })
}

/// What is claimed, in the order it was written down.
///
/// # Errors
/// `book.damaged`.
pub async fn claims(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<Claim>> {
    each(conn, "claim", case_id, claim).await
}

/// Pairs of groups of which somebody stated that they hold no person in common (domain.md, rules 1 and 2).
///
/// # Errors
/// What SQLite refuses.
pub async fn disjoint_groups(conn: &mut SqliteConnection, case_id: CaseId) -> Result<Vec<(String, String)>> {
    let rows = rows::of_case(conn, "group_overlap", case_id).await?;
    let disjoint = rows.iter().filter(|row| row.flag("disjoint"));
    Ok(disjoint.map(|row| (row.text("one"), row.text("other"))).collect())
}
