//! Turns a list whose items may hold lists of their own into branches: the values of a dimension, from the whole to its parts.

use super::decode::{Context, Slot};
use super::fields::{Field, Shape};
use super::texts::Texts;
use super::tree::Node;
use super::value::{Value, items, wrong_shape};
use crate::source::Text;

/// A value with the parts it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its name.
    pub name: Text,
    /// Its parts.
    pub parts: Vec<Branch>,
}

/// The values of a dimension, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branches(pub Vec<Branch>);

impl Value for Branches {
    const SHAPE: Shape = Shape::Tree;

    fn absent() -> Self {
        Self::default()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let node = std::mem::replace(&mut slot.node, Node::Null(slot.key.span));
        Self(branches(&slot, node, context))
    }
}

/// `全县: [柳树镇, 桥头镇]`, `[来信, 来访]`, `来信、来访`, and lists of these. The depth is bounded by that of the tree.
fn branches(slot: &Slot, node: Node, context: &mut Context<'_>) -> Vec<Branch> {
    match node {
        Node::Null(_) => Vec::new(),
        Node::Text(text) => items(&text).into_iter().map(|name| Branch { name, parts: Vec::new() }).collect(),
        Node::List(nodes, _) => nodes.into_iter().flat_map(|node| branches(slot, node, context)).collect(),
        Node::Map(entries, _) => {
            let mut all = Vec::with_capacity(entries.len());
            for (name, parts) in entries {
                if name.trimmed().is_empty() {
                    wrong_shape(slot, &parts, context);
                    continue;
                }
                all.push(Branch { name, parts: branches(slot, parts, context) });
            }
            all
        }
    }
}

impl Texts for Branches {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.0.texts(wanted, visit);
    }
}

impl Texts for Branch {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        visit(&self.name);
        self.parts.texts(wanted, visit);
    }
}
