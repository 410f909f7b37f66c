//! GS03: dates, holidays and rosters.

super::codes! {}
