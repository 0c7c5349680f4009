//! The filter language: which accounts are meant (headless.md, Filter). Text in, tree or a place of error out.
