//! The cases of the fixtures beside the project, with small files of our own, for whoever has no others: no test of them is ever skipped.

use super::*;

fn own(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).expect(name)
}

fn lines(name: &str) -> Vec<String> {
    String::from_utf8(own(name)).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn an_export_of_a_directory_is_taken_and_a_formula_in_a_name_is_text() {
    let found = try_read(&own("directory.csv"), &options()).expect("read");
    assert_eq!(found.rejected(), 0, "{:?}", found.problems);
    let [ada, bo] = &found.accounts[..] else { panic!("two accounts") };
    assert_eq!((ada.key_kind, ada.name.as_deref()), (KeyKind::Upn, Some("=1+2 Ada")));
    assert!(ada.key.contains("#ext#"));
    assert_eq!((ada.residence.as_deref(), ada.basis), (Some("DE"), Some(Basis::Licence)));
    assert_eq!((bo.key.as_str(), bo.name.as_deref()), ("bo@nordmeer.example", Some("Berg, Bo")));
}

/// Each column in turn is the key: it holds what it should, record by record.
#[test]
fn quotes_line_breaks_and_empty_cells_are_read_as_they_stand() {
    type Case = (&'static str, &'static [&'static [&'static str]]);
    let cases: [Case; 8] = [
        ("a,b\n1,2\n", &[&["1", "2"]]),
        ("a,b\r\n1,2\r\n3,4\r\n", &[&["1", "2"], &["3", "4"]]),
        ("a,b\n\"x, y\",2\n", &[&["x, y", "2"]]),
        ("a,b\n\"x \"\"y\"\" z\",2\n", &[&["x \"y\" z", "2"]]),
        ("a,b\n\"\",2\n\"\",3\n", &[&["", "2"], &["", "3"]]),
        ("a,b\n\"{\"\"t\"\": [1, 2]}\",2\n", &[&["{\"t\": [1, 2]}", "2"]]),
        ("a,b\nʤ,ä\n", &[&["ʤ", "ä"]]),
        ("a,b\r\n\"one\r\ntwo\",2\r\n", &[&["one\r\ntwo", "2"]]),
    ];
    for (text, records) in cases {
        for (at, column) in ["a", "b"].into_iter().enumerate() {
            let expected: Vec<&str> = records.iter().map(|it| it[at]).filter(|it| !it.is_empty()).collect();
            let Ok(found) = try_read(text.as_bytes(), &mapped(&[(column, "user_name")])) else {
                assert!(expected.is_empty(), "{text:?}, {column} is refused");
                continue;
            };
            // Several lines in a cell are several accounts.
            let more: usize = expected.iter().map(|it| it.lines().count() - 1).sum();
            let broken = expected.iter().filter(|it| it.contains('\n')).count();
            let shown: Vec<&str> = found.accounts.iter().map(|it| it.shown.as_str()).collect();
            assert_eq!(found.accounts.len() + found.rejected(), records.len() + more, "{text:?}, {column}");
            assert!(broken > 0 || shown == expected, "{text:?}, {column}: {shown:?}");
        }
    }
}

#[test]
fn naughty_texts_are_taken_as_they_are() {
    let all = lines("naughty.txt");
    let mut list = "email,name,notes\n".to_owned();
    for (at, text) in all.iter().enumerate() {
        let quoted = text.replace('"', "\"\"");
        list += &format!("a{at}@x.example,\"{quoted}\",\"{quoted}\"\n");
    }
    let found = read(&list);
    assert_eq!((found.accounts.len(), found.rejected()), (all.len(), 0));
    for (account, text) in found.accounts.iter().zip(&all) {
        assert_eq!(account.notes.as_deref(), Some(text.trim()));
    }
}

#[test]
fn addresses_are_keys_or_none_as_the_list_says() {
    for line in lines("addresses.txt") {
        let (verdict, address) = line.split_at(1);
        assert_eq!(is_key(address.trim_start()), verdict == "+", "{line}");
    }
}

/// A workbook that is cut off anywhere, or of which any byte is another, is read or refused by a code.
#[test]
fn a_damaged_workbook_is_read_or_refused() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, text) in ["email", "a@x.example", "b@x.example"].into_iter().enumerate() {
        sheet.write_string(u32::try_from(row).expect("few"), 0, text).expect("a cell");
    }
    let whole = book.save_to_buffer().expect("a workbook");
    assert_eq!(try_read(&whole, &options()).expect("read").keys(), ["a@x.example", "b@x.example"]);
    let mut codes = BTreeMap::<&str, usize>::new();
    for at in (0..whole.len()).step_by(97) {
        let cut = try_read(&whole[..at], &options()).err().expect("half a workbook is none");
        *codes.entry(cut.code).or_default() += 1;
        let mut other = whole.clone();
        other[at] ^= 0x55;
        if let Err(refusal) = try_read(&other, &options()) {
            *codes.entry(refusal.code).or_default() += 1;
        }
    }
    assert!(codes.keys().all(|it| it.starts_with("import.")), "{codes:?}");
}
