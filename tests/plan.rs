//! Addresses, links between them, and codes.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs)]

#[path = "support/sample.rs"]
mod sample;

use gongshi::model::hours::{Clock, DayPart, Hours};
use gongshi::model::leader::PersonId;
use gongshi::model::paper::Paper;
use gongshi::model::poster::{PosterKind, PosterWish};
use gongshi::model::recurrence::RestPolicy;
use gongshi::model::roster::{Booking, Need, NotHere, Roster, RosterId};
use gongshi::model::session::{ChangeKind, Kind, OwnTerm, Role, Session, Shift, Venue, Who};
use gongshi::model::site::{Language, Site, TimeStyle};
use gongshi::model::unit::{Phone, SeasonHours, UnitId};
use gongshi::plan::routes::relative;
use gongshi::plan::{Output, SessionRef, Standing, Subject, plan, rows};
use proptest::prelude::*;
use std::collections::BTreeSet;

const COUNTY_MONTH: RosterId = RosterId { unit: UnitId(0), index: 0 };

#[test]
fn outputs_have_their_addresses() {
    let site = sample::site();
    let plan = plan(&site, &["static/site.css".to_owned()]);
    assert_eq!(plan.collisions, []);
    let path = |output| plan.routes.path(output).into_owned();
    let town = RosterId { unit: UnitId(1), index: 0 };
    let cases = [
        (Output::Home, "index.html"),
        (Output::Unit(UnitId(0)), "unit.html"),
        (Output::Unit(UnitId(2)), "liushu/shanghe/index.html"),
        (Output::RosterMonth(COUNTY_MONTH), "rosters/2026-12.html"),
        (Output::RosterMonth(town), "liushu/rosters/2026-12.html"),
        (Output::PosterPdf(Subject::Roster(town).on(Paper::A3, false)), "liushu/posters/2026-12.pdf"),
        (Output::PosterPng(Subject::Roster(COUNTY_MONTH).on(Paper::A3, false)), "posters/2026-12.png"),
        (Output::PosterPdf(Subject::Roster(town).on(Paper::A4, true)), "liushu/posters/2026-12.a4.mono.pdf"),
        (
            Output::PosterPdf(Subject::Change(town, Some(sample::day(2026, 12, 8))).on(Paper::A4, false)),
            "liushu/posters/2026-12.change-2026-12-08.pdf",
        ),
        (
            Output::PosterPdf(Subject::Day(UnitId(0), sample::day(2026, 12, 7)).on(Paper::A4, false)),
            "posters/day-2026-12-07.pdf",
        ),
        (
            Output::PosterPdf(Subject::Set(UnitId(2)).on(Paper::Free(300, 800), false)),
            "liushu/shanghe/posters/set.300x800.pdf",
        ),
        (Output::PosterIndex, "posters.html"),
        (Output::RosterForms(town), "liushu/rosters/2026-12.forms.html"),
        (Output::RosterShare(town), "liushu/rosters/2026-12.share.png"),
        (Output::NoticeIndex, "notices/index.html"),
        (Output::Notice(1), "liushu/notices/2026-11-28-gaizao.html"),
        (Output::NotFound, "404.html"),
        (Output::Static(0), "static/site.css"),
    ];
    for (output, expected) in cases {
        assert_eq!(path(output), expected, "{output:?}");
    }
    assert!(plan.outputs.is_sorted());
}

#[test]
fn links_between_pages() {
    let cases = [
        ("index.html", "unit.html", "unit.html"),
        ("index.html", "index.html", "index.html"),
        ("rosters/2026-12.html", "rosters/2027-01.html", "2027-01.html"),
        ("rosters/2026-12.html", "index.html", "../index.html"),
        ("liushu/shanghe/rosters/a.html", "liushu/index.html", "../../index.html"),
        ("liushu/index.html", "liushu2/index.html", "../liushu2/index.html"),
        ("a/b.html", "a/c d#e?%f:g.html", "c%20d%23e%3F%25f%3Ag.html"),
        ("a/b.html", "柳树/接待.html", "../柳树/接待.html"),
    ];
    for (from, to, expected) in cases {
        assert_eq!(relative(from, to), expected, "{from} to {to}");
    }
}

fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<String> = from.split('/').map(str::to_owned).collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{link} leaves the site of {from}");
        } else {
            parts.push(decode(part));
        }
    }
    parts.join("/")
}

fn decode(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let hex = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

proptest! {
    #[test]
    fn a_link_leads_where_it_should(
        from in "([a-z柳 %#:?&\"']{1,3}/){0,4}[a-z柳:]{1,3}\\.html",
        to in "([a-z柳 %#:?&\"']{1,3}/){0,4}[a-z柳 :?#%]{1,3}\\.html",
    ) {
        let link = relative(&from, &to);
        prop_assert!(!link.starts_with('/') && !link.contains(':') && !link.contains('?') && !link.contains('#'));
        prop_assert!(!link.contains('"') && !link.contains(' '));
        prop_assert_eq!(resolve(&from, &link), to);
    }
}

#[test]
fn a_code_is_of_what_the_notice_says() {
    let code = |change: &dyn Fn(&mut Site)| {
        let mut site = sample::site();
        change(&mut site);
        plan(&site, &[]).routes.code(Subject::Roster(COUNTY_MONTH)).to_owned()
    };
    let before = code(&|_| ());
    assert_eq!(before.len(), 8);
    assert!(before.chars().all(|c| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c)), "{before}");
    assert_eq!(before, code(&|_| ()));
    assert_eq!(before, code(&|site| site.settings.url = None));
    assert_eq!(before, code(&|site| site.units[1].name = "别处".to_owned()));
    let wrong: Vec<&str> = CHANGES.iter().filter(|(_, change)| code(change) == before).map(|(name, _)| *name).collect();
    assert_eq!(wrong, <[&str; 0]>::default(), "these words do not count");
    let codes: BTreeSet<String> = CHANGES.iter().map(|(_, change)| code(change)).collect();
    assert_eq!(codes.len(), CHANGES.len(), "two changes give one code");
}

fn head(site: &mut Site) -> &mut Roster {
    &mut site.units[0].rosters[0]
}

fn first(site: &mut Site) -> &mut Session {
    &mut head(site).sessions[0]
}

fn some(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn booked(change: impl Fn(&mut Booking)) -> impl Fn(&mut Site) {
    move |site| change(head(site).booking.get_or_insert_default())
}

type Change = (&'static str, fn(&mut Site));

/// Every word of a notice, changed one at a time.
const CHANGES: &[Change] = &[
    ("site code", |site| site.settings.code = "other".to_owned()),
    ("language", |site| site.settings.language = Language::English),
    ("times", |site| site.settings.time_style = TimeStyle::Characters),
    ("on every notice", |site| site.settings.on_every_notice.push("不收费。".to_owned())),
    ("complaints", |site| head(site).complaints_phone = some("0736-5550199")),
    ("unit hours", |site| site.units[0].hours.insert(0, SeasonHours { season: None, hours: "全天".to_owned() })),
    ("unit season", |site| {
        site.units[0].hours.insert(0, SeasonHours { season: some("冬季"), hours: "全天".to_owned() });
    }),
    ("title", |site| head(site).title.push('。')),
    ("issuer", |site| head(site).issued_by = some("云岭县信访局办公室")),
    ("issued on", |site| head(site).issued_on = head(site).issued_on.and_then(|day| day.succ_opt())),
    ("number", |site| head(site).number = some("云访〔2026〕99号")),
    ("for whom", |site| head(site).for_whom = some("全县居民")),
    ("first day", |site| head(site).period.first = head(site).period.first.pred_opt().unwrap()),
    ("last day", |site| head(site).period.last = None),
    ("listed until", |site| head(site).listed_until = head(site).listed_until.pred_opt().unwrap()),
    ("basis", |site| head(site).basis.push("甲".to_owned())),
    ("bring", |site| head(site).bring.push("甲".to_owned())),
    ("notes", |site| head(site).notes.push("甲".to_owned())),
    ("order of notes", |site| head(site).notes.swap(0, 1)),
    ("promises", |site| head(site).promises.push("甲".to_owned())),
    ("hours", |site| head(site).hours = Hours::Part(DayPart::Morning)),
    ("other hours", |site| head(site).hours = Hours::Part(DayPart::Afternoon)),
    ("no hours", |site| head(site).hours = Hours::From(Clock::new(9, 5).unwrap())),
    ("venues", |site| head(site).venues.push(Venue { name: "别处".to_owned(), place: None })),
    ("address", |site| site.units[0].places[0].address = some("别处")),
    ("directions", |site| site.units[0].places[0].directions = some("别处")),
    ("booking", |site| head(site).booking = None),
    ("need", |site| booked(|one| one.need = Need::NotNeeded)(site)),
    ("deadline", |site| booked(|one| one.deadline = some("甲"))(site)),
    ("how", |site| booked(|one| one.how = some("甲"))(site)),
    ("phone", |site| booked(|one| one.phones.push(Phone { scope: None, number: "甲".to_owned() }))(site)),
    ("booking place", |site| booked(|one| one.place = some("甲"))(site)),
    ("capacity", |site| booked(|one| one.capacity = some("甲"))(site)),
    ("slot", |site| booked(|one| one.slot = some("甲"))(site)),
    ("party", |site| booked(|one| one.party = some("甲"))(site)),
    ("arrive early", |site| booked(|one| one.arrive_early = some("甲"))(site)),
    ("overflow", |site| booked(|one| one.overflow = some("甲"))(site)),
    ("representatives", |site| head(site).representatives = Some(3)),
    ("none of them", |site| head(site).representatives = Some(0)),
    ("not here", |site| {
        let matter = NotHere { matter: "甲".to_owned(), go_to: "乙".to_owned(), basis: None };
        head(site).not_here.push(matter);
    }),
    ("a session less", |site| _ = head(site).sessions.pop()),
    ("date", |site| first(site).date = first(site).date.pred_opt().unwrap()),
    ("session hours", |site| first(site).hours = Hours::Unstated),
    ("kind", |site| first(site).kind = Kind::Video),
    ("nobody", |site| first(site).people.clear()),
    ("role", |site| first(site).people[0].role = Role::Standby),
    ("other role", |site| first(site).people[0].role = Role::Other("记录".to_owned())),
    ("post", |site| first(site).people[0].who = Who::Post("甲".to_owned())),
    ("no words after a name", |site| {
        let Who::Person(id) = first(site).people[0].who else { panic!() };
        first(site).people[0].who = Who::PersonAndOthers(id, String::new());
    }),
    ("posts of a person", |site| site.units[0].people[1].posts[0].push('。')),
    ("name of a person", |site| site.units[0].people[1].name.push('甲')),
    ("venue", |site| first(site).venues.clear()),
    ("topic", |site| first(site).topic = some("甲")),
    ("scope", |site| first(site).scope.push("甲".to_owned())),
    ("note", |site| first(site).note = some("甲")),
    ("own for whom", |site| first(site).terms.push(OwnTerm::ForWhom("甲".to_owned()))),
    ("own booking", |site| first(site).terms.push(OwnTerm::Booking(Booking::default()))),
    ("own bring", |site| first(site).terms.push(OwnTerm::Bring(vec!["甲".to_owned()]))),
    ("own representatives", |site| first(site).terms.push(OwnTerm::Representatives(2))),
    ("own not here", |site| {
        let matter = NotHere { matter: "甲".to_owned(), go_to: "乙".to_owned(), basis: None };
        first(site).terms.push(OwnTerm::NotHere(matter));
    }),
    ("own note", |site| first(site).terms.push(OwnTerm::Note("甲".to_owned()))),
    ("own complaints", |site| first(site).terms.push(OwnTerm::ComplaintsPhone("甲".to_owned()))),
    ("shift", |site| {
        let from = first(site).date;
        first(site).shift = Some(Shift { from, policy: RestPolicy::Cancel, holiday: None, closed: false });
    }),
    ("holiday", |site| {
        let from = first(site).date;
        first(site).shift = Some(Shift { from, policy: RestPolicy::Cancel, holiday: some("元旦"), closed: false });
    }),
    ("closure", |site| {
        let from = first(site).date;
        first(site).shift = Some(Shift { from, policy: RestPolicy::Cancel, holiday: some("元旦"), closed: true });
    }),
    ("change", |site| changed(site, ChangeKind::Cancelled, None)),
    ("reason", |site| changed(site, ChangeKind::Cancelled, some("因公外出"))),
    ("added", |site| changed(site, ChangeKind::Added, None)),
    ("moved", |site| {
        let was = first(site).date;
        changed(site, ChangeKind::Moved { was }, None);
    }),
    ("retimed", |site| changed(site, ChangeKind::Retimed { was: Hours::Unstated }, None)),
    ("relocated", |site| changed(site, ChangeKind::Relocated { was: Vec::new() }, None)),
    ("substituted", |site| {
        changed(site, ChangeKind::Substituted { was: Vec::new(), now: Vec::new(), before: Vec::new() }, None)
    }),
    ("holidays", |site| first(site).holidays_known ^= true),
    ("make-up day", |site| first(site).on_makeup_day ^= true),
];

fn changed(site: &mut Site, kind: ChangeKind, reason: Option<String>) {
    first(site).changes.push(gongshi::model::session::Change { kind, reason, announced: None, own_day: true });
}

#[test]
fn where_nothing_nearer_is_said_what_is_above_counts() {
    let code = |change: &dyn Fn(&mut Site)| {
        let mut site = sample::site();
        head(&mut site).booking = None;
        head(&mut site).complaints_phone = None;
        head(&mut site).issued_by = None;
        site.units[0].complaints_phone = None;
        change(&mut site);
        plan(&site, &[]).routes.code(Subject::Roster(COUNTY_MONTH)).to_owned()
    };
    let before = code(&|_| ());
    let phone = |number: &str| Phone { scope: None, number: number.to_owned() };
    assert_ne!(before, code(&|site| site.units[0].phones = vec![phone("0736-5550188")]), "phone");
    assert_ne!(before, code(&|site| site.units[0].complaints_phone = some("0736-5550189")), "unit's complaints");
    assert_ne!(before, code(&|site| site.settings.complaints_phone = some("0736-5550190")), "site's complaints");
    assert_ne!(before, code(&|site| site.units[0].name.push('甲')), "issuer");
    assert_eq!(before, code(&|site| site.units[0].phones.push(phone("0736-5550191"))), "is not printed");
}

/// Which notices there are, and what has a code of its own, follows from what the site wants.
#[test]
fn the_site_gets_the_notices_it_wants() {
    let mut site = sample::site();
    let files = |site: &Site| {
        let plan = plan(site, &[]);
        assert_eq!(plan.collisions, []);
        let of = |end: &str| {
            let paths = plan.outputs.iter().map(|output| plan.routes.path(*output).into_owned());
            paths.filter(|path| path.contains("posters/") && path.ends_with(end)).collect::<Vec<_>>()
        };
        let codes = plan.outputs.iter().filter(|output| matches!(output, Output::Code(_))).count();
        (of(".pdf"), of(".png"), codes)
    };
    let rosters: usize = site.units.iter().map(|unit| unit.rosters.len()).sum();
    let (pdfs, pngs, codes) = files(&site);
    let changes = pdfs.iter().filter(|path| path.contains(".change-")).count();
    assert!(changes > 0, "{pdfs:?}");
    assert_eq!((pdfs.len(), pngs.len(), codes), (rosters + changes, rosters + changes, rosters + changes));

    // Two papers of one notice share a picture and a code.
    let wish = |kind, paper, mono| PosterWish { kind, paper, mono };
    site.settings.posters = vec![wish(PosterKind::Month, Paper::A3, false), wish(PosterKind::Month, Paper::A4, true)];
    let (pdfs, pngs, codes) = files(&site);
    assert_eq!((pdfs.len(), pngs.len(), codes), (2 * rosters, rosters, rosters));

    // Doors' notices have no picture; sets carry the codes of their sheets.
    site.settings.posters = vec![PosterWish::usual(PosterKind::Day), PosterWish::usual(PosterKind::Set)];
    let (pdfs, pngs, codes) = files(&site);
    let days = pdfs.iter().filter(|path| path.contains("/day-") || path.starts_with("posters/day-")).count();
    let sets = pdfs.len() - days;
    assert!(days > 3 && sets > 0 && pngs.len() == sets, "{pdfs:?} {pngs:?}");
    assert_eq!(codes, rosters + days + site.units.len());
}

#[test]
fn without_posters_there_are_no_codes() {
    let mut site = sample::site();
    site.settings.posters.clear();
    let plan = plan(&site, &[]);
    let poster = |output: &Output| {
        matches!(
            output,
            Output::Code(_)
                | Output::PosterPdf(_)
                | Output::PosterPng(_)
                | Output::RosterShare(_)
                | Output::PosterIndex
        )
    };
    assert!(!plan.outputs.iter().any(poster));
}

#[test]
fn lists_hold_what_is_still_to_come() {
    let site = sample::site();
    let plan = plan(&site, &[]);
    let links = &plan.links;
    let dates = |unit| links.of_unit(UnitId(unit)).iter().map(|session| session.date).collect::<Vec<_>>();
    assert!(dates(0).iter().all(|date| *date >= site.edition));
    assert!(dates(0).is_sorted());
    let own = |session: &&SessionRef| session.of(&site).unit == UnitId(1);
    assert_eq!(links.of_unit(UnitId(1)).iter().filter(own).count(), 5, "柳树镇 has Tuesdays only");
    let visits: Vec<_> = links.of_unit(UnitId(1)).iter().filter(|session| !own(session)).collect();
    assert_eq!(visits.iter().map(|session| session.date).collect::<Vec<_>>(), [sample::day(2026, 12, 7)]);
    assert!(links.of_unit(UnitId(0)).contains(visits[0]), "the county's visit is in both lists");
    assert_eq!(links.home_list(&site).filter(|session| session == visits[0]).count(), 1, "and once on the home page");
    let first = links.home_list(&site).next().expect("a session");
    assert_eq!(first.date, site.edition);
    assert!(links.home_complete());
}

/// A session on the days it is listed under: day of the month and standing.
fn listed(site: &Site) -> Vec<(u32, Standing)> {
    use chrono::Datelike as _;
    let all = rows(COUNTY_MONTH, site.roster(COUNTY_MONTH));
    all.into_iter().filter(|row| row.index == 0).map(|row| (row.date.day(), row.standing)).collect()
}

#[test]
fn a_moved_session_leaves_a_trace_on_each_day_it_left() {
    let mut site = sample::site();
    let moved = |site: &mut Site, to: u32| {
        let was = first(site).date;
        changed(site, ChangeKind::Moved { was }, None);
        first(site).date = sample::day(2026, 12, to);
    };
    let start = {
        use chrono::Datelike as _;
        first(&mut site).date.day()
    };
    moved(&mut site, 30);
    assert_eq!(listed(&site), [(start, Standing::Left), (30, Standing::Held)]);
    moved(&mut site, 29);
    assert_eq!(listed(&site), [(start, Standing::Left), (29, Standing::Held), (30, Standing::Left)]);
    // Back to the first day: that day is no trace any more.
    moved(&mut site, start);
    assert_eq!(listed(&site), [(start, Standing::Held), (29, Standing::Left), (30, Standing::Left)]);
    let off = |site: &Site| plan(site, &[]).links.home_list(site).filter(|row| row.off(site)).count();
    assert_eq!(off(&site), off(&sample::site()) + 2);
}

#[test]
fn who_was_replaced_still_finds_the_day() {
    let site = sample::site();
    let plan = plan(&site, &[]);
    let of = |index| plan.links.of_person(PersonId { unit: UnitId(0), index });
    let replaced = of(0).iter().filter(|row| row.standing == Standing::Replaced);
    assert_eq!(replaced.map(|row| row.date).collect::<Vec<_>>(), [sample::day(2026, 12, 15)]);
    let instead = of(1).iter().find(|row| row.date == sample::day(2026, 12, 15)).unwrap();
    assert_eq!(instead.standing, Standing::Held);
}
