//! The parts of a case that have leaves of their own. Their numbers are part of the file format; a new one goes to the end of
//! its list. It reads nothing.

use std::collections::{BTreeMap, BTreeSet};

/// A part of accounts: some columns of a table whose rows belong to accounts.
#[derive(Debug)]
pub struct Part {
    /// Its number in `leaf`.
    pub id: i64,
    /// What is told of it.
    pub name: &'static str,
    /// The table.
    pub table: &'static str,
    /// Its column of the account's id.
    pub account: &'static str,
    /// The columns that belong to it.
    pub columns: &'static [&'static str],
    /// What the rows of one account are put in order by.
    pub order: &'static str,
}

/// `part` of the first tag; the others follow in the order of `change.tag`.
pub const FIRST_TAG: i64 = 100;

/// The parts of accounts.
pub const PARTS: &[Part] = &[
    Part {
        id: 1,
        name: "account",
        table: "account",
        account: "id",
        columns: &["case_id", "key_kind", "key", "shown", "name", "notes", "import_id", "line"],
        order: "",
    },
    Part { id: 100, name: "region", columns: &["region_id", "region_deed"], ..STANDING },
    Part { id: 101, name: "organisation", columns: &["organisation_id", "organisation_deed"], ..STANDING },
    Part { id: 102, name: "residence", columns: &["place_id", "basis", "place_deed"], ..STANDING },
    Part { id: 103, name: "status", columns: &["status", "status_stated", "status_deed", "safe_status"], ..STANDING },
    Part { id: 104, name: "one_person", columns: &["one_person", "one_person_deed"], ..STANDING },
    Part {
        id: 6,
        name: "numbers",
        columns: &[
            "kind",
            "unit",
            "records_low",
            "records_high",
            "records_estimate",
            "whole_folders",
            "first_from",
            "first_until",
            "first_precision",
            "last_from",
            "last_until",
            "last_precision",
            "day",
            "profile_id",
            "records_for_good",
        ],
        ..STANDING
    },
    Part {
        id: 7,
        name: "way",
        table: "way",
        columns: &["way", "status", "stated", "deed_id", "reason"],
        order: ", way",
        ..STANDING
    },
    Part {
        id: 8,
        name: "data_category",
        table: "data_category",
        columns: &["category", "import_id"],
        order: ", category",
        ..STANDING
    },
    Part {
        id: 9,
        name: "sighting",
        table: "sighting",
        columns: &["import_id", "seq", "file", "line", "stated"],
        order: ", import_id, seq",
        ..STANDING
    },
    Part {
        id: 10,
        name: "conflict",
        table: "conflict",
        columns: &["id", "field", "statements", "open", "adopted", "adopted_by"],
        order: ", field",
        ..STANDING
    },
    Part {
        id: 11,
        name: "alias",
        table: "alias",
        columns: &["key_kind", "key", "import_id", "line"],
        order: ", key_kind, key",
        ..STANDING
    },
];

const STANDING: Part = Part { id: 0, name: "", table: "standing", account: "account_id", columns: &[], order: "" };

/// A part of a case: rows of a table.
#[derive(Debug)]
pub struct CasePart {
    /// Its number in `leaf`.
    pub id: i64,
    /// What is told of it: its table.
    pub name: &'static str,
    /// All of its rows, every column, in their order; `?1` is the case.
    pub select: &'static str,
}

macro_rules! case_parts {
    ($($id:literal $table:literal),+ $(,)?) => {
        &[
            $(CasePart {
                id: $id,
                name: $table,
                select: concat!("SELECT * FROM \"", $table, "\" WHERE case_id = ?1 ORDER BY id"),
            },)+
            CasePart { id: 60, name: "cases", select: "SELECT * FROM cases WHERE id = ?1" },
            CasePart {
                id: 61,
                name: "import_file",
                select: "SELECT * FROM import_file WHERE import_id IN (SELECT id FROM import WHERE case_id = ?1) \
                         ORDER BY import_id, seq",
            },
            CasePart {
                id: 63,
                name: "import_count",
                select: "SELECT * FROM import_count WHERE import_id IN (SELECT id FROM import WHERE case_id = ?1) \
                         ORDER BY import_id, file, what",
            },
            // Which deeds stand: what a later deed writes of an earlier one.
            CasePart {
                id: 62,
                name: "deed",
                select: "SELECT id, undone_by FROM deed WHERE case_id = ?1 AND undone_by IS NOT NULL ORDER BY id",
            },
        ]
    };
}

/// What is written down about a case, and the records of its imports, also what became of them.
pub const CASE_PARTS: &[CasePart] = case_parts![
    40 "region",
    41 "organisation",
    42 "answer",
    43 "party",
    44 "milestone",
    45 "determination",
    46 "claim",
    47 "exposure",
    48 "typed_count",
    49 "measure",
    50 "open_point",
    51 "coverage",
    52 "group_overlap",
    53 "import",
    54 "profile",
];

/// Rows of an import that were not taken, a leaf an import: they may be many.
pub const REJECTED: CasePart =
    CasePart { id: 20, name: "rejected", select: "SELECT * FROM rejected WHERE import_id = ?1 ORDER BY seq" };

/// The places of the book, up to one of this id.
pub const PLACE: CasePart =
    CasePart { id: 21, name: "place", select: "SELECT * FROM place WHERE id <= ?1 ORDER BY id" };

/// Where in a row the columns of a part stand, the account's id first.
pub type Columns = Vec<i32>;

/// Parts by their table.
pub fn by_table(parts: &BTreeSet<i64>) -> BTreeMap<&'static str, Vec<i64>> {
    let mut tables: BTreeMap<&'static str, Vec<i64>> = BTreeMap::new();
    for part in PARTS.iter().filter(|it| parts.contains(&it.id)) {
        tables.entry(part.table).or_default().push(part.id);
    }
    tables
}

/// Reads the columns of these parts of a table, for accounts from `?1` to `?2`; and where each part's columns stand.
pub fn select(table: &str, parts: &[i64]) -> (String, Vec<Columns>) {
    let parts: Vec<&Part> = PARTS.iter().filter(|it| parts.contains(&it.id)).collect();
    let (account, order) = parts.first().map_or(("account_id", ""), |it| (it.account, it.order));
    let (mut names, mut columns) = (vec![account], Vec::new());
    for part in parts {
        let first = names.len();
        names.extend(part.columns);
        let own = first..names.len();
        columns.push(std::iter::once(0).chain(own.filter_map(|at| i32::try_from(at).ok())).collect());
    }
    let select =
        format!("SELECT {} FROM {table} WHERE {account} BETWEEN ?1 AND ?2 ORDER BY {account}{order}", names.join(", "));
    (select, columns)
}
