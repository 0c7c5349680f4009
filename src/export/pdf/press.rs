//! Pages, one after the other: what is drawn on the open one, when it is full, and what every page bears.
//!
//! A full page is compressed, written and forgotten. It never decides how a block looks.

use lopdf::{Object, dictionary};

use super::canvas::{Artifact, Canvas, Run};
use super::contents::Id;
use super::file::{File, integer, link};
use super::fonts::Fonts;
use super::look::{BANNER, BOTTOM, FOOT, FOOTER, HEAD, Ink, KICKER, PAGE, SIDE, Style, TOP, WIDTH};
use super::structure::{Element, owners};
use crate::document::Document;
use crate::error::Result;
use crate::typography::{Figures, Hyphenation, Words, legible, pieces};

/// Everything that grows while a document is drawn.
pub(super) struct Press<'a> {
    pub file: File<'a>,
    pub fonts: Fonts,
    pub words: Words,
    pub canvas: Canvas,
    /// How words of this document are divided.
    pub hyphenation: Option<Hyphenation>,
    /// The top of what comes next, from the page's upper edge.
    pub y: f32,
    /// The document's headings: level, text, page, top.
    pub headings: Vec<(u8, String, usize, f32)>,
    document: &'a Document,
    pages: Vec<Page>,
}

/// A page that has been begun.
struct Page {
    id: Id,
    /// Its content, once it is full.
    content: Option<Id>,
    /// The elements its marks belong to.
    owners: Option<Id>,
}

impl<'a> Press<'a> {
    /// Begins the first page.
    pub fn begin(document: &'a Document, mut file: File<'a>) -> Self {
        let first = Page { id: file.promise(), content: None, owners: None };
        Self {
            file,
            fonts: Fonts::new(),
            words: Words::default(),
            canvas: Canvas::default(),
            hyphenation: Hyphenation::of(&document.language),
            y: TOP,
            headings: Vec::new(),
            document,
            pages: vec![first],
        }
    }

    /// The number of the open page in the file.
    pub fn page(&self) -> Id {
        self.pages[self.pages.len() - 1].id
    }

    /// How many pages have been begun.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// What is left of the page.
    pub fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Nothing stands on the page yet.
    pub fn fresh(&self) -> bool {
        self.y <= TOP + 0.01
    }

    /// Leaves a distance to what stands above, where anything does.
    pub fn space(&mut self, distance: f32) {
        if !self.fresh() {
            self.y += distance;
        }
    }

    /// Goes on to a new page where there is less room than this.
    pub fn need(&mut self, height: f32) -> Result<bool> {
        let turn = self.room() < height - 0.01 && !self.fresh();
        if turn {
            self.turn()?;
        }
        Ok(turn)
    }

    /// Ends the page and begins the next.
    pub fn turn(&mut self) -> Result<()> {
        self.end_page()?;
        self.pages.push(Page { id: self.file.promise(), content: None, owners: None });
        self.y = TOP;
        self.canvas.artifact(Artifact::Header);
        self.small(&self.document.kicker, KICKER, Side::Left, HEAD);
        if let Some(banner) = &self.document.banner {
            self.small(banner, BANNER, Side::Right, HEAD);
        }
        self.canvas.end();
        Ok(())
    }

    fn end_page(&mut self) -> Result<()> {
        let (content, marks) = self.hand_in()?;
        let owners = owners(&mut self.file, &marks)?;
        let last = self.pages.len() - 1;
        self.pages[last].content = Some(content);
        self.pages[last].owners = Some(owners);
        Ok(())
    }

    /// Hands the drawing in to be compressed and clears the canvas; its number, and the owners of its marks.
    fn hand_in(&mut self) -> Result<(Id, Vec<Id>)> {
        let (drawn, marks) = std::mem::take(&mut self.canvas).finish();
        Ok((self.file.drawn(drawn)?, marks))
    }

    /// Opens a mark of this element on the page.
    pub fn open(&mut self, element: &mut Element) {
        let number = self.canvas.mark(element.role.name(), element.id);
        element.holds(self.page(), number);
    }

    /// Closes it.
    pub fn close(&mut self) {
        self.canvas.end();
    }

    /// A horizontal rule, no part of the content.
    pub fn rule(&mut self, from: f32, to: f32, y: f32, width: f32, ink: Ink) {
        self.canvas.artifact(Artifact::Layout);
        self.canvas.stroke(&[(from, y), (to, y)], width, ink);
        self.canvas.end();
    }

    /// Sets runs on the page.
    pub fn set(&mut self, at: (f32, f32), runs: &[Run]) {
        self.canvas.text(at, runs, &mut self.fonts);
    }

    /// The words of a text, shaped.
    pub fn run(&mut self, text: &str, style: Style, figures: Figures) -> Run {
        let words = pieces(text).map(|word| self.words.shaped(word, style.face, figures)).collect();
        Run { words, size: style.size, ink: style.ink }
    }

    /// A line of its own at a margin, on one baseline.
    pub fn small(&mut self, text: &str, style: Style, side: Side, baseline: f32) {
        let text = legible(text).replace('\n', " ");
        let run = self.run(&text, style, Figures::Running);
        let width: i32 = run.words.iter().map(|word| word.units).sum();
        let x = match side {
            Side::Left => SIDE,
            Side::Right => SIDE + WIDTH - crate::typography::points(width, style.size),
        };
        self.set((x, baseline), &[run]);
    }

    /// Ends the last page, now that their number is known, and writes what all pages share: the pages' root, and for
    /// each page its number and the owners of its marks.
    pub fn finish(&mut self) -> Result<(Id, Vec<Id>)> {
        self.end_page()?;
        let feet = self.feet()?;
        let fonts = self.fonts.write(&mut self.file)?;
        let resources = self.file.add(dictionary! { "Font" => fonts })?;
        let tree = self.file.promise();
        let mut kids = Vec::new();
        let mut owners = Vec::new();
        for (nth, (page, foot)) in std::mem::take(&mut self.pages).into_iter().zip(feet).enumerate() {
            let content: Vec<Object> = page.content.into_iter().chain([foot]).map(link).collect();
            let area = [0.0, 0.0, PAGE.0, PAGE.1].map(Object::Real).to_vec();
            let dict = dictionary! {
                "Type" => "Page", "Parent" => link(tree), "MediaBox" => area, "Contents" => content,
                "Resources" => link(resources), "StructParents" => integer(nth), "Tabs" => "S",
            };
            self.file.object(page.id, dict)?;
            kids.push(link(page.id));
            owners.extend(page.owners);
        }
        let count = integer(kids.len());
        self.file.object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count })?;
        Ok((tree, owners))
    }

    /// The feet of all pages, each a content of its own, since the first page was written before the last was counted.
    fn feet(&mut self) -> Result<Vec<Id>> {
        let footer = &self.document.footer;
        let pages = self.count().to_string();
        (1..=self.count())
            .map(|page| {
                self.canvas.artifact(Artifact::Footer);
                self.small(&footer.line, FOOTER, Side::Left, FOOT);
                let number = footer.page.replace("{page}", &page.to_string()).replace("{pages}", &pages);
                self.small(&number, FOOTER, Side::Right, FOOT);
                self.canvas.end();
                Ok(self.hand_in()?.0)
            })
            .collect()
    }

    /// The number in the file of the page that was begun as the nth.
    pub fn page_at(&self, nth: usize) -> Id {
        self.pages[nth].id
    }
}

/// A margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}
