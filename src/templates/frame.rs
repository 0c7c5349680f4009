//! What every report is made of beside what it says: sections with their numbers, the head and the foot of its pages, what the
//! file says of itself. It knows no section.

use super::draft::Draft;
use crate::document::{Document, Footer, Metadata};
use crate::model::case::Sample;

/// A section: whether it has something to say, and what.
pub(super) struct Section {
    /// Its name; the phrase of its heading is `<report>-<id>`.
    pub id: &'static str,
    pub stands: fn(&Draft<'_>) -> bool,
    pub write: fn(&mut Draft<'_>),
}

/// The sections of a report, in order, and how its phrases begin.
#[derive(Clone, Copy)]
pub(super) struct Sections {
    pub report: &'static str,
    pub all: &'static [Section],
}

impl Sections {
    /// Writes those that have something to say, each under its number.
    pub fn write(self, draft: &mut Draft<'_>) {
        let standing = self.all.iter().filter(|section| (section.stands)(draft)).collect::<Vec<_>>();
        for section in standing {
            let title = draft.say(&format!("{}-{}", self.report, section.id));
            let number = self.number(draft, section.id);
            let heading = draft.say_with("heading", &[("n", number.into()), ("title", title.into())]);
            draft.heading(1, heading);
            (section.write)(draft);
        }
    }

    /// The number of a section, for pointing at it: it counts the sections that stand.
    pub fn number(self, draft: &Draft<'_>, id: &str) -> u64 {
        let before = self.all.iter().take_while(|section| section.id != id);
        before.filter(|section| (section.stands)(draft)).count() as u64 + 1
    }

    /// "see section 5".
    pub fn see(self, draft: &Draft<'_>, id: &str) -> String {
        draft.say_with("see-section", &[("n", self.number(draft, id).into())])
    }
}

/// What a report says of itself: all else of its head, its foot and the file's metadata comes from the case.
pub(super) struct Head {
    /// What kind of document this is.
    pub kicker: String,
    /// The line under the title.
    pub subtitle: Option<String>,
    /// One sentence for the file's metadata.
    pub subject: String,
    /// Search words; the case's reference joins them.
    pub keywords: Vec<String>,
}

/// The document that a draft has become.
pub(super) fn document(draft: Draft<'_>, head: Head) -> Document {
    let case = &draft.file().case;
    Document {
        title: case.title.clone(),
        subtitle: head.subtitle,
        kicker: head.kicker,
        banner: case.sample.map(|sample| draft.say(banner(sample))),
        language: draft.phrases.language().to_owned(),
        metadata: Metadata {
            author: case.controller.clone().unwrap_or_else(|| case.created_by.clone()),
            subject: head.subject,
            keywords: head.keywords.into_iter().chain(case.reference.clone()).collect(),
            producer: draft.brief.program.clone(),
            created: draft.facts.as_of,
        },
        footer: Footer {
            line: footer(&draft),
            page: draft.say_with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        },
        blocks: draft.blocks,
        attachments: Vec::new(),
    }
}

const fn banner(sample: Sample) -> &'static str {
    match sample {
        Sample::Reconstructed => "sample-reconstructed",
        Sample::Fictional => "sample-fictional",
    }
}

/// Hexadecimal digits of the log's head that stand on every page; the method has all of them.
const SHOWN_OF_HEAD: usize = 12;

fn footer(draft: &Draft<'_>) -> String {
    let case = &draft.file().case;
    let reference = case.reference.as_deref();
    let parts = [
        case.controller.clone(),
        reference.map(|it| draft.say_with("footer-reference", &[("reference", it.into())])),
        Some(draft.say_with("footer-version", &[("version", draft.brief.version.into())])),
        draft.brief.log.as_ref().map(|log| {
            let head = log.head.get(..SHOWN_OF_HEAD).unwrap_or(&log.head);
            draft.say_with("footer-log", &[("entry", log.entry.unsigned_abs().into()), ("head", head.into())])
        }),
        Some(draft.say_with("footer-as-of", &[("as_of", draft.instant(draft.facts.as_of).into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
