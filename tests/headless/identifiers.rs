//! What finds an account: by its e-mail address, its user principal name, its employee number, whichever a list has.

use serde_json::{Value, json};

use super::Desk;

const THREE: &str = "E-Mail,UPN,Personalnummer,Name\n\
     anna@x.example,anna@ad.x.example,10017,Anna Amsel\n\
     bert@x.example,bert@ad.x.example,10018,Bert Bussard\n";

fn import(desk: &Desk, name: &str, list: &str) -> Value {
    desk.done(&["import", &desk.file(name, list)])
}

fn rows(result: &Value) -> [i64; 4] {
    ["new", "merged", "rejected", "conflicts"].map(|it| result[it].as_i64().unwrap_or(-1))
}

#[test]
fn an_account_is_found_by_all_that_its_row_calls_it() {
    let desk = Desk::with_case();
    assert_eq!(rows(&import(&desk, "three.csv", THREE)), [2, 0, 0, 0]);
    for (list, name) in [
        ("Personalnummer\n10017\n10018\n", "numbers.csv"),
        ("UPN\nanna@ad.x.example\nbert@ad.x.example\n", "upns.csv"),
        ("E-Mail\nANNA@x.example\n bert@x.example\n", "mails.csv"),
    ] {
        assert_eq!(rows(&import(&desk, name, list)), [0, 2, 0, 0], "{name}");
    }
    let accounts = desk.done(&["accounts"]);
    assert_eq!(accounts["total"], 2);
    let anna = &accounts["accounts"][0];
    assert_eq!((&anna["key"], &anna["key_kind"]), (&json!("anna@x.example"), &json!("email")));
    assert_eq!(
        anna["aliases"],
        json!([{"kind": "upn", "key": "anna@ad.x.example"}, {"kind": "employee_number", "key": "10017"}])
    );
    for filter in ["key:10017", "key:anna@ad.x.example", "key:ANNA@x.example", "10017", "key:1001* name:Anna*"] {
        assert_eq!(desk.done(&["accounts", "--where", filter])["accounts"][0]["key"], "anna@x.example", "{filter}");
    }
    assert_eq!(desk.done(&["accounts", "--where", "-key:10017"])["accounts"][0]["key"], "bert@x.example");
    assert_eq!(desk.done(&["facts"])["accounts"]["value"], 2);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_staff_list_fills_by_any_of_them_and_what_it_adds_finds_the_account_from_then_on() {
    let desk = Desk::with_case();
    import(&desk, "mails.csv", "E-Mail\nanna@x.example\n");
    let staff = desk
        .file("staff.csv", "E-Mail,Personalnummer,Name\nanna@x.example,10017,Anna Amsel\nzoe@x.example,10099,Zoe\n");
    let filled = desk.done(&["import", &staff, "--enrich"]);
    assert_eq!((&filled["merged"], &filled["unmatched"]), (&json!(1), &json!(1)));
    let found = import(&desk, "numbers.csv", "Personalnummer,E-Mails\n10017,500\n10099,3\n");
    assert_eq!(rows(&found), [1, 1, 0, 0], "10099 is of nobody whom the staff list filled");
    assert_eq!(desk.done(&["accounts", "--where", "key:anna@x.example"])["accounts"][0]["records"]["value"], 500);
    desk.done(&["import", "undo", "--import", "2"]);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_row_that_proves_two_accounts_to_be_one_is_said_counted_once_as_a_conflict_and_makes_none_of_them() {
    let desk = Desk::with_case();
    import(&desk, "mails.csv", "E-Mail\nanna@x.example\n");
    import(&desk, "numbers.csv", "Personalnummer\n10017\n");
    let both = import(&desk, "both.csv", "E-Mail,Personalnummer\nanna@x.example,10017\n");
    assert_eq!(rows(&both), [0, 1, 0, 1]);
    let said = &both["problems"][0];
    assert_eq!((&said["code"], &said["line"]), (&json!("key.two_accounts"), &json!(2)));
    assert!(said["reason"].as_str().is_some_and(|it| it.contains("anna@x.example") && it.contains("10017")), "{said}");
    assert_eq!(desk.done(&["facts"])["conflicts"], 1);
    let listed = desk.done(&["conflict", "list"])["conflicts"][0].clone();
    assert_eq!((&listed["field"], &listed["key"]), (&json!("key"), &json!("anna@x.example")));
    let values: Vec<&Value> =
        listed["statements"].as_array().expect("statements").iter().map(|it| &it["value"]).collect();
    assert_eq!(values, ["anna@x.example", "10017"]);
    desk.refused(&["conflict", "adopt", "anna@x.example", "key=10017"], "conflict.two_accounts");
    desk.done(&["conflict", "adopt", "anna@x.example", "key=anna@x.example", "--reason", "two people"]);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    assert_eq!(desk.done(&["undo"])["changed"], 1);
    assert_eq!(desk.done(&["facts"])["conflicts"], 1);
    desk.done(&["import", "undo", "--import", "3"]);
    assert_eq!((&desk.done(&["facts"])["conflicts"], &desk.done(&["accounts"])["total"]), (&json!(0), &json!(2)));
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn the_same_user_principal_name_with_another_employee_number_is_a_conflict_and_the_adopted_one_finds_it() {
    let desk = Desk::with_case();
    import(&desk, "one.csv", "UPN,Personalnummer\nanna@ad.x.example,10017\n");
    assert_eq!(rows(&import(&desk, "two.csv", "UPN,Personalnummer\nanna@ad.x.example,10071\n")), [0, 1, 0, 1]);
    let listed = desk.done(&["conflict", "list"])["conflicts"][0].clone();
    assert_eq!((&listed["field"], &listed["stands"]), (&json!("employee_number"), &json!("10017")));
    assert_eq!(desk.done(&["accounts", "--where", "conflict:employee_number"])["total"], 1);
    desk.done(&["conflict", "adopt", "anna@ad.x.example", "employee_number=10071"]);
    assert_eq!(rows(&import(&desk, "later.csv", "Personalnummer\n10071\n")), [0, 1, 0, 0]);
    let anna = desk.done(&["accounts"])["accounts"][0].clone();
    assert_eq!(anna["aliases"], json!([{"kind": "employee_number", "key": "10071"}]));
    desk.done(&["import", "undo"]);
    desk.done(&["undo"]);
    let anna = desk.done(&["accounts"])["accounts"][0].clone();
    assert_eq!(anna["aliases"], json!([{"kind": "employee_number", "key": "10017"}]), "as it was");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn the_column_that_is_named_decides_and_the_others_find_the_account_all_the_same() {
    let desk = Desk::with_case();
    let list = desk.file("three.csv", THREE);
    desk.done(&["import", &list, "--map", "Personalnummer=employee_number"]);
    let anna = desk.done(&["accounts"])["accounts"][0].clone();
    assert_eq!((&anna["key"], &anna["key_kind"]), (&json!("10017"), &json!("employee_number")));
    assert_eq!(rows(&import(&desk, "mails.csv", "E-Mail\nanna@x.example\n")), [0, 1, 0, 0]);
    let reading: Value = serde_json::from_str(
        desk.done(&["import", "list"])["imports"][0]["files"][0]["reading"].as_str().expect("how"),
    )
    .expect("JSON");
    let roles: Vec<&Value> = reading["columns"].as_array().expect("columns").iter().map(|it| &it["role"]).collect();
    assert_eq!(roles, [&json!("alias"), &json!("alias"), &json!("main"), &Value::Null], "evidence");
    desk.done(&[
        "import",
        &desk.file("ignored.csv", "E-Mail,UPN\nx@x.example,x@ad.x.example\n"),
        "--map",
        "UPN=ignore",
    ]);
    assert_eq!(desk.done(&["accounts", "--where", "key:x@ad.x.example"])["total"], 0);
}

#[test]
fn a_number_that_many_accounts_share_identifies_none_of_them() {
    let desk = Desk::with_case();
    let rows_of: String = (0..12).map(|n| format!("p{n}@x.example,K-{}\n", 10_000 + n / 6)).collect();
    let result = import(&desk, "customers.csv", &format!("E-Mail,Kundennummer\n{rows_of},K-77777\n"));
    assert_eq!(rows(&result), [13, 0, 0, 0], "a row without an address still goes by its number");
    assert_eq!(desk.done(&["accounts", "--where", "key:K-10000"])["total"], 0);
}

#[test]
fn what_else_people_are_called_stands_in_no_report_without_names() {
    let desk = Desk::with_case();
    import(&desk, "three.csv", THREE);
    desk.done(&["case", "set", "description=The account 10017 was used first."]);
    let out = desk.path("d.pdf").display().to_string();
    let report = ["report", "--template", "dossier", "--language", "en", "--format", "pdf", "--out", &out];
    let refusal = desk.call(&report);
    assert_eq!(refusal.code, 1, "{}", refusal.out);
    assert!(!refusal.out.contains("10017"), "never whom: {}", refusal.out);
    desk.done(&["case", "set", "description=One account was used first."]);
    desk.done(&report);
}

#[test]
fn the_sheet_that_goes_out_names_them_and_comes_back_by_any_of_them() {
    let desk = Desk::with_case();
    import(&desk, "three.csv", THREE);
    let out = desk.path("sheet.csv").display().to_string();
    desk.done(&["accounts", "--format", "csv", "--out", &out]);
    let sheet = std::fs::read_to_string(&out).expect("the sheet");
    assert!(sheet.lines().next().is_some_and(|it| it.ends_with(",aliases")), "{sheet}");
    assert!(sheet.contains("upn:anna@ad.x.example; employee_number:10017"), "{sheet}");
    let back = "key,key_kind,shown,residence\n10017,employee_number,10017,DE\n";
    assert_eq!(import(&desk, "back.csv", back)["changed"], 1);
    assert_eq!(desk.done(&["accounts", "--where", "residence:DE"])["accounts"][0]["key"], "anna@x.example");
}
