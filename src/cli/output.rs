//! What a call says: one JSON object on stdout, or sentences; messages and refusals on stderr.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use breachbook::error::{Error, Result};
use serde_json::{Value, json};

use super::arguments::Globals;
use super::context::Context;
use super::text::control_free_lines;
use breachbook::world::phrases;

/// What a call says when it is done.
pub struct Output {
    json: Value,
    text: String,
    warnings: Vec<String>,
    code: u8,
    to_stderr: bool,
}

impl Output {
    /// The object, and the sentences that say the same.
    pub fn new(json: Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), warnings: Vec::new(), code: 0, to_stderr: false }
    }

    /// Whatever serialises, and the sentences that say the same.
    ///
    /// # Errors
    /// Never in practice: what we print is plain data.
    pub fn of(value: &impl serde::Serialize, text: impl Into<String>) -> Result<Self> {
        let json = serde_json::to_value(value).map_err(|cause| Error::new("internal").because(cause))?;
        Ok(Self::new(json, text))
    }

    /// A sentence for stderr, said either way.
    pub fn warn(mut self, warning: impl Into<String>) -> Self {
        self.warnings.push(warning.into());
        self
    }

    /// With what is to be said of the book beside it, for stderr and as `warnings` of the object.
    pub fn remarked(mut self, context: &Context) -> Self {
        for remark in context.remarks() {
            let message = context.phrases.warning(&remark);
            if let Value::Object(map) = &mut self.json {
                let all = map.entry("warnings").or_insert_with(|| json!([]));
                all.as_array_mut().into_iter().for_each(|it| it.push(json!({"code": remark.code, "message": message})));
            }
            self.warnings.push(message);
        }
        self
    }

    /// Done, but with a finding: exit 1.
    pub fn with_finding(mut self, found: bool) -> Self {
        self.code = u8::from(found);
        self
    }

    /// Where a file went to stdout, what is said goes to stderr.
    pub fn beside_a_file(mut self, on_stdout: bool) -> Self {
        self.to_stderr = on_stdout;
        self
    }

    /// Prints it. A closed pipe is no error; an answer that cannot be given is one, where giving it was all there was to do.
    pub fn print(self, globals: &Globals, is_deed: bool) -> ExitCode {
        for warning in &self.warnings {
            let _ = writeln!(std::io::stderr(), "{}", control_free_lines(warning));
        }
        let said = if globals.json { self.json.to_string() } else { control_free_lines(&self.text) };
        let printed = match (said.is_empty(), self.to_stderr) {
            (true, _) => Ok(()),
            (false, true) => writeln!(std::io::stderr(), "{}", said.trim_end()),
            (false, false) => print_whole(said.trim_end()),
        };
        match printed {
            Err(cause) if cause.kind() != ErrorKind::BrokenPipe => unsaid(is_deed, self.code),
            _ => ExitCode::from(self.code),
        }
    }
}

fn print_whole(said: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{said}").and_then(|()| out.flush())
}

/// What was done is done, also where nobody could be told so.
fn unsaid(is_deed: bool, code: u8) -> ExitCode {
    let sentence = if is_deed { "cli-done-unsaid" } else { "cli-unsaid" };
    let _ = writeln!(std::io::stderr(), "{}", phrases().say(sentence));
    ExitCode::from(if is_deed { code } else { 1 })
}

/// What was typed is no call: what clap says of it, and with `--json` the object.
pub fn misunderstood(cause: &clap::Error, json: bool) -> ExitCode {
    if json && cause.use_stderr() {
        let message = cause.to_string();
        let said = json!({"error": {"code": "usage", "message": message.trim_end(), "where": null}});
        let _ = writeln!(std::io::stdout(), "{said}");
    }
    let _ = cause.print();
    ExitCode::from(if cause.use_stderr() { 2 } else { 0 })
}

/// What is to be said of the book beside a refusal.
pub fn say_remarks(context: &Context) {
    for remark in context.remarks() {
        let _ = writeln!(std::io::stderr(), "{}", control_free_lines(&context.phrases.warning(&remark)));
    }
}

/// A refusal: the sentence, and with `--json` the object.
pub fn refuse(refusal: &Error, globals: &Globals) -> ExitCode {
    let message = phrases().error(refusal);
    let place = refusal.place.as_deref();
    if globals.json {
        let place = place.map(|at| json!({"file": at.file, "line": at.line, "column": at.column, "length": at.length}));
        let said = json!({"error": {"code": refusal.code, "message": message, "where": place}});
        let _ = writeln!(std::io::stdout(), "{said}");
    }
    let _ = writeln!(std::io::stderr(), "{}", control_free_lines(&message));
    if std::env::var_os("RUST_BACKTRACE").is_some() {
        let _ = writeln!(std::io::stderr(), "{}", control_free_lines(&refusal.to_string()));
    }
    ExitCode::from(1)
}
