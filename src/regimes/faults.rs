//! What is wrong with a file as a line that an editor jumps to: file, line, character, field, and what is to be done.

use crate::catalogue::Fault;
use crate::lang::Phrases;

/// `regimes/x.toml:14:9: phase[1].limit.hors: There is no field “hors” here. …`
#[must_use]
pub fn sentence(fault: &Fault, phrases: &Phrases) -> String {
    let place = &fault.place;
    let numbers = [place.line, place.column].into_iter().flatten().map(|it| it.to_string());
    let at: Vec<String> = place.file.iter().cloned().chain(numbers).collect();
    let said = phrases.error(&fault.said);
    let field = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
    format!("{}: {field}{said}", at.join(":"))
}
