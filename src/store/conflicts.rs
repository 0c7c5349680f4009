//! Statements about one account that differ, each with its source, until somebody adopts one.
//!
//! It decides nothing: `merging` does; here stands what was said, by which import, in which file and line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::bulk::{Bulk, Statement};
use super::merging::{Field, Stated, of_one_unit};
use super::standing::Records;
use super::tree_index::TreeIndex;
use crate::error::{Error, Result};
use crate::model::count::Count;

/// Different values kept of one field; further ones say nothing new to whoever has to look.
const MOST: usize = 50;

/// Where a row was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub import: i64,
    pub seq: i64,
    /// The file's place in its import.
    pub file: i64,
    pub line: i64,
    /// Its import brings accounts, and does not only fill those that are there.
    pub brings: bool,
}

/// One statement as the store keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    value: Value,
    import: i64,
    file: Option<String>,
    line: i64,
}

/// What ids mean, for values that people read.
#[derive(Debug)]
pub struct Legend {
    pub regions: TreeIndex,
    pub organisations: TreeIndex,
    pub places: BTreeMap<i64, String>,
    /// Names of files by import and place in it.
    pub files: BTreeMap<(i64, i64), String>,
}

impl Legend {
    /// What a row says of a field; nothing where it says nothing.
    fn value(&self, field: Field, stated: &Stated) -> Option<Value> {
        match field {
            Field::Name => stated.name.as_deref().map(Value::from),
            Field::Notes => stated.notes.as_deref().map(Value::from),
            Field::Kind => stated.kind.map(|it| it.id().into()),
            Field::Status => stated.status.map(|it| it.id().into()),
            Field::Region => stated.region.and_then(|id| path(&self.regions, id)).map(Value::from),
            Field::Organisation => stated.organisation.and_then(|id| path(&self.organisations, id)).map(Value::from),
            Field::Residence => stated.place.and_then(|id| self.places.get(&id)).map(|it| it.as_str().into()),
            Field::Records => {
                let count = stated.records.map(Count::from).filter(|count| !count.says_nothing());
                count.map(|count| json!(count))
            }
        }
    }

    /// A node that somebody has removed since is no longer stated; one that was merged into another is, of that one.
    pub fn forget_what_is_gone(&self, stated: &mut Stated) {
        stated.region = stated.region.filter(|id| self.regions.standing(*id).is_some());
        stated.organisation = stated.organisation.filter(|id| self.organisations.standing(*id).is_some());
    }

    fn statement(&self, value: Value, source: &Source) -> Said {
        let file = self.files.get(&(source.import, source.file)).cloned();
        Said { value, import: source.import, file, line: source.line }
    }
}

/// The table, ready.
pub struct Conflicts<'b> {
    find: Statement<'b>,
    put: Statement<'b>,
    remove: Statement<'b>,
    decided: Statement<'b>,
}

impl<'b> Conflicts<'b> {
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        Ok(Self {
            find: bulk.prepare("SELECT statements FROM conflict WHERE account_id = ? AND field = ?")?,
            put: bulk.prepare(
                "INSERT INTO conflict (account_id, field, statements) VALUES (?,?,?) \
                 ON CONFLICT (account_id, field) DO UPDATE SET statements = excluded.statements \
                 WHERE conflict.adopted IS NULL",
            )?,
            remove: bulk.prepare("DELETE FROM conflict WHERE account_id = ? AND field = ? AND adopted IS NULL")?,
            decided: bulk
                .prepare("SELECT field, adopted FROM conflict WHERE account_id = ? AND adopted IS NOT NULL")?,
        })
    }

    /// What somebody has decided of an account: it stands, whatever lists state.
    pub fn decided(&mut self, account: i64) -> Result<Vec<(Field, Value)>> {
        let mut decided = Vec::new();
        self.decided.each(&[account.into()], |row| {
            let Some(field) = row.text(0).as_deref().and_then(Field::find) else { return Ok(()) };
            decided.push((field, serde_json::from_str(&row.text(1).unwrap_or_default()).map_err(damaged)?));
            Ok(())
        })?;
        Ok(decided)
    }

    /// Adds what a row says to the statements of a field; `earlier` gives the statements before it, where
    /// it is the first to differ. Says whether this is news of this import.
    pub fn add(
        &mut self,
        account: i64,
        field: Field,
        (stated, source): (&Stated, &Source),
        legend: &Legend,
        earlier: impl FnOnce() -> Result<Vec<(Source, Stated)>>,
    ) -> Result<bool> {
        let Some(value) = legend.value(field, stated) else { return Ok(false) };
        let kept = self.find.first(&[account.into(), field.id().into()], |row| Ok(row.text(0)))?.flatten();
        let mut statements: Vec<Said> = match kept {
            Some(json) => serde_json::from_str(&json).map_err(damaged)?,
            None => collect(field, &earlier()?, legend),
        };
        if statements.iter().any(|it| is_the_same(field, &it.value, &value)) || statements.len() >= MOST {
            return Ok(false);
        }
        let is_news = !statements.iter().skip(1).any(|it| it.import == source.import);
        statements.push(legend.statement(value, source));
        self.write(account, field, &statements)?;
        // Of a node that was removed nothing is stated any more, and one statement contradicts none.
        Ok(is_news && statements.len() > 1)
    }

    /// What remains of an account's open conflicts when these are all the rows that state something; what was decided
    /// keeps the statements that it was decided upon.
    pub fn settle(&mut self, account: i64, rows: &[(Source, Stated)], legend: &Legend) -> Result<()> {
        for field in Field::ALL {
            let statements = collect(field, rows, legend);
            if statements.len() < 2 {
                self.remove.run(&[account.into(), field.id().into()])?;
            } else {
                self.write(account, field, &statements)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, account: i64, field: Field, statements: &[Said]) -> Result<()> {
        if statements.len() < 2 {
            return Ok(());
        }
        let json = serde_json::to_string(statements).map_err(damaged)?;
        self.put.run(&[account.into(), field.id().into(), json.as_str().into()])?;
        Ok(())
    }
}

/// The path of a node, or of what it was merged into.
fn path(index: &TreeIndex, id: i64) -> Option<String> {
    index.path(index.standing(id)?)
}

/// The different things that were said, each with who said it first.
fn collect(field: Field, rows: &[(Source, Stated)], legend: &Legend) -> Vec<Said> {
    let mut statements: Vec<Said> = Vec::new();
    for (source, stated) in rows {
        let Some(value) = legend.value(field, stated) else { continue };
        if statements.len() < MOST && !statements.iter().any(|it| is_the_same(field, &it.value, &value)) {
            statements.push(legend.statement(value, source));
        }
    }
    statements
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
