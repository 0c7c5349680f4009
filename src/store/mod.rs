//! All SQL, one file a table. It formats no text for people.
