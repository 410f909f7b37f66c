//! What every output that is no page needs: the site, its plan, and how to say things.

use crate::model::session::{OwnTerm, Venue};
use crate::model::site::Site;
use crate::model::unit::{Phone, Place};
use crate::plan::{Output, Plan, SessionRef};
use crate::render::words::Words;
use crate::render::words::people::People;

/// A site with the words for it.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its plan.
    pub plan: &'a Plan,
    /// Words.
    pub words: &'a Words,
    /// Words about officials.
    pub people: &'a People<'a>,
}

impl<'a> Desk<'a> {
    /// The full address of an output; `None` while the site has no address.
    pub fn address(&self, output: Output) -> Option<String> {
        self.site.settings.url.as_ref().map(|url| format!("{url}{}", self.plan.routes.web_path(output)))
    }

    /// Where to ask about a session: the numbers for booking it, else those of the unit that receives.
    pub fn phones(&self, listed: SessionRef) -> &'a [Phone] {
        let (site, roster) = (self.site, self.site.roster(listed.roster));
        let Some(session) = roster.sessions.get(listed.index) else { return &[] };
        let own = session.terms.iter().find_map(|term| match term {
            OwnTerm::Booking(booking) => Some(booking),
            _ => None,
        });
        let booked = own.or(roster.booking.as_ref()).map_or(&[][..], |booking| &booking.phones);
        if booked.is_empty() { &site.unit(session.unit).phones } else { booked }
    }

    /// The listed place of a venue.
    pub fn place(&self, venue: &Venue) -> Option<&'a Place> {
        venue.place.and_then(|(unit, index)| self.site.unit(unit).places.get(index))
    }

    /// The name of a venue with its address, where it has one.
    pub fn venue(&self, venue: &Venue) -> String {
        match self.place(venue).and_then(|place| place.address.as_deref()) {
            Some(address) => self.words.venue_address.fill(&[("place", &venue.name), ("address", address)]),
            None => venue.name.clone(),
        }
    }
}
