//! Lists in archives and in JSON, as a script hands them over: each member a file of the import, traced to its archive.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::headless::Desk;
use crate::zipped::{Zip, workbook};

const LIST: &[u8] = b"email,name\na@x.example,A\nbroken,B\n";

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn sheet() -> Vec<u8> {
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = format!("<row r=\"1\">{}</row><row r=\"2\">{}</row>", cell("A1", "email"), cell("A2", "w@x.example"));
    let text = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    workbook(&[("One", "")]).with("xl/worksheets/sheet1.xml", text.as_bytes()).bytes()
}

fn reading(file: &Value) -> Value {
    serde_json::from_str(file["reading"].as_str().expect("a reading")).expect("JSON")
}

#[test]
fn members_are_files_of_the_import_with_their_own_hash_rows_and_problems() {
    let desk = Desk::with_case();
    let archive = Zip::default()
        .with("north/", b"")
        .with("north/list.csv", LIST)
        .with("__MACOSX/north/._list.csv", b"\0\x05")
        .with("people.xlsx", &sheet())
        .with("people.jsonl", b"{\"email\":\"j@x.example\"}\n")
        .bytes();
    let result = desk.done(&[
        "import",
        &desk.file("lists.zip", &archive),
        &desk.file("more.csv.gz", gzipped(b"email\ng@x.example\n")),
    ]);
    let names: Vec<_> =
        result["files"].as_array().expect("files").iter().map(|it| it["file"].as_str().expect("a name")).collect();
    assert_eq!(
        names,
        ["lists.zip/north/list.csv", "lists.zip/people.xlsx", "lists.zip/people.jsonl", "more.csv.gz/more.csv"]
    );
    let containers: Vec<_> =
        result["files"].as_array().expect("files").iter().map(|it| it["container"].clone()).collect();
    assert_eq!(containers, ["delimited", "workbook", "json_lines", "delimited"]);
    assert_eq!((&result["read"], &result["new"], &result["rejected"]), (&json!(5), &json!(4), &json!(1)));
    assert_eq!(result["files"][0]["sha256"], sha256(LIST));
    assert_eq!(
        (&result["problems"][0]["file"], &result["problems"][0]["line"]),
        (&json!("lists.zip/north/list.csv"), &json!(3))
    );
    let listed = desk.done(&["import", "list"]);
    let within = reading(&listed["imports"][0]["files"][1])["within"].clone();
    assert_eq!(
        within,
        json!({"file": "lists.zip", "sha256": sha256(&archive), "size": archive.len(), "wrapper": "zip", "left_out": ["__MACOSX/north/._list.csv"]})
    );
    assert_eq!(reading(&listed["imports"][0]["files"][3])["within"]["wrapper"], "gzip");
    assert_eq!(desk.done(&["verify"])["ok"], true);
    let again = desk.done(&["import", &desk.file("list.csv", LIST)]);
    assert_eq!(again["files"][0]["same_as"], 1, "the same bytes, by themselves: {again}");
}

#[test]
fn an_archive_that_is_none_for_lists_is_refused_and_names_its_member() {
    let absurd = vec![b'a'; 20 * 1024 * 1024];
    let many = (0..1_001).fold(Zip::default(), |zip, n| zip.with(&format!("{n}.csv"), LIST)).bytes();
    let broken = {
        let mut bytes = Zip::default().with("a.csv", LIST).bytes();
        bytes[30 + 5 + 4] ^= 0xff;
        bytes
    };
    for (name, bytes, code, member) in [
        ("sealed.zip", Zip::default().sealed("a.csv", LIST).bytes(), "import.archive_encrypted", "a.csv"),
        (
            "nested.zip",
            Zip::default().with("b.zip", &Zip::default().with("a.csv", LIST).bytes()).bytes(),
            "import.archive_nested",
            "b.zip",
        ),
        ("nested.csv.gz", gzipped(&gzipped(LIST)), "import.archive_nested", "nested.csv"),
        ("absurd.zip", Zip::default().with("a.csv", &absurd).bytes(), "import.archive_absurd", "a.csv"),
        ("absurd.gz", gzipped(&absurd), "import.archive_absurd", "absurd"),
        ("many.zip", many, "import.archive_too_many", "many.zip"),
        ("broken.zip", broken, "import.archive_broken", "a.csv"),
        ("cut.csv.gz", gzipped(LIST)[..30].to_vec(), "import.archive_broken", "cut.csv"),
        ("empty.zip", Zip::default().with("folder/", b"").bytes(), "import.archive_empty", "empty.zip"),
    ] {
        let desk = Desk::with_case();
        let refusal = desk.refused(&["import", &desk.file(name, bytes)], code);
        let said = refusal["message"].as_str().expect("a sentence");
        assert!(said.contains(name) && said.contains(member), "{said}");
        assert_eq!(desk.done(&["accounts"])["total"], 0);
    }
}

#[test]
fn a_dry_run_tells_of_a_member_and_reads_the_others() {
    let desk = Desk::with_case();
    let archive = Zip::default().with("empty.csv", b"").with("list.csv", LIST).bytes();
    let result = desk.done(&["import", &desk.file("lists.zip", archive), "--dry-run"]);
    assert_eq!(
        (&result["problems"][0]["file"], &result["problems"][0]["code"]),
        (&json!("lists.zip/empty.csv"), &json!("import.empty"))
    );
    assert_eq!(result["new"], 1);
}

#[test]
fn objects_are_rows_and_what_is_within_them_has_a_dotted_name() {
    let desk = Desk::with_case();
    let okta = json!([
        {"id": "00u1", "profile": {"login": "ann@x.example", "email": "ann@x.example", "firstName": "Ann", "lastName": "Lee", "secondEmail": null}},
        {"id": "00u2", "profile": {"login": "bob@x.example", "email": ["bob@x.example", "rob@x.example"], "firstName": "Bob", "lastName": "Ray"}},
    ]);
    let result = desk.done(&["import", &desk.file("okta.json", okta.to_string())]);
    assert_eq!((&result["files"][0]["container"], &result["new"]), (&json!("json_array"), &json!(2)), "{result}");
    assert_eq!(result["problems"][0]["code"], "field.several_values");
    let accounts = desk.done(&["accounts"])["accounts"].clone();
    let named: Vec<_> =
        accounts.as_array().expect("accounts").iter().map(|it| (it["key"].as_str(), it["name"].as_str())).collect();
    assert_eq!(named, [(Some("ann@x.example"), Some("Ann Lee")), (Some("bob@x.example"), Some("Bob Ray"))]);
    let lines = "{\"email\":\"c@x.example\",\"records\":1.355,\"way\":[\"signed_in\",\"synced_whole\"]}\n{\"email\":\n{\"email\":\"d@x.example\",\"new\":1}\n";
    let result = desk.done(&["import", &desk.file("list.jsonl", lines)]);
    assert_eq!((&result["read"], &result["new"], &result["rejected"]), (&json!(3), &json!(2), &json!(1)));
    let told: Vec<_> = result["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .map(|it| (it["line"].as_u64(), it["code"].as_str()))
        .collect();
    assert_eq!(told, [(Some(1), Some("field.not_a_number")), (Some(2), Some("row.no_object"))]);
    let refusal = desk.refused(
        &["import", &desk.file("cut.json", "[{\"email\":\"e@x.example\"},\n{\"email\"")],
        "import.broken_json",
    );
    assert!(refusal["message"].as_str().expect("a sentence").contains('2'));
}

#[test]
fn what_no_cell_can_hold_is_told_and_no_person_goes_with_it() {
    let iban = "DE89370400440532013000";
    let cases = [
        (
            "{\"email\":\"a@x.example\"}\n{\"email\":[\"b@x.example\",\"c@x.example\"]}",
            [2, 1, 1],
            vec!["field.several_values", "row.no_key"],
        ),
        (
            "{\"email\":\"a@x.example\",\"customer_number\":123456789012345678901}\n\
             {\"email\":\"b@x.example\",\"customer_number\":123456789012345678902}",
            [2, 2, 0],
            vec!["field.not_exact", "field.not_exact"],
        ),
        (
            "{\"email\":\"a@x.example\",\"email\":\"b@x.example\"}\n{\"email\":\"c@x.example\"}",
            [2, 1, 1],
            vec!["row.named_twice"],
        ),
        (
            "{\"profile\":{\"email\":\"a@x.example\"},\"profile.email\":\"b@x.example\"}",
            [1, 1, 0],
            vec!["field.several_values"],
        ),
        (
            "{\"email\":\"a@x.example\",\"data_category\":[\"names\",\"DE89370400440532013000\"]}",
            [1, 1, 0],
            vec!["field.secret"],
        ),
    ];
    for (lines, rows, codes) in cases {
        let desk = Desk::with_case();
        let result = desk.done(&["import", &desk.file("list.jsonl", lines)]);
        let counted = ["read", "new", "rejected"].map(|it| result[it].as_u64().expect("rows"));
        let told: Vec<_> =
            result["problems"].as_array().expect("problems").iter().map(|it| it["code"].as_str()).collect();
        assert_eq!((counted, told), (rows, codes.into_iter().map(Some).collect()), "{lines}");
        assert!(!desk.done(&["accounts"]).to_string().contains(iban), "{lines}");
    }
    let desk = Desk::with_case();
    let open = "{\n\"email\":\"a@x.example\"}\n{\n\"email\":\"b@x.example\"\n{\n\"email\":\"c@x.example\"}\n";
    desk.refused(&["import", &desk.file("open.json", open)], "import.broken_json");
}

#[test]
fn a_list_beside_an_unpacked_workbook_is_read() {
    let desk = Desk::with_case();
    let archive =
        Zip::default().with("list.csv", b"email\na@x.example\n").with("book/xl/workbook.xml", b"<workbook/>").bytes();
    let result = desk.done(&["import", "--dry-run", &desk.file("both.zip", archive)]);
    assert_eq!(
        (&result["files"][0]["file"], &result["files"][0]["new"]),
        (&json!("both.zip/list.csv"), &json!(1)),
        "{result}"
    );
}
