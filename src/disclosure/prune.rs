//! Turns a pattern into one that hides less: what the hidden cells can do without is shown again.

use std::collections::BTreeSet;

use super::search::Search;

/// How much a prune may ask of the solver: questions times the square of the hidden classes, as a question costs so much.
/// A count, never a time: same input, same pattern.
const EFFORT: usize = 40_000_000;

impl Search<'_> {
    /// Shows each bundle again that was hidden for others' sake, if every hidden cell still has its witnesses.
    ///
    /// Large cells first. Witnesses are sought among hidden cells only, so a round can only show more.
    pub(super) fn prune(&mut self) {
        let mut bundles: Vec<usize> =
            (0..self.bundles.classes.len()).filter(|bundle| !self.bundles.forced[*bundle]).collect();
        let weight = |bundle: &usize| -> f64 {
            self.bundles.cells(self.network, *bundle).iter().map(|cell| self.weights[*cell]).sum()
        };
        bundles.sort_by(|one, other| weight(other).total_cmp(&weight(one)).then(one.cmp(other)));
        let classes = (0..self.network.classes.len()).filter(|class| self.is_hidden(self.bundles.of[*class])).count();
        let mut questions = EFFORT / classes.pow(2).max(1);
        for bundle in bundles {
            if self.is_hidden(bundle) {
                self.try_showing(bundle, &mut questions);
            }
        }
    }

    /// Shows a bundle, and what is hidden for its sake only, if the rest can do without; else all is as before.
    fn try_showing(&mut self, bundle: usize, questions: &mut usize) {
        let Some(mut shown) = self.falls_with(bundle) else { return };
        let length = self.ranges.witnesses.len();
        let mut gone = Vec::new();
        let mut open = Vec::new();
        let mut done = 0;
        let possible = loop {
            while let Some(bundle) = shown.get(done) {
                let (lost, poorer) = self.show(*bundle);
                gone.extend(lost.into_iter().filter(|witness| *witness < length));
                open.extend(poorer);
                done += 1;
            }
            let Some(cell) = open.pop() else { break true };
            if !self.hidden[cell] || self.is_met(cell) {
                continue;
            }
            if *questions == 0 {
                break false;
            }
            *questions -= 1;
            if self.serve(cell, false) {
                continue;
            }
            // The cell itself may be hidden for others' sake: then it is shown too.
            let falls = self.network.place[cell].and_then(|(class, _)| self.falls_with(self.bundles.of[class]));
            match falls {
                Some(falls) => shown.extend(falls),
                None => break false,
            }
        };
        if !possible {
            self.ranges.restore(&gone, length);
            for bundle in &shown {
                self.hide(*bundle);
            }
        }
    }

    /// The hidden bundles that cannot stay hidden without this one, itself first; none if one of them has to be hidden.
    ///
    /// A class that is the only hidden one of an equality is no secret.
    fn falls_with(&self, bundle: usize) -> Option<Vec<usize>> {
        let mut falls = vec![bundle];
        let mut known = BTreeSet::from([bundle]);
        let mut at = 0;
        while let Some(bundle) = falls.get(at) {
            at += 1;
            if self.bundles.forced[*bundle] {
                return None;
            }
            let ties = self.network.around(self.bundles.classes[*bundle].iter().copied());
            for tie in ties.into_iter().map(|tie| &self.network.ties[tie]).filter(|tie| tie.slack.is_none()) {
                let bundles = tie.terms.iter().map(|(_, class)| self.bundles.of[*class]);
                let mut left = bundles.filter(|other| self.is_hidden(*other) && !known.contains(other));
                if let (Some(last), None) = (left.next(), left.next()) {
                    known.insert(last);
                    falls.push(last);
                }
            }
        }
        Some(falls)
    }
}
