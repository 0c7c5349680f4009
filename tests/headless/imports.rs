//! Import: read = new + merged + rejected, problems with their place, merging, conflicts, taking back.

use serde_json::Value;

use super::{Desk, fixture};

fn numbers(result: &Value) -> [i64; 4] {
    ["read", "new", "merged", "rejected"]
        .map(|name| result[name].as_i64().unwrap_or_else(|| panic!("{name} in {result}")))
}

#[test]
fn what_was_read_adds_up_and_each_problem_has_its_line() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "E-Mail,Name,E-Mails\na@x.example,Anna,10\n\nnot an address,Bert,1\nA@X.example,Anna,10\nb@x.example,\"Two\nlines\",many\nc@x.example,Cem,3,surplus\n");
    let result = desk.done(&["import", &list]);
    assert_eq!(numbers(&result), [5, 2, 1, 2], "{result}");
    assert_eq!(result["import"].as_i64(), Some(1));
    let problems: Vec<_> = result["problems"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["line"].as_i64(), it["code"].as_str()))
        .collect();
    assert_eq!(problems.len(), 3, "{result}");
    assert_eq!(problems[0].0, Some(4));
    assert_eq!(problems[1].0, Some(6));
    assert!(problems[1].1.expect("a code").starts_with("field."));
    assert_eq!(problems[2], (Some(8), Some("row.too_many_cells")));
    assert_eq!(result["problems_total"], 3);
    assert_eq!(result["files"][0]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn differing_statements_are_conflicts_and_a_count_becomes_their_hull() {
    let desk = Desk::with_case();
    let first = desk.file("a.csv", "email,records,status\na@x.example,10,suspected\n");
    let second = desk.file("b.csv", "email,records,status\na@x.example,30,confirmed\n");
    let result = desk.done(&["import", &first, &second]);
    assert_eq!(numbers(&result), [2, 1, 1, 0]);
    assert_eq!(result["conflicts"], 2, "{result}");
    let account = desk.done(&["accounts"])["accounts"][0].clone();
    assert_eq!(account["status"], "confirmed");
    assert_eq!(account["records"]["low"], 10);
    assert_eq!(account["records"]["high"], 30);
    assert_eq!(desk.done(&["facts"])["conflicts"], 2);
}

#[test]
fn a_dry_run_says_the_same_and_changes_nothing() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email,region\na@x.example,North\n");
    let dry = desk.done(&["import", &list, "--dry-run"]);
    assert_eq!(numbers(&dry), [1, 1, 0, 0]);
    assert_eq!(dry["import"], Value::Null);
    assert_eq!(desk.done(&["accounts"])["total"], 0);
    assert_eq!(desk.done(&["import", "list"])["imports"].as_array().map(Vec::len), Some(0));
    let empty = desk.file("empty.csv", "email\n");
    assert_eq!(desk.call(&["import", &empty, "--dry-run"]).code, 0);
    desk.refused(&["import", &empty], "import.nothing_usable");
    let keyless = desk.file("keyless.csv", "a,b,c\n1,2,3\n");
    let said = desk.say(&["import", &keyless, "--dry-run"], "en").out;
    assert!(said.contains("keyless.csv") && !said.contains("no_key_column"), "a sentence, and no code: {said}");
}

#[test]
fn one_bad_file_and_none_of_the_call_is_taken() {
    let desk = Desk::with_case();
    let good = desk.file("good.csv", "email\na@x.example\n");
    let gone = desk.path("gone.csv").display().to_string();
    desk.refused(&["import", &good, &gone], "file.missing");
    assert_eq!(desk.done(&["accounts"])["total"], 0);
}

#[test]
fn taking_an_import_back_leaves_what_others_brought() {
    let desk = Desk::with_case();
    let first = desk.file("a.csv", "email,name,records\na@x.example,,10\nb@x.example,Bert,1\n");
    let second = desk.file("b.csv", "email,name,records\na@x.example,Anna,30\nc@x.example,Cem,1\n");
    desk.done(&["import", &first]);
    let before = desk.done(&["accounts"])["accounts"].clone();
    desk.done(&["import", &second]);
    let back = desk.done(&["import", "undo"]);
    assert_eq!((back["removed"].as_i64(), back["restored"].as_i64()), (Some(1), Some(1)), "{back}");
    assert_eq!(desk.done(&["accounts"])["accounts"], before);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    let imports = desk.done(&["import", "list"]);
    assert_eq!(imports["imports"].as_array().map(Vec::len), Some(2), "its record stays: {imports}");
    desk.refused(&["import", "undo", "--import", "2"], "import.already_taken_back");
}

#[test]
fn the_first_import_can_be_taken_back_under_the_second() {
    let desk = Desk::with_case();
    let first = desk.file("a.csv", "email,name,records\na@x.example,Anna,10\n");
    let second = desk.file("b.csv", "email,name,records\na@x.example,Anne,30\n");
    desk.done(&["import", &first]);
    desk.done(&["import", &second]);
    desk.done(&["import", "undo", "--import", "1"]);
    let account = desk.done(&["accounts"])["accounts"][0].clone();
    assert_eq!(account["name"], "Anne");
    assert_eq!(account["records"]["value"], 30);
    assert_eq!(desk.done(&["facts"])["conflicts"], 0);
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn rejects_are_written_with_line_and_reason() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email,password\na@x.example,hunter2\nnobody,hunter3\n");
    desk.done(&["import", &list]);
    let out = desk.path("rejects.csv").display().to_string();
    desk.done(&["import", "rejects", "--import", "1", "--out", &out]);
    let text = std::fs::read_to_string(&out).expect("the file");
    assert!(text.contains("nobody") && text.contains('3'), "{text}");
    assert!(!text.contains("hunter"), "a password is never kept: {text}");
}

#[test]
fn rejected_rows_leave_guarded_and_come_back_as_they_were() {
    let desk = Desk::with_case();
    let hostile = ["＝cmd()", "  @SUM(A1)", "Smith;=cmd()", "two\n+lines", "-5"];
    let rows: Vec<String> = hostile.iter().map(|it| format!("no address,\"{it}\"\n")).collect();
    let list = desk.file("list.csv", format!("email,name\na@x.example,Anne\n{}", rows.concat()));
    assert_eq!(desk.done(&["import", &list])["rejected"], hostile.len());
    let out = desk.path("rejects.csv").display().to_string();
    desk.done(&["import", "rejects", "--import", "1", "--out", &out]);
    let text = std::fs::read_to_string(&out).expect("the file");
    for split in [',', ';', '\n', '\t'] {
        let begins = text.split(split).map(|cell| cell.trim_start_matches(['"', ' ']).chars().next());
        let runs = begins.flatten().find(|it| "=+-@＝＋－＠".contains(*it));
        assert_eq!(runs, None, "split at {split:?}: {text}");
    }
    // With an address each, the same cells come back as names.
    let mended = text
        .replace(",no address,", ",PLACE,")
        .replace("file,line,code,reason,cells", "file,line,code,reason,email,name");
    let mended = (0..hostile.len()).fold(mended, |text, n| text.replacen("PLACE", &format!("n{n}@x.example"), 1));
    let again = desk.file("again.csv", &mended);
    assert_eq!(desk.done(&["import", &again])["new"], hostile.len());
    for (n, name) in hostile.iter().enumerate() {
        let found = desk.done(&["accounts", "--where", &format!("key:n{n}@x.example")]);
        assert_eq!(found["accounts"][0]["name"], name.trim(), "{found}");
    }
}

#[test]
fn a_sheet_goes_out_and_comes_back_as_taggings() {
    for format in ["csv", "xlsx"] {
        let desk = Desk::with_case();
        let list = desk.file("list.csv", "email,name\na@x.example,=1+1\nb@x.example,Bert\n");
        desk.done(&["import", &list]);
        desk.done(&["tag", "--region", "North", "--create", "--where", "key:b@x.example"]);
        let sheet = desk.path(&format!("sheet.{format}")).display().to_string();
        desk.done(&["accounts", "--format", format, "--out", &sheet]);
        if format == "csv" {
            let text = std::fs::read_to_string(&sheet).expect("the sheet");
            let filled: String = text
                .lines()
                .map(|line| if line.contains("a@x.example") { fill(line, "residence", "DE", &text) } else { line.to_owned() } + "\n")
                .collect();
            std::fs::write(&sheet, filled).expect("the sheet");
            let dry = desk.done(&["import", &sheet, "--dry-run"]);
            assert_eq!(dry["rejected"], 0, "{dry}");
            let result = desk.done(&["import", &sheet]);
            assert_eq!(result["new"], 0, "{result}");
            let account = desk.done(&["accounts", "--where", "key:a@x.example"])["accounts"][0].clone();
            assert_eq!(account["residence"], "DE", "{account}");
            assert_eq!(account["name"], "=1+1", "the sheet's apostrophe does not come back");
        } else {
            assert_eq!(desk.done(&["import", &sheet])["rejected"], 0);
        }
        assert_eq!(desk.done(&["accounts", "--where", "region:North"])["total"], 1);
    }
}

fn fill(line: &str, column: &str, value: &str, text: &str) -> String {
    let header = text.lines().next().expect("a header").trim_start_matches('\u{feff}');
    let at = header.split(',').position(|name| name == column).expect("the column");
    let mut cells: Vec<&str> = line.split(',').collect();
    cells[at] = value;
    cells.join(",")
}

#[test]
#[cfg_attr(not(fixtures), ignore = "no fixtures beside the project")]
fn a_genuine_directory_export_with_a_formula_in_a_name_is_taken_as_text() {
    let list = fixture("directories/entra-download-users-csv-injection.csv");
    let desk = Desk::with_case();
    let result = desk.done(&["import", &list.display().to_string()]);
    let [read, new, merged, rejected] = numbers(&result);
    assert_eq!(read, new + merged + rejected);
    assert!(new > 0, "{result}");
}

#[test]
fn a_cell_that_is_no_path_leaves_its_field_open_and_the_import_stands() {
    let desk = Desk::with_case();
    let (deep, long) = (vec!["n"; 33].join("/"), "R".repeat(201));
    let spaced = deep.replace('/', " / ");
    let list = format!(
        "email,region path,organisation\na@x.example,/,n/a\nb@x.example,{spaced},{long}\nc@x.example,A / / B,Acme\n"
    );
    let result = desk.done(&["import", &desk.file("list.csv", list)]);
    let codes: Vec<_> =
        result["problems"].as_array().expect("a list").iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(
        codes,
        ["field.unknown_word", "field.nothing", "field.path_too_long", "field.path_too_long"],
        "{result}"
    );
    assert_eq!(desk.done(&["accounts", "--where", "region:* organisation:*"])["total"], 1);
    desk.refused(&["tag", "--region", &deep, "--create"], "node.too_long");
    desk.refused(&["tag", "--organisation", &long, "--create"], "node.too_long");
    let sheet = "id,key,key_kind,shown,region,residence\n,a@x.example,email,a@x.example,/,DE\n";
    let result = desk.done(&["import", &desk.file("sheet.csv", sheet), "--as", "return_sheet"]);
    assert_eq!(result["problems"][0]["code"], "field.unknown_word", "{result}");
}

#[test]
fn what_a_list_brought_under_a_hands_tag_counts_once_the_tag_is_undone() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("1.csv", "email,status\na@x.example,suspected\n")]);
    desk.done(&["tag", "--status", "cleared", "--region", "Hand", "--create"]);
    let second = "email,status,region,country\na@x.example,confirmed,North,DE\n";
    desk.done(&["import", &desk.file("2.csv", second)]);
    let account = || desk.done(&["accounts"])["accounts"][0].clone();
    let tags = |it: &Value| [&it["status"], &it["region"], &it["residence"]].map(|tag| tag.as_str().map(str::to_owned));
    let some = |tags: [&str; 3]| tags.map(|tag| Some(tag.to_owned()));
    assert_eq!(tags(&account()), some(["cleared", "Hand", "DE"]));
    desk.done(&["undo"]);
    assert_eq!(tags(&account()), some(["confirmed", "North", "DE"]), "the graver status, the first region");
    assert_eq!(desk.done(&["facts"])["conflicts"], 1, "suspected and confirmed");
    desk.done(&["redo"]);
    assert_eq!(tags(&account()), some(["cleared", "Hand", "DE"]));
    desk.done(&["undo"]);
    assert_eq!(tags(&account()), some(["confirmed", "North", "DE"]));
    desk.done(&["import", "undo"]);
    assert_eq!(account()["status"], "suspected");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn what_a_list_brought_under_a_sheets_tag_counts_once_the_sheet_is_taken_back() {
    let desk = Desk::with_case();
    desk.done(&["import", &desk.file("1.csv", "email,status\na@x.example,suspected\n")]);
    let sheet = "id,key,key_kind,shown,status\n,a@x.example,email,a@x.example,cleared\n";
    desk.done(&["import", &desk.file("sheet.csv", sheet), "--as", "return_sheet"]);
    desk.done(&["import", &desk.file("2.csv", "email,status\na@x.example,confirmed\n")]);
    let status = || desk.done(&["accounts"])["accounts"][0]["status"].clone();
    assert_eq!(status(), "cleared");
    desk.done(&["import", "undo", "--import", "2"]);
    assert_eq!(status(), "confirmed");
    assert_eq!(desk.done(&["verify"])["ok"], true);
}

#[test]
fn a_sheet_that_lost_and_moved_columns_is_still_the_sheet() {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email\na@x.example\n");
    desk.done(&["import", &list]);
    let sheet = desk.file("back.csv", "region,shown,key_kind,key\nNorth,a@x.example,email,a@x.example\n");
    let result = desk.done(&["import", &sheet]);
    assert_eq!(
        (result["files"][0]["kind"].as_str(), result["conflicts"].as_i64()),
        (Some("return_sheet"), Some(0)),
        "{result}"
    );
    assert_eq!(desk.done(&["accounts", "--where", "region:North"])["total"], 1);
}
