//! Bookmarks: the headings, one within the other as their levels say.
//!
//! It never leaves a level out: a heading too deep stands under the one before it.

use lopdf::{Dictionary, Object, dictionary};

use super::contents::Id;
use super::file::{File, integer, link, text};
use super::look::PAGE;
use crate::error::Result;

/// A heading to be listed.
pub(super) struct Bookmark {
    /// 1 to 3.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// The page it stands on.
    pub page: Id,
    /// How far from its upper edge.
    pub top: f32,
}

/// Writes them; nothing where there are none.
pub(super) fn write(bookmarks: &[Bookmark], file: &mut File) -> Result<Option<Id>> {
    if bookmarks.is_empty() {
        return Ok(None);
    }
    let root = file.promise();
    let ids: Vec<Id> = bookmarks.iter().map(|_| file.promise()).collect();
    let parents = parents(bookmarks);
    let siblings =
        |parent: Option<usize>| -> Vec<usize> { (0..bookmarks.len()).filter(|&nth| parents[nth] == parent).collect() };
    for (nth, bookmark) in bookmarks.iter().enumerate() {
        let mut dict = dictionary! {
            "Title" => text(&bookmark.text), "Dest" => destination(bookmark),
            "Parent" => link(parents[nth].map_or(root, |parent| ids[parent])),
        };
        neighbours(&mut dict, nth, &siblings(parents[nth]), &ids);
        // Closed at first: only sections show (ISO 32000-1, table 153).
        ends(&mut dict, &siblings(Some(nth)), &ids, -1);
        file.object(ids[nth], dict)?;
    }
    let mut dict = dictionary! { "Type" => "Outlines" };
    ends(&mut dict, &siblings(None), &ids, 1);
    file.object(root, dict)?;
    Ok(Some(root))
}

/// For each bookmark the last one before it that is less deep.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let above = |nth: usize| (0..nth).rev().find(|&before| bookmarks[before].level < bookmarks[nth].level);
    (0..bookmarks.len()).map(above).collect()
}

fn neighbours(dict: &mut Dictionary, nth: usize, siblings: &[usize], ids: &[Id]) {
    let place = siblings.iter().position(|&sibling| sibling == nth).unwrap_or(0);
    if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
        dict.set("Prev", link(ids[*before]));
    }
    if let Some(after) = siblings.get(place + 1) {
        dict.set("Next", link(ids[*after]));
    }
}

fn ends(dict: &mut Dictionary, children: &[usize], ids: &[Id], sign: i64) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        dict.set("First", link(ids[*first]));
        dict.set("Last", link(ids[*last]));
        let count = i64::try_from(children.len()).expect("a document has few headings");
        dict.set("Count", sign * count);
    }
}

fn destination(bookmark: &Bookmark) -> Vec<Object> {
    let top = PAGE.1 - bookmark.top + 12.0;
    vec![link(bookmark.page), "XYZ".into(), integer(0), Object::Real(super::canvas::grid(top)), Object::Null]
}
