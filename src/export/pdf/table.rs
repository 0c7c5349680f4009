//! Tables on pages: rules, columns, rows that stand whole, a head that comes again on every page.
//!
//! A row is written and forgotten at once. It never cuts a cell's text: a row too high for any page goes on on the next.

use super::canvas::Artifact;
use super::look::{BELOW, BLACK, BOTTOM, CAPITALS, CAPTION, CELL, ENTRY, GREY, GUTTER, SIDE, Style, TOP, WIDTH};
use super::press::Press;
use super::prose::{Paragraph, Prose, Words};
use super::structure::{Element, Role};
use super::widths::widths;
use crate::document::{Align, Row, RowKind, Setting, Table};
use crate::error::Result;
use crate::typography::Face;

/// Above a caption; from it to the rule; within a row above and below its text; a step in a tree.
const BEFORE: f32 = 15.0;
const TO_RULE: f32 = 6.0;
const PADDING: f32 = 3.8;
const CLOSE: f32 = 3.5;
const STEP: f32 = 9.0;
const TO_NOTE: f32 = 6.0;
const THICK: f32 = 0.8;
const THIN: f32 = 0.4;

/// Where the columns stand.
struct Grid {
    columns: Vec<Place>,
    /// How its cells are set.
    style: Style,
    /// Above and below their text.
    padding: f32,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    left: f32,
    right: f32,
    align: Align,
}

/// A table into its parent, from the current place on.
pub(super) fn draw(table: &Table, parent: &mut Element, press: &mut Press) -> Result<()> {
    if table.columns.is_empty() {
        return Ok(());
    }
    let grid = Grid::of(table);
    let needed = lead(table, press);
    press.need(needed)?;
    press.space(BEFORE);
    let mut element = parent.child(Role::Table, &mut press.file);
    caption(&table.caption, &mut element, press)?;
    let head = grid.head(table, press);
    // A head needs a body (ISO 32000-1, table 337): that of a table without rows is its body.
    let group = if table.rows.is_empty() { Role::Rows } else { Role::Head };
    let mut group = element.child(group, &mut press.file);
    grid.draw_head(&head, Some(&mut group), press)?;
    group.close(&mut press.file)?;
    if !table.rows.is_empty() {
        let below = table.notes.first().map_or(0.0, |note| TO_NOTE + note_within(note, press).height());
        let mut rows = element.child(Role::Rows, &mut press.file);
        for (nth, row) in table.rows.iter().enumerate() {
            // The first note stands with the last row.
            let after = if nth + 2 < table.rows.len() { 0.0 } else { below };
            grid.row(row, (table.rows.get(nth + 1), after), &head, &mut rows, press)?;
        }
        rows.close(&mut press.file)?;
    }
    press.rule(SIDE, SIDE + WIDTH, press.y, THICK, BLACK);
    element.close(&mut press.file)?;
    notes(&table.notes, parent, press)
}

/// The height of the distance above, the caption, the head and the first two rows.
pub(super) fn lead(table: &Table, press: &mut Press) -> f32 {
    let grid = Grid::of(table);
    let caption = Prose::plain(&table.caption, CAPTION).within(WIDTH, Words::Whole, press).height();
    let head = grid.height(&grid.head(table, press));
    let rows: f32 = table.rows.iter().take(2).map(|row| grid.height(&grid.cells(row, press))).sum();
    (BEFORE + caption + TO_RULE + head + rows).min(BOTTOM - TOP)
}

fn caption(text: &str, table: &mut Element, press: &mut Press) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let paragraph = Prose::plain(text, CAPTION).within(WIDTH, Words::Whole, press);
    let mut element = table.child(Role::Caption, &mut press.file);
    paragraph.flow(SIDE, &mut element, press)?;
    press.y += TO_RULE;
    element.close(&mut press.file)
}

fn notes(notes: &[String], parent: &mut Element, press: &mut Press) -> Result<()> {
    for note in notes {
        press.y += TO_NOTE;
        let paragraph = note_within(note, press);
        let mut element = parent.child(Role::Paragraph, &mut press.file);
        paragraph.flow(SIDE, &mut element, press)?;
        element.close(&mut press.file)?;
    }
    Ok(())
}

fn note_within(note: &str, press: &mut Press) -> Paragraph {
    Prose::plain(note, BELOW).within(WIDTH, Words::Divided, press)
}

impl Grid {
    fn of(table: &Table) -> Self {
        let mut left = SIDE;
        let mut columns: Vec<Place> = Vec::new();
        for (column, width) in table.columns.iter().zip(widths(table)) {
            columns.push(Place { left, right: left + width - GUTTER, align: column.align });
            left += width;
        }
        if let Some(last) = columns.last_mut() {
            last.right = SIDE + WIDTH;
        }
        let (style, padding) = match table.setting {
            Setting::Read => (CELL, PADDING),
            Setting::LookedUp => (ENTRY, CLOSE),
        };
        Self { columns, style, padding }
    }

    fn head(&self, table: &Table, press: &mut Press) -> Vec<Paragraph> {
        let columns = self.columns.iter().zip(&table.columns);
        columns.map(|(place, column)| place.cell(&column.header, self.style.in_ink(GREY), 0.0, press)).collect()
    }

    fn cells(&self, row: &Row, press: &mut Press) -> Vec<Paragraph> {
        // A row that is short of cells still has them all for whoever counts columns.
        let texts = row.cells.iter().map(|cell| cell.text.as_str()).chain(std::iter::repeat(""));
        let columns = self.columns.iter().zip(texts).enumerate();
        columns
            .map(|(nth, (place, text))| place.cell(text, self.styled(row.kind, nth), indent(row, nth), press))
            .collect()
    }

    fn height(&self, cells: &[Paragraph]) -> f32 {
        self.high(lines(cells).max(1))
    }

    /// The height of a row of so many lines.
    fn high(&self, lines: usize) -> f32 {
        2.0 * self.padding + self.style.height(lines)
    }

    /// How many lines of a row fit into a height.
    fn fitting(&self, room: f32) -> usize {
        (1..=200).take_while(|&lines| self.high(lines) <= room + 0.01).count()
    }

    /// A total is strong; of a quiet row only the label is grey, its numbers must be as legible as any.
    fn styled(&self, kind: RowKind, column: usize) -> Style {
        match kind {
            RowKind::Body => self.style,
            RowKind::Quiet if column == 0 => self.style.in_ink(GREY),
            RowKind::Quiet => self.style,
            RowKind::Total => self.style.in_face(Face::Semibold),
        }
    }

    /// The first baseline of a row that begins here.
    fn baseline(&self, press: &Press) -> f32 {
        press.y + self.padding + self.style.size * CAPITALS
    }

    /// The head: as content the first time, as an artifact when it comes again.
    fn draw_head(&self, head: &[Paragraph], group: Option<&mut Element>, press: &mut Press) -> Result<()> {
        press.rule(SIDE, SIDE + WIDTH, press.y, THICK, BLACK);
        let baseline = self.baseline(press);
        if let Some(group) = group {
            let mut row = group.child(Role::Row, &mut press.file);
            for (cell, place) in head.iter().zip(&self.columns) {
                let mut element = row.child(Role::ColumnHeader, &mut press.file);
                cell_lines(cell, 0..cell.lines.len(), *place, 0.0, baseline, &mut element, press);
                element.close(&mut press.file)?;
            }
            row.close(&mut press.file)?;
        } else {
            press.canvas.artifact(Artifact::Header);
            for (cell, place) in head.iter().zip(&self.columns) {
                cell.draw(0..cell.lines.len(), place.left, place.right_edge(), baseline, press);
            }
            press.canvas.end();
        }
        press.y += self.height(head);
        press.rule(SIDE, SIDE + WIDTH, press.y, THIN, BLACK);
        Ok(())
    }

    fn row(
        &self,
        row: &Row,
        (next, after): (Option<&Row>, f32),
        head: &[Paragraph],
        rows: &mut Element,
        press: &mut Press,
    ) -> Result<()> {
        let cells = self.cells(row, press);
        let mut needed = self.height(&cells) + after;
        if let Some(total) = next.filter(|next| next.kind == RowKind::Total) {
            let total = self.cells(total, press);
            needed += self.height(&total);
        }
        let page = BOTTOM - TOP - self.height(head);
        if press.room() < needed.min(page) - 0.01 {
            self.turn(head, press)?;
        }
        if row.kind == RowKind::Total {
            press.rule(SIDE, SIDE + WIDTH, press.y, THIN, BLACK);
        }
        self.draw_row(row, &cells, head, rows, press)
    }

    fn draw_row(
        &self,
        row: &Row,
        cells: &[Paragraph],
        head: &[Paragraph],
        rows: &mut Element,
        press: &mut Press,
    ) -> Result<()> {
        let mut element = rows.child(Role::Row, &mut press.file);
        let role = |nth| if nth == 0 { Role::RowHeader } else { Role::Cell };
        let mut elements: Vec<Element> =
            (0..cells.len()).map(|nth| element.child(role(nth), &mut press.file)).collect();
        let all = lines(cells).max(1);
        let mut done = 0;
        while done < all {
            let count = self.fitting(press.room()).clamp(1, all - done);
            let baseline = self.baseline(press);
            for (nth, (cell, into)) in cells.iter().zip(&mut elements).enumerate() {
                let until = (done + count).min(cell.lines.len());
                cell_lines(cell, done.min(until)..until, self.columns[nth], indent(row, nth), baseline, into, press);
            }
            press.y += self.high(count);
            done += count;
            if done < all {
                self.turn(head, press)?;
            }
        }
        for cell in elements {
            cell.close(&mut press.file)?;
        }
        element.close(&mut press.file)
    }

    /// The next page, with the head again.
    fn turn(&self, head: &[Paragraph], press: &mut Press) -> Result<()> {
        press.rule(SIDE, SIDE + WIDTH, press.y, THIN, BLACK);
        press.turn()?;
        self.draw_head(head, None, press)
    }
}

impl Place {
    fn cell(&self, text: &str, style: Style, indent: f32, press: &mut Press) -> Paragraph {
        let prose = Prose::plain(text, style);
        let prose = match self.align {
            Align::Start => prose,
            Align::End => prose.tabular(),
        };
        prose.within((self.right - self.left - indent).max(STEP), Words::Divided, press)
    }

    fn right_edge(&self) -> Option<f32> {
        match self.align {
            Align::Start => None,
            Align::End => Some(self.right),
        }
    }
}

fn cell_lines(
    cell: &Paragraph,
    lines: std::ops::Range<usize>,
    place: Place,
    indent: f32,
    baseline: f32,
    element: &mut Element,
    press: &mut Press,
) {
    if lines.is_empty() {
        return;
    }
    press.open(element);
    cell.draw(lines, place.left + indent, place.right_edge(), baseline, press);
    press.close();
}

fn lines(cells: &[Paragraph]) -> usize {
    cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0)
}

fn indent(row: &Row, column: usize) -> f32 {
    if column == 0 { STEP * f32::from(row.depth.min(8)) } else { 0.0 }
}
