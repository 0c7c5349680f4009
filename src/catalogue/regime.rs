//! A rule: a law's article, or a clause of a contract, whole as its file states it. It binds nobody here, and is due at no time.

mod reading;

use std::collections::BTreeMap;

use serde::Serialize;

use super::condition::Condition;
use super::counted::Counted;
use super::limit::Limit;
use super::period::{Length, Period};
use super::source::{Source, Validity};
use super::territory::Territory;
use crate::model::law::{
    Addressee, AnswerKind, Content, CountedId, CountingId, Instead, Kept, PhaseId, QuestionId, RegimeId, RegimeStatus,
    RollOver,
};
use crate::model::listed::ById;
use crate::model::localised::Localised;
use crate::model::words::Role;

pub(super) use reading::read;

/// A version of a rule; as JSON it stands as in its file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Regime {
    /// Which rule.
    pub id: RegimeId,
    /// Which version of it.
    pub version: String,
    /// The law and its article, or the contract and its clause.
    pub law: String,
    /// What people call it.
    pub name: Localised,
    /// What a reader should know beside it.
    pub note: Option<Localised>,
    /// Whether it is law.
    pub status: RegimeStatus,
    /// When it is valid; nothing: nobody knows yet.
    pub valid: Option<Validity>,
    /// How its periods are counted.
    pub counting: CountingId,
    /// Whose holidays count.
    pub calendar: Option<String>,
    /// Where it was read.
    pub source: Vec<Source>,
    /// Whom it binds.
    pub binds: Binds,
    /// What it counts.
    pub counts: BTreeMap<CountedId, Counted>,
    /// What must have happened.
    pub triggered: Triggered,
    /// What it asks for, in the order of time.
    pub phase: Vec<Phase>,
    /// What is to be kept.
    pub register: Option<Register>,
    /// What it asks that only a person can answer.
    pub question: BTreeMap<QuestionId, Question>,
}

impl ById for Regime {
    const UNKNOWN: &'static str = "regime.unknown";

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// Whom a rule binds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Binds {
    /// Parties in one of these parts; nothing: in any.
    pub role: Vec<Role>,
    /// Of whom this holds.
    #[serde(rename = "if")]
    pub condition: Option<Condition>,
    /// One duty for each of these.
    pub for_each: Option<ForEach>,
}

/// For each of what a rule binds anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ForEach {
    /// `on_behalf_of`: each client.
    Client(&'static str),
    /// Each country of a group, each part of a country.
    Part {
        /// Of which.
        territory: Territory,
    },
}

/// What must have happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Triggered {
    /// This.
    #[serde(rename = "if")]
    pub condition: Condition,
}

/// A step that a rule asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phase {
    /// Which of its rule's.
    pub id: PhaseId,
    /// What people call it.
    pub name: Option<Localised>,
    /// To whom.
    pub to: To,
    /// On which forms.
    pub form: Vec<String>,
    /// Only where this holds.
    #[serde(rename = "if")]
    pub condition: Option<Condition>,
    /// Without undue delay.
    pub prompt: bool,
    /// At the latest then.
    pub limit: Option<Limit>,
    /// Times that others read out of it; they stand beside, and decide nothing.
    pub beside: Vec<Beside>,
    /// While its limit cannot be told, it is this.
    pub provisional: Option<Period>,
    /// Where its end goes.
    pub roll: Option<Roll>,
    /// Whoever is late gives reasons.
    pub late_reason: bool,
    /// What it says.
    pub holds: Vec<Holds>,
    /// What it must not say.
    pub must_not_hold: Vec<Holds>,
    /// What lifts it.
    pub exempt: Vec<Exempt>,
}

/// To whom a step goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum To {
    /// Whoever is found so.
    Found(Addressee),
    /// Somebody by name.
    Named {
        /// The name.
        name: Localised,
        /// Where it is handed in.
        url: Option<String>,
    },
}

/// A time that others read out of a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beside {
    /// Which.
    pub id: String,
    /// What people call it.
    pub name: Localised,
    /// The time.
    #[serde(flatten)]
    pub period: Period,
    /// Only where it lies so many hours from the limit.
    pub where_apart_hours: Option<u64>,
    /// What is asked for then.
    pub ask: Option<QuestionId>,
}

/// Where the end of a period goes that falls on a day without work.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Roll {
    /// There.
    pub to: RollOver,
    /// But not where this holds.
    pub unless: Option<Condition>,
}

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Holds {
    /// By a word of ours.
    Word(Content),
    /// In the rule's own words.
    Own(Localised),
}

/// What lifts a duty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exempt {
    /// Where it stands.
    pub law: String,
    /// What people call it.
    pub name: Localised,
    /// Where this holds.
    #[serde(rename = "if")]
    pub condition: Condition,
    /// What stands in its place.
    pub instead: Instead,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Register {
    /// Of what.
    pub of: Kept,
    /// What it says.
    pub holds: Vec<Holds>,
    /// How long; nothing: the rule does not say.
    pub keep: Option<Length>,
}

/// What only a person can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub ask: Localised,
    /// What it takes.
    #[serde(rename = "type")]
    pub kind: AnswerKind,
    /// Its words.
    pub words: BTreeMap<String, Localised>,
}
