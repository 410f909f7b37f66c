//! What a thing said at a release: a text for each field.

use chrono::NaiveDate;

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
    Announced "announced" "Days of announcement of the changes of a session, as the office gives them.",
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
    Posted "posted" "Channels outside the website, with their days.",
    Posts "posts" "Posts of a person.",
    Promises "promises" "What is promised without days.",
    Provisional "provisional" "`yes` while the days off of the year are not announced.",
    Reason "reason" "Published reasons of the changes of a session.",
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

    /// What it is called: a title, or the name of a unit or person.
    pub fn title(&self) -> &str {
        let title = self.get(Field::Title);
        if title.is_empty() { self.get(Field::Name) } else { title }
    }

    /// The day of a field.
    pub fn day(&self, field: Field) -> Option<NaiveDate> {
        self.get(field).parse().ok()
    }

    /// The number of a field, at most [`u32::MAX`]; 0 where nothing is said.
    pub fn count(&self, field: Field) -> usize {
        self.get(field).parse::<u32>().ok().and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_within_what_can_be_counted() {
        for (text, count) in
            [("", 0), ("3", 3), ("4294967295", 4_294_967_295), ("4294967296", 0), ("18446744073709551615", 0)]
        {
            assert_eq!(Facts::default().with(Field::Changes, text).count(Field::Changes), count, "{text}");
        }
    }

    #[test]
    fn fields_are_in_the_order_of_their_names() {
        let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
        assert!(names.is_sorted(), "{names:?}");
        assert!(Field::ALL.iter().all(|field| Field::named(field.name()) == Some(*field)));
        assert!(Field::ALL.is_sorted());
    }
}
