//! Rows of which a key is known: merged into the account that they are of, or, where they are of none, written as a new
//! one. Where a row calls by one name what the case holds as two, it says so.

use jiff::tz::TimeZone;

use super::chunks::Row;
use super::identifying::{Identified, Identifying, Lead};
use super::new_account::account_alone;
use super::{Writing, enriching};
use crate::error::Result;
use crate::model::account::{AccountKey, Problem};
use crate::model::ids::{AccountId, CaseId};
use crate::store::accounts::aliases::{Stating, settled};
use crate::store::accounts::conflicts::Conflicts;
use crate::store::accounts::field::Field;
use crate::store::accounts::sightings::{Account, Ledger};
use crate::store::accounts::stated::{Hands, Source, Stated};
use crate::store::base::bulk::Bulk;
use crate::store::values::standing::{Band, Standing};

/// What merging needs, ready.
pub struct Merging<'b> {
    bulk: &'b Bulk<'b>,
    pub ledger: Ledger<'b>,
    conflicts: Conflicts<'b>,
    identifying: Identifying<'b>,
}

impl<'b> Merging<'b> {
    pub fn new(bulk: &'b Bulk<'_>, case_id: CaseId) -> Result<Self> {
        let (ledger, conflicts) = (Ledger::new(bulk)?, Conflicts::new(bulk)?);
        Ok(Self { bulk, ledger, conflicts, identifying: Identifying::new(bulk, case_id)? })
    }

    /// Merges a row into the account that is there, or writes it as a new one; `id` is the one that it has then.
    pub fn merge(&mut self, writing: &mut Writing<'_>, id: AccountId, row: &Row) -> Result<()> {
        let found = self.identifying.of(row, Some(id))?;
        let (import, file, seq) = (writing.import, writing.file, id.raw() - writing.first_account.raw() + 1);
        let (brings, deed) = (!writing.terms.enrich, writing.terms.deed_id);
        let source = Source { import, seq, file, line: row.line, brings, deed };
        match found.account {
            Some(account) => self.merge_into(writing, account, (row, &found), &source),
            None => self.as_new(writing, id, (row, &found), &source),
        }
    }

    fn merge_into(
        &mut self,
        writing: &mut Writing<'_>,
        account: AccountId,
        (row, found): (&Row, &Identified),
        source: &Source,
    ) -> Result<()> {
        let Some(before) = self.ledger.find_by_id(account)? else { return Ok(()) };
        writing.rows.merged += 1;
        self.ledger.keep_first(&before)?;
        let mut after = before.clone();
        let mut stated = std::borrow::Cow::Borrowed(&row.stated);
        let mut differing = after.held.take(&row.stated, &writing.terms.zone);
        if turned(&after.held.standing, &writing.terms.zone) && !turned(&before.held.standing, &writing.terms.zone) {
            writing.doubt_of(row, "time.merged_last_before_first", vec![("key", row.key.clone())]);
        }
        if !is_called_by_its_key_alone(&before, row) {
            let hands = self.conflicts.hands(before.id, &before.held.standing, &writing.legend)?;
            let calls = self.call(&before, found, Stating { import: source.import, line: source.line }, &hands)?;
            let said = stated.to_mut();
            (said.keys, said.leads_to) = (found.keys.iter().map(|it| it.key.clone()).collect(), calls.leads_to);
            differing.extend(calls.differing);
            writing.doubt(row, &said.leads_to);
        }
        if before.held != after.held || !differing.is_empty() {
            let hands = self.conflicts.hands(before.id, &before.held.standing, &writing.legend)?;
            for field in hands.keys().filter(|field| **field != Field::Records) {
                after.held.keep(*field, &before.held);
            }
            self.say(writing, &before, differing, (&stated, source), &hands)?;
        }
        self.ledger.profile(&mut after)?;
        self.ledger.add(before.id, source, &stated)?;
        if before.held.standing != after.held.standing {
            writing.moves.leave(&before.held.standing);
            writing.moves.enter(&after.held.standing);
        }
        self.ledger.write(&before, &after)?;
        self.ledger.categories(before.id, &row.stated, source.import)
    }

    /// The conflicts of fields of which a row states something else than what is held.
    fn say(
        &mut self,
        writing: &mut Writing<'_>,
        account: &Account,
        differing: Vec<Field>,
        (stated, source): (&Stated, &Source),
        hands: &Hands,
    ) -> Result<()> {
        let (ledger, conflicts) = (&mut self.ledger, &mut self.conflicts);
        for field in differing {
            let told = (&writing.legend, hands.get(&field));
            let news = conflicts.add(account.id, field, (stated, source), told, || ledger.all(account))?;
            writing.written.conflicts += u64::from(news);
        }
        Ok(())
    }

    /// Writes what a row calls an account by, and has it lead there where it may.
    fn call(&mut self, account: &Account, found: &Identified, at: Stating, hands: &Hands) -> Result<Calls> {
        let (aliases, ledger) = (&mut self.identifying.aliases, &mut self.ledger);
        let mut calls = Calls::default();
        for Lead { key, to: leads } in found.keys.iter().filter(|it| it.key != account.key) {
            let contradicts = aliases.contradicts(account, key, hands, || ledger.all(account))?;
            aliases.state(account.id, key, at)?;
            match leads {
                Some(to) if *to == account.id => {}
                // What it is called by already contradicts it: it leads here no more than it did.
                _ if contradicts => {
                    calls.differing.push(Field::Identifier(key.kind));
                    if leads.is_none() {
                        aliases.drop_fresh(key)?;
                    }
                }
                Some(to) => calls.elsewhere(&account.key, aliases.key_of(*to)?),
                None => aliases.lead(key, account.id)?,
            }
        }
        Ok(calls)
    }

    /// A row of which no account is there. What of its identifiers leads elsewhere is said.
    fn as_new(
        &mut self,
        writing: &mut Writing<'_>,
        id: AccountId,
        (row, found): (&Row, &Identified),
        source: &Source,
    ) -> Result<()> {
        if writing.terms.enrich {
            enriching::count(writing, 1);
            return row.keys().try_for_each(|key| self.identifying.aliases.unlead(&key, id));
        }
        writing.rows.new += 1;
        account_alone(writing, self.bulk, id, row)?;
        let own = AccountKey { kind: row.key_kind, key: row.key.clone() };
        let mut calls = Calls::default();
        for Lead { key, to: leads } in &found.keys {
            match leads {
                None => self.identifying.aliases.lead(key, id)?,
                Some(to) => calls.elsewhere(&own, self.identifying.aliases.key_of(*to)?),
            }
        }
        if calls.leads_to.is_empty() {
            return Ok(());
        }
        writing.doubt(row, &calls.leads_to);
        let Some(account) = self.ledger.find_by_id(id)? else { return Ok(()) };
        self.ledger.keep_first(&account)?;
        let stated = Stated { leads_to: calls.leads_to, ..Stated::default() };
        self.say(writing, &account, calls.differing, (&stated, source), &Hands::new())
    }
}

/// What came of what a row calls an account by.
#[derive(Default)]
struct Calls {
    differing: Vec<Field>,
    leads_to: Vec<String>,
}

impl Calls {
    fn elsewhere(&mut self, own: &AccountKey, other: Option<AccountKey>) {
        let Some(other) = other else { return };
        if self.leads_to.is_empty() {
            self.leads_to.push(own.key.clone());
            self.differing.push(Field::Key);
        }
        self.leads_to.push(other.key);
        settled(&mut self.leads_to);
    }
}

fn is_called_by_its_key_alone(account: &Account, row: &Row) -> bool {
    row.aliases.is_empty() && row.key_kind == account.key.kind && row.key == account.key.key
}

impl Writing<'_> {
    /// A row that calls by one name what the case holds as several accounts.
    fn doubt(&mut self, row: &Row, accounts: &[String]) {
        let Some((own, others)) = accounts.split_first() else { return };
        self.doubt_of(row, "key.two_accounts", vec![("own", own.clone()), ("other", others.join(", "))]);
    }

    /// What is to be said of a row that was taken.
    fn doubt_of(&mut self, row: &Row, code: &'static str, args: Vec<(&'static str, String)>) {
        let file = self.legend.files.get(&self.file_of()).cloned().unwrap_or_default();
        let line = u64::try_from(row.line).unwrap_or_default();
        self.doubts.push(Problem { file, line, column: None, code, args, rejected: None });
    }
}

/// Whether the last access ends before the first begins.
fn turned(standing: &Standing, zone: &TimeZone) -> bool {
    let ends_before = |first: &Band, last: &Band| last.is_before(first, zone);
    standing.first.as_ref().zip(standing.last.as_ref()).is_some_and(|(first, last)| ends_before(first, last))
}
