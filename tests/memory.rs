//! What reading takes, whatever comes: the real program, lists in its hands that somebody made to fill the memory, and what it
//! held at its highest. How long it takes is measured nowhere here.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::headless::Desk;
use crate::zipped::{Zip, workbook};

/// In kilobytes.
const MOST: u64 = 320 * 1024;

const GOOD: &str = "email,name\na@x.example,A\nb@x.example,B\n";

/// What a call answers, and what it held at its highest, in kilobytes. The kernel's own mark of the running program, which
/// only grows: that of the children of this one would count this one's memory as well.
fn measured(mut command: Command) -> (Value, u64) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
    let status = Path::new("/proc").join(child.id().to_string()).join("status");
    let highest = || {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        mark.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
    };
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        most = most.max(highest());
        std::thread::sleep(Duration::from_millis(1));
    }
    let mut out = String::new();
    child.stdout.take().expect("piped").read_to_string(&mut out).expect("text");
    (serde_json::from_str(&out).unwrap_or_default(), most)
}

/// Tries a file beside a good list. Says what is told of it, and what that took.
fn tried(name: &str, bytes: &[u8]) -> (String, Value, u64) {
    let desk = Desk::with_case();
    let (good, file) = (desk.file("good.csv", GOOD), desk.file(name, bytes));
    let (answer, most) = measured(desk.calling(&["import", &file, &good, "--dry-run"]));
    assert_eq!(answer["files"][1]["new"], 2, "{name}: the good list is read all the same: {answer}");
    let of_it = answer["problems"].as_array().expect("problems").iter().find(|it| it["file"] == name);
    let code = of_it.and_then(|it| it["code"].as_str()).unwrap_or("read").to_owned();
    (code, answer["files"][0].clone(), most)
}

const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>email</t></is></c></row>\
                     <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>c@x.example</t></is></c></row></sheetData></worksheet>";

fn sheet(zip: Zip) -> Zip {
    zip.with("xl/worksheets/sheet1.xml", SHEET.as_bytes())
}

fn one() -> Zip {
    workbook(&[("One", "")])
}

/// Pieces that a part is made of, so that it need not be held here either.
fn many<'p>(before: &'p str, piece: &'p [u8], times: usize, after: &'p str) -> impl Iterator<Item = &'p [u8]> {
    std::iter::once(before.as_bytes()).chain(std::iter::repeat_n(piece, times)).chain(std::iter::once(after.as_bytes()))
}

/// 8 MB of it.
fn filled(with: &str) -> Vec<u8> {
    with.as_bytes().iter().copied().cycle().take(8 * 1024 * 1024 / with.len() * with.len()).collect()
}

fn part<'p>(name: &str, pieces: impl Iterator<Item = &'p [u8]>) -> Vec<u8> {
    one().with_pieces(name, pieces).bytes()
}

const FIRST: &str = "xl/worksheets/sheet1.xml";

#[test]
fn a_workbook_made_to_fill_the_memory_is_refused_alone_and_takes_little() {
    let blanks = filled(" ");
    let texts = filled("<si><t>0123456789012345678901234567890123456789012345678901234567890123456789</t></si>");
    let nested = filled("<a>");
    let merged = filled("<mergeCell ref=\"A1:A9\"/>");
    let styles = filled("<xf numFmtId=\"1\"/>");
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>".to_owned()
        + &SHEET.replace("c@x", "&b;@x");
    let shared = |pieces: &[u8], times| {
        sheet(one()).with_pieces("xl/sharedStrings.xml", many("<sst>", pieces, times, "</sst>")).bytes()
    };
    let doubled = {
        let mut bytes = sheet(one()).bytes();
        let end = bytes.len();
        bytes.extend(sheet(one()).bytes());
        let comment = u16::try_from(bytes.len() - end).expect("short");
        bytes[end - 2..end].copy_from_slice(&comment.to_le_bytes());
        bytes
    };
    for (name, bytes, code) in [
        (
            "blanks.xlsx",
            part(FIRST, many("<worksheet><sheetData>", &blanks, 64, "</sheetData></worksheet>")),
            "import.broken_workbook",
        ),
        ("attribute.xlsx", part(FIRST, many("<worksheet a=\"", &blanks, 64, "\"/>")), "import.broken_workbook"),
        ("nested.xlsx", part(FIRST, many("<worksheet>", &nested, 16, "")), "import.broken_workbook"),
        ("texts.xlsx", shared(&texts, 16), "import.workbook_too_large"),
        (
            "merged.xlsx",
            part(FIRST, many("<worksheet><mergeCells>", &merged, 2, "</mergeCells></worksheet>")),
            "import.broken_workbook",
        ),
        (
            "styles.xlsx",
            sheet(one()).with_pieces("xl/styles.xml", many("<styleSheet><cellXfs>", &styles, 1, "")).bytes(),
            "import.broken_workbook",
        ),
        ("laughs.xlsx", part(FIRST, std::iter::once(laughs.as_bytes())), "import.broken_workbook"),
        ("twice.xlsx", sheet(sheet(one())).bytes(), "import.read_in_two_ways"),
        ("doubled.xlsx", doubled, "import.read_in_two_ways"),
    ] {
        let (told, _, most) = tried(name, &bytes);
        assert_eq!(told, code, "{name}");
        assert!(most > 1_000 && most <= MOST, "{name}: {most} kB");
    }
}

#[test]
fn what_is_only_far_or_wide_is_read() {
    let far = SHEET.replace(
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>d@x.example</t></is></c></row></sheetData>",
    );
    let far = far.replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>");
    let wide = SHEET.replace("</row></sheetData>", "<c r=\"XFD2\"><v>1</v></c></row></sheetData>");
    for (name, text, read) in [("far.xlsx", far, (2, 2)), ("wide.xlsx", wide, (1, 1))] {
        let (_, file, most) = tried(name, &part(FIRST, std::iter::once(text.as_bytes())));
        assert_eq!((file["read"].as_u64(), file["new"].as_u64()), (Some(read.0), Some(read.1)), "{name}: {file}");
        assert!(most <= MOST, "{name}: {most} kB");
    }
}

#[test]
fn a_workbook_of_a_hundred_thousand_rows_takes_no_more_than_its_texts() {
    let (mut texts, mut rows) = ("<sst>".to_owned(), "<worksheet><sheetData>".to_owned());
    texts += "<si><t>email</t></si><si><t>name</t></si>";
    rows += "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
    for n in 2..=100_001 {
        let _ = write!(texts, "<si><t>user{n}@mail.example</t></si><si><t>User Number {n} of the Long Names</t></si>");
        let _ = write!(
            rows,
            "<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>{}</v></c><c r=\"B{n}\" t=\"s\"><v>{}</v></c></row>",
            n * 2 - 2,
            n * 2 - 1
        );
    }
    let book = one().with("xl/sharedStrings.xml", (texts + "</sst>").as_bytes());
    let (told, file, most) =
        tried("large.xlsx", &book.with(FIRST, (rows + "</sheetData></worksheet>").as_bytes()).bytes());
    assert_eq!((told.as_str(), file["new"].as_u64()), ("read", Some(100_000)));
    assert!(most <= MOST, "{most} kB");
}

#[test]
fn a_line_of_delimiters_alone_takes_no_memory() {
    let commas = 40 * 1024 * 1024;
    let text = format!("email,name\nc@x.example,C\n{}\nd@x.example,D\n", ",".repeat(commas));
    let (told, file, most) = tried("commas.csv", text.as_bytes());
    assert_eq!((told.as_str(), file["read"].as_u64(), file["new"].as_u64()), ("row.too_long", Some(3), Some(2)));
    assert!(most <= 160 * 1024, "{most} kB");
}

#[test]
fn a_long_text_that_ten_thousand_rows_share_is_held_by_few_of_them_at_a_time() {
    let texts = format!("<sst><si><t>email</t></si><si><t>notes</t></si><si><t>{}</t></si></sst>", "n".repeat(32_000));
    let mut rows =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            .to_owned();
    for n in 2..=10_001 {
        let _ = write!(rows, "<row r=\"{n}\">");
        let _ = write!(rows, "<c r=\"A{n}\" t=\"inlineStr\"><is><t>u{n}@x.example</t></is></c>");
        let _ = write!(rows, "<c r=\"B{n}\" t=\"s\"><v>2</v></c></row>");
    }
    let book = one().with("xl/sharedStrings.xml", texts.as_bytes());
    let (told, file, most) =
        tried("shared.xlsx", &book.with(FIRST, (rows + "</sheetData></worksheet>").as_bytes()).bytes());
    assert_eq!((told.as_str(), file["new"].as_u64()), ("read", Some(10_000)));
    assert!(most <= MOST, "{most} kB");
}
