//! Turns pairs of which some name a cell of a table, by its dimensions, into a kind and those pairs.

use super::decode::{Context, Slot, map};
use super::fields::{Content, Field, Shape};
use super::texts::Texts;
use super::tree::Node;
use super::value::{Value, wrong_shape};
use crate::source::Text;

/// Content of a kind, with pairs beside its keys: `{月份: 3月, 原: 12, 现: 13}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pinned<T> {
    /// What its own keys say.
    pub content: T,
    /// The other pairs, as written: a dimension and its value.
    pub pins: Vec<(Text, Text)>,
}

impl<T: Content + Default> Value for Vec<Pinned<T>> {
    const SHAPE: Shape = Shape::MapsWithPairs(T::kind);

    fn absent() -> Self {
        Vec::new()
    }

    fn decode(mut slot: Slot, context: &mut Context<'_>) -> Self {
        let node = std::mem::replace(&mut slot.node, Node::Null(slot.key.span));
        let nodes = match node {
            Node::List(nodes, _) => nodes,
            single => vec![single],
        };
        nodes.into_iter().filter_map(|node| pinned(&slot, node, context)).collect()
    }
}

fn pinned<T: Content>(slot: &Slot, node: Node, context: &mut Context<'_>) -> Option<Pinned<T>> {
    let Node::Map(entries, span) = node else {
        wrong_shape(slot, &node, context);
        return None;
    };
    let (own, others): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|(key, _)| T::kind().find(key.value.trim()).is_some());
    let mut pins = Vec::with_capacity(others.len());
    for (key, node) in others {
        match node {
            Node::Text(text) => pins.push((key, text)),
            other => wrong_shape(slot, &other, context),
        }
    }
    let content = map(Node::Map(own, span), T::kind().name(), slot.field.example(), context)?;
    Some(Pinned { content, pins })
}

impl<T: Texts> Texts for Pinned<T> {
    fn texts<'a>(&'a self, wanted: &dyn Fn(&Field) -> bool, visit: &mut dyn FnMut(&'a Text)) {
        self.content.texts(wanted, visit);
        self.pins.iter().for_each(|(_, value)| value.texts(wanted, visit));
    }
}
