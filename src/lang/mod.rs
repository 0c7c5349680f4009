//! Phrases, numbers, dates: everything that depends on the reader's language.
