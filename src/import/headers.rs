//! Headers as lists have them, and what each names.
//!
//! Only whole headers count: `Manager e-mail` is no e-mail of the account.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::words::fold;
use crate::model::words::{Basis, KeyKind, Unit};

/// What a column is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A key of this kind.
    Key(KeyKind),
    /// A key whose kind each cell shows.
    AnyKey,
    /// The kind of the key beside it.
    KeyKind,
    /// The display name.
    Name,
    /// A given name.
    Given,
    /// A surname.
    Surname,
    /// A date of birth; with a name a key of the last resort.
    BirthDate,
    /// What the account is.
    Kind,
    /// Reporting region.
    Region,
    /// Organisation.
    Organisation,
    /// A country, on this basis.
    Residence(Basis),
    /// A country where the cells are countries: headers that may mean a town.
    Place(Basis),
    /// A state or province of the residence.
    Subdivision,
    /// What the residence rests on.
    Basis,
    /// A number of records.
    Records(Unit),
    /// The word beside the number.
    Qualifier,
    /// What is counted.
    Unit,
    /// How it is affected.
    Way,
    /// How far it is established.
    Status,
    /// First access.
    First,
    /// Last access.
    Last,
    /// Data category.
    Category,
    /// Free text.
    Notes,
    /// Known, and no field of an account: another person's address, a switch.
    Aside,
}

impl Use {
    /// The field of the contract that it fills.
    pub const fn field(self) -> Option<&'static str> {
        Some(match self {
            Self::Key(_) | Self::AnyKey | Self::BirthDate => "key",
            Self::KeyKind => "key_kind",
            Self::Name | Self::Given | Self::Surname => "name",
            Self::Kind => "kind",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Residence(_) | Self::Place(_) | Self::Subdivision => "residence",
            Self::Basis => "basis",
            Self::Records(_) => "records",
            Self::Qualifier => "records_qualifier",
            Self::Unit => "unit",
            Self::Way => "way",
            Self::Status => "status",
            Self::First => "first_access",
            Self::Last => "last_access",
            Self::Category => "data_category",
            Self::Notes => "notes",
            Self::Aside => return None,
        })
    }

    /// The use of a field that `--map` names; `None`: there is no such field.
    pub fn of_field(field: &str) -> Option<Self> {
        if let Some(kind) = KeyKind::find(field).filter(|kind| *kind != KeyKind::None) {
            return Some(Self::Key(kind));
        }
        Some(match field {
            "key" => Self::AnyKey,
            "key_kind" => Self::KeyKind,
            "name" => Self::Name,
            "kind" => Self::Kind,
            "region" => Self::Region,
            "organisation" => Self::Organisation,
            "residence" => Self::Residence(Basis::List),
            "basis" => Self::Basis,
            "records" => Self::Records(Unit::Record),
            "records_qualifier" => Self::Qualifier,
            "unit" => Self::Unit,
            "way" => Self::Way,
            "status" => Self::Status,
            "first_access" => Self::First,
            "last_access" => Self::Last,
            "data_category" => Self::Category,
            "notes" => Self::Notes,
            "ignore" => Self::Aside,
            _ => return None,
        })
    }
}

/// Headers of numbers that are perhaps the records.
const OFFERED: &str = "offered records = ";

static OFFERED_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = TABLE.lines().filter_map(|line| line.strip_prefix(OFFERED)).flat_map(|names| names.split('|'));
    names.map(fold).collect()
});

/// Whether a header may mean the affected records, and may as well mean something else: it is offered, and never taken unasked.
pub fn is_offered(header: &str) -> bool {
    OFFERED_NAMES.contains(&fold(bare(header)))
}

/// The headers, a field a line.
const TABLE: &str = include_str!("headers.txt");

/// The lines of a table: a use and a header that names it.
fn lines(table: &str) -> impl Iterator<Item = (Use, &str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.starts_with(OFFERED));
    lines.filter_map(|line| line.split_once(" = ")).flat_map(|(field, names)| {
        let used = of_line(field).expect("the table is part of the program, and a test reads it");
        names.split('|').map(move |name| (used, name.trim()))
    })
}

fn of_line(field: &str) -> Option<Use> {
    Some(match field.split_once(' ') {
        Some(("key", "any")) => Use::AnyKey,
        Some(("key", kind)) => Use::Key(KeyKind::find(kind)?),
        Some(("residence", basis)) => Use::Residence(Basis::find(basis)?),
        Some(("place", basis)) => Use::Place(Basis::find(basis)?),
        Some(("records", unit)) => Use::Records(Unit::find(unit)?),
        Some(_) => return None,
        None => match field {
            "given" => Use::Given,
            "surname" => Use::Surname,
            "birth" => Use::BirthDate,
            "subdivision" => Use::Subdivision,
            field => Use::of_field(field)?,
        },
    })
}

/// Words that make an address somebody else's, or another one of the same person.
const OTHERS: &[&str] = &[
    "manager",
    "supervisor",
    "vorgesetzt",
    "recovery",
    "wiederherstellung",
    "secondary",
    "alternate",
    "alternativ",
    "other",
    "andere",
    "proxy",
    "forward",
    "weiterleit",
    "delegat",
    "sponsor",
    "sender",
    "absender",
    "recipient address",
    "contact",
    "kontakt",
    "reporter",
    "created by",
    "modified by",
    "approver",
    "immutable",
    "sip",
    "invited",
    "new primary",
];

/// Headers that are known, and what each names.
struct Known(HashMap<String, Use>);

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::of(TABLE));

impl Known {
    fn of(table: &str) -> Self {
        let mut names = HashMap::new();
        for (used, name) in lines(table) {
            names.entry(fold(name)).or_insert(used);
        }
        Self(names)
    }

    fn find(&self, header: &str) -> Option<Use> {
        let bare = bare(header);
        if let Some(found) = self.0.get(&fold(bare)) {
            return Some(*found);
        }
        let short = bare.split_once('(').map(|(short, _)| fold(short))?;
        self.0.get(&short).copied()
    }
}

/// What a header names; `None`: it is not known.
pub fn find(header: &str) -> Option<Use> {
    KNOWN.find(header)
}

/// Whether a header names another address than the account's own.
pub fn is_others(header: &str) -> bool {
    let header = fold(header);
    OTHERS.iter().any(|word| header.contains(&fold(word)))
}

/// Whether the header says that its times are UTC.
pub fn is_utc(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    ["(utc)", "[utc]", "_utc", " utc"].iter().any(|mark| header.contains(mark))
}

/// Whether the header says that its cells are paths.
pub fn is_path(header: &str) -> bool {
    let header = fold(header);
    ["path", "pfad", "chemin", "ruta", "percorso"].iter().any(|word| header.contains(word))
}

/// Without `[Required]` and the types that Sentinel appends.
fn bare(header: &str) -> &str {
    let header = header.split_once('[').map_or(header, |(bare, _)| bare).trim();
    let typed = header.len() > 3 && ["_s", "_g", "_b", "_t", "_d"].iter().any(|end| header.ends_with(end));
    if typed { &header[..header.len() - 2] } else { header }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_whatever_their_case_marks_and_suffixes() {
        for (header, expected) in [
            ("E-Mail-Adresse", Some(Use::Key(KeyKind::Email))),
            ("Email Address [Required]", Some(Use::Key(KeyKind::Email))),
            ("userPrincipalName", Some(Use::Key(KeyKind::Upn))),
            ("UserPrincipalName_s", Some(Use::Key(KeyKind::Upn))),
            ("ObjectId_g", Some(Use::Key(KeyKind::ObjectId))),
            ("KUNDEN-NR.", Some(Use::Key(KeyKind::CustomerNumber))),
            ("Country/Region", Some(Use::Residence(Basis::List))),
            ("usageLocation", Some(Use::Residence(Basis::Licence))),
            ("officeLocation", Some(Use::Place(Basis::Office))),
            ("Datensaetze", Some(Use::Records(Unit::Record))),
            ("Dateien", Some(Use::Records(Unit::File))),
            ("first_access", Some(Use::First)),
            ("Erster Zugriff (UTC)", Some(Use::First)),
            ("records_qualifier", Some(Use::Qualifier)),
            ("Manager Email", None),
            ("Schuhgröße", None),
        ] {
            assert_eq!(find(header), expected, "{header}");
        }
        for header in ["Item Count", "Anzahl", "Total Items", "Count", "Elemente"] {
            assert!(is_offered(header) && find(header).is_none(), "{header}");
        }
        assert!(is_others("Recovery Email") && is_others("alternateEmailAddress") && !is_others("E-Mail"));
    }

    #[test]
    fn a_list_of_somebody_else_is_one_line_of_the_table() {
        let header = "Kennung im Ferienhausverzeichnis";
        assert_eq!(find(header), None);
        let known = Known::of(&format!("{TABLE}\nkey customer_number = {header}\n"));
        assert_eq!(known.find(&header.to_uppercase()), Some(Use::Key(KeyKind::CustomerNumber)));
        assert_eq!(known.find("E-Mail"), find("E-Mail"));
    }

    #[test]
    fn every_line_of_the_table_names_a_use_and_no_header_names_two() {
        let mut seen: HashMap<String, Use> = HashMap::new();
        for (used, name) in lines(TABLE) {
            let before = seen.insert(fold(name), used);
            assert!(before.is_none_or(|before| before == used), "{name}");
        }
        assert!(seen.len() > 250, "{}", seen.len());
    }

    #[test]
    fn every_field_of_the_contract_can_be_mapped() {
        for field in crate::import::fields() {
            let found = Use::of_field(field).unwrap_or_else(|| panic!("{field}"));
            assert_eq!(found.field(), Some(*field));
        }
    }
}
