//! Accounts made anew from what remains: when an import is taken back, a hand's tag is undone, a contradiction is decided, a node
//! goes or comes back.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use sqlx::SqliteConnection;

use super::conflicts::Conflicts;
use super::sightings::Ledger;
use super::stated::Hands;
use super::{legend, taking_back};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, DeedId, ImportId, NodeId, Under};
use crate::store::base::bulk::Bulk;

use crate::store::written::cases;
use crate::store::written::nodes::Tree;

/// Takes an import of a case back, under a deed of its own.
///
/// # Errors
/// What SQLite refuses.
pub async fn take_back(
    conn: &mut SqliteConnection,
    under: Under,
    import: ImportId,
    zone: &TimeZone,
) -> Result<taking_back::TakenBack> {
    let legend = legend::read(conn, under.case_id).await?;
    taking_back::take_back(conn, under, import, &legend, zone).await
}

/// What lists brought while a hand's tag stood counts again, once that hand's deed is undone.
///
/// # Errors
/// What SQLite refuses.
pub async fn restate(conn: &mut SqliteConnection, at_work: Under) -> Result<()> {
    let case_id = at_work.case_id;
    let (legend, zone) = (legend::read(conn, case_id).await?, cases::zone(conn, case_id).await?);
    taking_back::restate(conn, at_work, &legend, &zone).await
}

/// What hands decided of an account.
///
/// # Errors
/// What SQLite refuses.
pub(in crate::store) async fn hands(conn: &mut SqliteConnection, case_id: CaseId, account: AccountId) -> Result<Hands> {
    let legend = legend::read(conn, case_id).await?;
    let bulk = Bulk::hold(conn).await?;
    let Some(found) = Ledger::new(&bulk)?.find_by_id(account)? else { return Ok(Hands::new()) };
    Conflicts::new(&bulk)?.hands(account, &found.held.standing, &legend)
}

/// What a deed decided of contradicting statements is given to the accounts; where it is undone, what the lists state.
///
/// # Errors
/// What SQLite refuses.
pub async fn decide(conn: &mut SqliteConnection, deed_id: DeedId, at_work: Under) -> Result<()> {
    let decides: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM entity_change WHERE deed_id = ? AND kind = 'conflict')")
            .bind(deed_id)
            .fetch_one(&mut *conn)
            .await?;
    if !decides {
        return Ok(());
    }
    let case_id = at_work.case_id;
    let (legend, zone) = (legend::read(conn, case_id).await?, cases::zone(conn, case_id).await?);
    taking_back::decide(conn, deed_id, at_work, &legend, &zone).await
}

/// What is stated of the nodes that a deed has renamed, moved, merged, taken out or brought back is told anew: one that is gone is
/// no longer stated, two that are one contradict each other no more, and what comes back is stated again.
///
/// # Errors
/// What SQLite refuses.
pub async fn nodes_changed(conn: &mut SqliteConnection, at_work: Under) -> Result<()> {
    let mut met = BTreeSet::new();
    let mut told = None;
    for tree in [Tree::Region, Tree::Organisation] {
        let changed: Vec<(NodeId, bool)> = sqlx::query_as(
            "SELECT id, max(before IS NULL) FROM entity_change WHERE deed_id = ? AND kind = ? GROUP BY id",
        )
        .bind(at_work.deed_id)
        .bind(tree.table())
        .fetch_all(&mut *conn)
        .await?;
        if changed.is_empty() {
            continue;
        }
        let legend = match &told {
            Some(legend) => legend,
            None => &*told.insert(legend::read(conn, at_work.case_id).await?),
        };
        let ids: Vec<NodeId> = changed.iter().map(|it| it.0).collect();
        let index = if tree == Tree::Region { &legend.regions } else { &legend.organisations };
        let all = index.with_all_below(&ids).into_iter().chain(ids.iter().copied());
        let all = all.map(|it| it.to_string()).collect::<Vec<_>>().join(",");
        let bulk = Bulk::hold(conn).await?;
        for ask in stating(tree, &all, changed.iter().any(|it| it.1)) {
            let (first, last) = at_work.case_id.accounts().into_inner();
            bulk.prepare(&ask)?.each(&[first.into(), last.into()], |row| {
                met.extend(row.int(0).map(AccountId::new));
                Ok(())
            })?;
        }
    }
    let (Some(legend), false) = (told, met.is_empty()) else { return Ok(()) };
    let zone = cases::zone(conn, at_work.case_id).await?;
    taking_back::state_again(&Bulk::hold(conn).await?, met.into_iter().collect(), at_work, &legend, &zone)
}

/// Asks for the accounts of which one of these nodes is stated: of those that are contradicted; where one has come back, of all.
fn stating(tree: Tree, nodes: &str, comes_back: bool) -> Vec<String> {
    let field = tree.table();
    let states = format!("json_extract(s.stated, '$.{field}') IN ({nodes})");
    let contradicted = format!(
        "SELECT c.account_id FROM conflict c WHERE c.account_id BETWEEN ?1 AND ?2 AND c.open = 1 AND c.field = '{field}' \
         AND (EXISTS (SELECT 1 FROM sighting s WHERE s.account_id = c.account_id AND {states}) \
         OR EXISTS (SELECT 1 FROM standing h WHERE h.account_id = c.account_id AND h.{field}_id IN ({nodes})))"
    );
    let all = format!("SELECT DISTINCT s.account_id FROM sighting s WHERE s.account_id BETWEEN ?1 AND ?2 AND {states}");
    std::iter::once(contradicted).chain(comes_back.then_some(all)).collect()
}
