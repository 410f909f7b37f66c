//! Gives every box, line and word of a flow chart its place.

use super::flow::{Lane, Node};
use super::wrap::wrap;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// Width of the chart: a phone of 320 px without its margins, so that no words are ever drawn smaller than they are placed.
pub const WIDTH: f32 = 288.0;
/// The highest chart that fits a sheet of A4 with words of more than 7 points.
const SHEET: f32 = 1270.0;
const EDGE: f32 = 2.0;
const INDENT: f32 = 22.0;
/// Where the rail of a lane runs, from its left edge.
const RAIL: f32 = 10.0;
const GAP: f32 = 24.0;
const PAD: f32 = 10.0;
const NAME: f32 = 16.0;
const SMALL: f32 = 14.0;
const LEADING: f32 = 1.4;
/// Deeper lanes are not indented further: the words need the room.
const DEEPEST: usize = 4;

/// What kind of box it is; each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An office acts.
    #[default]
    Office,
    /// The citizen acts.
    You,
    /// 分流.
    Parting,
    /// It is over.
    End,
    /// It goes on elsewhere.
    Jump,
}

/// The words of a step.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Number and who acts: 3 县信访局.
    pub who: String,
    /// What is done, in a few words.
    pub name: String,
    /// Its limit, a line each.
    pub limits: Vec<String>,
    /// Whether the limit is a promise and no law.
    pub promise: bool,
    /// That it ends here, where it does.
    pub ends: Option<String>,
}

/// A flow chart with the place of everything in it.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Width in px.
    pub width: f32,
    /// Height in px.
    pub height: f32,
    /// Size of words that say no other, for where no style sheet is at hand.
    pub size: f32,
    /// Whether it is too high for a sheet of paper on which it could still be read.
    pub tall: bool,
    /// The lines, as one path.
    pub lines: String,
    /// The heads of arrows, as one path.
    pub heads: String,
    /// Boxes and what stands beside lines, in order of reading.
    pub items: Vec<Item>,
}

/// A box, or words beside a line.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its kind; `None` for words beside a line.
    pub kind: Option<Kind>,
    /// The step it leads to.
    pub step: Option<usize>,
    /// Its outline.
    pub outline: String,
    /// A line under a limit that is a promise.
    pub promise: Option<String>,
    /// Its words.
    pub texts: Vec<Line>,
}

/// A line of words.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Left end.
    pub x: f32,
    /// Base line.
    pub y: f32,
    /// What they are: who, name, limit, case.
    pub class: &'static str,
    /// Their size, where it is not that of the chart.
    pub size: Option<f32>,
    /// The words.
    pub words: String,
}

/// Places a flow. `said` gives the words of a step, `jump` those of going on elsewhere.
pub fn place(flow: &Node, said: &dyn Fn(usize) -> (Kind, Said), jump: &dyn Fn(usize) -> String) -> Chart {
    let mut placing = Placing { y: EDGE, lines: String::new(), heads: String::new(), items: Vec::new(), said, jump };
    placing.node(flow, 0);
    let Placing { y, lines, heads, items, .. } = placing;
    let height = (y + EDGE).ceil();
    Chart { width: WIDTH, height, tall: height > SHEET, size: SMALL, lines, heads, items }
}

struct Placing<'a> {
    y: f32,
    lines: String,
    heads: String,
    items: Vec<Item>,
    said: &'a dyn Fn(usize) -> (Kind, Said),
    jump: &'a dyn Fn(usize) -> String,
}

impl Placing<'_> {
    /// Draws a node from `self.y` on; gives the height at which a line from the side meets it.
    fn node(&mut self, node: &Node, depth: usize) -> f32 {
        match node {
            Node::Jump(to) => self.jump_to(*to, depth),
            Node::Step { at, lanes } => {
                let middle = self.step(*at, depth);
                self.lanes(lanes, depth);
                middle
            }
        }
    }

    fn lanes(&mut self, lanes: &[Lane], depth: usize) {
        let Some((main, sides)) = lanes.split_last() else { return };
        let rail = left(depth) + RAIL;
        let mut from = self.y;
        for lane in sides {
            self.y += GAP * 0.6;
            self.case(lane, left(depth + 1).max(rail + 12.0));
            let middle = self.node(&lane.node, depth + 1);
            let to = left(depth + 1);
            if to > rail + 6.0 {
                _ = write!(self.lines, "M{rail} {from}V{middle}H{}", to - 5.0);
                _ = write!(self.heads, "M{to} {middle}l-9 -5v10z");
            }
            from = middle;
        }
        let start = self.y;
        self.y += if lanes.len() > 1 || main.condition.is_some() { GAP * 0.6 } else { 0.0 };
        self.case(main, rail + 12.0);
        self.y = (self.y + GAP * 0.5).max(start + GAP);
        _ = write!(self.lines, "M{rail} {from}V{}", self.y - 5.0);
        _ = write!(self.heads, "M{rail} {}l-5 -9h10z", self.y);
        self.node(&main.node, depth);
    }

    /// In which case a lane is taken, beside its line.
    fn case(&mut self, lane: &Lane, x: f32) {
        let Some(condition) = &lane.condition else { return };
        let mut item = Item::empty();
        self.write(&mut item, condition, x, SMALL, "case", WIDTH - EDGE - x);
        self.items.push(item);
        self.y += 5.0;
    }

    fn write(&mut self, item: &mut Item, words: &str, x: f32, size: f32, class: &'static str, room: f32) {
        for words in wrap(words, room / size) {
            self.y += size * LEADING;
            let own = Some(size).filter(|_| class == "name");
            item.texts.push(Line { x, y: (self.y - size * 0.32).round(), class, size: own, words });
        }
    }

    fn step(&mut self, at: usize, depth: usize) -> f32 {
        let (kind, said) = (self.said)(at);
        let mut item = Item::empty();
        (item.kind, item.step) = (Some(kind), Some(at));
        let (x, top) = (left(depth), self.y);
        let wide = WIDTH - EDGE - x;
        let inset = if kind == Kind::Parting { PAD + 10.0 } else { PAD };
        let room = wide - 2.0 * inset;
        self.y += 7.0;
        self.write(&mut item, &said.who, x + inset, SMALL, "who", room);
        self.write(&mut item, &said.name, x + inset, NAME, "name", room);
        let before = self.y;
        for limit in &said.limits {
            self.write(&mut item, limit, x + inset, SMALL, "limit", room);
        }
        if said.promise && self.y > before {
            let (bar, from, to) = (x + inset - 5.0, before + 4.0, self.y + 2.0);
            item.promise = Some(format!("M{bar} {from}V{to}"));
        }
        if let Some(ends) = &said.ends {
            self.write(&mut item, ends, x + inset, SMALL, "limit", room);
        }
        self.y += 9.0;
        item.outline = outline(kind, x, top, wide, self.y - top);
        self.items.push(item);
        (top + (self.y - top) / 2.0).round()
    }

    fn jump_to(&mut self, to: usize, depth: usize) -> f32 {
        let words = (self.jump)(to);
        let mut item = Item::empty();
        (item.kind, item.step) = (Some(Kind::Jump), Some(to));
        let (x, top) = (left(depth), self.y);
        let wide = WIDTH - EDGE - x;
        self.y += 5.0;
        self.write(&mut item, &words, x + PAD, SMALL, "jump", wide - 2.0 * PAD);
        self.y += 7.0;
        item.outline = outline(Kind::Jump, x, top, wide, self.y - top);
        self.items.push(item);
        (top + (self.y - top) / 2.0).round()
    }
}

impl Item {
    fn empty() -> Self {
        Self { kind: None, step: None, outline: String::new(), promise: None, texts: Vec::new() }
    }
}

fn left(depth: usize) -> f32 {
    EDGE + INDENT * depth.min(DEEPEST) as f32
}

/// A rectangle for an office, round ends for the citizen and the end, points left and right for a parting.
fn outline(kind: Kind, x: f32, y: f32, wide: f32, high: f32) -> String {
    if kind == Kind::Parting {
        let (tip, middle, right) = (10.0, y + high / 2.0, x + wide);
        let (a, b, bottom) = (x + tip, right - tip, y + high);
        return format!("M{a} {y}H{b}L{right} {middle}L{b} {bottom}H{a}L{x} {middle}z");
    }
    let round = match kind {
        Kind::Office => 3.0,
        Kind::You => 16.0,
        _ => (high / 2.0).min(22.0),
    };
    let (across, down) = (wide - 2.0 * round, high - 2.0 * round);
    format!(
        "M{} {y}h{across}a{round} {round} 0 0 1 {round} {round}v{down}a{round} {round} 0 0 1 -{round} {round}h-{across}a{round} {round} 0 0 1 -{round} -{round}v-{down}a{round} {round} 0 0 1 {round} -{round}z",
        x + round
    )
}

#[cfg(test)]
mod tests {
    use super::super::flow::flow;
    use super::*;
    use crate::model::procedure::{Act, Actor, Limit, Procedure, Step, Way};
    use crate::model::unit::UnitId;

    fn step(id: usize, next: &[usize]) -> Step {
        let act = Act::Step { actor: Actor::You, limit: Limit::Unstated(None) };
        let way = |to: &usize| Way { condition: (next.len() > 1).then(|| format!("case {to}")), to: *to, basis: None };
        Step {
            id: id.to_string(),
            name: None,
            does: "一个名字很长的步骤，要断成好几行才写得下，一行是写不下的".to_owned(),
            act,
            you_get: Vec::new(),
            late: None,
            next: next.iter().map(way).collect(),
            basis: Vec::new(),
        }
    }

    fn chart(ways: &[&[usize]]) -> Chart {
        let procedure = Procedure {
            unit: UnitId(0),
            stem: String::new(),
            title: String::new(),
            applies_to: Vec::new(),
            basis: Vec::new(),
            issued_by: None,
            issued_on: None,
            number: None,
            complaints_phone: None,
            rights: Vec::new(),
            notes: Vec::new(),
            steps: ways.iter().enumerate().map(|(id, next)| step(id, next)).collect(),
            last_days: Vec::new(),
        };
        let said = |at: usize| {
            let name = procedure.steps[at].does.clone();
            (Kind::Office, Said { who: at.to_string(), name, ..Said::default() })
        };
        place(&flow(&procedure), &said, &|at| format!("to {at}"))
    }

    fn boxes(chart: &Chart) -> Vec<(Kind, usize)> {
        chart.items.iter().filter_map(|item| Some((item.kind?, item.step?))).collect()
    }

    #[test]
    fn each_step_stands_once_and_other_ways_are_jumps() {
        use Kind::{Jump, Office};
        // 0 parts to 1 and 2; 1 goes back to 0; 2 parts to the end 4 and to 3, which ends there too.
        let order = boxes(&chart(&[&[1, 2], &[0], &[4, 3], &[4], &[]]));
        let expected = [(Office, 0), (Office, 1), (Jump, 0), (Office, 2), (Jump, 4), (Office, 3), (Office, 4)];
        assert_eq!(order, expected);
    }

    #[test]
    fn words_go_down_the_page_inside_its_width() {
        let chart = chart(&[&[1, 2, 3], &[4, 5], &[0], &[], &[6, 7], &[], &[8, 0], &[], &[9, 0], &[]]);
        let mut last = 0.0;
        for line in chart.items.iter().flat_map(|item| &item.texts) {
            assert!(line.y > last && line.y < chart.height, "{line:?}");
            let size = line.size.unwrap_or(chart.size);
            assert!(line.x >= 0.0 && line.x + super::super::wrap::width(&line.words) * size <= WIDTH, "{line:?}");
            last = line.y;
        }
        let steps: std::collections::BTreeSet<usize> =
            boxes(&chart).into_iter().filter(|(kind, _)| *kind != Kind::Jump).map(|(_, at)| at).collect();
        assert_eq!(steps.len(), 10);
    }
}
