//! A table whose cells are shaded by their number, in panels one under the other where it is too wide.

use std::ops::Range;

use plotters::style::RGBColor;

use super::fit;
use super::fit::Lettering;
use super::palette::{Palette, contrast, mix};
use super::picture::{Area, Picture};
use crate::model::figure::{Matrix, MatrixCell, MatrixRow};

/// Between labels and cells, in pt.
const GAP: f32 = 6.0;
/// A cell's room beside its number, in pt.
const AIR: f32 = 5.0;
/// What a header that reads upwards may measure, in pt; longer ones break into lines.
const TURNED: f32 = 96.0;
/// How high the hatched foot of a cell with suspected accounts is, in pt.
const FOOT: f32 = 2.6;

/// Measures that all panels share.
struct Plan {
    labels: Vec<Vec<String>>,
    left: f32,
    cell: f32,
    headers: Vec<Vec<String>>,
    turned: bool,
    head: f32,
    panel: usize,
}

/// Draws the table.
pub(super) fn draw(matrix: &Matrix, palette: &Palette, picture: &mut Picture) {
    let plan = Plan::of(matrix, picture.width, palette);
    let mut top = 0.0;
    for begin in (0..matrix.columns.len()).step_by(plan.panel) {
        let columns = begin..(begin + plan.panel).min(matrix.columns.len());
        top = panel(matrix, &plan, columns, top, palette, picture);
        picture.height = top;
        top += 10.0;
    }
}

impl Plan {
    fn of(matrix: &Matrix, width: f32, palette: &Palette) -> Self {
        let small = Lettering::small(palette.ink);
        let labels: Vec<_> = matrix.rows.iter().map(|row| fit::lines(&row.label, &small, width * 0.32)).collect();
        let left = fit::widest(labels.iter().flatten(), &small) + GAP;
        let printed = matrix.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.printed);
        let needed = (fit::widest(printed, &small) + AIR).max(16.0).min(width - left);
        let panels = (matrix.columns.len() as f32 / ((width - left) / needed).floor().max(1.0)).ceil().max(1.0);
        let panel = (matrix.columns.len() as f32 / panels).ceil().max(1.0);
        let cell = ((width - left) / panel).min(72.0);
        let level: Vec<_> = matrix.columns.iter().map(|name| fit::lines(name, &small, cell - 4.0)).collect();
        let turned = matrix.columns.iter().zip(&level).any(|(name, lines)| lines.len() > 3 || broken(name, lines));
        let headers = if turned { upright(matrix, &small, cell) } else { level };
        let deepest = headers.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let head = if turned { fit::widest(headers.iter().flatten(), &small) } else { deepest * small.lead() };
        Self { labels, left, cell, headers, turned, head: head + 4.0, panel: panel as usize }
    }

    fn lead(&self, row: usize, lettering: &Lettering) -> f32 {
        self.labels[row].len() as f32 * lettering.lead() + 5.0
    }
}

/// Whether a name had to be broken inside a word.
fn broken(name: &str, lines: &[String]) -> bool {
    lines.len() > 1
        && lines.iter().map(|line| line.split_whitespace().count()).sum::<usize>() > name.split_whitespace().count()
}

/// Headers that read upwards, in as many lines as the column is wide; the last ones longer where that is not enough.
fn upright(matrix: &Matrix, small: &Lettering, cell: f32) -> Vec<Vec<String>> {
    let most = (cell / small.lead()).floor().max(1.0) as usize;
    let lines = |name: &String| {
        let rooms = (0_u16..).map(|more| TURNED + 24.0 * f32::from(more));
        rooms.map(|room| fit::lines(name, small, room)).find(|lines| lines.len() <= most).unwrap_or_default()
    };
    matrix.columns.iter().map(lines).collect()
}

fn panel(
    matrix: &Matrix,
    plan: &Plan,
    columns: Range<usize>,
    top: f32,
    palette: &Palette,
    picture: &mut Picture,
) -> f32 {
    let small = Lettering::small(palette.quiet);
    for (place, column) in columns.clone().enumerate() {
        header(plan, column, (plan.left + plan.cell * place as f32, top + plan.head), small, picture);
    }
    let mut upper = top + plan.head;
    for (number, row) in matrix.rows.iter().enumerate().take(matrix.shown.end).skip(matrix.shown.start) {
        let lower = upper + plan.lead(number, &small);
        label(&plan.labels[number], (upper, lower), Lettering::small(palette.ink), picture);
        for (place, column) in columns.clone().enumerate() {
            let left = plan.left + plan.cell * place as f32;
            cell(
                row,
                &matrix.columns[column],
                column,
                matrix.full,
                Area::new(left, upper, left + plan.cell, lower),
                palette,
                picture,
            );
        }
        upper = lower;
    }
    upper
}

fn header(plan: &Plan, column: usize, (left, bottom): (f32, f32), small: Lettering, picture: &mut Picture) {
    let lines = &plan.headers[column];
    let group = picture.plain();
    let middle = left + plan.cell / 2.0;
    let first = -((lines.len() as f32 - 1.0) / 2.0);
    for (line, place) in lines.iter().zip(0_u16..) {
        let shift = (first + f32::from(place)) * small.lead();
        if plan.turned {
            group.text(line, Lettering { turned: true, ..small }, (middle + shift + small.drop(), bottom - 3.0));
        } else {
            let up = (lines.len() as f32 - 1.0 - f32::from(place)) * small.lead();
            group.text(line, small, (middle - small.width(line) / 2.0, bottom - 4.0 - up));
        }
    }
}

fn label(lines: &[String], (upper, lower): (f32, f32), small: Lettering, picture: &mut Picture) {
    let group = picture.plain();
    let first = f32::midpoint(upper, lower) - small.lead() * (lines.len() as f32 - 1.0) / 2.0 + small.drop();
    for (line, place) in lines.iter().zip(0_u16..) {
        group.text(line, small, (0.0, first + small.lead() * f32::from(place)));
    }
}

fn cell(row: &MatrixRow, column: &str, at: usize, full: u64, area: Area, palette: &Palette, picture: &mut Picture) {
    let Some(cell) = row.cells.get(at) else { return };
    let inner = Area::new(area.left + 0.5, area.top + 0.5, area.right - 0.5, area.bottom - 0.5);
    if cell.printed.is_empty() {
        picture.plain().fill(inner, mix(palette.ground, palette.line, 0.35));
        return;
    }
    let shade = shade(cell, full, palette);
    let title = format!("{} × {column}: {}", row.label, cell.printed);
    let group = picture.mark(title, cell.filter.as_deref(), area);
    group.fill(inner, shade);
    if cell.hatched > 0 {
        let foot = Area::new(inner.left, inner.bottom - FOOT, inner.right, inner.bottom);
        group.fill(foot, palette.ground);
        group.hatch(foot, palette.solid);
    }
    let ink =
        [palette.ink, palette.ground].into_iter().max_by(|a, b| contrast(*a, shade).total_cmp(&contrast(*b, shade)));
    let small = Lettering::small(ink.unwrap_or(palette.ink));
    let lift = if cell.hatched > 0 { 1.2 } else { 0.0 };
    let at = (
        f32::midpoint(area.left, area.right) - small.width(&cell.printed) / 2.0,
        f32::midpoint(area.top, area.bottom) + small.drop() - lift,
    );
    group.text(&cell.printed, small, at);
}

/// Linear from a tint for one to the colour of the largest.
fn shade(cell: &MatrixCell, full: u64, palette: &Palette) -> RGBColor {
    if cell.solid == 0 {
        return palette.band;
    }
    mix(palette.ground, palette.solid, 0.12 + 0.88 * (cell.solid as f64 / full.max(1) as f64).min(1.0) as f32)
}
