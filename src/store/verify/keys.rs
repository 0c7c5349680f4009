//! Whether every account's key leads to it. It repairs nothing.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::store::bulk::Bulk;
use crate::store::packing;

/// Accounts that their key does not lead to, and keys that lead to another account or none.
///
/// Both tables are read once, each in its own order. Each row's hash is added up, under a key that is made for this one call:
/// whoever does not know it cannot make rows whose hashes come to the same. Which rows differ is asked only where some do.
///
/// # Errors
/// What SQLite refuses.
pub async fn astray(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    let same = {
        let bulk = Bulk::hold(conn).await?;
        let sum = Sums::new();
        sum.of(&bulk, "SELECT case_id, key_kind, key, id FROM account")?
            == sum.of(&bulk, "SELECT case_id, key_kind, key, account_id FROM account_key")?
    };
    if same { Ok(Vec::new()) } else { Ok(named(conn).await?) }
}

/// Sums of keyed hashes.
struct Sums([std::hash::RandomState; 2]);

impl Sums {
    fn new() -> Self {
        Self(Default::default())
    }

    /// How many rows there are, and two sums over them: 128 bits that nobody outside of this call can aim at.
    fn of(&self, bulk: &Bulk<'_>, select: &str) -> Result<(u64, [u64; 2])> {
        use std::hash::BuildHasher as _;
        let (mut rows, mut sums, mut packed) = (0, [0_u64; 2], Vec::new());
        bulk.prepare(select)?.each(&[], |row| {
            packed.clear();
            [0, 1, 3].into_iter().for_each(|column| packing::put_maybe(&mut packed, row.int(column)));
            row.bytes(2, &mut packed);
            rows += 1;
            for (sum, state) in sums.iter_mut().zip(&self.0) {
                *sum = sum.wrapping_add(state.hash_one(packed.as_slice()));
            }
            Ok(())
        })?;
        Ok((rows, sums))
    }
}

async fn named(conn: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT 'account ' || a.id || ' → account_key' FROM account a LEFT JOIN account_key k \
         ON k.case_id = a.case_id AND k.key_kind = a.key_kind AND k.key = a.key WHERE k.account_id IS NOT a.id \
         UNION ALL SELECT 'account_key ' || k.account_id || ' → account' FROM account_key k LEFT JOIN account a \
         ON a.id = k.account_id WHERE (a.case_id, a.key_kind, a.key) IS NOT (k.case_id, k.key_kind, k.key) LIMIT 100",
    )
    .fetch_all(conn)
    .await
}
