//! Turns a site into what may appear on it although it looks personal: its officials, its own addresses and mailboxes,
//! numbers published with consent, and what `site.yaml` lets through after review.

use std::collections::BTreeSet;

use super::Kind;
use crate::model::site::Settings;
use crate::model::unit::Unit;

/// What is no fault where it is found.
#[derive(Debug, Clone, Default)]
pub struct Allowed {
    /// The names of officials.
    people: BTreeSet<String>,
    /// The addresses of offices and places, in [`signs`].
    addresses: Vec<String>,
    /// Numbers that officials agreed to publish, in [`signs`].
    numbers: BTreeSet<String>,
    /// Whose mailboxes are the office's own: the host of the site's address.
    host: Option<String>,
    /// The entries of `site.yaml`, in [`signs`].
    entries: Vec<String>,
}

impl Allowed {
    /// What a site's units and settings let through. `units` need their people only.
    pub fn new(units: &[Unit], settings: &Settings) -> Self {
        let people = units.iter().flat_map(|unit| &unit.people);
        let places = units.iter().flat_map(|unit| &unit.places).filter_map(|place| place.address.as_ref());
        let addresses = units.iter().filter_map(|unit| unit.address.as_ref()).chain(places);
        let host = settings.url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        let host = host.and_then(|rest| rest.split(['/', ':']).next());
        Self {
            people: people.clone().map(|person| person.name.clone()).collect(),
            addresses: addresses.map(|address| signs(address)).collect(),
            numbers: people.filter_map(|person| person.public_phone.as_deref()).map(number).collect(),
            host: host.map(|host| host.trim_start_matches("www.").to_ascii_lowercase()),
            entries: settings.may_be_public.iter().map(|entry| signs(entry)).collect(),
        }
    }

    /// Whether something found is the office's own and may stand anywhere.
    pub fn is_own(&self, kind: Kind, found: &str) -> bool {
        match kind {
            Kind::Person => self.people.contains(found),
            Kind::Home => {
                let found = signs(found);
                self.addresses.iter().any(|own| own.contains(&found) || found.contains(own.as_str()))
            }
            Kind::Mailbox => {
                let domain = found.rsplit(['@', '＠']).next().unwrap_or("").trim().to_ascii_lowercase();
                let below = |host: &String| {
                    domain == *host || domain.strip_suffix(host.as_str()).is_some_and(|left| left.ends_with('.'))
                };
                self.host.as_ref().is_some_and(below)
            }
            _ => false,
        }
    }

    /// Whether it is a number whose holder agreed to publish it: it may stand where they wrote it, and on pages made of that.
    pub fn is_consented(&self, kind: Kind, found: &str) -> bool {
        kind == Kind::Mobile && self.numbers.contains(&number(found))
    }

    /// The entry of `site.yaml` that lets something through, counted from 0. Numbers must be the entry, words may be part of it.
    pub fn entry(&self, kind: Kind, found: &str) -> Option<usize> {
        if !kind.can_be_allowed() {
            return None;
        }
        let found = if kind == Kind::Mobile { number(found) } else { signs(found) };
        let fits = |entry: &String| match kind {
            Kind::Mobile => number(entry) == found,
            kind if kind.is_of_words() => entry.contains(&found),
            _ => *entry == found,
        };
        self.entries.iter().position(|entry| !entry.is_empty() && fits(entry))
    }
}

/// The signs of a text that tell it from others: letters and digits, narrow and small.
pub(super) fn signs(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

/// A telephone number without the code of the country.
fn number(text: &str) -> String {
    let signs = signs(text);
    let rest = signs.strip_prefix("0086").or_else(|| signs.strip_prefix("86")).filter(|rest| rest.len() == 11);
    rest.map(str::to_owned).unwrap_or(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_let_through_whole_and_words_in_part() {
        let entries = ["13800001234", "人民路56号", "32号信箱 360123456@qq.com"].map(signs).to_vec();
        let allowed = Allowed { entries, host: Some("qinghe.net".into()), ..Allowed::default() };
        for (kind, found, entry) in [
            (Kind::Mobile, "138 0000 1234", Some(0)),
            (Kind::Mobile, "+86 138-0000-1234", Some(0)),
            (Kind::Mobile, "13800001235", None),
            (Kind::ResidentId, "13800001234", None),
            (Kind::Home, "民路56号", Some(1)),
            (Kind::Home, "人民路561号", None),
            (Kind::Mailbox, "360123456@qq.com", None),
        ] {
            assert_eq!(allowed.entry(kind, found), entry, "{found}");
        }
        assert!(
            allowed.is_own(Kind::Mailbox, "xf@mail.qinghe.net") && !allowed.is_own(Kind::Mailbox, "a@notqinghe.net")
        );
    }
}
