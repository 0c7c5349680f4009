//! What stands in the cells of an account: the contract's spellings, never a reader's language.

use crate::model::account::Account;
use crate::model::count::Count;
use crate::model::words::Qualifier;

/// The cells of an account, in the order of the columns; what is not known is empty.
pub fn of(account: &Account) -> [String; 19] {
    let text = |it: &Option<String>| it.clone().unwrap_or_default();
    [
        account.id.to_string(),
        account.key.clone(),
        account.key_kind.id().to_owned(),
        account.shown.clone(),
        text(&account.name),
        account.kind.id().to_owned(),
        account.status.id().to_owned(),
        ways(account),
        text(&account.residence),
        account.basis.map(|basis| basis.id().to_owned()).unwrap_or_default(),
        text(&account.region),
        text(&account.organisation),
        account.records.as_ref().map(count).unwrap_or_default(),
        text(&account.first_access),
        text(&account.last_access),
        text(&account.notes),
        account.import.map(|id| id.to_string()).unwrap_or_default(),
        account.line.map(|line| line.to_string()).unwrap_or_default(),
        aliases(account),
    ]
}

/// `employee_number:100; upn:anna@x.example`: what else finds it.
fn aliases(account: &Account) -> String {
    account.aliases.iter().map(|it| format!("{}:{}", it.kind, it.key)).collect::<Vec<_>>().join("; ")
}

/// `signed_in:confirmed; content_accessed:suspected`.
fn ways(account: &Account) -> String {
    account.ways.iter().map(|it| format!("{}:{}", it.way, it.status)).collect::<Vec<_>>().join("; ")
}

/// A count as an importer reads it: `612`, `>=612`, `<=742`, `612-742`, `ca. 600`.
pub fn count(count: &Count) -> String {
    let value = count.value().unwrap_or_default();
    match count.qualifier() {
        Qualifier::Exact => value.to_string(),
        Qualifier::AtLeast => format!(">={value}"),
        Qualifier::AtMost => format!("<={value}"),
        Qualifier::Between => format!("{}-{}", count.low, count.high.unwrap_or(count.low)),
        Qualifier::Approximate => format!("ca. {value}"),
        Qualifier::ToBeDetermined => "to be determined".to_owned(),
        Qualifier::CannotBeDetermined => "cannot be determined".to_owned(),
    }
}
