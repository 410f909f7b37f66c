//! Turns a theme's templates into a template engine, and views into bytes.

use std::collections::BTreeMap;
use std::io;

use super::shared::while_drawing;
use super::view::View;
use super::view::regulation::Drawn;
use super::view::site::SiteView;
use crate::render::words::strings::Strings;
use crate::render::{Error, ReadFile, text};

/// The templates of a theme. A site may replace each by its own.
pub const TEMPLATES: &[&str] = &[
    "layout.html",
    "parts/days.html",
    "parts/desks.html",
    "parts/finder.html",
    "parts/table.html",
    "parts/rosters.html",
    "parts/regulations.html",
    "parts/cited.html",
    "parts/prints.html",
    "parts/force.html",
    "parts/notices.html",
    "parts/alternate.html",
    "parts/take.html",
    "parts/chart.html",
    "parts/procedures.html",
    "parts/record.html",
    "home.html",
    "roster.html",
    "change.html",
    "code.html",
    "comparison.html",
    "posters.html",
    "forms.html",
    "unit.html",
    "leader.html",
    "notices.html",
    "document.html",
    "regulation.html",
    "regulations.html",
    "procedure.html",
    "procedures.html",
    "releases.html",
    "past-code.html",
    "gone.html",
    "404.html",
];

/// Builds the engine: templates, the words as `t`, what all pages share as `site`.
pub(super) fn build(strings: &Strings, site: &SiteView<'_>, read: &ReadFile<'_>) -> Result<tera::Tera, Error> {
    let mut sources = Vec::with_capacity(TEMPLATES.len());
    for name in TEMPLATES {
        sources.push((*name, text(read, &format!("templates/{name}"))?));
    }
    let mut engine = tera::Tera::new();
    engine.set_escape_fn(escape);
    let words: BTreeMap<&str, &str> = strings.iter().map(|(name, phrase)| (name, phrase.text())).collect();
    engine.global_context().insert("t", &words);
    engine.global_context().insert("site", site);
    engine.add_raw_templates(sources)?;
    Ok(engine)
}

/// Draws a view with its template.
pub(super) fn draw(engine: &tera::Tera, view: &View<'_>) -> Result<Vec<u8>, Error> {
    let context = while_drawing(|| tera::Context::from_serialize(view))?;
    let mut page = Vec::with_capacity(16 * 1024);
    engine.render_to(template(view), &context, &mut page)?;
    match view {
        View::Regulation(view) => Ok(with_text(page, &view.regulation.html)),
        _ => Ok(page),
    }
}

/// Puts a regulation's text into its page: it is too long to pass through the engine.
fn with_text(page: Vec<u8>, text: &Drawn<'_>) -> Vec<u8> {
    let mark = Drawn::MARK.as_bytes();
    let Some(at) = memchr::memmem::find(&page, mark) else { return page };
    let html = text.html();
    let mut whole = Vec::with_capacity(page.len() + html.len());
    whole.extend_from_slice(&page[..at]);
    whole.extend_from_slice(html.as_bytes());
    whole.extend_from_slice(&page[at + mark.len()..]);
    whole
}

fn template(view: &View<'_>) -> &'static str {
    match view {
        View::Home(_) => "home.html",
        View::Roster(_) => "roster.html",
        View::Change(_) => "change.html",
        View::Code(_) => "code.html",
        View::Posters(_) => "posters.html",
        View::Forms(_) => "forms.html",
        View::Unit(_) => "unit.html",
        View::Leader(_) => "leader.html",
        View::Notices(_) => "notices.html",
        View::Document(_) => "document.html",
        View::Comparison(_) => "comparison.html",
        View::Regulation(_) => "regulation.html",
        View::Regulations(_) => "regulations.html",
        View::Procedure(_) => "procedure.html",
        View::Procedures(_) => "procedures.html",
        View::Releases(_) => "releases.html",
        View::PastCode(_) => "past-code.html",
        View::Gone(_) => "gone.html",
        View::NotFound(_) => "404.html",
    }
}

/// Escapes what means something in HTML. Writes runs of ordinary text at once; the engine's own escaping writes byte by
/// byte, which took a third of the time of a page.
fn escape(input: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let mut written = 0;
    for (at, byte) in input.bytes().enumerate() {
        let entity: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&input.as_bytes()[written..at])?;
        out.write_all(entity)?;
        written = at + 1;
    }
    out.write_all(&input.as_bytes()[written..])
}
