//! Whether what a file names of others is there: a counting, a step of another rule, a question. That can be told only once all
//! files are read. It reads none.

use std::collections::BTreeSet;

use super::period::HEADS;
use super::reading::Fault;
use super::reference::{Reference, Target};
use super::regime::{Question, Regime};
use super::standing::{Standing, Step};
use crate::error::Error;
use crate::model::keys::{self, KEYS, Kind};
use crate::model::law::{AnswerKind, PhaseId, QuestionId, TimeUnit};
use crate::model::listed::{self, among};

/// What is wrong with what a rule names, among the files that stand.
pub(super) fn faults(regime: &Regime, refers: &[Reference], among: &Standing<'_>) -> Vec<Fault> {
    let wrong = |it: &Reference| wrong(regime, &it.target, among).err().map(|said| Fault::of(it, said));
    refers.iter().filter_map(wrong).collect()
}

fn wrong(regime: &Regime, target: &Target, standing: &Standing<'_>) -> Result<(), Error> {
    match target {
        Target::Itself => one_version_a_day(regime, standing),
        Target::Counting(id) => listed::find(standing.countings(), id.as_str()).map(|_| ()),
        Target::Unit(unit) => counts(regime, *unit, standing),
        Target::Duty { step, regime: of, phase } => duty(regime, *step, Step { regime: of, phase }, standing),
        Target::Words { question, words } => answered(question, words, standing),
        Target::Number { question } => match kind_of(question, standing)? {
            Takes::Question(it) if it.kind == AnswerKind::Number => Ok(()),
            _ => Err(Error::new("catalogue.no_number").with("question", question)),
        },
        Target::Question { question } => kind_of(question, standing).map(|_| ()),
        Target::Asks { question } => asked_alike(regime, question, standing),
    }
}

/// Of two versions that begin on one day nobody could say which is meant.
fn one_version_a_day(regime: &Regime, standing: &Standing<'_>) -> Result<(), Error> {
    let begins = |it: &Regime| it.valid.map(|it| it.from);
    let alike = |it: &&Regime| it.id == regime.id && it.version != regime.version && begins(it) == begins(regime);
    match standing.regimes().find(alike).filter(|_| regime.valid.is_some()) {
        Some(other) => Err(Error::new("catalogue.two_versions").with("version", &other.version)),
        None => Ok(()),
    }
}

fn counts(regime: &Regime, unit: TimeUnit, standing: &Standing<'_>) -> Result<(), Error> {
    // A counting that there is not is a fault of its own.
    let counting = standing.countings().find(|it| it.id == regime.counting);
    match counting.filter(|it| it.of(unit).is_none()) {
        Some(it) => {
            let known: Vec<&str> = it.units.keys().map(String::as_str).collect();
            let said = Error::new("catalogue.not_counted").with("counting", &it.id).with("unit", unit);
            Err(said.with("known", known.join(", ")))
        }
        None => Ok(()),
    }
}

/// The step must be there, and must not itself be due by the step that names it.
fn duty(regime: &Regime, step: Option<usize>, to: Step<'_>, standing: &Standing<'_>) -> Result<(), Error> {
    let Step { regime: of, phase } = to;
    let versions: Vec<&Regime> = standing.regimes().filter(|it| it.id == *of).collect();
    if versions.is_empty() {
        let known: BTreeSet<&str> = standing.regimes().map(|it| it.id.as_str()).collect();
        let known = HEADS.into_iter().chain(known);
        return Err(among(Error::new("catalogue.no_regime").with("id", of), of.as_str(), known));
    }
    let steps: BTreeSet<&str> = versions.iter().flat_map(|it| &it.phase).map(|it| it.id.as_str()).collect();
    if !steps.contains(phase.as_str()) {
        let unknown = Error::new("catalogue.no_phase").with("regime", of).with("phase", phase);
        return Err(among(unknown, phase.as_str(), steps));
    }
    let own: Vec<&PhaseId> = match step {
        Some(step) => regime.phase.get(step).map(|it| &it.id).into_iter().collect(),
        None => regime.phase.iter().map(|it| &it.id).collect(),
    };
    let mut seen = BTreeSet::new();
    let rings = |own| leads(to, Step { regime: &regime.id, phase: own }, standing, &mut seen);
    if own.into_iter().any(rings) {
        return Err(Error::new("catalogue.ring").with("regime", of).with("phase", phase));
    }
    Ok(())
}

/// Whether one step's time hangs on another's, by however many between.
fn leads<'s>(from: Step<'s>, to: Step<'_>, standing: &'s Standing<'_>, seen: &mut BTreeSet<Step<'s>>) -> bool {
    if from == to {
        return true;
    }
    seen.insert(from) && standing.next(from).into_iter().any(|next| leads(next, to, standing, seen))
}

/// What takes an answer.
enum Takes<'s> {
    /// A key of a case.
    Key(&'static keys::Key),
    /// A question of a rule.
    Question(&'s Question),
}

fn kind_of<'s>(id: &QuestionId, standing: &'s Standing<'_>) -> Result<Takes<'s>, Error> {
    let asked = || standing.regimes().flat_map(|it| &it.question);
    if let Some((_, question)) = asked().find(|(it, _)| *it == id) {
        return Ok(Takes::Question(question));
    }
    let keys = || KEYS.iter().filter(|it| !matches!(it.kind, Kind::Rows));
    if let Some(key) = keys().find(|it| it.id == id.as_str()) {
        return Ok(Takes::Key(key));
    }
    let known: BTreeSet<&str> = keys().map(|it| it.id).chain(asked().map(|(it, _)| it.as_str())).collect();
    Err(among(Error::new("catalogue.no_question").with("question", id), id.as_str(), known))
}

fn answered(id: &QuestionId, words: &[String], standing: &Standing<'_>) -> Result<(), Error> {
    let known: Vec<&str> = match kind_of(id, standing)? {
        Takes::Key(key) => key.kind.words(),
        Takes::Question(it) if it.kind == AnswerKind::YesNo => vec!["yes", "no"],
        Takes::Question(it) => it.words.keys().map(String::as_str).collect(),
    };
    match words.iter().find(|it| !known.contains(&it.as_str())) {
        Some(_) if known.is_empty() => Err(Error::new("catalogue.no_words").with("kind", id)),
        Some(word) => Err(among(Error::new("catalogue.unknown_word").with("word", word), word, known)),
        None => Ok(()),
    }
}

/// One question has one meaning, in whichever files it is asked.
fn asked_alike(regime: &Regime, id: &QuestionId, standing: &Standing<'_>) -> Result<(), Error> {
    let own = regime.question.get(id);
    let other = |it: &&Regime| it.question.get(id).is_some_and(|it| Some(it) != own);
    let is_key = keys::find(id.as_str()).is_ok();
    match standing.regimes().find(other) {
        Some(it) => Err(Error::new("catalogue.asked_otherwise").with("question", id).with("regime", &it.id)),
        None if is_key => Err(Error::new("catalogue.is_key").with("question", id)),
        None => Ok(()),
    }
}
