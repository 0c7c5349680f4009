//! Refusals and problems as sentences: what is wrong, where, what to do. The code stays the developer's.

use std::collections::BTreeMap;

use super::{Arg, Phrases};
use crate::error::{Error, Place, Warning};
use crate::model::account::Problem;
use crate::model::explain::{Sentence, Value};

impl Phrases {
    /// A refusal as a sentence, with its place.
    #[must_use]
    pub fn error(&self, error: &Error) -> String {
        let args: Vec<_> = error.args.iter().map(|(name, value)| (*name, argument(name, value))).collect();
        let own = self.meaning(self.coded("error", error.code, &args), &error.args);
        let sentence =
            std::iter::once(own).chain(error.beside.iter().map(|it| self.error(it))).collect::<Vec<_>>().join(" ");
        match &error.place {
            Some(place) => self.placed(sentence, place),
            None => sentence,
        }
    }

    /// A sentence, and which word was perhaps meant.
    fn meaning(&self, sentence: String, args: &BTreeMap<&'static str, String>) -> String {
        match args.get("meant") {
            Some(meant) => self.say_with("meant", &[("sentence", sentence.into()), ("meant", meant.into())]),
            None => sentence,
        }
    }

    /// Why a row was not taken, or a field left open.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let args = problem.args.iter().map(|(name, value)| (*name, value.as_str()));
        self.problem_of(problem.code, args, problem.column.as_deref())
    }

    /// The same of a problem that was kept: its code, values by name, and the column's header.
    #[must_use]
    pub fn problem_of<'a>(
        &self,
        code: &str,
        args: impl Iterator<Item = (&'a str, &'a str)>,
        column: Option<&str>,
    ) -> String {
        let args: Vec<_> = args.map(|(name, value)| (name, argument(name, value))).collect();
        let sentence = self.coded("problem", code, &args);
        match column {
            Some(column) => {
                self.say_with("problem-in-column", &[("problem", sentence.into()), ("column", column.into())])
            }
            None => sentence,
        }
    }

    /// A remark as a sentence.
    #[must_use]
    pub fn warning(&self, warning: &Warning) -> String {
        let args: Vec<_> = warning.args.iter().map(|(name, value)| (*name, argument(name, value))).collect();
        self.coded("warning", warning.code, &args)
    }

    /// A sentence of the number sheet.
    #[must_use]
    pub fn sentence(&self, sentence: &Sentence) -> String {
        let args: Vec<_> = sentence.args.iter().map(|(name, value)| (*name, self.value(value))).collect();
        self.say_with(sentence.id, &args)
    }

    fn value<'a>(&self, value: &'a Value) -> Arg<'a> {
        match value {
            Value::Text(text) => Arg::from(text),
            Value::Word(list, word) => Arg::from(self.word(list, word)),
            Value::Number(number) => Arg::Number(*number),
            Value::Count(count) => Arg::from(self.count(count)),
        }
    }

    /// A code that has no sentence yet is shown, with its values: better an ugly truth than none.
    fn coded(&self, what: &str, code: &str, args: &[(&str, Arg<'_>)]) -> String {
        let id = format!("{what}-{}", code.replace(['.', '_'], "-"));
        if self.has(&id) {
            // A sentence never shows the name of a value in its place.
            let missing = self.missing(&id, args);
            let unknown = missing.iter().map(|name| (name.as_str(), self.say("value-not-known").into()));
            let args: Vec<_> = args.iter().cloned().chain(unknown).collect();
            return self.say_with(&id, &args);
        }
        self.say_with("error-without-words", &[("code", code.into())])
    }

    fn placed(&self, sentence: String, place: &Place) -> String {
        // A sentence that names the file already need not do so again.
        let file = place.file.as_deref().filter(|file| !file.is_empty() && !sentence.contains(*file));
        let file = file.map(|file| self.say_with("place-file", &[("file", file.into())]));
        let line = place.line.map(|line| self.say_with("place-line", &[("line", line.into())]));
        let column = place.column.map(|column| self.say_with("place-column", &[("column", column.into())]));
        let parts: Vec<String> = [file, line, column].into_iter().flatten().collect();
        if parts.is_empty() {
            return sentence;
        }
        self.say_with("placed", &[("sentence", sentence.into()), ("place", parts.join(", ").into())])
    }
}

/// Values are text, but one named `n` is a number, so that a sentence may choose singular or plural by it.
fn argument<'a>(name: &str, value: &'a str) -> Arg<'a> {
    match value.parse() {
        Ok(number) if name == "n" => Arg::Number(number),
        _ => Arg::from(value),
    }
}
