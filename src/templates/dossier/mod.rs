//! The dossier: the internal documentation that Art. 33(5) GDPR asks for. It is not the notification, and it never
//! says more than the facts: what nobody determined is open, and no deadline is invented.
//!
//! The first page holds what docs/model.md, A paper, asks of it, in that order; the sections follow where it ends, for a
//! first page that is one line too long would leave the second one empty.

mod annex;
mod changes;
mod claims;
mod consequences;
mod exposures;
mod first_page;
mod first_table;
mod incident;
mod made;
mod measures;
mod method;
mod node_table;
mod number_sheet;
mod numbers;
mod parties;
mod persons;
mod timeline;

use super::draft::Draft;
use super::frame::{self, Head, Section, Sections};
use super::{Brief, Needs, Template};
use crate::document::Document;
use crate::lang::Phrases;
use crate::model::facts::Subject;

/// The dossier.
pub const TEMPLATE: Template =
    Template { id: "dossier", needs: Needs { sheet: true, accounts: true, annex: true, ..Needs::NOTHING }, compose };

/// Every section, in order.
const SECTIONS: Sections = Sections {
    report: "dossier",
    all: &[
        Section { id: "changes", stands: changes::stands, write: changes::write },
        Section { id: "incident", stands: incident::stands, write: incident::write },
        Section { id: "numbers", stands: |_| true, write: numbers::write },
        Section { id: "persons", stands: |_| true, write: persons::write },
        Section { id: "exposures", stands: exposures::stands, write: exposures::write },
        Section { id: "timeline", stands: |_| true, write: timeline::write },
        Section { id: "claims", stands: claims::stands, write: claims::write },
        Section { id: "parties", stands: parties::stands, write: parties::write },
        Section { id: "decisions", stands: |_| true, write: made::write },
        Section { id: "consequences", stands: |_| true, write: consequences::write },
        Section { id: "measures", stands: |_| true, write: measures::write },
        Section { id: "number-sheet", stands: number_sheet::stands, write: number_sheet::write },
        Section { id: "method", stands: |_| true, write: method::write },
        Section { id: "annex", stands: annex::stands, write: annex::write },
    ],
};

fn compose(subject: &Subject, brief: &Brief, phrases: &Phrases) -> Document {
    let mut draft = Draft::new(subject, brief, phrases);
    first_page::write(&mut draft);
    SECTIONS.write(&mut draft);
    let head = Head {
        kicker: draft.say(if brief.names { "dossier-kicker-names" } else { "dossier-kicker" }),
        subtitle: Some(subtitle(&draft)),
        subject: draft.say_with("dossier-subject", &[("as_of", draft.instant(draft.facts.as_of).into())]),
        keywords: ["dossier-keyword-article", "dossier-keyword-kind"].map(|id| draft.say(id)).to_vec(),
    };
    frame::document(draft, head)
}

/// "see section 5".
fn see(draft: &Draft<'_>, id: &str) -> String {
    SECTIONS.see(draft, id)
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
            ("section", SECTIONS.number(draft, "changes").into()),
        ],
    )
}
