//! Feeds what the notices of a procedure say: its words and its limits, not the days they end on.

use super::Feed;
use crate::model::procedure::{Act, Actor, Basis, Extension, Late, Length, Limit, Procedure, Step, TimeLimit, Way};

impl Feed {
    pub(super) fn procedure(&mut self, procedure: &Procedure) {
        self.text(&procedure.title);
        for list in [&procedure.applies_to, &procedure.rights, &procedure.notes] {
            self.texts(list);
        }
        self.bases(&procedure.basis);
        for text in [&procedure.issued_by, &procedure.number, &procedure.complaints_phone] {
            self.option(text.as_deref());
        }
        self.perhaps(procedure.issued_on, Self::day);
        self.each(&procedure.steps, Self::step);
    }

    fn step(&mut self, step: &Step) {
        self.text(&step.id);
        self.option(step.name.as_deref());
        self.text(&step.does);
        match &step.act {
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
        self.texts(&step.you_get);
        self.perhaps(step.late.as_ref(), |feed, late| match late {
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
        self.each(&step.next, Self::way);
        self.bases(&step.basis);
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
        self.length(limit.length);
        self.option(limit.from.as_deref());
        self.number(limit.kind as usize);
        self.basis(limit.basis.as_ref());
        self.perhaps(limit.extension.as_ref(), |feed, extension: &Extension| {
            feed.length(extension.at_most);
            feed.option(extension.condition.as_deref());
            feed.basis(extension.basis.as_ref());
        });
        self.texts(&limit.not_counted);
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
