//! Gives every box, line and word of a flow chart its place.

use super::flow::{Lane, Node};
use super::wrap::wrap;
use serde::Serialize;
use std::fmt::Write as _;

/// Width of the chart: a phone of 360 px without its margins.
pub const WIDTH: f32 = 328.0;
const EDGE: f32 = 2.0;
const INDENT: f32 = 26.0;
/// Where the rail of a lane runs, from its left edge.
const RAIL: f32 = 13.0;
const GAP: f32 = 24.0;
const PAD: f32 = 12.0;
const NAME: f32 = 16.0;
const SMALL: f32 = 14.0;
const LEADING: f32 = 1.4;
/// Deeper lanes are not indented further: the words need the room.
const DEEPEST: usize = 4;

/// What kind of box it is; each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An office acts.
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
    /// All of it as one sentence.
    pub aloud: String,
}

/// A flow chart with the place of everything in it.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Width in px.
    pub width: f32,
    /// Height in px.
    pub height: f32,
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
    /// All of it as one sentence.
    pub aloud: String,
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
    /// The words.
    pub words: String,
}

/// Places a flow. `said` gives the words of a step, `jump` those of going on elsewhere.
pub fn place(flow: &Node, said: &dyn Fn(usize) -> (Kind, Said), jump: &dyn Fn(usize) -> String) -> Chart {
    let mut placing = Placing { y: EDGE, lines: String::new(), heads: String::new(), items: Vec::new(), said, jump };
    placing.node(flow, 0);
    let Placing { y, lines, heads, items, .. } = placing;
    Chart { width: WIDTH, height: (y + EDGE).ceil(), lines, heads, items }
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
        let mut item = Item::words(condition);
        self.write(&mut item, condition, x, SMALL, "case", WIDTH - EDGE - x);
        self.items.push(item);
        self.y += 5.0;
    }

    fn write(&mut self, item: &mut Item, words: &str, x: f32, size: f32, class: &'static str, room: f32) {
        for words in wrap(words, room / size) {
            self.y += size * LEADING;
            item.texts.push(Line { x, y: (self.y - size * 0.32).round(), class, words });
        }
    }

    fn step(&mut self, at: usize, depth: usize) -> f32 {
        let (kind, said) = (self.said)(at);
        let mut item = Item::words(&said.aloud);
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
        self.y += 9.0;
        if said.promise && self.y > before + 9.0 {
            let (bar, from, to) = (x + inset - 6.0, before + 4.0, self.y - 7.0);
            item.promise = Some(format!("M{bar} {from}V{to}"));
        }
        item.outline = outline(kind, x, top, wide, self.y - top);
        self.items.push(item);
        (top + (self.y - top) / 2.0).round()
    }

    fn jump_to(&mut self, to: usize, depth: usize) -> f32 {
        let words = (self.jump)(to);
        let mut item = Item::words(&words);
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
    fn words(aloud: &str) -> Self {
        Self {
            kind: None,
            step: None,
            outline: String::new(),
            promise: None,
            aloud: aloud.to_owned(),
            texts: Vec::new(),
        }
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
