//! The user's folder of laws: files of rules and of ways of counting, handed to the catalogue with their names. It reads none of
//! what they say.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{environment, files};
use crate::catalogue::{Catalogue, Given, Kind, LONGEST_FILE};
use crate::error::{Error, Result};
use crate::system::{naming, people};

/// The folder that is named, by an option or by `BREACHBOOK_CATALOGUE`; else the one beside the settings, which need not be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folder {
    /// It must be there.
    Named(PathBuf),
    /// It may be.
    Usual(PathBuf),
    /// This platform has none.
    None,
}

/// What the folder beside the settings is called.
const USUAL: &str = "catalogue";

impl Folder {
    /// The folder of a call.
    #[must_use]
    pub fn of(named: Option<PathBuf>) -> Self {
        let named = named.filter(|it| !it.as_os_str().is_empty());
        match named.or_else(|| environment("BREACHBOOK_CATALOGUE").map(PathBuf::from)) {
            Some(folder) => Self::Named(folder),
            None => settings().map_or(Self::None, |it| Self::Usual(it.join(USUAL))),
        }
    }

    /// Where none is named, the one beside the file of the settings.
    #[must_use]
    pub fn or_beside(self, settings: Option<&Path>) -> Self {
        match (self, settings.and_then(Path::parent)) {
            (Self::Usual(_) | Self::None, Some(folder)) => Self::Usual(folder.join(USUAL)),
            (other, _) => other,
        }
    }
}

/// Where the settings lie.
#[must_use]
pub fn settings() -> Option<PathBuf> {
    people::settings_folder()
}

/// What ships with the program, and the user's files.
///
/// # Errors
/// `catalogue.no_folder`: the folder that is named is none.
pub fn catalogue(folder: &Folder) -> Result<Catalogue> {
    Ok(Catalogue::with(own(folder)?))
}

/// The same for whoever goes on without a folder that is none.
#[must_use]
pub fn whatever_stands(folder: &Folder) -> Catalogue {
    catalogue(folder).unwrap_or_else(|_| Catalogue::ours())
}

/// The same with files that are tried over the user's. A file holds what its folder says, else a rule.
///
/// # Errors
/// `catalogue.no_folder`.
pub fn trying(folder: &Folder, paths: &[PathBuf]) -> Result<Catalogue> {
    let tried = paths.iter().map(|path| {
        let within = path.parent().and_then(Path::file_name).unwrap_or_default();
        let kind = Kind::ALL.into_iter().find(|it| within == it.folder()).unwrap_or(Kind::Regime);
        given(kind, path, path.display().to_string())
    });
    Ok(Catalogue::trying(own(folder)?, tried.collect()))
}

fn own(folder: &Folder) -> Result<Vec<Given>> {
    let folder = match folder {
        Folder::Named(folder) if !folder.is_dir() => {
            return Err(Error::new("catalogue.no_folder").with("folder", folder.display()));
        }
        Folder::Named(folder) | Folder::Usual(folder) => folder,
        Folder::None => return Ok(Vec::new()),
    };
    Ok(Kind::ALL.into_iter().flat_map(|kind| of_kind(kind, folder)).collect())
}

/// The files of a kind, by name; hidden ones are an editor's.
fn of_kind(kind: Kind, folder: &Path) -> Vec<Given> {
    let Ok(entries) = folder.join(kind.folder()).read_dir() else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|ending| ending == "toml") && !naming::is_hidden(it));
    paths.sort();
    let named = paths.iter().map(|it| given(kind, it, format!("{}/{}", kind.folder(), files::name(it))));
    named.collect()
}

fn given(kind: Kind, path: &Path, name: String) -> Given {
    Given { kind, name, bytes: bytes(path) }
}

/// No more than a file of laws may have.
fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = files::open(path)?.take(LONGEST_FILE + 1).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|cause| Error::new("file.unreadable").with("file", path.display()).because(cause))
}
