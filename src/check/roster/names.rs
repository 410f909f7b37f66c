//! The names of an entry become participants: people of `leaders.yaml`, people with others, posts.

use crate::check::roster::Frame;
use crate::check::unit::directory::Found;
use crate::diag::code::{files, people as codes};
use crate::diag::{Diagnostic, Phrase, Report, did_you_mean};
use crate::load::entry::Entry;
use crate::load::value::Items;
use crate::model::leader::{Person, PersonId};
use crate::model::session::{Participant, Role, Who};
use crate::source::Text;
use crate::wording::title::{is_title, like_a_name};
use crate::wording::who::{Named, compact, read};

/// Everyone an entry names, in the order of the notice: who receives first, then the other roles.
pub(in crate::check) fn participants(frame: &Frame<'_>, entry: &Entry, report: &mut Report) -> Vec<Participant> {
    let mut people: Vec<Participant> = Vec::new();
    let mut add = |role: Role, names: &Items, report: &mut Report| {
        for text in &names.0 {
            let Some(who) = who(frame, text, report) else { continue };
            // 沈岚 县委副书记、县长 and 县委副书记、县长沈岚: a person's own post is nobody else.
            while people.last().is_some_and(|before| is_post_of(frame, &who, &before.who)) {
                people.pop();
            }
            if !people.last().is_some_and(|before| is_post_of(frame, &before.who, &who)) {
                people.push(Participant { role: role.clone(), who });
            }
        }
    };
    add(Role::Receives, &entry.who, report);
    if let Some(roles) = &entry.roles {
        add(Role::InCharge, &roles.in_charge, report);
        add(Role::OnDuty, &roles.on_duty, report);
        add(Role::Accompanies, &roles.with, report);
        add(Role::Standby, &roles.standby, report);
        for other in &roles.people {
            let word = other.role.as_ref().map_or("", |text| text.trimmed());
            add(Role::Other(word.to_owned()), &other.who, report);
        }
    }
    if !names_somebody(entry) {
        report.push(Diagnostic::new(&crate::check::roster_codes::NOBODY_NAMED, entry.span));
    }
    if let Some(roles) = &entry.roles {
        let post = Phrase::new("职务", "post");
        as_listed(frame, roles.post.as_deref(), post, &people, |person| &person.posts, report);
        let portfolio = Phrase::new("分管", "field of work");
        as_listed(frame, roles.portfolio.as_deref(), portfolio, &people, |person| &person.portfolio, report);
    }
    people
}

/// Holds the posts or fields of work that an entry gives against those of the list, of any of those who receive.
fn as_listed(
    frame: &Frame<'_>,
    said: Option<&Text>,
    field: Phrase,
    people: &[Participant],
    known: fn(&Person) -> &Vec<String>,
    report: &mut Report,
) {
    let Some(said) = said else { return };
    let listed = people.iter().filter(|one| one.role == Role::Receives).filter_map(|one| match &one.who {
        Who::Person(id) | Who::PersonAndOthers(id, _) => Some(&frame.ground.units[id.unit.0].people[id.index]),
        Who::Post(_) => None,
    });
    let listed: Vec<&Person> = listed.filter(|person| !known(person).is_empty()).collect();
    let Some(first) = listed.first() else { return };
    let parts = |words: &str| -> Vec<String> {
        words
            .split(['、', '，', '；', ',', ';', '\n'])
            .map(crate::check::read::name)
            .filter(|part| !part.is_empty())
            .collect()
    };
    let all: Vec<String> = listed.iter().flat_map(|person| known(person)).flat_map(|words| parts(words)).collect();
    let fits = |part: &String| all.iter().any(|one| shortened(one, part) || shortened(part, one));
    if !parts(&said.value).iter().all(fits) {
        report.push(
            Diagnostic::new(&files::POST_DIFFERS, said.span)
                .arg("field", field)
                .arg("text", said.trimmed())
                .arg("name", first.name.as_str())
                .arg("known", known(first).join("、")),
        );
    }
}

/// Whether `short` is `long` without what it begins with, as tables shorten 清河县委书记 to 书记; but 书记 is not 副书记.
fn shortened(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|head| !head.ends_with(['副', '原']))
}

/// Whether words are a post that `leaders.yaml` gives to the person beside them.
fn is_post_of(frame: &Frame<'_>, person: &Who, words: &Who) -> bool {
    let (Who::Person(id) | Who::PersonAndOthers(id, _), Who::Post(words)) = (person, words) else { return false };
    let posts = &frame.ground.units[id.unit.0].people[id.index].posts;
    posts.iter().flat_map(|post| post.split(['、', '，', ','])).any(|post| crate::check::read::name(post) == *words)
}

/// Whether anybody stands in the entry, known or not.
fn names_somebody(entry: &Entry) -> bool {
    let roles = entry.roles.as_deref();
    let others = roles.map_or(0, |r| r.in_charge.0.len() + r.on_duty.0.len() + r.standby.0.len() + r.people.len());
    !entry.who.0.is_empty() || others > 0
}

/// Who a text means; reports a name nobody has.
pub(in crate::check) fn who(frame: &Frame<'_>, text: &Text, report: &mut Report) -> Option<Who> {
    let directory = frame.ground.directory;
    let known = |name: &str| directory.knows(frame.unit, name);
    if let Some(bare) = ["轮流", "轮值", "轮班", "轮换"].iter().find_map(|word| text.trimmed().strip_suffix(word))
    {
        let found = Diagnostic::new(&crate::check::roster_codes::TURNS_IN_NAME, text.span).arg("text", text.trimmed());
        report.push(found.arg("bare", bare));
        return None;
    }
    // A group may bear the name of a post (副县长): beside somebody's name it is the post.
    let person = |name: &str| directory.knows_person(frame.unit, name);
    let alone = read(&text.value, &person).value.and_then(|named| named.into_iter().next()).filter(|named| named.known);
    let named = match alone {
        Some(named) => named,
        // The name of a group with more than its number beside it (刘建国副县长) is no group: somebody is named.
        None => {
            let named = read(&text.value, &known).settle(text, report)?.into_iter().next()?;
            let bare = named.post.as_deref().is_none_or(is_number);
            if bare { named } else { Named { name: compact(&text.value), known: false, post: None, ..named } }
        }
    };
    other_post(frame, text, &named, report);
    if !named.known
        && let Some(names) = run_together(&text.value, &known)
    {
        let found = Diagnostic::new(&crate::check::roster_codes::NAMES_RUN_TOGETHER, text.span);
        report.push(found.arg("text", text.trimmed()).arg("names", names.join("、")));
        return None;
    }
    match (directory.find(frame.unit, &named.name), named.others) {
        (Found::Person(id), None) => Some(Who::Person(id)),
        (Found::Person(id), Some(others)) => Some(Who::PersonAndOthers(id, others)),
        (Found::Group(unit, group), others) => {
            let name = &frame.ground.units[unit.0].groups[group].name;
            // 一名县级领导 is printed as it stands.
            let words = if named.post.is_some() { compact(&text.value) } else { name.clone() };
            Some(Who::Post(format!("{words}{}", others.unwrap_or_default())))
        }
        (Found::Several(ids), _) => several(frame, text, &named.name, &ids, report),
        (Found::Nobody(_), None) if named.name == "主要负责人" => {
            Some(principal(frame).map_or(Who::Post(named.name), Who::Person))
        }
        (Found::Nobody(near), _)
            if like_a_name(&named.name) || near.as_deref().is_some_and(|near| slip(near, &named.name)) =>
        {
            let diagnostic = Diagnostic::new(&codes::UNKNOWN_PERSON, text.part(named.at)).arg("name", named.name);
            report.push(diagnostic.arg("hint", did_you_mean(near.as_deref())));
            None
        }
        (Found::Nobody(_), _) => Some(Who::Post(named.name)),
    }
}

/// 主要负责人 of the unit, where its list has exactly one.
fn principal(frame: &Frame<'_>) -> Option<PersonId> {
    let people = frame.ground.units[frame.unit.0].people.iter().enumerate();
    let mut principals = people.filter(|(_, person)| person.principal).map(|(index, _)| index);
    let index = principals.next().filter(|_| principals.next().is_none())?;
    Some(PersonId { unit: frame.unit, index })
}

/// Whether words say how many: 一名, 2人.
fn is_number(words: &str) -> bool {
    let count = words.trim_end_matches(['名', '位', '人', '个']);
    count != words && count.chars().all(|c| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c))
}

/// A post before or behind somebody's name that the list does not give to them: 乡长王安平, who is 副县长.
fn other_post(frame: &Frame<'_>, text: &Text, named: &Named, report: &mut Report) {
    let (Some(post), Found::Person(id)) = (&named.post, frame.ground.directory.find(frame.unit, &named.name)) else {
        return;
    };
    let person = &frame.ground.units[id.unit.0].people[id.index];
    let known = person.posts.iter().flat_map(|posts| posts.split(['、', '，', ',', '；']));
    let fits = |known: &str| shortened(known, post) || shortened(post, known);
    if is_title(post) && !person.posts.is_empty() && !known.map(str::trim).any(fits) {
        report.push(
            Diagnostic::new(&files::POST_DIFFERS, text.span)
                .arg("field", Phrase::new("职务", "post"))
                .arg("text", post.as_str())
                .arg("name", person.name.as_str())
                .arg("known", person.posts.join("、")),
        );
    }
}

/// Whether words that read like a post are one slip away from a name or a group of the list. Short posts often differ in one
/// character: 副县长 and 副局长.
fn slip(near: &str, words: &str) -> bool {
    words.chars().count() >= 5 && strsim::damerau_levenshtein(near, words) == 1
}

/// Several names of the list written as one: 陈守望 韩龑, 陈守望→韩龑, 陈守望韩龑.
fn run_together(text: &str, known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let parts =
        text.split(|c: char| c.is_whitespace() || "→/／-—–+＋和与及或".contains(c)).map(crate::check::read::name);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| known(part)) {
        return Some(parts);
    }
    let whole = crate::check::read::name(text);
    let cuts = whole.char_indices().map(|(at, _)| whole.split_at(at));
    let two = cuts.into_iter().find(|(first, second)| known(first) && known(second));
    two.map(|(first, second)| vec![first.to_owned(), second.to_owned()])
}

fn several(frame: &Frame<'_>, text: &Text, name: &str, ids: &[PersonId], report: &mut Report) -> Option<Who> {
    let person = |id: &PersonId| &frame.ground.units[id.unit.0].people[id.index];
    let keys: Vec<String> = ids.iter().filter_map(|id| person(id).key.clone()).collect();
    let diagnostic = Diagnostic::new(&codes::WHICH_PERSON, text.span).arg("name", name);
    report.push(diagnostic.arg("keys", keys.join("、")));
    None
}

/// A pool: each group with members replaced by its members.
pub(in crate::check) fn members(frame: &Frame<'_>, pool: Vec<Participant>) -> Vec<Participant> {
    let mut all = Vec::with_capacity(pool.len());
    for participant in pool {
        let Who::Post(name) = &participant.who else {
            all.push(participant);
            continue;
        };
        // 一名县级领导 in turn is one of the group each time.
        let group =
            name.trim_start_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十名位人个".contains(c));
        let found = match frame.ground.directory.find(frame.unit, name) {
            Found::Nobody(_) => frame.ground.directory.find(frame.unit, group),
            found => found,
        };
        let members = match found {
            Found::Group(unit, group) => frame.ground.units[unit.0].groups[group].members.as_slice(),
            _ => &[],
        };
        if members.is_empty() {
            all.push(participant);
        } else {
            let role = &participant.role;
            all.extend(members.iter().map(|id| Participant { role: role.clone(), who: Who::Person(*id) }));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_post_may_lose_its_front_only() {
        for (long, short, same) in [
            ("县委书记", "县委书记", true),
            ("清河县委书记", "县委书记", true),
            ("县委副书记", "书记", false),
            ("副县长", "县长", false),
            ("县委书记", "县长", false),
        ] {
            assert_eq!(shortened(long, short), same, "{long} {short}");
        }
    }
}
