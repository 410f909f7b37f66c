//! Turns the steps of a citation (编章节条款项目) into one value, and that into the short form of tests.

use std::fmt;

/// One level of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// Not named.
    #[default]
    Unsaid,
    /// The one in which the words stand: 本条, 本款.
    Here,
    /// 第十二条, or 第十二条之一 with the second number.
    Number(u32, u32),
    /// 前款 is 1; 前两款 is 2, which names two of which the first is meant here.
    Back(u32),
    /// 第十条前两款: the first of that many.
    First(u32),
}

/// A part of a text. With no step said and no annex it is the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// 编, 章, 节, 条, 款, 项, 目 in this order.
    pub steps: [Step; 7],
    /// 附件, with its number or 0.
    pub annex: Option<u32>,
}

/// The levels, as places in [`Place::steps`].
pub(super) const CHAPTER: usize = 1;
pub(super) const SECTION: usize = 2;
pub(super) const ARTICLE: usize = 3;
pub(super) const PARAGRAPH: usize = 4;
pub(super) const ITEM: usize = 5;
pub(super) const POINT: usize = 6;

/// The level of a unit's character.
pub(super) fn level(unit: char) -> Option<usize> {
    ['编', '章', '节', '条', '款', '项', '目'].iter().position(|known| *known == unit)
}

impl Place {
    /// The whole of a text.
    pub fn whole() -> Self {
        Self::default()
    }

    /// Whether no part is named.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// The article.
    pub fn article(&self) -> Step {
        self.steps[ARTICLE]
    }

    /// The same place with a level set and everything below forgotten. Articles are counted through all chapters.
    pub(super) fn with(mut self, level: usize, step: Step) -> Self {
        self.steps[level] = step;
        self.steps[level + 1..].fill(Step::Unsaid);
        if level == ARTICLE {
            self.steps[..ARTICLE].fill(Step::Unsaid);
        }
        self.annex = None;
        self
    }

    /// The lowest level that is said.
    pub(super) fn lowest(&self) -> Option<usize> {
        self.steps.iter().rposition(|step| *step != Step::Unsaid)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsaid => f.write_str("?"),
            Self::Here => f.write_str("."),
            Self::Number(number, 0) => write!(f, "{number}"),
            Self::Number(number, more) => write!(f, "{number}z{more}"),
            Self::Back(count) => write!(f, "<{count}"),
            Self::First(_) => f.write_str("1"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(annex) = self.annex {
            return if annex == 0 { f.write_str("a") } else { write!(f, "a{annex}") };
        }
        let [book, chapter, section, article, ..] = self.steps;
        let lowest = self.lowest().unwrap_or(0);
        if article != Step::Unsaid {
            write!(f, "t{article}")?;
            return self.steps[PARAGRAPH..]
                .iter()
                .take(lowest.saturating_sub(ARTICLE))
                .try_for_each(|step| write!(f, "-{step}"));
        }
        if book != Step::Unsaid {
            write!(f, "b{book}")?;
            if chapter != Step::Unsaid {
                f.write_str("-")?;
            }
        }
        if chapter != Step::Unsaid {
            write!(f, "c{chapter}")?;
        }
        if section != Step::Unsaid { write!(f, "-{section}") } else { Ok(()) }
    }
}
