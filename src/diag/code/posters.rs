//! GS08: posters.

super::codes! {}
