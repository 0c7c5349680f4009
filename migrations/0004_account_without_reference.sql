-- An account's import is not looked up with each account that is written: an import writes a million of them, all with its
-- own id, and nothing takes an import's record out again. `verify` holds that it is there (docs/decisions/0018).
-- A table cannot lose a reference, so `account` is made anew.

PRAGMA defer_foreign_keys = ON;
CREATE TABLE account_before AS SELECT * FROM account;
DROP TABLE account;
CREATE TABLE account (
    id        INTEGER PRIMARY KEY,              -- case × 2^32 + n: a case is a range of ids
    case_id   INTEGER NOT NULL,
    key_kind  INTEGER NOT NULL,
    key       TEXT NOT NULL,                    -- normalised; a row of kind 'none' holds its own id here
    shown     TEXT,                             -- NULL: as the key
    name      TEXT,
    notes     TEXT,
    import_id INTEGER,                          -- of `import`; NULL: of none
    line      INTEGER
) STRICT;
INSERT INTO account (id, case_id, key_kind, key, shown, name, notes, import_id, line)
    SELECT id, case_id, key_kind, key, shown, name, notes, import_id, line FROM account_before ORDER BY id;
DROP TABLE account_before;

-- Keys of a long list wait in a scratch file now, not in the book (docs/decisions/0017).
DROP TABLE key_run;
