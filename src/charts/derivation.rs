//! The derivation: read, rejected, merged, cleared, suspected, confirmed. It shows where a number comes from; it does
//! not check that the steps close.

use super::Chart;
use super::telling::Told;
use crate::lang::{Arg, Phrases};
use crate::model::facts::{Derivation, Subject};
use crate::model::figure::{Body, Figure, FigureTable, Step, StepKind};

/// The chart.
pub(super) const CHART: Chart = Chart { id: "derivation", along_time: false, figure };

fn figure(subject: &Subject, phrases: &Phrases) -> Figure {
    let derivation = subject.facts.derivation.unwrap_or_default();
    let steps = steps(&derivation, phrases);
    let title = phrases.say("chart-derivation");
    let columns = vec![phrases.say("chart-step"), phrases.say("chart-number")];
    let rows = steps.iter().map(|step| vec![step.label.clone().into(), phrases.number_cell(step.value)]).collect();
    let (notes, body) = if steps.iter().all(|step| step.value == 0) {
        (Vec::new(), Body::Empty(phrases.say("chart-derivation-empty")))
    } else {
        (vec![phrases.say("chart-note-derivation")], Body::Ladder(steps))
    };
    let alt = alt(&derivation, phrases);
    Told { id: CHART.id, title, notes, alt, table: FigureTable { columns, rows } }.with(body, subject, phrases)
}

fn steps(derivation: &Derivation, phrases: &Phrases) -> Vec<Step> {
    [
        ("chart-step-read", derivation.read, StepKind::Level),
        ("chart-step-rejected", derivation.rejected, StepKind::Minus),
        ("chart-step-merged", derivation.merged, StepKind::Minus),
        ("chart-step-cleared", derivation.cleared, StepKind::Minus),
        ("chart-step-suspected", derivation.suspected, StepKind::Suspected),
        ("chart-step-confirmed", derivation.confirmed, StepKind::Level),
    ]
    .into_iter()
    .map(|(label, value, kind)| Step { label: phrases.say(label), value, kind, printed: phrases.number(value) })
    .collect()
}

fn alt(derivation: &Derivation, phrases: &Phrases) -> String {
    let Derivation { read, rejected, merged, cleared, suspected, confirmed } = *derivation;
    let args = [
        ("read", read),
        ("rejected", rejected),
        ("merged", merged),
        ("cleared", cleared),
        ("suspected", suspected),
        ("confirmed", confirmed),
    ];
    phrases.say_with("chart-derivation-alt", &args.map(|(name, value)| (name, Arg::Number(value))))
}
