//! Tables and lists for the terminal: aligned by what is seen, not by bytes.

use serde_json::Value;

/// Columns aligned; numbers are already words. An empty table says nothing.
pub fn table(headers: &[String], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let all: Vec<&[String]> = std::iter::once(headers).chain(rows.iter().map(Vec::as_slice)).collect();
    let widths: Vec<usize> =
        (0..headers.len()).map(|at| all.iter().map(|row| seen(&row[at])).max().unwrap_or(0)).collect();
    all.iter().map(|row| line(row, &widths)).collect::<Vec<_>>().join("\n")
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - seen(cell))));
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

fn seen(text: &str) -> usize {
    text.chars().count()
}

/// What an object says, a line a value, deeper ones indented: for verbs whose answer is read by eye now and then.
pub fn lines(value: &Value) -> String {
    let mut out = Vec::new();
    write(value, 0, &mut out);
    out.join("\n")
}

fn write(value: &Value, depth: usize, out: &mut Vec<String>) {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(map) => map.iter().for_each(|(name, inner)| match plain(inner) {
            Some(text) => out.push(format!("{pad}{name}: {text}")),
            None => {
                out.push(format!("{pad}{name}:"));
                write(inner, depth + 1, out);
            }
        }),
        Value::Array(items) => items.iter().for_each(|item| match plain(item) {
            Some(text) => out.push(format!("{pad}- {text}")),
            None => {
                out.push(format!("{pad}-"));
                write(item, depth + 1, out);
            }
        }),
        other => out.push(format!("{pad}{}", plain(other).unwrap_or_default())),
    }
}

/// A value that fits on its line.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("–".to_owned()),
        Value::String(text) => Some(control_free(text)),
        Value::Object(map) if map.is_empty() => Some("–".to_owned()),
        Value::Array(items) if items.is_empty() => Some("–".to_owned()),
        Value::Object(_) | Value::Array(_) => None,
        other => Some(other.to_string()),
    }
}

/// A list is somebody else's text: nothing in it may steer the terminal, nor turn the direction of reading.
pub fn control_free(text: &str) -> String {
    text.chars().map(|letter| if steers(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The same for a whole text, whose lines stay lines.
pub fn control_free_lines(text: &str) -> String {
    text.chars().map(|letter| if letter != '\n' && steers(letter) { '\u{fffd}' } else { letter }).collect()
}

fn steers(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || turns
}
