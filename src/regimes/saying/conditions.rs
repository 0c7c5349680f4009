//! Conditions in words: each a line, those it is made of beneath.

use super::Speaker;
use crate::catalogue::condition::{Beyond, Condition};
use crate::catalogue::territory::{GROUPS, Territory};
use crate::model::law::{AnswerKind, QuestionId, WhileOpen};
use crate::model::words::DeterminationKind;

impl Speaker<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All { all } => self.several("law-all", all),
            Condition::Any { any } => self.several("law-any", any),
            Condition::Not { not } => self.several("law-not", std::slice::from_ref(&**not)),
            Condition::AtLeast { at_least, of } => {
                self.say("law-at-least", &[("n", (*at_least).into())]);
                self.beneath(|it| of.iter().for_each(|condition| it.condition(condition)));
            }
            other => {
                let said = self.simple(other);
                self.line(said);
            }
        }
    }

    fn several(&mut self, id: &str, of: &[Condition]) {
        self.heading(id, |it| of.iter().for_each(|condition| it.condition(condition)));
    }

    /// One that is made of no others.
    fn simple(&self, condition: &Condition) -> String {
        let phrases = self.phrases;
        let with = |id: &str, name: &str, value: String| phrases.say_with(id, &[(name, value.into())]);
        match condition {
            Condition::Role { role } => {
                with("law-roles", "roles", Self::listed(role.iter().map(|it| phrases.word("role", it.id()))))
            }
            Condition::Established { established_in } => {
                with("law-established", "places", Self::listed(established_in.iter().map(|it| self.territory(it))))
            }
            Condition::Sector { sector } => with("law-sector", "sectors", sector.join(", ")),
            Condition::PublicBody { public_body: true } => phrases.say("law-public-body"),
            Condition::PublicBody { public_body: false } => phrases.say("law-no-public-body"),
            Condition::Milestone { milestone } => {
                with("law-milestone", "milestone", phrases.word("milestone", milestone.id()))
            }
            Condition::Exposed { exposed } => with("law-exposed", "counted", self.counted(exposed)),
            Condition::Possible { possible } => with("law-possible", "counted", self.counted(possible)),
            other => self.compared(other),
        }
    }

    /// One that holds something against something.
    fn compared(&self, condition: &Condition) -> String {
        match condition {
            Condition::Answer { answer, is, has, while_open } => {
                let (id, words) = if has.is_empty() { ("law-answer-is", is) } else { ("law-answer-has", has) };
                self.answered(id, answer, words, *while_open)
            }
            Condition::Determined { determined, is, while_open } => self.determined(*determined, is, *while_open),
            Condition::Count { count, beyond } => self.beyond(self.counted(count), beyond),
            Condition::Number { number, beyond } => self.beyond(self.asked(number), beyond),
            Condition::Ratio { ratio: [one, other], beyond } => {
                let (part, whole) = (self.asked(one), self.asked(other));
                let ratio = self.phrases.say_with("law-ratio", &[("part", part.into()), ("whole", whole.into())]);
                self.beyond(ratio, beyond)
            }
            Condition::After { after, than } => {
                let (after, than) = (self.anchor(after), self.period(than));
                self.phrases.say_with("law-after", &[("after", after.into()), ("than", than.into())])
            }
            _ => String::new(),
        }
    }

    fn answered(&self, id: &str, question: &QuestionId, words: &[String], open: Option<WhileOpen>) -> String {
        let said = Self::listed(words.iter().map(|word| self.answer(question, word)));
        let args = [("question", self.asked(question).into()), ("words", said.into())];
        self.while_open(self.phrases.say_with(id, &args), open)
    }

    /// A word that a question is answered with.
    fn answer(&self, id: &QuestionId, word: &str) -> String {
        let rules = self.catalogue.regimes().flatten().map(|it| &*it.value);
        let question = [self.regime].into_iter().chain(rules).find_map(|it| it.question.get(id));
        match question {
            Some(it) if it.kind == AnswerKind::YesNo => self.phrases.word("yes_no", word),
            Some(it) => it.words.get(word).map_or(word, |said| self.phrases.of_data(said)).to_owned(),
            None => self.phrases.word(id.as_str(), word),
        }
    }

    fn determined(&self, kind: DeterminationKind, is: &[String], open: Option<WhileOpen>) -> String {
        let what = self.phrases.word("determination", kind.id());
        let words = Self::listed(is.iter().map(|word| self.phrases.word(kind.key(), word)));
        let args = [("what", what.into()), ("words", words.into())];
        self.while_open(self.phrases.say_with("law-determined", &args), open)
    }

    fn while_open(&self, said: String, open: Option<WhileOpen>) -> String {
        match open {
            Some(open) => {
                let open = self.phrases.word("while_open", open.id());
                self.phrases.say_with("law-while-open", &[("said", said.into()), ("open", open.into())])
            }
            None => said,
        }
    }

    fn beyond<N: Copy + std::fmt::Display>(&self, what: String, beyond: &Beyond<N>) -> String {
        let (id, bound) = match beyond {
            Beyond::MoreThan(n) => ("law-more-than", n.to_string()),
            Beyond::AtLeastValue(n) => ("law-at-least-value", n.to_string()),
        };
        self.phrases.say_with(id, &[("what", what.into()), ("bound", bound.into())])
    }

    pub(super) fn territory(&self, territory: &Territory) -> String {
        match territory.code() {
            code if GROUPS.contains(&code) => self.phrases.word("territory", &code.to_lowercase()),
            code => self.phrases.country(code),
        }
    }
}
