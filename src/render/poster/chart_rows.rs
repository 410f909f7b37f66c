//! Turns a procedure into the rows of its chart on paper: the main way downward, side ways beside where they leave it.

use serde::{Deserialize, Serialize};

use crate::model::procedure::{Limit, LimitKind, Procedure};
use crate::render::chart::{self, Kind, Lane, Node};
use crate::render::words::Words;
use crate::render::words::steps::{limit_lines, who};

/// A step with the ways that leave the main one there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ChartRow {
    /// The step.
    pub step: ChartBox,
    /// The side ways.
    pub sides: Vec<ChartLane>,
    /// In which case it goes on to the row below; empty where always.
    pub leads: String,
}

/// A side way.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ChartLane {
    /// In which case.
    pub condition: String,
    /// Its steps.
    pub rows: Vec<ChartRow>,
}

/// What stands in the box of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ChartBox {
    /// Its shape.
    pub kind: Kind,
    /// The number of the step; empty for going on elsewhere.
    pub number: String,
    /// Who acts.
    pub who: String,
    /// What is done, in a few words; where it goes on.
    pub name: String,
    /// Its limit, a line each.
    pub limits: Vec<String>,
    /// That the procedure is over with it, where somebody acts; the shape says it else.
    pub ends: String,
    /// Whether the limit is a promise and no law.
    pub promise: bool,
    /// What the citizen receives.
    pub get: String,
}

impl ChartRow {
    /// Every text of it and of what leaves there.
    pub(super) fn printed<'a>(&'a self, all: &mut Vec<&'a String>) {
        all.extend([&self.step.who, &self.step.name, &self.step.ends, &self.step.get, &self.leads]);
        all.extend(&self.step.limits);
        for lane in &self.sides {
            all.push(&lane.condition);
            lane.rows.iter().for_each(|row| row.printed(all));
        }
    }
}

/// The rows of a procedure.
pub(super) fn rows(procedure: &Procedure, words: &Words) -> Vec<ChartRow> {
    Rows { procedure, words }.of(&chart::flow(procedure))
}

struct Rows<'a> {
    procedure: &'a Procedure,
    words: &'a Words,
}

impl Rows<'_> {
    fn of(&self, node: &Node) -> Vec<ChartRow> {
        let mut rows = Vec::new();
        let mut node = node;
        loop {
            match node {
                Node::Jump(to) => {
                    rows.push(ChartRow { step: self.jump(*to), ..ChartRow::default() });
                    return rows;
                }
                Node::Step { at, lanes } => {
                    let step = self.step(*at);
                    let Some((main, sides)) = lanes.split_last() else {
                        rows.push(ChartRow { step, ..ChartRow::default() });
                        return rows;
                    };
                    let sides = sides.iter().map(|lane| self.lane(lane)).collect();
                    rows.push(ChartRow { step, sides, leads: main.condition.clone().unwrap_or_default() });
                    node = &main.node;
                }
            }
        }
    }

    fn lane(&self, lane: &Lane) -> ChartLane {
        ChartLane { condition: lane.condition.clone().unwrap_or_default(), rows: self.of(&lane.node) }
    }

    fn step(&self, at: usize) -> ChartBox {
        let step = &self.procedure.steps[at];
        let (kind, who) = who(step, self.words);
        let ends = step.next.is_empty() && kind != Kind::End;
        let get = step.you_get.join(self.words.enumeration.text());
        ChartBox {
            kind,
            number: (at + 1).to_string(),
            who: who.to_owned(),
            name: step.short().to_owned(),
            limits: limit_lines(step, self.words),
            ends: if ends { self.words.procedure_end.text().to_owned() } else { String::new() },
            promise: matches!(step.limit(), Some(Limit::Within(limit)) if limit.kind == LimitKind::LocalPromise),
            get: if get.is_empty() { get } else { self.words.poster_get.fill(&[("things", &get)]) },
        }
    }

    fn jump(&self, to: usize) -> ChartBox {
        let (number, name) = ((to + 1).to_string(), self.procedure.steps[to].short());
        let name = self.words.procedure_goto.fill(&[("n", &number), ("name", name)]);
        ChartBox { kind: Kind::Jump, name, ..ChartBox::default() }
    }
}
