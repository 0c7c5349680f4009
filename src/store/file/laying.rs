//! How a book is made: laid aside whole, synced, then given its name, so that no moment leaves half a book and nobody's file
//! is ever replaced. It removes nothing but what this very call has made, and what calls that died have left.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::{Connection as _, SqliteConnection};
use tempfile::{Builder, NamedTempFile};

use super::connecting::Way;
use super::format::Migrations;
use super::key::Key;
use crate::error::{Error, Result};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::base::bytes::uid;
use crate::store::base::place::{APPLICATION_ID, about, beside};
use crate::store::log::audit;
use crate::system::identity::is_named;
use crate::system::naming::sync_folder;
use crate::system::{locking, opening};

/// How files of ours are called before they have their name.
const BEGIN: &str = ".breachbook-";
const END: &str = ".part";
const LETTERS: usize = 12;
/// Of the name of a file that is kept beside its place, so many letters.
const LONGEST_NAME: usize = 50;

/// A file of ours without its name yet, locked as long as this lives. Dropped, it is gone.
pub struct Aside(NamedTempFile);

impl Aside {
    /// An empty one in a folder, readable by its owner alone; what calls that died have left there is swept away.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        sweep(folder);
        loop {
            let aside = Builder::new().prefix(BEGIN).suffix(END).rand_bytes(LETTERS).tempfile_in(folder)?;
            match locking::try_alone(aside.as_file()) {
                // Another call may be sweeping it away before it is locked: then another one is made.
                Err(TryLockError::WouldBlock) => {}
                // A file system without locks has nothing to sweep by either.
                Ok(()) | Err(TryLockError::Error(_)) if is_named(aside.as_file(), aside.path()) => {
                    return Ok(Self(aside));
                }
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
        }
    }

    /// Where it is meanwhile.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &File {
        self.0.as_file()
    }

    /// Gives it its name, safely on the disk, where nothing has that name yet.
    ///
    /// # Errors
    /// `AlreadyExists`, and then nothing was touched; what the system refuses. The file is still there.
    pub fn name(self, place: &Path) -> std::result::Result<(), (io::Error, Self)> {
        if let Err(cause) = self.file().sync_all() {
            return Err((cause, self));
        }
        // Without replacing: by the system's own call for that, else by a link; where it has neither, by hand.
        let refused = match self.0.persist_noclobber(place) {
            Ok(_) => {
                sync_folder(place);
                return Ok(());
            }
            Err(refused) => refused,
        };
        let aside = Self(refused.file);
        if refused.error.kind() == io::ErrorKind::AlreadyExists {
            return Err((refused.error, aside));
        }
        copied(aside.path(), place).map_err(|cause| (cause, aside))
    }

    /// Gives it a name that another file has: that one is gone in the same moment.
    ///
    /// # Errors
    /// What the system refuses. The file is still there.
    pub fn replace(self, place: &Path) -> std::result::Result<(), (io::Error, Self)> {
        if let Err(cause) = self.file().sync_all() {
            return Err((cause, self));
        }
        self.0.persist(place).map(|_| sync_folder(place)).map_err(|refused| (refused.error, Self(refused.file)))
    }

    /// Leaves it where it is, under a name that says what it is and that nothing sweeps away; says which.
    pub fn keep(self, place: &Path) -> Option<PathBuf> {
        let kept = kept_as(place);
        match self.0.persist_noclobber(&kept) {
            Ok(_) => Some(kept),
            // It may be that no name can be given in that folder any more: then it keeps the one it has.
            Err(refused) => refused.file.keep().ok().map(|(_, path)| path),
        }
    }
}

/// In the folder of a place, a name that the next call sweeps away: for a file on its last step.
#[must_use]
pub fn passing_name(place: &Path) -> PathBuf {
    let chance: String = std::iter::repeat_with(fastrand::alphanumeric).take(LETTERS).collect();
    place.with_file_name(format!("{BEGIN}{chance}{END}"))
}

/// Beside a place, what could not be put there: its name, letters of chance, an ending that says that it is not in place.
#[must_use]
pub fn kept_as(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    // A name may be 255 bytes long in most file systems.
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let chance: String = std::iter::repeat_with(fastrand::alphanumeric).take(6).collect();
    place.with_file_name(format!("{name}.{chance}{END}"))
}

fn remove_companions(path: &Path) {
    for ending in ["-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(path, ending));
    }
}

/// For file systems that know neither links nor a renaming that does not replace: the name is taken exclusively, and given up
/// again by this call alone where the rest fails.
fn copied(from: &Path, to: &Path) -> io::Result<()> {
    let mut file = opening::new_for_its_owner(to)?;
    let done = File::open(from).and_then(|mut from| io::copy(&mut from, &mut file)).and_then(|_| file.sync_all());
    if done.is_err() {
        let _ = fs::remove_file(to);
    }
    done
}

/// Removes what calls that died have left in a folder: files of ours that nobody holds any more.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours =
            name.strip_prefix(BEGIN).and_then(|it| it.strip_suffix(END)).is_some_and(|it| it.len() == LETTERS);
        if !is_ours || !entry.file_type().is_ok_and(|it| it.is_file()) {
            continue;
        }
        // Locked while it is removed: whoever has just made it sees that it is gone.
        let Ok(file) = File::open(entry.path()) else { continue };
        if locking::try_alone(&file).is_ok() {
            remove_companions(&entry.path());
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Takes away a book that the very call has made that asks for it.
pub(super) fn unmake(place: &Path) {
    let _ = fs::remove_file(place);
    remove_companions(place);
}

/// Makes a book where nothing is.
///
/// # Errors
/// `book.exists`, `book.unwritable`, `book.disk_full`.
pub(super) async fn make(place: &Path, key: Option<Key>, act: &Act<'_>) -> Result<()> {
    let folder = place.parent().unwrap_or(Path::new("/"));
    let aside = Aside::in_folder(folder).map_err(|cause| unwritable(place, cause))?;
    let laid = lay(aside.path(), key, act).await;
    remove_companions(aside.path());
    laid?;
    aside.name(place).map_err(|(cause, _)| unwritable(place, cause))
}

async fn lay(path: &Path, key: Option<Key>, act: &Act<'_>) -> Result<()> {
    let mut conn = Way::to(path, key).connect().await?;
    let laid = tables(&mut conn, act).await;
    let closed = conn.close().await;
    laid.and_then(|()| closed.map_err(Error::from))
}

/// Why a book or a copy could not be written.
pub(super) fn unwritable(place: &Path, cause: io::Error) -> Error {
    let code = match cause.kind() {
        io::ErrorKind::AlreadyExists => "book.exists",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "book.disk_full",
        _ => "book.unwritable",
    };
    about(code, place).because(cause)
}

/// Lays a new book: mark, tables, its own row, the first entry of the log.
async fn tables(conn: &mut SqliteConnection, act: &Act<'_>) -> Result<()> {
    let mark = sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}"));
    sqlx::query(mark).execute(&mut *conn).await?;
    let (all, mut tx) = (Migrations::released(), conn.begin().await?);
    all.lay(&mut tx, 0, all.format()).await?;
    sqlx::query("INSERT INTO book (id, uid, created_at, created_by, program) VALUES (1, ?, ?, ?, ?)")
        .bind(uid(act.at))
        .bind(act.at.to_string())
        .bind(&act.who.name)
        .bind(env!("CARGO_PKG_VERSION"))
        .execute(&mut *tx)
        .await?;
    audit::append(&mut tx, act, &audit::Entry::of_the_book(Verb::BookNew)).await?;
    tx.commit().await?;
    Ok(())
}
