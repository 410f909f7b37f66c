//! Turns the words for reading into those for listening: weekdays in full, posts before names, reasons in a sentence.
//!
//! All functions that say something take the one or the other, so that what is heard comes from the same values.

use super::Words;

impl Words {
    /// The words to be read aloud. Digits and marks are left to [`super::spoken`].
    pub fn aloud(&self) -> &Words {
        self.aloud.get_or_init(|| Box::new(self.for_listening()))
    }

    fn for_listening(&self) -> Words {
        let mut words = self.clone();
        words.weekdays = self.speech_weekdays.text().split_whitespace().map(str::to_owned).collect();
        words.date_weekday = self.speech_date_weekday.clone();
        words.date_full = self.speech_date_full.clone();
        words.status_reason = self.speech_reason.clone();
        words.status_makeup = self.speech_makeup.clone();
        words.people_join = self.speech_people_join.clone();
        words.person_posts = self.speech_person_posts.clone();
        words.person_role = self.speech_person_role.clone();
        words
    }
}
