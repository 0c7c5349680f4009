//! What was determined is never rewritten and never deleted: a new determination supersedes, by whoever makes it.

use serde_json::{Value, json};

use super::Desk;

fn determinations(desk: &Desk) -> Vec<Value> {
    desk.done(&["case", "show"])["determinations"].as_array().cloned().expect("rows")
}

#[test]
fn another_reason_is_another_determination_by_whoever_gives_it() {
    let desk = Desk::with_case();
    desk.done(&["--by", "Ann", "case", "set", r#"risk={"value":"high","reason":"Passwords","advice":"B. Counsel"}"#]);
    let first = determinations(&desk)[0].clone();
    assert_eq!((&first["by"], &first["advice"]), (&json!("Ann"), &json!("B. Counsel")));
    desk.done(&["--by", "Bob", "--now", "2026-11-26T10:00:00Z", "case", "set", "risk_reason=No passwords after all"]);
    let made = determinations(&desk);
    assert_eq!(made.len(), 2);
    let kept = |it: &Value| ["value", "reason", "by", "advice", "made_at"].map(|field| it[field].clone());
    assert_eq!(kept(&made[0]), kept(&first), "what Ann determined stays as she did");
    assert_eq!(made[0]["superseded_by"], made[1]["id"]);
    let told = ["value", "reason", "by", "advice", "made_at"].map(|field| made[1][field].clone());
    let expected =
        [json!("high"), json!("No passwords after all"), json!("Bob"), Value::Null, json!("2026-11-26T10:00:00Z")];
    assert_eq!(told, expected);
    // Undoing takes back the deed, and says so; nothing else does.
    desk.done(&["undo"]);
    let back = determinations(&desk);
    assert_eq!((back.len(), &back[0]["superseded_by"]), (1, &Value::Null));
    desk.done(&["redo"]);
    assert_eq!(determinations(&desk), made);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn neither_a_field_is_changed_nor_a_row_removed_and_the_refusal_says_what_to_do() {
    let desk = Desk::with_case();
    desk.done(&["case", "set", "aware=2026-11-24T09:00:00+01:00", "breach=yes", "risk=high"]);
    desk.done(&["count", "set", "accounts", "--value", "9"]);
    let before = determinations(&desk);
    for row in &before {
        let id = row["id"].as_i64().expect("an id");
        for asked in ["-", ".value=no", ".reason=Because", ".by=Bob", ".advice=C", ".party=1", ".reason="] {
            let refusal = desk.refused(&["case", "set", &format!("determination[{id}]{asked}")], "row.is_kept");
            assert!(
                refusal["message"].as_str().is_some_and(|it| it.contains("anew") && it.contains("undo")),
                "{refusal}"
            );
        }
    }
    assert_eq!(determinations(&desk), before);
}

#[test]
fn the_dossier_says_of_each_what_each_determined() {
    let desk = Desk::with_case();
    desk.done(&["--by", "Ann", "case", "set", r#"risk={"value":"high","reason":"Passwords"}"#]);
    desk.done(&[
        "--by",
        "Bob",
        "case",
        "set",
        r#"risk={"value":"unlikely","reason":"Hashes only","advice":"C. Counsel"}"#,
    ]);
    let out = desk.path("dossier.pdf").display().to_string();
    desk.done(&["report", "--template", "dossier", "--language", "en", "--format", "pdf", "--out", &out]);
    let page = super::reports::text_of(out.as_ref());
    for word in ["Ann", "Passwords", "Bob", "Hashes only", "C. Counsel"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    let shown = desk.done(&["case", "show"]);
    let said: Vec<_> = shown["determinations"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|it| {
            [&it["by"], &it["value"], &it["reason"], &it["advice"]].map(|it| it.as_str().unwrap_or_default().to_owned())
        })
        .collect();
    assert_eq!(said, [["Ann", "high", "Passwords", ""], ["Bob", "unlikely", "Hashes only", "C. Counsel"]]);
}
