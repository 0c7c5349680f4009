//! What was read is what was hashed: a file that changes while it is read, stops answering or never ends is refused whole,
//! and one that is told to stop stops at whatever point.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use breachbook::actions::importing::{self, Asked, Given, Imported};
use breachbook::actions::{Session, accounts};
use breachbook::error::Result;
use breachbook::model::ids::CaseId;
use breachbook::world::files;
use sha2::{Digest as _, Sha256};

use crate::desk::Desk;

/// A source at which something happens right before it is read for the n-th time.
struct Watched<R> {
    source: R,
    reads: Arc<AtomicUsize>,
    at: usize,
    happens: Box<dyn FnMut() -> io::Result<()> + Send>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.reads.fetch_add(1, Ordering::Relaxed) == self.at {
            (self.happens)()?;
        }
        self.source.read(buffer)
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// A list whose dates need a pass of their own, some buffers long.
fn list(name: &str) -> Vec<u8> {
    let note = "x".repeat(250);
    let rows: String = (0..ROWS).map(|n| format!("u{n}@x.example,{name} {},14/03/2026,{note}\n", n % 7)).collect();
    format!("email,name,first access,notes\n{rows}").into_bytes()
}

const ROWS: u64 = 1_500;

fn workbook(name: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, email) in (0..).zip(["email".to_owned()].into_iter().chain((0..400).map(|n| format!("u{n}@x.example")))) {
        sheet.write_string(row, 0, email).expect("a cell");
        sheet.write_string(row, 1, if row == 0 { "name" } else { name }).expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

async fn import(session: &Session, case: CaseId, given: Given, dry_run: bool, stop: &AtomicBool) -> Result<Imported> {
    let asked = Asked { dry_run, ..Asked::default() };
    importing::import(session, case, vec![given], &asked, stop, &mut |_| {}).await
}

/// Something that is done to a file while it is read.
type Harm = fn(&Path);

fn append(path: &Path) {
    let mut file = OpenOptions::new().append(true).open(path).expect("the file");
    file.write_all(b"later@x.example,Later,15/03/2026,y\n").expect("appended");
}

fn truncate(path: &Path) {
    let file = OpenOptions::new().write(true).open(path).expect("the file");
    file.set_len(file.metadata().expect("a size").len() - 40).expect("truncated");
}

/// Another list of the same length takes its place in the same file.
fn replace(path: &Path) {
    fs::write(path, list("Bert")).expect("written");
}

fn replace_workbook(path: &Path) {
    fs::write(path, workbook("Bert")).expect("written");
}

/// Imports a file that is changed before its n-th reading, for every n until nothing is left to change. Either it is
/// refused and nothing was imported, or what was imported is what the hash is of. Says how often it was refused.
async fn changed_at_every_point(name: &str, bytes: &[u8], harm: Harm) -> usize {
    let mut refused = 0;
    for at in 0.. {
        let (desk, files) = (Desk::new(), tempfile::tempdir().expect("a folder"));
        let (session, case) = desk.with_case().await;
        let path = files.path().join(name);
        fs::write(&path, bytes).expect("written");
        let (reads, harmed) = (Arc::new(AtomicUsize::new(0)), path.clone());
        let happens = Box::new(move || {
            harm(&harmed);
            Ok(())
        });
        let source = Watched { source: File::open(&path).expect("opened"), reads: Arc::clone(&reads), at, happens };
        let done = import(&session, case, Given::new(name, Box::new(source)), false, &AtomicBool::new(false)).await;
        let listed = accounts::list(&session, case, None, 20_000, 0).await.expect("a list");
        match done {
            Ok(done) => {
                let read = [bytes.to_vec(), fs::read(&path).expect("the file")];
                let hash = &done.written.files[0].sha256;
                let read = read.iter().find(|it| sha256(it) == *hash).expect("the hash of what stood there");
                let named = |name: &str| {
                    listed.accounts.iter().any(|it| it.name.as_deref().is_some_and(|it| it.contains(name)))
                };
                let text = String::from_utf8_lossy(read);
                if name.ends_with("csv") {
                    let says = |it: &str| text.contains(it);
                    assert_eq!(
                        ["Anna", "Bert", "Later"].map(named),
                        ["Anna", "Bert", "Later"].map(says),
                        "before reading {at}"
                    );
                    assert_eq!(listed.total, text.lines().count() as u64 - 1);
                } else {
                    let replaced = read != bytes && !read.starts_with(bytes);
                    assert_eq!(named("Bert"), replaced, "before reading {at}");
                }
            }
            Err(refusal) => {
                // Changed before it was taken, it is refused as what it is then.
                let whole = refusal.code != "import.changed_while_read";
                if whole {
                    let now = Given::new(name, Box::new(File::open(&path).expect("opened")));
                    let now = import(&session, case, now, false, &AtomicBool::new(false)).await;
                    assert_eq!(now.expect_err("refused").code, refusal.code, "before reading {at}");
                }
                assert_eq!(refusal.args["file"], name);
                assert_eq!((listed.total, importing::past(&session, case).await.expect("records").len()), (0, 0));
                refused += usize::from(!whole);
            }
        }
        if reads.load(Ordering::Relaxed) <= at {
            return refused;
        }
    }
    unreachable!("a file has an end")
}

#[tokio::test]
async fn a_list_that_is_changed_while_it_is_read_is_refused_or_is_what_was_hashed() {
    for (harm, what) in [(append as Harm, "append"), (truncate, "truncate"), (replace, "replace")] {
        let refused = changed_at_every_point("list.csv", &list("Anna"), harm).await;
        assert!(refused >= 3, "{what}: amid the survey, the dates and the rows: {refused}");
    }
}

#[tokio::test]
async fn a_workbook_that_is_changed_while_it_is_read_is_refused_or_is_what_was_hashed() {
    let first = workbook("Anna");
    changed_at_every_point("list.xlsx", &first, replace_workbook).await;
    assert!(changed_at_every_point("list.xlsx", &first, append).await > 0);
}

/// Bytes that are others from the n-th time on that they are read from their begin.
struct Turning {
    texts: [Vec<u8>; 2],
    from: usize,
    begun: usize,
    at: u64,
}

impl Read for Turning {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let text = &self.texts[usize::from(self.begun >= self.from)];
        let rest = text.get(usize::try_from(self.at).expect("small")..).unwrap_or_default();
        let n = rest.len().min(buffer.len());
        buffer[..n].copy_from_slice(&rest[..n]);
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Turning {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::End(_) => self.texts[0].len() as u64,
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        self.begun += usize::from(self.at == 0);
        Ok(self.at)
    }
}

#[tokio::test]
async fn a_dry_run_tells_of_a_file_that_changed_and_counts_none_of_its_rows() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let good = |name: &str| Given::new(name, Box::new(Cursor::new(b"email,name\nu1@x.example,A\nbroken,B\n".to_vec())));
    // What wraps it, the head, the survey, the dates, the rows.
    let turning = Turning { texts: [list("Anna"), list("Bert")], from: 5, begun: 0, at: 0 };
    let files = vec![good("a.csv"), Given::new("b.csv", Box::new(turning)), good("c.csv")];
    let asked = Asked { dry_run: true, ..Asked::default() };
    let done = importing::import(&session, case, files, &asked, &AtomicBool::new(false), &mut |_| {}).await;
    let written = done.expect("a dry run goes on").written;
    let told: Vec<_> = written.problems.iter().map(|it| (it.file.as_str(), it.code)).collect();
    let broken = "key.no_at";
    assert_eq!(told, [("a.csv", broken), ("b.csv", "import.changed_while_read"), ("c.csv", broken)]);
    let rows: Vec<_> = written.files.iter().map(|it| (it.rows.read, it.rows.new, it.rows.merged)).collect();
    assert_eq!(rows, [(2, 1, 0), (0, 0, 0), (2, 0, 1)]);
    assert_eq!((written.rows.read, written.problems_total), (4, 3));
    for language in ["en", "de"] {
        let phrases = breachbook::lang::Phrases::of(language).expect(language);
        assert!(importing::why(&written.problems[1], &phrases).contains("b.csv"));
    }
}

#[tokio::test]
async fn a_file_that_stops_answering_amid_its_rows_is_refused_and_never_a_short_import() {
    let bytes = list("Anna");
    let reads = Arc::new(AtomicUsize::new(0));
    let mut codes = Vec::new();
    for at in 0.. {
        reads.store(0, Ordering::Relaxed);
        let desk = Desk::new();
        let (session, case) = desk.with_case().await;
        let happens = Box::new(|| Err(io::Error::other("the share is gone")));
        let source = Watched { source: Cursor::new(bytes.clone()), reads: Arc::clone(&reads), at, happens };
        let given = Given::new("share.csv", Box::new(source));
        let done = import(&session, case, given, false, &AtomicBool::new(false)).await;
        let total = accounts::list(&session, case, None, 1, 0).await.expect("a list").total;
        match done {
            Ok(_) => {
                assert_eq!((total, reads.load(Ordering::Relaxed)), (ROWS, at));
                break;
            }
            Err(refusal) => {
                assert_eq!((refusal.args["file"].as_str(), total), ("share.csv", 0));
                codes.push(refusal.code);
            }
        }
    }
    assert!(codes.len() > 9 && codes.iter().all(|it| *it == "import.read_failed"), "{codes:?}");
}

/// A file that grows as fast as it is read, and how it begins.
struct Endless {
    begin: &'static [u8],
    at: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        for byte in &mut *buffer {
            *byte = self.begin.get(self.at).copied().unwrap_or(b'a');
            self.at += 1;
        }
        Ok(buffer.len())
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = 0;
        Ok(if matches!(to, SeekFrom::End(_)) { 1_000_000 } else { 0 })
    }
}

#[tokio::test]
async fn a_file_that_grows_without_end_is_refused() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    for begin in [&b"email\n"[..], b"PK\x03\x04"] {
        let given = Given::new("growing", Box::new(Endless { begin, at: 0 }));
        let done = import(&session, case, given, false, &AtomicBool::new(false)).await;
        assert_eq!(done.expect_err("refused").code, "import.changed_while_read", "{begin:?}");
    }
}

/// Tells a file to stop before its n-th reading, for every n until it is read to its end; says how often it stopped.
async fn stopped_at_every_point(path: &Path) -> usize {
    for at in 0.. {
        let desk = Desk::new();
        let (session, case) = desk.with_case().await;
        let stop = Arc::new(AtomicBool::new(false));
        let (reads, told) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&stop));
        let happens = Box::new(move || {
            told.store(true, Ordering::Relaxed);
            Ok(())
        });
        let source = files::open_until(path, &stop).expect("opened");
        let source = Watched { source, reads: Arc::clone(&reads), at, happens };
        let name = files::name(path);
        // The store never hears of it: the file alone stops answering.
        let done =
            import(&session, case, Given::new(&name, Box::new(source)), at % 2 == 1, &AtomicBool::new(false)).await;
        if reads.load(Ordering::Relaxed) <= at {
            assert!(done.is_ok());
            return at;
        }
        assert_eq!(done.expect_err("stopped").code, "cancelled", "{name}, before reading {at}");
        assert_eq!(accounts::list(&session, case, None, 1, 0).await.expect("a list").total, 0);
    }
    unreachable!("a file has an end")
}

#[tokio::test]
async fn a_file_that_is_told_to_stop_stops_while_it_is_hashed_scanned_unpacked_and_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: Vec<u8>| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    };
    assert!(stopped_at_every_point(&write("list.csv", list("Anna"))).await > 9);
    // Few reads hold its bytes; the others ask while it is unpacked.
    assert!(stopped_at_every_point(&write("list.xlsx", workbook("Anna"))).await > 20);
}
