//! The objects of a JSON text, one by one, each with the line it begins on.
//!
//! Never holds more than one. A line of JSON Lines that does not hold costs that line; an array that does not is no array.

use std::io::{self, Read};

use serde_json::{Map, Value};

use super::named::{Named, Twice};
use crate::error::Error;
use crate::import::records::{Flaw, LONGEST};

/// What stands where an object is expected.
#[derive(Debug)]
pub enum Found {
    /// An object.
    Object(Map<String, Value>),
    /// Something that is none, or too long.
    Flawed(Flaw),
}

/// Objects as they are read.
pub struct Values<R> {
    source: io::Bytes<io::BufReader<R>>,
    next: Option<u8>,
    /// Of the byte that is read next.
    at: u64,
    /// Of the object that was read last.
    line: u64,
    in_array: bool,
    begun: bool,
    /// The first object of several stands in one line: so do the others.
    in_lines: Option<bool>,
    text: Vec<u8>,
}

impl<R: Read> Values<R> {
    /// Reads objects that follow one another, or those of an array.
    pub fn new(source: R, in_array: bool) -> Self {
        let source = io::BufReader::with_capacity(128 * 1024, source).bytes();
        Self {
            source,
            next: None,
            at: 1,
            line: 1,
            in_array,
            begun: false,
            in_lines: in_array.then_some(false),
            text: Vec::new(),
        }
    }

    /// The line of the object that was read last, from 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The next object.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_json` where an array does not hold.
    pub fn next(&mut self) -> io::Result<Option<Found>> {
        if self.in_array && !self.begun {
            self.begun = true;
            self.expect(b"[")?;
        }
        let Some(first) = self.significant()? else {
            return if self.in_array { Err(self.broken()) } else { Ok(None) };
        };
        self.line = self.at;
        if self.in_array && first == b']' {
            self.take()?;
            return match self.significant()? {
                None => Ok(None),
                Some(_) => Err(self.broken()),
            };
        }
        let found = if first == b'{' { self.object()? } else { None };
        if self.in_array {
            self.delimited()?;
        }
        match found {
            Some(found) => Ok(Some(found)),
            None if self.in_array => Err(self.broken()),
            None => self.rest_of_the_line().map(|()| Some(Found::Flawed(Flaw::NoObject))),
        }
    }

    /// An object from its first brace to its last; none where it does not hold. Text that goes over a line's end is none:
    /// JSON has no such text.
    fn object(&mut self) -> io::Result<Option<Found>> {
        self.text.clear();
        let (mut depth, mut in_text, mut escaped, mut too_long) = (0_usize, false, false, false);
        while let Some(byte) = self.peek()? {
            if byte == b'\n' && (in_text || self.in_lines == Some(true)) {
                return Ok(None);
            }
            self.take()?;
            if self.text.len() < LONGEST {
                self.text.push(byte);
            } else {
                too_long = true;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => depth += 1,
                b'}' | b']' if !in_text => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.in_lines = self.in_lines.or(Some(self.line == self.at));
                return Ok(if too_long { Some(Found::Flawed(Flaw::TooLong)) } else { self.understood() });
            }
        }
        // Of objects over several lines nobody knows where the next one begins: what is left would be lost with this one.
        if self.in_lines == Some(true) { Ok(None) } else { Err(self.broken()) }
    }

    fn understood(&self) -> Option<Found> {
        match serde_json::from_slice::<Named>(&self.text).ok()?.0 {
            Ok(Value::Object(object)) => Some(Found::Object(object)),
            Ok(_) => None,
            Err(Twice) => Some(Found::Flawed(Flaw::NamedTwice)),
        }
    }

    /// Between two of an array stands a comma.
    fn delimited(&mut self) -> io::Result<()> {
        match self.significant()? {
            Some(b',') => self.take(),
            Some(b']') => Ok(()),
            _ => Err(self.broken()),
        }
    }

    fn expect(&mut self, text: &[u8]) -> io::Result<()> {
        for byte in text {
            if self.significant()? != Some(*byte) {
                return Err(self.broken());
            }
            self.take()?;
        }
        Ok(())
    }

    fn rest_of_the_line(&mut self) -> io::Result<()> {
        while self.peek()?.is_some_and(|it| it != b'\n') {
            self.take()?;
        }
        Ok(())
    }

    /// The next byte that is no blank.
    fn significant(&mut self) -> io::Result<Option<u8>> {
        while self.peek()?.is_some_and(|it| it.is_ascii_whitespace() || it == 0x1e) {
            self.take()?;
        }
        self.peek()
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        if self.next.is_none() {
            self.next = self.source.next().transpose()?;
        }
        Ok(self.next)
    }

    fn take(&mut self) -> io::Result<()> {
        if self.peek()? == Some(b'\n') {
            self.at += 1;
        }
        self.next = None;
        Ok(())
    }

    fn broken(&self) -> io::Error {
        io::Error::other(Error::new("import.broken_json").with("line", self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, in_array: bool) -> Vec<(u64, String)> {
        let mut values = Values::new(text.as_bytes(), in_array);
        let mut found = Vec::new();
        loop {
            match values.next() {
                Ok(Some(Found::Object(it))) => found.push((values.line(), Value::Object(it).to_string())),
                Ok(Some(Found::Flawed(flaw))) => found.push((values.line(), format!("{flaw:?}"))),
                Ok(None) => return found,
                Err(_) => {
                    found.push((0, "refused".to_owned()));
                    return found;
                }
            }
        }
    }

    #[test]
    fn an_object_begins_on_its_line_and_a_broken_line_costs_itself() {
        let said = |all: &[(u64, &str)]| all.iter().map(|(line, text)| (*line, (*text).to_owned())).collect::<Vec<_>>();
        for (text, in_array, found) in [
            ("{\"a\":1}\n\n{\"b\":\"}{\\\"\"}", false, said(&[(1, "{\"a\":1}"), (3, "{\"b\":\"}{\\\"\"}")])),
            ("{\n \"a\": [1,\n {}]}\n{\"b\":2}\n", false, said(&[(1, "{\"a\":[1,{}]}"), (4, "{\"b\":2}")])),
            (
                "{\"a\":\"x\n{\"b\":2}\nnull\n{\"c\":3}",
                false,
                said(&[(1, "NoObject"), (2, "{\"b\":2}"), (3, "NoObject"), (4, "{\"c\":3}")]),
            ),
            ("{\"a\":1}\n{\"b\":\n{\"c\":3}", false, said(&[(1, "{\"a\":1}"), (2, "NoObject"), (3, "{\"c\":3}")])),
            ("[{\"a\":1},\n{\"b\":2}]\n", true, said(&[(1, "{\"a\":1}"), (2, "{\"b\":2}")])),
            ("{\n\"a\":1}\n{\n\"b\":2\n{\n\"c\":3}\n", false, said(&[(1, "{\"a\":1}"), (0, "refused")])),
            (
                "{\"a\":1,\"a\":2}\n{\"b\":{\"c\":[{\"d\":1,\"d\":1}]}}",
                false,
                said(&[(1, "NamedTwice"), (2, "NamedTwice")]),
            ),
            ("[]", true, said(&[])),
            ("[{\"a\":1}", true, said(&[(0, "refused")])),
            ("[{\"a\":1},7]", true, said(&[(1, "{\"a\":1}"), (0, "refused")])),
            ("[{\"a\":1}] x", true, said(&[(1, "{\"a\":1}"), (0, "refused")])),
        ] {
            assert_eq!(read(text, in_array), found, "{text}");
        }
    }
}
