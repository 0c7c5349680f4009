//! Facts to figures: one file a chart, and the list of them.
