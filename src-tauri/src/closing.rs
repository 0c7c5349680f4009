//! How the window is closed: it is held back until the page has kept what was typed and says that it may go. A page that
//! does not answer holds nothing back for long. It knows no Tauri, so that it is tried without a window.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Deserialize;
use tokio::sync::watch;
use ts_rs::TS;

/// How long a page that was asked may stay silent.
pub const PATIENCE: Duration = Duration::from_secs(4);
/// A request that follows another one so closely is a key that is held down.
const REPEATED: Duration = Duration::from_millis(700);

/// What the page says about being closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClosingAnswer")]
pub enum Answer {
    /// It listens; of a request: it has heard it, and keeps what was typed or asks the reader.
    Heard,
    /// It may be closed.
    Close,
}

/// What is done about a request to close the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It closes.
    Close,
    /// The page is asked; where it stays silent, [`Closing::is_silent`] says so.
    Ask(Instant),
    /// It was asked just now.
    Wait,
}

#[derive(Default)]
struct State {
    listens: bool,
    asked: Option<Instant>,
}

/// What is known of the window's closing.
#[derive(Default)]
pub struct Closing {
    state: Mutex<State>,
    may: watch::Sender<bool>,
}

impl Closing {
    /// Somebody wants the window closed: a second request closes it where the first was not answered.
    pub fn requested(&self, now: Instant) -> Step {
        let mut state = self.state();
        if !state.listens || *self.may.borrow() {
            return Step::Close;
        }
        match state.asked {
            None => {
                state.asked = Some(now);
                Step::Ask(now)
            }
            Some(before) if now.duration_since(before) < REPEATED => Step::Wait,
            Some(_) => Step::Close,
        }
    }

    /// The page answers.
    pub fn answered(&self, answer: Answer) {
        let mut state = self.state();
        state.listens = true;
        state.asked = None;
        if answer == Answer::Close {
            self.may.send_replace(true);
        }
    }

    /// Whether the request of this time is still unanswered.
    pub fn is_silent(&self, since: Instant) -> bool {
        self.state().asked == Some(since)
    }

    /// Waits until the page says that it may be closed.
    pub async fn allowed(&self) {
        // The sender is our own: it cannot be gone.
        let _ = self.may.subscribe().wait_for(|may| *may).await;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Answer, Closing, Step};

    const LATER: Duration = Duration::from_secs(1);

    #[test]
    fn a_page_that_does_not_listen_yet_is_not_asked() {
        assert_eq!(Closing::default().requested(Instant::now()), Step::Close);
    }

    #[test]
    fn a_page_that_listens_is_asked_and_holds_the_window_until_it_answers() {
        let (closing, now) = (Closing::default(), Instant::now());
        closing.answered(Answer::Heard);
        assert_eq!(closing.requested(now), Step::Ask(now));
        assert!(closing.is_silent(now));
        closing.answered(Answer::Heard);
        assert!(!closing.is_silent(now), "it asks its reader, for as long as that takes");
        assert_eq!(closing.requested(now + LATER), Step::Ask(now + LATER), "and is asked anew the next time");
    }

    #[test]
    fn a_page_that_hangs_is_closed_by_a_second_request_and_not_by_a_key_that_is_held_down() {
        let (closing, now) = (Closing::default(), Instant::now());
        closing.answered(Answer::Heard);
        assert_eq!(closing.requested(now), Step::Ask(now));
        assert_eq!(closing.requested(now + Duration::from_millis(30)), Step::Wait);
        assert!(closing.is_silent(now), "nor does that begin its time anew");
        assert_eq!(closing.requested(now + LATER), Step::Close);
    }

    #[tokio::test]
    async fn what_may_be_closed_is_closed() {
        let (closing, now) = (Closing::default(), Instant::now());
        closing.answered(Answer::Heard);
        assert_eq!(closing.requested(now), Step::Ask(now));
        closing.answered(Answer::Close);
        closing.allowed().await;
        assert_eq!(closing.requested(now + LATER), Step::Close);
    }
}
