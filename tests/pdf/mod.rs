//! Reports as bytes, read with other people's programs: poppler and qpdf.
#![allow(clippy::unwrap_used, clippy::panic)]

mod clauses;
pub mod sample;
mod tags;

use std::path::PathBuf;
use std::process::Command;

use breachbook::document::{Block, Document, RowKind};
use breachbook::export;

/// Bytes and pages of a document as PDF.
fn printed(document: &Document) -> (Vec<u8>, u32) {
    let mut bytes = Vec::new();
    let format = export::find("pdf").expect("PDF is a format");
    let written = (format.write)(document, &mut bytes).expect("memory takes every write");
    (bytes, written.pages)
}

/// A document as a file, in a folder that goes when it is dropped.
struct Printed {
    folder: tempfile::TempDir,
    pages: u32,
}

impl Printed {
    fn new(document: &Document) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (bytes, pages) = printed(document);
        std::fs::write(folder.path().join("report.pdf"), bytes).unwrap();
        Self { folder, pages }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("report.pdf")
    }

    /// What a program says of it; poppler and qpdf are needed (`cargo xtask` installs them).
    fn asked(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let mut command = Command::new(program);
        let output = command.args(before).arg(self.path()).args(after).output();
        let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn text(&self) -> String {
        self.asked("pdftotext", &["-enc", "UTF-8"], &["-"])
    }

    fn structure(&self) -> String {
        self.asked("pdfinfo", &["-struct-text"], &[])
    }

    /// The words of all pages with their boxes: page, left, top, right, bottom, word.
    fn boxes(&self) -> Vec<(u32, [f32; 4], String)> {
        let html = self.asked("pdftotext", &["-bbox"], &["-"]);
        let mut page = 0;
        let mut boxes = Vec::new();
        for line in html.lines().map(str::trim) {
            page += u32::from(line.starts_with("<page"));
            if let Some(rest) = line.strip_prefix("<word ") {
                let parts: Vec<&str> = rest.split('"').collect();
                let side = |nth: usize| parts[nth].parse::<f32>().unwrap();
                let word = rest.split('>').nth(1).unwrap().trim_end_matches("</word");
                boxes.push((page, [side(1), side(3), side(5), side(7)], word.to_owned()));
            }
        }
        boxes
    }
}

/// The words in their order, and nothing else between them than white space.
#[track_caller]
fn in_order(text: &str, expected: &[&str]) {
    let mut from = 0;
    for words in expected {
        let at = text[from..].find(words);
        from += at.unwrap_or_else(|| panic!("“{words}” is not after byte {from} of:\n{text}")) + words.len();
    }
}

fn with(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::blank() }
}

/// Documents of every kind, by name.
fn all() -> Vec<(&'static str, Document)> {
    let mut empty = sample::countries();
    empty.rows.clear();
    let mut ragged = sample::countries();
    ragged.rows[1].cells.truncate(2);
    vec![
        ("nothing", sample::blank()),
        ("everything", sample::rich()),
        ("an empty table", with(vec![Block::Table(empty)])),
        ("a row short of cells", with(vec![Block::Table(ragged)])),
        ("an annex", with(vec![sample::heading(1, "Anlage"), Block::Table(sample::annex(120))])),
        ("hostile text", with(hostile())),
        ("a sentence without an end", endless()),
        (
            "headings out of order",
            with(vec![sample::heading(3, "Drei"), sample::heading(1, "Eins"), sample::heading(3, "Drei")]),
        ),
    ]
}

/// What the file says of itself is longer than a string may be.
fn endless() -> Document {
    let mut document = sample::blank();
    document.metadata.subject = "Ein Satz ohne Ende ".repeat(2_000);
    document
}

/// What people write where nobody thought of it.
fn hostile() -> Vec<Block> {
    let texts = [
        "",
        " ",
        "\u{feff}\u{200b}\u{ad}\u{200d}",
        "a\u{202e}txt.exe",
        "(unbalanced \\ parentheses )) <<>> % /Name",
        "👩\u{200d}👩\u{200d}👧 und 王芳 und محمد und e\u{301}\u{323}",
        "Zeile\nZeile\r\n\tZeile\u{2028}Zeile\u{0}\u{1b}[31m",
        "fi ffl ﬁ ﬃ ĳ ǆ Ǆ ς ϐ µ μ Ω Ω Å Å",
        "ﷺ\u{1d400}\u{10ffff}",
        "\u{e000}\u{e801}\u{e802}\u{e803}\u{f8ff}\u{fffe}\u{feff}",
    ];
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4);
    let all = texts.iter().copied().chain([long.as_str()]);
    let mut blocks: Vec<Block> = all.clone().map(sample::paragraph).collect();
    blocks.extend(all.clone().map(|text| sample::heading(2, text)));
    let mut table = sample::countries();
    table.rows = all.map(|text| sample::row(&[text, text, text, text], RowKind::Body, 9)).collect();
    blocks.push(Block::Table(table));
    blocks
}

#[test]
fn every_document_is_a_whole_file_and_tagged_throughout() {
    for (name, document) in all() {
        let report = Printed::new(&document);
        let said = report.asked("qpdf", &["--check"], &[]);
        assert!(said.contains("No syntax or stream encoding errors"), "{name}: {said}");
        tags::check(&report.path(), name);
        clauses::check(&report.path(), name);
        let pages = report.asked("pdfinfo", &[], &[]);
        assert!(pages.contains(&format!("Pages:           {}\n", report.pages)), "{name}: {pages}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = sample::rich();
    assert!(printed(&document).0 == printed(&document).0);
    let mut later = sample::rich();
    later.metadata.created = "2026-11-26T00:00:00Z".parse().unwrap();
    assert!(printed(&document).0 != printed(&later).0, "its time is in it");
}

#[test]
fn a_report_reads_in_its_order() {
    let structure = Printed::new(&sample::rich()).structure();
    in_order(
        &structure,
        &[
            "Interne Dokumentation",
            "BEISPIEL",
            "Zugriff auf Postfächer",
            "Folgedokumentation",
            "L (block)",
            "LI (block)",
            "Lbl (block)",
            "Verantwortlicher",
            "LBody (block)",
            "Nordmeer Logistik GmbH, Hamburg",
            "\"Konten\"",
            "\"11 bis 14\"",
            "11 bestätigt",
            "Table (block)",
            "Caption",
            "Tabelle 1.",
            "THead",
            "TR",
            "/Scope /Column",
            "\"Land\"",
            "TBody",
            "/Scope /Row",
            "\"Deutschland\"",
            "TD",
            "\"3\"",
            "insgesamt",
            "H1 (block)",
            "1. Was offen ist",
            "/ListNumbering /Disc",
            "\"•\"",
            "Personen in der entwendeten",
            "2. Hergang",
            "H2 (block)",
            "2.1 Zeitlicher Ablauf",
            "Figure",
            "Caption",
            "Abb. 1.",
            "H3 (block)",
            "Grundlage",
            "3. Anlage",
            "Tabelle 2.",
            "bengt.1@nordmeer-logistik.example",
        ],
    );
}

#[test]
fn accents_ligatures_and_divided_words_can_be_read_back() {
    let report = Printed::new(&sample::rich());
    let text = report.text();
    for words in
        ["Zugriff auf Postfächer", "Ελένη Παπαδοπούλου, Юлия", "Łukasz Żółć", "[U+738B U+82B3]", "Auftragsverarbeiter"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(report.structure().contains("\"Datenschutz-Folgenabschätzungsverantwortliche\""));
}

#[test]
fn what_no_face_can_show_is_reported() {
    let written = (export::find("pdf").unwrap().write)(&sample::rich(), &mut Vec::new()).unwrap();
    assert_eq!(written.unshown.into_iter().collect::<String>(), "王芳");
}

#[test]
fn one_glyph_for_two_characters_is_still_read_as_what_it_was() {
    // Micro sign and mu, ohm and omega: a face may draw both with one glyph.
    let text =
        Printed::new(&with(vec![sample::paragraph("µμ Ω\u{2126} Δ\u{2206} -\u{2010}\u{2011} a\u{a0}b")])).structure();
    assert!(text.contains("µμ Ω\u{2126} Δ\u{2206} -\u{2010}\u{2011} a\u{a0}b"), "{text}");
}

#[test]
fn faces_are_embedded_as_subsets_with_their_characters() {
    let fonts = Printed::new(&sample::rich()).asked("pdffonts", &[], &[]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 3, "{fonts}");
    for row in rows {
        assert_eq!(&row[6..7], "+", "{row}");
        assert!(row.contains("CID Type 0C") && row.contains("yes yes yes"), "{row}");
    }
}

#[test]
fn a_long_table_repeats_its_head_on_every_page_and_only_to_the_eye() {
    let report = Printed::new(&with(vec![Block::Table(sample::annex(3_000))]));
    assert!(report.pages > 50, "{}", report.pages);
    let heads = report.text().matches("Erster Zugriff").count();
    assert_eq!(heads, usize::try_from(report.pages).unwrap());
    // Its head and each row once, of one row header and five cells.
    let roles = tags::check(&report.path(), "a long table");
    assert_eq!([roles["THead"], roles["TR"], roles["TH"], roles["TD"]], [1, 3_001, 3_006, 15_000]);
}

#[test]
fn no_word_stands_outside_the_margins() {
    for (name, document) in all() {
        for (page, [left, top, right, bottom], word) in Printed::new(&document).boxes() {
            let within = left > 61.0 && right < 595.3 - 61.0 && top > 25.0 && bottom < 841.9 - 25.0;
            assert!(within, "{name}, page {page}: {word} at {left} {top} {right} {bottom}");
        }
    }
}

#[test]
fn long_names_and_words_lose_no_letter() {
    let name = "Maximiliane-Friederike Wilhelmina von und zu Hohenstein-Schwarzenberg";
    let key = "maximiliane.friederike.wilhelmina.von.und.zu.hohenstein@tochtergesellschaft.nordmeer-logistik.example";
    let word = "Datenschutzfolgenabschätzungsverantwortlichenbenennungsverfahrensordnung";
    let mut table = sample::annex(1);
    table.rows = vec![sample::row(&[key, name, word, word, "4", "1.234"], RowKind::Total, 3)];
    let structure = Printed::new(&with(vec![Block::Table(table)])).structure();
    for text in [name, key, word] {
        assert!(structure.contains(&format!("\"{text}\"")), "{text} in {structure}");
    }
}

#[test]
fn numbers_stand_flush_right_in_their_column() {
    let boxes = Printed::new(&with(vec![Block::Table(sample::annex(40))])).boxes();
    let numbers: Vec<f32> = boxes
        .iter()
        .filter(|(_, [left, _, _, bottom], word)| {
            *left > 480.0 && *bottom < 790.0 && word.chars().all(|letter| letter.is_ascii_digit())
        })
        .map(|(_, [_, _, right, _], _)| *right)
        .collect();
    assert_eq!(numbers.len(), 40);
    assert!(numbers.iter().all(|right| (right - numbers[0]).abs() < 0.1), "{numbers:?}");
}

#[test]
fn a_heading_stands_with_what_it_heads_and_no_line_stands_alone() {
    let mut blocks = Vec::new();
    for nth in 0..60 {
        blocks.push(sample::heading(1, &format!("Überschrift {nth}")));
        blocks.push(sample::paragraph(&sample::LONG.repeat(nth % 4 + 1)));
        if nth % 7 == 0 {
            blocks.push(sample::heading(2, &format!("Überschrift {nth} mit Tabelle")));
            blocks.push(Block::Table(sample::countries()));
        }
    }
    let report = Printed::new(&with(blocks));
    assert!(report.pages > 10);
    let boxes = report.boxes();
    for page in 1..=report.pages {
        let body: Vec<_> = boxes.iter().filter(|(on, [.., bottom], _)| *on == page && *bottom < 790.0).collect();
        let lowest = body.iter().map(|(_, [.., bottom], _)| *bottom).fold(0.0, f32::max);
        let last = body.iter().find(|(_, [.., bottom], _)| (lowest - bottom).abs() < 1.0).unwrap();
        assert!(!["Überschrift", "Tabelle", "Land"].contains(&last.2.as_str()), "page {page} ends with {last:?}");
    }
}

#[test]
fn headings_are_bookmarks_in_their_order() {
    let headings =
        (0..100).map(|nth| sample::heading(if nth % 5 == 0 { 1 } else { 2 }, &format!("Abschnitt {nth} äöü")));
    let blocks = headings.flat_map(|heading| [heading, sample::paragraph(sample::LONG)]).collect();
    let report = Printed::new(&with(blocks));
    let expected: Vec<String> = (0..100).map(|nth| format!("Abschnitt {nth} äöü")).collect();
    assert_eq!(tags::bookmarks(&report.path()), expected);
}

#[test]
fn the_file_says_what_it_is_and_holds_what_is_attached() {
    let report = Printed::new(&sample::rich());
    let xmp = report.asked("pdfinfo", &["-meta"], &[]);
    for part in [
        "<pdfaid:part>3<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
        "pdfaSchema:schema",
        ">Zugriff auf Postfächer",
        "Art. 33 &amp; 34",
        "2026-11-25T13:07:00Z",
    ] {
        assert!(xmp.contains(part), "{part} in {xmp}");
    }
    let info = report.asked("pdfinfo", &[], &[]);
    in_order(
        &info,
        &[
            "Zugriff auf Postfächer",
            "Nordmeer Logistik GmbH",
            "Breachbook 0.1.0",
            "Nov 25 13:07:00 2026",
            "Tagged:          yes",
            "PDF version:     1.7",
        ],
    );
    assert!(report.asked("pdfdetach", &["-list"], &[]).contains("1: zahlenblatt.csv"));
    let copy = report.folder.path().join("copy.csv");
    report.asked("pdfdetach", &["-save", "1", "-o", copy.to_str().unwrap()], &[]);
    assert_eq!(std::fs::read(copy).unwrap(), b"zahl;wert\nkonten;11\n");
}

#[test]
fn every_page_bears_its_number_and_the_banner() {
    let report = Printed::new(&sample::rich());
    let text = report.text();
    for page in 1..=report.pages {
        assert!(text.contains(&format!("Seite {page} von {}", report.pages)), "{page} in {text}");
    }
    assert_eq!(text.matches("BEISPIEL · frei erfunden").count(), usize::try_from(report.pages).unwrap());
    assert_eq!(report.structure().matches("BEISPIEL").count(), 1);
}

#[test]
fn a_disk_that_is_full_is_an_error_and_no_panic() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = (export::find("pdf").unwrap().write)(&sample::rich(), &mut Full).unwrap_err();
    assert_eq!(error.code, "export.unwritable");
}
