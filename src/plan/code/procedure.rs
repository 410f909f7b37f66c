//! Feeds what the notices of a procedure say: its words and its limits, not the days they end on.

use super::Feed;
use crate::model::procedure::{Act, Actor, Basis, Extension, Late, Length, Limit, Procedure, Step, TimeLimit, Way};

impl Feed {
    pub(super) fn procedure(&mut self, procedure: &Procedure) {
        // Every field is named, so that a new one is not forgotten here.
        let Procedure {
            unit: _,
            stem,
            title,
            applies_to,
            basis,
            issued_by,
            issued_on,
            number,
            complaints_phone,
            rights,
            notes,
            steps,
            last_days: _,
        } = procedure;
        self.text(stem);
        self.text(title);
        for list in [applies_to, rights, notes] {
            self.texts(list);
        }
        self.bases(basis);
        for text in [issued_by, number, complaints_phone] {
            self.option(text.as_deref());
        }
        self.perhaps(*issued_on, Self::day);
        self.each(steps, Self::step);
    }

    fn step(&mut self, step: &Step) {
        let Step { id, name, does, act, you_get, late, next, basis } = step;
        self.text(id);
        self.option(name.as_deref());
        self.text(does);
        match act {
            Act::Step { actor, limit } => {
                self.number(1);
                match actor {
                    Actor::You => self.option(None),
                    Actor::Office(name) => self.option(Some(name)),
                }
                self.limit(limit);
            }
            Act::Parting => self.number(2),
            Act::End => self.number(3),
        }
        self.texts(you_get);
        self.perhaps(late.as_ref(), |feed, late| match late {
            Late::Ask { whom, phone } => {
                feed.number(1);
                feed.text(whom);
                feed.option(phone.as_deref());
            }
            Late::Consequence(words) => {
                feed.number(2);
                feed.text(words);
            }
        });
        self.each(next, Self::way);
        self.bases(basis);
    }

    fn way(&mut self, way: &Way) {
        self.option(way.condition.as_deref());
        self.number(way.to);
        self.basis(way.basis.as_ref());
    }

    fn limit(&mut self, limit: &Limit) {
        match limit {
            Limit::Unstated(basis) => {
                self.number(1);
                self.basis(basis.as_ref());
            }
            Limit::Elsewhere(basis) => {
                self.number(2);
                self.basis(basis.as_ref());
            }
            Limit::Within(limit) => {
                self.number(3);
                self.time(limit);
            }
        }
    }

    fn time(&mut self, limit: &TimeLimit) {
        let TimeLimit { length, from, kind, basis, extension, not_counted } = limit;
        self.length(*length);
        self.option(from.as_deref());
        self.number(*kind as usize);
        self.basis(basis.as_ref());
        self.perhaps(extension.as_ref(), |feed, extension: &Extension| {
            let Extension { at_most, condition, basis } = extension;
            feed.length(*at_most);
            feed.option(condition.as_deref());
            feed.basis(basis.as_ref());
        });
        self.texts(not_counted);
    }

    fn length(&mut self, length: Length) {
        let (kind, count) = match length {
            Length::OnTheSpot => (1, 0),
            Length::NextDay => (2, 0),
            Length::Hours(count) => (3, count),
            Length::Days(count) => (4, count),
            Length::Workdays(count) => (5, count),
            Length::Months(count) => (6, count),
        };
        self.number(kind);
        self.number(count as usize);
    }

    fn basis(&mut self, basis: Option<&Basis>) {
        self.option(basis.map(|basis| basis.0.as_str()));
    }

    fn bases(&mut self, bases: &[Basis]) {
        self.list(bases.iter().map(|basis| basis.0.as_str()));
    }
}
