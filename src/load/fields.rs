//! The one table of keys: what every kind of content may say, under which names, in which shape.
//!
//! A kind is declared once, by `content!` in its own file: the rows below, the draft struct and its decoding all
//! come from that declaration, and so do the schema, the spreadsheet headers and the field manual.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use super::{
    booking, calendar, change, entry, leaders, notice, page, procedure, regulation, roster, site, statistics, unit,
};
use crate::diag::code::Words;
use crate::diag::{Lang, Phrase};

/// One row: a key of a kind.
#[derive(Debug)]
pub struct Field {
    /// The Chinese key, the first name; `fmt` rewrites the others to it.
    pub zh: &'static str,
    /// The English key.
    pub en: &'static str,
    /// Other names clerks type, always accepted.
    pub aliases: &'static [&'static str],
    /// What the value looks like.
    pub shape: Shape,
    /// Whether content without it is refused.
    pub required: bool,
    #[doc(hidden)]
    pub doc: Words,
    /// A value as it would be written.
    pub example: &'static str,
}

impl Field {
    /// The key for messages.
    pub fn name(&self) -> Phrase {
        Phrase::new(self.zh, self.en)
    }

    /// One line for the manual.
    pub fn doc(&self, lang: Lang) -> &'static str {
        // The English words are the doc comments of the declaration, which begin with a blank.
        self.doc.get(lang).trim_start()
    }

    /// All names, the first one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.en].into_iter().chain(self.aliases.iter().copied())
    }
}

/// What a value looks like. Kinds are named by function, for kinds may hold each other.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One text.
    Text,
    /// One text, or a list of them.
    Texts,
    /// One text whose parts stand between `、，；`, or a list.
    Items,
    /// `{…}` of a kind.
    Map(fn() -> &'static Kind),
    /// A list of `{…}` of a kind; one alone is taken as a list of one.
    Maps(fn() -> &'static Kind),
    /// A text or `{…}` of a kind.
    TextOrMap(fn() -> &'static Kind),
    /// A text, or a list of texts and `{…}` of a kind.
    TextOrMaps(fn() -> &'static Kind),
    /// A text, a list of them, or pairs of a free key and a text, such as `{周一: 9:00–11:30}`.
    TextOrPairs,
    /// A list of `{…}` of a kind, or a table as text or file.
    MapsOrTable(fn() -> &'static Kind),
    /// A list of `{…}` of a kind, in which other keys name a cell of a table.
    MapsWithPairs(fn() -> &'static Kind),
    /// A table as text or file, with columns of its own.
    Table,
    /// A list whose items may hold lists.
    Tree,
}

impl Shape {
    /// The shape in words.
    pub fn words(self) -> Phrase {
        match self {
            Self::Text => Phrase::new("一段文字", "plain text"),
            Self::Texts | Self::Items => Phrase::new("一段文字或一个列表", "text or a list of texts"),
            Self::Map(_) => Phrase::new("一组“键: 值”", "a group of “key: value”"),
            Self::Maps(_) => Phrase::new("一个列表，每项是一组“键: 值”", "a list of groups of “key: value”"),
            Self::TextOrMap(_) => Phrase::new("一段文字，或一组“键: 值”", "text, or a group of “key: value”"),
            Self::TextOrMaps(_) => Phrase::new("一段文字，或一个列表", "text, or a list"),
            Self::TextOrPairs => Phrase::new("一段文字，或“星期: 时间”", "text, or pairs of weekday and time"),
            Self::MapsOrTable(_) => Phrase::new("一个列表，或者 {表: …}", "a list, or {table: …}"),
            Self::MapsWithPairs(_) => Phrase::new("一个列表，每项是一组“键: 值”", "a list of groups of “key: value”"),
            Self::Table => Phrase::new(
                "一张用 | 隔开的表，或表的文件名",
                "a table with | between its cells, or the name of its file",
            ),
            Self::Tree => Phrase::new("一个列表，可以分层", "a list, which may hold lists"),
        }
    }

    /// The kind within, if any.
    pub fn kind(self) -> Option<&'static Kind> {
        match self {
            Self::Text | Self::Texts | Self::Items | Self::TextOrPairs | Self::Table | Self::Tree => None,
            Self::Map(kind)
            | Self::Maps(kind)
            | Self::TextOrMap(kind)
            | Self::TextOrMaps(kind)
            | Self::MapsOrTable(kind)
            | Self::MapsWithPairs(kind) => Some(kind()),
        }
    }
}

/// A kind of content: a file, or a group within one.
#[derive(Debug)]
pub struct Kind {
    /// ASCII name for `schema`.
    pub id: &'static str,
    /// Chinese name in messages, such as 一条安排.
    pub zh: &'static str,
    /// English name in messages.
    pub en: &'static str,
    /// Its own rows.
    pub fields: &'static [Field],
    /// Kinds whose rows it takes over.
    pub included: &'static [Inclusion],
    #[doc(hidden)]
    pub index: LazyLock<HashMap<&'static str, usize>>,
}

/// Rows that a kind shares with others.
#[derive(Debug)]
pub struct Inclusion {
    /// Where they are declared.
    pub kind: fn() -> &'static Kind,
    /// Names that mean one of these rows in the including kind only: the name, and the row's Chinese key.
    pub also: &'static [(&'static str, &'static str)],
}

impl Kind {
    /// Every row, its own first, then the included ones in order.
    pub fn rows(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(self.included.iter().flat_map(|inclusion| (inclusion.kind)().fields))
    }

    /// Which row a key names, counted as in [`Kind::rows`].
    pub fn find(&self, key: &str) -> Option<usize> {
        self.index.get(key).copied()
    }

    /// Every accepted name with the row it names, in the order of the rows.
    pub fn names(&self) -> impl Iterator<Item = (&'static str, &'static Field)> {
        let own = self.rows().flat_map(|field| field.names().map(move |name| (name, field)));
        own.chain(self.included.iter().flat_map(move |inclusion| {
            inclusion.also.iter().filter_map(|(name, zh)| {
                (inclusion.kind)().fields.iter().find(|field| field.zh == *zh).map(|field| (*name, field))
            })
        }))
    }

    /// The kind for messages.
    pub fn name(&self) -> Phrase {
        Phrase::new(self.zh, self.en)
    }

    #[doc(hidden)]
    pub fn index(&self) -> HashMap<&'static str, usize> {
        let mut index = HashMap::new();
        let mut here = 0;
        for (at, field) in self.fields.iter().enumerate() {
            for name in field.names() {
                index.entry(name).or_insert(at);
            }
        }
        here += self.fields.len();
        for inclusion in self.included {
            let fields = (inclusion.kind)().fields;
            for (alias, zh) in inclusion.also {
                if let Some(at) = fields.iter().position(|field| field.zh == *zh) {
                    index.entry(*alias).or_insert(here + at);
                }
            }
            for (at, field) in fields.iter().enumerate() {
                for name in field.names() {
                    index.entry(name).or_insert(here + at);
                }
            }
            here += fields.len();
        }
        index
    }
}

/// The kinds that stand in a file of their own.
pub fn file_kinds() -> [&'static Kind; 10] {
    [
        site::Site::kind(),
        unit::Unit::kind(),
        leaders::Leaders::kind(),
        calendar::Calendar::kind(),
        roster::Roster::kind(),
        notice::NoticeHead::kind(),
        page::PageHead::kind(),
        regulation::RegulationHead::kind(),
        procedure::Procedure::kind(),
        statistics::Statistics::kind(),
    ]
}

/// Every kind, each once, the outer before the inner.
pub fn kinds() -> &'static [&'static Kind] {
    static ALL: LazyLock<Vec<&'static Kind>> = LazyLock::new(|| {
        let mut all: Vec<&'static Kind> = Vec::new();
        let mut next: Vec<&'static Kind> = file_kinds().into_iter().rev().collect();
        next.extend([change::Change::kind(), booking::Booking::kind(), entry::Entry::kind()]);
        while let Some(kind) = next.pop() {
            if !all.iter().any(|seen| seen.id == kind.id) {
                all.push(kind);
                next.extend(kind.rows().filter_map(|field| field.shape.kind()));
            }
        }
        all
    });
    &ALL
}

/// Whether any kind of content knows this key.
pub fn is_known(key: &str) -> bool {
    static NAMES: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| kinds().iter().flat_map(|kind| kind.names().map(|(name, _)| name)).collect());
    NAMES.contains(key)
}

/// The kinds that know a key, by the order of [`kinds`].
pub fn kinds_with(key: &str) -> &'static [&'static Kind] {
    static OWNERS: LazyLock<BTreeMap<&'static str, Vec<&'static Kind>>> = LazyLock::new(|| {
        let mut owners: BTreeMap<&'static str, Vec<&'static Kind>> = BTreeMap::new();
        for kind in kinds() {
            for (name, _) in kind.names() {
                let list = owners.entry(name).or_default();
                if !list.iter().any(|seen| seen.id == kind.id) {
                    list.push(kind);
                }
            }
        }
        owners
    });
    OWNERS.get(key).map_or(&[], Vec::as_slice)
}

/// A kind of content that drafts decode: implemented by `content!` alone.
pub trait Content: Sized {
    /// Its rows.
    fn kind() -> &'static Kind;

    /// Takes the values of its rows, in order, from a cursor over a map.
    #[doc(hidden)]
    fn fill(cursor: &mut super::decode::Cursor<'_, '_>) -> Self;
}

/// Declares a kind of content: its rows and the draft struct they fill.
///
/// ```text
/// content! {
///     /// Doc of the struct.
///     pub struct Change = "change" "一条变更" / "a change" {
///         /// One line for the manual and rustdoc.
///         dates: Vec<Text> = "日期" / "date" ["接访日期"], "哪一天", "2026-12-15";
///         /// … `required` after the aliases refuses content without it.
///         title: Option<Text> = "标题" / "title" [] required, "…", "…";
///         terms: Option<Box<Terms>> [("地址", "地点")];
///     }
/// }
/// ```
///
/// The last lines, without `=`, take over the rows of other kinds, with names that hold only here.
macro_rules! content {
    (
        $(#[doc = $about:literal])+
        pub struct $Name:ident = $id:literal $kind_zh:literal / $kind_en:literal {
            $(
                $(#[doc = $doc_en:literal])+
                $field:ident: $Type:ty = $zh:literal / $en:literal [$($alias:literal),*] $($required:ident)?,
                    $doc_zh:literal, $example:literal;
            )*
            $( include $included:ident: $Included:ty [$($also:expr),*]; )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $Name {
            /// Where the whole stands.
            pub span: $crate::source::Span,
            $( $(#[doc = $doc_en])+ pub $field: $Type, )*
            $( #[doc = concat!("See [`", stringify!($Included), "`].")] pub $included: $Included, )*
        }

        impl $crate::load::fields::Content for $Name {
            fn kind() -> &'static $crate::load::fields::Kind {
                static KIND: $crate::load::fields::Kind = $crate::load::fields::Kind {
                    id: $id,
                    zh: $kind_zh,
                    en: $kind_en,
                    fields: &[$( $crate::load::fields::Field {
                        zh: $zh,
                        en: $en,
                        aliases: &[$($alias),*],
                        shape: <$Type as $crate::load::value::Value>::SHAPE,
                        required: $crate::load::fields::content!(@flag $($required)?),
                        doc: $crate::diag::code::Words { zh: $doc_zh, en: concat!($($doc_en, )+) },
                        example: $example,
                    } ),*],
                    included: &[$( $crate::load::fields::Inclusion {
                        kind: <$Included as $crate::load::value::Include>::kind,
                        also: &[$($also),*],
                    } ),*],
                    index: std::sync::LazyLock::new(|| <$Name as $crate::load::fields::Content>::kind().index()),
                };
                &KIND
            }

            fn fill(cursor: &mut $crate::load::decode::Cursor<'_, '_>) -> Self {
                Self {
                    span: cursor.span(),
                    $( $field: cursor.take(), )*
                    $( $included: <$Included as $crate::load::value::Include>::include(cursor), )*
                }
            }
        }

        impl $crate::load::texts::Texts for $Name {
            fn texts<'a>(
                &'a self,
                wanted: &dyn Fn(&$crate::load::fields::Field) -> bool,
                visit: &mut dyn FnMut(&'a $crate::source::Text),
            ) {
                let mut rows = <Self as $crate::load::fields::Content>::kind().fields.iter();
                $( if rows.next().is_some_and(wanted) {
                    $crate::load::texts::Texts::texts(&self.$field, wanted, visit);
                } )*
                $( $crate::load::texts::Texts::texts(&self.$included, wanted, visit); )*
            }
        }
    };
    (@flag required) => { true };
    (@flag) => { false };
}
pub(super) use content;
