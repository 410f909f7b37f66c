//! GS02: the site, units, leaders and places.

super::codes! {}
