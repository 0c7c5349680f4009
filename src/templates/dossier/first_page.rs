//! The first page: everything that a reader with two minutes needs, in the order of docs/model.md, A paper.

use std::collections::BTreeSet;

use super::super::draft::{Draft, capital, plain};
use super::answers::answer;
use super::{first_table, is_breach, persons, see};
use crate::document::{Inline, KeyFigure, Pair, Text};
use crate::lang::Arg;
use crate::model::case::{Determination, Measure, Milestone, Party};
use crate::model::count::Count;
use crate::model::facts::GroupRow;
use crate::model::moment::Moment;
use crate::model::pending::{self, Pending, Waiting};
use crate::model::words::{DeterminationKind, MeasureKind, MeasureState, MilestoneKind, Qualifier, Role};

/// So many times that may be the one of awareness have room; the section has them all.
const CANDIDATES: usize = 4;

pub(super) fn write(draft: &mut Draft<'_>) {
    let pairs = pairs(draft);
    draft.pairs(pairs);
    let figures = key_figures(draft);
    draft.key_figures(figures);
    first_table::write(draft);
    let open = open_points(draft);
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
    let placed = super::parties::with_place(draft, main);
    let name = if main.role == Role::Controller { placed } else { super::parties::named(draft, placed, main.role) };
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
        let n = super::section(draft, "decisions");
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
    use MilestoneKind::{Confirmed, Detected, Suspected, Told};
    let candidate = |it: &&Milestone| matches!(it.kind, Detected | Suspected | Told | Confirmed);
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
    let named: Vec<_> = others.iter().map(|it| super::parties::in_role(draft, it)).collect();
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
    let outcome = super::decisions::outcome(draft, found);
    match &found.reason {
        Some(reason) => draft.say_with("risk-because", &[("risk", outcome.into()), ("reason", reason.into())]),
        None => outcome,
    }
}

/// Whether the authority and the persons concerned are told, and by whose decision; one that settled both is said once.
fn decisions(draft: &Draft<'_>) -> String {
    let found = |kind| draft.file().determined(kind);
    let said = |kind, absent| found(kind).map_or_else(|| draft.say(absent), |it| super::decisions::outcome(draft, it));
    let notified = said(DeterminationKind::Notification, "notification-not-decided");
    let told = said(DeterminationKind::Communication, "communication-not-decided");
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

fn key_figures(draft: &Draft<'_>) -> Vec<KeyFigure> {
    let facts = draft.facts;
    let figure =
        |label: String, count: &Count, note: String| KeyFigure { label, value: draft.phrases.count(count), note };
    let unit = |count: &Count| draft.phrases.unit(count);
    let (accounts, persons, records) = (&facts.accounts, &facts.persons.total, &facts.records.total);
    let mut figures = vec![
        figure(unit(&accounts.count), &accounts.count, accounts_note(draft)),
        figure(unit(&persons.count), &persons.count, persons::note(draft)),
        figure(unit(&records.count), &records.count, records_note(draft)),
    ];
    figures.extend(open_group(draft).map(|row| {
        figure(
            capital(persons::group(draft, &row.group)),
            &row.count,
            row.source.clone().unwrap_or_else(|| draft.say("unit-person")),
        )
    }));
    figures
}

/// A group of persons that nobody has counted yet: the fourth number is what is open.
fn open_group<'a>(draft: &Draft<'a>) -> Option<&'a GroupRow> {
    let open = |row: &&GroupRow| row.count.qualifier() == Qualifier::ToBeDetermined && row.group != "owner";
    draft.facts.persons.groups.iter().find(open)
}

/// "11 confirmed, 3 suspected; 1 cleared, not counted": potentially affected, by status.
fn accounts_note(draft: &Draft<'_>) -> String {
    let by_status = &draft.facts.by_status;
    let part = |id, count: &Count| {
        let n = count.value().filter(|n| *n > 0)?;
        Some(draft.say_with(id, &[("n", n.into())]))
    };
    let parts = [
        part("n-confirmed", &by_status.confirmed),
        part("n-suspected", &by_status.suspected),
        part("n-cleared", &by_status.cleared),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { stands(draft, &draft.facts.accounts).unwrap_or_default() } else { parts.join(", ") }
}

fn records_note(draft: &Draft<'_>) -> String {
    let records = &draft.facts.records.total;
    let folders = records.count.whole_folders;
    let folders = (folders > 0).then(|| draft.say_with("whole-folders", &[("n", folders.into())]));
    let undeterminable = records.count.undeterminable_parts;
    let undeterminable =
        (undeterminable > 0).then(|| draft.say_with("undeterminable-parts", &[("n", undeterminable.into())]));
    let distinct = draft.facts.records.distinct.as_ref();
    let distinct = distinct.map(|it| draft.say_with("distinct", &[("count", draft.phrases.count(&it.count).into())]));
    let parts: Vec<_> = [stands(draft, records), folders, undeterminable, distinct].into_iter().flatten().collect();
    if parts.is_empty() { draft.say("records-added-by-account") } else { parts.join("; ") }
}

/// What stands over a sum, where something does.
pub(super) fn stands(draft: &Draft<'_>, figured: &crate::model::facts::Figured) -> Option<String> {
    if let Some(claim) = figured.claim.and_then(|id| draft.facts.claims.iter().find(|it| it.id == id)) {
        return Some(draft.say_with("stands-claim", &[("source", (&claim.source).into())]));
    }
    figured.typed.then(|| draft.say("stands-typed"))
}

/// What is open and by when it follows: what people wrote down, and beside it what facts and decisions leave open.
fn open_points(draft: &Draft<'_>) -> Vec<String> {
    pending::of(draft.subject).iter().filter_map(|it| open_point(draft, it)).collect()
}

/// What was typed, and what the list says instead.
fn typed_count(draft: &Draft<'_>, name: &str, counts: [&Count; 2], party: Option<&String>) -> String {
    let [typed, computed] = counts.map(|count| draft.phrases.count(count));
    let name = draft.phrases.number_name(name);
    let name = party.map_or_else(|| name.clone(), |party| format!("{name} ({party})"));
    let args = [("name", name.into()), ("typed", typed.into()), ("computed", computed.into())];
    draft.say_with("open-typed-count", &args)
}

/// Which accounts lack a region or an organisation is the case's own housekeeping: it stands in their tables.
fn open_point(draft: &Draft<'_>, it: &Pending) -> Option<String> {
    Some(match it {
        Pending::Written { what, until: Some(until), .. } => {
            draft.say_with("open-until", &[("what", what.into()), ("until", draft.moment(until).into())])
        }
        Pending::Written { what, until: None, .. } => draft.say_with("open-without-time", &[("what", what.into())]),
        Pending::Determination { determination, party } => {
            let said = super::decisions::not_determined(draft, *determination);
            party.as_ref().map_or_else(|| said.clone(), |party| format!("{said} ({party})"))
        }
        Pending::Number { number } => draft.say(&format!("pending-{number}")),
        Pending::Group { group, count } => {
            let group = capital(persons::group(draft, group));
            draft.say_with("pending-group", &[("group", group.into()), ("count", draft.phrases.count(count).into())])
        }
        Pending::TypedCount { name, typed, computed, party } => {
            typed_count(draft, name, [typed, computed], party.as_ref())
        }
        Pending::Accounts { what: Waiting::Region | Waiting::Organisation, .. } => return None,
        Pending::Accounts { what, n } => draft.say_with(&format!("open-{}", what.id()), &[("n", (*n).into())]),
    })
}
