//! A deed under way: one intention, one transaction, one entry in the log. Dropped before it is done, it never was.

use std::ops::{Deref, DerefMut};

use serde_json::Value;

use super::Session;
use crate::error::Result;
use crate::model::case::Sample;
use crate::model::ids::{CaseId, DeedId};
use crate::model::verb::Verb;
use crate::model::who::Act;
use crate::store::deeds;
use crate::store::entities::work::Work;
use crate::store::{Connection, Writing, cases};

/// A deed under way. It stands for its connection, so that the store's functions take it.
pub struct Deed<'s> {
    change: Writing<'s>,
    work: Work<'s>,
}

impl Session {
    /// Begins a deed on a case. It is done when it is the book's turn, not when it was asked for.
    ///
    /// # Errors
    /// `case.missing`, `book.read_only`; what the store refuses.
    pub(super) async fn deed(&self, case: CaseId, verb: Verb, params: &Value) -> Result<Deed<'_>> {
        Deed::begin(self.store.begin().await?, self.act_now(), case, verb, params).await
    }

    /// Begins the first deed of a case, which makes it.
    ///
    /// # Errors
    /// `case.without_title`; as [`Self::deed`].
    pub(super) async fn first_deed(&self, title: &str, sample: Option<Sample>, params: &Value) -> Result<Deed<'_>> {
        let (mut change, act) = (self.store.begin().await?, self.act_now());
        let case = cases::insert(&mut change, &act, title, sample).await?;
        Deed::begin(change, act, case, Verb::CaseNew, params).await
    }
}

impl<'s> Deed<'s> {
    async fn begin(mut change: Writing<'s>, act: Act<'s>, case: CaseId, verb: Verb, params: &Value) -> Result<Self> {
        let zone = cases::zone(&mut change, case).await?;
        let deed_id = deeds::begin(&mut change, &act, Some(case), verb, params).await?;
        Ok(Self { change, work: Work { act, deed_id, case_id: case, zone } })
    }

    /// Its id.
    pub(super) const fn id(&self) -> DeedId {
        self.work.deed_id
    }

    /// The case that it is done to.
    pub(super) const fn case(&self) -> CaseId {
        self.work.case_id
    }

    /// The connection, and what the deed works on.
    pub(super) fn parts(&mut self) -> (&mut Connection, &mut Work<'s>) {
        (&mut self.change, &mut self.work)
    }

    /// It is done: so many rows or accounts differ, and this is what the log says more.
    ///
    /// # Errors
    /// What the store refuses; then it never was.
    pub(super) async fn done(mut self, changed: u64, detail: &Value) -> Result<()> {
        deeds::finish(&mut self.change, self.work.deed_id, &self.work.act, changed, detail).await?;
        self.change.commit().await
    }

    /// The same, unless nothing differs: then it never was.
    ///
    /// # Errors
    /// As [`Self::done`].
    pub(super) async fn done_if_changed(self, changed: u64, detail: &Value) -> Result<()> {
        if changed == 0 { Ok(()) } else { self.done(changed, detail).await }
    }
}

impl Deref for Deed<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.change
    }
}

impl DerefMut for Deed<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.change
    }
}
