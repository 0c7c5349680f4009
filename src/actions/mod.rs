//! The verbs: one function, one intention, one transaction, one audit entry.
