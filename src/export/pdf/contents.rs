//! Drawn pages to compressed content, on a thread of their own while the next ones are laid out.
//!
//! They come back in the order they were given, and each at the same moment of every run: the same bytes every time.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::canvas::Drawn;
use super::file::{Id, deflated};

/// How many pages may be under way before one is waited for.
const AHEAD: usize = 16;

/// Pages under way.
pub(super) struct Contents {
    jobs: Option<Sender<Drawn>>,
    done: Receiver<Vec<u8>>,
    waiting: VecDeque<Id>,
    worker: Option<JoinHandle<()>>,
}

impl Contents {
    /// Nothing under way.
    pub fn new() -> Self {
        let (jobs, inbox) = channel::<Drawn>();
        let (outbox, done) = channel();
        let work = move || {
            // Whoever no longer waits for pages has met an error and reports it.
            let _ = inbox.into_iter().try_for_each(|drawn| outbox.send(deflated(&drawn.content())));
        };
        Self { jobs: Some(jobs), done, waiting: VecDeque::new(), worker: Some(std::thread::spawn(work)) }
    }

    /// Hands in a page's drawing under its content's number; an earlier one comes back where enough are under way.
    pub fn put(&mut self, id: Id, drawn: Drawn) -> Option<(Id, Vec<u8>)> {
        self.waiting.push_back(id);
        let jobs = self.jobs.as_ref().expect("nothing is handed in after the end");
        jobs.send(drawn).expect("the worker lives as long as there is work");
        if self.waiting.len() > AHEAD { self.next() } else { None }
    }

    /// The oldest that is under way.
    pub fn next(&mut self) -> Option<(Id, Vec<u8>)> {
        let id = self.waiting.pop_front()?;
        Some((id, self.done.recv().expect("the worker answers every job")))
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
