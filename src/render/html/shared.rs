//! Lets rows share what they have in common: one value for the template engine, the same words for everybody else.
//!
//! The same official stands in many rows of a page. Giving the engine a map for each row took a fifth of a page's time,
//! so the map is made once and every further row counts a reference. Any other serializer, such as that of a
//! fingerprint, sees the plain value, whose order never changes.

use std::cell::Cell;
use std::sync::{Arc, OnceLock};

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

thread_local! {
    static DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `make` while values are being handed to the template engine.
pub(super) fn while_drawing<T>(make: impl FnOnce() -> T) -> T {
    let before = DRAWING.replace(true);
    let made = make();
    DRAWING.set(before);
    made
}

/// Whether values are being handed to the template engine, and not to a fingerprint.
pub(super) fn is_drawing() -> bool {
    DRAWING.get()
}

/// A value that several rows hold.
#[derive(Debug)]
pub struct Shared<T>(Arc<Inner<T>>);

#[derive(Debug)]
struct Inner<T> {
    plain: T,
    drawn: OnceLock<tera::Value>,
}

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(plain: T) -> Self {
        Self(Arc::new(Inner { plain, drawn: OnceLock::new() }))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.plain
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !DRAWING.get() {
            return self.0.plain.serialize(serializer);
        }
        if let Some(drawn) = self.0.drawn.get() {
            return drawn.serialize(serializer);
        }
        let made = tera::Value::try_from_serializable(&self.0.plain).map_err(S::Error::custom)?;
        self.0.drawn.get_or_init(|| made).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_value_is_the_plain_one_to_all() {
        let shared = Shared::new(vec![("b", 1), ("a", 2)]);
        let both = [shared.clone(), shared];
        let plain = serde_json::to_string(&both).expect("writes");
        assert_eq!(plain, r#"[[["b",1],["a",2]],[["b",1],["a",2]]]"#);
        let drawn = while_drawing(|| tera::Value::try_from_serializable(&both)).expect("a value");
        let anew = tera::Value::try_from_serializable(&both).expect("a value");
        assert_eq!(drawn, anew);
    }
}
