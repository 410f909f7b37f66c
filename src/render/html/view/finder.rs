//! Many units as a list in which a visitor finds the own one.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Scope;
use super::session::NamedLink;
use crate::model::unit::UnitId;
use crate::plan::Output;
use crate::render::words::units;

/// From so many units on a list of them helps.
pub const MANY: usize = 5;

/// From so many units below a unit on, they are a list to find one in.
pub const FIND: usize = 12;

/// A list of units.
#[derive(Debug, Serialize)]
pub struct FinderView<'a> {
    /// 找您所在的村.
    pub label: String,
    /// Each with the way to its dates.
    pub units: Vec<NamedLink<'a>>,
}

/// Builds it; `href` leads to what is said of a unit.
pub fn finder<'a>(
    scope: &Scope<'a>,
    units: impl IntoIterator<Item = UnitId>,
    href: impl Fn(UnitId) -> String,
) -> FinderView<'a> {
    let units: BTreeSet<UnitId> = units.into_iter().collect();
    FinderView {
        label: find_label(scope, &units),
        units: units.into_iter().map(|id| NamedLink { name: &scope.site.unit(id).name, href: href(id) }).collect(),
    }
}

/// The way to a unit's own page.
pub fn own_page(scope: &Scope<'_>, unit: UnitId) -> String {
    scope.href(Output::Unit(unit))
}

/// 找您所在的村.
pub fn find_label(scope: &Scope<'_>, units: &BTreeSet<UnitId>) -> String {
    scope.words.find_unit.fill(&[("kind", units::kind(scope.site, scope.words, units))])
}
