//! What programs that visit a site look for: its pages (sitemap.xml), what they may read (robots.txt), whom to write to about a
//! fault (.well-known/security.txt, RFC 9116).

use chrono::Months;
use quick_xml::escape::escape;

use crate::model::site::UNDATED;
use crate::plan::{Output, SITEMAP_LIMIT, pages};
use crate::render::desk::Desk;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMES: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// Every page by its full address, or every part of the list where it would be too long. Only for a site that has an address.
pub fn sitemap(desk: &Desk<'_>) -> Vec<u8> {
    let parts = desk.plan.outputs.iter().filter(|output| matches!(output, Output::SitemapPart(_)));
    let parts: String = parts
        .filter_map(|part| desk.address(*part))
        .map(|address| format!("<sitemap><loc>{}</loc></sitemap>\n", escape(&address)))
        .collect();
    if parts.is_empty() {
        return sitemap_part(desk, 0);
    }
    format!("{HEAD}<sitemapindex {NAMES}>\n{parts}</sitemapindex>\n").into_bytes()
}

/// One part of the list of pages.
pub fn sitemap_part(desk: &Desk<'_>, part: usize) -> Vec<u8> {
    let mut out = format!("{HEAD}<urlset {NAMES}>\n");
    for output in pages(&desk.plan.outputs).skip(part * SITEMAP_LIMIT).take(SITEMAP_LIMIT) {
        // What has no day of its own says none: a day that is always the latest is soon believed no more.
        let dated = match output {
            Output::Notice(at) => desk.site.notices.get(at).map(|notice| notice.date),
            Output::RosterMonth(id) => desk.site.roster(id).announced(),
            Output::NoticeIndex => desk.site.notices.first().map(|notice| notice.date),
            Output::Home => Some(desk.site.edition).filter(|day| *day != UNDATED),
            _ => None,
        };
        let Some(address) = desk.address(output) else { continue };
        let dated = dated.map_or(String::new(), |day| format!("<lastmod>{day}</lastmod>"));
        out += &format!("<url><loc>{}</loc>{dated}</url>\n", escape(&address));
    }
    out += "</urlset>\n";
    out.into_bytes()
}

/// Everything may be read; nothing here is for some and not for others.
pub fn robots(desk: &Desk<'_>) -> Vec<u8> {
    let sitemap = desk.address(Output::Sitemap).map_or(String::new(), |address| format!("\nSitemap: {address}\n"));
    format!("User-agent: *\nDisallow:\n{sitemap}").into_bytes()
}

/// Whom to tell of a fault in the site. It expires a year after the edition: a site that nobody renews promises no answer.
pub fn security(desk: &Desk<'_>, contact: &str) -> Vec<u8> {
    let expires = desk.site.edition.checked_add_months(Months::new(12)).unwrap_or(desk.site.edition);
    let mut out = format!("Contact: {contact}\n");
    out += "# One year after the last announcement on this site.\n";
    out += &format!("Expires: {expires}T00:00:00Z\n");
    out += &format!("Preferred-Languages: {}\n", desk.site.settings.language.tag());
    // Only a secure address may stand here.
    if let Some(address) = desk.address(Output::SecurityTxt).filter(|address| address.starts_with("https://")) {
        out += &format!("Canonical: {address}\n");
    }
    out.into_bytes()
}
