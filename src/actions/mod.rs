//! The verbs: one function, one intention, one transaction, one audit entry.
//!
//! Nothing here reads a clock, an environment or a file: whoever calls says who, when and which book.

pub mod accounts;
pub mod audit_trail;
pub mod books;
pub mod capabilities;
pub mod cases;
pub mod contradicting;
mod deed;
pub mod facts;
pub mod importing;
pub mod inspecting;
pub mod parties;
pub mod regimes;
pub mod reporting;
pub mod samples;
pub mod suggesting;
pub mod tagging;
pub mod trees;
pub mod viewing;
pub mod written;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::error::{Error, Result, Warning};
use crate::model::clock::{Clock, When};
use crate::model::ids::{CaseId, DeedId};
use crate::model::who::{Act, Who};

use crate::store::undo::{self, Next, Undone};
use crate::store::{Store, file, which_case};

pub use crate::store::Access;

/// One person at work on one book, at one time.
#[derive(Debug, Clone)]
pub struct Session {
    /// The book; a window has several sessions on it at once.
    pub store: Arc<Store>,
    /// By whom.
    pub who: Who,
    /// When, as told.
    pub now: Timestamp,
    /// Where that time comes from.
    pub clock: Clock,
}

impl Session {
    /// Makes a book and opens it for writing; without a passphrase it is plain.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub async fn create(path: &Path, passphrase: Option<&str>, who: Who, when: impl Into<When>) -> Result<Self> {
        let When { at: now, clock } = when.into();
        let store = Store::create(path, passphrase, &Act { who: &who, at: now, clock }).await?;
        Ok(Self { store: Arc::new(store), who, now, clock })
    }

    /// Opens a book; waits five seconds for whoever has it.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open(
        path: &Path,
        passphrase: Option<&str>,
        access: Access,
        who: Who,
        when: impl Into<When>,
    ) -> Result<Self> {
        Self::open_within(path, passphrase, access, file::PATIENCE, who, when).await
    }

    /// Opens a book; waits so long for whoever has it.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_within(
        path: &Path,
        passphrase: Option<&str>,
        access: Access,
        patience: Duration,
        who: Who,
        when: impl Into<When>,
    ) -> Result<Self> {
        let When { at, clock } = when.into();
        let store = Store::open(path, passphrase, access, &Act { who: &who, at, clock }, patience).await?;
        let When { at: now, clock } = When { at, clock }.again();
        Ok(Self { store: Arc::new(store), who, now, clock })
    }

    /// Whether a path leads to the book.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        self.store.is_at(path)
    }

    /// What is to be said of the book itself, beside what was done: each remark once.
    #[must_use]
    pub fn remarks(&self) -> Vec<Warning> {
        self.store.take_remarks()
    }

    /// Whether a passphrase is worth asking for before opening.
    #[must_use]
    pub fn looks_encrypted(path: &Path) -> bool {
        Store::looks_sealed(path)
    }

    /// The case that is meant: by its id, reference, sample's name or title, else the only one.
    ///
    /// # Errors
    /// As [`which_case::meant`].
    pub async fn case(&self, asked: Option<&str>) -> Result<CaseId> {
        if self.store.is_writable() {
            return which_case::meant(&mut *self.store.begin().await?, asked).await;
        }
        which_case::meant(&mut *self.store.read().await?, asked).await
    }

    /// The same person at the same book, at another time.
    #[must_use]
    pub fn at(&self, when: impl Into<When>) -> Self {
        let When { at: now, clock } = when.into();
        Self { now, clock, ..self.clone() }
    }

    /// Closes the book, where this is the last session on it.
    ///
    /// # Errors
    /// As [`Store::close`].
    pub async fn close(self) -> Result<()> {
        match Arc::into_inner(self.store) {
            Some(store) => store.close().await,
            None => Ok(()),
        }
    }

    /// Takes the book away again, which this session has made and in which nothing came of its work.
    pub async fn unmake(self) {
        if let Some(store) = Arc::into_inner(self.store) {
            store.unmake().await;
        }
    }

    /// By whom and when, for a deed.
    #[must_use]
    pub const fn act(&self) -> Act<'_> {
        Act { who: &self.who, at: self.now, clock: self.clock }
    }

    /// By whom, and what the clock says now: whoever has waited for the book does things when it is his turn.
    fn act_now(&self) -> Act<'_> {
        Act { at: self.clock.after(self.now), ..self.act() }
    }

    /// What undo would take back in a case, and what redo would do again.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn next(&self, case: CaseId) -> Result<Next> {
        undo::next(&mut *self.store.read().await?, case).await
    }

    /// Takes back the last deed of a case.
    ///
    /// # Errors
    /// `undo.nothing`.
    pub async fn undo(&self, case: CaseId) -> Result<Undone> {
        let mut tx = self.store.begin().await?;
        let undone = undo::undo(&mut tx, &self.act(), case).await?;
        tx.commit().await?;
        Ok(undone)
    }

    /// Takes back deeds of a case up to and including this one, all of them or none; says each. `told` hears how many
    /// are taken back so far, and says whether to go on.
    ///
    /// # Errors
    /// `undo.not_standing` where undo does not walk over this deed; `cancelled`.
    pub async fn undo_to(&self, case: CaseId, deed: DeedId, told: &mut dyn FnMut(u64) -> bool) -> Result<Vec<Undone>> {
        let mut tx = self.store.begin().await?;
        let mut done: Vec<Undone> = Vec::new();
        while done.last().is_none_or(|last| last.deed != deed) {
            let next = undo::next(&mut tx, case).await?.undo;
            if next.is_none_or(|next| next.id < deed) {
                return Err(Error::new("undo.not_standing"));
            }
            done.push(undo::undo(&mut tx, &self.act(), case).await?);
            if !told(done.len() as u64) {
                return Err(Error::new("cancelled"));
            }
        }
        tx.commit().await?;
        Ok(done)
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// `redo.nothing`.
    pub async fn redo(&self, case: CaseId) -> Result<Undone> {
        let mut tx = self.store.begin().await?;
        let undone = undo::redo(&mut tx, &self.act(), case).await?;
        tx.commit().await?;
        Ok(undone)
    }
}
