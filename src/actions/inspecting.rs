//! One account looked at closely: what it holds, why it is where it is, in what its statements differ; and one of those
//! adopted.

use serde::Serialize;
use serde_json::{Value, json};

use super::Session;
use crate::error::{Error, Result};
use crate::model::account::Account;
use crate::model::verb::Verb;
use crate::model::words::Status;
use crate::store::filter_sql::Condition;
use crate::store::nodes::{self, Tree};
use crate::store::statements::{self, Statement, Story};
use crate::store::tagging::{self, Tags};
use crate::store::{Connection, accounts, deeds, importing};

/// One account, whole.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Inspected {
    /// As a list shows it.
    pub account: Account,
    /// How it came to be so.
    #[serde(flatten)]
    pub story: Story,
}

/// One account, whole.
///
/// # Errors
/// `account.missing`.
pub async fn inspect(session: &Session, case: i64, account: i64) -> Result<Inspected> {
    let mut tx = session.store.read().await?;
    let found = one(&mut tx, case, account).await?;
    Ok(Inspected { account: found, story: statements::story(&mut tx, case, account).await? })
}

async fn one(conn: &mut Connection, case: i64, account: i64) -> Result<Account> {
    let found = accounts::these(conn, case, &[account]).await?;
    found.into_iter().next().ok_or_else(|| Error::new("account.missing"))
}

/// Adopts one of the statements of a conflict (`None`: what stands), and gives it to the account; from then on lists
/// that state something else change nothing.
///
/// # Errors
/// `account.missing`, `conflict.missing`; `node.missing` for a node that is gone.
pub async fn adopt(session: &Session, case: i64, account: i64, field: &str, statement: Option<usize>) -> Result<u64> {
    let mut deed = session.deed(case, Verb::ConflictAdopt, &Value::Null).await?;
    let id = deed.id();
    let conn: &mut Connection = &mut deed;
    let stands = one(conn, case, account).await?;
    let (conflict, said) = statements::open_conflict(conn, account, field).await?;
    let chosen = match statement {
        Some(at) => Some(said.get(at).ok_or_else(|| Error::new("conflict.missing"))?),
        None => None,
    };
    let value = chosen.map_or_else(|| held(&stands, field), |it| it.value.clone());
    let tags = match chosen {
        Some(chosen) => tags(conn, (case, account), field, chosen).await?,
        None => Tags::default(),
    };
    let params = json!({"account": account, "field": field, "value": value});
    deeds::ask(conn, id, &params).await?;
    let condition = Condition::everything().among(Some(&[account]), &[]);
    tagging::tag(conn, (case, id), &condition, &tags).await?;
    statements::close(conn, id, conflict, &value).await?;
    importing::decide(conn, case, id).await?;
    deed.done(1, &params).await?;
    Ok(1)
}

/// What an account holds in a field, as a statement says it.
fn held(account: &Account, field: &str) -> Value {
    match field {
        "name" => json!(account.name),
        "notes" => json!(account.notes),
        "kind" => json!(account.kind),
        "status" => json!(account.status),
        "region" => json!(account.region),
        "organisation" => json!(account.organisation),
        "residence" => json!(account.residence),
        _ => json!(account.records),
    }
}

/// What a statement tags the account with; what is no tag is given to it when the conflict is closed.
async fn tags(conn: &mut Connection, (case, account): (i64, i64), field: &str, said: &Statement) -> Result<Tags> {
    let text = said.value.as_str().unwrap_or_default();
    let mut tags = Tags::default();
    match field {
        "region" => tags.region = Some(Some(nodes::existing(conn, Tree::Region, case, text).await?)),
        "organisation" => tags.organisation = Some(Some(nodes::existing(conn, Tree::Organisation, case, text).await?)),
        "residence" => {
            let basis = statements::basis_of(conn, account, said).await?;
            tags.residence = Some(Some((tagging::place(conn, text).await?, basis)));
        }
        "status" => tags.status = Some(text.parse::<Status>()?),
        _ => {}
    }
    Ok(tags)
}
