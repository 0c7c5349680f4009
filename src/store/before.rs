//! What accounts held in a tag before a deed, and which deed had put it there: packed, 4,096 accounts a row of `change`.
//!
//! A deed writes its own rows once and reads those of others. Of each account that was touched, in their order: the gap to
//! the one before, the value, the basis, the deed, each that may be absent as one more than it is (`packing`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bulk::{Bulk, Statement};
use super::packing::{self, Packed};
use crate::error::{Error, Result};

/// Accounts of a block.
pub const BLOCK: i64 = 4_096;

/// The block that an account stands in.
pub const fn block(account: i64) -> i64 {
    account.div_euclid(BLOCK)
}

/// The accounts that a block may hold, the first and the last.
pub const fn range(block: i64) -> (i64, i64) {
    (block * BLOCK, (block + 1) * BLOCK - 1)
}

/// What an account held in a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// A node, a place or a status.
    pub value: Option<i64>,
    /// What a residence rests on.
    pub basis: Option<i64>,
    /// The deed that set it; nothing: what imports state.
    pub deed: Option<i64>,
}

impl Before {
    fn pack(self, to: &mut Vec<u8>) {
        [self.value, self.basis, self.deed].into_iter().for_each(|it| packing::put_maybe(to, it));
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        Some(Self { value: packed.maybe()?, basis: packed.maybe()?, deed: packed.maybe()? })
    }
}

/// What a deed keeps, until it is written. Of an account the first word counts: what it held before the deed.
#[derive(Debug, Default)]
pub struct Keeping {
    blocks: BTreeMap<(i64, i64), Kept>,
    /// The block that is being filled, so that a walk over the accounts looks no block up.
    at: Option<(i64, i64)>,
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
    pub fn keep(&mut self, tag: i64, account: i64, before: Before) {
        let key = (tag, block(account));
        if self.at != Some(key) {
            self.put_down();
            self.filling = self.blocks.remove(&key).unwrap_or_default();
            self.at = Some(key);
        }
        let Kept { accounts, bytes } = &mut self.filling;
        let at = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        accounts.push((u16::try_from(account.rem_euclid(BLOCK)).unwrap_or_default(), at));
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
    pub fn write(mut self, bulk: &Bulk<'_>, deed: i64) -> Result<()> {
        self.put_down();
        let mut put = bulk.prepare("INSERT INTO change (deed_id, tag, block, packed) VALUES (?,?,?,?)")?;
        for ((tag, block), kept) in &mut self.blocks {
            let packed = kept.pack();
            put.run(&[deed.into(), (*tag).into(), (*block).into(), packed.as_slice().into()])?;
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
pub struct Blocks(Vec<(i64, Vec<u8>)>);

impl Blocks {
    /// Reads them.
    ///
    /// # Errors
    /// What SQLite refuses.
    pub fn of(bulk: &Bulk<'_>, deed: i64, tag: i64) -> Result<Self> {
        let mut blocks = Vec::new();
        bulk.prepare("SELECT block, packed FROM change WHERE deed_id = ? AND tag = ? ORDER BY block")?.each(
            &[deed.into(), tag.into()],
            |row| {
                let mut packed = Vec::new();
                row.bytes(1, &mut packed);
                blocks.push((row.int(0).unwrap_or_default(), packed));
                Ok(())
            },
        )?;
        Ok(Self(blocks))
    }

    /// The accounts that they may hold, the first and the last; nothing where there are none.
    pub fn range(&self) -> Option<(i64, i64)> {
        Some((range(self.0.first()?.0).0, range(self.0.last()?.0).1))
    }

    /// Each account with what it held, in their order. What cannot be read ends its block.
    pub fn accounts(&self) -> impl Iterator<Item = (i64, Before)> + '_ {
        self.0.iter().flat_map(|(block, packed)| Walk { account: range(*block).0, packed: Packed(packed) })
    }

    /// How many accounts they hold.
    ///
    /// # Errors
    /// `book.damaged`
    pub fn count(&self) -> Result<u64> {
        let mut count = 0;
        for (block, packed) in &self.0 {
            let mut walk = Walk { account: range(*block).0, packed: Packed(packed) };
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
    account: i64,
    packed: Packed<'p>,
}

impl Iterator for Walk<'_> {
    type Item = (i64, Before);

    fn next(&mut self) -> Option<Self::Item> {
        let mut packed = self.packed;
        let gap = i64::try_from(packed.take()?).ok()?;
        let before = Before::unpack(&mut packed)?;
        self.packed = packed;
        self.account = self.account.checked_add(gap)?;
        Some((self.account, before))
    }
}

/// The accounts whose tags a deed changed, in their order.
///
/// # Errors
/// What SQLite refuses.
pub fn accounts_of(bulk: &Bulk<'_>, deed: i64, tags: impl IntoIterator<Item = i64>) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    for tag in tags {
        all.extend(Blocks::of(bulk, deed, tag)?.accounts().map(|(account, _)| account));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The blocks in which a deed changed tags.
///
/// # Errors
/// What SQLite refuses.
pub fn blocks_of(bulk: &Bulk<'_>, deed: i64) -> Result<BTreeSet<i64>> {
    let mut all = BTreeSet::new();
    bulk.prepare("SELECT DISTINCT block FROM change WHERE deed_id = ?")?.each(&[deed.into()], |row| {
        all.extend(row.int(0));
        Ok(())
    })?;
    Ok(all)
}

/// So many blocks are kept at hand; each is some tens of kilobytes.
const AT_HAND: usize = 1_000;

/// Looks up what one account held, again and again.
pub struct Looking<'b> {
    find: Statement<'b>,
    at_hand: HashMap<(i64, i64, i64), AtHand>,
}

/// A block, with where each account's bytes stand.
#[derive(Default)]
struct AtHand {
    packed: Vec<u8>,
    accounts: Vec<(i64, u32)>,
}

impl AtHand {
    fn of(block: i64, packed: Vec<u8>) -> Self {
        let mut walk = Walk { account: range(block).0, packed: Packed(&packed) };
        let (mut accounts, mut from) = (Vec::new(), 0);
        while let Some((account, _)) = walk.next() {
            accounts.push((account, from));
            from = u32::try_from(packed.len() - walk.packed.0.len()).unwrap_or(u32::MAX);
        }
        Self { packed, accounts }
    }

    fn before(&self, account: i64) -> Option<Before> {
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
    pub fn before(&mut self, deed: i64, tag: i64, account: i64) -> Result<Option<Before>> {
        let block = block(account);
        let key = (deed, tag, block);
        if !self.at_hand.contains_key(&key) {
            let mut packed = Vec::new();
            self.find.each(&[deed.into(), tag.into(), block.into()], |row| {
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

    fn before() -> impl Strategy<Value = Before> {
        (proptest::option::of(0_i64..1_000), proptest::option::of(0_i64..4), proptest::option::of(1_i64..100_000))
            .prop_map(|(value, basis, deed)| Before { value, basis, deed })
    }

    async fn kept(all: &[(i64, i64, Before)]) {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.expect("memory");
        let table =
            "CREATE TABLE change (deed_id, tag, block, packed, PRIMARY KEY (deed_id, tag, block)) WITHOUT ROWID";
        sqlx::raw_sql(table).execute(&mut conn).await.expect("a table");
        let bulk = Bulk::hold(&mut conn).await.expect("held");
        let (mut keeping, mut first) = (Keeping::default(), BTreeMap::new());
        for (tag, account, before) in all {
            keeping.keep(*tag, *account, *before);
            first.entry((*tag, *account)).or_insert(*before);
        }
        keeping.write(&bulk, 7).expect("written");
        let mut looking = Looking::new(&bulk).expect("ready");
        for tag in 0..2 {
            let blocks = Blocks::of(&bulk, 7, tag).expect("read");
            let read: Vec<_> = blocks.accounts().map(|(account, before)| ((tag, account), before)).collect();
            let expected: Vec<_> =
                first.iter().filter(|it| it.0.0 == tag).map(|(key, before)| (*key, *before)).collect();
            assert_eq!(read, expected);
            assert_eq!(blocks.count().expect("whole"), expected.len() as u64);
        }
        for ((tag, account), before) in first {
            assert_eq!(looking.before(7, tag, account).expect("read"), Some(before));
            assert_eq!(looking.before(8, tag, account).expect("read"), None, "another deed");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn what_was_kept_is_read_in_the_order_of_accounts_the_first_word_of_each(
            all in proptest::collection::vec((0_i64..2, (1_i64 << 32)..(1_i64 << 32) + 9_000, before()), 0..60)
        ) {
            tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(kept(&all));
        }
    }
}
