//! Tagging: region, organisation, residence, status and that each is one person, of every account that a filter finds, in one deed.

use serde::Serialize;
use serde_json::{Value, json};

use super::Session;
use crate::error::{Error, Result};
use crate::lang::places;
use crate::model::filter::Filter;
use crate::model::ids::{AccountId, CaseId, NodeId, Under};
use crate::model::verb::Verb;
use crate::model::words::{Basis, Status};

use crate::store::entities::work::Work;
use crate::store::nodes::{self, Tree};
use crate::store::tagging::{self, Tags};
use crate::store::{Connection, filter_sql, listing};

/// The word that takes a tag away.
const NONE: &str = "none";

/// What is asked, as typed; `none` takes away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// A region by name, path `A/B` or ISO code.
    pub region: Option<String>,
    /// An organisation by name, path or ISO code.
    pub organisation: Option<String>,
    /// A country, perhaps with subdivision.
    pub residence: Option<String>,
    /// What the residence rests on.
    pub basis: Option<Basis>,
    /// A status.
    pub status: Option<Status>,
    /// Why each of them is one person (docs/model.md, rule 10).
    pub one_person: Option<String>,
    /// Which accounts; `None`: all.
    pub filter: Option<String>,
    /// Of those the filter finds, these alone; `None`: all of them.
    pub only: Option<Vec<AccountId>>,
    /// Of those the filter finds, not these.
    pub except: Vec<AccountId>,
    /// Make regions and organisations that are not there.
    pub create: bool,
    /// Say how many, and change nothing.
    pub dry_run: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Tagged {
    /// Accounts that the filter finds.
    pub matched: u64,
    /// Accounts that differ afterwards.
    pub changed: u64,
}

/// Tags accounts; where none differs afterwards, no deed is made.
///
/// # Errors
/// `tag.nothing_asked`, `tag.reason_missing`; `filter.*`; `region.missing`, `organisation.missing`, `node.ambiguous`; `country.unknown`, `country.former`,
/// `residence.basis_missing`, `residence.missing` for a basis alone.
pub async fn tag(session: &Session, case: CaseId, asked: &Asked) -> Result<Tagged> {
    let filter = Filter::read(asked.filter.as_deref().unwrap_or_default())?;
    let residence = residence(asked)?;
    if asks_nothing(asked) {
        return Err(Error::new("tag.nothing_asked"));
    }
    if asked.one_person.as_deref().is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Error::new("tag.reason_missing"));
    }
    let mut deed = session.deed(case, Verb::Tag, &params(asked)).await?;
    let (conn, work) = deed.parts();
    let condition = filter_sql::compile(conn, case, &filter).await?;
    let condition = condition.among(asked.only.as_deref(), &asked.except);
    let tags = Tags {
        region: node(conn, work, Tree::Region, asked).await?.map(|it| it.map(NodeId::region)),
        organisation: node(conn, work, Tree::Organisation, asked).await?.map(|it| it.map(NodeId::organisation)),
        residence: match residence {
            Some(Some((code, basis))) => {
                let place = tagging::place(conn, &code).await?;
                Some(Some(tagging::Residence { place, basis }))
            }
            Some(None) => Some(None),
            None => None,
        },
        status: asked.status,
        one_person: asked.one_person.as_deref().map(|why| (!why.eq_ignore_ascii_case(NONE)).then_some(work.deed_id)),
    };
    // Before the tagging: the filter may ask for what it changes.
    let matched = listing::count(conn, case, &condition).await?;
    let under = Under { case_id: case, deed_id: work.deed_id };
    let changed = tagging::tag(conn, under, &condition, &tags).await?;
    if !asked.dry_run {
        deed.done_if_changed(changed, &params(asked)).await?;
    }
    Ok(Tagged { matched, changed })
}

const fn asks_nothing(asked: &Asked) -> bool {
    asked.region.is_none()
        && asked.organisation.is_none()
        && asked.residence.is_none()
        && asked.status.is_none()
        && asked.one_person.is_none()
}

/// What the deed says was asked. Of accounts chosen one by one it says how many: `change` names them.
fn params(asked: &Asked) -> Value {
    let mut params = json!({
        "region": asked.region,
        "organisation": asked.organisation,
        "residence": asked.residence,
        "basis": asked.basis,
        "status": asked.status,
        "where": asked.filter,
    });
    if let Some(reason) = &asked.one_person {
        params["one_person"] = reason.trim().into();
    }
    if let Some(only) = &asked.only {
        params["only"] = only.len().into();
    }
    if !asked.except.is_empty() {
        params["except"] = asked.except.len().into();
    }
    params
}

/// The node that is asked for: nothing, none, or its id.
async fn node(conn: &mut Connection, work: &Work<'_>, tree: Tree, asked: &Asked) -> Result<Option<Option<NodeId>>> {
    let (name, missing) = match tree {
        Tree::Region => (&asked.region, "region.missing"),
        Tree::Organisation => (&asked.organisation, "organisation.missing"),
    };
    let Some(name) = name.as_deref() else { return Ok(None) };
    if name.eq_ignore_ascii_case(NONE) {
        return Ok(Some(None));
    }
    let found = if asked.create {
        nodes::made(conn, &work.act, work.deed_id, tree, work.case_id, name).await
    } else {
        nodes::existing(conn, tree, work.case_id, name).await
    };
    match found {
        Ok(id) => Ok(Some(Some(id))),
        Err(refusal) if refusal.code == "node.missing" => Err(Error::new(missing).with("name", name)),
        Err(refusal) => Err(refusal),
    }
}

type Residence = Option<Option<(String, Basis)>>;

/// The residence that is asked for: nothing, none, or an ISO code with what it rests on.
fn residence(asked: &Asked) -> Result<Residence> {
    let Some(typed) = asked.residence.as_deref() else {
        return if asked.basis.is_some() { Err(Error::new("residence.missing")) } else { Ok(None) };
    };
    if typed.eq_ignore_ascii_case(NONE) {
        return Ok(Some(None));
    }
    let code = places::read(typed)?;
    let basis = asked.basis.ok_or_else(|| Error::new("residence.basis_missing").with("residence", &code))?;
    Ok(Some(Some((code.into(), basis))))
}
