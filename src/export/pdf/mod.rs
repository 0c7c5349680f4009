//! PDF: reports that can be read by everyone and kept for long, PDF/A-3a and PDF/UA-1, tagged from the first page.
//!
//! printpdf writes what is drawn, [`script`] the text, lopdf what hangs together; the file itself is written by
//! [`file`], as it grows.
//! It knows documents only. It asks for no font, no clock and no other file.

mod backend;
mod blocks;
mod canvas;
mod conformance;
mod contents;
mod drawing;
mod file;
mod fitted;
mod fonts;
mod look;
mod outline;
mod press;
mod prose;
mod read_back;
mod script;
mod structure;
mod table;
mod widths;

use std::io::Write;

use super::{Format, Written};
use crate::document::Document;
use crate::error::Result;
use crate::typography::unshown;
use conformance::Parts;
use file::File;
use outline::Bookmark;
use press::Press;
use structure::Element;

/// The format.
pub(super) const FORMAT: Format =
    Format { id: "pdf", extension: "pdf", media_type: "application/pdf", write, read: read_back::texts };

/// Writes the document; the same one gives the same bytes.
///
/// # Errors
/// `export.unwritable` where the bytes cannot be put down.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<Written> {
    let mut file = File::begin(out)?;
    let mut whole = Element::root(&mut file);
    let mut press = Press::begin(document, file);
    blocks::document(document, &mut whole, &mut press)?;
    let bookmarks = bookmarks(&mut press);
    let pages = u32::try_from(press.count()).expect("fewer than 2^32 pages fit on any disk");
    let (tree, owners) = press.finish()?;
    let mut file = press.file;
    let structure = structure::close(whole, &owners, &mut file)?;
    let outlines = outline::write(&bookmarks, &mut file)?;
    let (root, information) = conformance::write(document, &Parts { pages: tree, structure, outlines }, &mut file)?;
    file.end(root, information)?;
    Ok(Written { pages, unshown: document.texts().flat_map(unshown).collect() })
}

fn bookmarks(press: &mut Press) -> Vec<Bookmark> {
    let headings = std::mem::take(&mut press.headings);
    let found = headings.into_iter();
    found.map(|(level, text, page, top)| Bookmark { level, text, page: press.page_at(page), top }).collect()
}
