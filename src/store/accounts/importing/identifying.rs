//! Which account a row is of, by all that it calls it by. It reads, and changes nothing.
//!
//! The key that says which account a row is of decides. Where it leads nowhere yet, another identifier of the row does,
//! unless the account that it leads to goes by another key of that kind: `b@x` with the number of `a@x` is not `a@x`, but
//! is said to have to do with it.

use super::chunks::Row;
use crate::error::Result;
use crate::model::account::AccountKey;
use crate::model::ids::{AccountId, CaseId};
use crate::store::accounts::aliases::Aliases;
use crate::store::base::bulk::Bulk;

/// What is needed, ready.
pub struct Identifying<'b> {
    pub aliases: Aliases<'b>,
}

/// Which account a row is of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identified {
    /// None: it is new.
    pub account: Option<AccountId>,
    /// Its identifiers, its own key first.
    pub keys: Vec<Lead>,
}

/// An identifier, and the account that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    pub key: AccountKey,
    pub to: Option<AccountId>,
}

impl<'b> Identifying<'b> {
    pub fn new(bulk: &'b Bulk<'_>, case_id: CaseId) -> Result<Self> {
        Ok(Self { aliases: Aliases::new(bulk, case_id)? })
    }

    /// Which account a row is of; what leads to `own`, the row's own id, leads nowhere yet.
    pub fn of(&mut self, row: &Row, own: Option<AccountId>) -> Result<Identified> {
        let mut keys = Vec::with_capacity(1 + row.aliases.len());
        for key in row.keys() {
            let to = self.aliases.leads_to(&key)?.filter(|id| Some(*id) != own);
            keys.push(Lead { key, to });
        }
        let account = self.account(&keys)?;
        Ok(Identified { account, keys })
    }

    fn account(&mut self, keys: &[Lead]) -> Result<Option<AccountId>> {
        let Some((main, others)) = keys.split_first() else { return Ok(None) };
        if main.to.is_some() {
            return Ok(main.to);
        }
        for id in others.iter().filter_map(|it| it.to) {
            if self.aliases.own(id, main.key.kind)?.is_empty() {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}
