//! Tagging: region, organisation, residence with its basis, status, of every account a filter finds.
//!
//! What stood there is kept in `change`, of the accounts that differ alone; the numbers at hand move with them. One statement
//! does all of it in one walk over the accounts: it asks us of each account that it sets.

use sqlx::SqliteConnection;

use super::field::Field;
use super::filter_sql::{Bound, Condition};
use crate::error::Result;
use crate::model::ids::{AccountId, CaseId, DeedId, NodeId, OrganisationId, PlaceId, RegionId, Under};
use crate::model::tag::Tag;
use crate::model::words::{Basis, Status};
use crate::store::base::asked::{Asked, Numbers as _, Values};
use crate::store::base::bulk::{Bulk, Cell};
use crate::store::base::walking;
use crate::store::log::commitment::leaves::walked::Walked;
use crate::store::log::commitment::leaves::{Touched, Touching, touch_changed};

use crate::store::tally::Moves;
use crate::store::values::before::{Before, Keeping};
use crate::store::values::standing::{self, COLUMNS, Standing};
use crate::store::values::tags::TagValue;
use crate::store::written::nodes::{self, CaseTree, Tree};
use crate::store::written::tree_index;

/// What accounts are to hold; what is `None` stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags {
    /// A region's id, or none.
    pub region: Option<Option<RegionId>>,
    /// An organisation's id, or none.
    pub organisation: Option<Option<OrganisationId>>,
    /// A place's id with what it rests on, or none.
    pub residence: Option<Option<Residence>>,
    /// A status.
    pub status: Option<Status>,
    /// The deed by which each is one person, or none.
    pub one_person: Option<Option<DeedId>>,
}

/// A place, and what it rests on that somebody lives there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residence {
    /// The place.
    pub place: PlaceId,
    /// What it rests on.
    pub basis: Basis,
}

impl Tags {
    /// What is asked for of a tag; nothing where it stays.
    fn asked(&self, tag: Tag) -> Option<TagValue> {
        match tag {
            Tag::Region => self.region.map(|it| TagValue::plain(it.map(RegionId::raw))),
            Tag::Organisation => self.organisation.map(|it| TagValue::plain(it.map(OrganisationId::raw))),
            Tag::Residence => self
                .residence
                .map(|it| TagValue { value: it.map(|it| it.place.raw()), basis: it.map(|it| it.basis.position()) }),
            Tag::Status => self.status.map(|it| TagValue::plain(Some(it.position()))),
            Tag::OnePerson => self.one_person.map(|it| TagValue::plain(it.map(DeedId::raw))),
        }
    }
}

/// A tag that is asked for, as SQL with numbers in full: no text of anybody's is among them.
struct Wanted {
    tag: Tag,
    to: TagValue,
    /// Whether an account holds something else, or what it holds is contradicted and this decides it.
    differs: String,
    /// Somewhere in the case statements of the field contradict each other.
    decides: bool,
}

impl Wanted {
    async fn new(conn: &mut SqliteConnection, case_id: CaseId, tag: Tag, to: TagValue) -> Result<Self> {
        let (columns, tree) = (tag.columns(), tree_of(tag));
        let holds_else = match to.value.zip(tree) {
            // A node that went into the one that is meant is that one.
            Some((node, tree)) => {
                let of = CaseTree { tree, case_id };
                let all = nodes::with_all_that_went_into(conn, of, NodeId::new(node)).await?;
                let all: Vec<String> = all.iter().map(NodeId::to_string).collect();
                format!("({0} IS NULL OR {0} NOT IN ({1}))", columns.value, all.join(","))
            }
            None => format!("{} IS NOT {}", columns.value, literal(to.value)),
        };
        let rests_else = columns.basis.map(|basis| format!(" OR {basis} IS NOT {}", literal(to.basis)));
        let differs = format!("({holds_else}{})", rests_else.unwrap_or_default());
        // Where statements of the field differ, the tag decides, also by what the account holds already.
        let decides = is_contradicted_somewhere(conn, case_id, tag).await?;
        let differs = if decides { format!("({differs} OR {})", is_contradicted(tag)) } else { differs };
        Ok(Self { tag, to, differs, decides })
    }

    /// Of an account: 0 where the tag leaves it as it is, 1 where it sets it, 2 where it decides what is contradicted.
    fn does(&self) -> String {
        let differs = &self.differs;
        if self.decides { format!("iif({}, 2, {differs})", is_contradicted(self.tag)) } else { differs.clone() }
    }

    /// What a column gets where the account differs; where it is the only tag that is asked for, every account that is found does.
    fn or_as_it_is(&self, column: &str, to: &str, alone: bool) -> String {
        if alone { to.to_owned() } else { format!("iif({}, {to}, {column})", self.differs) }
    }

    /// What is set where the value gets `value`.
    fn set(&self, value: &str, deed_id: DeedId, alone: bool) -> String {
        let columns = self.tag.columns();
        let beside = [
            columns.basis.map(|column| (column, literal(self.to.basis))),
            columns.settles.map(|column| (column, literal(None))),
            Some((columns.deed, deed_id.to_string())),
        ];
        let beside = beside.into_iter().flatten();
        let beside = beside.map(|(column, to)| format!("{column} = {}", self.or_as_it_is(column, &to, alone)));
        std::iter::once(format!("{} = {value}", columns.value)).chain(beside).collect::<Vec<_>>().join(", ")
    }
}

const fn tree_of(tag: Tag) -> Option<Tree> {
    match tag {
        Tag::Region => Some(Tree::Region),
        Tag::Organisation => Some(Tree::Organisation),
        Tag::Residence | Tag::Status | Tag::OnePerson => None,
    }
}

async fn is_contradicted_somewhere(conn: &mut SqliteConnection, case_id: CaseId, tag: Tag) -> Result<bool> {
    let Some(field) = Field::of(tag) else { return Ok(false) };
    let (first, last) = case_id.accounts().into_inner();
    let any = "SELECT EXISTS (SELECT 1 FROM conflict WHERE account_id BETWEEN ? AND ? AND field = ? AND open = 1)";
    Ok(sqlx::query_scalar(any).bind(first).bind(last).bind(field.id()).fetch_one(conn).await?)
}

fn is_contradicted(tag: Tag) -> String {
    match Field::of(tag) {
        Some(field) => {
            format!("account_id IN (SELECT account_id FROM conflict WHERE open = 1 AND field = '{}')", field.id())
        }
        None => "0".to_owned(),
    }
}

fn literal(value: Option<i64>) -> String {
    value.map_or("NULL".to_owned(), |value| value.to_string())
}

/// The id of an ISO code, for [`Tags::residence`].
///
/// # Errors
/// What SQLite refuses.
pub async fn place(conn: &mut SqliteConnection, code: &str) -> Result<PlaceId> {
    tree_index::place(conn, code).await
}

/// Tags the accounts under a deed; says how many accounts differ afterwards.
///
/// # Errors
/// What SQLite refuses.
pub async fn tag(conn: &mut SqliteConnection, under: Under, condition: &Condition, tags: &Tags) -> Result<u64> {
    let mut wanted = Vec::new();
    for tag in Tag::ALL {
        if let Some(to) = tags.asked(*tag) {
            wanted.push(Wanted::new(conn, under.case_id, *tag, to).await?);
        }
    }
    // Nothing is wanted: what is decided is no tag.
    if wanted.is_empty() {
        return Ok(0);
    }
    let bulk = Bulk::hold(conn).await?;
    let mut tagging = Tagging {
        deed_id: under.deed_id,
        wanted: &wanted,
        keeping: Keeping::default(),
        moves: Moves::default(),
        leaves: Walked::of(&wanted.iter().map(|it| it.tag).collect::<Vec<_>>()),
        decided: Vec::new(),
    };
    let values: Vec<Cell<'_>> = condition.values.iter().map(Bound::cell).collect();
    let mut update = bulk.prepare(&update(under.deed_id, condition, &wanted))?;
    let changed = walking::walk(&mut update, &values, standing::range(&bulk, under.case_id)?, &mut tagging)?;
    let Tagging { keeping, mut moves, leaves, decided, .. } = tagging;
    keeping.write(&bulk, under.deed_id)?;
    touch_changed(&bulk, under)?;
    leaves.write(&bulk, under.case_id)?;
    moves.write(&bulk, under)?;
    decided.iter().try_for_each(|it| it.close(&mut Touching::new(&bulk)?, &bulk))?;
    Ok(u64::try_from(changed).unwrap_or(0))
}

/// Sets the tags of the accounts that a filter finds and that would differ. The first value is asked for with what
/// the walk has to be told of the account, and with what each tag does to it.
fn update(deed_id: DeedId, condition: &Condition, wanted: &[Wanted]) -> String {
    // Of one tag every account that is found differs.
    let alone = wanted.len() == 1 && !wanted.iter().any(|it| it.decides);
    let does: Vec<String> = wanted.iter().map(|it| if alone { "1".to_owned() } else { it.does() }).collect();
    let tags: Vec<Tag> = wanted.iter().map(|it| it.tag).collect();
    let (first, told) = (condition.values.len() + 1, Walked::told(&tags));
    let (last, whom) = (first + 1, first + 2);
    let row = format!("asked(?{whom}, 0, account_id, {told}, {})", does.join(", "));
    let value = |at, it: &Wanted| match at {
        0 => row.clone(),
        _ => it.or_as_it_is(it.tag.columns().value, &literal(it.to.value), alone),
    };
    let set: Vec<String> = (0..).zip(wanted).map(|(at, it)| it.set(&value(at, it), deed_id, alone)).collect();
    let differs: Vec<&str> = wanted.iter().map(|it| it.differs.as_str()).collect();
    // What a filter asks of `standing` alone is asked of it alone.
    let found = match condition.reads_account() {
        true => format!("EXISTS (SELECT 1 FROM account a WHERE a.id = s.account_id AND ({}))", condition.sql),
        false => condition.sql.clone(),
    };
    format!(
        "UPDATE standing AS s SET {} WHERE s.account_id BETWEEN ?{first} AND ?{last} AND ({}) AND ({found})",
        set.join(", "),
        differs.join(" OR ")
    )
}

/// One walk over the accounts that are tagged.
struct Tagging<'t> {
    deed_id: DeedId,
    wanted: &'t [Wanted],
    keeping: Keeping,
    moves: Moves,
    leaves: Walked,
    decided: Vec<Decided>,
}

/// An account of which a tag decides what was contradicted.
struct Decided {
    account: AccountId,
    field: Field,
}

impl Decided {
    /// Deciding by hand closes what stood of the account and the field: no list has come since.
    fn close(&self, touching: &mut Touching<'_>, bulk: &Bulk<'_>) -> Result<()> {
        touching.account(Touched::Conflicts, self.account)?;
        bulk.prepare("UPDATE conflict SET open = 0 WHERE account_id = ? AND field = ?")?
            .run(&[self.account.into(), self.field.id().into()])
            .map(drop)
    }
}

impl Asked for Tagging<'_> {
    fn answer(&mut self, _: i64, row: &Values<'_>) -> Option<i64> {
        let account = AccountId::new(row.int(0)?);
        let before = Standing::read(row, 1);
        let mut after = before.clone();
        for (column, Wanted { tag, to, .. }) in (1 + COLUMNS..).zip(self.wanted) {
            match row.int(column) {
                Some(1) => {}
                Some(2) => self.decided.extend(Field::of(*tag).map(|field| Decided { account, field })),
                _ => continue,
            }
            self.keeping.keep(*tag, account, Before::of(*tag, &before));
            tag.set(&mut after, *to, Some(self.deed_id));
        }
        self.moves.shift(&before, &after);
        self.leaves.add(account, &after);
        self.wanted.first()?.tag.of(&after).value
    }
}
