//! Whether every account's key leads to it. It repairs nothing.

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::store::base::bulk::Bulk;
use crate::store::base::packing;

/// Accounts that their key does not lead to, and keys that lead to no account which goes by them or is called so.
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
        let own = sum.of(&bulk, "SELECT case_id, key_kind, digest(key), id FROM account")?;
        let aliases = sum.of(
            &bulk,
            "SELECT k.case_id, l.key_kind, k.digest, l.account_id FROM alias l JOIN account a ON a.id = l.account_id \
             JOIN account_key k ON k.case_id = a.case_id AND k.key_kind = l.key_kind AND k.digest = digest(l.key) \
             AND k.account_id = l.account_id",
        )?;
        together(own, aliases) == sum.of(&bulk, "SELECT case_id, key_kind, digest, account_id FROM account_key")?
    };
    if same { Ok(Vec::new()) } else { Ok(named(conn).await?) }
}

/// The rows of both, and their sums.
fn together(one: (u64, [u64; 2]), other: (u64, [u64; 2])) -> (u64, [u64; 2]) {
    let ([a, b], [c, d]) = (one.1, other.1);
    (one.0 + other.0, [a.wrapping_add(c), b.wrapping_add(d)])
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
         ON k.case_id = a.case_id AND k.key_kind = a.key_kind AND k.digest = digest(a.key) WHERE k.account_id IS NOT a.id \
         UNION ALL SELECT 'account_key ' || k.account_id || ' → account' FROM account_key k LEFT JOIN account a \
         ON a.id = k.account_id WHERE (a.case_id, a.key_kind, digest(a.key)) IS NOT (k.case_id, k.key_kind, k.digest) \
         AND NOT EXISTS (SELECT 1 FROM alias l WHERE l.account_id = k.account_id AND l.key_kind = k.key_kind \
         AND digest(l.key) = k.digest AND a.case_id = k.case_id) LIMIT 100",
    )
    .fetch_all(conn)
    .await
}
