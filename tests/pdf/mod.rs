//! Reports as bytes, read with other people's programs: poppler and qpdf.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod sample;

use std::path::PathBuf;
use std::process::Command;

use breachbook::document::{Block, Document};
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

/// Measured, for `--release`: an annex of 100,000 accounts in no more than 6 s and 300 MB.
#[test]
#[ignore = "takes seconds, and means something in a release build only"]
fn an_annex_of_100_000_accounts_is_quick_and_small() {
    let mut document = sample::blank();
    document.blocks = vec![Block::Table(sample::annex(100_000))];
    let before = peak_megabytes();
    let begin = std::time::Instant::now();
    let mut bytes = Count(0);
    let format = export::find("pdf").unwrap();
    let written = (format.write)(&document, &mut bytes).unwrap();
    let (took, peak) = (begin.elapsed(), peak_megabytes());
    println!("{} pages, {} MB, {took:?}, peak {before} -> {peak} MB", written.pages, bytes.0 / 1_000_000);
    assert!(peak - before < 300, "{peak} MB");
    assert!(cfg!(debug_assertions) || took.as_secs() < 6, "{took:?}");
}

/// Counts bytes and forgets them.
struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The most memory this process has held; 0 where the system does not say.
fn peak_megabytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).map_or(0, |kilobytes| kilobytes / 1024)
}
