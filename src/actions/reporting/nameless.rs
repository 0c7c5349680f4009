//! A report without names: what may stand in it all the same, and the search through what people typed, through the
//! document and through the finished file.

use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::document::Document;
use crate::error::Result;
use crate::lang::Phrases;
use crate::model::case::CaseFile;
use crate::model::facts::Subject;
use crate::store::{Connection, identities};
use crate::templates::Brief;
use crate::templates::names::{Allowed, Leak, Names, in_document, in_texts, in_typed_text};

/// The people that a report must not name.
pub(super) struct Search {
    strangers: Names,
}

impl Search {
    /// Searches what people typed, for everybody; then lets those who act be named. Names of files that name somebody
    /// are withheld, for an import's record cannot be reworded.
    ///
    /// # Errors
    /// `export.leak`.
    pub(super) async fn begin(
        conn: &mut Connection,
        subject: &mut Subject,
        brief: &mut Brief,
        phrases: &Phrases,
    ) -> Result<Self> {
        let everybody = Names::of(&identities::of_case(conn, subject.file.case.id).await?);
        let known = known(&everybody, subject, phrases);
        let strangers = everybody.without(&known);
        withhold(&strangers, subject, brief, phrases);
        refuse(in_typed_text(&strangers, &subject.file, phrases))?;
        Ok(Self { strangers: strangers.without(&acting(&subject.file)) })
    }

    /// Searches everything the document says.
    ///
    /// # Errors
    /// `export.leak`.
    pub(super) fn document(&self, document: &Document, phrases: &Phrases) -> Result<()> {
        refuse(in_document(&self.strangers, document, phrases))
    }

    /// Searches what was read back from the finished file.
    ///
    /// # Errors
    /// `export.leak`.
    pub(super) fn texts(&self, texts: &[String], phrases: &Phrases) -> Result<()> {
        refuse(in_texts(&self.strangers, texts, phrases))
    }
}

fn refuse(leak: Option<Leak>) -> Result<()> {
    leak.map_or(Ok(()), |leak| Err(leak.refusal()))
}

/// What a report says without naming anybody: the phrases, months and days, the trees, the parties.
fn known(everybody: &Names, Subject { facts, file }: &Subject, phrases: &Phrases) -> Allowed {
    let mut known = Allowed::default();
    phrases.vocabulary().for_each(|text| known.add(text));
    for month in 1..=12 {
        let day = date(2024, month, 1);
        [phrases.month(day), phrases.date_short(day), phrases.day_and_month(day)].iter().for_each(|it| known.add(it));
    }
    for day in 1..=7 {
        let at = date(2024, 1, day).to_zoned_datetime(TimeZone::UTC).map(|at| at.timestamp()).unwrap_or_default();
        known.add(&phrases.instant_with_weekday(at, &TimeZone::UTC));
    }
    let regions = facts.by_region.iter().flat_map(|row| &row.path);
    let organisations = facts.by_organisation.iter().flat_map(|row| &row.path);
    let nodes = regions.chain(organisations).filter(|name| !everybody.is_somebody(name));
    nodes.chain(&file.case.controller).for_each(|name| known.add_name(name));
    for party in &file.parties {
        known.add_name(&party.organisation);
        party.on_behalf_of.iter().for_each(|name| known.add_name(name));
    }
    known
}

/// Who acts in the case may be named where a report names who acts.
fn acting(file: &CaseFile) -> Allowed {
    let mut acting = Allowed::default();
    let who = std::iter::once(&file.case.created_by)
        .chain(file.determinations.iter().map(|it| &it.by))
        .chain(file.claims.iter().filter_map(|it| it.adopted_by.as_ref()))
        .chain(file.imports.iter().map(|it| &it.by))
        .chain(file.parties.iter().filter_map(|it| it.dpo.as_ref()))
        .chain(file.answers.iter().filter(|(key, _)| key == "dpo").map(|(_, value)| value));
    who.for_each(|name| acting.add(name));
    acting
}

/// Names of files that name somebody become the words that say so; their hash still tells which they are.
fn withhold(names: &Names, subject: &mut Subject, brief: &mut Brief, phrases: &Phrases) {
    let imported = subject.file.imports.iter_mut().flat_map(|import| &mut import.files).map(|file| &mut file.name);
    let used = brief.sheet.iter_mut().flat_map(|sheet| &mut sheet.files).map(|file| &mut file.file);
    for name in imported.chain(used).filter(|name| names.find(name).is_some()) {
        *name = phrases.say("file-name-withheld");
    }
}
