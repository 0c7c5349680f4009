//! Times in words: from when, how long, which of several.

use super::Speaker;
use crate::catalogue::limit::{Limit, Line};
use crate::catalogue::period::{Anchor, Length, Period};
use crate::catalogue::regime::Roll;
use crate::model::law::{PhaseId, RegimeId, TimeUnit};

impl Speaker<'_> {
    pub(super) fn limit(&mut self, limit: &Limit) {
        match limit {
            Limit::Period(period) => {
                let said = self.period(period);
                self.line(said);
                self.read_otherwise(period);
            }
            Limit::First { first } => {
                self.heading("law-first", |it| first.iter().for_each(|line| it.limit_line(line)));
            }
            Limit::EarlierOf { earlier_of } => {
                self.heading("law-earlier-of", |it| earlier_of.iter().for_each(|limit| it.limit(limit)));
            }
            Limit::LaterOf { later_of } => {
                self.heading("law-later-of", |it| later_of.iter().for_each(|limit| it.limit(limit)));
            }
        }
    }

    fn limit_line(&mut self, line: &Line) {
        match &line.condition {
            Some(condition) => {
                self.heading("law-where", |it| it.condition(condition));
                self.heading("law-then", |it| it.limit(&line.limit));
            }
            None => self.heading("law-else", |it| it.limit(&line.limit)),
        }
    }

    /// How others count a period of this unit.
    fn read_otherwise(&mut self, period: &Period) {
        let Some(length) = period.length else { return };
        let counting = self.catalogue.counting(&self.regime.counting);
        let reading = counting.and_then(|it| it.value.of(length.unit)?.reading.clone());
        if let Some(reading) = reading {
            let name = self.phrases.of_data(&reading.name).to_owned();
            let start = self.phrases.word("period_start", reading.start.id());
            self.say("law-reading", &[("name", name.into()), ("start", start.into())]);
        }
    }

    pub(super) fn period(&self, period: &Period) -> String {
        let from = self.anchor(&period.from);
        match period.length {
            Some(length) => {
                let length = self.length(length);
                self.phrases.say_with("law-period", &[("length", length.into()), ("from", from.into())])
            }
            None => from,
        }
    }

    pub(super) fn length(&self, length: Length) -> String {
        let of = match length.unit {
            TimeUnit::Hours => "law-hours",
            TimeUnit::Days => "law-days-n",
            TimeUnit::BusinessDays => "law-business-days",
            TimeUnit::Months => "law-months",
            TimeUnit::Years => "law-years",
        };
        self.phrases.say_with(of, &[("n", length.n.into())])
    }

    pub(super) fn anchor(&self, anchor: &Anchor) -> String {
        let phrases = self.phrases;
        let with = |id: &str, name: &str, value: String| phrases.say_with(id, &[(name, value.into())]);
        match anchor {
            Anchor::Aware(kind) => phrases.word("aware", kind.id()),
            Anchor::Milestone(kind) => with("law-from-milestone", "what", phrases.word("milestone", kind.id())),
            Anchor::Determined(kind) => with("law-from-determined", "what", phrases.word("determination", kind.id())),
            Anchor::Sent { phase, last: false } => {
                with("law-from-sent", "phase", self.phase_name(&self.regime.id, phase))
            }
            Anchor::Sent { phase, last: true } => {
                with("law-from-last-sent", "phase", self.phase_name(&self.regime.id, phase))
            }
            Anchor::Communicated(territory) => with("law-from-communicated", "territory", self.territory(territory)),
            Anchor::Duty { regime, phase } => with("law-from-duty", "phase", self.phase_name(regime, phase)),
            Anchor::YearEnd => phrases.say("law-from-year-end"),
        }
    }

    /// A step by its name, with its rule where that is another.
    fn phase_name(&self, id: &RegimeId, phase: &PhaseId) -> String {
        let rules = self.catalogue.versions(id).iter();
        let regime = [self.regime].into_iter().chain(rules.map(|it| &*it.value)).find(|it| it.id == *id);
        let named = regime.and_then(|it| it.phase.iter().find(|it| it.id == *phase)?.name.as_ref());
        let name = named.map_or(phase.as_str(), |it| self.phrases.of_data(it)).to_owned();
        match regime.filter(|it| it.id != self.regime.id) {
            Some(other) => format!("{} – {name}", self.phrases.of_data(&other.name)),
            None => name,
        }
    }

    pub(super) fn roll(&mut self, roll: &Roll) {
        let to = self.phrases.word("roll_over", roll.to.id());
        match &roll.unless {
            Some(unless) => {
                self.say("law-roll-unless", &[("to", to.into())]);
                self.beneath(|it| it.condition(unless));
            }
            None => self.say("law-roll", &[("to", to.into())]),
        }
    }
}
