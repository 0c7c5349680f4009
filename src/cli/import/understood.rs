//! How a file was understood, in sentences: what each column became, and what of the file was not read.
//!
//! Never names more columns than a person reads.

use breachbook::import::{Column, Recognised};

use crate::cli::context::Context;
use crate::cli::text;

/// Columns named in a sentence.
const NAMED: usize = 10;

/// What is said of a file.
pub fn sentences(file: &str, how: &Recognised, context: &Context) -> Vec<String> {
    let file = text::control_free(file);
    let say = |id: &str, what: &[String]| context.say(id, &[("file", &file), ("what", &some(what))]);
    let of = |is: &dyn Fn(&&Column) -> bool| how.columns.iter().filter(is).collect::<Vec<_>>();
    let mut said = Vec::new();
    let read: Vec<String> = of(&|it| it.field.is_some()).into_iter().map(|it| became(it, context)).collect();
    if !read.is_empty() {
        said.push(say("cli-columns-read", &read));
    }
    for (why, id) in [
        ("twice", "cli-columns-twice"),
        ("offered", "cli-columns-offered"),
        ("cells", "cli-columns-other"),
        ("others", "cli-columns-others"),
        ("never", "cli-columns-secret"),
        ("", "cli-columns-not-read"),
    ] {
        let is_last = |it: &&Column| !["twice", "offered", "cells", "others", "never"].contains(&it.why);
        let left = of(&|it| it.field.is_none() && (it.why == why || (why.is_empty() && is_last(it))));
        let names: Vec<String> = left.into_iter().map(|it| quoted(&it.header, context)).collect();
        if !names.is_empty() {
            said.push(say(id, &names));
        }
    }
    let sheets = |all: &[String]| all.iter().map(|it| quoted(it, context)).collect::<Vec<_>>();
    if !how.sheets_not_read.is_empty() {
        said.push(say("cli-sheets-not-read", &sheets(&how.sheets_not_read)));
    }
    if how.hidden_rows > 0 {
        let args = [("file", file.clone().into()), ("n", how.hidden_rows.into())];
        said.push(context.phrases.say_with("cli-hidden-rows", &args));
    }
    said
}

/// `“Mail” = key`; the field as options name it.
fn became(column: &Column, context: &Context) -> String {
    let field = column.field.unwrap_or_default();
    context.say("cli-column-read", &[("column", &text::control_free(&column.header)), ("field", field)])
}

fn quoted(name: &str, context: &Context) -> String {
    context.say("cli-quoted", &[("name", &text::control_free(name))])
}

fn some(names: &[String]) -> String {
    let more = if names.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", "))
}
