//! Facts to documents: what each kind of report says, in which order.
