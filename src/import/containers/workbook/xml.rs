//! XML as it is unpacked, an event at a time.
//!
//! Never holds more than one piece of it, follows no document type and expands no entity but those of XML itself.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use quick_xml::escape;
use quick_xml::events::BytesRef;
use quick_xml::reader::Reader;

pub use quick_xml::events::{BytesStart, Event};

use crate::error::Error;

/// A tag or a run of text is no longer: a hundred of Excel's largest cells (32,767 characters).
const LONGEST: u64 = 4 * 1024 * 1024;

/// Elements within one another; a sheet has some ten.
const DEEPEST: usize = 100;

/// XML of a part.
pub struct Xml<R> {
    reader: Reader<Pieces<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> Xml<R> {
    /// Reads from a source.
    pub fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(Pieces { source: BufReader::with_capacity(64 * 1024, source), since: 0 });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next event. Each element has a start and an end.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`.
    pub fn next(&mut self) -> io::Result<Event<'_>> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(unreadable)?;
        match event {
            Event::Start(_) if self.depth == DEEPEST => return Err(broken("elements within elements")),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => return Err(broken("a document type")),
            Event::Eof if self.depth > 0 => return Err(broken("its end is missing")),
            _ => {}
        }
        Ok(event)
    }

    /// Passes over the rest of an element whose start was read.
    pub fn skip(&mut self) -> io::Result<()> {
        self.within(|_| Ok(()))
    }

    /// Adds the text of an element whose start was read, without that of elements in it.
    pub fn text(&mut self, out: &mut String) -> io::Result<()> {
        self.within(|event| add(event, out))
    }

    /// Shows every event that stands in the element itself, up to its end.
    fn within(&mut self, mut each: impl FnMut(&Event<'_>) -> io::Result<()>) -> io::Result<()> {
        let outside = self.depth.saturating_sub(1);
        loop {
            let own = self.depth == outside + 1;
            let event = self.next()?;
            match event {
                Event::Eof => return Ok(()),
                _ if own => each(&event)?,
                _ => {}
            }
            if self.depth == outside {
                return Ok(());
            }
        }
    }
}

/// Adds what an event says as text.
pub fn add(event: &Event<'_>, out: &mut String) -> io::Result<()> {
    match event {
        Event::Text(text) => out.push_str(&text.xml10_content()),
        Event::CData(text) => out.push_str(&text.xml10_content()),
        Event::GeneralRef(it) => return resolve(it, out),
        _ => {}
    }
    Ok(())
}

/// The five entities of XML, and characters by their numbers. Others a document type would have to declare.
fn resolve(it: &BytesRef<'_>, out: &mut String) -> io::Result<()> {
    if let Some(text) = escape::resolve_xml_entity(it) {
        out.push_str(text);
        return Ok(());
    }
    match it.resolve_char_ref() {
        Ok(Some(character)) => {
            out.push(character);
            Ok(())
        }
        _ => Err(broken("an unknown entity")),
    }
}

/// An attribute by its name, whatever stands before the colon.
pub fn attribute<'e>(start: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let found = raw_attributes(start).find(|(key, _)| *key == name)?.1;
    match found {
        Cow::Borrowed(text) => escape::unescape(text).ok(),
        Cow::Owned(text) => escape::unescape(&text).ok().map(|it| Cow::Owned(it.into_owned())),
    }
}

/// Attributes as they are written.
pub fn raw_attributes<'e>(start: &'e BytesStart<'_>) -> impl Iterator<Item = (&'e str, Cow<'e, str>)> {
    let mut all = start.attributes();
    all.with_checks(false);
    all.map_while(Result::ok).map(|it| (it.key.local_name().into_inner(), it.value))
}

/// A refusal of ours beneath, or what does not hold as XML.
fn unreadable(cause: quick_xml::Error) -> io::Error {
    match cause {
        quick_xml::Error::Io(cause) => Arc::into_inner(cause).unwrap_or_else(|| broken("it cannot be read")),
        other => io::Error::other(Error::new("import.broken_workbook").because(other)),
    }
}

/// A part that is not what it should be.
pub fn broken(why: &'static str) -> io::Error {
    io::Error::other(Error::new("import.broken_workbook").because(why))
}

/// Bytes that are refused once one piece of them is too long.
struct Pieces<R> {
    source: BufReader<R>,
    /// Bytes since the last event.
    since: u64,
}

impl<R: Read> Read for Pieces<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.source.read(out)
    }
}

impl<R: Read> BufRead for Pieces<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > LONGEST { Err(broken("one piece of it is too long")) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, amount: usize) {
        self.since += amount as u64;
        self.source.consume(amount);
    }
}
