//! Turns a signature, a list and keys into whether the list is the one that was signed.

use crate::diag::Phrase;
use crate::signature::{PublicKey, Signature};

use super::super::manifest::SIGNATURE;
use super::verdict::{Fault, Kind, Seal};

/// What a signature is judged by.
pub(super) struct Question<'a> {
    /// The bytes of the signature file.
    pub(super) signature: Option<&'a [u8]>,
    /// The list as it stands.
    pub(super) sums: Option<&'a [u8]>,
    /// The list as it should be.
    pub(super) true_sums: Option<&'a [u8]>,
    /// The key from elsewhere.
    pub(super) given: Option<&'a PublicKey>,
    /// The key in the site, where it is as it was published.
    pub(super) published: Option<&'a PublicKey>,
    /// Whether the site publishes a key, and so must be signed.
    pub(super) is_signed: bool,
}

/// Whether a signature holds over the list as it stands, by whatever key there is.
pub(super) fn holds(signature: Option<&[u8]>, sums: Option<&[u8]>, key: Option<&PublicKey>) -> bool {
    let signature = signature.and_then(Signature::read);
    matches!((signature, sums, key), (Some(signature), Some(sums), Some(key)) if signature.holds(key, sums))
}

/// What is found, and what is wrong.
pub(super) fn judge(question: &Question<'_>) -> (Seal, Option<Fault>) {
    let Question { sums, true_sums, given, published, .. } = *question;
    let fault = |kind, why: Option<Phrase>| Some(Fault { kind, path: SIGNATURE.to_owned(), why });
    let Some(bytes) = question.signature else {
        if !question.is_signed && given.is_none() {
            return (Seal::None, None);
        }
        let why = if question.is_signed {
            Phrase::new("网站公布了公钥，就应当有签名", "the site publishes a key, so it was signed")
        } else {
            Phrase::new("要按公钥核对，但网站没有签名", "a key was given, but the site is not signed")
        };
        return (Seal::None, fault(Kind::Missing, Some(why)));
    };
    let Some(signature) = Signature::read(bytes) else {
        return (Seal::Fails, fault(Kind::Changed, None));
    };
    let number = signature.number();
    let Some(key) = given.or(published) else {
        let changed = if signature.is_whole() { None } else { fault(Kind::Changed, None) };
        return (Seal::NoKey { number }, changed);
    };
    let over = |key: &PublicKey, list: Option<&[u8]>| list.is_some_and(|list| signature.holds(key, list));
    if over(key, sums) || over(key, true_sums) {
        if !signature.is_whole() {
            let why = Phrase::new(
                "签名还对得上，但文件里签名以外的字被改过",
                "the signature holds, but words outside it were changed",
            );
            return (Seal::Fails, fault(Kind::Changed, Some(why)));
        }
        let seal = if over(key, sums) {
            Seal::Holds { number, comment: signature.comment().to_owned(), given: given.is_some() }
        } else {
            Seal::HeldBefore { number }
        };
        return (seal, None);
    }
    let by_published = published.is_some_and(|key| over(key, sums) || over(key, true_sums));
    if given.is_some() && (by_published || published.is_none() && number != key.number()) {
        let why = Phrase::new(
            format!("是另一把密钥签的（编号 {number}），不是你给的公钥（编号 {}）", key.number()),
            format!("signed by another key ({number}) than the one given ({})", key.number()),
        );
        return (Seal::Fails, fault(Kind::Signature, Some(why)));
    }
    let why = Phrase::new(
        "和 SHA256SUMS 对不上：签名被改过，或者清单在签名以后被换过",
        "it does not match SHA256SUMS: the signature was changed, or the list was replaced after it was signed",
    );
    (Seal::Fails, fault(Kind::Changed, Some(why)))
}
