//! Turns a draft into the texts it holds: every one, whatever key it stands under, for rules about characters.

use super::fields::Field;
use super::value::{Items, Sessions, TextOr, Weekly};
use crate::source::Text;

/// What holds texts. Kinds of content get it from `content!`, so that a new row is never forgotten.
pub trait Texts {
    /// Shows `visit` each text in the order of the rows, without those of rows that `wanted` declines.
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text));
}

impl Texts for Text {
    fn texts<'a>(&'a self, _: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        visit(self);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.iter().for_each(|one| one.texts(wanted, visit));
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.iter().for_each(|one| one.texts(wanted, visit));
    }
}

impl<T: Texts> Texts for Box<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.as_ref().texts(wanted, visit);
    }
}

impl Texts for Items {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.0.texts(wanted, visit);
    }
}

impl<T: Texts> Texts for TextOr<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        match self {
            Self::Text(text) => visit(text),
            Self::Map(map) => map.texts(wanted, visit),
        }
    }
}

impl Texts for Weekly {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        match self {
            Self::Texts(texts) => texts.texts(wanted, visit),
            Self::Hours(pairs) => pairs.iter().for_each(|(_, hours)| hours.texts(wanted, visit)),
        }
    }
}

impl<T: Texts> Texts for Sessions<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        match self {
            Self::Entries(entries) => entries.texts(wanted, visit),
            // The name of a file that could not be read.
            Self::Table(_) => {}
        }
    }
}
