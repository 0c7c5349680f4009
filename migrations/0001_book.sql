-- The book. STRICT tables, foreign keys on; never edited once released.
--
-- Times are RFC 3339 UTC text, except in `standing`, where they are Unix seconds. Words of closed lists are their
-- spelling, except in `standing`, `way` and `tally`, where they are the word's position in its list (model::words).
-- uid is a UUIDv7 as 16 bytes, on everything that is exchanged between books.

CREATE TABLE book (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    uid        BLOB NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    program    TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
    id            INTEGER PRIMARY KEY,
    uid           BLOB NOT NULL UNIQUE,
    title         TEXT NOT NULL,
    main_party_id INTEGER REFERENCES party (id), -- whose case it is; NULL: nothing is said of a party yet
    zone          TEXT NOT NULL DEFAULT 'UTC',
    sample        TEXT CHECK (sample IN ('reconstructed', 'fictional')),
    sample_name   TEXT,                         -- which sample it is
    next_account  INTEGER NOT NULL DEFAULT 1,   -- n of the next account's id: case × 2^32 + n
    created_at    TEXT NOT NULL,
    created_by    TEXT NOT NULL
) STRICT;

-- ---------------------------------------------------------------- deeds: what was done, undone, done again
CREATE TABLE deed (
    id        INTEGER PRIMARY KEY,
    uid       BLOB NOT NULL UNIQUE,
    case_id   INTEGER REFERENCES cases (id),    -- NULL: of the book
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    verb      TEXT NOT NULL,
    params    TEXT NOT NULL DEFAULT '{}',
    changed   INTEGER NOT NULL DEFAULT 0,
    undoes    INTEGER REFERENCES deed (id),     -- this deed is the undoing of that one
    undone_by INTEGER REFERENCES deed (id),     -- and that one says so; NULL again after a redo
    reversible INTEGER NOT NULL DEFAULT 1       -- exports and imports are not walked over by undo
) STRICT;
CREATE INDEX deed_by_case ON deed (case_id, id);

-- Before-values of tags: what accounts held, and which deed had put it there. No later deed writes here.
CREATE TABLE change (
    deed_id INTEGER NOT NULL REFERENCES deed (id),
    tag     INTEGER NOT NULL,                   -- 0 region, 1 organisation, 2 residence with basis, 3 status
    block   INTEGER NOT NULL,                   -- of 4,096 accounts: account_id / 4,096
    packed  BLOB NOT NULL,                      -- of each account that was touched, in their order (store::values::before)
    PRIMARY KEY (deed_id, tag, block)
) STRICT, WITHOUT ROWID;

-- Before- and after-values of everything else, as JSON of the row.
CREATE TABLE entity_change (
    deed_id INTEGER NOT NULL REFERENCES deed (id),
    seq     INTEGER NOT NULL,
    kind    TEXT NOT NULL,                      -- the table
    id      INTEGER NOT NULL,
    before  TEXT,                               -- NULL: it was made
    after   TEXT,                               -- NULL: it was removed
    PRIMARY KEY (deed_id, seq)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- dimensions
CREATE TABLE region (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- of a node that went it is never another's
    uid     BLOB NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    parent  INTEGER REFERENCES region (id),
    name    TEXT NOT NULL,
    iso     TEXT,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX region_name ON region (case_id, coalesce(parent, 0), name COLLATE NOCASE);

-- A legal entity as the book knows it. A case never reads it: it takes a copy, so that what is learned for one case changes
-- no other.
CREATE TABLE entity (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    country    TEXT,
    identifier TEXT,                           -- LEI, register number …, as typed
    address    TEXT
) STRICT;
CREATE UNIQUE INDEX entity_name ON entity (name COLLATE NOCASE);

-- A node of the case's tree. One that a party is of is the case's copy of a legal entity, as it was known on a day.
CREATE TABLE organisation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- of a node that went it is never another's
    uid     BLOB NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    parent  INTEGER REFERENCES organisation (id),
    name    TEXT NOT NULL,
    country TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    entity_id  INTEGER REFERENCES entity (id), -- NULL: no party is of it
    identifier TEXT,
    address    TEXT,
    copied_at  TEXT
) STRICT;
CREATE UNIQUE INDEX organisation_name ON organisation (case_id, coalesce(parent, 0), name COLLATE NOCASE);

-- A node that was merged into another: what lists and hands said of it is meant of the other as long as the merge stands.
-- No account is written for it: who reads a node's id follows it.
CREATE TABLE node_merge (
    deed_id INTEGER PRIMARY KEY REFERENCES deed (id),
    tree    TEXT NOT NULL CHECK (tree IN ('region', 'organisation')),
    gone    INTEGER NOT NULL,
    stands  INTEGER NOT NULL                    -- for it; it may be merged further
) STRICT;

-- ISO 3166-1 and -2 codes that occur, so that `standing` stays narrow.
CREATE TABLE place (
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

-- ---------------------------------------------------------------- evidence: imports
CREATE TABLE import (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE,
    case_id     INTEGER NOT NULL REFERENCES cases (id),
    deed_id     INTEGER NOT NULL REFERENCES deed (id),
    started_at  TEXT NOT NULL,
    ended_at    TEXT NOT NULL,                  -- when its last row was written
    machine_clock TEXT,                         -- NULL: both are its times; else they were given, and this is what it said
    who         TEXT NOT NULL,
    os_account  TEXT NOT NULL,
    machine     TEXT NOT NULL,
    program     TEXT NOT NULL,
    enrich      INTEGER NOT NULL,               -- 1: it fills accounts that are there, and brings none
    conflicts   INTEGER NOT NULL,
    problems    INTEGER NOT NULL,
    handed_over TEXT,                           -- by whom
    collected   TEXT,                           -- by whom, when, with what query and period
    taken_back  INTEGER REFERENCES deed (id)
) STRICT;
CREATE INDEX import_by_case ON import (case_id, id);

CREATE TABLE import_file (
    import_id INTEGER NOT NULL REFERENCES import (id),
    seq       INTEGER NOT NULL,
    name      TEXT NOT NULL,
    sha256    BLOB NOT NULL,
    size      INTEGER NOT NULL,
    container TEXT NOT NULL,                    -- how its rows are held
    kind      TEXT NOT NULL,                    -- what they are
    reading   TEXT NOT NULL,                    -- JSON: container, kind, encoding, delimiter, sheet, header row, mapping, date order, zone
    first_account INTEGER,                      -- the lowest id it brought; the next file's are higher. NULL: none
    first_from    INTEGER,                      -- the first access that its rows state, as in `standing`. NULL: none
    first_until   INTEGER,
    first_precision INTEGER,
    last_from     INTEGER,                      -- and the last
    last_until    INTEGER,
    last_precision INTEGER,
    PRIMARY KEY (import_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_file_hash ON import_file (sha256);

-- How many of a file's rows became what. What adds up to what, the kind of the file says.
CREATE TABLE import_count (
    import_id INTEGER NOT NULL REFERENCES import (id),
    file      INTEGER NOT NULL,                 -- `import_file.seq`
    what      TEXT NOT NULL,                    -- of rows of accounts: read = new + merged + rejected (+ unmatched)
    n         INTEGER NOT NULL,
    PRIMARY KEY (import_id, file, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected (
    import_id INTEGER NOT NULL REFERENCES import (id),
    seq       INTEGER NOT NULL,
    file      TEXT NOT NULL,
    line      INTEGER NOT NULL,
    code      TEXT NOT NULL,
    args      TEXT NOT NULL,                    -- JSON
    rejected  INTEGER NOT NULL,                 -- 1: the row; 0: only a field of it
    raw       TEXT,                             -- JSON array; mapped, not secret columns only
    PRIMARY KEY (import_id, seq)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- accounts
CREATE TABLE account (
    id        INTEGER PRIMARY KEY,              -- case × 2^32 + n: a case is a range of ids
    case_id   INTEGER NOT NULL,
    key_kind  INTEGER NOT NULL,
    key       TEXT NOT NULL,                    -- normalised; a row of kind 'none' holds its own id here
    shown     TEXT,                             -- NULL: as the key
    name      TEXT,
    notes     TEXT,
    import_id INTEGER,                          -- of `import`; NULL: of none. No reference (docs/decisions/0018)
    line      INTEGER
) STRICT;

-- Keys stand in a table of their own, not in an index of `account`: an import then writes the keys of a chunk in the
-- order of keys and its accounts in the order of ids, each at the place where the last one was written
-- (docs/decisions/0012).
CREATE TABLE account_key (
    case_id    INTEGER NOT NULL,
    key_kind   INTEGER NOT NULL,
    digest     BLOB NOT NULL,                   -- of a key in `account` or in `alias`: the first 16 bytes of its SHA-256.
    account_id INTEGER NOT NULL,                -- `verify` holds them equal
    PRIMARY KEY (case_id, key_kind, digest)
) STRICT, WITHOUT ROWID;

-- What else rows call an account by. Where it leads to the account it stands in `account_key`, too. Where it leads to
-- another one, or contradicts what the account is called by already, it leads here no more than it did, and a conflict says so.
CREATE TABLE alias (
    account_id INTEGER NOT NULL,
    key_kind   INTEGER NOT NULL,
    key        TEXT NOT NULL,                   -- normalised
    import_id  INTEGER NOT NULL,                -- of the row that states it first
    line       INTEGER NOT NULL,
    PRIMARY KEY (account_id, key_kind, key)
) STRICT, WITHOUT ROWID;

-- What changes often, kept narrow. Same id as the account.
CREATE TABLE standing (
    account_id        INTEGER PRIMARY KEY,
    region_id         INTEGER,
    region_deed       INTEGER,
    organisation_id   INTEGER,
    organisation_deed INTEGER,
    place_id          INTEGER,
    basis             INTEGER,
    place_deed        INTEGER,
    kind              INTEGER NOT NULL,
    status            INTEGER NOT NULL,
    status_stated     INTEGER NOT NULL DEFAULT 0, -- 1: a row states it; 0: it is the default, which is no statement
    status_deed       INTEGER,
    safe_status       INTEGER,                  -- graver, stated by a list since a hand set it: totals count this one
    unit              INTEGER,                  -- NULL: nothing is said of records
    records_low       INTEGER,
    records_high      INTEGER,                  -- NULL: open
    records_estimate  INTEGER,
    whole_folders     INTEGER,
    first_from        INTEGER,                  -- Unix seconds, with its precision; a day is a day of no zone
    first_until       INTEGER,
    first_precision   INTEGER,
    last_from         INTEGER,
    last_until        INTEGER,
    last_precision    INTEGER,
    day               INTEGER,                  -- day of first access in the case's zone, days since 1970-01-01
    profile_id        INTEGER,                  -- of `profile`, what `data_category` and `way` hold; NULL: nothing
    one_person        INTEGER,                  -- the deed by which somebody determined that it is one person (rule 10)
    one_person_deed   INTEGER,
    records_for_good  INTEGER                   -- 1: how many cannot be determined; NULL: it can, or is known
) STRICT;
-- Few are estimated: how coarse a sum of estimates is (rule 4) is read from those alone.
CREATE INDEX standing_estimated ON standing (account_id) WHERE records_estimate IS NOT NULL;

-- What is said of the data and of the ways of accounts, once for all that are alike in it: persons by element and way are
-- counted by it, from the link and never from totals of each.
CREATE TABLE profile (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    elements TEXT NOT NULL,                     -- JSON: texts of the catalogue, else of the list, in their order
    ways     TEXT NOT NULL,                     -- JSON: status by way, in the order of the ways
    UNIQUE (case_id, elements, ways)
) STRICT;

CREATE TABLE way (
    account_id INTEGER NOT NULL,
    way        INTEGER NOT NULL,
    status     INTEGER NOT NULL,
    stated     INTEGER NOT NULL DEFAULT 0,      -- 1: a row states the status
    deed_id    INTEGER,
    reason     TEXT,
    PRIMARY KEY (account_id, way)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_category (
    account_id INTEGER NOT NULL,
    category   TEXT NOT NULL,                   -- one: of model::words, else the list's own word
    import_id  INTEGER,
    PRIMARY KEY (account_id, category)
) STRICT, WITHOUT ROWID;

-- An account met again: what each further row stated, as JSON, and what the account held before, for taking back.
CREATE TABLE sighting (
    import_id  INTEGER NOT NULL REFERENCES import (id),
    account_id INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    file       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    stated     TEXT NOT NULL,                   -- JSON of the fields the row stated
    PRIMARY KEY (import_id, account_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_by_account ON sighting (account_id);

CREATE TABLE conflict (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    field      TEXT NOT NULL,                   -- of merging::Field; `key`: which account an identifier leads to
    statements TEXT NOT NULL,                   -- JSON: [{value, import, file, line}], of a hand {value, deed}
    open       INTEGER NOT NULL,                -- 0: somebody has decided, and no list states anything else since
    adopted    TEXT,                            -- JSON value
    adopted_by INTEGER REFERENCES deed (id),
    UNIQUE (account_id, field)
) STRICT;
CREATE INDEX conflict_open ON conflict (account_id) WHERE open = 1;

-- ---------------------------------------------------------------- persons
-- Whether two groups may hold the same persons (rule 2). Of two groups that are not named here nobody has said it:
-- they are counted as if they might, which is never wrong (store::numbers::facts::persons says why).
CREATE TABLE group_overlap (
    id       INTEGER PRIMARY KEY,
    uid      BLOB NOT NULL UNIQUE,
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    one      TEXT NOT NULL,
    other    TEXT NOT NULL,
    disjoint INTEGER NOT NULL,                  -- 1: stated to hold no person in common
    UNIQUE (case_id, one, other)
) STRICT;

-- ---------------------------------------------------------------- what is written down about a case
-- Each table is declared once, in src/store/entities/: its columns are those there, in their order.
CREATE TABLE answer (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    case_id    INTEGER NOT NULL REFERENCES cases (id),
    owner_kind TEXT NOT NULL CHECK (owner_kind IN ('case', 'organisation', 'party', 'filing')),
    owner_id   INTEGER NOT NULL,                -- of that kind; a case's own is case_id
    key        TEXT NOT NULL,                   -- a key of model::keys, or a form field's
    value      TEXT NOT NULL,
    reason     TEXT,
    UNIQUE (owner_kind, owner_id, key)
) STRICT;

-- An organisation in a role, on whose behalf: one legal entity may be several parties. All that is said of it in that role has
-- its home here.
CREATE TABLE party (
    id                 INTEGER PRIMARY KEY,
    uid                BLOB NOT NULL UNIQUE,
    case_id            INTEGER NOT NULL REFERENCES cases (id),
    role               TEXT NOT NULL,
    organisation_id    INTEGER REFERENCES organisation (id), -- NULL: the main party, not named yet
    on_behalf_of       INTEGER REFERENCES party (id),
    established        TEXT,
    main_establishment INTEGER NOT NULL,
    public_body        INTEGER,
    sector             TEXT,
    dpo                TEXT,
    reference          TEXT
) STRICT;
CREATE UNIQUE INDEX party_once ON party (case_id, role, coalesce(organisation_id, 0), coalesce(on_behalf_of, 0));

-- Without a party: of the case. Likewise below.
CREATE TABLE milestone (
    id        INTEGER PRIMARY KEY,
    uid       BLOB NOT NULL UNIQUE,
    case_id   INTEGER NOT NULL REFERENCES cases (id),
    kind      TEXT NOT NULL,
    at        TEXT NOT NULL,                    -- JSON of model::moment::Moment
    what      TEXT,
    source    TEXT,
    party_id  INTEGER REFERENCES party (id)
) STRICT;

-- Never changed, never removed: a later one of the same kind and owner supersedes. Awareness is owned by a legal entity, which
-- all its roles share; everything else by a party.
CREATE TABLE determination (
    id            INTEGER PRIMARY KEY,
    uid           BLOB NOT NULL UNIQUE,
    case_id       INTEGER NOT NULL REFERENCES cases (id),
    kind          TEXT NOT NULL,
    value         TEXT NOT NULL,
    at            TEXT,                         -- JSON of a Moment, for awareness
    reason        TEXT,
    who           TEXT NOT NULL,
    advice        TEXT,                         -- on whose
    party_id        INTEGER REFERENCES party (id),
    organisation_id INTEGER REFERENCES organisation (id),
    made_at       TEXT NOT NULL,
    superseded_by INTEGER REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED, -- which is written next
    CHECK ((party_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX determination_stands
    ON determination (case_id, kind, coalesce(party_id, 0), coalesce(organisation_id, 0)) WHERE superseded_by IS NULL;

CREATE TABLE claim (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    case_id    INTEGER NOT NULL REFERENCES cases (id),
    subject    TEXT NOT NULL,
    low        INTEGER NOT NULL,
    high       INTEGER,
    estimate   INTEGER,
    for_good   INTEGER NOT NULL DEFAULT 0,
    unit       TEXT NOT NULL,
    source     TEXT NOT NULL,
    said       TEXT,                            -- JSON of a Moment
    standing   TEXT NOT NULL DEFAULT 'claimed',
    adopted    INTEGER NOT NULL DEFAULT 0,
    adopted_by TEXT,
    reason     TEXT,
    party_id   INTEGER REFERENCES party (id)
) STRICT;

CREATE TABLE exposure (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    case_id    INTEGER NOT NULL REFERENCES cases (id),
    category   TEXT NOT NULL,
    "group"    TEXT NOT NULL,
    way        TEXT,
    residence  TEXT,
    low        INTEGER NOT NULL,
    high       INTEGER,
    estimate   INTEGER,
    for_good   INTEGER NOT NULL DEFAULT 0,
    protection TEXT NOT NULL DEFAULT 'open',
    note       TEXT,
    source     TEXT,
    party_id   INTEGER REFERENCES party (id)
) STRICT;

-- Typed counts; each new one supersedes the last of its name and party, and both stay (rule 12).
CREATE TABLE typed_count (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    case_id    INTEGER NOT NULL REFERENCES cases (id),
    name       TEXT NOT NULL,                   -- accounts, records, records.distinct, persons, persons.<group>
    low        INTEGER NOT NULL,
    high       INTEGER,
    estimate   INTEGER,
    for_good   INTEGER NOT NULL DEFAULT 0,
    unit       TEXT NOT NULL,
    standing   TEXT NOT NULL DEFAULT 'own',
    source     TEXT,
    who        TEXT NOT NULL,
    at         TEXT NOT NULL,
    superseded_by INTEGER,                      -- a later typed count, or -1: the computed one was adopted
    party_id   INTEGER REFERENCES party (id),
    kept_over  TEXT,                            -- JSON: what the list said when somebody kept this one all the same
    kept_reason TEXT
) STRICT;

CREATE TABLE measure (
    id      INTEGER PRIMARY KEY,
    uid     BLOB NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind    TEXT NOT NULL,
    state   TEXT NOT NULL,
    what    TEXT NOT NULL,
    at      TEXT,                               -- JSON of a Moment
    source  TEXT,
    party_id INTEGER REFERENCES party (id)
) STRICT;

CREATE TABLE open_point (
    id      INTEGER PRIMARY KEY,
    uid     BLOB NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    what    TEXT NOT NULL,
    until   TEXT,                               -- JSON of a Moment
    who     TEXT,
    party_id INTEGER REFERENCES party (id)
) STRICT;

CREATE TABLE coverage (
    id      INTEGER PRIMARY KEY,
    uid     BLOB NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    what    TEXT NOT NULL,
    from_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    whole   INTEGER NOT NULL,
    reason  TEXT
) STRICT;

-- ---------------------------------------------------------------- numbers kept at hand
-- Kept by every action; verify recomputes it. NULL tags are 0 here, for the primary key.
CREATE TABLE tally (
    case_id         INTEGER NOT NULL,
    region_id       INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    place_id        INTEGER NOT NULL,
    basis           INTEGER NOT NULL,           -- -1: none
    kind            INTEGER NOT NULL,
    status          INTEGER NOT NULL,
    unit            INTEGER NOT NULL,           -- -1: nothing is said of records
    profile_id      INTEGER NOT NULL,           -- 0: nothing is said of data and ways
    one_person      INTEGER NOT NULL,           -- 0: nobody has determined that each is one person
    accounts        INTEGER NOT NULL,
    records_low     INTEGER NOT NULL,
    records_high    INTEGER NOT NULL,           -- of those that are not open
    records_estimate INTEGER NOT NULL,          -- sum of estimates (else of the low), where estimated > 0
    open            INTEGER NOT NULL,           -- accounts whose records are open above
    unknown         INTEGER NOT NULL,           -- accounts of which nothing is known: 0, open, or not said
    undeterminable  INTEGER NOT NULL,           -- how many of these cannot be determined
    estimated       INTEGER NOT NULL,           -- accounts whose records are estimated
    whole_folders   INTEGER NOT NULL,
    PRIMARY KEY (case_id, region_id, organisation_id, place_id, basis, kind, status, unit, profile_id, one_person)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_day (
    case_id         INTEGER NOT NULL,
    day             INTEGER NOT NULL,           -- -1000000: without a date
    status          INTEGER NOT NULL,
    unit            INTEGER NOT NULL,
    accounts        INTEGER NOT NULL,
    records_low     INTEGER NOT NULL,
    records_high    INTEGER NOT NULL,
    records_estimate INTEGER NOT NULL,
    open            INTEGER NOT NULL,
    unknown         INTEGER NOT NULL,
    undeterminable  INTEGER NOT NULL,
    estimated       INTEGER NOT NULL,
    whole_folders   INTEGER NOT NULL,
    PRIMARY KEY (case_id, day, status, unit)
) STRICT, WITHOUT ROWID;

-- The same for each organisation: the days of a party are read of its own rows, and those of the case of one row a day.
CREATE TABLE tally_organisation_day (
    case_id         INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    day             INTEGER NOT NULL,
    status          INTEGER NOT NULL,
    unit            INTEGER NOT NULL,
    accounts        INTEGER NOT NULL,
    records_low     INTEGER NOT NULL,
    records_high    INTEGER NOT NULL,
    records_estimate INTEGER NOT NULL,
    open            INTEGER NOT NULL,
    unknown         INTEGER NOT NULL,
    undeterminable  INTEGER NOT NULL,
    estimated       INTEGER NOT NULL,
    whole_folders   INTEGER NOT NULL,
    PRIMARY KEY (case_id, organisation_id, day, status, unit)
) STRICT, WITHOUT ROWID;

-- What each deed moved in the numbers above: all of them add up to these, which `verify` holds.
CREATE TABLE move (
    deed_id INTEGER PRIMARY KEY REFERENCES deed (id),
    packed  BLOB NOT NULL,                      -- cells, days and estimates with their shares (store::tally::packed)
    conflicts BLOB NOT NULL DEFAULT x''         -- how many contradictions were open afterwards, by organisation
) STRICT;

-- The state of a case, which every entry of its log commits to: hashes over its rows, part by part.
CREATE TABLE leaf (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    part    INTEGER NOT NULL,                   -- commitment::leaves::parts
    block   INTEGER NOT NULL,                   -- of accounts: account_id / 4,096; of rejected rows: the import; else 0
    sha256  BLOB,                               -- NULL: touched, and to be made anew before the deed is done
    PRIMARY KEY (case_id, part, block)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- what left the house
CREATE TABLE export (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE,
    case_id      INTEGER NOT NULL REFERENCES cases (id),
    deed_id      INTEGER NOT NULL REFERENCES deed (id),
    template     TEXT NOT NULL,
    language     TEXT NOT NULL,
    format       TEXT NOT NULL,
    names        INTEGER NOT NULL,
    now          TEXT NOT NULL,
    who          TEXT NOT NULL,
    program      TEXT NOT NULL,
    catalogue    TEXT NOT NULL,
    version      INTEGER NOT NULL,              -- of its template: the last one's, unless a deed has changed something since
    numbers      TEXT NOT NULL,                 -- the headline numbers that it spoke of: canonical JSON, by name
    sha256       BLOB NOT NULL,
    pages        INTEGER NOT NULL,
    bytes        BLOB NOT NULL                  -- the file itself: it can be written again, byte for byte
) STRICT;

-- ---------------------------------------------------------------- the log
CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY,
    at          TEXT NOT NULL,
    machine_clock TEXT,                         -- NULL: `at` is its time; else `at` was given, and this is what it said
    who         TEXT NOT NULL,
    os_account  TEXT NOT NULL,
    machine     TEXT NOT NULL,
    verb        TEXT NOT NULL,
    case_uid    BLOB,
    deed_uid    BLOB,
    count       INTEGER NOT NULL,
    clock_back  INTEGER NOT NULL DEFAULT 0,     -- `at` lies before the highest of the entries before
    did         BLOB,                           -- SHA-256 over what the deed did (commitment::did); NULL: it did nothing to rows
    state       BLOB,                           -- SHA-256 over the state of the case afterwards (commitment::leaves)
    detail_hash BLOB NOT NULL,                  -- SHA-256(salt ‖ json)
    prev        BLOB NOT NULL,
    hash        BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- The last entry, kept apart: entries cut off at the end would leave a chain that holds. Beside it the highest time so far:
-- a clock set back is seen against that one, for the entry before may have come from a clock set back, too.
CREATE TABLE audit_head (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL,
    hash BLOB NOT NULL,
    highest TEXT NOT NULL
) STRICT;

-- Erasable: the chain holds its hash alone, so the log can forget a name.
CREATE TABLE audit_detail (
    seq  INTEGER PRIMARY KEY REFERENCES audit (seq),
    salt BLOB NOT NULL,
    json TEXT NOT NULL
) STRICT;
