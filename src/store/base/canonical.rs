//! The one way in which what is hashed is written: every value with its kind and its length, every row with how many values
//! it has, so that no two lists of rows read alike. It knows no table.

use sha2::{Digest as _, Sha256};

use super::bulk::Cell;
use super::packing;

/// So many bytes are hashed at once.
const AT_ONCE: usize = 16 * 1024;

/// So many bytes wait at most, whoever wants them hashed at the end: a block of rows is some hundred kilobytes as a rule.
const LONGEST: usize = 4 * 1024 * 1024;

/// Rows on their way to a SHA-256.
#[derive(Clone)]
pub struct Canonical {
    hash: Sha256,
    waiting: Vec<u8>,
    /// So many bytes wait before they are hashed.
    at_once: usize,
    rows: u64,
}

/// What a value is; part of what every entry of the log commits to.
const NOTHING: u8 = 0;
const NUMBER: u8 = 1;
const TEXT: u8 = 2;
const BYTES: u8 = 3;
const ROW: u8 = 4;

impl Canonical {
    /// Nothing yet; `of` says of what, so that a hash of one thing is never one of another.
    pub fn new(of: &str) -> Self {
        let mut it = Self { hash: Sha256::new(), waiting: Vec::new(), at_once: AT_ONCE, rows: 0 };
        it.cell(&Cell::Text(of));
        it
    }

    /// Nothing yet, and nothing is hashed before the end, unless the rows are very long: that may be on another thread than the rows are added on.
    pub fn hashed_at_its_end(of: &str) -> Self {
        Self { at_once: LONGEST, ..Self::new(of) }
    }

    /// Adds a row.
    pub fn row<'c>(&mut self, cells: impl ExactSizeIterator<Item = Cell<'c>>) {
        self.rows += 1;
        self.waiting.push(ROW);
        packing::put(&mut self.waiting, cells.len() as u64);
        cells.for_each(|it| self.cell(&it));
        if self.waiting.len() >= self.at_once {
            self.hash.update(&self.waiting);
            self.waiting.clear();
        }
    }

    /// Adds a row whose values are at hand.
    pub fn cells(&mut self, cells: &[Cell<'_>]) {
        self.row(cells.iter().copied());
    }

    fn cell(&mut self, cell: &Cell<'_>) {
        let to = &mut self.waiting;
        match cell {
            Cell::Null => to.push(NOTHING),
            Cell::Int(number) => {
                to.push(NUMBER);
                packing::put_signed(to, *number);
            }
            Cell::Text(text) => framed(to, TEXT, text.as_bytes()),
            Cell::Bytes(bytes) => framed(to, BYTES, bytes),
        }
    }

    /// Whether no row was added.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The SHA-256 of all of it.
    pub fn end(mut self) -> [u8; 32] {
        self.hash.update(&self.waiting);
        self.hash.finalize().into()
    }
}

fn framed(to: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    to.push(kind);
    packing::put(to, bytes.len() as u64);
    to.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(rows: &[&[Cell<'_>]]) -> [u8; 32] {
        let mut canonical = Canonical::new("a test");
        rows.iter().for_each(|row| canonical.cells(row));
        canonical.end()
    }

    #[test]
    fn no_two_lists_of_rows_read_alike() {
        let one = Cell::Int(1);
        let lists: [&[&[Cell<'_>]]; 12] = [
            &[],
            &[&[]],
            &[&[one]],
            &[&[one], &[]],
            &[&[one, Cell::Null]],
            &[&[one], &[Cell::Null]],
            &[&[Cell::Int(-1)]],
            &[&[Cell::Text("1")]],
            &[&[Cell::Bytes(b"1")]],
            &[&[Cell::Text("ab"), Cell::Text("c")]],
            &[&[Cell::Text("a"), Cell::Text("bc")]],
            &[&[Cell::Text("")]],
        ];
        let hashes: std::collections::BTreeSet<_> = lists.iter().map(|it| hash(it)).collect();
        assert_eq!(hashes.len(), lists.len());
        assert_ne!(Canonical::new("a").end(), Canonical::new("b").end());
    }

    #[test]
    fn much_is_hashed_as_little_is() {
        let text = "x".repeat(AT_ONCE + 1);
        let row = [Cell::Text(&text)];
        let mut one = Canonical::new("");
        (0..3).for_each(|_| one.cells(&row));
        let mut bytes = vec![TEXT, 0];
        for _ in 0..3 {
            bytes.extend([ROW, 1]);
            framed(&mut bytes, TEXT, text.as_bytes());
        }
        assert_eq!(one.end(), crate::store::base::bytes::sha256(&[&bytes]));
        let mut at_its_end = Canonical::hashed_at_its_end("");
        (0..3).for_each(|_| at_its_end.cells(&row));
        assert_eq!(at_its_end.end(), crate::store::base::bytes::sha256(&[&bytes]));
    }
}
