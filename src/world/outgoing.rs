//! Files that leave: where one may go, and how it gets there, whole or not at all. It knows no format.
//!
//! Nothing of a book is ever written over, whatever it is called. A file that is there is replaced only where whoever asks has
//! said so, in one moment, and keeps its permissions; a new one is readable by its owner alone. What was begun and not ended
//! leaves nothing behind: it has no name until it is whole, where the system knows such files; elsewhere one that the next
//! call sweeps away. A pipe or a device is written to and never replaced.

mod target;

use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::files::name;
use crate::error::{Error, Result, Warning};
use crate::store::file::laying::{self, Aside};
pub use crate::store::file::writing::unsettled;
use crate::store::place;
use crate::system::naming::{keep_owner, link, nameless, sync_folder};
use crate::system::{handles, opening, volumes};
use target::Kind;
pub use target::{Over, Target};

/// A file on its way. Dropped before it is put in place, it never was.
pub struct Outgoing {
    target: Target,
    out: BufWriter<File>,
    part: Part,
}

/// Where its bytes are meanwhile.
enum Part {
    /// In a file without a name, in the folder of the target.
    Nameless,
    /// The same, under a name that the next call sweeps away.
    Aside(Aside),
    /// Here: what has gone into a pipe cannot be taken back.
    Held(Vec<u8>),
    /// There already.
    Gone,
}

impl Outgoing {
    /// Begins the file.
    ///
    /// # Errors
    /// `file.unwritable`, `file.disk_full`; `file.nobody_reads` for a pipe.
    pub fn begin(target: Target) -> Result<Self> {
        let begun = match &target.kind {
            Kind::Stream(Some(own)) => handles::duplicate(*own).map(|file| (file, Part::Gone)),
            Kind::Stream(None) => opening::to_stream(&target.place).map(|file| (file, Part::Gone)),
            Kind::New | Kind::File(_) => part(target.folder()),
        };
        match begun {
            Ok((file, part)) => Ok(Self { target, out: BufWriter::new(file), part }),
            Err(cause) if cause.kind() == ErrorKind::TimedOut => {
                Err(target.refused("file.nobody_reads").because(cause))
            }
            Err(cause) => Err(target.unwritable(cause)),
        }
    }

    /// Where its bytes go, one after the other.
    pub fn writer(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// The folder that it will be in, for what is set aside meanwhile; none where it goes into a pipe.
    pub fn folder(&self) -> Option<&Path> {
        match self.target.kind {
            Kind::Stream(_) => None,
            Kind::New | Kind::File(_) => Some(self.target.folder()),
        }
    }

    /// Lays all its bytes down, safely on the disk and not yet in place; of a pipe, holds them.
    ///
    /// # Errors
    /// `file.unwritable`, `file.disk_full`.
    pub fn lay(&mut self, bytes: &[u8]) -> Result<()> {
        if matches!(self.part, Part::Gone | Part::Held(_)) {
            self.part = Part::Held(bytes.to_vec());
            return Ok(());
        }
        let laid =
            self.out.write_all(bytes).and_then(|()| self.out.flush()).and_then(|()| self.out.get_ref().sync_all());
        laid.map_err(|cause| self.target.unwritable(cause))
    }

    /// Says of a refusal to write which file it is about, and whether there is no room.
    pub fn told(&self, refusal: Error) -> Error {
        if !["file.unwritable", "file.disk_full"].contains(&refusal.code) || refusal.args.contains_key("file") {
            return refusal;
        }
        let full = refusal.code == "file.disk_full" || self.folder().is_some_and(volumes::is_full);
        self.target.refused(if full { "file.disk_full" } else { "file.unwritable" }).because(refusal)
    }

    /// Puts in place what was written to it.
    ///
    /// # Errors
    /// `file.unwritable`, `file.disk_full`, `file.exists`, `file.is_book`: then nothing is there that was not.
    pub fn finish(self) -> Result<()> {
        self.put().map_err(|stuck| stuck.why)
    }

    /// Puts in place what was laid down, after a deed that stands: where that fails, the deed is done all the same, and the
    /// remark says where the bytes are.
    pub fn put_after_deed(self) -> Option<Warning> {
        let file = self.target.named.display().to_string();
        let stuck = self.put().err()?;
        Some(match stuck.kept.and_then(Kept::keep) {
            Some(part) => Warning::new("file.left_aside").with("file", file).with("part", part.display()),
            None => Warning::new("file.not_put").with("file", file),
        })
    }

    fn put(mut self) -> std::result::Result<(), Box<Stuck>> {
        let held = if let Part::Held(bytes) = &self.part { Some(bytes.clone()) } else { None };
        let written = held.map_or(Ok(()), |bytes| self.out.write_all(&bytes)).and_then(|()| self.out.flush());
        if let Err(cause) = written {
            return Err(Stuck::without(self.target.unwritable(cause)));
        }
        let Self { target, out, part } = self;
        let file = match out.into_inner() {
            Ok(file) => file,
            Err(cause) => return Err(Stuck::without(target.unwritable(cause.into_error()))),
        };
        let Some(kept) = Kept::of(file, part, &target.place) else { return Ok(()) };
        kept.put(&target)
    }
}

/// Why a file could not be put in place, and the file, where there is one.
struct Stuck {
    why: Error,
    kept: Option<Kept>,
}

impl Stuck {
    fn without(why: Error) -> Box<Self> {
        Box::new(Self { why, kept: None })
    }

    fn with(kept: Kept, why: Error) -> Box<Self> {
        Box::new(Self { why, kept: Some(kept) })
    }
}

/// A whole file that is not in place yet.
struct Kept {
    file: File,
    aside: Option<Aside>,
    place: PathBuf,
}

impl Kept {
    fn of(file: File, part: Part, place: &Path) -> Option<Self> {
        let aside = match part {
            Part::Held(_) | Part::Gone => return None,
            Part::Nameless => None,
            Part::Aside(aside) => Some(aside),
        };
        Some(Self { file, aside, place: place.to_owned() })
    }

    /// What was looked at when it was begun is looked at again.
    fn put(self, target: &Target) -> std::result::Result<(), Box<Stuck>> {
        let replaced = match &target.kind {
            Kind::File(permissions) => Some(permissions.clone()),
            Kind::New | Kind::Stream(_) => None,
        };
        if let Err(cause) = self.settled(replaced.as_ref()) {
            return Err(Stuck::with(self, target.unwritable(cause)));
        }
        // As late as can be: a book may have come to stand there meanwhile.
        if let Err(refusal) = target.guard() {
            return Err(Stuck::with(self, refusal));
        }
        self.named(replaced.is_some()).map_err(|(cause, kept)| Stuck::with(kept, target.unwritable(cause)))
    }

    /// With the permissions, and where we may the owner, of the file that it replaces; safely on the disk.
    fn settled(&self, permissions: Option<&Permissions>) -> io::Result<()> {
        if let Some(permissions) = permissions {
            self.file.set_permissions(permissions.clone())?;
            keep_owner(&self.file, &self.place);
        }
        self.file.sync_all()
    }

    fn named(self, replace: bool) -> std::result::Result<(), (io::Error, Self)> {
        let Self { file, aside, place } = self;
        let Some(aside) = aside else {
            let linked = if replace { linked_over(&file, &place) } else { link(&file, &place) };
            sync_folder(&place);
            return linked.map_err(|cause| (cause, Self { file, aside: None, place }));
        };
        let named = if replace { aside.replace(&place) } else { aside.name(&place) };
        named.map_err(|(cause, aside)| (cause, Self { file, aside: Some(aside), place }))
    }

    /// Leaves it beside its place, under a name that nothing sweeps away; says which.
    fn keep(self) -> Option<PathBuf> {
        match self.aside {
            Some(aside) => aside.keep(&self.place),
            None => {
                let kept = laying::kept_as(&self.place);
                link(&self.file, &kept).ok().map(|()| kept)
            }
        }
    }
}

/// A file without a name, where the system knows such; else one that is swept away.
fn part(folder: &Path) -> io::Result<(File, Part)> {
    laying::sweep(folder);
    if let Some(file) = nameless(folder)? {
        return Ok((file, Part::Nameless));
    }
    let aside = Aside::in_folder(folder)?;
    Ok((aside.file().try_clone()?, Part::Aside(aside)))
}

/// Gives a file without a name the one that another file has: under a name of chance first, for linking replaces nothing.
fn linked_over(file: &File, place: &Path) -> io::Result<()> {
    let aside = laying::passing_name(place);
    link(file, &aside)?;
    fs::rename(&aside, place).inspect_err(|_| {
        let _ = fs::remove_file(&aside);
    })
}

/// Puts these bytes in place.
///
/// # Errors
/// As [`Outgoing::begin`] and [`Outgoing::finish`].
pub fn put(target: Target, bytes: &[u8]) -> Result<()> {
    let mut file = Outgoing::begin(target)?;
    file.writer().write_all(bytes).map_err(|cause| file.target.unwritable(cause))?;
    file.finish()
}

/// Sweeps away what calls that died have left: beside the book, and where one stands.
pub fn sweep_at_start(book: &Path) {
    let folder = place::resolve(book).ok().and_then(|it| it.parent().map(Path::to_owned));
    folder.iter().chain(&std::env::current_dir().ok()).for_each(|it| laying::sweep(it));
}

/// A place with an ending, where its name has none of its own: then nobody was asked about it.
#[must_use]
pub fn with_ending(chosen: PathBuf, ending: &str) -> (PathBuf, Over) {
    let has = chosen.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending));
    if has {
        return (chosen, Over::Replace);
    }
    (chosen.with_file_name(format!("{}.{ending}", name(&chosen))), Over::Refuse)
}
