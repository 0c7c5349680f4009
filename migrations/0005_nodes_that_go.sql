-- A node that was merged into another is found again: what lists had said of it, and what a sheet had taken from it, is meant
-- of the other as long as the merge stands. Of merges before this format nothing is known.
CREATE TABLE node_merge (
    deed_id INTEGER PRIMARY KEY REFERENCES deed (id),
    tree    TEXT NOT NULL CHECK (tree IN ('region', 'organisation')),
    gone    INTEGER NOT NULL,
    stands  INTEGER NOT NULL                    -- for it; it may be merged further
) STRICT;

-- The id of a node that went is never another's. Both tables are made anew for that; what refers to them is there again
-- before the end.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE region_before AS SELECT * FROM region;
DROP TABLE region;
CREATE TABLE region (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uid      BLOB NOT NULL UNIQUE,
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    parent   INTEGER REFERENCES region (id),
    name     TEXT NOT NULL,
    iso      TEXT,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO region (id, uid, case_id, parent, name, iso, position)
    SELECT id, uid, case_id, parent, name, iso, position FROM region_before ORDER BY id;
CREATE UNIQUE INDEX region_name ON region (case_id, coalesce(parent, 0), name COLLATE NOCASE);
DROP TABLE region_before;

CREATE TABLE organisation_before AS SELECT * FROM organisation;
DROP TABLE organisation;
CREATE TABLE organisation (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uid      BLOB NOT NULL UNIQUE,
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    parent   INTEGER REFERENCES organisation (id),
    name     TEXT NOT NULL,
    country  TEXT,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO organisation (id, uid, case_id, parent, name, country, position)
    SELECT id, uid, case_id, parent, name, country, position FROM organisation_before ORDER BY id;
CREATE UNIQUE INDEX organisation_name ON organisation (case_id, coalesce(parent, 0), name COLLATE NOCASE);
DROP TABLE organisation_before;

-- The highest id that ever was, so far.
DELETE FROM sqlite_sequence WHERE name IN ('region', 'organisation');
INSERT INTO sqlite_sequence (name, seq)
    SELECT kind, max(id) FROM (
        SELECT 'region' AS kind, id FROM region UNION ALL SELECT 'organisation', id FROM organisation
        UNION ALL SELECT kind, id FROM entity_change WHERE kind IN ('region', 'organisation')
    ) GROUP BY kind;
