//! Reads the file of a rule: every key that it may have, and what has to fit together within it.

use std::collections::BTreeMap;

use super::{Beside, Binds, Exempt, ForEach, Holds, Phase, Question, Regime, Register, Roll, To, Triggered};
use crate::catalogue::condition::{self, Condition};
use crate::catalogue::reading::{Item, Table};
use crate::catalogue::reference::Target;
use crate::catalogue::scope::Scope;
use crate::catalogue::source::Validity;
use crate::catalogue::{counted, limit, period, source, territory};
use crate::error::Error;
use crate::model::law::{AnswerKind, CountingId, PhaseId, QuestionId, RegimeId, RegimeStatus};
use crate::model::localised::Localised;

/// Reads a rule.
pub(in crate::catalogue) fn read(table: &Table<'_>) -> Option<Regime> {
    let id = table.must("id").and_then(|it| id(&it));
    let version = table.must("version").and_then(|it| it.text());
    let law = table.must("law").and_then(|it| it.text());
    let name = table.must("name").and_then(|it| it.localised());
    let note = table.get("note").and_then(|it| it.localised());
    let (status, valid) = validity(table);
    let counting = table.must("counting").and_then(|it| counting(&it));
    let calendar = table.get("calendar").and_then(|it| calendar(&it));
    let source = source::read(table);
    let counts = table.get("counts").map(|it| counted::read(&it)).unwrap_or_default();
    let mut scope = Scope { counts: counts.keys().cloned().collect(), ..Scope::default() };
    let binds = table.must("binds").and_then(|it| binds(&it, &scope));
    let triggered = table.must("triggered").and_then(|it| triggered(&it, &scope));
    let steps = table.get("phase");
    let phase = steps.as_ref().map(|it| phases(it, &mut scope)).unwrap_or_default();
    let kept = table.get("register");
    let register = kept.as_ref().and_then(register);
    let question = table.get("question").map(|it| questions(&it)).unwrap_or_default();
    if steps.is_none() && kept.is_none() {
        table.refuse(Error::new("catalogue.asks_nothing"));
    }
    Some(Regime {
        id: RegimeId::new(&id?),
        version: version?,
        law: law?,
        name: name?,
        note,
        status: status?,
        valid,
        counting: counting?,
        calendar,
        source,
        binds: binds?,
        counts,
        triggered: triggered?,
        phase,
        register,
        question,
    })
}

/// What an anchor begins with is no rule.
fn id(item: &Item<'_>) -> Option<String> {
    let id = item.id()?;
    item.refers(Target::Itself);
    if period::HEADS.contains(&id.as_str()) {
        item.refuse(Error::new("catalogue.bad_id").with("id", id));
        return None;
    }
    Some(id)
}

/// What is in force says since when, what is repealed until when.
fn validity(table: &Table<'_>) -> (Option<RegimeStatus>, Option<Validity>) {
    let status = table.must("status").and_then(|it| it.word());
    let stated = table.get("valid");
    let valid = stated.as_ref().and_then(source::validity);
    match status {
        Some(RegimeStatus::InForce | RegimeStatus::Repealed) if stated.is_none() => {
            table.refuse(Error::new("catalogue.missing").with("missing", "valid"));
        }
        Some(RegimeStatus::Repealed) if valid.is_some_and(|it| it.to.is_none()) => {
            stated.iter().for_each(|it| it.refuse(Error::new("catalogue.missing").with("missing", "to")));
        }
        _ => {}
    }
    (status, valid)
}

fn counting(item: &Item<'_>) -> Option<CountingId> {
    let counting = CountingId::new(&item.id()?);
    item.refers(Target::Counting(counting.clone()));
    Some(counting)
}

/// Of a country or a part of one, or the party's or the authority's own.
fn calendar(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    let named = ["party", "authority"].contains(&text.as_str());
    if named || territory::read(item).is_some() { Some(text) } else { None }
}

fn binds(item: &Item<'_>, scope: &Scope) -> Option<Binds> {
    item.within(|table| {
        let role = table.get("role").map(|it| it.words()).unwrap_or_default();
        let condition = table.get("if").and_then(|it| condition::read(&it, scope));
        let for_each = table.get("for_each").and_then(|it| for_each(&it));
        Some(Binds { role, condition, for_each })
    })
}

fn for_each(item: &Item<'_>) -> Option<ForEach> {
    if !item.is_text() {
        let part = |table: &Table<'_>| table.must("territory").and_then(|it| territory::read(&it));
        return item.within(part).map(|territory| ForEach::Part { territory });
    }
    let text = item.text()?;
    if text == ON_BEHALF_OF {
        return Some(ForEach::Client(ON_BEHALF_OF));
    }
    item.unknown(&text, [ON_BEHALF_OF]);
    None
}

const ON_BEHALF_OF: &str = "on_behalf_of";

fn condition_of(table: &Table<'_>, scope: &Scope) -> Option<Condition> {
    table.must("if").and_then(|it| condition::read(&it, scope))
}

fn triggered(item: &Item<'_>, scope: &Scope) -> Option<Triggered> {
    item.within(|table| condition_of(table, scope).map(|condition| Triggered { condition }))
}

/// Each sees those above it.
fn phases(item: &Item<'_>, scope: &mut Scope) -> Vec<Phase> {
    let mut read = Vec::new();
    for (step, row) in item.list().into_iter().enumerate() {
        scope.step = Some(step);
        let Some(phase) = row.within(|table| phase(table, scope)) else { continue };
        scope.earlier.push(phase.id.clone());
        read.push(phase);
    }
    read
}

fn phase(table: &Table<'_>, scope: &Scope) -> Option<Phase> {
    let id = table.must("id").and_then(|it| phase_id(&it, scope));
    let name = table.get("name").and_then(|it| it.localised());
    let to = table.must("to").and_then(|it| to(&it));
    let form = table.get("form").map(|it| it.all(Item::id)).unwrap_or_default();
    let condition = table.get("if").and_then(|it| condition::read(&it, scope));
    let prompt = table.get("prompt").and_then(|it| it.truth()).unwrap_or_default();
    let stated = table.get("limit");
    if stated.is_none() && !prompt {
        table.refuse(Error::new("catalogue.no_time"));
    }
    let limit = stated.and_then(|it| limit::read(&it, scope));
    let beside = table.get("beside").map(|it| it.all(|it| beside(it, scope))).unwrap_or_default();
    let provisional = table.get("provisional");
    let provisional = provisional.and_then(|it| it.within(|table| period::period(table, scope)));
    let roll = table.get("roll").and_then(|it| roll(&it, scope));
    let late_reason = table.get("late_reason").and_then(|it| it.truth()).unwrap_or_default();
    let content = |key| table.get(key).map(|it| it.all(holds)).unwrap_or_default();
    let (holds, must_not_hold) = (content("holds"), content("must_not_hold"));
    let exempt = table.get("exempt").map(|it| it.all(|it| exempt(it, scope))).unwrap_or_default();
    Some(Phase {
        id: id?,
        name,
        to: to?,
        form,
        condition,
        prompt,
        limit,
        beside,
        provisional,
        roll,
        late_reason,
        holds,
        must_not_hold,
        exempt,
    })
}

fn phase_id(item: &Item<'_>, scope: &Scope) -> Option<PhaseId> {
    let id = PhaseId::new(&item.id()?);
    if scope.earlier.contains(&id) {
        item.refuse(Error::new("catalogue.twice_in_file").with("id", &id));
        return None;
    }
    Some(id)
}

fn to(item: &Item<'_>) -> Option<To> {
    if item.is_text() {
        return item.word().map(To::Found);
    }
    item.within(|table| {
        let name = table.must("name").and_then(|it| it.localised());
        let url = table.get("url").and_then(|it| it.link());
        Some(To::Named { name: name?, url })
    })
}

fn beside(item: &Item<'_>, scope: &Scope) -> Option<Beside> {
    item.within(|table| {
        let id = table.must("id").and_then(|it| it.id());
        let name = table.must("name").and_then(|it| it.localised());
        let period = period::period(table, scope);
        let where_apart_hours = table.get("where_apart_hours").and_then(|it| it.number());
        let ask = table.get("ask").and_then(|it| asked(&it));
        Some(Beside { id: id?, name: name?, period: period?, where_apart_hours, ask })
    })
}

/// A key of a case, or a question of some rule.
fn asked(item: &Item<'_>) -> Option<QuestionId> {
    let question = QuestionId::new(&item.id()?);
    item.refers(Target::Question { question: question.clone() });
    Some(question)
}

fn roll(item: &Item<'_>, scope: &Scope) -> Option<Roll> {
    item.within(|table| {
        let to = table.must("to").and_then(|it| it.word());
        let unless = table.get("unless").and_then(|it| condition::read(&it, scope));
        Some(Roll { to: to?, unless })
    })
}

fn holds(item: &Item<'_>) -> Option<Holds> {
    if item.is_text() { item.word().map(Holds::Word) } else { item.localised().map(Holds::Own) }
}

fn exempt(item: &Item<'_>, scope: &Scope) -> Option<Exempt> {
    item.within(|table| {
        let law = table.must("law").and_then(|it| it.text());
        let name = table.must("name").and_then(|it| it.localised());
        let condition = condition_of(table, scope);
        let instead = table.must("instead").and_then(|it| it.word());
        Some(Exempt { law: law?, name: name?, condition: condition?, instead: instead? })
    })
}

fn register(item: &Item<'_>) -> Option<Register> {
    item.within(|table| {
        let of = table.must("of").and_then(|it| it.word());
        let holds = table.get("holds").map(|it| it.all(holds)).unwrap_or_default();
        let keep = table.get("keep").and_then(|it| it.within(kept));
        Some(Register { of: of?, holds, keep })
    })
}

fn kept(table: &Table<'_>) -> Option<period::Length> {
    let (unit, item) = table.one_of(&["days", "months", "years"])?;
    period::length_of(unit, &item)
}

fn questions(item: &Item<'_>) -> BTreeMap<QuestionId, Question> {
    let read = item.named(|id, item| {
        item.refers(Target::Asks { question: QuestionId::new(id) });
        item.within(question)
    });
    read.into_iter().map(|(id, question)| (QuestionId::new(&id), question)).collect()
}

/// Words have those that are chosen among, and others have none.
fn question(table: &Table<'_>) -> Option<Question> {
    let ask = table.must("ask").and_then(|it| it.localised());
    let kind = table.must("type").and_then(|it| it.word());
    let stated = table.get("words");
    let words = stated.as_ref().map(|it| it.named(|_, it: &Item<'_>| it.localised())).unwrap_or_default();
    let words: BTreeMap<String, Localised> = words.into_iter().collect();
    match (kind, &stated) {
        (Some(AnswerKind::Word | AnswerKind::Words), None) => {
            table.refuse(Error::new("catalogue.missing").with("missing", "words"));
        }
        (Some(AnswerKind::YesNo | AnswerKind::Number), Some(stated)) => {
            stated.refuse(Error::new("catalogue.words_of_no_use"));
        }
        _ => {}
    }
    Some(Question { ask: ask?, kind: kind?, words })
}
