//! A list exactly as somebody looks at it: the columns they show, in their language and order. It is read by people
//! and never comes back; numbers are spelled as importers read them, so that no spreadsheet takes a point for a comma.

use super::cells;
use crate::lang::Phrases;
use crate::model::account::Account;
use crate::model::cell;
use crate::model::list::Column;

/// The head of a list.
pub struct Head {
    /// Of each column its lasting id.
    pub ids: Vec<&'static str>,
    /// Of each column its name in the reader's language.
    pub names: Vec<String>,
}

impl Head {
    /// The head of these columns.
    #[must_use]
    pub fn of(columns: &[Column], phrases: &Phrases) -> Self {
        let id = |column: &Column| column.phrase().trim_start_matches("list-column-");
        Self {
            ids: columns.iter().map(id).collect(),
            names: columns.iter().map(|column| phrases.say(column.phrase())).collect(),
        }
    }
}

/// The cells of an account under these columns; what is not known is empty.
#[must_use]
pub fn shown(account: &Account, columns: &[Column], phrases: &Phrases) -> Vec<String> {
    let text = |it: &Option<String>| it.clone().unwrap_or_default();
    let cell = |column: &Column| match column {
        Column::Address => account.shown.clone(),
        Column::Name => text(&account.name),
        Column::Kind => phrases.word("kind", account.kind.id()),
        Column::Status => phrases.word("status", account.status.id()),
        Column::Ways => {
            let ways = account.ways.iter().map(|it| phrases.word("way", it.way.id()));
            ways.collect::<Vec<_>>().join("; ")
        }
        Column::Region => text(&account.region),
        Column::Organisation => text(&account.organisation),
        Column::Residence => match (&account.residence, account.basis) {
            (Some(code), Some(basis)) => format!("{code} · {}", phrases.word("basis", basis.id())),
            (code, _) => text(code),
        },
        Column::Records => account.records.as_ref().map(cells::count).unwrap_or_default(),
        Column::FirstAccess => text(&account.first_access),
        Column::LastAccess => text(&account.last_access),
        Column::Notes => text(&account.notes),
        Column::Import => account.import.map(|it| it.to_string()).unwrap_or_default(),
    };
    columns.iter().map(cell).collect()
}

/// A row as text with tabs between its cells; nothing in it can run in a spreadsheet.
#[must_use]
pub fn tabbed(cells: &[String]) -> String {
    let flat = |cell: &String| cell::guarded(&cell.replace(['\t', '\n', '\r'], " ")).into_owned();
    cells.iter().map(flat).collect::<Vec<_>>().join("\t") + "\n"
}
