//! Workbooks of all sorts, read here and by a reader of somebody else: every text that it finds is found in its row.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use calamine::{DataRef, Reader as _, Xlsx};
use jiff::tz::TimeZone;

use super::open;
use crate::import::Options;

/// Texts by row; none where the other reader does not come to the end.
fn theirs(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Option<Vec<(u64, String)>> {
    let mut cells = book.worksheet_cells_reader(name).ok()?;
    let mut texts = Vec::new();
    while let Some(cell) = cells.next_cell().ok()? {
        let text = match cell.get_value() {
            DataRef::String(it) => it.clone(),
            DataRef::SharedString(it) => (*it).to_owned(),
            _ => continue,
        };
        texts.extend((!text.is_empty()).then(|| (u64::from(cell.get_position().0) + 1, text)));
    }
    Some(texts)
}

#[test]
#[cfg_attr(not(fixtures), ignore = "no fixtures beside the project")]
fn every_text_that_another_reader_finds_is_found_in_its_row() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/adversarial/xlsx-calamine/tests");
    let mut compared = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let file = path.display().to_string();
        let bytes = fs::read(&path).expect("a file");
        let Ok(mut book) = Xlsx::new(Cursor::new(bytes.clone())) else { continue };
        let Ok(mut ours) = open(Box::new(Cursor::new(bytes)), &Options::new("a.xlsx", TimeZone::UTC)) else {
            assert!(!file.ends_with("xlsx") || file.contains("pass_protected"), "{file} is refused");
            continue;
        };
        for name in book.sheet_names() {
            let Some(texts) = theirs(&mut book, &name) else { continue };
            let at = ours.held().tables.iter().position(|it| it.name.as_deref() == Some(name.as_str()));
            let Some(at) = at else {
                assert!(texts.is_empty(), "{file}: {name}");
                continue;
            };
            let mut rows: BTreeMap<u64, Vec<String>> = BTreeMap::new();
            ours.scan(at, &mut |it| drop(rows.insert(it.line, it.cells().map(str::to_owned).collect()))).expect(&file);
            for (line, text) in texts {
                assert!(rows.get(&line).is_some_and(|it| it.contains(&text)), "{file}: {name}: {line}: {text:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
}
