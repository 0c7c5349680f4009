//! Reports as bytes, read with other people's programs: poppler and qpdf.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod sample;

use std::path::PathBuf;
use std::process::Command;

use breachbook::document::Document;
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

/// For the eye: `cargo test --test breachbook -- --ignored for_the_eye` and look at target/tmp/report.pdf.
#[test]
#[ignore = "writes a file to look at"]
fn for_the_eye() {
    std::fs::write(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("report.pdf"), printed(&sample::rich()).0).unwrap();
}
