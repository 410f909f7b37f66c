//! Turns officials into the words that stand beside their names, once for the whole site.

use super::Words;
use crate::model::leader::{Person, PersonId};
use crate::model::session::{Participant, Role, Who};
use crate::model::site::Site;

/// The words about every official of a site.
#[derive(Debug)]
pub struct People<'a> {
    site: &'a Site,
    units: Vec<Vec<About>>,
}

/// The words about one official.
#[derive(Debug)]
pub struct About {
    /// Posts, in one line.
    pub posts: String,
    /// Fields of work with their verb: 分管农业农村、水利.
    pub portfolio: Option<String>,
}

impl<'a> People<'a> {
    /// Writes them for a site.
    pub fn new(site: &'a Site, words: &Words) -> Self {
        let about = |person: &Person| About {
            posts: person.posts.join(words.enumeration.text()),
            portfolio: (!person.portfolio.is_empty()).then(|| {
                let fields = person.portfolio.join(words.enumeration.text());
                // 主持县政府全面工作 says how already.
                let says_how = words.portfolio_verbs.text().split_whitespace().any(|verb| fields.starts_with(verb));
                match &person.portfolio_verb {
                    None if says_how => fields,
                    verb => {
                        let verb = verb.as_deref().unwrap_or(words.portfolio_verb.text());
                        words.portfolio.fill(&[("verb", verb), ("fields", &fields)])
                    }
                }
            }),
        };
        let units = site.units.iter().map(|unit| unit.people.iter().map(about).collect());
        Self { site, units: units.collect() }
    }

    /// The words about an official.
    pub fn about(&self, person: PersonId) -> &About {
        &self.units[person.unit.0][person.index]
    }

    /// Participants as a sentence names them: the part played before the name where it is not receiving, and the posts behind
    /// it where they are wanted: 韩龑（县长）、陪同周启明.
    pub fn told(&self, people: &[Participant], posts: bool, words: &Words) -> String {
        if people.is_empty() {
            return words.nobody_named.text().to_owned();
        }
        let one = |participant: &Participant| {
            let name = self.names(std::slice::from_ref(participant), words);
            let name = match &participant.who {
                Who::Person(id) | Who::PersonAndOthers(id, _) if posts && !self.about(*id).posts.is_empty() => {
                    words.person_posts.fill(&[("name", &name), ("posts", &self.about(*id).posts)])
                }
                _ => name,
            };
            match self.part(participant, words) {
                Some(role) => words.person_role.fill(&[("role", role), ("name", &name)]),
                None => name,
            }
        };
        people.iter().map(one).collect::<Vec<_>>().join(words.people_join.text())
    }

    /// The part somebody plays, where it has to be said: 值班律师 need not be told to be 律师.
    pub fn part<'w>(&self, participant: &'w Participant, words: &'w Words) -> Option<&'w str> {
        let role = words.role(&participant.role).filter(|_| participant.role != Role::Receives)?;
        (!self.name(&participant.who).contains(role)).then_some(role)
    }

    /// The names of participants, or the words for none.
    pub fn names(&self, people: &[Participant], words: &Words) -> String {
        if people.is_empty() {
            return words.nobody_named.text().to_owned();
        }
        let names: Vec<String> = people.iter().map(|participant| self.name(&participant.who)).collect();
        names.join(words.enumeration.text())
    }

    fn name(&self, who: &Who) -> String {
        match who {
            Who::Person(id) => self.site.person(*id).name.clone(),
            Who::PersonAndOthers(id, others) => format!("{}{others}", self.site.person(*id).name),
            Who::Post(post) => post.clone(),
        }
    }
}
