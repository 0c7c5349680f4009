//! The bytes of a member as a file's: unpacked as they are read, and anew from their begin whenever somebody goes back.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::import::{Source, bytes};

/// An archive that several read, each at a place of its own.
#[derive(Clone)]
pub struct Shared {
    source: Arc<Mutex<Source>>,
    at: u64,
}

impl Shared {
    /// An archive.
    pub fn new(source: Source) -> Self {
        Self { source: Arc::new(Mutex::new(source)), at: 0 }
    }

    /// The same from its begin.
    pub fn anew(&self) -> Self {
        Self { source: Arc::clone(&self.source), at: 0 }
    }

    fn lock(&self) -> MutexGuard<'_, Source> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Read for Shared {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        source.seek(SeekFrom::Start(self.at))?;
        let read = source.read(out)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => self.lock().seek(to)?,
            SeekFrom::Current(by) => self.at.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?,
        };
        Ok(self.at)
    }
}

/// Opens what is packed at its begin.
type Open = Box<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send>;

/// A member, to be read like a file. It can go to its begin and to its end, and on from where it is.
pub struct Repacked {
    archive: Shared,
    open: Open,
    /// What is being unpacked, and how far.
    reading: Option<Box<dyn Read + Send>>,
    at: u64,
    /// Known once it was measured.
    size: u64,
}

impl Repacked {
    /// A member of an archive.
    pub fn new(archive: &Shared, open: Open) -> Self {
        Self { archive: archive.anew(), open, reading: None, at: 0, size: u64::MAX }
    }

    /// Unpacks it once; says its hash.
    ///
    /// # Errors
    /// What does not unpack.
    pub fn measure(&mut self) -> io::Result<String> {
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        let mut source = (self.open)()?;
        self.size = 0;
        loop {
            let filled = source.read(&mut buffer)?;
            if filled == 0 {
                return Ok(bytes::hex(hash));
            }
            hash.update(&buffer[..filled]);
            self.size += filled as u64;
        }
    }
}

impl Read for Repacked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return self.archive.read(out);
        }
        if self.at == self.size {
            return Ok(0);
        }
        if self.reading.is_none() {
            let mut source = (self.open)()?;
            io::copy(&mut source.by_ref().take(self.at), &mut io::sink())?;
            self.reading = Some(source);
        }
        let read = self.reading.as_mut().map_or(Ok(0), |it| it.read(out))?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Repacked {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        let at = at.ok_or(io::ErrorKind::InvalidInput)?;
        if at != self.at {
            (self.reading, self.at) = (None, at);
        }
        Ok(at)
    }
}
