//! Lists of days and names become the few words that a sentence has room for.

use crate::diag::Phrase;
use crate::model::leader::PersonId;
use crate::model::session::{Participant, Who};
use crate::model::site::Language;
use crate::model::unit::Unit;
use crate::wording::say;
use chrono::{Datelike, NaiveDate};

/// How many days or names a sentence lists before it only counts the rest.
const SHOWN: usize = 6;

/// 2026年12月7日、14日…; the year is said once. `days` are in order.
pub(super) fn days(days: &[NaiveDate]) -> Phrase {
    say::both(|language| {
        let mut year = None;
        let shown = days.iter().take(SHOWN).map(|day| {
            let known = year.replace(day.year()) == Some(day.year());
            if known { say::month_day(*day, language) } else { say::date(*day, language) }
        });
        some(shown.collect(), days.len(), "天", "days", language)
    })
}

/// Items in a row, and how many there are where not all are shown.
pub(super) fn some(shown: Vec<String>, all: usize, unit: &str, units: &str, language: Language) -> String {
    let more = all > shown.len();
    match language {
        Language::Chinese if more => format!("{}等 {all} {unit}", shown.join("、")),
        Language::Chinese => shown.join("、"),
        Language::English if more => format!("{} ({all} {units} in all)", shown.join(", ")),
        Language::English => shown.join(", "),
    }
}

/// The name of an official.
pub(super) fn person(units: &[Unit], id: PersonId) -> &str {
    &units[id.unit.0].people[id.index].name
}

/// What a participant is called.
pub(super) fn name(units: &[Unit], participant: &Participant) -> String {
    match &participant.who {
        Who::Person(id) => person(units, *id).to_owned(),
        Who::PersonAndOthers(id, others) => format!("{}{others}", person(units, *id)),
        Who::Post(words) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn the_year_is_said_once_and_many_days_are_counted() {
        let of = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<NaiveDate>>();
        let few = days(&of(&["2026-12-07", "2026-12-14", "2027-01-04"]));
        assert_eq!(few.get(Lang::Zh), "2026年12月7日、12月14日、2027年1月4日");
        assert_eq!(few.get(Lang::En), "7 December 2026, 14 December, 4 January 2027");
        let many: Vec<NaiveDate> = of(&["2026-12-01"])[0].iter_days().take(8).collect();
        assert!(days(&many).get(Lang::Zh).ends_with("12月6日等 8 天"));
    }
}
