//! Statements about one account that differ, each with its source, until somebody decides.
//!
//! It decides nothing: `merging` does; here stands what was said, by which import, in which file and line, or by which
//! deed of a hand. Which of them are open follows from the rows and the deeds alone: lists contradict each other until a
//! hand decides, and what a hand decided only a list that came later contradicts. So whatever is undone, they follow.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::field::Field;
use super::legend::Legend;
use super::merging::of_one_unit;
use super::stated::{Hand, Hands, Source, Stated, since};
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, DeedId, FileOf, ImportId};
use crate::model::tag::Tag;
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::standing::{Records, Standing};

/// Different values kept of one field; further ones say nothing new to whoever has to look.
const MOST: usize = 50;

/// One statement as the store keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    import: Option<ImportId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<i64>,
    /// Of a hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    deed: Option<DeedId>,
}

impl Said {
    fn of(legend: &Legend, value: Value, source: &Source) -> Self {
        let file = legend.files.get(&FileOf { import: source.import, seq: source.file }).cloned();
        Self { value, import: Some(source.import), file, line: Some(source.line), deed: None }
    }
}

impl From<&Hand> for Said {
    fn from(hand: &Hand) -> Self {
        Self { value: hand.value.clone(), import: None, file: None, line: None, deed: Some(hand.deed) }
    }
}

/// The table, ready.
pub struct Conflicts<'b> {
    find: Statement<'b>,
    put: Statement<'b>,
    close: Statement<'b>,
    remove: Statement<'b>,
    decided: Statement<'b>,
    touching: Touching<'b>,
}

impl<'b> Conflicts<'b> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            find: bulk.prepare("SELECT statements FROM conflict WHERE account_id = ? AND field = ? AND open = 1")?,
            put: bulk.prepare(
                "INSERT INTO conflict (account_id, field, statements, open) VALUES (?,?,?,1) \
                 ON CONFLICT (account_id, field) DO UPDATE SET statements = excluded.statements, open = 1",
            )?,
            close: bulk
                .prepare("UPDATE conflict SET statements = ?3, open = 0 WHERE account_id = ?1 AND field = ?2")?,
            remove: bulk.prepare("DELETE FROM conflict WHERE account_id = ? AND field = ? AND adopted IS NULL")?,
            decided: bulk.prepare(
                "SELECT field, adopted, adopted_by FROM conflict WHERE account_id = ? AND adopted IS NOT NULL \
                 AND field NOT IN ('region', 'organisation', 'residence', 'status')",
            )?,
            touching: Touching::new(bulk)?,
        })
    }

    /// What hands decided of an account: tags by the deed that set them, the rest by the deed that adopted it.
    pub fn hands(&mut self, account: AccountId, standing: &Standing, legend: &Legend) -> Result<Hands> {
        let mut hands = self.adopted(account)?;
        for tag in Tag::ALL {
            // Of what no list states, no list contradicts a hand.
            let Some(field) = Field::of(*tag) else { continue };
            if let Some(deed) = tag.deed(standing) {
                hands.insert(field, Hand { deed, value: legend.held(field, standing) });
            }
        }
        Ok(hands)
    }

    fn adopted(&mut self, account: AccountId) -> Result<Hands> {
        let mut adopted = Hands::new();
        self.decided.each(&[account.into()], |row| {
            let Some(field) = row.text(0).as_deref().and_then(Field::find) else { return Ok(()) };
            let value = serde_json::from_str(&row.text(1).unwrap_or_default()).map_err(damaged)?;
            adopted.insert(field, Hand { deed: DeedId::new(row.int(2).unwrap_or_default()), value });
            Ok(())
        })?;
        Ok(adopted)
    }

    /// Adds what a row says to the statements of a field; `earlier` gives the rows before it, where it is the first to
    /// differ from them. Says whether this is news of this import.
    pub fn add(
        &mut self,
        account: AccountId,
        field: Field,
        (stated, source): (&Stated, &Source),
        (legend, hand): (&Legend, Option<&Hand>),
        earlier: impl FnOnce() -> Result<Vec<(Source, Stated)>>,
    ) -> Result<bool> {
        let values = legend.values(field, stated);
        if values.is_empty() {
            return Ok(false);
        }
        let kept = self.find.first(&[account.into(), field.id().into()], |row| Ok(row.text(0)))?.flatten();
        let mut statements: Vec<Said> = match (kept, hand) {
            (Some(json), _) => serde_json::from_str(&json).map_err(damaged)?,
            (None, Some(hand)) => vec![Said::from(hand)],
            (None, None) => collect(field, Vec::new(), &earlier()?, legend),
        };
        let (is_news, before) =
            (!statements.iter().skip(1).any(|it| it.import == Some(source.import)), statements.len());
        for value in values {
            push(field, &mut statements, value, |value| Said::of(legend, value, source));
        }
        // Of a node that was removed nothing is stated any more, and one statement contradicts none.
        let differs = statements.len() > before.max(1);
        if differs {
            self.write(account, field, &statements)?;
        }
        Ok(is_news && differs)
    }

    /// Which of an account's conflicts are open when these are all the rows that state something, and hands decided this.
    pub fn settle(
        &mut self,
        account: AccountId,
        rows: &[(Source, Stated)],
        hands: &Hands,
        legend: &Legend,
    ) -> Result<()> {
        for field in Field::ALL {
            let hand = hands.get(&field);
            let begin = hand.map(Said::from).into_iter().collect();
            let statements = collect(field, begin, since(hand, rows), legend);
            if statements.len() > 1 {
                self.write(account, field, &statements)?;
            } else {
                self.end(account, field, (hand, rows), legend)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, account: AccountId, field: Field, statements: &[Said]) -> Result<()> {
        let json = serde_json::to_string(statements).map_err(damaged)?;
        self.touching.account(Touched::Conflicts, account)?;
        self.put.run(&[account.into(), field.id().into(), json.as_str().into()]).map(drop)
    }

    /// What was decided keeps the statements that it was decided upon; of what was not, nothing stays.
    fn end(
        &mut self,
        account: AccountId,
        field: Field,
        (hand, rows): (Option<&Hand>, &[(Source, Stated)]),
        legend: &Legend,
    ) -> Result<()> {
        self.touching.account(Touched::Conflicts, account)?;
        let Some(hand) = hand else {
            return self.remove.run(&[account.into(), field.id().into()]).map(drop);
        };
        let before = rows.iter().filter(|(source, _)| source.deed < hand.deed);
        let json = serde_json::to_string(&collect(field, Vec::new(), before, legend)).map_err(damaged)?;
        self.close.run(&[account.into(), field.id().into(), json.as_str().into()]).map(drop)
    }
}

/// The different things that were said after those that are said already, each with who said it first.
fn collect<'r>(
    field: Field,
    mut statements: Vec<Said>,
    rows: impl IntoIterator<Item = &'r (Source, Stated)>,
    legend: &Legend,
) -> Vec<Said> {
    for (source, stated) in rows {
        for value in legend.values(field, stated) {
            push(field, &mut statements, value, |value| Said::of(legend, value, source));
        }
    }
    statements
}

/// Adds a value that nobody has stated yet.
fn push(field: Field, statements: &mut Vec<Said>, value: Value, said: impl FnOnce(Value) -> Said) {
    if statements.len() < MOST && !statements.iter().any(|it| is_the_same(field, &it.value, &value)) {
        statements.push(said(value));
    }
}

/// Whether two values say the same. Of a number that does not say what it counts, the unit is no statement.
fn is_the_same(field: Field, one: &Value, other: &Value) -> bool {
    let records = || Records::of_form(one).zip(Records::of_form(other));
    one == other
        || field == Field::Records
            && records().is_some_and(|(one, other)| {
                let (one, other) = of_one_unit(one, other);
                one == other
            })
}

fn damaged(cause: serde_json::Error) -> Error {
    Error::new("book.damaged").because(cause)
}
