//! What finds an account beside its key: whatever rows say, in whatever steps and order.

use super::*;
use crate::model::account::AccountKey;

/// A row with an e-mail address, a user principal name and an employee number, as far as it has them: 0 is none.
fn called(line: u64, (email, upn, number): (u8, u8, u8)) -> NewAccount {
    let of = |kind, n: u8, key: String| (n > 0).then_some(AccountKey { kind, key });
    let mut keys = [
        of(KeyKind::Email, email, format!("{email}@x.example")),
        of(KeyKind::Upn, upn, format!("u{upn}@x.example")),
        of(KeyKind::EmployeeNumber, number, format!("{number}00")),
    ]
    .into_iter()
    .flatten();
    let main = keys.next().unwrap_or(AccountKey { kind: KeyKind::EmployeeNumber, key: "900".into() });
    NewAccount {
        key_kind: main.kind,
        shown: main.key.clone(),
        key: main.key,
        aliases: keys.collect(),
        ..row("x", line)
    }
}

fn list(rows: &[(u8, u8, u8)]) -> Vec<NewAccount> {
    (2..).zip(rows).map(|(line, row)| called(line, *row)).collect()
}

impl Desk {
    async fn keys_lead(&self) {
        let astray = "SELECT (SELECT count(*) FROM account a LEFT JOIN account_key k ON k.key_kind = a.key_kind AND k.digest = digest(a.key) \
             WHERE k.account_id IS NOT a.id) + (SELECT count(*) FROM account_key k WHERE NOT EXISTS (SELECT 1 FROM account a \
             WHERE a.id = k.account_id AND a.key_kind = k.key_kind AND digest(a.key) = k.digest) AND NOT EXISTS (SELECT 1 FROM alias l \
             WHERE l.account_id = k.account_id AND l.key_kind = k.key_kind AND digest(l.key) = k.digest))";
        assert_eq!(self.number(astray).await, 0, "every key leads to an account that is called so");
    }
}

#[tokio::test]
async fn rows_of_one_account_find_it_by_any_of_what_it_is_called() {
    // Lists, each of rows (e-mail, user principal name, employee number); accounts; open conflicts; doubts said.
    for (lists, accounts, conflicts, doubts) in [
        (vec![vec![(1, 1, 1)], vec![(0, 0, 1)], vec![(0, 1, 0)], vec![(1, 0, 0)]], 1, vec![], 0),
        (vec![vec![(1, 1, 1), (0, 0, 1), (0, 1, 0), (1, 0, 0)]], 1, vec![], 0),
        // What is known of it first is what it goes by; what comes later finds it, too.
        (vec![vec![(0, 0, 1)], vec![(1, 0, 1)], vec![(1, 0, 0)]], 1, vec![], 0),
        (vec![vec![(0, 0, 1)], vec![(1, 0, 1), (1, 2, 0), (0, 2, 0)]], 1, vec![], 0),
        // The same user principal name, another employee number.
        (vec![vec![(0, 1, 1)], vec![(0, 1, 2)]], 1, vec!["employee_number"], 0),
        (vec![vec![(0, 1, 1), (0, 1, 2), (0, 0, 2)]], 2, vec!["employee_number"], 0),
        // Two accounts, until a row calls both by one name.
        (vec![vec![(1, 0, 0), (0, 0, 1)], vec![(1, 0, 1)]], 2, vec!["key"], 1),
        (vec![vec![(1, 0, 0)], vec![(0, 0, 1)], vec![(1, 0, 1)], vec![(1, 0, 1)]], 2, vec!["key"], 2),
        // Two mailboxes of one employee are two accounts, and said to have to do with each other.
        (vec![vec![(1, 0, 1), (2, 0, 1)]], 2, vec!["key"], 1),
        (vec![vec![(1, 0, 1)], vec![(2, 0, 1)], vec![(0, 0, 1)]], 2, vec!["key"], 1),
    ] {
        let desk = Desk::new().await;
        let mut said = 0;
        for rows in &lists {
            let written = desk.import(list(rows)).await;
            said += written.problems.iter().filter(|it| it.code == "key.two_accounts").count();
            assert_eq!(written.rows.read, written.rows.new + written.rows.merged, "{lists:?}");
        }
        let fields: Vec<String> = desk.conflicts().await.into_iter().map(|it| it.1).collect();
        assert_eq!(
            (desk.found("").await.len(), fields, said),
            (accounts, conflicts.iter().map(ToString::to_string).collect(), doubts),
            "{lists:?}"
        );
        desk.keys_lead().await;
    }
}

#[tokio::test]
async fn the_list_that_brought_a_second_account_is_taken_back_and_read_again_and_they_are_one() {
    let desk = Desk::new().await;
    desk.import(list(&[(1, 0, 0)])).await;
    desk.import(list(&[(0, 0, 1)])).await;
    desk.import(list(&[(1, 0, 1)])).await;
    assert_eq!(desk.found("").await.len(), 2);
    desk.take_back(ImportId::new(2)).await;
    assert_eq!(desk.conflicts().await, [], "there is but one now");
    assert_eq!(desk.import(list(&[(0, 0, 1)])).await.rows.merged, 1);
    let found = desk.found("key:100").await;
    assert_eq!(found.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["1@x.example"]);
}

#[tokio::test]
async fn an_account_goes_by_what_the_lists_that_stand_call_it() {
    let desk = Desk::new().await;
    desk.import(list(&[(1, 0, 1)])).await;
    desk.import(list(&[(0, 2, 1)])).await;
    assert_eq!(desk.take_back(ImportId::new(1)).await.removed, 0);
    let found = desk.found("").await;
    assert_eq!((found[0].key_kind, found[0].key.as_str(), found[0].aliases.len()), (KeyKind::Upn, "u2@x.example", 1));
    let left =
        desk.everything().await.into_iter().filter(|row| row.contains("1@x.example") && !row.contains("u2@")).count();
    assert_eq!(left, 0, "nothing is left of the list that was taken back");
    desk.keys_lead().await;
}

fn rows() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((0..4u8, 0..4u8, 0..4u8), 1..7)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn in_whatever_steps_and_order_every_key_leads_to_what_is_called_so(
        imports in prop::collection::vec(rows(), 1..5),
        chunk in 1..4usize,
        known_at_most in 0..101u64,
    ) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let (at_once, mut in_steps) = (Desk::new().await, Desk::new().await);
            in_steps.pace = Pace { chunk, known_at_most };
            for rows in imports {
                let (one, other) = (at_once.import(list(&rows)).await, in_steps.import(list(&rows)).await);
                assert_eq!(one, other);
                assert_eq!(at_once.everything().await, in_steps.everything().await);
                at_once.keys_lead().await;
                at_once.conflicts_follow().await;
                at_once.keys_lead().await;
                assert_eq!(at_once.everything().await, in_steps.everything().await, "what follows from the rows is what was written");
            }
        });
    }

    #[test]
    fn taken_back_in_any_order_nothing_is_left_and_the_last_leaves_what_was_before(
        imports in prop::collection::vec(rows(), 1..5),
        order in any::<prop::sample::Index>(),
        reversed in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let desk = Desk::new().await;
            let mut states = vec![(desk.found("").await, desk.conflicts().await)];
            for rows in &imports {
                desk.import(list(rows)).await;
                states.push((desk.found("").await, desk.conflicts().await));
            }
            let mut ids: Vec<i64> = (1..).take(imports.len()).collect();
            let by = order.index(ids.len());
            if reversed { ids.reverse(); } else { ids.rotate_left(by); }
            for id in ids {
                desk.take_back(ImportId::new(id)).await;
                desk.keys_lead().await;
                desk.conflicts_follow().await;
                if reversed {
                    states.pop();
                    assert_eq!(Some(&(desk.found("").await, desk.conflicts().await)), states.last(), "the state before import {id}");
                }
            }
            let left = "SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM account_key) + (SELECT count(*) FROM alias) \
                 + (SELECT count(*) FROM conflict) + (SELECT count(*) FROM sighting) + (SELECT count(*) FROM tally)";
            assert_eq!(desk.number(left).await, 0);
        });
    }
}
