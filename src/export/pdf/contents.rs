//! Streams to compressed bytes, on a thread of their own while the next page is laid out.
//!
//! They come back in the order they were given, and each at the same moment of every run: the same bytes every time.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use lopdf::Dictionary;

use super::canvas::Drawn;
use super::file::{Id, deflated};

/// How many streams may be under way before one is waited for.
const AHEAD: usize = 32;

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
