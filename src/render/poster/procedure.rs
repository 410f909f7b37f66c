//! Turns a procedure into the words of its notices: the chart, the leaflet, and the panels that hang side by side.

use std::collections::BTreeSet;

use super::data::{Block, Form, LimitRow, PosterData};
use super::desk::{Desk, Own};
use super::{chart_rows, notice, unit};
use crate::model::procedure::{Act, Actor, Late, Length, Limit, LimitKind, Procedure, Step, TimeLimit};
use crate::model::unit::UnitId;
use crate::plan::Subject;
use crate::plan::posters::reception;
use crate::render::words::limits;
use crate::render::words::steps::who;
use crate::render::words::strings::Phrase;

/// A procedure with the words for its notices.
#[derive(Clone, Copy)]
pub(super) struct Guide<'a> {
    desk: Desk<'a>,
    procedure: &'a Procedure,
}

impl<'a> Guide<'a> {
    pub(super) fn new(desk: Desk<'a>, procedure: &'a Procedure) -> Self {
        Self { desk, procedure }
    }

    /// 流程图.
    pub(super) fn flow(self, subject: Subject) -> PosterData {
        let words = self.desk.words;
        let title = words.poster_flow_title.fill(&[("title", &self.procedure.title)]);
        let mut data = self.blank(Form::Flow, subject, &title);
        data.period = self.applies();
        data.chart = chart_rows::rows(self.procedure, words);
        data.come = self.late(&words.poster_late_step);
        data
    }

    /// 明白纸.
    pub(super) fn leaflet(self, subject: Subject) -> PosterData {
        let words = self.desk.words;
        let title = words.poster_leaflet_title.fill(&[("title", &self.procedure.title)]);
        let mut data = self.blank(Form::Text, subject, &title);
        data.period = self.applies();
        data.facts = unit::facts(self.desk);
        let block = |heading: &str, items: Vec<String>| Block { heading: heading.to_owned(), items };
        let ways: Vec<String> = self.steps().flat_map(|(_, step)| self.ways(step)).collect();
        let elsewhere = self.elsewhere();
        let sections = [
            block(words.poster_yours.text(), self.steps().filter_map(|(at, step)| self.yours(at, step)).collect()),
            block(
                words.poster_ours.text(),
                self.steps()
                    .filter(|(at, _)| !elsewhere.contains(at))
                    .filter_map(|(_, step)| self.ours(step))
                    .collect(),
            ),
            block(words.poster_ways.text(), ways),
            self.late(&words.poster_late_name),
            self.rights(),
            self.notes(),
        ];
        data.sections = sections.into_iter().filter(|block| !block.items.is_empty()).collect();
        data
    }

    /// 展板: rights, procedure, limits, reception days, contacts; what there is nothing to say of is left out.
    pub(super) fn panels(self, subject: Subject, unit: UnitId) -> Vec<PosterData> {
        let (site, words) = (self.desk.site, self.desk.words);
        let mut rights = self.blank(Form::Text, subject, words.poster_rights_title.text());
        rights.sections = [self.rights(), self.notes()].into_iter().filter(|block| !block.items.is_empty()).collect();
        let mut flow = self.flow(subject);
        flow.come = Block::default();
        let mut limits = self.blank(Form::Limits, subject, words.poster_limits_title.text());
        limits.limits = self.steps().filter_map(|(at, step)| self.limit(at, step)).collect();
        limits.come = self.late(&words.poster_late_step);
        // Where the places are stands on the panel beside it.
        let days = reception(site, unit).map(|id| PosterData {
            addresses: Block::default(),
            elsewhere: Block::default(),
            ..notice::month(self.desk, id, Some(site.edition))
        });
        // The days of a panel that hangs for years would soon be over.
        let mut guide = super::unit::guide(self.desk, unit);
        guide.sections.retain(|block| block.heading != words.poster_unit_next.text());
        let rights = (!rights.sections.is_empty()).then_some(rights);
        let limits = (!limits.limits.is_empty()).then_some(limits);
        rights.into_iter().chain([flow]).chain(limits).chain(days).chain([guide]).collect()
    }

    fn blank(self, form: Form, subject: Subject, title: &str) -> PosterData {
        let Self { desk, procedure } = self;
        let issuer = procedure.issued_by.as_ref().unwrap_or(&desk.unit.name);
        let mut data = desk.blank(form, subject, issuer, title);
        if let Some(code) = &mut data.qr {
            desk.words.poster_qr_page.text().clone_into(&mut code.caption);
        }
        let own = Own { complaints: procedure.complaints_phone.as_ref(), number: procedure.number.as_ref() };
        data.small_print = desk.small_print(&own, None, &data.code);
        if let Some(day) = procedure.issued_on {
            data.signed_on = desk.words.full_day_plain(day);
            data.edition = day;
        }
        data
    }

    fn steps(self) -> impl Iterator<Item = (usize, &'a Step)> {
        self.procedure.steps.iter().enumerate()
    }

    /// For whom or what it holds.
    fn applies(self) -> String {
        let words = self.desk.words;
        match self.procedure.applies_to.as_slice() {
            [] => String::new(),
            all => words.poster_applies.fill(&[("whom", &all.join(words.enumeration.text()))]),
        }
    }

    fn notes(self) -> Block {
        Block { heading: self.desk.words.poster_notes.text().to_owned(), items: self.procedure.notes.clone() }
    }

    fn rights(self) -> Block {
        Block { heading: self.desk.words.poster_rights.text().to_owned(), items: self.procedure.rights.clone() }
    }

    /// Whom to ask when it is late: each once, with the steps it is for, named so.
    fn late(self, named: &Phrase) -> Block {
        let words = self.desk.words;
        let mut all: Vec<(&str, Option<&str>, Vec<String>)> = Vec::new();
        for (at, step) in self.steps() {
            let Some(Late::Ask { whom, phone }) = &step.late else { continue };
            let step = named.fill(&[("n", &(at + 1).to_string()), ("name", step.short())]);
            match all.iter_mut().find(|(who, number, _)| who == whom && *number == phone.as_deref()) {
                Some((_, _, steps)) => steps.push(step),
                None => all.push((whom, phone.as_deref(), vec![step])),
            }
        }
        let item = |(whom, phone, steps): (&str, Option<&str>, Vec<String>)| {
            let ask =
                phone.map_or(whom.to_owned(), |phone| words.poster_late_ask.fill(&[("whom", whom), ("phone", phone)]));
            words.poster_elsewhere_item.fill(&[("matter", &steps.join(words.enumeration.text())), ("go", &ask)])
        };
        Block { heading: words.poster_late.text().to_owned(), items: all.into_iter().map(item).collect() }
    }

    /// What the citizen does and in which case, within what time, and what it means not to.
    fn yours(self, at: usize, step: &Step) -> Option<String> {
        let words = self.desk.words;
        let Act::Step { actor: Actor::You, limit } = &step.act else { return None };
        let does = match self.case(at) {
            Some(case) => words.poster_in_case.fill(&[("case", case), ("does", &step.does)]),
            None => step.does.clone(),
        };
        let mut said = vec![does];
        if let Limit::Within(limit) = limit {
            said.push(self.desk.sentence(self.time(limit)));
        }
        if let Some(Late::Consequence(means)) = &step.late {
            said.push(self.desk.sentence(words.poster_too_late.fill(&[("means", means)])));
        }
        Some(self.named(step, &said.join(words.sentence_joint())))
    }

    /// What an office does within what time, and what the citizen receives.
    fn ours(self, step: &Step) -> Option<String> {
        let words = self.desk.words;
        let Act::Step { actor: Actor::Office(office), limit } = &step.act else { return None };
        let time = match limit {
            Limit::Within(limit) => self.time(limit),
            Limit::Unstated(_) => words.limit_unstated_long.text().to_owned(),
            Limit::Elsewhere(_) => words.limit_elsewhere_long.text().to_owned(),
        };
        let mut said = vec![self.desk.sentence(format!("{office}{}{time}", words.comma.text()))];
        if !step.you_get.is_empty() {
            let things = step.you_get.join(words.enumeration.text());
            said.push(self.desk.sentence(words.poster_get.fill(&[("things", &things)])));
        }
        Some(self.named(step, &said.join(words.sentence_joint())))
    }

    /// The ways that leave a parting and end at their first step, where the matter goes on elsewhere.
    fn ways(self, step: &Step) -> Vec<String> {
        let words = self.desk.words;
        let steps = &self.procedure.steps;
        let ways = step.next.iter().filter(|way| steps[way.to].next.is_empty());
        // Where all of them end, or one, the procedure is over there; it does not go elsewhere.
        let some = (2..step.next.len()).contains(&ways.clone().count());
        let told = ways.filter(|_| some).filter_map(|way| {
            let to = &steps[way.to];
            let go = match &to.act {
                Act::Step { actor: Actor::Office(office), .. } => {
                    words.poster_way.fill(&[("office", office), ("name", to.short())])
                }
                _ => to.short().to_owned(),
            };
            Some(words.poster_elsewhere_item.fill(&[("matter", way.condition.as_deref()?), ("go", &go)]))
        });
        told.collect()
    }

    /// The steps that [`Guide::ways`] tells of.
    fn elsewhere(self) -> BTreeSet<usize> {
        let told = self.steps().filter(|(_, step)| !self.ways(step).is_empty());
        let to = told.flat_map(|(_, step)| step.next.iter().map(|way| way.to));
        to.filter(|to| self.procedure.steps[*to].next.is_empty()).collect()
    }

    /// The case in which a step is come to: that of the way to it, or of the way to the only step before it.
    fn case(self, at: usize) -> Option<&'a str> {
        let mut at = at;
        for _ in 0..self.procedure.steps.len() {
            let ways = self.procedure.steps.iter().enumerate();
            let mut ways = ways.flat_map(|(from, step)| step.next.iter().map(move |way| (from, way)));
            let mut to = ways.by_ref().filter(|(_, way)| way.to == at);
            let (from, way) = to.next()?;
            if to.next().is_some() {
                return None;
            }
            if let Some(condition) = &way.condition {
                return Some(condition);
            }
            at = from;
        }
        None
    }

    fn named(self, step: &Step, said: &str) -> String {
        match &step.name {
            Some(name) => self.desk.words.poster_elsewhere_item.fill(&[("matter", name), ("go", said)]),
            None => said.to_owned(),
        }
    }

    /// 自受理之日起60日内，最多再延长30日.
    fn time(self, limit: &TimeLimit) -> String {
        let words = self.desk.words;
        let length = limits::length(limit.length, words);
        let first = match (&limit.from, limit.length) {
            // One is done on the spot, and not within it.
            (_, Length::OnTheSpot | Length::NextDay) => length,
            (Some(from), _) => words.poster_within_from.fill(&[("from", from), ("length", &length)]),
            (None, _) => words.poster_within.fill(&[("length", &length)]),
        };
        let more = limit.extension.as_ref();
        let more = more.map(|more| words.poster_extended.fill(&[("length", &limits::length(more.at_most, words))]));
        let promise = (limit.kind == LimitKind::LocalPromise).then(|| words.limit_promise.text().to_owned());
        std::iter::once(first).chain(more).chain(promise).collect::<Vec<_>>().join(words.comma.text())
    }

    fn limit(self, at: usize, step: &Step) -> Option<LimitRow> {
        let words = self.desk.words;
        let (_, who) = who(step, words);
        let number = (at + 1).to_string();
        let mut row = LimitRow {
            step: words.procedure_step_name.fill(&[("n", &number), ("name", step.short())]),
            who: who.to_owned(),
            you: matches!(step.act, Act::Step { actor: Actor::You, .. }),
            ..LimitRow::default()
        };
        match step.limit()? {
            Limit::Unstated(basis) => {
                row.length = words.limit_unstated.text().to_owned();
                row.basis = basis.as_ref().map(|basis| basis.0.clone()).unwrap_or_default();
            }
            Limit::Elsewhere(basis) => {
                row.length = words.limit_elsewhere.text().to_owned();
                row.basis = basis.as_ref().map(|basis| basis.0.clone()).unwrap_or_default();
            }
            Limit::Within(limit) => {
                row.length = limits::length(limit.length, words);
                let calendar = matches!(limit.length, Length::Days(_)).then(|| words.poster_calendar_days.text());
                let kind = std::iter::once(limits::kind(limit.kind, words)).chain(calendar);
                row.kind = kind.collect::<Vec<_>>().join(words.comma.text());
                row.promise = limit.kind == LimitKind::LocalPromise;
                row.from = limit.from.clone().unwrap_or_default();
                row.basis = limit.basis.as_ref().map(|basis| basis.0.clone()).unwrap_or_default();
                row.more = self.more(limit);
            }
        }
        if let Some(Late::Consequence(means)) = &step.late {
            row.more.push(words.poster_too_late.fill(&[("means", means)]));
        }
        Some(row)
    }

    /// How far it can be extended, and what is not counted.
    fn more(self, limit: &TimeLimit) -> Vec<String> {
        let words = self.desk.words;
        let extension = limit.extension.iter().map(|extension| {
            let most = words.limit_extended.fill(&[("length", &limits::length(extension.at_most, words))]);
            let parts = [Some(most), extension.condition.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(words.comma.text())
        });
        let left_out = (!limit.not_counted.is_empty())
            .then(|| words.poster_not_counted.fill(&[("what", &limit.not_counted.join(words.enumeration.text()))]));
        extension.chain(left_out).collect()
    }
}
