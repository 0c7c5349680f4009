//! The structure tree: what each mark on a page is, for whoever does not see the page (ISO 32000-1, 14.7 and 14.8).
//!
//! An element is written the moment it is complete and then forgotten, so that an annex of 600,000 cells stays small.
//! It knows no page's look.

use lopdf::dictionary;

use super::contents::Id;
use super::file::{File, encoded, integer, link, text, whole};
use crate::error::Result;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The whole.
    Document,
    /// The document's title.
    Title,
    /// A heading, 1 to 3.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A group without a meaning of its own.
    Group,
    /// A list whose labels are bullets.
    Bullets,
    /// A list whose labels are terms.
    Terms,
    /// An item of a list.
    Item,
    /// An item's label.
    Label,
    /// What an item says.
    Body,
    /// A table.
    Table,
    /// Its header rows.
    Head,
    /// Its other rows.
    Rows,
    /// A row.
    Row,
    /// A cell that heads a column.
    ColumnHeader,
    /// A cell that heads a row.
    RowHeader,
    /// Any other cell.
    Cell,
    /// A picture.
    Figure,
    /// What stands above a table or below a picture.
    Caption,
}

impl Role {
    /// The standard structure type (14.8.4), or one of ours that [`close`] maps to one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Title => "Title",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::Group => "Div",
            Self::Bullets | Self::Terms => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
            Self::Table => "Table",
            Self::Head => "THead",
            Self::Rows => "TBody",
            Self::Row => "TR",
            Self::ColumnHeader | Self::RowHeader => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Caption => "Caption",
        }
    }

    fn attributes(self) -> &'static str {
        match self {
            Self::Bullets => "/A<</O/List/ListNumbering/Disc>>",
            Self::Terms => "/A<</O/List/ListNumbering/None>>",
            Self::ColumnHeader => "/A<</O/Table/Scope/Column>>",
            Self::RowHeader => "/A<</O/Table/Scope/Row>>",
            Self::Document | Self::Title | Self::Heading(_) | Self::Paragraph | Self::Group | Self::Item => "",
            Self::Label | Self::Body | Self::Table | Self::Head | Self::Rows | Self::Row | Self::Cell => "",
            Self::Figure | Self::Caption => "",
        }
    }
}

/// An element that is not yet complete.
pub(super) struct Element {
    /// Its number in the file.
    pub id: Id,
    /// What it is.
    pub role: Role,
    parent: Id,
    kids: Vec<Kid>,
    more: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kid {
    Element(Id),
    Marked { page: Id, number: usize },
}

impl Element {
    /// The element that holds all others, and the tree's root above it.
    pub fn root(file: &mut File) -> Self {
        let parent = file.promise();
        Self { id: file.promise(), role: Role::Document, parent, kids: Vec::new(), more: Vec::new() }
    }

    /// A new element, last in this one.
    pub fn child(&mut self, role: Role, file: &mut File) -> Self {
        let id = file.promise();
        self.kids.push(Kid::Element(id));
        Self { id, role, parent: self.id, kids: Vec::new(), more: Vec::new() }
    }

    /// Marks number so-and-so on the page belong to it.
    pub fn holds(&mut self, page: Id, number: usize) {
        self.kids.push(Kid::Marked { page, number });
    }

    /// Says a picture in words, and where it stands: left, bottom, right, top.
    pub fn depicts(&mut self, words: &str, area: [f32; 4]) {
        self.more.extend_from_slice(b"/Alt");
        self.more.extend_from_slice(&encoded(text(words)));
        let [left, bottom, right, top] = area;
        let layout = format!("/A<</O/Layout/Placement/Block/BBox[{left} {bottom} {right} {top}]>>");
        self.more.extend_from_slice(layout.as_bytes());
    }

    /// Writes it; it has all its children.
    pub fn close(self, file: &mut File) -> Result<()> {
        let page = self.kids.iter().find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        file.packed(self.id, |out| {
            put(out, &["<</S/", self.role.name(), "/P "]);
            reference(out, self.parent);
            put(out, &[self.role.attributes()]);
            if let Some(page) = page {
                put(out, &["/Pg "]);
                reference(out, page);
            }
            put(out, &["/K"]);
            kids(out, &self.kids, page);
            out.extend_from_slice(&self.more);
            put(out, &[">>"]);
        })
    }
}

fn kids(out: &mut Vec<u8>, kids: &[Kid], home: Option<Id>) {
    let single = kids.len() == 1;
    out.push(if single { b' ' } else { b'[' });
    for kid in kids {
        match *kid {
            Kid::Element(id) => reference(out, id),
            Kid::Marked { page, number } if Some(page) == home => whole(out, number),
            Kid::Marked { page, number } => {
                put(out, &["<</Type/MCR/Pg "]);
                reference(out, page);
                put(out, &["/MCID "]);
                whole(out, number);
                put(out, &[">>"]);
            }
        }
        out.push(b' ');
    }
    if !single {
        out.push(b']');
    }
}

fn put(out: &mut Vec<u8>, words: &[&str]) {
    words.iter().for_each(|word| out.extend_from_slice(word.as_bytes()));
}

fn reference(out: &mut Vec<u8>, id: Id) {
    whole(out, id as usize);
    put(out, &[" 0 R"]);
}

/// For a page: which element each of its marks belongs to, in their order.
pub(super) fn owners(file: &mut File, elements: &[Id]) -> Result<Id> {
    let id = file.promise();
    file.packed(id, |out| {
        out.push(b'[');
        for &element in elements {
            reference(out, element);
            out.push(b' ');
        }
        out.push(b']');
    })?;
    Ok(id)
}

/// Closes the tree: the element that holds all others, the owners of all pages' marks in page order, our own names.
pub(super) fn close(document: Element, pages: &[Id], file: &mut File) -> Result<Id> {
    let root = document.parent;
    let first = link(document.id);
    document.close(file)?;
    let owners = pages.iter().enumerate().flat_map(|(nth, &id)| [integer(nth), link(id)]).collect::<Vec<_>>();
    let tree = file.add(dictionary! { "Nums" => owners })?;
    file.object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => vec![first], "ParentTree" => link(tree),
            "ParentTreeNextKey" => integer(pages.len()), "RoleMap" => dictionary! { "Title" => "P" },
        },
    )?;
    Ok(root)
}
