//! A figure as our faces can set it: characters they lack stand as their code. A screen has other fonts and needs none
//! of this.

use std::borrow::Cow;

use crate::model::figure::{Bar, Bars, Body, Figure, Mark, Matrix, MatrixRow, Step, Tick, Timeline};
use crate::typography::{legible, unshown};

/// The figure with every text of its body set as it can be.
pub(super) fn figure(figure: &Figure) -> Cow<'_, Figure> {
    if figure.texts().into_iter().all(|text| unshown(text).is_empty()) {
        return Cow::Borrowed(figure);
    }
    Cow::Owned(Figure { body: body(&figure.body), ..figure.clone() })
}

fn text(text: &str) -> String {
    legible(text).into_owned()
}

fn body(body: &Body) -> Body {
    match body {
        Body::Bars(bars) => Body::Bars(Bars { rows: bars.rows.iter().map(bar).collect(), ..bars.clone() }),
        Body::Matrix(it) => Body::Matrix(matrix(it)),
        Body::Timeline(line) => Body::Timeline(timeline(line)),
        Body::Ladder(steps) => Body::Ladder(steps.iter().map(step).collect()),
        Body::Empty(sentence) => Body::Empty(text(sentence)),
    }
}

fn bar(bar: &Bar) -> Bar {
    Bar { label: text(&bar.label), printed: text(&bar.printed), ..bar.clone() }
}

fn step(step: &Step) -> Step {
    Step { label: text(&step.label), printed: text(&step.printed), ..step.clone() }
}

fn matrix(matrix: &Matrix) -> Matrix {
    let row = |row: &MatrixRow| MatrixRow { label: text(&row.label), cells: row.cells.clone() };
    let columns = matrix.columns.iter().map(|column| text(column)).collect();
    Matrix { columns, rows: matrix.rows.iter().map(row).collect(), ..matrix.clone() }
}

fn timeline(line: &Timeline) -> Timeline {
    let mark = |mark: &Mark| Mark { label: text(&mark.label), ..mark.clone() };
    let tick = |tick: &Tick| Tick { at: tick.at, label: text(&tick.label) };
    Timeline {
        marks: line.marks.iter().map(mark).collect(),
        ticks: line.ticks.iter().map(tick).collect(),
        coverage_label: text(&line.coverage_label),
        peak: text(&line.peak),
        ..line.clone()
    }
}
