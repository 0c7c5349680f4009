-- Keys stand in a table of their own, not in an index of `account`: an import then writes the keys of a chunk in the
-- order of keys and its accounts in the order of ids, each at the place where the last one was written
-- (docs/decisions/0012). A table cannot lose a UNIQUE constraint, so `account` is made anew.

CREATE TABLE account_key (
    case_id    INTEGER NOT NULL,
    key_kind   INTEGER NOT NULL,
    key        TEXT NOT NULL,                   -- as in `account`; `verify` holds the two equal
    account_id INTEGER NOT NULL,
    PRIMARY KEY (case_id, key_kind, key)
) STRICT, WITHOUT ROWID;
INSERT INTO account_key (case_id, key_kind, key, account_id)
    SELECT case_id, key_kind, key, id FROM account ORDER BY case_id, key_kind, key;

-- `alias` refers to accounts; what it refers to is there again before the end.
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
    import_id INTEGER REFERENCES import (id),
    line      INTEGER
) STRICT;
INSERT INTO account (id, case_id, key_kind, key, shown, name, notes, import_id, line)
    SELECT id, case_id, key_kind, key, shown, name, notes, import_id, line FROM account_before ORDER BY id;
DROP TABLE account_before;
