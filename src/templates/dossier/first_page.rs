//! The first page: everything that a reader with two minutes needs, in the order of docs/model.md, A paper.

use std::collections::BTreeSet;

use super::super::draft::{Draft, capital, plain};
use super::super::saying::answers::answer;
use super::super::saying::decisions::{is_breach, outcome, stands_or};
use super::super::saying::{numbers, open, parties};
use super::{SECTIONS, first_table, see};
use crate::document::{Inline, Pair, Text};
use crate::lang::Arg;
use crate::model::case::{Determination, Measure, Milestone, Party};
use crate::model::moment::Moment;
use crate::model::words::{DeterminationKind, MeasureKind, MeasureState, MilestoneKind, Role};

/// So many times that may be the one of awareness have room; the section has them all.
const CANDIDATES: usize = 4;

pub(super) fn write(draft: &mut Draft<'_>) {
    let pairs = pairs(draft);
    draft.pairs(pairs);
    let figures = numbers::key_figures(draft);
    draft.key_figures(figures);
    first_table::write(draft);
    let open = open::points(draft);
    if !open.is_empty() {
        let heading = draft.say("open-heading");
        draft.heading(1, heading);
        draft.list(open);
    }
    if super::timeline::fits_the_first_page(draft) {
        let heading = draft.say("dossier-timeline");
        draft.heading(1, heading);
        draft.chart("timeline");
    }
}

fn pairs(draft: &Draft<'_>) -> Vec<Pair> {
    let says: [(&str, Option<Text>); 12] = [
        ("term-controller", Some(plain(controller(draft)))),
        ("term-dpo", dpo(draft).map(plain)),
        ("term-period", Some(plain(capital(period(draft))))),
        ("term-awareness", Some(awareness(draft))),
        ("term-classification", Some(plain(capital(classification(draft))))),
        ("term-kind", kind(draft).map(capital).map(plain)),
        ("term-systems", answer(draft, "systems").map(plain)),
        ("term-parties", others(draft).map(plain)),
        ("term-data", super::exposures::in_a_sentence(draft).map(plain)),
        ("term-risk", Some(plain(capital(risk(draft))))),
        ("term-decisions", Some(plain(decisions(draft)))),
        ("term-measures", Some(plain(capital(measures(draft))))),
    ];
    says.into_iter().filter_map(|(term, text)| Some(Pair { term: draft.say(term), text: text? })).collect()
}

/// The party whose case it is, with its role where it is no controller; whom it processes for, too.
fn controller(draft: &Draft<'_>) -> String {
    let Some(main) = draft.file().main().filter(|it| it.organisation.is_some()) else {
        return capital(draft.say("to-be-determined"));
    };
    let placed = parties::with_place(draft, main);
    let name = if main.role == Role::Controller { placed } else { parties::named(draft, placed, main.role) };
    let clients = clients(draft);
    if clients.is_empty() {
        return name;
    }
    draft.say_with("also-processor", &[("name", name.into()), ("clients", clients.join(", ").into())])
}

/// On whose behalf the legal entity whose case it is processes, too.
fn clients<'a>(draft: &Draft<'a>) -> Vec<&'a str> {
    let file = draft.file();
    let own = file.main().and_then(|it| it.organisation_id);
    let also =
        file.parties.iter().filter(|it| it.role == Role::Processor && own.is_some() && it.organisation_id == own);
    also.filter_map(|party| Some(file.party(party.on_behalf_of?)?.name())).collect()
}

fn dpo(draft: &Draft<'_>) -> Option<String> {
    draft.file().case.dpo.clone()
}

fn period(draft: &Draft<'_>) -> String {
    let period = match &draft.file().occurred {
        Some(period) => draft.phrases.period(period, &draft.zone),
        None => draft.say("to-be-determined"),
    };
    let first = draft.file().milestones.iter().find(|it| it.kind == MilestoneKind::Detected);
    let detected = first.map(|it| draft.say_with("first-sign", &[("at", draft.moment(&it.at).into())]));
    let discovered = answer(draft, "discovery").map(|how| draft.say_with("discovered", &[("how", how.into())]));
    [Some(period), detected, discovered].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The time that was determined; else that none was, and from which times it could be.
fn awareness(draft: &Draft<'_>) -> Text {
    let Some((found, at)) = determined_time(draft) else {
        return plain(capital(not_yet_aware(draft)));
    };
    let by = draft.say_with("determined-by", &[("by", (&found.by).into())]);
    let mut after = format!(", {by}");
    if first_sign(draft).is_some_and(|sign| sign.at.until < at.from) {
        let n = SECTIONS.number(draft, "decisions");
        after.push_str(&draft.say_with("gap-to-first-sign", &[("n", n.into())]));
    }
    if let Some(reasons) = answer(draft, "late_reasons") {
        after.push_str(&draft.say_with("late-reasons", &[("reasons", reasons.into())]));
    }
    vec![Inline::Strong(stated(draft, at)), Inline::Plain(after)]
}

fn determined_time<'a>(draft: &Draft<'a>) -> Option<(&'a Determination, &'a Moment)> {
    let found = draft.file().determined(DeterminationKind::Awareness)?;
    Some((found, found.at.as_ref()?))
}

fn stated(draft: &Draft<'_>, at: &Moment) -> String {
    if at.has_time() { draft.phrases.instant_with_weekday(at.from, &draft.zone) } else { draft.moment(at) }
}

fn first_sign<'a>(draft: &Draft<'a>) -> Option<&'a Milestone> {
    let sign = |it: &&Milestone| matches!(it.kind, MilestoneKind::Detected | MilestoneKind::Suspected);
    draft.file().milestones.iter().find(sign)
}

fn not_yet_aware(draft: &Draft<'_>) -> String {
    let candidate = |it: &&Milestone| it.kind.may_be_awareness();
    let named = |it: &Milestone| format!("{} {}", draft.phrases.word("milestone", it.kind.id()), draft.moment(&it.at));
    let candidates: Vec<_> = draft.file().milestones.iter().filter(candidate).map(named).collect();
    if candidates.is_empty() {
        return draft.say("awareness-not-determined");
    }
    let more = (candidates.len() > CANDIDATES).then(|| see(draft, "timeline"));
    let named = candidates.into_iter().take(CANDIDATES).chain(more).collect::<Vec<_>>().join("; ");
    draft.say_with("awareness-candidates", &[("candidates", named.into())])
}

fn classification(draft: &Draft<'_>) -> String {
    match draft.file().determined(DeterminationKind::Breach) {
        Some(_) if is_breach(draft) => draft.say("classified-as-breach"),
        Some(found) if found.value == "no" => draft.say_with(
            "classified-as-no-breach",
            &[("by", (&found.by).into()), ("date", draft.date(found.made_at).into())],
        ),
        _ => draft.say("incident-not-classified"),
    }
}

fn kind(draft: &Draft<'_>) -> Option<String> {
    let cause = answer(draft, "cause").map(|cause| draft.say_with("cause", &[("cause", cause.into())]));
    let parts: Vec<_> = [answer(draft, "nature"), answer(draft, "incident"), cause].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn others(draft: &Draft<'_>) -> Option<String> {
    let file = draft.file();
    let own = file.main().and_then(|it| it.organisation_id);
    // A client stands beside the controller who is its processor.
    let clients = clients(draft);
    let told = |it: &Party| it.role == Role::Client && clients.contains(&it.name());
    let is_own = |it: &Party| Some(it.id) == file.case.main_party || (own.is_some() && it.organisation_id == own);
    let others: Vec<&Party> = file.parties.iter().filter(|it| !is_own(it) && !told(it)).collect();
    let named: Vec<_> = others.iter().map(|it| parties::in_role(draft, it)).collect();
    if named.len() > 4 {
        let args = [("n", Arg::Number(named.len() as u64)), ("see", see(draft, "parties").into())];
        return Some(draft.say_with("many-parties", &args));
    }
    (!named.is_empty()).then(|| named.join("; "))
}

/// The outcome, and why.
fn risk(draft: &Draft<'_>) -> String {
    let Some(found) = draft.file().determined(DeterminationKind::Risk) else {
        return draft.say("risk-not-assessed");
    };
    let outcome = outcome(draft, found);
    match &found.reason {
        Some(reason) => draft.say_with("risk-because", &[("risk", outcome.into()), ("reason", reason.into())]),
        None => outcome,
    }
}

/// Whether the authority and the persons concerned are told, and by whose decision; one that settled both is said once.
fn decisions(draft: &Draft<'_>) -> String {
    let found = |kind| draft.file().determined(kind);
    let notified = stands_or(draft, DeterminationKind::Notification, "notification-not-decided");
    let told = stands_or(draft, DeterminationKind::Communication, "communication-not-decided");
    let made = [DeterminationKind::Notification, DeterminationKind::Communication].into_iter().filter_map(found);
    let by = made.map(|it| draft.say_with("by-on", &[("by", (&it.by).into()), ("at", draft.date(it.made_at).into())]));
    let by: BTreeSet<String> = by.collect();
    let sentence =
        draft.say_with("decisions-sentence", &[("notification", notified.into()), ("communication", told.into())]);
    let parts: Vec<String> = std::iter::once(sentence).chain(by).chain([see(draft, "decisions")]).collect();
    parts.join("; ")
}

fn measures(draft: &Draft<'_>) -> String {
    let contained = draft.file().milestones.iter().find(|it| it.kind == MilestoneKind::Contained);
    let contained = contained.map(|it| draft.say_with("contained-since", &[("at", draft.moment(&it.at).into())]));
    let taken = |it: &&Measure| it.state == MeasureState::Taken && it.kind != MeasureKind::InPlace;
    let named = draft.file().measures.iter().filter(taken).take(3).map(|it| it.what.clone());
    let parts: Vec<_> = contained.into_iter().chain(named).collect();
    if parts.is_empty() { draft.say("no-measure-yet") } else { parts.join("; ") }
}
