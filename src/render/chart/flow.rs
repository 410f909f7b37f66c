//! Turns steps and ways into one order of reading: each step once, side ways before the main one, other ways as jumps.

use crate::model::procedure::{Procedure, Way};
use std::collections::BTreeSet;

/// What stands in a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A step, by index, with the lanes it parts into. Where there is one lane without a case it goes straight on.
    Step {
        /// The step.
        at: usize,
        /// Side lanes first, the main one last.
        lanes: Vec<Lane>,
    },
    /// It goes on at a step that stands elsewhere.
    Jump(usize),
}

/// Steps that follow a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// In which case.
    pub condition: Option<String>,
    /// What follows.
    pub node: Box<Node>,
}

/// The order of a procedure from its first step.
///
/// Of several ways the one with the most steps behind it is the main one; what it leads to is left to it, so that a side
/// way to the common end is a jump and the end stands last.
pub fn flow(procedure: &Procedure) -> Node {
    let mut order = Order { procedure, placed: BTreeSet::new() };
    order.node(0, &BTreeSet::new())
}

struct Order<'a> {
    procedure: &'a Procedure,
    placed: BTreeSet<usize>,
}

impl Order<'_> {
    fn node(&mut self, at: usize, reserved: &BTreeSet<usize>) -> Node {
        if reserved.contains(&at) || !self.placed.insert(at) {
            return Node::Jump(at);
        }
        let ways = &self.procedure.steps[at].next;
        let behind: Vec<BTreeSet<usize>> = ways.iter().map(|way| self.behind(way.to, reserved)).collect();
        // Of equals the last: what is written last is what most often goes on.
        let main = (0..ways.len()).max_by_key(|index| behind[*index].len());
        let mut kept = reserved.clone();
        kept.extend(main.iter().flat_map(|main| &behind[*main]));
        let mut lanes = Vec::with_capacity(ways.len());
        for (_, way) in ways.iter().enumerate().filter(|(index, _)| Some(*index) != main) {
            // A side way may not take what the main one will show, but what only it leads to is its own.
            lanes.push(self.lane(way, &kept));
        }
        if let Some(main) = main {
            lanes.push(self.lane(&ways[main], reserved));
        }
        Node::Step { at, lanes }
    }

    fn lane(&mut self, way: &Way, reserved: &BTreeSet<usize>) -> Lane {
        Lane { condition: way.condition.clone(), node: Box::new(self.node(way.to, reserved)) }
    }

    /// The steps a way leads to that stand nowhere yet.
    fn behind(&self, to: usize, reserved: &BTreeSet<usize>) -> BTreeSet<usize> {
        let free = |at: &usize| !self.placed.contains(at) && !reserved.contains(at);
        let mut waiting: Vec<usize> = vec![to];
        let mut seen = BTreeSet::new();
        while let Some(at) = waiting.pop() {
            if free(&at) && seen.insert(at) {
                waiting.extend(self.procedure.steps[at].next.iter().map(|way| way.to));
            }
        }
        seen
    }
}
