//! Texts as they are stored, and as they are told to people: short there, and never a secret. It reads no record.

use super::secrets;

/// A value in a message is cut here.
const SHOWN: usize = 80;

/// A value for a message: never a secret.
pub fn harmless(value: &str) -> String {
    if secrets::holds_one(value) { "…".to_owned() } else { clean(&shortened(value)) }
}

/// A value short enough for a message.
fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A text as it is stored: without NUL, which SQLite ends a text at, and with a line break for a lone carriage return.
pub fn clean(text: &str) -> String {
    let mut text = if text.as_bytes().contains(&0) { text.replace('\0', "") } else { text.to_owned() };
    if text.as_bytes().contains(&b'\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    text
}
