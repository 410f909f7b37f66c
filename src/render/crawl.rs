//! What programs that visit a site look for: its pages (sitemap.xml), what they may read (robots.txt), whom to write to about a
//! fault (.well-known/security.txt, RFC 9116).

use chrono::{Months, NaiveDate};
use quick_xml::escape::escape;

use crate::plan::Output;
use crate::render::desk::Desk;

/// Every page by its full address. Only for a site that has one.
pub fn sitemap(desk: &Desk<'_>) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for output in &desk.plan.outputs {
        let dated = match output {
            Output::Notice(at) => desk.site.notices.get(*at).map(|notice| notice.date),
            Output::Home | Output::Unit(_) | Output::RosterMonth(_) | Output::NoticeIndex => Some(desk.site.edition),
            Output::Leader(_) | Output::Page(_) => None,
            _ => continue,
        };
        let Some(address) = desk.address(*output) else { continue };
        let dated = dated.map_or(String::new(), |day: NaiveDate| format!("<lastmod>{day}</lastmod>"));
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
    let mut out = format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\n");
    out += &format!("Preferred-Languages: {}\n", desk.site.settings.language.tag());
    if let Some(address) = desk.address(Output::SecurityTxt) {
        out += &format!("Canonical: {address}\n");
    }
    out.into_bytes()
}
