//! The dossier: the internal documentation that Art. 33(5) GDPR asks for. It is not the notification, and it never
//! says more than the facts: what nobody determined is open, and no deadline is invented.
//!
//! The first page holds what docs/model.md, A paper, asks of it, in that order; the sections follow where it ends, for a
//! first page that is one line too long would leave the second one empty.

mod annex;
mod answers;
mod changes;
mod claims;
mod consequences;
mod decisions;
mod exposures;
mod first_page;
mod first_table;
mod incident;
mod measures;
mod method;
mod number_sheet;
mod numbers;
mod parties;
mod persons;
mod timeline;

use super::draft::Draft;
use super::{Brief, Template};
use crate::document::{Document, Footer, Metadata};
use crate::lang::Phrases;
use crate::model::case::Sample;
use crate::model::facts::Subject;
use crate::model::words::DeterminationKind;

/// The dossier.
pub const TEMPLATE: Template = Template { id: "dossier", compose };

/// A section: whether it has something to say, and what.
struct Section {
    /// `dossier-<id>` is its heading.
    id: &'static str,
    stands: fn(&Draft<'_>) -> bool,
    write: fn(&mut Draft<'_>),
}

/// Every section, in order.
const SECTIONS: &[Section] = &[
    Section { id: "changes", stands: changes::stands, write: changes::write },
    Section { id: "incident", stands: incident::stands, write: incident::write },
    Section { id: "numbers", stands: |_| true, write: numbers::write },
    Section { id: "persons", stands: |_| true, write: persons::write },
    Section { id: "exposures", stands: exposures::stands, write: exposures::write },
    Section { id: "timeline", stands: |_| true, write: timeline::write },
    Section { id: "claims", stands: claims::stands, write: claims::write },
    Section { id: "parties", stands: parties::stands, write: parties::write },
    Section { id: "decisions", stands: |_| true, write: decisions::write },
    Section { id: "consequences", stands: |_| true, write: consequences::write },
    Section { id: "measures", stands: |_| true, write: measures::write },
    Section { id: "number-sheet", stands: number_sheet::stands, write: number_sheet::write },
    Section { id: "method", stands: |_| true, write: method::write },
    Section { id: "annex", stands: annex::stands, write: annex::write },
];

fn compose(subject: &Subject, brief: &Brief, phrases: &Phrases) -> Document {
    let mut draft = Draft::new(subject, brief, phrases);
    first_page::write(&mut draft);
    let standing = SECTIONS.iter().filter(|section| (section.stands)(&draft)).collect::<Vec<_>>();
    for section in standing {
        let heading = heading(&draft, section.id);
        draft.heading(1, heading);
        (section.write)(&mut draft);
    }
    document(draft)
}

/// "5. Decisions": the number counts the sections that stand.
fn heading(draft: &Draft<'_>, id: &str) -> String {
    let title = draft.say(&format!("dossier-{id}"));
    draft.say_with("heading", &[("n", section(draft, id).into()), ("title", title.into())])
}

/// The number of a section, for pointing at it.
fn section(draft: &Draft<'_>, id: &str) -> u64 {
    let before = SECTIONS.iter().take_while(|section| section.id != id);
    before.filter(|section| (section.stands)(draft)).count() as u64 + 1
}

/// "see section 5".
fn see(draft: &Draft<'_>, id: &str) -> String {
    draft.say_with("see-section", &[("n", section(draft, id).into())])
}

fn document(draft: Draft<'_>) -> Document {
    let case = &draft.file().case;
    Document {
        title: case.title.clone(),
        subtitle: Some(subtitle(&draft)),
        kicker: draft.say(if draft.brief.names { "dossier-kicker-names" } else { "dossier-kicker" }),
        banner: case.sample.map(|sample| draft.say(banner(sample))),
        language: draft.phrases.language().to_owned(),
        metadata: metadata(&draft),
        footer: Footer {
            line: footer(&draft),
            page: draft.say_with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        },
        blocks: draft.blocks,
        attachments: Vec::new(),
    }
}

fn subtitle(draft: &Draft<'_>) -> String {
    let as_of = draft.instant(draft.facts.as_of);
    let Some(previous) = draft.brief.previous.filter(|_| draft.brief.version > 1) else {
        return draft.say_with("dossier-first", &[("version", draft.brief.version.into()), ("as_of", as_of.into())]);
    };
    draft.say_with(
        "dossier-follow-up",
        &[
            ("before", (draft.brief.version - 1).into()),
            ("date", draft.date(previous).into()),
            ("section", section(draft, "changes").into()),
        ],
    )
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

fn metadata(draft: &Draft<'_>) -> Metadata {
    let case = &draft.file().case;
    let author = case.controller.clone().unwrap_or_else(|| case.created_by.clone());
    let keywords = ["dossier-keyword-article", "dossier-keyword-kind"].map(|id| draft.say(id));
    let subject = draft.say_with("dossier-subject", &[("as_of", draft.instant(draft.facts.as_of).into())]);
    Metadata {
        author,
        subject,
        keywords: keywords.into_iter().chain(case.reference.clone()).collect(),
        producer: draft.brief.program.clone(),
        created: draft.facts.as_of,
    }
}

/// Whether somebody determined that the incident is a personal-data breach; before that the word is *incident*.
fn is_breach(draft: &Draft<'_>) -> bool {
    draft.file().determined(DeterminationKind::Breach).is_some_and(|it| it.value == "yes")
}
