//! Faces, shaping, hyphenation, line breaks: one measure for the PDF, the charts and the SVG.
