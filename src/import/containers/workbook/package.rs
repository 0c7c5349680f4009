//! The parts of a workbook: where its sheets, its texts and its styles stand.
//!
//! It opens no sheet by itself.

use std::collections::HashMap;
use std::io::{self, Read, Seek};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::xml::{Event, Xml, attribute, broken};
use crate::import::containers::zip::{self, Entry, Room, Unpacked};

/// What is read beside the sheets: names, relationships, styles. None of it is larger.
const SMALL: u64 = 16 * 1024 * 1024;

/// XML of a sheet, or of the texts that cells share, is no longer.
const LARGE: u64 = 1024 * 1024 * 1024;

/// All that is unpacked, each part as often as it is read.
const ALL: u64 = 4 * LARGE;

/// What a ZIP file that looks like a workbook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook in OOXML.
    Workbook,
    /// A workbook in BIFF12.
    BinaryWorkbook,
    /// A spreadsheet in OpenDocument.
    OpenDocument,
    /// Something else.
    Other,
}

/// One of these stands at the top of a package; a ZIP that holds an unpacked workbook among others is none.
const PACKAGED: [&str; 3] = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"];

/// What a ZIP file with these entries is.
pub fn kind(entries: &[Entry]) -> Kind {
    let has = |name: &str| entries.iter().any(|it| it.name.eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        Kind::BinaryWorkbook
    } else if PACKAGED.iter().any(|it| has(it))
        && entries.iter().any(|it| it.name.to_ascii_lowercase().ends_with("workbook.xml"))
    {
        Kind::Workbook
    } else if has("content.xml") && has("mimetype") {
        Kind::OpenDocument
    } else {
        Kind::Other
    }
}

/// A sheet of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// What it is called.
    pub name: String,
    /// A reader of the workbook does not see it.
    pub hidden: bool,
    /// Its part.
    pub part: String,
}

/// The parts of a workbook.
pub struct Package<R> {
    source: R,
    left: Arc<AtomicU64>,
    entries: HashMap<String, Entry>,
    /// Its sheets, those that are seen before those that are hidden.
    pub sheets: Vec<SheetPart>,
    /// The part of the texts that cells share.
    strings: String,
    /// The part of the styles.
    styles: String,
    /// Days are counted from 1904.
    pub since_1904: bool,
}

impl<R: Read + Seek + Clone> Package<R> {
    /// Looks through the parts that say where the others are.
    ///
    /// # Errors
    /// What the source refuses; `import.broken_workbook`, `import.workbook_too_large`.
    pub fn open(source: R, entries: Vec<Entry>) -> io::Result<Self> {
        let entries = entries.into_iter().map(|it| (it.name.to_lowercase(), it)).collect();
        let mut package = Self {
            source,
            left: Arc::new(AtomicU64::new(ALL)),
            entries,
            sheets: Vec::new(),
            strings: String::new(),
            styles: String::new(),
            since_1904: false,
        };
        let main = package.main()?;
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let related = package.related(folder, &format!("{folder}/_rels/{name}.rels"))?;
        let of = |kind: &str, usual: &str| {
            let found = related.values().find(|it| it.kind == kind).map(|it| it.part.clone());
            found.unwrap_or_else(|| resolved(folder, usual))
        };
        package.strings = of("sharedStrings", "sharedStrings.xml");
        package.styles = of("styles", "styles.xml");
        package.list(&main, &related)?;
        Ok(package)
    }

    /// The part of the workbook itself.
    fn main(&self) -> io::Result<String> {
        let related = self.related("", "_rels/.rels")?;
        let named = related.into_values().find(|it| it.kind == "officeDocument").map(|it| it.part);
        let found = named.filter(|it| self.has(it));
        let usual = || self.entries.keys().find(|it| it.ends_with("workbook.xml")).cloned();
        found.or_else(usual).ok_or_else(|| broken("no workbook in it"))
    }

    fn has(&self, part: &str) -> bool {
        self.entries.contains_key(&part.to_lowercase())
    }

    /// What a part is related to, by id; none where that is not said.
    fn related(&self, folder: &str, part: &str) -> io::Result<HashMap<String, Related>> {
        let mut found = HashMap::new();
        let Some(mut xml) = self.part(part.trim_start_matches('/'), SMALL)? else { return Ok(found) };
        loop {
            match xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                    let get = |name: &str| attribute(&start, name).unwrap_or_default();
                    let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    found.insert(get("Id").into_owned(), Related { kind, part: resolved(folder, &get("Target")) });
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    /// Lists its sheets.
    fn list(&mut self, main: &str, related: &HashMap<String, Related>) -> io::Result<()> {
        let mut xml = self.part(main, SMALL)?.ok_or_else(|| broken("no workbook in it"))?;
        let mut sheets = Vec::new();
        let mut since_1904 = false;
        loop {
            match xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "sheet" => {
                        let get = |name: &str| attribute(&start, name).unwrap_or_default();
                        let related =
                            related.get(get("id").as_ref()).ok_or_else(|| broken("a sheet without a part"))?;
                        // Sheets of charts and dialogs hold no rows.
                        if related.kind == "worksheet" {
                            let hidden = matches!(get("state").as_ref(), "hidden" | "veryHidden");
                            sheets.push(SheetPart {
                                name: get("name").into_owned(),
                                hidden,
                                part: related.part.clone(),
                            });
                        }
                    }
                    "workbookPr" => {
                        since_1904 |=
                            attribute(&start, "date1904").is_some_and(|it| matches!(it.as_ref(), "1" | "true"));
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        sheets.sort_by_key(|it| it.hidden);
        self.sheets = sheets;
        self.since_1904 = since_1904;
        Ok(())
    }

    /// The part of the texts that cells share.
    pub fn strings(&self) -> io::Result<Option<Xml<Unpacked<R>>>> {
        self.part(&self.strings, LARGE)
    }

    /// The part of the styles.
    pub fn styles(&self) -> io::Result<Option<Xml<Unpacked<R>>>> {
        self.part(&self.styles, SMALL)
    }

    /// The part of a sheet, as it is unpacked.
    pub fn sheet(&self, sheet: &SheetPart) -> io::Result<Unpacked<R>> {
        self.unpacked(&sheet.part, LARGE)?.ok_or_else(|| broken("a sheet without a part"))
    }

    fn part(&self, name: &str, most: u64) -> io::Result<Option<Xml<Unpacked<R>>>> {
        Ok(self.unpacked(name, most)?.map(Xml::new))
    }

    fn unpacked(&self, name: &str, most: u64) -> io::Result<Option<Unpacked<R>>> {
        let Some(entry) = self.entries.get(&name.to_lowercase()) else { return Ok(None) };
        let (left, too_much, broken) = (Arc::clone(&self.left), "import.workbook_too_large", "import.broken_workbook");
        let room = Room { most, left, too_much, broken };
        zip::open(self.source.clone(), entry, room).map(Some)
    }
}

/// What a part is related to.
struct Related {
    /// The last word of its type.
    kind: String,
    part: String,
}

/// A target, as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let whole =
        if let Some(absolute) = target.strip_prefix('/') { absolute.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_absolute_or_seen_from_its_folder() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "../other/./a.xml", "other/a.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("a/b", "..\\..\\..\\c.xml", "c.xml"),
        ] {
            assert_eq!(resolved(folder, target), part, "{folder} {target}");
        }
    }
}
