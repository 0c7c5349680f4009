//! Reads the source tree for the architecture's tests: files, their code without comments and strings, their functions.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Its path within the project, with `/`.
    pub path: String,
    /// As written.
    pub text: String,
    /// As written, with comments, texts and unit tests blanked; lines stay where they are.
    pub code: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let code = without_tests(&without_texts(text));
        Self { path: path.to_owned(), text: text.to_owned(), code }
    }

    /// The module at the root that the file belongs to: `store` of `src/store/book.rs`.
    pub fn module(&self) -> &str {
        let within = self.path.strip_prefix("src/").unwrap_or(&self.path);
        within.split(['/', '.']).next().unwrap_or(within)
    }

    /// The files that it declares as modules of tests: `#[cfg(test)] mod rules;`.
    pub fn test_modules(&self) -> Vec<String> {
        let folder = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let declared = self.text.split("#[cfg(test)]").skip(1).filter_map(|it| it.trim_start().strip_prefix("mod "));
        let named = declared.filter_map(|it| it.split_once(';')).filter(|(name, _)| !name.contains('{'));
        named.map(|(name, _)| format!("{folder}/{name}.rs")).collect()
    }

    /// Where its code names something, with the line.
    pub fn lines_naming<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.lines().enumerate().filter(move |(_, line)| names(line, word)).map(|(at, _)| at + 1)
    }

    /// Each function as it is declared: its name, what it takes and gives.
    pub fn signatures(&self) -> Vec<String> {
        let found = self.code.match_indices("fn ").filter(|(at, _)| {
            !self.code[..*at].chars().next_back().is_some_and(|it| it.is_alphanumeric() || it == '_')
        });
        found.map(|(at, _)| signature(&self.code[at..]).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// The length of each function's body in lines, with its name.
    pub fn functions(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("fn ") {
            let before = self.code[..at].chars().next_back();
            if before.is_some_and(|it| it.is_alphanumeric() || it == '_') {
                continue;
            }
            let rest = &self.code[at + 3..];
            let name: String = rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            let Some(open) = rest.find(['{', ';']).filter(|open| rest.as_bytes()[*open] == b'{') else { continue };
            if !name.is_empty() {
                found.push((name, block(&rest[open..]).lines().count().saturating_sub(2).max(1)));
            }
        }
        found
    }
}

/// Every Rust file below a folder of the project, by path.
pub fn tree(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    walk(&root.join(folder), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let within = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        Source::new(&within, &fs::read_to_string(path).expect("a source file can be read"))
    };
    paths.iter().map(read).collect()
}

fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// Whether a line of code names a path or word: whole, not as a part of a longer word.
fn names(line: &str, word: &str) -> bool {
    let part_of_word = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    line.match_indices(word).any(|(at, _)| {
        !part_of_word(line[..at].chars().next_back()) && !part_of_word(line[at + word.len()..].chars().next())
    })
}

/// Up to a function's body, or its end where it has none; `[u8; 4]` is no end.
fn signature(code: &str) -> &str {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'{' => return &code[..at],
            b';' if depth == 0 => return &code[..at],
            _ => {}
        }
    }
    code
}

/// From a brace to the one that closes it.
fn block(code: &str) -> &str {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return &code[..=at],
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code
}

/// Blanks what stands under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mut left = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        left.push_str(&rest[..at]);
        let body = &rest[at..];
        let end = match body.find(['{', ';']) {
            Some(open) if body.as_bytes()[open] == b'{' => open + block(&body[open..]).len(),
            Some(semicolon) => semicolon + 1,
            None => body.len(),
        };
        left.extend(body[..end].chars().filter(|it| *it == '\n'));
        rest = &body[end..];
    }
    left + rest
}

/// Blanks comments and the insides of texts and characters.
fn without_texts(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = span(rest);
        let keeps = length == 0;
        let length = if keeps { first.len_utf8() } else { length };
        match keeps {
            true => left.push(first),
            false => left.extend(rest[..length].chars().map(|it| if it == '\n' { '\n' } else { ' ' })),
        }
        rest = &rest[length..];
    }
    left
}

/// How many bytes of comment or text begin here; 0: none.
fn span(rest: &str) -> usize {
    let until = |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return until(2, "*/");
    }
    if let Some(hashes) = raw_text(rest) {
        return until(hashes + 2, &format!("\"{}", "#".repeat(hashes)));
    }
    match rest.as_bytes()[0] {
        b'"' => quoted(rest),
        b'\'' if is_character(rest) => 1 + quoted_by(&rest[1..], b'\''),
        _ => 0,
    }
}

fn raw_text(rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r')?.bytes().take_while(|it| *it == b'#').count();
    (rest.as_bytes().get(1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn quoted(rest: &str) -> usize {
    1 + quoted_by(&rest[1..], b'"')
}

/// Up to and with the closing quote.
fn quoted_by(rest: &str, quote: u8) -> usize {
    let mut bytes = rest.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            _ if byte == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `'a'` and `'\n'`, but not the lifetime `'a`.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

#[test]
fn comments_texts_characters_and_unit_tests_are_blanked_and_lines_stay() {
    let text = "//! sqlx\nlet a = \"sqlx \\\" sqlx\"; // sqlx\nlet b: &'static str = r#\"sqlx \"#;\nlet c = '\"'; /* sqlx\n*/\nuse std::io;\n#[cfg(test)]\nmod tests {\n    use sqlx::x;\n}\nfn last() {}\n";
    let source = Source::new("src/model/a.rs", text);
    assert!(!source.code.contains("sqlx"), "{}", source.code);
    assert_eq!(source.lines_naming("std::io").collect::<Vec<_>>(), [6]);
    assert_eq!(source.lines_naming("fn").collect::<Vec<_>>(), [11]);
}

#[test]
fn functions_are_measured_by_their_bodies() {
    let source = Source::new(
        "src/a.rs",
        "fn one() {\n    1;\n}\ntrait T { fn none(&self); }\nfn two(\n    a: u8,\n) {\n    {\n    }\n    2;\n}\n",
    );
    assert_eq!(source.functions(), [("one".to_owned(), 1), ("two".to_owned(), 3)]);
}
