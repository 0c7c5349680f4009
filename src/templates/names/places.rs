//! Where a name may stand: in what people typed, in a document, in a finished file. A leak says where, never whom.

use super::{Names, Secret};
use crate::document::{Block, Document, Inline, Text};
use crate::error::Error;
use crate::lang::Phrases;
use crate::model::case::CaseFile;

/// A secret that stands where it must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// Of which kind.
    pub secret: Secret,
    /// Where: a section's heading, or the name of a part.
    pub place: String,
}

impl Leak {
    /// The refusal.
    #[must_use]
    pub fn refusal(&self) -> Error {
        Error::new("export.leak").with("kind", self.secret.id()).with("place", &self.place)
    }
}

/// Looks through everything the document says, its metadata and attachments among it.
#[must_use]
pub fn in_document(names: &Names, document: &Document, phrases: &Phrases) -> Option<Leak> {
    head(names, document, phrases)
        .or_else(|| body(names, document, phrases))
        .or_else(|| attached(names, document, phrases))
}

fn head(names: &Names, document: &Document, phrases: &Phrases) -> Option<Leak> {
    let metadata = &document.metadata;
    let title = [&document.title, &document.kicker].into_iter().chain(&document.subtitle).chain(&document.banner);
    let told = [&metadata.author, &metadata.subject, &metadata.producer].into_iter().chain(&metadata.keywords);
    let parts: [(&str, Vec<&String>); 3] = [
        ("leak-title", title.collect()),
        ("leak-metadata", told.collect()),
        ("leak-footer", vec![&document.footer.line]),
    ];
    parts.iter().find_map(|(place, texts)| {
        let secret = texts.iter().find_map(|text| names.find(text))?;
        Some(Leak { secret, place: phrases.say(place) })
    })
}

/// The place of a block is the heading it stands under; before the first one, the first page.
fn body(names: &Names, document: &Document, phrases: &Phrases) -> Option<Leak> {
    let first_page = phrases.say("leak-first-page");
    let mut place = &first_page;
    for block in &document.blocks {
        if let Block::Heading { text, .. } = block {
            place = text;
        }
        if let Some(secret) = in_block(names, block) {
            return Some(Leak { secret, place: place.clone() });
        }
    }
    None
}

fn in_block(names: &Names, block: &Block) -> Option<Secret> {
    let run = |text: &Text| names.find(&text.iter().map(Inline::text).collect::<String>());
    let run_on = match block {
        Block::Paragraph(text, _) => run(text),
        Block::Pairs(pairs) => pairs.iter().find_map(|pair| run(&pair.text)),
        Block::List(items) => items.iter().find_map(run),
        _ => None,
    };
    run_on.or_else(|| block.texts().into_iter().find_map(|text| names.find(text)))
}

fn attached(names: &Names, document: &Document, phrases: &Phrases) -> Option<Leak> {
    document.attachments.iter().find_map(|file| {
        let content = String::from_utf8_lossy(&file.bytes);
        let secret = [&file.name, &file.description, content.as_ref()].into_iter().find_map(|text| names.find(text))?;
        Some(Leak { secret, place: phrases.say("leak-attachment") })
    })
}

/// Looks through the texts that were read back from a finished file.
#[must_use]
pub fn in_texts(names: &Names, texts: &[String], phrases: &Phrases) -> Option<Leak> {
    let secret = texts.iter().find_map(|text| names.find_in_print(text))?;
    Some(Leak { secret, place: phrases.say("leak-file") })
}

/// Looks through what people typed freely, for everybody of the list, those who act in the case among them.
#[must_use]
pub fn in_typed_text(names: &Names, file: &CaseFile, phrases: &Phrases) -> Option<Leak> {
    let secret = |texts: &[Option<&String>]| texts.iter().flatten().find_map(|text| names.find(text));
    typed(file).into_iter().find_map(|(place, texts)| Some(Leak { secret: secret(&texts)?, place: phrases.say(place) }))
}

/// Each free text, with the phrase of the section it is printed in.
fn typed(file: &CaseFile) -> Vec<(&'static str, Vec<Option<&String>>)> {
    let mut all = vec![("leak-title", vec![Some(&file.case.title), file.case.reference.as_ref()])];
    let answers = file.answers.iter().chain(file.answers_of.iter().flat_map(|it| &it.answers));
    all.extend(answers.map(|(_, value)| ("leak-answers", vec![Some(value)])));
    all.extend(file.parties.iter().map(|it| ("dossier-parties", vec![it.reference.as_ref(), it.sector.as_ref()])));
    all.extend(file.milestones.iter().map(|it| ("dossier-timeline", vec![it.what.as_ref(), it.source.as_ref()])));
    all.extend(file.coverage.iter().map(|it| ("dossier-timeline", vec![Some(&it.what), it.reason.as_ref()])));
    all.extend(file.determinations.iter().map(|it| ("dossier-decisions", vec![it.reason.as_ref()])));
    all.extend(file.claims.iter().map(|it| ("dossier-claims", vec![Some(&it.source), it.reason.as_ref()])));
    all.extend(file.exposures.iter().map(|it| ("dossier-exposures", vec![it.note.as_ref(), it.source.as_ref()])));
    all.extend(file.measures.iter().map(|it| ("dossier-measures", vec![Some(&it.what), it.source.as_ref()])));
    all.extend(file.open_points.iter().map(|it| ("open-heading", vec![Some(&it.what)])));
    all
}
