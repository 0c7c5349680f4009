//! Statements about one account that differ, each with its source, until somebody decides.
//!
//! It decides nothing: `merging` does; here stands what was said, by which import, in which file and line, or by which
//! deed of a hand. Which of them are open follows from the rows and the deeds alone: lists contradict each other until a
//! hand decides, and what a hand decided only a list that came later contradicts. So whatever is undone, they follow.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::merging::{Field, Stated, of_one_unit};
use crate::error::{Error, Result};
use crate::model::count::Count;
use crate::model::ids::{AccountId, DeedId, ImportId, NodeId, PlaceId};
use crate::model::tag::Tag;
use crate::model::words::Status;
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::log::commitment::leaves::{Touched, Touching};
use crate::store::values::standing::{Records, Standing};
use crate::store::written::tree_index::TreeIndex;

/// Different values kept of one field; further ones say nothing new to whoever has to look.
const MOST: usize = 50;

/// Where a row was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub import: ImportId,
    pub seq: i64,
    /// The file's place in its import.
    pub file: i64,
    pub line: i64,
    /// Its import brings accounts, and does not only fill those that are there.
    pub brings: bool,
    /// The deed of its import.
    pub deed: DeedId,
}

/// A file of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileOf {
    pub import: ImportId,
    /// Its place among the import's files.
    pub seq: i64,
}

/// What a hand decided of a field, and by which deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Hand {
    pub deed: DeedId,
    /// As a statement says it; null where a tag was taken away.
    pub value: Value,
}

/// What hands decided of an account.
pub type Hands = BTreeMap<Field, Hand>;

/// The rows that came after a hand had decided; without one, all.
pub fn since<'r>(hand: Option<&Hand>, rows: &'r [(Source, Stated)]) -> impl Iterator<Item = &'r (Source, Stated)> {
    let decided = hand.map(|hand| hand.deed);
    rows.iter().filter(move |(source, _)| Some(source.deed) > decided)
}

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

impl From<&Hand> for Said {
    fn from(hand: &Hand) -> Self {
        Self { value: hand.value.clone(), import: None, file: None, line: None, deed: Some(hand.deed) }
    }
}

/// What ids mean, for values that people read.
#[derive(Debug)]
pub struct Legend {
    pub regions: TreeIndex,
    pub organisations: TreeIndex,
    pub places: BTreeMap<PlaceId, String>,
    /// Names of files by import and place in it.
    pub files: BTreeMap<FileOf, String>,
}

impl Legend {
    /// What a row says of a field; nothing where it says nothing. Of which account it is of, it may say several things.
    fn values(&self, field: Field, stated: &Stated) -> Vec<Value> {
        match field {
            Field::Key => stated.leads_to.iter().map(|key| key.as_str().into()).collect(),
            field => self.value(field, stated).into_iter().collect(),
        }
    }

    fn value(&self, field: Field, stated: &Stated) -> Option<Value> {
        match field {
            Field::Name => stated.name.as_deref().map(Value::from),
            Field::Notes => stated.notes.as_deref().map(Value::from),
            Field::Kind => stated.kind.map(|it| it.id().into()),
            Field::Status => stated.status.map(|it| it.id().into()),
            Field::Region => stated.region.and_then(|id| self.regions.path(id)).map(Value::from),
            Field::Organisation => stated.organisation.and_then(|id| self.organisations.path(id)).map(Value::from),
            Field::Residence => stated.place.and_then(|id| self.places.get(&id)).map(|it| it.as_str().into()),
            Field::Records => {
                let count = stated.records.map(Count::from).filter(|count| !count.says_nothing());
                count.map(|count| json!(count))
            }
            Field::Key => None,
            Field::Identifier(kind) => stated.keys.iter().find(|it| it.kind == kind).map(|it| it.key.as_str().into()),
        }
    }

    /// What an account holds of a field that can be tagged, as a statement says it.
    fn held(&self, field: Field, standing: &Standing) -> Value {
        let text = match field {
            Field::Region => standing.region.and_then(|id| self.regions.path(id)),
            Field::Organisation => standing.organisation.and_then(|id| self.organisations.path(id)),
            Field::Residence => standing.place.and_then(|id| self.places.get(&id).cloned()),
            Field::Status => Status::at(standing.status).map(|it| it.id().to_owned()),
            Field::Name | Field::Notes | Field::Kind | Field::Records | Field::Key | Field::Identifier(_) => None,
        };
        text.map_or(Value::Null, Value::from)
    }

    /// Whether two values of a tag mean one node.
    pub fn is_one_node(&self, tag: Tag, one: Option<i64>, other: Option<i64>) -> bool {
        let index = match tag {
            Tag::Region => &self.regions,
            Tag::Organisation => &self.organisations,
            Tag::Residence | Tag::Status | Tag::OnePerson => return false,
        };
        let [one, other] = [one, other].map(|it| it.map(NodeId::new));
        one.zip(other)
            .is_some_and(|(one, other)| index.standing(one).is_some_and(|it| index.standing(other) == Some(it)))
    }

    /// A node that somebody has removed since is no longer stated; one that was merged into another is, of that one.
    pub fn forget_what_is_gone(&self, stated: &mut Stated) {
        stated.region = stated.region.filter(|id| self.regions.standing(*id).is_some());
        stated.organisation = stated.organisation.filter(|id| self.organisations.standing(*id).is_some());
    }

    fn statement(&self, value: Value, source: &Source) -> Said {
        let file = self.files.get(&FileOf { import: source.import, seq: source.file }).cloned();
        Said { value, import: Some(source.import), file, line: Some(source.line), deed: None }
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
            push(field, &mut statements, value, |value| legend.statement(value, source));
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
            push(field, &mut statements, value, |value| legend.statement(value, source));
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
