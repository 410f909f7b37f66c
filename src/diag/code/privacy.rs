//! GS06: personal information that must not be published.

super::codes! {}
