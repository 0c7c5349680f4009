//! What can be set of a case: every key with its type (headless.md, `case keys`).
