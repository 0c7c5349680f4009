//! What a deed did, as one hash: its own row, the rows it wrote before and after, what accounts held, what it moved, the
//! imports and exports it made. Nothing of it is ever written again by a later deed.

use crate::error::Result;
use crate::model::ids::DeedId;
use crate::store::base::bulk::Bulk;
use crate::store::base::canonical::Canonical;

/// The rows of a deed, table by table: all columns but those that later deeds write (`undone_by`, `taken_back`) and the bytes
/// of exports, which their SHA-256 stands for. A test holds that no column is missing.
pub const OF_A_DEED: &[(&str, &str)] = &[
    ("deed", "SELECT id, uid, case_id, at, who, verb, params, changed, undoes, reversible FROM deed WHERE id = ?1"),
    (
        "entity_change",
        "SELECT deed_id, seq, kind, id, before, after FROM entity_change WHERE deed_id = ?1 ORDER BY seq",
    ),
    ("change", "SELECT deed_id, tag, block, packed FROM change WHERE deed_id = ?1 ORDER BY tag, block"),
    ("move", "SELECT deed_id, packed, conflicts FROM move WHERE deed_id = ?1"),
    ("node_merge", "SELECT deed_id, tree, gone, stands FROM node_merge WHERE deed_id = ?1"),
    (
        "import",
        "SELECT id, uid, case_id, deed_id, started_at, ended_at, machine_clock, who, os_account, machine, program, \
         enrich, conflicts, problems, handed_over, collected FROM import WHERE deed_id = ?1 \
         ORDER BY id",
    ),
    (
        "import_file",
        "SELECT import_id, seq, name, sha256, size, container, kind, reading, \
         first_account, first_from, first_until, first_precision, last_from, last_until, last_precision FROM import_file WHERE import_id IN (SELECT id FROM import WHERE deed_id = ?1) \
         ORDER BY import_id, seq",
    ),
    (
        "import_count",
        "SELECT import_id, file, what, n FROM import_count WHERE import_id IN (SELECT id FROM import WHERE deed_id = ?1) \
         ORDER BY import_id, file, what",
    ),
    (
        "export",
        "SELECT id, uid, case_id, deed_id, template, language, format, names, now, who, program, catalogue, \
         version, numbers, sha256, pages FROM export WHERE deed_id = ?1 ORDER BY id",
    ),
];

/// The book itself, which its first entry commits to.
pub const OF_THE_BOOK: &str = "SELECT id, uid, created_at, created_by, program FROM book";

/// What a deed did. The salt stands with the entry's details: once those are erased, nobody can try what it was.
///
/// # Errors
/// What SQLite refuses.
pub fn did(bulk: &Bulk<'_>, deed: DeedId, salt: &[u8]) -> Result<[u8; 32]> {
    let mut all = Canonical::new("breachbook did");
    all.cells(&[salt.into()]);
    for (table, select) in OF_A_DEED {
        all.cells(&[(*table).into()]);
        bulk.prepare(select)?.each(&[deed.into()], |row| {
            all.row(row.cells());
            Ok(())
        })?;
    }
    Ok(all.end())
}

/// What making the book did.
///
/// # Errors
/// What SQLite refuses.
pub fn made(bulk: &Bulk<'_>, salt: &[u8]) -> Result<[u8; 32]> {
    let mut all = Canonical::new("breachbook made");
    all.cells(&[salt.into()]);
    bulk.prepare(OF_THE_BOOK)?.each(&[], |row| {
        all.row(row.cells());
        Ok(())
    })?;
    Ok(all.end())
}
