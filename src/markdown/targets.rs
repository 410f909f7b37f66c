//! Turns the addresses of links and images into addresses in the finished site, or refuses them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType};

use super::address::{self, Address, Refused};
use super::refusal::clip;
use super::write::{Writer, push_escaped};
use super::{Resolved, slug};
use crate::diag::code::links as code;
use crate::diag::{Code, Phrase};

impl Writer<'_, '_> {
    /// The address for a link, or `None` with a diagnostic.
    pub(super) fn link(&mut self, kind: LinkType, typed: &str, range: &Range<usize>) -> Option<String> {
        let range = &address_range(self.place.body, range);
        if kind == LinkType::Email {
            let whole = format!("mailto:{typed}");
            return match address::sort(&whole) {
                Ok(Address::Elsewhere(to)) => Some(escaped_address(to)),
                _ => self.refuse(&code::BAD_ADDRESS, range).finish("address", clip(typed)),
            };
        }
        match address::sort(typed) {
            Ok(Address::Elsewhere(url)) => Some(escaped_address(url)),
            Ok(Address::Here(fragment)) => self.heading_link(fragment, range),
            Ok(Address::Inside(path, fragment)) => {
                let mut href = self.resolve(&code::MISSING_TARGET, &path, range)?;
                if let Some(fragment) = fragment {
                    // Words are the words of a heading; a plain name is taken as it is.
                    let name = if fragment.is_ascii() { address::decode(fragment) } else { slug(fragment).into() };
                    href.push('#');
                    address::push_escaped(&mut href, &name);
                }
                Some(href)
            }
            Err(refused) => self.refused(refused, typed, range),
        }
    }

    fn refused(&mut self, refused: Refused<'_>, typed: &str, range: &Range<usize>) -> Option<String> {
        match refused {
            Refused::Scheme(scheme) => self.refuse(&code::BAD_SCHEME, range).finish("scheme", clip(scheme)),
            Refused::Rooted => self.refuse(&code::ROOTED_ADDRESS, range).finish("address", clip(typed)),
            Refused::Malformed => self.refuse(&code::BAD_ADDRESS, range).finish("address", clip(typed)),
        }
    }

    fn heading_link(&mut self, typed: &str, range: &Range<usize>) -> Option<String> {
        let fragment = address::decode(typed);
        let wanted = slug(&fragment);
        if self.links.has(&fragment) {
            return Some(format!("#{}", escaped_address(&fragment)));
        }
        if self.names.is_empty() {
            self.names = self.headings.iter().map(|heading| heading.id.as_str()).filter(|id| !id.is_empty()).collect();
        }
        if let Some(id) = self.names.get(fragment.as_ref()).or_else(|| self.names.get(wanted.as_str())) {
            let mut href = String::from("#");
            address::push_escaped(&mut href, id);
            return Some(href);
        }
        // Comparing costs; who has written a hundred headings finds the right one by search.
        let near = |name: &&&str| (strsim::normalized_levenshtein(name, &wanted) * 1000.0) as u32;
        let best = self.names.iter().take(100).max_by_key(near).filter(|name| near(name) >= 400);
        let hint = did_you_mean(best.map(|name| format!("#{name}")));
        self.refuse(&code::MISSING_HEADING, range).with("hint", hint).finish("name", clip(&fragment))
    }

    fn resolve(&mut self, missing: &'static Code, path: &str, range: &Range<usize>) -> Option<String> {
        match self.links.resolve(path) {
            Resolved::Href(href) => {
                self.done.targets.insert(path.to_owned());
                let mut out = String::with_capacity(href.len());
                address::push_escaped(&mut out, &href);
                Some(out)
            }
            Resolved::Attachment => self.refuse(&code::ATTACHMENT, range).finish("address", clip(path)),
            Resolved::Missing(hint) => {
                self.refuse(missing, range).with("hint", did_you_mean(hint)).finish("address", clip(path))
            }
        }
    }

    /// Writes an image with all that lies in it; returns the index after its end.
    pub(super) fn image(&mut self, at: usize, typed: &str, range: &Range<usize>) -> usize {
        let mut alt = String::new();
        let mut depth = 0;
        let mut next = at;
        while let Some((event, _)) = self.events.get(next) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                Event::InlineHtml(html) => {
                    self.refuse(&code::RAW_HTML, range).finish("html", clip(html));
                }
                _ => {}
            }
            next += 1;
            if depth == 0 {
                break;
            }
        }
        let alt = alt.trim();
        if alt.is_empty() {
            self.refuse(&code::NO_ALT, range).done();
        }
        self.shown += 1;
        self.last = None;
        self.fresh = false;
        let place = address_range(self.place.body, range);
        let src = match address::sort(typed) {
            Ok(Address::Inside(path, _)) if is_picture(&path) => self.resolve(&code::MISSING_IMAGE, &path, &place),
            Ok(Address::Inside(path, _)) => self.refuse(&code::IMAGE_FORMAT, &place).finish("address", clip(&path)),
            Ok(Address::Elsewhere(_) | Address::Here(_)) => {
                self.refuse(&code::IMAGE_ELSEWHERE, &place).finish("address", clip(typed))
            }
            Err(refused) => self.refused(refused, typed, &place),
        };
        if let Some(src) = src {
            self.out.push_str(&format!("<img src=\"{src}\" alt=\""));
            push_escaped(&mut self.out, alt);
            self.out.push_str("\">");
        }
        next
    }
}

fn did_you_mean(name: Option<String>) -> Phrase {
    match name {
        Some(name) => Phrase::new(format!("，是不是“{name}”？"), format!("; did you mean \"{name}\"?")),
        None => Phrase::from(""),
    }
}

/// The address inside `[words](address)`; the whole link where it stands elsewhere.
fn address_range(body: &str, range: &Range<usize>) -> Range<usize> {
    let typed = body.get(range.clone()).unwrap_or("");
    match typed.rfind("](").filter(|_| typed.ends_with(')')) {
        Some(at) if at + 2 < typed.len() - 1 => range.start + at + 2..range.end - 1,
        _ => range.clone(),
    }
}

/// Pictures that every browser shows and that run nothing when shown as an image.
fn is_picture(path: &str) -> bool {
    let kind = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    path.contains('.') && matches!(kind.as_str(), "png" | "jpg" | "jpeg" | "webp")
}

fn escaped_address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    address::push_escaped(&mut out, url);
    out
}
