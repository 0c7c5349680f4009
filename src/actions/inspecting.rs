//! One account looked at closely: what it holds, why it is where it is, in what its statements differ; and one of those
//! adopted. Which accounts have such statements. It adopts nothing that nobody has stated.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::Session;
use crate::error::{Error, Result};
use crate::model::account::Account;
use crate::model::filter::Filter;
use crate::model::ids::{AccountId, CaseId, Under};
use crate::model::listed::among;
use crate::model::verb::Verb;
use crate::model::words::{Basis, KeyKind, Status};

use crate::store::filter_sql::{self, Condition};
use crate::store::nodes::{self, Tree};
use crate::store::statements::{self, OpenConflict, Statement, Story};
use crate::store::tagging::{self, Residence, Tags};
use crate::store::{Connection, anew, deeds, listing};

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
pub async fn inspect(session: &Session, case: CaseId, account: AccountId) -> Result<Inspected> {
    let mut tx = session.store.read().await?;
    let found = one(&mut tx, case, account).await?;
    Ok(Inspected { account: found, story: statements::story(&mut tx, case, account).await? })
}

async fn one(conn: &mut Connection, case: CaseId, account: AccountId) -> Result<Account> {
    let found = listing::these(conn, case, &[account]).await?;
    found.into_iter().next().ok_or_else(|| Error::new("account.missing"))
}

/// An account whose statements of a field differ, and nobody has decided.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contradicted {
    /// The account's key.
    pub key: String,
    /// Its kind.
    pub key_kind: KeyKind,
    /// The key as it was written.
    pub shown: String,
    /// What differs.
    #[serde(flatten)]
    pub conflict: OpenConflict,
    /// What the account holds meanwhile.
    pub stands: Value,
}

/// Where statements differ and nobody has decided.
///
/// # Errors
/// `filter.*`.
pub async fn conflicts(session: &Session, case: CaseId, filter: Option<&str>) -> Result<Vec<Contradicted>> {
    let filter = Filter::read(filter.unwrap_or_default())?;
    let mut tx = session.store.read().await?;
    let condition = filter_sql::compile(&mut tx, case, &filter).await?;
    let open = statements::open_conflicts(&mut tx, case, &condition).await?;
    let ids: Vec<AccountId> = open.iter().map(|it| it.account).collect();
    let accounts = listing::these(&mut tx, case, &ids).await?;
    let accounts: BTreeMap<AccountId, Account> = accounts.into_iter().map(|it| (it.id, it)).collect();
    let whole = |conflict: OpenConflict| {
        let account = accounts.get(&conflict.account)?;
        let (key, key_kind, shown) = (account.key.clone(), account.key_kind, account.shown.clone());
        Some(Contradicted { key, key_kind, shown, stands: held(account, &conflict.field), conflict })
    };
    Ok(open.into_iter().filter_map(whole).collect())
}

/// The field of this name, in which statements can differ.
///
/// # Errors
/// `word.unknown`.
pub fn field(name: &str) -> Result<&'static str> {
    let known = statements::fields();
    known.iter().copied().find(|it| it.eq_ignore_ascii_case(name.trim())).ok_or_else(|| {
        among(Error::new("word.unknown").with("what", "field").with("word", name), name, known.iter().copied())
    })
}

/// The account that is meant by an id or a key.
///
/// # Errors
/// `account.unknown`; `account.ambiguous` with the ids, where a key is there in several kinds.
pub async fn named(session: &Session, case: CaseId, text: &str) -> Result<AccountId> {
    let found = listing::named(&mut *session.store.read().await?, case, text.trim()).await?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Error::new("account.unknown").with("account", text)),
        several => {
            let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(Error::new("account.ambiguous").with("account", text).with("ids", ids.join(", ")))
        }
    }
}

/// Which statements contradict each other: those of a field of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction<'a> {
    /// The account.
    pub account: AccountId,
    /// The field's id.
    pub field: &'a str,
}

/// Which statement is adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice<'a> {
    /// The one at this place among those that differ.
    At(usize),
    /// The one that says this.
    Saying(&'a str),
    /// What stands.
    Stands,
}

/// Adopts one of the statements of a conflict, and gives it to the account; what a list states later contradicts it. Says
/// what was adopted.
///
/// # Errors
/// `account.missing`, `conflict.missing`; `conflict.not_stated` with what was; `node.missing` for a node that is gone;
/// `conflict.two_accounts` for the key of another account.
pub async fn adopt(
    session: &Session,
    case: CaseId,
    of: Contradiction<'_>,
    choice: Choice<'_>,
    reason: Option<&str>,
) -> Result<Value> {
    let mut deed = session.deed(case, Verb::ConflictAdopt, &Value::Null).await?;
    let id = deed.id();
    let conn: &mut Connection = &mut deed;
    let Contradiction { account, field } = of;
    let stands = one(conn, case, account).await?;
    let open = statements::open_conflict(conn, account, field).await?;
    let chosen = chosen(choice, &open.statements)?;
    let value = chosen.map_or_else(|| held(&stands, field), |it| it.value.clone());
    stays_itself(&stands, field, &value)?;
    let basis = basis(conn, &stands, &value, chosen).await?;
    let tags = tags(conn, case, field, &value, basis).await?;
    let params = params(of, &value, reason);
    deeds::ask(conn, id, &params).await?;
    let condition = Condition::everything().among(Some(&[account]), &[]);
    let under = Under { case_id: case, deed_id: id };
    tagging::tag(conn, under, &condition, &tags).await?;
    statements::close(conn, id, open.id, &value).await?;
    anew::decide(conn, id, under).await?;
    deed.done(1, &params).await?;
    Ok(value)
}

fn params(Contradiction { account, field }: Contradiction<'_>, value: &Value, reason: Option<&str>) -> Value {
    let mut params = json!({"account": account, "field": field, "value": value});
    if let Some(reason) = reason.map(str::trim).filter(|it| !it.is_empty()) {
        params["reason"] = reason.into();
    }
    params
}

/// The statement that is meant; none: what stands.
fn chosen<'s>(choice: Choice<'_>, said: &'s [Statement]) -> Result<Option<&'s Statement>> {
    match choice {
        Choice::Stands => Ok(None),
        Choice::At(at) => said.get(at).map(Some).ok_or_else(|| Error::new("conflict.missing")),
        Choice::Saying(text) => saying(text, said).map(Some),
    }
}

/// The one statement that says this; a number also without what it counts, where one statement has it.
fn saying<'s>(text: &str, said: &'s [Statement]) -> Result<&'s Statement> {
    let text = text.trim().replace(" / ", "/").to_lowercase();
    let whole = said.iter().find(|it| spelled(&it.value).to_lowercase() == text);
    let mut short = said.iter().filter(|it| it.value.is_object() && number(&it.value) == text);
    let found = whole.or_else(|| short.next().filter(|_| short.next().is_none()));
    found.ok_or_else(|| {
        let known: Vec<String> = said.iter().map(|it| spelled(&it.value)).collect();
        among(Error::new("conflict.not_stated").with("value", &text), &text, known.iter().map(String::as_str))
    })
}

/// A statement's value as it is typed: a word, a path, a number with what it counts; `none` for a tag taken away.
#[must_use]
pub fn spelled(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        count => format!("{} {}", number(count), count["unit"].as_str().unwrap_or_default()),
    }
}

fn number(count: &Value) -> String {
    let (low, high) = (&count["low"], &count["high"]);
    match count["qualifier"].as_str().unwrap_or_default() {
        "at_least" => format!(">={low}"),
        "at_most" => format!("<={high}"),
        "between" => format!("{low}-{high}"),
        "approximate" => format!("~{}", count["value"]),
        _ => low.to_string(),
    }
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
        "records" => json!(account.records),
        "key" => json!(account.key),
        kind => json!(identifier(account, kind)),
    }
}

/// The identifier of a kind that an account is found by.
fn identifier<'a>(account: &'a Account, kind: &str) -> Option<&'a str> {
    let own = Some(account.key.as_str()).filter(|_| account.key_kind.id() == kind);
    own.or_else(|| account.aliases.iter().find(|it| it.kind.id() == kind).map(|it| it.key.as_str()))
}

/// That an identifier leads to another account makes no one account of the two: whoever finds that they are one takes the
/// list back that brought the other, and reads it in again.
fn stays_itself(account: &Account, field: &str, value: &Value) -> Result<()> {
    if field != "key" || value.as_str() == Some(&account.key) {
        return Ok(());
    }
    let (own, other) = (account.key.clone(), value.as_str().unwrap_or_default().to_owned());
    Err(Error::new("conflict.two_accounts").with("own", own).with("other", other))
}

/// What a residence rests on: as the row states that is adopted; as it stands, where it stands.
async fn basis(conn: &mut Connection, stands: &Account, value: &Value, chosen: Option<&Statement>) -> Result<Basis> {
    let stated = match chosen {
        Some(chosen) => statements::basis_of(conn, stands.id, chosen).await?,
        None => None,
    };
    let held = stands.basis.filter(|_| value.as_str() == stands.residence.as_deref());
    Ok(stated.or(held).unwrap_or(Basis::List))
}

/// What a statement tags the account with; what is no tag is given to it when the conflict is closed.
async fn tags(conn: &mut Connection, case: CaseId, field: &str, value: &Value, basis: Basis) -> Result<Tags> {
    let mut tags = Tags::default();
    match (field, value.as_str()) {
        ("region", None) => tags.region = Some(None),
        ("region", Some(path)) => {
            tags.region = Some(Some(nodes::existing(conn, Tree::Region, case, path).await?.region()));
        }
        ("organisation", None) => tags.organisation = Some(None),
        ("organisation", Some(path)) => {
            let id = nodes::existing(conn, Tree::Organisation, case, path).await?;
            tags.organisation = Some(Some(id.organisation()));
        }
        ("residence", None) => tags.residence = Some(None),
        ("residence", Some(code)) => {
            let place = tagging::place(conn, code).await?;
            tags.residence = Some(Some(Residence { place, basis }));
        }
        ("status", Some(word)) => tags.status = Some(word.parse::<Status>()?),
        _ => {}
    }
    Ok(tags)
}
