//! What can be released, and how the ledger names it.

use std::fmt;
use std::str::FromStr;

/// What kind of thing is released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// The time limit of a step of a procedure.
    Limit,
    /// A notice.
    Notice,
    /// A plain page.
    Page,
    /// An official.
    Person,
    /// A printed notice, by its code.
    Poster,
    /// A procedure.
    Procedure,
    /// A regulation.
    Regulation,
    /// A roster with its rules.
    Roster,
    /// A session.
    Session,
    /// A unit.
    Unit,
}

impl ItemKind {
    const ALL: [Self; 10] = [
        Self::Limit,
        Self::Notice,
        Self::Page,
        Self::Person,
        Self::Poster,
        Self::Procedure,
        Self::Regulation,
        Self::Roster,
        Self::Session,
        Self::Unit,
    ];

    fn tag(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Notice => "notice",
            Self::Page => "page",
            Self::Person => "person",
            Self::Poster => "poster",
            Self::Procedure => "procedure",
            Self::Regulation => "regulation",
            Self::Roster => "roster",
            Self::Session => "session",
            Self::Unit => "unit",
        }
    }
}

/// What was released: `roster:liushu/2026-12`, `session:liushu/2026-12#4c…`, `poster:3F9A2K7C`, `unit:liushu`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Folder of the unit, with `/`; empty for the root unit and for printed notices.
    pub unit: String,
    /// File name without ending, with `#` and a key for a part of it; empty for a unit.
    pub name: String,
}

impl Item {
    /// An item of a unit.
    pub fn new(kind: ItemKind, unit: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind, unit: unit.into(), name: name.into() }
    }

    /// A part of what a file says: a session of a roster, a limit of a procedure.
    pub fn part(kind: ItemKind, unit: &str, stem: &str, key: &str) -> Self {
        Self::new(kind, unit, format!("{stem}#{key}"))
    }

    /// A printed notice.
    pub fn poster(code: &str) -> Self {
        Self::new(ItemKind::Poster, "", code)
    }

    /// The item that a part belongs to; itself for others.
    pub fn whole(&self) -> Self {
        let of = |kind| Self::new(kind, self.unit.as_str(), self.stem());
        match self.kind {
            ItemKind::Session => of(ItemKind::Roster),
            ItemKind::Limit => of(ItemKind::Procedure),
            _ => self.clone(),
        }
    }

    /// File name without ending, of a part too.
    pub fn stem(&self) -> &str {
        self.name.split_once('#').map_or(&self.name, |(stem, _)| stem)
    }

    /// The key of a part.
    pub fn key(&self) -> Option<&str> {
        self.name.split_once('#').map(|(_, key)| key)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, unit, name } = self;
        let slash = if unit.is_empty() || name.is_empty() { "" } else { "/" };
        write!(out, "{}:{unit}{slash}{name}", kind.tag())
    }
}

impl FromStr for Item {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (tag, rest) = text.split_once(':').ok_or(())?;
        let kind = ItemKind::ALL.into_iter().find(|kind| kind.tag() == tag).ok_or(())?;
        if kind == ItemKind::Unit {
            return Ok(Self::new(kind, rest, ""));
        }
        // A key may hold a slash: what stands before `#` is the path.
        let path = rest.split_once('#').map_or(rest, |(path, _)| path);
        let (unit, _) = path.rsplit_once('/').unwrap_or(("", path));
        let name = if unit.is_empty() { rest } else { &rest[unit.len() + 1..] };
        Ok(Self::new(kind, unit, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_as_they_are_written() {
        let items = [
            Item::new(ItemKind::Unit, "", ""),
            Item::new(ItemKind::Unit, "liushu/shanghe", ""),
            Item::new(ItemKind::Roster, "", "2026-12"),
            Item::new(ItemKind::Roster, "liushu", "2026 12"),
            Item::part(ItemKind::Session, "liushu/shanghe", "2026-12", "0a"),
            Item::part(ItemKind::Limit, "", "xinfang", "a/b"),
            Item::poster("3F9A2K7C"),
        ];
        for item in items {
            assert_eq!(item.to_string().parse(), Ok(item.clone()), "{item}");
        }
        assert_eq!("nothing:a".parse::<Item>(), Err(()));
    }
}
