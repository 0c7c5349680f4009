//! Words that people write before a number, or in its stead.
//!
//! Never says what a column holds.

use crate::model::words::Qualifier;

/// Words before a number, and what they make of it. Longer ones first.
pub const BEFORE: &[(&str, Qualifier)] = &[
    ("mindestens", Qualifier::AtLeast),
    ("wenigstens", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("au moins", Qualifier::AtLeast),
    ("min.", Qualifier::AtLeast),
    ("min", Qualifier::AtLeast),
    ("ab", Qualifier::AtLeast),
    (">=", Qualifier::AtLeast),
    ("=>", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("höchstens", Qualifier::AtMost),
    ("maximal", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("bis zu", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("max.", Qualifier::AtMost),
    ("max", Qualifier::AtMost),
    ("<=", Qualifier::AtMost),
    ("=<", Qualifier::AtMost),
    ("≤", Qualifier::AtMost),
    ("approximately", Qualifier::Approximate),
    ("approx.", Qualifier::Approximate),
    ("approx", Qualifier::Approximate),
    ("ungefähr", Qualifier::Approximate),
    ("environ", Qualifier::Approximate),
    ("around", Qualifier::Approximate),
    ("about", Qualifier::Approximate),
    ("circa", Qualifier::Approximate),
    ("etwa", Qualifier::Approximate),
    ("rund", Qualifier::Approximate),
    ("ca.", Qualifier::Approximate),
    ("ca", Qualifier::Approximate),
    ("~", Qualifier::Approximate),
    ("≈", Qualifier::Approximate),
];

/// Words for a number that nobody knows yet.
pub const OPEN: &[&str] = &[
    "?",
    "??",
    "unknown",
    "unbekannt",
    "n/a",
    "n.a.",
    "k.a.",
    "k. a.",
    "keine angabe",
    "tbd",
    "to be determined",
    "noch zu ermitteln",
    "offen",
    "open",
    "inconnu",
    "desconocido",
    "onbekend",
    "sconosciuto",
    "to_be_determined",
];

/// Words for a number that nobody will know.
pub const OPEN_FOR_GOOD: &[&str] = &["cannot be determined", "cannot_be_determined", "nicht bestimmbar"];
