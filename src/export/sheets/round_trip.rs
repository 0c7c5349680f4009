//! The sheets as other programs read them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jiff::Timestamp;

use super::*;
use crate::model::account::{AccountKey, AccountWay};
use crate::model::count::Count;
use crate::model::ids::{AccountId, ImportId};
use crate::model::words::{AccountKind, Basis, KeyKind, Status, Unit, Way};

fn account(id: i64, name: &str) -> Account {
    Account {
        id: AccountId::new(id),
        key: "jörg@nordmeer.example".to_owned(),
        key_kind: KeyKind::Email,
        shown: "Jörg@Nordmeer.example".to_owned(),
        aliases: vec![AccountKey { kind: KeyKind::EmployeeNumber, key: "100".to_owned() }],
        name: Some(name.to_owned()),
        kind: AccountKind::Person,
        status: Status::Suspected,
        ways: vec![AccountWay { way: Way::SignedIn, status: Status::Suspected }],
        residence: Some("DE-HH".to_owned()),
        basis: Some(Basis::Hr),
        region: Some("Hamburg".to_owned()),
        organisation: None,
        records: Some(Count::between(11_902, None, Unit::Email)),
        first_access: Some("2026-05-04".to_owned()),
        last_access: None,
        notes: None,
        import: Some(ImportId::new(1)),
        line: Some(2),
    }
}

fn written(id: &str, accounts: &[Account]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut lines = (find(id).expect("a sheet").begin)(&origin(), &std::env::temp_dir()).expect("begun");
    for account in accounts {
        lines.add(account, &mut bytes).expect("added");
    }
    lines.end(&mut bytes).expect("ended");
    bytes
}

fn origin() -> super::Origin {
    super::Origin { created: Timestamp::UNIX_EPOCH, log: None }
}

#[test]
fn csv_holds_the_contracts_columns_and_spellings() {
    let bytes = written("csv", &[account(4_294_967_297, "=1+1")]);
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(
        text,
        "id,key,key_kind,shown,name,kind,status,ways,residence,basis,region,organisation,records,first_access,\
         last_access,notes,import,line,aliases\r\n\
         4294967297,jörg@nordmeer.example,email,Jörg@Nordmeer.example,'=1+1,person,suspected,signed_in:suspected,\
         DE-HH,hr,Hamburg,,>=11902,2026-05-04,,,1,2,employee_number:100\r\n"
    );
}

#[test]
fn a_list_without_accounts_still_says_what_it_is() {
    assert!(written("csv", &[]).starts_with(b"id,key,"));
    let json: serde_json::Value = serde_json::from_slice(&written("json", &[])).expect("JSON");
    assert_eq!(json, serde_json::json!({"accounts": [], "total": 0, "log": null}));
}

#[test]
fn json_is_what_the_command_prints() {
    let accounts = [account(1, "a"), account(2, "b")];
    let json: serde_json::Value = serde_json::from_slice(&written("json", &accounts)).expect("JSON");
    assert_eq!(json["total"], 2);
    assert_eq!(json["accounts"][1], serde_json::to_value(&accounts[1]).expect("an account"));
}

#[test]
fn a_workbook_holds_texts_as_texts_and_is_the_same_every_time() {
    let accounts = [account(4_294_967_297, "=HYPERLINK(\"x\")")];
    let bytes = written("xlsx", &accounts);
    assert_eq!(bytes, written("xlsx", &accounts));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("accounts").expect("the sheet");
    let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    let header: Vec<String> = (0..19).map(|column| cell(0, column).to_string()).collect();
    assert_eq!(header, COLUMNS);
    assert_eq!(cell(1, 0), Data::Float(4_294_967_297.0));
    assert_eq!(cell(1, 4), Data::String("=HYPERLINK(\"x\")".to_owned()));
    assert_eq!(cell(1, 12), Data::String(">=11902".to_owned()));
    assert!(book.worksheet_formula("accounts").expect("formulas").is_empty());
}

#[test]
fn a_note_longer_than_a_cell_is_cut_and_the_workbook_still_opens() {
    let mut long = account(1, "a");
    long.notes = Some("ü".repeat(40_000));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written("xlsx", &[long]))).expect("a workbook");
    let sheet = book.worksheet_range("accounts").expect("the sheet");
    assert!(sheet.get_value((1, 15)).expect("the note").to_string().ends_with('…'));
}
