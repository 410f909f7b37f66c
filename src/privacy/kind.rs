//! Turns what a scan may find into the row of the table of codes that tells the clerk.

use crate::diag::Code;
use crate::diag::code::privacy as code;

/// What kind of personal information. Of two readings of the same digits the first in this order holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A resident ID with a right check digit (GB 11643).
    ResidentId,
    /// A resident ID but for its check digit: perhaps mistyped, and a person's all the same.
    ResidentIdSlip,
    /// Fifteen digits with a region and a birth date: perhaps the old form.
    OldResidentId,
    /// A resident ID after its label, partly masked.
    MaskedId,
    /// A mobile number.
    Mobile,
    /// A bank card of a Chinese bank.
    BankCard,
    /// Digits with a card's check digit, of another card or after 账号.
    PerhapsCard,
    /// A passport number after the word.
    Passport,
    /// A number plate.
    Plate,
    /// A name that its context makes a petitioner's.
    Person,
    /// A name with some characters hidden, outside of any matter.
    MaskedName,
    /// Where a person lives, to the door.
    Home,
    /// A mailbox that may be a person's.
    Mailbox,
    /// An account of QQ, WeChat or the like.
    ChatAccount,
    /// An illness or disability of a person.
    Health,
    /// Marriage, poverty, punishment or a relative of a person.
    Family,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 16] = [
        Self::ResidentId,
        Self::ResidentIdSlip,
        Self::OldResidentId,
        Self::MaskedId,
        Self::Mobile,
        Self::BankCard,
        Self::PerhapsCard,
        Self::Passport,
        Self::Plate,
        Self::Person,
        Self::MaskedName,
        Self::Home,
        Self::Mailbox,
        Self::ChatAccount,
        Self::Health,
        Self::Family,
    ];

    /// The row of the table that tells the clerk.
    pub fn code(self) -> &'static Code {
        match self {
            Self::ResidentId => &code::RESIDENT_ID,
            Self::ResidentIdSlip => &code::RESIDENT_ID_SLIP,
            Self::OldResidentId => &code::OLD_RESIDENT_ID,
            Self::MaskedId => &code::MASKED_ID,
            Self::Mobile => &code::MOBILE,
            Self::BankCard => &code::BANK_CARD,
            Self::PerhapsCard => &code::PERHAPS_CARD,
            Self::Passport => &code::PASSPORT,
            Self::Plate => &code::PLATE,
            Self::Person => &code::PERSON,
            Self::MaskedName => &code::MASKED_NAME,
            Self::Home => &code::HOME,
            Self::Mailbox => &code::MAILBOX,
            Self::ChatAccount => &code::CHAT_ACCOUNT,
            Self::Health => &code::HEALTH,
            Self::Family => &code::FAMILY,
        }
    }

    /// Whether an entry of `site.yaml` can let it through. Numbers whose check digit is right are never anything else.
    pub(super) fn can_be_allowed(self) -> bool {
        !matches!(self, Self::ResidentId | Self::BankCard)
    }

    /// Whether it is a matter of words, which may be allowed as part of a longer text.
    pub(super) fn is_of_words(self) -> bool {
        matches!(self, Self::Person | Self::MaskedName | Self::Home | Self::Health | Self::Family)
    }
}
