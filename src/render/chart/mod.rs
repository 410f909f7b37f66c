//! Turns a procedure into a flow chart: boxes, lines and words with their places, for a theme to draw.
//!
//! [`mod@flow`] decides what follows what, [`mod@place`] where it stands, [`mod@wrap`] where words break. Made for the width of a phone:
//! one column, side ways indented behind a rail, so that nothing is smaller than 14 px and nothing scrolls sideways.

pub mod flow;
pub mod place;
pub mod wrap;

pub use flow::{Lane, Node, flow};
pub use place::{Chart, Kind, Said, place};
