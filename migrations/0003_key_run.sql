-- Keys of an import that are not in their places yet. The rows of a long list are written first and their keys set aside
-- here, chunk by chunk, each chunk's in their order; at the end of the file all of them go into `account_key` in one order
-- (docs/decisions/0017). Empty but within an import, which is one transaction.

CREATE TABLE key_run (
    id   INTEGER PRIMARY KEY,
    keys BLOB NOT NULL                          -- store::importing::keys says how they are packed
) STRICT;
