//! Draws any figure on any plotters backend.
