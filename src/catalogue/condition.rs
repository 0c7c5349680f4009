//! Conditions of a rule, as a tree: what has to be said, determined, counted, for it to bind or to be triggered. It holds none
//! against a case: an answer may be open, and whoever asks decides with three values.

use serde::Serialize;

use super::period::{self, Anchor, Period};
use super::reading::{Item, Table};
use super::reference::Target;
use super::scope::Scope;
use super::territory::{self, Territory};
use crate::error::Error;
use crate::model::keys;
use crate::model::law::{CountedId, QuestionId, WhileOpen};
use crate::model::words::{DeterminationKind, MilestoneKind, Role};

/// A condition; it is written as it stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Condition {
    /// Each of them holds.
    All {
        /// Which.
        all: Vec<Condition>,
    },
    /// One of them holds, or several.
    Any {
        /// Which.
        any: Vec<Condition>,
    },
    /// It does not hold.
    Not {
        /// Which.
        not: Box<Condition>,
    },
    /// So many of them hold, or more.
    AtLeast {
        /// How many.
        at_least: u64,
        /// Of which.
        of: Vec<Condition>,
    },
    /// The party plays one of these parts.
    Role {
        /// Which.
        role: Vec<Role>,
    },
    /// The party is established in one of these places.
    Established {
        /// Where.
        established_in: Vec<Territory>,
    },
    /// The party is of one of these sectors.
    Sector {
        /// Which.
        sector: Vec<String>,
    },
    /// The party is a public body, or is none.
    PublicBody {
        /// Whether.
        public_body: bool,
    },
    /// A person has answered so.
    Answer {
        /// What was asked.
        answer: QuestionId,
        /// One of these was answered; nothing where `has` says.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        is: Vec<String>,
        /// Among others, one of these was answered.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        has: Vec<String>,
        /// What it is until somebody answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        while_open: Option<WhileOpen>,
    },
    /// It was determined so.
    Determined {
        /// What.
        determined: DeterminationKind,
        /// One of these.
        is: Vec<String>,
        /// What it is until somebody determines it.
        #[serde(skip_serializing_if = "Option::is_none")]
        while_open: Option<WhileOpen>,
    },
    /// It has come to pass.
    Milestone {
        /// What.
        milestone: MilestoneKind,
    },
    /// What the rule counts is beyond a bound.
    Count {
        /// What.
        count: CountedId,
        /// The bound.
        #[serde(flatten)]
        beyond: Beyond<u64>,
    },
    /// An answered number is beyond a bound.
    Number {
        /// What was asked.
        number: QuestionId,
        /// The bound.
        #[serde(flatten)]
        beyond: Beyond<u64>,
    },
    /// The ratio of two answered numbers is beyond a bound.
    Ratio {
        /// This, divided by that.
        ratio: [QuestionId; 2],
        /// The bound.
        #[serde(flatten)]
        beyond: Beyond<f64>,
    },
    /// Of what the rule counts there is one at least.
    Exposed {
        /// What.
        exposed: CountedId,
    },
    /// Of what the rule counts there may be one: it cannot be ruled out.
    Possible {
        /// What.
        possible: CountedId,
    },
    /// Something comes later than a period after something else ends.
    After {
        /// What comes later.
        after: Anchor,
        /// Than this.
        than: Period,
    },
}

/// A bound, and whether it lies beyond itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Beyond<N> {
    /// `>`.
    MoreThan(N),
    /// `>=`.
    AtLeastValue(N),
}

const KINDS: &[&str] = &[
    "all",
    "any",
    "not",
    "at_least",
    "role",
    "established_in",
    "sector",
    "public_body",
    "answer",
    "determined",
    "milestone",
    "count",
    "number",
    "ratio",
    "exposed",
    "possible",
    "after",
];

/// Reads a condition.
pub(super) fn read(item: &Item<'_>, scope: &Scope) -> Option<Condition> {
    item.within(|table| {
        let (kind, item) = table.one_of(KINDS)?;
        of_kind(kind, &item, table, scope)
    })
}

fn of_kind(kind: &str, item: &Item<'_>, table: &Table<'_>, scope: &Scope) -> Option<Condition> {
    Some(match kind {
        "all" => Condition::All { all: each(item, scope) },
        "any" => Condition::Any { any: each(item, scope) },
        "not" => Condition::Not { not: Box::new(read(item, scope)?) },
        "at_least" => at_least(item, table, scope)?,
        "role" => Condition::Role { role: item.words() },
        "established_in" => Condition::Established { established_in: item.all(territory::read) },
        "sector" => Condition::Sector { sector: item.all(Item::id) },
        "public_body" => Condition::PublicBody { public_body: item.truth()? },
        "answer" => answer(item, table)?,
        "determined" => determined(item, table)?,
        "milestone" => Condition::Milestone { milestone: item.word()? },
        "count" => {
            let (count, beyond) = (scope.counted(item), beyond(table, |it| it.number()));
            Condition::Count { count: count?, beyond: beyond? }
        }
        "number" => {
            let (number, beyond) = (numeric(item), beyond(table, |it| it.number()));
            Condition::Number { number: number?, beyond: beyond? }
        }
        "ratio" => {
            let (ratio, beyond) = (two(item), beyond(table, |it| it.share()));
            Condition::Ratio { ratio: ratio?, beyond: beyond? }
        }
        "exposed" => Condition::Exposed { exposed: scope.counted(item)? },
        "possible" => Condition::Possible { possible: scope.counted(item)? },
        _ => {
            let (after, than) = (period::anchor(item, scope), table.must("than"));
            let than = than.and_then(|it| it.within(|table| period::period(table, scope)));
            Condition::After { after: after?, than: than? }
        }
    })
}

fn each(item: &Item<'_>, scope: &Scope) -> Vec<Condition> {
    item.all(|it| read(it, scope))
}

fn at_least(item: &Item<'_>, table: &Table<'_>, scope: &Scope) -> Option<Condition> {
    let (at_least, of) = (item.number(), table.must("of").map(|it| each(&it, scope)));
    let (at_least, of) = (at_least?, of?);
    if at_least > of.len() as u64 {
        item.refuse(Error::new("catalogue.too_many_of").with("asked", at_least).with("there", of.len()));
    }
    Some(Condition::AtLeast { at_least, of })
}

fn beyond<N>(table: &Table<'_>, number: impl Fn(&Item<'_>) -> Option<N>) -> Option<Beyond<N>> {
    let (way, item) = table.one_of(&["more_than", "at_least_value"])?;
    let number = number(&item)?;
    Some(if way == "more_than" { Beyond::MoreThan(number) } else { Beyond::AtLeastValue(number) })
}

fn answer(item: &Item<'_>, table: &Table<'_>) -> Option<Condition> {
    let said = table.one_of(&["is", "has"]);
    let while_open = table.get("while_open").and_then(|it| it.word());
    let answer = item.id();
    let (way, words) = said?;
    let (answer, words) = (QuestionId::new(&answer?), words.all(Item::id));
    item.refers(Target::Words { question: answer.clone(), words: words.clone() });
    let (is, has) = if way == "is" { (words, Vec::new()) } else { (Vec::new(), words) };
    Some(Condition::Answer { answer, is, has, while_open })
}

fn determined(item: &Item<'_>, table: &Table<'_>) -> Option<Condition> {
    let (kind, is) = (item.word::<DeterminationKind>(), table.must("is"));
    let while_open = table.get("while_open").and_then(|it| it.word());
    let (determined, is) = (kind?, is?);
    let known = keys::decided(determined);
    if known.is_empty() {
        item.refuse(Error::new("catalogue.no_words").with("kind", determined));
        return None;
    }
    let word = |it: &Item<'_>| {
        let text = it.text()?;
        if known.contains(&text.as_str()) {
            return Some(text);
        }
        it.unknown(&text, known.iter().copied());
        None
    };
    Some(Condition::Determined { determined, is: is.all(word), while_open })
}

/// A question that takes a number.
fn numeric(item: &Item<'_>) -> Option<QuestionId> {
    let question = QuestionId::new(&item.id()?);
    item.refers(Target::Number { question: question.clone() });
    Some(question)
}

fn two(item: &Item<'_>) -> Option<[QuestionId; 2]> {
    let found = <[QuestionId; 2]>::try_from(item.all(numeric));
    if found.is_err() {
        item.refuse(Error::new("catalogue.two_numbers"));
    }
    found.ok()
}
