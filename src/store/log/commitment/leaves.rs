//! The state of a case, as a hash over its leaves: of each 4,096 accounts one leaf a part, of what is written down one a
//! table. Writers mark the leaves that they touch; before a deed is done they are made anew, and no others.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, ImportId, RowId, Under};
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::base::canonical::Canonical;

use crate::store::values::before::Block;

pub mod fresh;
mod making;
pub mod parts;
pub mod walked;

use parts::{CASE_PARTS, Columns, FIRST_TAG, PARTS, PLACE, REJECTED};

/// What a leaf is a hash of.
const LEAF: &str = "breachbook leaf";

/// Marks leaves as touched.
pub struct Touching<'b> {
    mark: Statement<'b>,
    marked: HashSet<(i64, i64)>,
}

impl<'b> Touching<'b> {
    /// Ready.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        let mark = bulk.prepare(
            "INSERT INTO leaf (case_id, part, block, sha256) VALUES (?,?,?,NULL) \
             ON CONFLICT (case_id, part, block) DO UPDATE SET sha256 = NULL WHERE sha256 IS NOT NULL",
        )?;
        Ok(Self { mark, marked: HashSet::new() })
    }

    /// A part of an account is touched.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn account(&mut self, part: Touched, account: AccountId) -> Result<()> {
        for part in part.parts() {
            self.leaf(CaseId::of(account), part, Block::of(account).number())?;
        }
        Ok(())
    }

    /// The rows of an import that were not taken are touched.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn rejected(&mut self, case_id: CaseId, import: ImportId) -> Result<()> {
        self.leaf(case_id, REJECTED.id, import.raw())
    }

    fn leaf(&mut self, case_id: CaseId, part: i64, block: i64) -> Result<()> {
        if self.marked.insert((part, block)) {
            self.mark.run(&[case_id.into(), part.into(), block.into()])?;
        }
        Ok(())
    }
}

/// What was decided of a contradiction is touched, where the row of a table is one.
///
/// # Errors
/// What SQLite refuses.
pub async fn touch_contradiction(conn: &mut SqliteConnection, table: &str, id: RowId) -> Result<()> {
    if table != "conflict" {
        return Ok(());
    }
    let account: Option<AccountId> =
        sqlx::query_scalar("SELECT account_id FROM conflict WHERE id = ?").bind(id).fetch_optional(&mut *conn).await?;
    let bulk = Bulk::hold(conn).await?;
    account.map_or(Ok(()), |account| Touching::new(&bulk)?.account(Touched::Conflicts, account))
}

/// What of an account is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touched {
    /// What it is: its key, its name, who brought it.
    Identity,
    /// What it holds: tags and numbers.
    Standing,
    /// The ways in which it is affected.
    Ways,
    /// Its categories of data.
    Categories,
    /// What else it is called by.
    Aliases,
    /// What rows stated of it.
    Sightings,
    /// In what they contradict each other.
    Conflicts,
    /// All of it: it is new, or it goes.
    All,
}

impl Touched {
    fn parts(self) -> impl Iterator<Item = i64> {
        let of = move |table: &&str| match self {
            Self::Identity => **table == *"account",
            Self::Standing => **table == *"standing",
            Self::Ways => **table == *"way",
            Self::Categories => **table == *"data_category",
            Self::Aliases => **table == *"alias",
            Self::Sightings => **table == *"sighting",
            Self::Conflicts => **table == *"conflict",
            Self::All => true,
        };
        PARTS.iter().filter(move |part| of(&part.table)).map(|part| part.id)
    }
}

/// Everything of a case is touched: its tables are laid anew.
///
/// # Errors
/// What SQLite refuses.
pub fn touch_all(bulk: &Bulk<'_>, case_id: CaseId) -> Result<()> {
    let parts: BTreeSet<i64> = PARTS.iter().map(|part| part.id).chain([REJECTED.id]).collect();
    let parts = parts.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let touch = format!("UPDATE leaf SET sha256 = NULL WHERE case_id = ? AND part IN ({parts})");
    bulk.prepare(&touch)?.run(&[case_id.into()]).map(drop)
}

/// Whether a deed has touched one of these parts of accounts, before its leaves are made anew.
///
/// # Errors
/// What SQLite refuses.
pub fn is_touched(bulk: &Bulk<'_>, Under { case_id, deed_id }: Under, names: &[&str]) -> Result<bool> {
    let parts = PARTS.iter().filter(|part| names.contains(&part.name)).map(|part| part.id.to_string());
    let touched = format!(
        "SELECT EXISTS (SELECT 1 FROM leaf WHERE case_id = ?1 AND part IN ({0}) AND sha256 IS NULL) \
         OR EXISTS (SELECT 1 FROM change WHERE deed_id = ?2 AND tag + {FIRST_TAG} IN ({0}))",
        parts.collect::<Vec<_>>().join(", ")
    );
    let found = bulk.prepare(&touched)?.first(&[case_id.into(), deed_id.into()], |row| Ok(row.int(0)))?;
    Ok(found.flatten() == Some(1))
}

/// Marks the tags that a deed at work has changed, as `change` keeps them.
///
/// # Errors
/// What SQLite refuses.
pub fn touch_changed(bulk: &Bulk<'_>, Under { case_id, deed_id }: Under) -> Result<()> {
    let tags = format!(
        "INSERT INTO leaf (case_id, part, block, sha256) SELECT ?1, tag + {FIRST_TAG}, block, NULL FROM change \
         WHERE deed_id = ?2 ON CONFLICT (case_id, part, block) DO UPDATE SET sha256 = NULL"
    );
    bulk.prepare(&tags)?.run(&[case_id.into(), deed_id.into()]).map(drop)
}

/// Makes the leaves anew that a deed touched.
///
/// # Errors
/// What SQLite refuses.
pub fn renew(bulk: &Bulk<'_>, case_id: CaseId) -> Result<()> {
    let mut touched: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    bulk.prepare("SELECT block, part FROM leaf WHERE case_id = ? AND sha256 IS NULL")?.each(
        &[case_id.into()],
        |row| {
            if let (Some(block), Some(part)) = (row.int(0), row.int(1)) {
                touched.entry(part).or_default().insert(block);
            }
            Ok(())
        },
    )?;
    let mut keep = Keep::new(bulk, case_id)?;
    for block in touched.remove(&REJECTED.id).unwrap_or_default() {
        keep.leaf(REJECTED.id, block, of_rows(bulk, REJECTED.select, &[block.into()])?)?;
    }
    let mut blocks: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (part, of) in touched {
        for block in of {
            blocks.entry(block).or_default().insert(part);
        }
    }
    let mut reading = Reading::new(bulk);
    for (block, parts) in blocks {
        reading.block(Block::new(block), &parts, |part, leaf| keep.leaf(part, block, leaf))?;
    }
    for part in CASE_PARTS {
        keep.leaf_that_differs(part.id, 0, of_rows(bulk, part.select, &[case_id.into()])?)?;
    }
    keep.places(&places(bulk, i64::MAX)?)
}

/// Writes leaves of a case.
struct Keep<'b> {
    case_id: CaseId,
    put: Statement<'b>,
    differs: Statement<'b>,
    remove: Statement<'b>,
    others: Statement<'b>,
}

/// A leaf; nothing where there is no row.
pub type Leaf = Option<[u8; 32]>;

impl<'b> Keep<'b> {
    fn new(bulk: &'b Bulk<'_>, case_id: CaseId) -> Result<Self> {
        Ok(Self {
            case_id,
            put: bulk.prepare("INSERT OR REPLACE INTO leaf (case_id, part, block, sha256) VALUES (?,?,?,?)")?,
            differs: bulk.prepare("SELECT 1 FROM leaf WHERE case_id = ? AND part = ? AND block = ? AND sha256 = ?")?,
            remove: bulk.prepare("DELETE FROM leaf WHERE case_id = ? AND part = ? AND block = ?")?,
            others: bulk.prepare("DELETE FROM leaf WHERE case_id = ? AND part = ? AND block <> ?")?,
        })
    }

    fn leaf(&mut self, part: i64, block: i64, leaf: Leaf) -> Result<()> {
        let key = [self.case_id.into(), part.into(), block.into()];
        match leaf {
            Some(hash) => self.put.run(&[key[0], key[1], key[2], hash.as_slice().into()]),
            None => self.remove.run(&key),
        }
        .map(drop)
    }

    /// Most tables are as they were.
    fn leaf_that_differs(&mut self, part: i64, block: i64, leaf: Leaf) -> Result<()> {
        if let Some(hash) = &leaf {
            let key = [self.case_id.into(), part.into(), block.into(), hash.as_slice().into()];
            if self.differs.first(&key, |_| Ok(()))?.is_some() {
                return Ok(());
            }
        }
        self.leaf(part, block, leaf)
    }

    fn places(&mut self, Places { last, leaf }: &Places) -> Result<()> {
        self.others.run(&[self.case_id.into(), PLACE.id.into(), (*last).into()])?;
        self.leaf_that_differs(PLACE.id, *last, *leaf)
    }
}

/// A leaf over the rows of a statement.
///
/// # Errors
/// What SQLite refuses.
pub fn of_rows(bulk: &Bulk<'_>, select: &str, values: &[crate::store::base::bulk::Cell<'_>]) -> Result<Leaf> {
    let mut leaf = Canonical::new(LEAF);
    bulk.prepare(select)?.each(values, |row| {
        leaf.row(row.cells());
        Ok(())
    })?;
    Ok(if leaf.is_empty() { None } else { Some(leaf.end()) })
}

/// The leaf over the places of the book, with the last one's number.
pub struct Places {
    pub last: i64,
    pub leaf: Leaf,
}

/// The leaf over the places of the book up to one: places only ever come, and those that came by other
/// cases since are none of this one's.
///
/// # Errors
/// What SQLite refuses.
pub fn places(bulk: &Bulk<'_>, last: i64) -> Result<Places> {
    let last = bulk
        .prepare("SELECT coalesce(max(id), 0) FROM place WHERE id <= ?")?
        .first(&[last.into()], |row| Ok(row.int(0)))?
        .flatten()
        .unwrap_or_default();
    Ok(Places { last, leaf: of_rows(bulk, PLACE.select, &[last.into()])? })
}

/// Reads blocks of accounts and makes their leaves; statements are kept ready.
pub struct Reading<'b> {
    bulk: &'b Bulk<'b>,
    ready: BTreeMap<(&'static str, Vec<i64>), Ready<'b>>,
}

/// A statement, and where in its rows the columns of each part stand.
struct Ready<'b> {
    statement: Statement<'b>,
    columns: Vec<Columns>,
}

impl<'b> Reading<'b> {
    /// Ready.
    pub const fn new(bulk: &'b Bulk<'b>) -> Self {
        Self { bulk, ready: BTreeMap::new() }
    }

    /// The leaves of these parts of a block, each table read once.
    ///
    /// # Errors
    /// What SQLite refuses, and what `told` does.
    pub fn block(
        &mut self,
        block: Block,
        parts: &BTreeSet<i64>,
        mut told: impl FnMut(i64, Leaf) -> Result<()>,
    ) -> Result<()> {
        let (first, last) = block.accounts().into_inner();
        for (table, parts) in parts::by_table(parts) {
            let Ready { statement, columns } = self.ready(table, &parts)?;
            let mut leaves: Vec<Canonical> = parts.iter().map(|_| Canonical::new(LEAF)).collect();
            statement.each(&[first.into(), last.into()], |row| {
                for (leaf, columns) in leaves.iter_mut().zip(columns.iter()) {
                    leaf.row(columns.iter().map(|column| row.cell(*column)));
                }
                Ok(())
            })?;
            for (part, leaf) in parts.into_iter().zip(leaves) {
                told(part, if leaf.is_empty() { None } else { Some(leaf.end()) })?;
            }
        }
        Ok(())
    }

    fn ready(&mut self, table: &'static str, parts: &[i64]) -> Result<&mut Ready<'b>> {
        let key = (table, parts.to_vec());
        if !self.ready.contains_key(&key) {
            let (select, columns) = parts::select(table, parts);
            self.ready.insert(key.clone(), Ready { statement: self.bulk.prepare(&select)?, columns });
        }
        self.ready.get_mut(&key).ok_or_else(|| crate::error::Error::new("internal"))
    }
}

/// The state of a case: the hash over its leaves.
///
/// # Errors
/// What SQLite refuses.
pub fn state(bulk: &Bulk<'_>, case_id: CaseId) -> Result<[u8; 32]> {
    let mut all = Canonical::new("breachbook state");
    bulk.prepare("SELECT part, block, sha256 FROM leaf WHERE case_id = ? ORDER BY part, block")?.each(
        &[case_id.into()],
        |row| {
            all.row(row.cells());
            Ok(())
        },
    )?;
    Ok(all.end())
}
