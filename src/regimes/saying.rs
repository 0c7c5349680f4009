//! A rule in the reader's words, line by line: where it stands, whom it binds, what triggers it, what is due when. It leaves nothing
//! of the file out, and decides nothing.

mod conditions;
mod counts;
mod limits;

use crate::catalogue::Catalogue;
use crate::catalogue::regime::{Beside, Exempt, ForEach, Holds, Phase, Question, Regime, Register, To};
use crate::catalogue::source::Source;
use crate::lang::{Arg, Phrases};
use crate::model::law::QuestionId;

/// A rule in words, a sentence a line, what belongs to it indented beneath.
#[must_use]
pub fn said(regime: &Regime, catalogue: &Catalogue, phrases: &Phrases) -> String {
    let mut speaker = Speaker { catalogue, phrases, regime, lines: Vec::new(), depth: 0 };
    speaker.head();
    speaker.bound();
    speaker.heading("law-triggered", |it| it.condition(&regime.triggered.condition));
    regime.phase.iter().for_each(|phase| speaker.phase(phase));
    regime.register.iter().for_each(|register| speaker.register(register));
    if !regime.question.is_empty() {
        speaker.heading("law-questions", |it| regime.question.values().for_each(|question| it.question(question)));
    }
    speaker.lines.join("\n")
}

/// Whoever says a rule.
struct Speaker<'a> {
    catalogue: &'a Catalogue,
    phrases: &'a Phrases,
    regime: &'a Regime,
    lines: Vec<String>,
    depth: usize,
}

impl Speaker<'_> {
    fn line(&mut self, text: impl AsRef<str>) {
        self.lines.push(format!("{}{}", "  ".repeat(self.depth), text.as_ref()));
    }

    /// A sentence with values.
    fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let said = self.phrases.say_with(id, args);
        self.line(said);
    }

    /// What is said beneath the last line.
    fn beneath(&mut self, say: impl FnOnce(&mut Self)) {
        self.depth += 1;
        say(self);
        self.depth -= 1;
    }

    fn heading(&mut self, id: &str, say: impl FnOnce(&mut Self)) {
        self.say(id, &[]);
        self.beneath(say);
    }

    /// Words with commas between.
    fn listed(words: impl IntoIterator<Item = String>) -> String {
        words.into_iter().collect::<Vec<_>>().join(", ")
    }

    fn head(&mut self) {
        let (phrases, regime) = (self.phrases, self.regime);
        let name = phrases.of_data(&regime.name);
        let (id, version) = (regime.id.as_str(), regime.version.as_str());
        self.say("law-head", &[("name", name.into()), ("id", id.into()), ("version", version.into())]);
        self.say("law-law", &[("law", regime.law.as_str().into())]);
        let status = phrases.word("law_status", regime.status.id());
        self.say("law-status", &[("status", status.into()), ("days", days(regime, phrases).into())]);
        regime.note.iter().for_each(|note| self.line(phrases.of_data(note)));
        let counting = self.catalogue.counting(&regime.counting);
        let counting = counting.map_or(regime.counting.as_str(), |it| phrases.of_data(&it.value.name));
        self.say("law-counting", &[("counting", counting.into())]);
        if let Some(calendar) = &regime.calendar {
            let calendar = self.calendar(calendar);
            self.say("law-calendar", &[("calendar", calendar.into())]);
        }
        regime.source.iter().for_each(|source| self.source(source));
    }

    fn calendar(&self, calendar: &str) -> String {
        match calendar {
            "party" | "authority" => self.phrases.word("calendar", calendar),
            code => self.phrases.country(code),
        }
    }

    fn source(&mut self, source: &Source) {
        let named = source.url.iter().chain(&source.citation).cloned().collect::<Vec<_>>().join(", ");
        let seen = self.phrases.date(source.seen);
        let sure = self.phrases.word("confidence", source.confidence.id());
        self.say("law-source", &[("source", named.into()), ("seen", seen.into()), ("sure", sure.into())]);
    }

    fn bound(&mut self) {
        let binds = &self.regime.binds;
        self.heading("law-binds", |it| {
            let roles = Self::listed(binds.role.iter().map(|role| it.phrases.word("role", role.id())));
            match roles.is_empty() {
                true => it.say("law-any-role", &[]),
                false => it.say("law-roles", &[("roles", roles.into())]),
            }
            binds.condition.iter().for_each(|condition| it.condition(condition));
            match &binds.for_each {
                Some(ForEach::Client(_)) => it.say("law-for-each-client", &[]),
                Some(ForEach::Part { territory }) => {
                    let territory = it.territory(territory);
                    it.say("law-for-each-part", &[("territory", territory.into())]);
                }
                None => {}
            }
        });
    }

    fn phase(&mut self, phase: &Phase) {
        let phrases = self.phrases;
        let name = phase.name.as_ref().map_or(phase.id.as_str(), |it| phrases.of_data(it));
        self.say("law-phase", &[("name", name.into()), ("id", phase.id.as_str().into())]);
        self.beneath(|it| {
            it.addressee(&phase.to);
            it.when(phase);
            it.contents("law-holds", &phase.holds);
            it.contents("law-must-not-hold", &phase.must_not_hold);
            phase.exempt.iter().for_each(|exempt| it.exempt(exempt));
            if !phase.form.is_empty() {
                it.say("law-form", &[("form", phase.form.join(", ").into())]);
            }
        });
    }

    fn addressee(&mut self, to: &To) {
        let (name, url) = match to {
            To::Found(way) => (self.phrases.word("addressee", way.id()), None),
            To::Named { name, url } => (self.phrases.of_data(name).to_owned(), url.as_ref()),
        };
        let name = Self::listed([name].into_iter().chain(url.cloned()));
        self.say("law-to", &[("to", name.into())]);
    }

    fn when(&mut self, phase: &Phase) {
        if let Some(condition) = &phase.condition {
            self.heading("law-only-if", |it| it.condition(condition));
        }
        match (&phase.limit, phase.prompt) {
            (Some(limit), prompt) => {
                self.heading(if prompt { "law-prompt-and-limit" } else { "law-limit" }, |it| it.limit(limit));
            }
            (None, _) => self.say("law-prompt", &[]),
        }
        if let Some(period) = &phase.provisional {
            let period = self.period(period);
            self.say("law-provisional", &[("period", period.into())]);
        }
        phase.roll.iter().for_each(|roll| self.roll(roll));
        phase.beside.iter().for_each(|beside| self.beside(beside));
        if phase.late_reason {
            self.say("law-late-reason", &[]);
        }
    }

    fn beside(&mut self, beside: &Beside) {
        let (name, period) = (self.phrases.of_data(&beside.name), self.period(&beside.period));
        let (name, period) = (name.to_owned(), period);
        self.say("law-beside", &[("name", name.into()), ("period", period.into())]);
        self.beneath(|it| {
            beside.where_apart_hours.iter().for_each(|n| it.say("law-where-apart", &[("n", (*n).into())]));
            beside.ask.iter().for_each(|question| {
                let asked = it.asked(question);
                it.say("law-asks", &[("question", asked.into())]);
            });
        });
    }

    fn contents(&mut self, id: &str, holds: &[Holds]) {
        if holds.is_empty() {
            return;
        }
        let said = |it: &Holds| match it {
            Holds::Word(word) => self.phrases.word("content", word.id()),
            Holds::Own(text) => self.phrases.of_data(text).to_owned(),
        };
        let contents = Self::listed(holds.iter().map(said));
        self.say(id, &[("contents", contents.into())]);
    }

    fn exempt(&mut self, exempt: &Exempt) {
        let name = self.phrases.of_data(&exempt.name).to_owned();
        let instead = self.phrases.word("instead", exempt.instead.id());
        let args = [("law", exempt.law.as_str().into()), ("name", name.into()), ("instead", instead.into())];
        self.say("law-exempt", &args);
        self.beneath(|it| it.condition(&exempt.condition));
    }

    fn register(&mut self, register: &Register) {
        let of = self.phrases.word("kept", register.of.id());
        self.say("law-register", &[("of", of.into())]);
        self.beneath(|it| {
            it.contents("law-holds", &register.holds);
            match register.keep {
                Some(length) => {
                    let length = it.length(length);
                    it.say("law-keep", &[("length", length.into())]);
                }
                None => it.say("law-keep-unsaid", &[]),
            }
        });
    }

    fn question(&mut self, question: &Question) {
        let kind = self.phrases.word("answer_kind", question.kind.id());
        let ask = self.phrases.of_data(&question.ask).to_owned();
        self.say("law-question", &[("question", ask.into()), ("kind", kind.into())]);
        self.beneath(|it| {
            for (id, word) in &question.words {
                let word = it.phrases.of_data(word).to_owned();
                it.say("law-word", &[("word", word.into()), ("id", id.into())]);
            }
        });
    }

    /// What a question asks: of a rule's own, or of a key of a case.
    fn asked(&self, id: &QuestionId) -> String {
        let rules = self.catalogue.regimes().flatten();
        let asked = |question: &Question| self.phrases.of_data(&question.ask).to_owned();
        let of_rules = rules.filter_map(|it| it.value.question.get(id)).next().map(asked);
        let own = self.regime.question.get(id).map(asked);
        own.or(of_rules).unwrap_or_else(|| self.phrases.word("key", id.as_str()))
    }
}

/// From when until when it is valid.
fn days(regime: &Regime, phrases: &Phrases) -> String {
    let Some(valid) = regime.valid else { return phrases.say("law-days-unknown") };
    let from = phrases.date(valid.from);
    match valid.to {
        Some(to) => phrases.say_with("law-days", &[("from", from.into()), ("to", phrases.date(to).into())]),
        None => phrases.say_with("law-days-open", &[("from", from.into())]),
    }
}
