//! Which case is meant, by what people call it. It changes nothing but a sample's name, once.

use sqlx::SqliteConnection;

use crate::error::{Error, Result};
use crate::model::ids::CaseId;

/// What a case can be called by, in the order in which it is looked for.
const CALLED: [fn(&Called) -> Option<&str>; 3] =
    [|it| it.reference.as_deref(), |it| it.sample.as_deref(), |it| Some(it.title.as_str())];

/// What a case is called.
#[derive(sqlx::FromRow)]
struct Called {
    id: CaseId,
    title: String,
    reference: Option<String>,
    #[sqlx(rename = "sample_name")]
    sample: Option<String>,
}

/// The case that is meant: the one that is called so, else the only one. An id goes before a reference, a reference before
/// a sample's name, that before a title; what names several names none.
///
/// # Errors
/// `case.missing`, `case.none`; `case.which` and `case.ambiguous` with those there are.
pub async fn meant(conn: &mut SqliteConnection, asked: Option<&str>) -> Result<CaseId> {
    // The case's reference is its main party's.
    let cases: Vec<Called> = sqlx::query_as(
        "SELECT cases.id, title, reference, sample_name FROM cases \
         LEFT JOIN party ON party.id = main_party_id ORDER BY cases.id",
    )
    .fetch_all(conn)
    .await?;
    match (asked.map(str::trim), cases.as_slice()) {
        (Some(asked), cases) => called(asked, cases),
        (None, []) => Err(Error::new("case.none")),
        (None, [one]) => Ok(one.id),
        (None, several) => Err(Error::new("case.which").with("cases", listed(several))),
    }
}

fn called(asked: &str, cases: &[Called]) -> Result<CaseId> {
    let by_id = asked.parse::<CaseId>().ok().and_then(|id| cases.iter().find(|it| it.id == id));
    if let Some(found) = by_id {
        return Ok(found.id);
    }
    let wanted = asked.to_lowercase();
    for of in CALLED {
        let is_meant = |it: &&Called| of(it).is_some_and(|name| name.trim().to_lowercase() == wanted);
        let found: Vec<&Called> = cases.iter().filter(is_meant).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.id),
            several => {
                let listed = listed(several.iter().copied());
                return Err(Error::new("case.ambiguous").with("case", asked).with("cases", listed));
            }
        }
    }
    Err(Error::new("case.missing").with("case", asked))
}

fn listed<'c>(cases: impl IntoIterator<Item = &'c Called>) -> String {
    let one = |it: &Called| format!("{} ({})", it.id, it.title);
    cases.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Notes which sample a case is.
///
/// # Errors
/// What SQLite refuses.
pub async fn name_sample(conn: &mut SqliteConnection, case_id: CaseId, name: &str) -> Result<()> {
    sqlx::query("UPDATE cases SET sample_name = ? WHERE id = ?").bind(name).bind(case_id).execute(conn).await?;
    Ok(())
}
