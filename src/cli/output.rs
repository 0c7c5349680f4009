//! What a call says: one JSON object on stdout, or sentences; messages and refusals on stderr.

use std::io::Write as _;
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
}

impl Output {
    /// The object, and the sentences that say the same.
    pub fn new(json: Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into(), warnings: Vec::new(), code: 0 }
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

    /// Prints it. A closed pipe is no error.
    pub fn print(self, globals: &Globals) -> ExitCode {
        for warning in &self.warnings {
            let _ = writeln!(std::io::stderr(), "{}", control_free_lines(warning));
        }
        let said = if globals.json { self.json.to_string() } else { control_free_lines(&self.text) };
        if !said.is_empty() {
            let _ = writeln!(std::io::stdout(), "{}", said.trim_end());
        }
        ExitCode::from(self.code)
    }
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
