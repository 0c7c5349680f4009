//! Documents to bytes: one file a format. It has never heard of a breach.
