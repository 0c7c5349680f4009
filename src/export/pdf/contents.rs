//! What is drawn on a page, and other streams, to compressed bytes, on a thread of their own while the next page is laid out.
//!
//! They come back in the order they were given, and each at the same moment of every run: the same bytes every time.

use std::collections::VecDeque;
use std::io::Write as _;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::Dictionary;
use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions};

/// An object's number.
pub(super) type Id = u32;

/// How many streams may be under way before one is waited for.
const AHEAD: usize = 32;

/// A page that is drawn.
pub(super) struct Drawn(Vec<Op>);

impl Drawn {
    /// These operations.
    pub fn of(ops: Vec<Op>) -> Self {
        Self(ops)
    }

    /// In PDF's syntax. printpdf writes it as the content of a page; the rest of its file is not used.
    pub fn content(self) -> Vec<u8> {
        let mut document = PdfDocument::new("");
        document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), self.0)]);
        // Not "secure", or it would leave out what it has no name for.
        let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
        let mut written = document.to_lopdf_document(&options, &mut Vec::new());
        let ids: Vec<_> = written.page_iter().flat_map(|page| written.get_page_contents(page)).collect();
        let streams = ids.into_iter().filter_map(|id| written.objects.remove(&id).and_then(stream));
        streams.map(|stream| stream.content).reduce(|one, next| [one, next].concat()).unwrap_or_default()
    }
}

fn stream(object: lopdf::Object) -> Option<lopdf::Stream> {
    match object {
        lopdf::Object::Stream(stream) => Some(stream),
        _ => None,
    }
}

/// What is to be compressed.
pub(super) enum Raw {
    /// What is drawn on a page.
    Drawn(Drawn),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// A compressed stream: its number, what is said of it, its bytes.
pub(super) type Done = (Id, Dictionary, Vec<u8>);

/// Streams under way.
pub(super) struct Contents {
    jobs: Option<Sender<Raw>>,
    done: Receiver<Vec<u8>>,
    waiting: VecDeque<(Id, Dictionary)>,
    worker: Option<JoinHandle<()>>,
}

impl Raw {
    fn compressed(self) -> Vec<u8> {
        match self {
            Self::Drawn(drawn) => deflated(&drawn.content()),
            Self::Bytes(bytes) => deflated(&bytes),
        }
    }
}

impl Contents {
    /// Nothing under way.
    pub fn new() -> Self {
        let (jobs, inbox) = channel::<Raw>();
        let (outbox, done) = channel();
        let work = move || {
            // Whoever no longer waits for streams has met an error and reports it.
            let _ = inbox.into_iter().try_for_each(|raw| outbox.send(raw.compressed()));
        };
        Self { jobs: Some(jobs), done, waiting: VecDeque::new(), worker: Some(std::thread::spawn(work)) }
    }

    /// Hands in a stream under its number; an earlier one comes back where enough are under way.
    pub fn put(&mut self, id: Id, dict: Dictionary, raw: Raw) -> Option<Done> {
        self.waiting.push_back((id, dict));
        let jobs = self.jobs.as_ref().expect("nothing is handed in after the end");
        jobs.send(raw).expect("the worker lives as long as there is work");
        if self.waiting.len() > AHEAD { self.next() } else { None }
    }

    /// The oldest that is under way.
    pub fn next(&mut self) -> Option<Done> {
        let (id, dict) = self.waiting.pop_front()?;
        Some((id, dict, self.done.recv().expect("the worker answers every job")))
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(worker) = self.worker.take() {
            // A panic in it has already been said, and there is nothing to save.
            let _ = worker.join();
        }
    }
}

/// Compressed, as streams are.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(4));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes every write")
}
