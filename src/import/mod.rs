//! Bytes to entries: one file an importer, and the list of them.
