//! What accounts held in a tag before a deed, and which deed had put it there: packed, 4,096 accounts a row of `change`.
//!
//! A deed writes its own rows once and reads those of others. Of each account that was touched, in their order: the gap to
//! the one before, the value, the basis, the deed, each that may be absent as one more than it is (`packing`).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;

use super::standing::Standing;
use super::tags::TagValue;
use crate::error::{Error, Result};
use crate::model::ids::{AccountId, DeedId};
use crate::model::tag::Tag;
use crate::store::base::bulk::{Bulk, Statement};
use crate::store::base::packing::{self, Packed};

/// Accounts of a block.
const ACCOUNTS: i64 = 4_096;

/// A block of accounts whose ids follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block(i64);

impl Block {
    /// The block with this number.
    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// The one that an account stands in.
    pub const fn of(account: AccountId) -> Self {
        Self(account.raw().div_euclid(ACCOUNTS))
    }

    /// Its number.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The accounts that it may hold.
    pub const fn accounts(self) -> RangeInclusive<AccountId> {
        let first = AccountId::new(self.0 * ACCOUNTS);
        RangeInclusive::new(first, first.plus(ACCOUNTS - 1))
    }
}

/// What an account held in a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// A node, a place or a status, and what a residence rests on.
    pub held: TagValue,
    /// The deed that set it; nothing: what imports state.
    pub deed: Option<DeedId>,
}

/// An account, and what it held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Was {
    /// The account.
    pub account: AccountId,
    /// What it held.
    pub before: Before,
}

impl Before {
    /// What stands of a tag.
    pub(in crate::store) fn of(tag: Tag, standing: &Standing) -> Self {
        Self { held: tag.of(standing), deed: tag.deed(standing) }
    }

    fn pack(self, to: &mut Vec<u8>) {
        let Self { held: TagValue { value, basis }, deed } = self;
        [value, basis, deed.map(DeedId::raw)].into_iter().for_each(|it| packing::put_maybe(to, it));
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        let held = TagValue { value: packed.maybe()?, basis: packed.maybe()? };
        Some(Self { held, deed: packed.maybe()?.map(DeedId::new) })
    }
}

/// What a deed keeps, until it is written. Of an account the first word counts: what it held before the deed.
#[derive(Debug, Default)]
pub struct Keeping {
    blocks: BTreeMap<(Tag, Block), Kept>,
    /// The block that is being filled, so that a walk over the accounts looks no block up.
    at: Option<(Tag, Block)>,
    filling: Kept,
}

/// Of one block: each account with where its bytes stand.
#[derive(Debug, Default)]
struct Kept {
    accounts: Vec<(u16, u32)>,
    bytes: Vec<u8>,
}

impl Keeping {
    /// Keeps what an account held.
    pub fn keep(&mut self, tag: Tag, account: AccountId, before: Before) {
        let key = (tag, Block::of(account));
        if self.at != Some(key) {
            self.put_down();
            self.filling = self.blocks.remove(&key).unwrap_or_default();
            self.at = Some(key);
        }
        let Kept { accounts, bytes } = &mut self.filling;
        let at = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        accounts.push((u16::try_from(account.raw().rem_euclid(ACCOUNTS)).unwrap_or_default(), at));
        before.pack(bytes);
    }

    fn put_down(&mut self) {
        if let Some(key) = self.at.take() {
            self.blocks.insert(key, std::mem::take(&mut self.filling));
        }
    }

    /// Writes it under a deed.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn write(mut self, bulk: &Bulk<'_>, deed: DeedId) -> Result<()> {
        self.put_down();
        let mut put = bulk.prepare("INSERT INTO change (deed_id, tag, block, packed) VALUES (?,?,?,?)")?;
        for ((tag, block), kept) in &mut self.blocks {
            let packed = kept.pack();
            put.run(&[deed.into(), tag.position().into(), block.number().into(), packed.as_slice().into()])?;
        }
        Ok(())
    }
}

impl Kept {
    /// In the order of accounts, the first word of each.
    fn pack(&mut self) -> Vec<u8> {
        self.accounts.sort_by_key(|(account, _)| *account);
        self.accounts.dedup_by_key(|(account, _)| *account);
        let (mut packed, mut last) = (Vec::with_capacity(self.bytes.len() + self.accounts.len()), 0);
        for (account, at) in &self.accounts {
            packing::put(&mut packed, u64::from(account - last));
            let mut bytes = Packed(self.bytes.get(*at as usize..).unwrap_or_default());
            Before::unpack(&mut bytes).unwrap_or_default().pack(&mut packed);
            last = *account;
        }
        packed
    }
}

/// What a deed kept of a tag, block by block.
#[derive(Debug, Clone, Default)]
pub struct Blocks(Vec<(Block, Vec<u8>)>);

impl Blocks {
    /// Reads them.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn of(bulk: &Bulk<'_>, deed: DeedId, tag: Tag) -> Result<Self> {
        let mut blocks = Vec::new();
        bulk.prepare("SELECT block, packed FROM change WHERE deed_id = ? AND tag = ? ORDER BY block")?.each(
            &[deed.into(), tag.position().into()],
            |row| {
                let mut packed = Vec::new();
                row.bytes(1, &mut packed);
                blocks.push((Block::new(row.int(0).unwrap_or_default()), packed));
                Ok(())
            },
        )?;
        Ok(Self(blocks))
    }

    /// The accounts that they may hold, the first and the last; nothing where there are none.
    pub fn range(&self) -> Option<RangeInclusive<AccountId>> {
        Some(*self.0.first()?.0.accounts().start()..=*self.0.last()?.0.accounts().end())
    }

    /// Each account with what it held, in their order. What cannot be read ends its block.
    pub fn accounts(&self) -> impl Iterator<Item = Was> + '_ {
        self.0.iter().flat_map(|(block, packed)| Walk::through(*block, packed))
    }

    /// How many accounts they hold.
    ///
    /// # Errors
    /// `book.damaged`
    pub fn count(&self) -> Result<u64> {
        let mut count = 0;
        for (block, packed) in &self.0 {
            let mut walk = Walk::through(*block, packed);
            count += walk.by_ref().count() as u64;
            if !walk.packed.is_empty() {
                return Err(Error::new("book.damaged").with("table", "change"));
            }
        }
        Ok(count)
    }
}

/// A walk through one block.
struct Walk<'p> {
    at: AccountId,
    packed: Packed<'p>,
}

impl<'p> Walk<'p> {
    const fn through(block: Block, packed: &'p [u8]) -> Self {
        Self { at: *block.accounts().start(), packed: Packed(packed) }
    }
}

impl Iterator for Walk<'_> {
    type Item = Was;

    fn next(&mut self) -> Option<Self::Item> {
        let mut packed = self.packed;
        let gap = i64::try_from(packed.take()?).ok()?;
        let before = Before::unpack(&mut packed)?;
        self.packed = packed;
        self.at = self.at.plus(gap);
        Some(Was { account: self.at, before })
    }
}

/// The accounts whose tags a deed changed, in their order.
///
/// # Errors
/// What SQLite refuses.
pub fn accounts_of(bulk: &Bulk<'_>, deed: DeedId) -> Result<Vec<AccountId>> {
    let mut all = Vec::new();
    for tag in Tag::ALL {
        all.extend(Blocks::of(bulk, deed, *tag)?.accounts().map(|it| it.account));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The blocks in which a deed changed tags.
///
/// # Errors
/// What SQLite refuses.
pub fn blocks_of(bulk: &Bulk<'_>, deed: DeedId) -> Result<BTreeSet<Block>> {
    let mut all = BTreeSet::new();
    bulk.prepare("SELECT DISTINCT block FROM change WHERE deed_id = ?")?.each(&[deed.into()], |row| {
        all.extend(row.int(0).map(Block::new));
        Ok(())
    })?;
    Ok(all)
}

/// So many blocks are kept at hand; each is some tens of kilobytes.
const AT_HAND: usize = 1_000;

/// Looks up what one account held, again and again.
pub struct Looking<'b> {
    find: Statement<'b>,
    at_hand: HashMap<(DeedId, Tag, Block), AtHand>,
}

/// A block, with where each account's bytes stand.
#[derive(Default)]
struct AtHand {
    packed: Vec<u8>,
    accounts: Vec<(AccountId, u32)>,
}

impl AtHand {
    fn of(block: Block, packed: Vec<u8>) -> Self {
        let mut walk = Walk::through(block, &packed);
        let (mut accounts, mut from) = (Vec::new(), 0);
        while let Some(Was { account, .. }) = walk.next() {
            accounts.push((account, from));
            from = u32::try_from(packed.len() - walk.packed.0.len()).unwrap_or(u32::MAX);
        }
        Self { packed, accounts }
    }

    fn before(&self, account: AccountId) -> Option<Before> {
        let at = self.accounts.binary_search_by_key(&account, |it| it.0).ok()?;
        let from = self.accounts.get(at)?.1 as usize;
        let mut packed = Packed(self.packed.get(from..)?);
        packed.take()?;
        Before::unpack(&mut packed)
    }
}

impl<'b> Looking<'b> {
    /// Ready.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn new(bulk: &'b Bulk<'_>) -> Result<Self> {
        let find = bulk.prepare("SELECT packed FROM change WHERE deed_id = ? AND tag = ? AND block = ?")?;
        Ok(Self { find, at_hand: HashMap::new() })
    }

    /// What an account held in a tag before a deed; nothing where that deed did not touch it.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn before(&mut self, deed: DeedId, tag: Tag, account: AccountId) -> Result<Option<Before>> {
        let block = Block::of(account);
        let key = (deed, tag, block);
        if !self.at_hand.contains_key(&key) {
            let mut packed = Vec::new();
            self.find.each(&[deed.into(), tag.position().into(), block.number().into()], |row| {
                row.bytes(0, &mut packed);
                Ok(())
            })?;
            if self.at_hand.len() >= AT_HAND {
                self.at_hand.clear();
            }
            self.at_hand.insert(key, AtHand::of(block, packed));
        }
        Ok(self.at_hand.get(&key).and_then(|it| it.before(account)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sqlx::{Connection as _, SqliteConnection};

    use super::*;
    use crate::model::ids::CaseId;

    fn was() -> impl Strategy<Value = (Tag, Was)> {
        let account = (1_i64..9_000).prop_map(|n| CaseId::new(1).account(n));
        let held = (proptest::option::of(0_i64..1_000), proptest::option::of(0_i64..4));
        let deed = proptest::option::of((1_i64..100_000).prop_map(DeedId::new));
        let tag = proptest::sample::select(&[Tag::Region, Tag::Status][..]);
        (tag, account, held, deed).prop_map(|(tag, account, (value, basis), deed)| {
            (tag, Was { account, before: Before { held: TagValue { value, basis }, deed } })
        })
    }

    async fn kept(all: &[(Tag, Was)]) {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.expect("memory");
        let table =
            "CREATE TABLE change (deed_id, tag, block, packed, PRIMARY KEY (deed_id, tag, block)) WITHOUT ROWID";
        sqlx::raw_sql(table).execute(&mut conn).await.expect("a table");
        let bulk = Bulk::hold(&mut conn).await.expect("held");
        let (deed, another) = (DeedId::new(7), DeedId::new(8));
        let (mut keeping, mut first) = (Keeping::default(), BTreeMap::new());
        for (tag, was) in all {
            keeping.keep(*tag, was.account, was.before);
            first.entry((*tag, was.account)).or_insert(was.before);
        }
        keeping.write(&bulk, deed).expect("written");
        let mut looking = Looking::new(&bulk).expect("ready");
        for tag in Tag::ALL {
            let blocks = Blocks::of(&bulk, deed, *tag).expect("read");
            let read: Vec<_> = blocks.accounts().map(|it| ((*tag, it.account), it.before)).collect();
            let expected: Vec<_> =
                first.iter().filter(|it| it.0.0 == *tag).map(|(key, before)| (*key, *before)).collect();
            assert_eq!(read, expected);
            assert_eq!(blocks.count().expect("whole"), expected.len() as u64);
        }
        for ((tag, account), before) in first {
            assert_eq!(looking.before(deed, tag, account).expect("read"), Some(before));
            assert_eq!(looking.before(another, tag, account).expect("read"), None, "another deed");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn what_was_kept_is_read_in_the_order_of_accounts_the_first_word_of_each(
            all in proptest::collection::vec(was(), 0..60)
        ) {
            tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(kept(&all));
        }
    }
}
