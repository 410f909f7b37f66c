//! Finds personal information in text.
