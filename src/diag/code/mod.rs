//! The table of diagnostic codes: for each its title, sentence, remedy, reason and legal basis in two languages.
//!
//! One file a family. A code is never reused for another meaning; a retired one stays listed as retired.

pub mod calendar;
pub mod citations;
pub mod figures;
pub mod files;
pub mod links;
pub mod people;
pub mod posters;
pub mod privacy;
pub mod procedures;
pub mod promises;
pub mod regulations;
pub mod releases;
pub mod rosters;

use super::Lang;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; `--strict` refuses it.
    Warning,
}

/// Fixed words in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese, in the plain words of an office.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The words for one language.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// One row of the table. `{name}` in `message` and `remedy` is filled from the diagnostic.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `GS` and four digits; the first two are the family.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// A few words naming the kind of problem.
    pub title: Words,
    /// What is wrong, in one sentence.
    pub message: Words,
    /// What to write or do.
    pub remedy: Words,
    /// Why it matters, for `explain` and the manual.
    pub why: Words,
    /// The law or standard behind it, or empty.
    pub basis: &'static str,
}

/// Every code, in order of id.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let rosters = [calendar::ALL, rosters::ALL, promises::ALL];
    let later = [privacy::ALL, links::ALL, posters::ALL, releases::ALL];
    let texts = [regulations::ALL, citations::ALL, procedures::ALL, figures::ALL];
    let families = [files::ALL, people::ALL].into_iter().chain(rosters).chain(texts).chain(later);
    families.flatten().copied()
}

/// The row of an id such as `GS0304`, in any case.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}

/// Declares the rows of one family and the list `ALL` of them, so that none can be left out of the table.
macro_rules! codes {
    ($( $name:ident = $id:literal $severity:ident {
        title: $tz:literal / $te:literal,
        message: $mz:literal / $me:literal,
        remedy: $rz:literal / $re:literal,
        why: $wz:literal / $we:literal $(, basis: $basis:literal)? $(,)?
    } )*) => {
        $(
            #[doc = concat!($id, ": ", $te)]
            pub static $name: $crate::diag::code::Code = $crate::diag::code::Code {
                id: $id,
                severity: $crate::diag::code::Severity::$severity,
                title: $crate::diag::code::Words { zh: $tz, en: $te },
                message: $crate::diag::code::Words { zh: $mz, en: $me },
                remedy: $crate::diag::code::Words { zh: $rz, en: $re },
                why: $crate::diag::code::Words { zh: $wz, en: $we },
                basis: concat!("" $(, $basis)?),
            };
        )*
        /// The rows of this family, in order.
        pub(super) static ALL: &[&$crate::diag::code::Code] = &[$(&$name),*];
    };
}
use codes;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_unique() {
        let ids: Vec<&str> = all().map(|code| code.id).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        assert!(find("gs0101").is_some());
    }

    #[test]
    fn each_language_keeps_to_itself() {
        let han = |words: &str| words.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
        for code in all() {
            for words in [&code.title, &code.message, &code.remedy, &code.why] {
                assert!(!han(words.en), "{}: {}", code.id, words.en);
            }
            assert!(han(code.title.zh), "{}", code.id);
        }
    }
}
