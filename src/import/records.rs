//! Text to records: cells between delimiters, quotes, and the physical line each record begins on.
//!
//! Written out here and not taken from a library because a problem must name its physical line after blank lines,
//! quoted breaks and lone carriage returns, and because one unclosed quote must cost one row, not the rest of the file.

use std::borrow::Cow;
use std::io::{self, Read};

use crate::model::cell;

/// A record longer than this is rejected: a hundred of Excel's largest cells (32,767 characters).
pub const LONGEST: usize = 4 * 1024 * 1024;

/// A record with more cells is rejected: a sheet has no more columns.
pub const MOST_CELLS: usize = 16_384;

/// A quote that is not closed within this is taken as a character of its line.
const LONGEST_QUOTED: usize = 1024 * 1024;

/// One record. Cleared and filled again, so that a million rows cost no allocations.
#[derive(Debug, Default, Clone)]
pub struct Record {
    /// First physical line, from 1.
    pub line: u64,
    /// What is wrong with it as a record.
    pub flaw: Option<Flaw>,
    /// Each cell stands at a place of its own, whatever stands before it.
    pub is_placed: bool,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// What stands between two cells in `text`, in bytes: a line that was taken as a whole has its delimiters there.
    between: usize,
    doubts: Vec<(usize, &'static str)>,
    repeated: Vec<usize>,
}

/// What is wrong with a record as a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A quote opens and never closes; the line was taken as it stands.
    StrayQuote,
    /// Longer than any row, or of more cells.
    TooLong,
    /// No object, where objects are.
    NoObject,
    /// An object with two fields of one name.
    NamedTwice,
}

impl Flaw {
    /// The code by which a record with it is rejected; none where it can be read all the same.
    pub const fn rejects(self) -> Option<&'static str> {
        match self {
            Self::StrayQuote => None,
            Self::TooLong => Some("row.too_long"),
            Self::NoObject => Some("row.no_object"),
            Self::NamedTwice => Some("row.named_twice"),
        }
    }
}

impl Record {
    /// Empties it for the record at a line.
    pub fn begin(&mut self, line: u64) {
        self.line = line;
        self.flaw = None;
        self.is_placed = false;
        self.text.clear();
        self.ends.clear();
        self.between = 0;
        self.doubts.clear();
        self.repeated.clear();
    }

    /// Adds a whole cell.
    pub fn push(&mut self, cell: &str) {
        self.text.extend_from_slice(cell.as_bytes());
        self.close();
    }

    /// Fills a cell, in whatever order cells come; those before it that are not there are empty. A cell that holds something
    /// keeps it.
    pub fn put(&mut self, at: usize, cell: &str) {
        if at >= self.len() {
            while self.len() < at && self.flaw.is_none() {
                self.close();
            }
            self.take(cell.as_bytes());
            return self.close();
        }
        if !self.cell(at).is_empty() {
            return;
        }
        if self.text.len() + cell.len() > LONGEST {
            self.flaw = Some(Flaw::TooLong);
            return;
        }
        let begin = self.begins(at);
        self.text.splice(begin..begin, cell.bytes());
        self.ends[at..].iter_mut().for_each(|end| *end += cell.len());
    }

    /// Takes from every cell what a sheet is guarded with where it leaves.
    pub fn unguard(&mut self) {
        if memchr::memchr(b'\'', &self.text).is_none() {
            return;
        }
        let cells: Vec<Cow<'_, str>> = self.cells().map(cell::unguarded).collect();
        if cells.iter().all(|cell| matches!(cell, Cow::Borrowed(_))) {
            return;
        }
        let cells: Vec<String> = cells.into_iter().map(Cow::into_owned).collect();
        self.text.clear();
        self.ends.clear();
        self.between = 0;
        cells.iter().for_each(|cell| self.push(cell));
    }

    /// Says of a cell what it could not hold: the code of a problem.
    pub fn doubt(&mut self, at: usize, code: &'static str) {
        self.doubts.push((at, code));
    }

    /// Fills a cell with what stands once for several rows, of which this is not the first.
    pub fn repeat(&mut self, at: usize, cell: &str) {
        self.put(at, cell);
        self.repeated.push(at);
    }

    /// Whether a cell says what was said of a row before, and of several together.
    pub fn is_repeated(&self, at: usize) -> bool {
        self.repeated.contains(&at)
    }

    /// The cells that say what was said of a row before.
    pub fn repeated(&self) -> &[usize] {
        &self.repeated
    }

    /// Whether a cell could not hold what stood in it.
    pub fn is_doubted(&self, at: usize) -> bool {
        self.doubts.iter().any(|(doubted, _)| *doubted == at)
    }

    /// What cells could not hold.
    pub fn doubts(&self) -> &[(usize, &'static str)] {
        &self.doubts
    }

    /// What it takes to hold, about.
    pub fn size(&self) -> usize {
        self.text.len() + self.ends.len() * size_of::<usize>()
    }

    /// Its cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell; empty beyond the last.
    pub fn cell(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else { return "" };
        std::str::from_utf8(&self.text[self.begins(at)..*end]).unwrap_or("\u{fffd}")
    }

    /// Where a cell begins.
    fn begins(&self, at: usize) -> usize {
        if at == 0 { 0 } else { self.ends[at - 1] + self.between }
    }

    /// Takes a line of plain cells as a whole, where a record may be as long and have as many.
    fn take_line(&mut self, line: &[u8], delimiter: u8) -> bool {
        if line.len() > LONGEST {
            return false;
        }
        self.ends.extend(memchr::memchr_iter(delimiter, line));
        if self.ends.len() >= MOST_CELLS {
            self.ends.clear();
            return false;
        }
        self.ends.push(line.len());
        self.text.extend_from_slice(line);
        self.between = 1;
        true
    }

    /// Every cell, in order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.cell(at))
    }

    /// A line without anything in it, not even something that a cell could not hold: whatever delimiters stand there, and what a
    /// disk leaves behind a text that was cut off.
    pub fn is_blank(&self) -> bool {
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        let filled = || {
            self.cells().any(|it| !it.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0').is_empty())
        };
        // Most lines show it by their first letter; one that was taken as a whole may begin with what stands between its cells.
        let first = self.text.iter().find(|byte| !is_blank(byte));
        let is_empty = first
            .is_none_or(|byte| (!byte.is_ascii() || self.between > 0 && !byte.is_ascii_alphanumeric()) && !filled());
        is_empty && self.flaw.is_none() && self.doubts.is_empty()
    }

    fn close(&mut self) {
        if self.ends.len() == MOST_CELLS {
            self.flaw = Some(Flaw::TooLong);
        } else {
            self.ends.push(self.text.len());
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        if self.text.len() + bytes.len() > LONGEST {
            self.flaw = Some(Flaw::TooLong);
        } else {
            self.text.extend_from_slice(bytes);
        }
    }
}

/// Where records come from: text, or a sheet.
pub trait Rows: Send {
    /// Fills the next record; `false` at the end.
    fn next(&mut self, record: &mut Record) -> io::Result<bool>;
}

/// Records of delimited text in UTF-8.
pub struct Splitter<R> {
    source: R,
    buffer: Vec<u8>,
    /// Where the record begins, what is read of it, what is filled. One that is too long begins where it is read.
    begin: usize,
    begins_on: u64,
    at: usize,
    end: usize,
    line: u64,
    delimiter: u8,
}

impl<R: Read> Splitter<R> {
    /// Splits a source at a delimiter.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self { source, buffer: vec![0; 128 * 1024], begin: 0, begins_on: 1, at: 0, end: 0, line: 1, delimiter }
    }

    /// The next record, blank ones included; `false` at the end.
    pub fn read(&mut self, record: &mut Record) -> io::Result<bool> {
        self.begin = self.at;
        self.begins_on = self.line;
        record.begin(self.line);
        if !self.has_more()? {
            return Ok(false);
        }
        if !self.line(record) && !self.split(record, true)? {
            let flaw = record.flaw.unwrap_or(Flaw::StrayQuote);
            (self.at, self.line) = (self.begin, self.begins_on);
            record.begin(record.line);
            self.split(record, false)?;
            record.flaw = record.flaw.or(Some(flaw));
        }
        record.unguard();
        Ok(true)
    }

    /// Takes the line at hand as a whole, as most are: it ends within what is filled, and no quote or lone carriage return stands
    /// in it. `false`, and nothing is taken, where it is any other.
    fn line(&mut self, record: &mut Record) -> bool {
        let filled = &self.buffer[self.at..self.end];
        let Some(length) = memchr::memchr(b'\n', filled) else { return false };
        let line = &filled[..length];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if memchr::memchr2(b'"', b'\r', line).is_some() || !record.take_line(line, self.delimiter) {
            return false;
        }
        self.at += length + 1;
        self.line += 1;
        true
    }

    /// Reads cells to the end of the record; `false` where a quote is not closed.
    fn split(&mut self, record: &mut Record, quotes: bool) -> io::Result<bool> {
        let mut begins = quotes;
        while self.has_more()? {
            if begins && self.buffer[self.at] == b'"' {
                self.at += 1;
                if !self.quoted(record)? {
                    return Ok(false);
                }
            }
            begins = false;
            self.plain(record);
            if self.at == self.end {
                continue;
            }
            if self.buffer[self.at] == self.delimiter {
                self.at += 1;
                record.close();
                begins = quotes;
            } else {
                self.end_line()?;
                break;
            }
        }
        record.close();
        Ok(true)
    }

    /// Takes what is neither delimiter nor end of line.
    fn plain(&mut self, record: &mut Record) {
        let run = &self.buffer[self.at..self.end];
        let delimiter = self.delimiter;
        let stop = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
        let length = run.iter().position(stop).unwrap_or(run.len());
        record.take(&run[..length]);
        self.at += length;
        if record.flaw == Some(Flaw::TooLong) {
            self.begin = self.at;
            self.begins_on = self.line;
        }
    }

    /// Takes a quoted cell from behind its quote; `false` where it is not closed, or closes lines below amid a text.
    fn quoted(&mut self, record: &mut Record) -> io::Result<bool> {
        let opened = self.line;
        while self.at - self.begin < LONGEST_QUOTED && self.has_more()? {
            let run = &self.buffer[self.at..self.end];
            let length = run.iter().position(|byte| matches!(byte, b'"' | b'\n' | b'\r')).unwrap_or(run.len());
            record.take(&run[..length]);
            self.at += length;
            if self.at == self.end {
                continue;
            }
            let byte = self.buffer[self.at];
            self.at += 1;
            let next = if self.has_more()? { self.buffer[self.at] } else { 0 };
            match byte {
                b'"' if next != b'"' => {
                    let ends = [self.delimiter, b'\n', b'\r', 0].contains(&next);
                    return Ok(ends || self.line == opened);
                }
                b'"' => self.at += 1,
                b'\r' if next == b'\n' => {}
                _ => self.line += 1,
            }
            // An old Mac ends its lines so.
            record.take(&[if byte == b'\r' && next != b'\n' { b'\n' } else { byte }]);
        }
        Ok(false)
    }

    /// Steps over `\n`, `\r\n` or `\r`.
    fn end_line(&mut self) -> io::Result<()> {
        let byte = self.buffer[self.at];
        self.at += 1;
        self.line += 1;
        if byte == b'\r' && self.has_more()? && self.buffer[self.at] == b'\n' {
            self.at += 1;
        }
        Ok(())
    }

    /// Whether a byte stands at `at`, read now if need be.
    fn has_more(&mut self) -> io::Result<bool> {
        if self.at < self.end {
            return Ok(true);
        }
        self.buffer.copy_within(self.begin..self.end, 0);
        self.at -= self.begin;
        self.end -= self.begin;
        self.begin = 0;
        if self.end == self.buffer.len() {
            self.buffer.resize(self.end * 2, 0);
        }
        loop {
            match self.source.read(&mut self.buffer[self.end..]) {
                Ok(n) => {
                    self.end += n;
                    return Ok(n > 0);
                }
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                Err(cause) => return Err(cause),
            }
        }
    }
}

impl<R: Read + Send> Rows for Splitter<R> {
    fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        self.read(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
        let mut splitter = Splitter::new(text.as_bytes(), delimiter);
        let mut record = Record::default();
        let mut found = Vec::new();
        while splitter.read(&mut record).expect("memory answers") {
            found.push((record.line, record.cells().map(str::to_owned).collect()));
        }
        found
    }

    #[test]
    fn a_record_begins_on_its_physical_line() {
        for (text, lines) in [
            ("a\nb\nc", vec![1, 2, 3]),
            ("a\r\nb\r\nc\r\n", vec![1, 2, 3]),
            ("a\rb\rc", vec![1, 2, 3]),
            ("a\n\n\nb", vec![1, 2, 3, 4]),
            ("\"a\nb\nc\"\nd", vec![1, 4]),
            ("\"a\r\nb\r\nc\"\r\nd", vec![1, 4]),
            ("\"a\rb\"\rd", vec![1, 3]),
        ] {
            assert_eq!(split(text, b',').iter().map(|it| it.0).collect::<Vec<_>>(), lines, "{text:?}");
        }
    }

    #[test]
    fn quotes_are_what_people_mean_by_them() {
        for (text, cells) in [
            ("\"a,b\",c", vec!["a,b", "c"]),
            ("\"a\"\"b\",c", vec!["a\"b", "c"]),
            ("a\"b,c", vec!["a\"b", "c"]),
            ("\"a\"b,c", vec!["ab", "c"]),
            ("a,,", vec!["a", "", ""]),
            ("\"\",x", vec!["", "x"]),
            ("\"a\rb\",\"c\r\nd\"", vec!["a\nb", "c\r\nd"]),
        ] {
            assert_eq!(split(text, b',')[0].1, cells, "{text:?}");
        }
    }

    #[test]
    fn an_unclosed_quote_costs_one_line_and_not_the_file() {
        let found = split("a,\"b\nc,d\ne,f\n", b',');
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].1, ["a", "\"b"]);
        assert_eq!(found[2], (3, vec!["e".to_owned(), "f".to_owned()]));
    }

    #[test]
    fn cells_are_where_they_are_put_in_whatever_order() {
        let mut record = Record::default();
        record.begin(1);
        for (at, cell) in [(2, "c"), (0, "a"), (4, "e"), (1, "b"), (0, "other")] {
            record.put(at, cell);
        }
        assert_eq!(record.cells().collect::<Vec<_>>(), ["a", "b", "c", "", "e"]);
        record.put(MOST_CELLS, "beyond");
        assert_eq!((record.len(), record.flaw), (MOST_CELLS, Some(Flaw::TooLong)));
    }

    #[test]
    fn a_line_of_too_many_cells_is_flawed_held_in_little_and_the_next_is_whole() {
        for line in [",".repeat(20 * MOST_CELLS), format!("{}\"x\ny", "a,".repeat(20 * MOST_CELLS))] {
            let text = format!("{line}\nb,c\n");
            let mut splitter = Splitter::new(text.as_bytes(), b',');
            let mut record = Record::default();
            assert!(splitter.read(&mut record).expect("memory"));
            assert_eq!((record.line, record.flaw), (1, Some(Flaw::TooLong)));
            assert!(record.len() <= MOST_CELLS);
            assert!(splitter.buffer.len() <= 256 * 1024);
            let mut last = Vec::new();
            while splitter.read(&mut record).expect("memory") {
                last = record.cells().map(str::to_owned).collect();
            }
            assert_eq!(last, ["b", "c"]);
        }
    }

    #[test]
    fn a_line_of_many_megabytes_is_flawed_and_the_next_is_whole() {
        let text = format!("{}\nb,c\n", "x".repeat(LONGEST + 5));
        let mut splitter = Splitter::new(text.as_bytes(), b',');
        let mut record = Record::default();
        assert!(splitter.read(&mut record).expect("memory"));
        assert_eq!(record.flaw, Some(Flaw::TooLong));
        assert!(splitter.read(&mut record).expect("memory"));
        assert_eq!((record.line, record.cell(0), record.flaw), (2, "b", None));
    }

    #[test]
    fn a_row_of_nothing_but_delimiters_is_blank() {
        for (text, is_blank) in [
            (";;;", true),
            (" ; \t;", true),
            ("\"\";\"\"", true),
            ("\u{a0};\u{3000}", true),
            ("\0\0\0", true),
            (";;x", false),
            ("\u{a0};ä", false),
        ] {
            let mut record = Record::default();
            Splitter::new(text.as_bytes(), b';').read(&mut record).expect("memory answers");
            assert_eq!(record.is_blank(), is_blank, "{text:?}");
        }
    }
}
