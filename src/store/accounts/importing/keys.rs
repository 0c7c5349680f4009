//! Keys of accounts: which rows bring new ones. It knows nothing of what an account holds.

use crate::error::Result;
use crate::model::ids::{AccountId, CaseId};
use crate::store::base::bulk::{AT_ONCE, Bulk, Many};
use crate::store::base::digest::Digest;

/// A key, and the account that it leads to unless it leads to one already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// [`crate::model::words::KeyKind`] as its position.
    pub kind: i64,
    /// Of the key, normalised.
    pub digest: Digest,
    /// The account's id; of one key the lowest comes first.
    pub account: AccountId,
}

/// Whether a case has no key yet.
///
/// # Errors
/// What SQLite refuses.
pub fn none_yet(bulk: &Bulk<'_>, case_id: CaseId) -> Result<bool> {
    let mut any = bulk.prepare("SELECT 1 FROM account_key WHERE case_id = ? LIMIT 1")?;
    Ok(any.first(&[case_id.into()], |_| Ok(()))?.is_none())
}

/// Of keys given in their order, how many are there more than once: each but the first.
pub fn repeated(keys: &[Key]) -> usize {
    keys.windows(2).filter(|it| matches!(it, [one, next] if one.kind == next.kind && one.digest == next.digest)).count()
}

/// Places keys, given in their order, that lead nowhere yet, and visits those that do: their place among the given.
///
/// # Errors
/// What SQLite refuses.
pub fn place(bulk: &Bulk<'_>, case_id: CaseId, keys: &[Key], mut known: impl FnMut(usize)) -> Result<()> {
    let mut put = Many::new(bulk, "INSERT OR IGNORE INTO account_key", "case_id, key_kind, digest, account_id");
    let mut account_of =
        bulk.prepare("SELECT account_id FROM account_key WHERE case_id = ? AND key_kind = ? AND digest = ?")?;
    for (first, some) in (0..).step_by(AT_ONCE).zip(keys.chunks(AT_ONCE)) {
        for it in some {
            put.add(&[case_id.into(), it.kind.into(), it.digest.bytes().into(), it.account.into()])?;
        }
        // Where every one was written, none has to be looked up.
        if usize::try_from(put.end()?).is_ok_and(|written| written == some.len()) {
            continue;
        }
        for (at, it) in (first..).zip(some) {
            let key = [case_id.into(), it.kind.into(), it.digest.bytes().into()];
            if account_of.first(&key, |found| Ok(found.int(0).map(AccountId::new)))?.flatten() != Some(it.account) {
                known(at);
            }
        }
    }
    Ok(())
}
