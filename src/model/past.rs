//! What was released and when: each thing that was ever public, with what it said at each release.
//!
//! What a thing said is kept as facts, a text for each field. They hold public words only, and are compared and shown;
//! nothing is planned from them.

use crate::digest::{self, Digest};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Declares the kinds of facts in the order of their names, which is their order in the ledger.
macro_rules! fields {
    ($($variant:ident $name:literal $what:literal),* $(,)?) => {
        /// A kind of fact.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $(#[doc = $what] $variant,)*
        }

        impl Field {
            /// Every kind, in order of name.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name in the ledger.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The kind of a name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

fields! {
    Address "address" "Postal address.",
    Adopted "adopted" "Day of adoption.",
    AppliesTo "applies_to" "For whom or what it holds.",
    Basis "basis" "What it is based on.",
    Booking "booking" "How to make an appointment.",
    Bring "bring" "What to bring.",
    Cancelled "cancelled" "`yes` where a session does not take place.",
    Category "category" "Category of a regulation, column of a notice.",
    Changes "changes" "How many announced changes a session has.",
    Complaints "complaints" "Where complaints go.",
    Date "date" "Day.",
    Effective "effective" "In force from.",
    Expires "expires" "Last day a notice holds.",
    Extension "extension" "By how much a limit can be extended.",
    First "first" "First day covered.",
    ForWhom "for_whom" "Who is received.",
    From "from" "The event from which a limit runs.",
    Hours "hours" "Times of day.",
    IssuedBy "issued_by" "Issuing office.",
    IssuedOn "issued_on" "Day of the signature.",
    Kind "kind" "Kind of session, limit or notice.",
    Last "last" "Last day covered.",
    Length "length" "Length of a limit.",
    ListedUntil "listed_until" "Last day listed.",
    Name "name" "Name of a unit or person.",
    Nominal "nominal" "The day a rule names.",
    NotHere "not_here" "What is dealt with elsewhere.",
    Note "note" "Note of a session.",
    Notes "notes" "Notes.",
    NoticePeriod "notice_period" "How early a roster has to be posted.",
    Number "number" "Document number.",
    Of "of" "The item a printed notice is about.",
    People "people" "Who takes part.",
    Phones "phones" "Telephone numbers.",
    Places "places" "Where.",
    Portfolio "portfolio" "Fields of work.",
    Posts "posts" "Posts of a person.",
    Promises "promises" "What is promised without days.",
    Provisional "provisional" "`yes` while the days off of the year are not announced.",
    Reason "reason" "Published reason of the last change.",
    Repealed "repealed" "No longer in force from.",
    Representatives "representatives" "At most so many for a group.",
    Rights "rights" "What a citizen may do.",
    Scope "scope" "Field or area.",
    Shift "shift" "The day a session was moved from by the roster's own rule.",
    Supersedes "supersedes" "The text it takes the place of.",
    Terms "terms" "What a session sets for itself.",
    Text "text" "SHA-256 of the words.",
    Title "title" "Title.",
    Topic "topic" "Topic of a session.",
    Unit "unit" "Folder of the unit.",
}

/// What something says: a text for each field, in order of name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(Vec<(Field, Box<str>)>);

impl Facts {
    /// Adds a fact; an empty text is none. A field said twice keeps the last.
    pub fn set(&mut self, field: Field, text: impl Into<String>) {
        let text = text.into();
        match self.0.binary_search_by_key(&field, |(known, _)| *known) {
            Ok(at) if text.is_empty() => drop(self.0.remove(at)),
            Ok(at) => self.0[at].1 = text.into(),
            Err(_) if text.is_empty() => {}
            Err(at) => self.0.insert(at, (field, text.into())),
        }
    }

    /// The same, for chaining.
    pub fn with(mut self, field: Field, text: impl Into<String>) -> Self {
        self.set(field, text);
        self
    }

    /// The text of a field; empty where nothing is said.
    pub fn get(&self, field: Field) -> &str {
        self.0.binary_search_by_key(&field, |(known, _)| *known).map_or("", |at| &self.0[at].1)
    }

    /// The day of a field.
    pub fn day(&self, field: Field) -> Option<NaiveDate> {
        self.get(field).parse().ok()
    }

    /// The number of a field; 0 where nothing is said.
    pub fn count(&self, field: Field) -> usize {
        self.get(field).parse().unwrap_or(0)
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, text)| (*field, &**text))
    }

    /// The fields that differ.
    pub fn differing(&self, other: &Self) -> Vec<Field> {
        Field::ALL.iter().copied().filter(|field| self.get(*field) != other.get(*field)).collect()
    }
}

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

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// 1, 2, 3 …
    pub number: u32,
    /// The day it is said to have been made public.
    pub declared: NaiveDate,
    /// The day the machine had when it was recorded.
    pub recorded: NaiveDate,
    /// SHA-256 of its entry, which holds that of the entry before.
    pub hash: Digest,
}

impl Release {
    /// Eight characters that stand for it and all releases before it.
    pub fn code(&self) -> String {
        digest::short(&self.hash)
    }

    /// The day of recording, where that is not the day declared (补录).
    pub fn recorded_later(&self) -> Option<NaiveDate> {
        (self.recorded != self.declared).then_some(self.recorded)
    }
}

/// What an item said from one release on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Index in [`Past::releases`].
    pub release: usize,
    /// What it said; `None` where it was withdrawn.
    pub facts: Option<Facts>,
}

/// Everything ever released.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// The ledger itself, as it is published.
    pub ledger: Vec<u8>,
    /// Short name of the site it is of.
    pub site: String,
    releases: Vec<Release>,
    items: BTreeMap<Item, Vec<Version>>,
}

impl Past {
    /// The past of a site before its releases are added; `ledger` holds these.
    pub fn new(site: String, ledger: Vec<u8>) -> Self {
        Self { ledger, site, ..Self::default() }
    }

    /// Adds the next release: what was new or said something else, and what was withdrawn.
    pub fn add(
        &mut self,
        release: Release,
        put: impl IntoIterator<Item = (Item, Facts)>,
        gone: impl IntoIterator<Item = Item>,
    ) {
        let at = self.releases.len();
        self.releases.push(release);
        let put = put.into_iter().map(|(item, facts)| (item, Some(facts)));
        for (item, facts) in put.chain(gone.into_iter().map(|item| (item, None))) {
            self.items.entry(item).or_default().push(Version { release: at, facts });
        }
    }

    /// Whether nothing was ever released.
    pub fn is_empty(&self) -> bool {
        self.releases.is_empty()
    }

    /// The releases in order.
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// The last release.
    pub fn last(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// The release of a version.
    pub fn release(&self, version: &Version) -> &Release {
        &self.releases[version.release]
    }

    /// What an item said over time; empty where it was never released.
    pub fn versions(&self, item: &Item) -> &[Version] {
        self.items.get(item).map_or(&[], Vec::as_slice)
    }

    /// What an item said at the last release; `None` where it was not public then.
    pub fn facts(&self, item: &Item) -> Option<&Facts> {
        self.versions(item).last()?.facts.as_ref()
    }

    /// The release from which an item was public without interruption until now; `None` where it is not public.
    pub fn since(&self, item: &Item) -> Option<&Release> {
        let versions = self.versions(item);
        let start = versions.iter().rposition(|version| version.facts.is_none()).map_or(0, |at| at + 1);
        versions.get(start).map(|version| self.release(version))
    }

    /// The parts of a file's item: sessions of a roster, limits of a procedure.
    pub fn parts<'a>(
        &'a self,
        kind: ItemKind,
        unit: &str,
        stem: &str,
    ) -> impl Iterator<Item = (&'a Item, &'a [Version])> {
        let from = Item::part(kind, unit, stem, "");
        let prefix = from.name.clone();
        let unit = unit.to_owned();
        let after = self.items.range(from..);
        after
            .take_while(move |(item, _)| item.kind == kind && item.unit == unit && item.name.starts_with(&prefix))
            .map(|(item, versions)| (item, versions.as_slice()))
    }

    /// Every item with what it said over time.
    pub fn items(&self) -> impl Iterator<Item = (&Item, &[Version])> {
        self.items.iter().map(|(item, versions)| (item, versions.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_in_the_order_of_their_names() {
        let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
        assert!(names.is_sorted(), "{names:?}");
        assert!(Field::ALL.iter().all(|field| Field::named(field.name()) == Some(*field)));
        assert!(Field::ALL.is_sorted());
    }

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

    #[test]
    fn what_came_back_is_public_since_then() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        let release = |number: u32| Release { number, declared: day(number), recorded: day(number), hash: [0; 32] };
        let item = Item::new(ItemKind::Notice, "", "a");
        let facts = Facts::default().with(Field::Title, "甲");
        let mut past = Past::default();
        past.add(release(1), [(item.clone(), facts.clone())], []);
        past.add(release(2), [], [item.clone()]);
        assert_eq!(past.since(&item), None);
        past.add(release(3), [(item.clone(), facts)], []);
        assert_eq!(past.since(&item).map(|release| release.number), Some(3));
        assert_eq!(past.versions(&item).len(), 3);
    }
}
