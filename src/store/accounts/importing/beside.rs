//! What the new accounts of a chunk come to in the numbers at hand and in leaves: worked out on a thread of its own while the next
//! chunk is written, for the one that writes has enough to do. It asks the book nothing.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::chunks::Row;
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, CaseId, ImportId, ProfileId};
use crate::store::accounts::merging::Held;
use crate::store::base::bulk::Cell;
use crate::store::log::commitment::leaves::fresh::Fresh;
use crate::store::tally::Moves;
use crate::store::values::standing::Standing;

/// The thread, once there is something to do.
pub struct Beside {
    import: ImportId,
    /// The first account of the import.
    first: AccountId,
    working: Option<Working>,
}

struct Working {
    chunks: SyncSender<Accounts>,
    thread: JoinHandle<Worked>,
}

/// New accounts that are written, and the rows that they are of.
pub struct Accounts {
    /// All rows of a chunk.
    pub rows: Vec<Row>,
    /// The id of the first row's account; the others follow.
    pub first: AccountId,
    /// The places of rows that brought an account, with what `profile` says of it.
    pub new: Vec<(usize, Option<ProfileId>)>,
}

/// What all of it comes to.
pub struct Worked {
    /// The leaves of blocks that hold new accounts alone.
    pub fresh: Fresh,
    /// How the numbers move.
    pub moves: Moves,
}

impl Beside {
    /// Nothing yet.
    pub const fn of(import: ImportId, first: AccountId) -> Self {
        Self { import, first, working: None }
    }

    /// Hands over what is written; waits until what was handed over before is taken up.
    pub fn take(&mut self, accounts: Accounts) {
        let working = self.working.get_or_insert_with(|| Working::begin(self.import, self.first));
        // A thread that is gone is told of at the end.
        let _ = working.chunks.send(accounts);
    }

    /// All of it, once it is worked out.
    ///
    /// # Errors
    /// `internal` where the thread is gone.
    pub fn end(self) -> Result<Worked> {
        let Some(Working { chunks, thread }) = self.working else { return Ok(Worked::of(self.first)) };
        drop(chunks);
        thread.join().map_err(|_| Error::new("internal"))
    }
}

impl Working {
    fn begin(import: ImportId, first: AccountId) -> Self {
        // None waits: each holds a chunk's rows.
        let (chunks, coming) = sync_channel(0);
        let thread = std::thread::spawn(move || {
            let mut worked = Worked::of(first);
            coming.into_iter().for_each(|accounts| worked.add(import, &accounts));
            worked
        });
        Self { chunks, thread }
    }
}

impl Worked {
    fn of(first: AccountId) -> Self {
        Self { fresh: Fresh::from(first), moves: Moves::default() }
    }

    fn add(&mut self, import: ImportId, accounts: &Accounts) {
        for (at, profile) in &accounts.new {
            let Some(row) = accounts.rows.get(*at) else { continue };
            let id = accounts.first.plus(i64::try_from(*at).unwrap_or(i64::MAX));
            let standing = standing(row, *profile);
            if self.fresh.holds(id) {
                self.fresh.add(id, &identity(id, import, row), &standing.cells(id));
            }
            self.moves.enter(&standing);
        }
    }
}

/// The row of `account` that a list's row brings.
pub fn identity(id: AccountId, import: ImportId, row: &Row) -> [Cell<'_>; 9] {
    let stated = &row.stated;
    [
        id.into(),
        CaseId::of(id).into(),
        row.key_kind.position().into(),
        row.key.as_str().into(),
        stated.shown.as_deref().into(),
        stated.name.as_deref().into(),
        stated.notes.as_deref().into(),
        import.into(),
        row.line.into(),
    ]
}

/// The row of `standing` that it brings.
pub fn standing(row: &Row, profile: Option<ProfileId>) -> Standing {
    Standing { profile, ..Held::standing_of(&row.stated, row.day) }
}
