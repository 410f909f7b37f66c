//! Notices, pages, regulations, procedures and their limits as facts.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::{lines, perhaps};
use crate::digest;
use crate::model::past::{Facts, Field, Item, ItemKind};
use crate::model::procedure::{Basis, Limit, LimitKind, Procedure, Step};
use crate::model::regulation::{Predecessor, Regulation, Statute};
use crate::model::site::Site;
use crate::model::unit::UnitId;
use crate::plan::code;

pub(super) fn all(site: &Site, all: &mut BTreeMap<Item, Facts>) {
    let path = |unit: UnitId| site.unit(unit).path.as_str();
    for notice in &site.notices {
        let mut facts = Facts::default().with(Field::Title, notice.title.as_str());
        facts.set(Field::Date, notice.date.to_string());
        perhaps(&mut facts, Field::IssuedBy, notice.issued_by.as_ref());
        perhaps(&mut facts, Field::Number, notice.number.as_ref());
        perhaps(&mut facts, Field::Category, notice.column.as_ref());
        perhaps(&mut facts, Field::Expires, notice.expires);
        facts.set(Field::Text, digest::hex(&notice.text));
        all.insert(Item::new(ItemKind::Notice, path(notice.unit), notice.stem.as_str()), facts);
    }
    for page in &site.pages {
        let facts = Facts::default().with(Field::Title, page.title.as_str()).with(Field::Text, digest::hex(&page.text));
        all.insert(Item::new(ItemKind::Page, path(page.unit), page.stem.as_str()), facts);
    }
    for one in &site.regulations {
        all.insert(Item::new(ItemKind::Regulation, path(one.unit), one.stem.as_str()), regulation(site, one));
    }
    for one in &site.procedures {
        let unit = path(one.unit);
        all.insert(Item::new(ItemKind::Procedure, unit, one.stem.as_str()), procedure(one));
        for (step, limit) in one.steps.iter().filter_map(|step| Some((step, step.limit()?))) {
            all.insert(Item::part(ItemKind::Limit, unit, &one.stem, &step.id), limited(step, limit));
        }
    }
}

fn regulation(site: &Site, regulation: &Regulation) -> Facts {
    let mut facts = Facts::default().with(Field::Title, regulation.title.as_str());
    perhaps(&mut facts, Field::Number, regulation.number.as_ref());
    perhaps(&mut facts, Field::IssuedBy, regulation.issuer.as_ref());
    perhaps(&mut facts, Field::Category, regulation.category.as_ref());
    perhaps(&mut facts, Field::Adopted, regulation.adopted);
    perhaps(&mut facts, Field::Effective, regulation.effective);
    perhaps(&mut facts, Field::Repealed, regulation.repealed);
    let before = regulation.supersedes.as_ref().map(|before| match before {
        Predecessor::Here(id) => &site.regulation(*id).title,
        Predecessor::Elsewhere(title) => title,
    });
    perhaps(&mut facts, Field::Supersedes, before);
    facts.set(Field::Text, digest::hex(&words(&regulation.text)));
    facts
}

/// SHA-256 of the words alone, so that neither blanks nor how a text is cut into articles count.
fn words(text: &Statute) -> digest::Digest {
    let mut hash = Sha256::new();
    for words in text.blocks().iter().flat_map(|block| [text.words(block.label), text.words(block.words)]) {
        words.split_whitespace().for_each(|word| hash.update(word));
    }
    hash.finalize().into()
}

fn procedure(procedure: &Procedure) -> Facts {
    let mut facts = Facts::default().with(Field::Title, procedure.title.as_str());
    facts.set(Field::AppliesTo, lines(&procedure.applies_to));
    facts.set(Field::Basis, procedure.basis.iter().map(|basis| basis.0.as_str()).collect::<Vec<_>>().join("\n"));
    perhaps(&mut facts, Field::IssuedBy, procedure.issued_by.as_ref());
    perhaps(&mut facts, Field::IssuedOn, procedure.issued_on);
    perhaps(&mut facts, Field::Number, procedure.number.as_ref());
    perhaps(&mut facts, Field::Complaints, procedure.complaints_phone.as_ref());
    facts.set(Field::Rights, lines(&procedure.rights));
    facts.set(Field::Notes, lines(&procedure.notes));
    facts.set(Field::Text, digest::hex(&code::steps(procedure)));
    facts
}

fn limited(step: &Step, limit: &Limit) -> Facts {
    let mut facts = Facts::default().with(Field::Title, step.short());
    let basis = |basis: &Option<Basis>| basis.as_ref().map(|basis| basis.0.clone());
    match limit {
        Limit::Unstated(on) => {
            facts.set(Field::Length, "unstated");
            perhaps(&mut facts, Field::Basis, basis(on));
        }
        Limit::Elsewhere(on) => {
            facts.set(Field::Length, "elsewhere");
            perhaps(&mut facts, Field::Basis, basis(on));
        }
        Limit::Within(limit) => {
            facts.set(Field::Length, limit.length.in_ledger());
            perhaps(&mut facts, Field::From, limit.from.as_ref());
            let kind = match limit.kind {
                LimitKind::Statutory => "statutory",
                LimitKind::LocalPromise => "promise",
            };
            facts.set(Field::Kind, kind);
            perhaps(&mut facts, Field::Basis, basis(&limit.basis));
            perhaps(
                &mut facts,
                Field::Extension,
                limit.extension.as_ref().map(|extension| extension.at_most.in_ledger()),
            );
        }
    }
    facts
}
