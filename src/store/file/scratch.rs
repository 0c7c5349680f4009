//! Bytes set aside while something long is written, in a file beside the book: it has no name, and what stands in it is
//! sealed with a key that only this process holds. What a crash leaves of it nobody can read.
//!
//! Nothing but memory holds where things stand in it, so it is good for one task and goes with it.

use std::fs::File;
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use openssl::symm::{Cipher, decrypt_aead, encrypt_aead};

use crate::error::{Error, Result};

/// AES-256 in Galois/counter mode (NIST SP 800-38D): its key, its nonce, its tag, in bytes.
const KEY: usize = 32;
const NONCE: usize = 12;
const TAG: usize = 16;

/// The file and its key.
pub struct Scratch {
    file: File,
    key: [u8; KEY],
    /// Where the next block goes.
    end: u64,
    /// How many were put: each block's nonce is its number, and no number comes twice.
    blocks: u64,
}

/// Where a block stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    at: u64,
    length: usize,
    number: u64,
    tag: [u8; TAG],
}

impl Scratch {
    /// An empty one in a folder.
    ///
    /// # Errors
    /// `book.disk_full`; `book.disk` where nothing can be written there.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        let mut key = [0; KEY];
        openssl::rand::rand_bytes(&mut key).map_err(unsealed)?;
        Ok(Self { file: tempfile::tempfile_in(folder).map_err(refused)?, key, end: 0, blocks: 0 })
    }

    /// Puts bytes at its end.
    ///
    /// # Errors
    /// As [`Self::in_folder`].
    pub fn put(&mut self, bytes: &[u8]) -> Result<Block> {
        let (at, number, mut tag) = (self.end, self.blocks, [0; TAG]);
        let sealed = encrypt_aead(Cipher::aes_256_gcm(), &self.key, Some(&nonce(number)), &[], bytes, &mut tag);
        let sealed = sealed.map_err(unsealed)?;
        self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.write_all(&sealed)).map_err(refused)?;
        self.end += u64::try_from(sealed.len()).unwrap_or(u64::MAX);
        self.blocks += 1;
        Ok(Block { at, length: sealed.len(), number, tag })
    }

    /// Reads a block.
    ///
    /// # Errors
    /// `book.disk` where it cannot be read, or is not what was put.
    pub fn get(&mut self, block: &Block) -> Result<Vec<u8>> {
        let mut sealed = vec![0; block.length];
        self.file.seek(SeekFrom::Start(block.at)).and_then(|_| self.file.read_exact(&mut sealed)).map_err(refused)?;
        let nonce = nonce(block.number);
        let opened = decrypt_aead(Cipher::aes_256_gcm(), &self.key, Some(&nonce), &[], &sealed, &block.tag);
        opened.map_err(|cause| Error::new("book.disk").because(cause))
    }
}

fn nonce(number: u64) -> [u8; NONCE] {
    let mut nonce = [0; NONCE];
    nonce[..8].copy_from_slice(&number.to_le_bytes());
    nonce
}

fn refused(cause: std::io::Error) -> Error {
    let code = if cause.kind() == ErrorKind::StorageFull { "book.disk_full" } else { "book.disk" };
    Error::new(code).because(cause)
}

fn unsealed(cause: openssl::error::ErrorStack) -> Error {
    Error::new("store.failed").because(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_comes_back_and_neither_a_name_nor_the_bytes_stand_on_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut scratch = Scratch::in_folder(folder.path()).expect("a scratch file");
        let texts: Vec<Vec<u8>> = (0..3).map(|n| format!("person.{n}@x.example ").repeat(n * 500).into()).collect();
        let blocks: Vec<_> = texts.iter().map(|it| scratch.put(it).expect("put")).collect();
        for (block, text) in blocks.iter().zip(&texts).rev() {
            assert_eq!(&scratch.get(block).expect("got"), text);
        }
        assert_eq!(folder.path().read_dir().expect("a folder").count(), 0);
        let mut sealed = Vec::new();
        scratch.file.rewind().and_then(|()| scratch.file.read_to_end(&mut sealed)).expect("read");
        assert_eq!(sealed.len(), texts.iter().map(Vec::len).sum::<usize>());
        assert!(!sealed.windows(6).any(|it| it == b"person"));
    }

    #[test]
    fn a_block_that_was_changed_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut scratch = Scratch::in_folder(folder.path()).expect("a scratch file");
        let block = scratch.put(b"a@x.example").expect("put");
        let mut byte = [0];
        scratch.file.seek(SeekFrom::Start(3)).and_then(|_| scratch.file.read_exact(&mut byte)).expect("read");
        scratch.file.seek(SeekFrom::Start(3)).and_then(|_| scratch.file.write_all(&[!byte[0]])).expect("changed");
        assert_eq!(scratch.get(&block).expect_err("refused").code, "book.disk");
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_refusal() {
        let folder = tempfile::tempdir().expect("a folder");
        let refusal = Scratch::in_folder(&folder.path().join("none")).err().expect("refused");
        assert_eq!(refusal.code, "book.disk");
    }
}
