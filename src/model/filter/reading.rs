//! Reads a filter: characters to terms, terms to a tree. It never panics and never recurses deeper than [`DEEPEST`].

use std::str::FromStr;

use super::{Comparison, FIELDS, Field, Filter, Pattern, Span, Term, Test, Value};
use crate::error::{Error, Result};
use crate::model::listed::among;

/// Groups within groups. SQLite refuses expressions deeper than 1,000 (<https://sqlite.org/limits.html>, 3).
const DEEPEST: usize = 50;
/// Values of one filter, for the same reason.
const MOST_VALUES: usize = 400;

pub(super) fn read(text: &str) -> Result<Filter> {
    let mut reader = Reader { chars: text.chars().collect(), at: 0, depth: 0, values: 0 };
    let filter = reader.any()?;
    match reader.peek() {
        None => Ok(filter),
        Some(_) => Err(reader.span(reader.at, 1).refuse("filter.group_not_opened")),
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    depth: usize,
    values: usize,
}

/// One value as typed: its pieces, and whether quotes were used.
struct Typed {
    pattern: Pattern,
    quoted: bool,
    span: Span,
}

impl Reader {
    fn span(&self, from: usize, length: usize) -> Span {
        Span { from, length }
    }

    fn since(&self, from: usize) -> Span {
        self.span(from, self.at.saturating_sub(from))
    }

    fn here(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        while self.here().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        self.here()
    }

    /// `a OR b OR c`
    fn any(&mut self) -> Result<Filter> {
        let mut parts = vec![self.all()?];
        while self.takes_or() {
            let place = self.span(self.at - 2, 2);
            let part = self.all()?;
            let one_is_missing = part.is_everything() || parts.iter().any(Filter::is_everything);
            if one_is_missing {
                return Err(place.refuse("filter.term_missing"));
            }
            parts.push(part);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
    }

    fn takes_or(&mut self) -> bool {
        let found = self.peek().is_some() && self.is_or();
        if found {
            self.at += 2;
        }
        found
    }

    fn is_or(&self) -> bool {
        let ends = self.chars.get(self.at + 2).is_none_or(|next| next.is_whitespace() || matches!(next, '(' | ')'));
        self.chars.get(self.at..self.at + 2) == Some(&['O', 'R']) && ends
    }

    /// `a b c`, up to `OR`, `)` or the end.
    fn all(&mut self) -> Result<Filter> {
        let mut parts = Vec::new();
        while let Some(next) = self.peek() {
            if next == ')' || self.is_or() {
                break;
            }
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::All(parts) })
    }

    /// A term or a group, perhaps with `-` before it.
    fn one(&mut self) -> Result<Filter> {
        let from = self.at;
        match self.here() {
            Some('-') => {
                self.at += 1;
                if self.here().is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '-')) {
                    return Err(self.span(from, 1).refuse("filter.term_missing"));
                }
                Ok(Filter::Not(Box::new(self.one()?)))
            }
            Some('(') => self.group(from),
            _ => self.term(from).map(Filter::Term),
        }
    }

    fn group(&mut self, from: usize) -> Result<Filter> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.span(from, 1).refuse("filter.too_deep"));
        }
        let inside = self.any()?;
        self.depth -= 1;
        match self.peek() {
            Some(')') => self.at += 1,
            _ => return Err(self.span(from, 1).refuse("filter.group_not_closed")),
        }
        if inside.is_everything() {
            return Err(self.since(from).refuse("filter.term_missing"));
        }
        Ok(inside)
    }

    fn term(&mut self, from: usize) -> Result<Term> {
        let field = self.field(from)?;
        let mut values = vec![self.value(field)?];
        while self.here() == Some(',') {
            self.at += 1;
            values.push(self.value(field)?);
        }
        self.values += values.len();
        if self.values > MOST_VALUES {
            return Err(self.since(from).refuse("filter.too_long").with("most", MOST_VALUES));
        }
        Ok(Term { field, values })
    }

    /// The word before a colon, and the colon; else a bare word begins here.
    fn field(&mut self, from: usize) -> Result<Field> {
        let rest = self.chars.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|next| !ends_a_value(**next) && !matches!(next, ':' | '"')).count();
        if length == 0 || rest.get(length) != Some(&':') {
            return Ok(Field::Anywhere);
        }
        let name: String = rest.iter().take(length).collect();
        self.at += length + 1;
        let known = FIELDS.iter().find(|(known, _)| *known == name.to_lowercase());
        known.map(|(_, field)| *field).ok_or_else(|| {
            let unknown = self.span(from, length).refuse("filter.unknown_field").with("field", &name);
            among(unknown, &name, FIELDS.iter().map(|(name, _)| *name))
        })
    }

    fn value(&mut self, field: Field) -> Result<Value> {
        let typed = self.typed()?;
        if !typed.quoted && typed.pattern.whole() == Some("") {
            let place = self.span(typed.span.from.saturating_sub(1), 1);
            return Err(place.refuse("filter.value_missing"));
        }
        Ok(Value { span: typed.span, test: test(field, typed)? })
    }

    /// Text up to a space, a comma or a parenthesis; in quotes, anything; `""` in quotes is a quote.
    fn typed(&mut self) -> Result<Typed> {
        let from = self.at;
        let (mut pieces, mut piece, mut quoted) = (Vec::new(), String::new(), false);
        while let Some(next) = self.here().filter(|next| !ends_a_value(*next)) {
            self.at += 1;
            match next {
                '"' => {
                    quoted = true;
                    self.quoted(&mut piece)?;
                }
                '*' => pieces.push(std::mem::take(&mut piece)),
                other => piece.push(other),
            }
        }
        pieces.push(piece);
        Ok(Typed { pattern: Pattern { pieces }, quoted, span: self.since(from) })
    }

    fn quoted(&mut self, piece: &mut String) -> Result<()> {
        let from = self.at - 1;
        while let Some(next) = self.here() {
            self.at += 1;
            match (next, self.here()) {
                ('"', Some('"')) => {
                    piece.push('"');
                    self.at += 1;
                }
                ('"', _) => return Ok(()),
                (other, _) => piece.push(other),
            }
        }
        Err(self.since(from).refuse("filter.quote_not_closed"))
    }
}

fn ends_a_value(next: char) -> bool {
    next.is_whitespace() || matches!(next, '(' | ')' | ',')
}

fn test(field: Field, typed: Typed) -> Result<Test> {
    let asks_for_any = typed.pattern.is_anything() && !typed.quoted;
    match field {
        Field::Tagged => tagged(&typed),
        Field::Anywhere => Ok(Test::Text(typed.pattern)),
        _ if asks_for_any => Ok(Test::Has),
        Field::Kind => word(&typed).map(Test::Kind),
        Field::Status => word(&typed).map(Test::Status),
        Field::Way => word(&typed).map(Test::Way),
        Field::Records => number(&typed),
        Field::Import | Field::Rule => match number(&typed)? {
            it @ Test::Number(Comparison::Equal, _) => Ok(it),
            _ => Err(not_a_number(&typed)),
        },
        Field::Domain | Field::Region | Field::Organisation | Field::Residence => Ok(Test::Text(typed.pattern)),
        Field::Key | Field::Name | Field::Notes | Field::Conflict => Ok(Test::Text(typed.pattern)),
    }
}

fn tagged(typed: &Typed) -> Result<Test> {
    match typed.text().to_lowercase().as_str() {
        "yes" => Ok(Test::Tagged(true)),
        "no" => Ok(Test::Tagged(false)),
        other => Err(among(typed.span.refuse("filter.unknown_value").with("value", other), other, ["yes", "no"])),
    }
}

/// A word of a closed list.
fn word<T: FromStr<Err = Error>>(typed: &Typed) -> Result<T> {
    typed.text().parse().map_err(|cause: Error| {
        let known = cause.args.get("known").cloned().unwrap_or_default();
        let text = typed.text();
        among(typed.span.refuse("filter.unknown_value").with("value", &text), &text, known.split(", "))
    })
}

/// `>100`, `>=100`, `<100`, `<=100`, `100`, `100..200`.
fn number(typed: &Typed) -> Result<Test> {
    let text = typed.text();
    let read = |digits: &str| digits.parse::<u64>().ok().filter(|it| i64::try_from(*it).is_ok());
    if let Some((low, high)) = text.split_once("..") {
        return read(low)
            .zip(read(high))
            .map(|(low, high)| Test::Between(low, high))
            .ok_or_else(|| not_a_number(typed));
    }
    let signs = [
        (">=", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        (">", Comparison::More),
        ("<", Comparison::Less),
        ("=", Comparison::Equal),
        ("", Comparison::Equal),
    ];
    let found = signs.iter().find_map(|(sign, how)| Some((*how, text.strip_prefix(sign)?)));
    found.and_then(|(how, digits)| Some(Test::Number(how, read(digits)?))).ok_or_else(|| not_a_number(typed))
}

fn not_a_number(typed: &Typed) -> Error {
    typed.span.refuse("filter.not_a_number").with("value", typed.text())
}

impl Typed {
    fn text(&self) -> String {
        self.pattern.pieces.join("*")
    }
}
