//! Archives: the files of an import that were handed over packed, each with its own name, bytes and rows.
//!
//! Never writes what it unpacks and never holds it: each pass over a member unpacks it anew. Refuses what is sealed, packed within
//! what was packed, or larger than anything that people pack.

mod member;

use std::io::{self, Read, Seek};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use serde::Serialize;

use super::containers::zip::{self, Entry, Flaw, Room};
use super::containers::{is_workbook, recognises_workbook};
use super::{Source, bytes, sniff};
use crate::error::{Error, Result};
use member::{Repacked, Shared};

/// Members that an archive may have.
const MOST_MEMBERS: usize = 1_000;

/// All members together may unpack to this much.
const ALL: u64 = 16 * 1024 * 1024 * 1024;

/// Lists and logs pack to a tenth, some to a hundredth; from here on a file is made to fill a disk.
const MOST_TIMES: u64 = 250;

/// So much may come of however little.
const ALWAYS: u64 = 16 * 1024 * 1024;

/// A file of an import, as it was handed over or from an archive.
pub struct Member {
    /// Its name; of a member `archive.zip/folder/list.csv`.
    pub name: String,
    /// Its bytes, at their begin.
    pub source: Source,
    /// The archive it was in.
    pub within: Option<Within>,
}

/// The archive that a file was in: evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Within {
    /// The archive's name, without its folder.
    pub file: String,
    /// SHA-256 of the archive's bytes, in hexadecimal.
    pub sha256: String,
    /// Of the archive, in bytes.
    pub size: u64,
    /// `zip` or `gzip`.
    pub wrapper: &'static str,
    /// What systems put beside files and nobody means.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub left_out: Vec<String>,
    /// SHA-256 of the member as it was unpacked when the archive was hashed.
    #[serde(skip)]
    #[ts(skip)]
    pub member_sha256: String,
}

/// The files of a file: itself, or the members of an archive.
///
/// # Errors
/// A code of `import.archive_*`, naming the member; `import.changed_while_read`, `import.read_failed`, `cancelled`.
pub fn unwrap(mut source: Source, name: &str) -> Result<Vec<Member>> {
    let refused = |cause| bytes::unreadable(cause, name);
    let mut head = [0; 4];
    let filled = bytes::fill(&mut source, &mut head).map_err(refused)?;
    source.rewind().map_err(refused)?;
    match &head[..filled] {
        sniff::ZIP => {
            let listed = zip::directory(&mut source);
            source.rewind().map_err(refused)?;
            match listed {
                Err(Flaw::Source(cause)) => Err(refused(cause)),
                // What does not hold is the workbooks' to refuse.
                Err(_) => Ok(vec![itself(source, name)]),
                Ok(entries) if recognises_workbook(&entries) => Ok(vec![itself(source, name)]),
                Ok(entries) => members(source, name, "zip", &mut |shared| zipped(shared, name, &entries)),
            }
        }
        [0x1f, 0x8b, ..] => members(source, name, "gzip", &mut |shared| gzipped(shared, name)),
        _ => Ok(vec![itself(source, name)]),
    }
}

fn itself(source: Source, name: &str) -> Member {
    Member { name: name.to_owned(), source, within: None }
}

/// What was found in an archive: members, with their hashes, and what was left out.
#[derive(Default)]
struct Unwrapped {
    members: Vec<(String, Repacked, String)>,
    left_out: Vec<String>,
}

/// Hashes an archive before and after its members were unpacked once: half of one archive and half of another is neither.
fn members(
    mut source: Source,
    name: &str,
    wrapper: &'static str,
    unpack: &mut dyn FnMut(&Shared) -> Result<Unwrapped>,
) -> Result<Vec<Member>> {
    let first = bytes::survey(&mut source, name)?;
    let mut shared = Shared::new(source);
    let Unwrapped { members, left_out } = unpack(&shared)?;
    let again = bytes::survey(&mut shared, name)?;
    if again.sha256 != first.sha256 {
        return Err(bytes::unreadable(bytes::changed(), name));
    }
    if members.is_empty() {
        return Err(Error::new("import.archive_empty").with("file", name));
    }
    let within = |member_sha256| Within {
        file: name.to_owned(),
        sha256: first.sha256.clone(),
        size: first.size,
        wrapper,
        left_out: left_out.clone(),
        member_sha256,
    };
    let member = |(member, repacked, sha256): (String, Repacked, String)| Member {
        name: format!("{name}/{member}"),
        source: Box::new(repacked),
        within: Some(within(sha256)),
    };
    Ok(members.into_iter().map(member).collect())
}

fn zipped(shared: &Shared, name: &str, entries: &[Entry]) -> Result<Unwrapped> {
    let mut found = Unwrapped::default();
    let files = entries.iter().filter(|it| !it.is_folder());
    if files.clone().count() > MOST_MEMBERS {
        return Err(Error::new("import.archive_too_many").with("file", name).with("most", MOST_MEMBERS));
    }
    let left = Arc::new(AtomicU64::new(ALL));
    for entry in files {
        if is_beside(&entry.name) {
            found.left_out.push(entry.name.clone());
            continue;
        }
        let code = match entry {
            it if it.encrypted => Some("import.archive_encrypted"),
            it if !it.can_be_unpacked() => Some("import.archive_method"),
            _ => None,
        };
        if let Some(code) = code {
            return Err(Error::new(code).with("file", name).with("member", &entry.name));
        }
        let room = room(entry.packed(), &left);
        let (of, from) = (entry.clone(), shared.clone());
        let open = move || Ok(Box::new(zip::open(from.anew(), &of, room.clone())?) as Box<dyn Read + Send>);
        found.members.push(once(name, &entry.name, Repacked::new(shared, Box::new(open)))?);
    }
    Ok(found)
}

fn gzipped(shared: &Shared, name: &str) -> Result<Unwrapped> {
    let member = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or("content").to_owned();
    let size = bytes::size(&mut shared.anew()).map_err(|cause| bytes::unreadable(cause, name))?;
    let room = room(size, &Arc::new(AtomicU64::new(ALL)));
    let from = shared.clone();
    let open = move || {
        let unpacking = flate2::read::MultiGzDecoder::new(io::BufReader::new(from.anew()));
        Ok(Box::new(zip::Bounded::new(unpacking, room.clone())) as Box<dyn Read + Send>)
    };
    let found = once(name, &member, Repacked::new(shared, Box::new(open)))?;
    Ok(Unwrapped { members: vec![found], left_out: Vec::new() })
}

fn room(packed: u64, left: &Arc<AtomicU64>) -> Room {
    let most = packed.saturating_mul(MOST_TIMES).max(ALWAYS);
    Room { most, left: Arc::clone(left), too_much: "import.archive_absurd", broken: "import.archive_broken" }
}

/// Unpacks a member once: its size and its hash; what it is that no member may be.
fn once(archive: &str, member: &str, mut source: Repacked) -> Result<(String, Repacked, String)> {
    let named = |refusal: Error| refusal.with("file", archive).or_with("member", member);
    let sha256 = source.measure().map_err(|cause| named(bytes::unreadable(cause, archive)))?;
    let nested = is_packed(&mut source).map_err(|cause| named(bytes::unreadable(cause, archive)))?;
    if nested {
        return Err(named(Error::new("import.archive_nested")));
    }
    source.rewind().map_err(|cause| named(bytes::unreadable(cause, archive)))?;
    Ok((member.to_owned(), source, sha256))
}

/// Whether a member is an archive itself. A workbook is none.
fn is_packed(source: &mut Repacked) -> io::Result<bool> {
    let mut head = [0; 6];
    let filled = bytes::fill(source, &mut head)?;
    let head = &head[..filled];
    if head.starts_with(sniff::ZIP) {
        source.rewind()?;
        return is_workbook(source).map(|it| !it);
    }
    Ok([&[0x1f, 0x8b][..], b"7z\xBC\xAF", b"Rar!", b"BZh", b"\xFD7zXZ", b"\x28\xB5\x2F\xFD"]
        .iter()
        .any(|it| head.starts_with(it)))
}

/// What macOS and Windows put beside files.
fn is_beside(name: &str) -> bool {
    let base = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/") || base.starts_with("._") || matches!(base, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
