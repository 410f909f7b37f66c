//! Turns a report into JSON for editors and scripts.
