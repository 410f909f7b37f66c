//! What the sessions of a roster are held against: promises of the content, days off, other sessions.

pub(super) mod booking;
pub(super) mod coverage;
pub(super) mod posting;
pub(super) mod quota;
pub(super) mod revised;
pub(super) mod together;
