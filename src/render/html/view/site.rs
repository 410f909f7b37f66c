//! What all pages share: the site's name, its navigation and its footer. Built once.

use serde::Serialize;

use super::roster::{PhoneLine, date_words, phone_line, plain_phone};
use super::{Scope, roster::DateWords};
use crate::model::site::UNDATED;
use crate::model::unit::UnitId;
use crate::plan::{Output, posters};

/// What all pages share. Addresses are from the site's root; templates put `page.up` before them.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct SiteView<'a> {
    pub name: &'a str,
    /// BCP 47 tag.
    pub language: &'static str,
    /// IANA time zone, for scripts.
    pub timezone: &'a str,
    pub code: &'a str,
    pub nav: Vec<NavItem<'a>>,
    /// The root's plain pages, and the notices to print.
    pub pages: Vec<NavItem<'a>>,
    pub publisher: Option<&'a str>,
    /// Licence number of the internet registry.
    pub icp: Option<&'a str>,
    /// Public security registration.
    pub police_record: Option<&'a str>,
    /// Identifier of a government site.
    pub site_id: Option<&'a str>,
    pub address: Option<&'a str>,
    pub phones: Vec<PhoneLine<'a>>,
    pub complaints: Option<PhoneLine<'a>>,
    pub edition: Option<DateWords>,
    /// Address of the feed.
    pub feed: Option<&'static str>,
}

/// A place in the navigation.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct NavItem<'a> {
    pub label: &'a str,
    /// Address from the site's root.
    pub path: String,
}

/// Builds what all pages share.
pub fn site<'a>(scope: &Scope<'a>) -> SiteView<'a> {
    let (site, words) = (scope.site, scope.words);
    let (root, settings) = (site.root(), &site.settings);
    let item = |label: &'a str, to: Output| NavItem { label, path: scope.plan.routes.href(Output::Home, to) };
    let mut nav = vec![item(words.crumb_home.text(), Output::Home)];
    nav.push(item(words.nav_units.text(), Output::Unit(UnitId(0))));
    if !site.notices.is_empty() {
        nav.push(item(words.nav_notices.text(), Output::NoticeIndex));
    }
    if !site.regulations.is_empty() {
        nav.push(item(words.nav_regulations.text(), Output::RegulationIndex));
    }
    if !site.procedures.is_empty() {
        nav.push(item(words.procedures.text(), Output::ProcedureIndex));
    }
    let pages = scope.plan.links.pages_of(UnitId(0)).iter();
    let pages = pages.map(|index| item(&site.pages[*index].title, Output::Page(*index)));
    let to_print = (!posters::pieces(site).is_empty()).then(|| item(words.posters_title.text(), Output::PosterIndex));
    let releases = (!site.past.is_empty()).then(|| item(words.releases_title.text(), Output::ReleaseIndex));
    let pages = pages.chain(to_print).chain(releases).collect();
    SiteView {
        name: &root.name,
        language: settings.language.tag(),
        timezone: &settings.timezone,
        code: &settings.code,
        nav,
        pages,
        publisher: settings.publisher.as_deref(),
        icp: settings.identifiers.icp.as_deref(),
        police_record: settings.identifiers.police_record.as_deref(),
        site_id: settings.identifiers.site_id.as_deref(),
        address: root.address.as_deref(),
        phones: root.phones.iter().map(phone_line).collect(),
        complaints: settings.complaints_phone.as_deref().map(plain_phone),
        edition: (site.edition != UNDATED).then(|| date_words(scope, site.edition)),
        feed: scope.plan.outputs.contains(&Output::Feed).then_some("feed.xml"),
    }
}
