//! A session's identity becomes its key: what the content says of it before anything was moved or substituted.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// What a session is known by for good. Moving, substituting or retiming it changes none of these.
pub(in crate::check) struct Identity<'a> {
    /// Folder of the unit that receives.
    pub(in crate::check) unit: &'a str,
    /// File name of the roster without its ending.
    pub(in crate::check) roster: &'a str,
    /// The day the rule names.
    pub(in crate::check) nominal: NaiveDate,
    /// Start in minutes since midnight, where hours are stated.
    pub(in crate::check) start: Option<u16>,
    /// Names or posts as first planned.
    pub(in crate::check) people: &'a [String],
    /// Counts from 0 where all of the above are equal.
    pub(in crate::check) ordinal: usize,
}

impl Identity<'_> {
    /// First 20 hexadecimal digits of a SHA-256 over the parts, each ended by a byte no part can hold.
    pub(in crate::check) fn key(&self) -> String {
        let start = self.start.map_or(String::new(), |minutes| minutes.to_string());
        let nominal = self.nominal.to_string();
        let people = self.people.join("\u{1f}");
        let ordinal = self.ordinal.to_string();
        let mut hash = Sha256::new();
        for part in [self.unit, self.roster, &nominal, &start, &people, &ordinal] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        let mut key = String::with_capacity(20);
        for half in digest.iter().take(10).flat_map(|byte| [byte >> 4, byte & 15]) {
            key.extend(char::from_digit(u32::from(half), 16));
        }
        key
    }
}
