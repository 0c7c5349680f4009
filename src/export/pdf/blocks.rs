//! Blocks on pages: the head of the report, headings, paragraphs, pairs, key figures, lists.
//!
//! It keeps together what is read together and knows no table and no drawing from within.

use super::look::{
    AMBER, BANNER, BLACK, CAPITALS, FIGURE_LABEL, FIGURE_NOTE, FIGURE_VALUE, KICKER, SIDE, SMALL, SUBTITLE, Style,
    TERM, TEXT, TITLE, WIDTH, heading,
};
use super::press::{Press, Side};
use super::prose::{Paragraph, Prose, Words};
use super::structure::{Element, Role};
use super::{drawing, table};
use crate::document::{Block, Document, KeyFigure, Pair, Text, Voice};
use crate::error::Result;

/// Between blocks; before a heading; after it.
const BETWEEN: f32 = 9.0;
const BEFORE_HEADING: f32 = 17.0;
const AFTER_HEADING: f32 = 7.0;
/// Where the text of pairs begins, and between them.
const TERM_WIDTH: f32 = 28.0 * 72.0 / 25.4;
const TERM_GAP: f32 = 3.0 * 72.0 / 25.4;
const BETWEEN_PAIRS: f32 = 6.0;
/// Between the columns of key figures, and how many stand in a row.
const FIGURE_GAP: f32 = 5.0 * 72.0 / 25.4;
const FIGURES_IN_A_ROW: usize = 4;
/// Where the text of a list's items begins, and between them.
const BULLET: f32 = 11.0;
const BETWEEN_ITEMS: f32 = 5.6;
/// Where the text of a notice begins.
const NOTICE: f32 = 10.0;

/// Everything a report holds.
pub(super) fn document(document: &Document, whole: &mut Element, press: &mut Press) -> Result<()> {
    head(document, whole, press)?;
    for (nth, block) in document.blocks.iter().enumerate() {
        let rest = &document.blocks[nth + 1..];
        match block {
            Block::Heading { level, text } => title(*level, text, rest, whole, press)?,
            Block::Paragraph(text, voice) => paragraph(text, *voice, whole, press)?,
            Block::Pairs(pairs) => self::pairs(pairs, whole, press)?,
            Block::KeyFigures(figures) => key_figures(figures, whole, press)?,
            Block::Table(table) => table::draw(table, whole, press)?,
            Block::Drawing(drawing) => drawing::draw(drawing, whole, press)?,
            Block::List(items) => list(items, whole, press)?,
            Block::NewPage => {
                if !press.fresh() {
                    press.turn()?;
                }
            }
        }
    }
    Ok(())
}

fn head(document: &Document, whole: &mut Element, press: &mut Press) -> Result<()> {
    press.y += KICKER.size * CAPITALS;
    let baseline = press.y;
    let texts = [(Some(&document.kicker), KICKER, Side::Left), (document.banner.as_ref(), BANNER, Side::Right)];
    for (text, style, side) in texts {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        let mut element = whole.child(Role::Paragraph, &mut press.file);
        press.open(&mut element);
        press.small(text, style, side, baseline);
        press.close();
        element.close(&mut press.file)?;
    }
    let texts = [
        (Some(&document.title), TITLE, Role::Title, 15.0),
        (document.subtitle.as_ref(), SUBTITLE, Role::Paragraph, 10.5),
    ];
    for (text, style, role, distance) in texts {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        press.y += distance;
        flow(Prose::plain(text, style), Words::Whole, role, whole, press)?;
    }
    press.y += BETWEEN / 2.0;
    Ok(())
}

fn flow(prose: Prose, words: Words, role: Role, parent: &mut Element, press: &mut Press) -> Result<()> {
    let paragraph = prose.within(WIDTH, words, press);
    let mut element = parent.child(role, &mut press.file);
    paragraph.flow(SIDE, &mut element, press)?;
    element.close(&mut press.file)
}

/// A heading stands on the page of what it heads, and in the bookmarks.
fn title(level: u8, text: &str, rest: &[Block], whole: &mut Element, press: &mut Press) -> Result<()> {
    // Readers step through levels: none may be left out (ISO 14289-1, 7.4.2).
    let level = level.clamp(1, press.headings.last().map_or(1, |(above, ..)| (above + 1).min(3)));
    let style = heading(level);
    let paragraph = Prose::plain(text, style).within(WIDTH, Words::Whole, press);
    if paragraph.lines.is_empty() {
        return Ok(());
    }
    let before = if level <= 1 { BEFORE_HEADING } else { BEFORE_HEADING - 3.0 };
    let follows = AFTER_HEADING - BETWEEN + lead(rest, press);
    press.need(before + paragraph.height() + follows)?;
    press.space(before);
    press.headings.push((level, text.to_owned(), press.count() - 1, press.y));
    let mut element = whole.child(Role::Heading(level), &mut press.file);
    paragraph.flow(SIDE, &mut element, press)?;
    press.y += AFTER_HEADING - BETWEEN;
    element.close(&mut press.file)
}

/// The height of what blocks show first and in one piece, with the distance above it; headings go with what follows.
fn lead(blocks: &[Block], press: &mut Press) -> f32 {
    let Some((block, rest)) = blocks.split_first() else { return 0.0 };
    match block {
        Block::Heading { level, text } => {
            let height = Prose::plain(text, heading(*level)).within(WIDTH, Words::Whole, press).height();
            BEFORE_HEADING + height + AFTER_HEADING - BETWEEN + lead(rest, press)
        }
        Block::Paragraph(text, voice) => {
            let (style, indent) = voiced(*voice);
            let paragraph = Prose::rich(text, style).within(WIDTH - indent, Words::Divided, press);
            BETWEEN + if *voice == Voice::Notice { paragraph.height() } else { paragraph.lead() }
        }
        Block::Pairs(_) | Block::List(_) => BETWEEN + TEXT.height(3),
        Block::KeyFigures(_) => BETWEEN + 60.0,
        Block::Table(table) => table::lead(table, press),
        Block::Drawing(drawing) => drawing::height(drawing, press),
        Block::NewPage => 0.0,
    }
}

fn voiced(voice: Voice) -> (Style, f32) {
    match voice {
        Voice::Normal => (TEXT, 0.0),
        Voice::Quiet => (SMALL, 0.0),
        Voice::Notice => (TEXT, NOTICE),
    }
}

fn paragraph(text: &Text, voice: Voice, whole: &mut Element, press: &mut Press) -> Result<()> {
    let (style, indent) = voiced(voice);
    let paragraph = Prose::rich(text, style).within(WIDTH - indent, Words::Divided, press);
    if paragraph.lines.is_empty() {
        return Ok(());
    }
    let mut element = whole.child(Role::Paragraph, &mut press.file);
    press.space(BETWEEN);
    if voice == Voice::Notice {
        // Its rule stands beside all of it: a notice is short and goes to the next page whole.
        press.need(paragraph.height())?;
        let (x, top, foot) = (SIDE + 1.0, press.y - 2.5, press.y + paragraph.height() + 2.5);
        press.canvas.artifact(super::canvas::Artifact::Layout);
        press.canvas.stroke(&[(x, top), (x, foot.min(super::look::BOTTOM))], 2.0, AMBER);
        press.canvas.end();
    }
    paragraph.flow(SIDE + indent, &mut element, press)?;
    element.close(&mut press.file)
}

fn pairs(pairs: &[Pair], whole: &mut Element, press: &mut Press) -> Result<()> {
    let mut element = whole.child(Role::Terms, &mut press.file);
    press.space(BETWEEN);
    for (nth, pair) in pairs.iter().enumerate() {
        press.space(if nth > 0 { BETWEEN_PAIRS } else { 0.0 });
        let term = Prose::plain(&pair.term, TERM).within(TERM_WIDTH, Words::Divided, press);
        let said = Prose::rich(&pair.text, TEXT).within(WIDTH - TERM_WIDTH - TERM_GAP, Words::Divided, press);
        press.need(term.height().max(said.lead()))?;
        item(&term, &said, TERM_WIDTH + TERM_GAP, &mut element, press)?;
    }
    element.close(&mut press.file)
}

/// A label and beside it a body that may go on over pages.
fn item(label: &Paragraph, body: &Paragraph, indent: f32, list: &mut Element, press: &mut Press) -> Result<()> {
    let mut item = list.child(Role::Item, &mut press.file);
    let mut left = item.child(Role::Label, &mut press.file);
    press.need(label.height().max(body.lead()))?;
    let (page, top) = (press.count(), press.y);
    label.flow(SIDE, &mut left, press)?;
    left.close(&mut press.file)?;
    let label_end = press.y;
    press.y = top;
    let mut right = item.child(Role::Body, &mut press.file);
    body.flow(SIDE + indent, &mut right, press)?;
    right.close(&mut press.file)?;
    if press.count() == page {
        press.y = press.y.max(label_end);
    }
    item.close(&mut press.file)
}

fn list(items: &[Text], whole: &mut Element, press: &mut Press) -> Result<()> {
    let mut element = whole.child(Role::Bullets, &mut press.file);
    press.space(BETWEEN);
    for (nth, text) in items.iter().enumerate() {
        press.space(if nth > 0 { BETWEEN_ITEMS } else { 0.0 });
        let bullet = Prose::plain("•", TERM).within(BULLET, Words::Whole, press);
        let body = Prose::rich(text, TEXT).within(WIDTH - BULLET, Words::Divided, press);
        item(&bullet, &body, BULLET, &mut element, press)?;
    }
    element.close(&mut press.file)
}

fn key_figures(figures: &[KeyFigure], whole: &mut Element, press: &mut Press) -> Result<()> {
    let mut element = whole.child(Role::Terms, &mut press.file);
    for row in figures.chunks(FIGURES_IN_A_ROW) {
        press.space(BETWEEN + 4.0);
        figure_row(row, &mut element, press)?;
    }
    press.y += 2.0;
    element.close(&mut press.file)
}

fn figure_row(row: &[KeyFigure], list: &mut Element, press: &mut Press) -> Result<()> {
    let columns = u8::try_from(row.len().max(2)).map_or(1.0, f32::from);
    let width = (WIDTH - FIGURE_GAP * (columns - 1.0)) / columns;
    let tiers: Vec<[Paragraph; 3]> = row
        .iter()
        .map(|figure| {
            let texts = [(&figure.label, FIGURE_LABEL), (&figure.value, FIGURE_VALUE), (&figure.note, FIGURE_NOTE)];
            texts.map(|(text, style)| Prose::plain(text, style).within(width, Words::Divided, press))
        })
        .collect();
    let tallest = |tier: usize| tiers.iter().map(|it| it[tier].height()).fold(0.0, f32::max);
    // Each tier begins on one line across the row, however many lines a neighbour takes.
    let label = 4.5;
    let value = label + tallest(0) + 4.0;
    let note = value + tallest(1) + 4.0;
    let height = note + tallest(2);
    press.need(height)?;
    let (top, mut x) = (press.y, SIDE);
    for figure in &tiers {
        press.rule(x, x + width, top, 0.8, BLACK);
        figure_item(figure, x, [top + label, top + value, top + note], list, press)?;
        x += width + FIGURE_GAP;
    }
    press.y = top + height;
    Ok(())
}

fn figure_item(tiers: &[Paragraph; 3], x: f32, tops: [f32; 3], list: &mut Element, press: &mut Press) -> Result<()> {
    let mut item = list.child(Role::Item, &mut press.file);
    let mut label = item.child(Role::Label, &mut press.file);
    piece(&tiers[0], x, tops[0], &mut label, press);
    label.close(&mut press.file)?;
    let mut body = item.child(Role::Body, &mut press.file);
    for (tier, top) in tiers.iter().zip(tops).skip(1) {
        let mut paragraph = body.child(Role::Paragraph, &mut press.file);
        piece(tier, x, top, &mut paragraph, press);
        paragraph.close(&mut press.file)?;
    }
    body.close(&mut press.file)?;
    item.close(&mut press.file)
}

fn piece(paragraph: &Paragraph, x: f32, top: f32, element: &mut Element, press: &mut Press) {
    press.open(element);
    paragraph.draw(0..paragraph.lines.len(), x, None, top + paragraph.capitals(), press);
    press.close();
}
