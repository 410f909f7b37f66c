//! Notices of all kinds: what they say, who draws them, and what happens when one cannot be drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests may panic like the tests themselves")]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/theme.rs"]
mod theme;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output as Ended};
use std::sync::Mutex;

use gongshi::error::Error;
use gongshi::model::paper::Paper;
use gongshi::model::poster::PosterKind;
use gongshi::model::procedure::{
    Act, Actor, Basis, Extension, Late, Length, Limit, LimitKind, Procedure, Step, TimeLimit, Way,
};
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline::posters::{BATCH, Worker, single};
use gongshi::plan::posters::subjects;
use gongshi::plan::{Piece, Subject, plan};
use gongshi::render::desk::Desk;
use gongshi::render::poster::{Files, Job, Make, PosterData, PosterProblem, panels};
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::theme::Theme;
use tempfile::TempDir;

fn said(site: &Site, subject: Subject) -> Vec<PosterData> {
    let plan = plan(site, &theme::files("static"));
    let language = Language::new(site, &theme::read).unwrap();
    let people = People::new(site, &language.words);
    panels(&Desk { site, plan: &plan, words: &language.words, people: &people }, subject, None)
}

fn lines(notices: &[PosterData]) -> String {
    let notice = |data: &PosterData| {
        let table = [&data.words.date, &data.words.was, &data.words.now];
        let words = data.printed().join("\n");
        // The tables have heads of their own.
        format!("[{:?}] {}\n{words}\n{}\n", data.form, data.document_title, table.map(String::as_str).join(" | "))
    };
    notices.iter().map(notice).collect()
}

/// Name, what kind, what when late, and where it goes in which case.
type Row<'a> = (&'a str, Act, Option<Late>, &'a [(&'a str, usize)]);

/// A procedure with all kinds of limits, a side way that comes back and one that ends.
fn procedure() -> Procedure {
    let basis = |words: &str| Some(Basis(words.to_owned()));
    let within = |length, kind, from: &str| {
        let extension = Extension {
            at_most: Length::Days(30),
            condition: Some("经负责人批准".to_owned()),
            basis: basis("《甲条例》第三条"),
        };
        let extension = (length == Length::Days(60)).then_some(extension);
        let basis = basis("《甲条例》第二条").filter(|_| kind == LimitKind::Statutory);
        let not_counted = if extension.is_some() { vec!["听证的时间".to_owned()] } else { Vec::new() };
        Limit::Within(Box::new(TimeLimit { length, from: Some(from.to_owned()), kind, basis, extension, not_counted }))
    };
    let office = |limit| Act::Step { actor: Actor::Office("县信访局".to_owned()), limit };
    let you = |limit| Act::Step { actor: Actor::You, limit };
    let ask = || Some(Late::Ask { whom: "督查股".to_owned(), phone: Some("0736-5550199".to_owned()) });
    let lost = Some(Late::Consequence("不再受理".to_owned()));
    let (law, promise) = (LimitKind::Statutory, LimitKind::LocalPromise);
    let rows: Vec<Row<'_>> = vec![
        ("提出", you(Limit::Unstated(None)), None, &[("", 1)]),
        ("登记", office(within(Length::Workdays(2), promise, "收到之日")), ask(), &[("", 2)]),
        ("归谁管", Act::Parting, None, &[("不归", 1), ("诉讼的", 5), ("仲裁的", 6), ("归", 3)]),
        ("处理", office(within(Length::Days(60), law, "受理之日")), ask(), &[("", 4)]),
        ("请求复查", you(within(Length::Days(30), law, "收到答复之日")), lost, &[]),
        ("走司法程序", Act::End, None, &[]),
        ("按仲裁办", office(Limit::Elsewhere(basis("《甲条例》第四条"))), None, &[]),
    ];
    let step = |(at, (name, act, late, next)): (usize, Row<'_>)| {
        let condition = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        let way = |(words, to): &(&str, usize)| Way { condition: condition(words), to: *to, basis: None };
        Step {
            id: format!("s{at}"),
            name: Some(name.to_owned()),
            does: format!("{name}怎么做。"),
            act,
            you_get: if name == "处理" { vec!["《答复书》".to_owned()] } else { Vec::new() },
            late,
            next: next.iter().map(way).collect(),
            basis: Vec::new(),
        }
    };
    Procedure {
        unit: UnitId(0),
        stem: "banli".to_owned(),
        title: "办理程序".to_owned(),
        applies_to: vec!["向县里提出的事".to_owned()],
        basis: Vec::new(),
        issued_by: None,
        issued_on: Some(sample::day(2026, 11, 2)),
        number: None,
        complaints_phone: None,
        rights: vec!["查询办到哪一步。".to_owned()],
        notes: vec!["记下收到文书的日期。".to_owned()],
        steps: rows.into_iter().enumerate().map(step).collect(),
        last_days: Vec::new(),
    }
}

#[test]
fn each_kind_says_what_it_said() {
    let mut site = sample::site();
    site.procedures.push(procedure());
    // What a booklet says is seen in the tests of booklets.
    for kind in PosterKind::ALL.into_iter().filter(|kind| *kind != PosterKind::Booklet) {
        let all: Vec<Subject> = (0..site.units.len()).flat_map(|unit| subjects(&site, UnitId(unit), kind)).collect();
        assert!(!all.is_empty(), "{kind:?}");
        // Of days those on which something is out of the ordinary say most.
        let day = |subject: &Subject| match subject {
            Subject::Day(..) => said(&site, *subject)[0].rows.iter().map(|row| row.note.len()).sum::<usize>(),
            _ => 0,
        };
        let shown: Vec<Subject> = match kind {
            PosterKind::Day => all.iter().copied().max_by_key(day).into_iter().collect(),
            PosterKind::Month => continue,
            _ => all.iter().copied().take(2).collect(),
        };
        let words: String = shown.iter().map(|subject| lines(&said(&site, *subject))).collect();
        insta::assert_snapshot!(kind.name(), words);
    }
}

/// What was announced one day stays as it was announced; what came later is said to have come.
#[test]
fn a_notice_of_changes_keeps_to_its_day() {
    use gongshi::model::session::{Change, ChangeKind};
    let mut site = sample::site();
    let change = |kind, announced| Change { kind, reason: None, announced, own_day: true };
    let (first, second) = (sample::day(2026, 12, 1), sample::day(2026, 12, 3));
    let session = site.units[0].rosters[0].sessions.iter_mut().find(|session| session.changes.is_empty()).unwrap();
    let (was, was_hours) = (session.date, session.hours.clone());
    session.date = was.succ_opt().unwrap();
    session.changes.push(change(ChangeKind::Moved { was }, Some(first)));
    session.changes.push(change(ChangeKind::Retimed { was: was_hours }, Some(second)));
    let id = gongshi::model::roster::RosterId { unit: UnitId(0), index: 0 };
    let row = |day| said(&site, Subject::Change(id, Some(day)))[0].rows.last().unwrap().clone();
    let days = |rows: &gongshi::render::poster::Row| (rows.was.clone(), rows.now.clone(), rows.note.clone());
    let (was, now, note) = days(&row(first));
    let changed: Vec<&String> = now.iter().filter(|part| part.changed).map(|part| &part.words).collect();
    assert!(now.len() == 4 && changed == [&now[0].words] && was[1] == now[1].words, "{was:?} {now:?}");
    assert!(note.contains("2026年12月3日的公告"), "{note}");
    let (_, _, note) = days(&row(second));
    assert_eq!(note, "");
}

/// A session that one notice adds and a later one changes: the first does not know what is to come.
#[test]
fn a_notice_that_adds_a_session_tells_it_as_it_was_added() {
    use gongshi::model::hours::Hours;
    use gongshi::model::session::{Change, ChangeKind, Participant, Role, Who};
    let mut site = sample::site();
    let post = |name: &str| vec![Participant { role: Role::Receives, who: Who::Post(name.to_owned()) }];
    let (first, second) = (sample::day(2026, 12, 1), sample::day(2026, 12, 3));
    let session = site.units[0].rosters[0].sessions.iter_mut().find(|session| session.changes.is_empty()).unwrap();
    let (was, hours) = (session.date, session.hours.clone());
    session.date = sample::day(2027, 1, 5);
    session.people = post("副县长");
    session.hours = Hours::Unstated;
    let change = |kind, announced| Change { kind, reason: None, announced: Some(announced), own_day: true };
    session.changes = vec![
        change(ChangeKind::Added, first),
        change(ChangeKind::Substituted { was: post("县长"), now: post("副县长"), before: post("县长") }, second),
        change(ChangeKind::Moved { was }, second),
        change(ChangeKind::Retimed { was: hours.clone() }, second),
    ];
    let then = session.as_of(1);
    assert_eq!((then.date, &then.people, &then.hours), (was, &post("县长"), &hours));
    assert_eq!(session.as_of(4), *session);
    let id = gongshi::model::roster::RosterId { unit: UnitId(0), index: 0 };
    let rows = |day| said(&site, Subject::Change(id, Some(day)))[0].rows.clone();
    let told: Vec<_> = rows(first).into_iter().filter(|row| row.mark == "增加").collect();
    assert_eq!((told.len(), told[0].now[2].words.as_str()), (1, "县长"));
    let told = rows(second).pop().unwrap();
    let now: Vec<&str> = told.now.iter().map(|part| part.words.as_str()).collect();
    assert_eq!((now[0], now[1], now[2]), ("2027年1月5日（周二）", "未写时间", "副县长"));
}

/// 人数 is no guidance for visitors: it stands with the group that receives.
#[test]
fn how_many_receive_is_said_of_those_who_receive() {
    use gongshi::model::session::{OwnTerm, Participant, Role, Who};
    let mut site = sample::site();
    for session in &mut site.units[0].rosters[0].sessions {
        session.people = vec![Participant { role: Role::Receives, who: Who::Post("县人大代表".to_owned()) }];
        session.terms = vec![OwnTerm::Count(5)];
    }
    let id = gongshi::model::roster::RosterId { unit: UnitId(0), index: 0 };
    for subject in [Subject::Roster(id), Subject::Unit(UnitId(0))] {
        let notice = &said(&site, subject)[0];
        assert!(notice.rows.iter().all(|row| row.people[0].name == "县人大代表5人"), "{:?}", notice.rows);
        assert!(!notice.printed().iter().any(|words| words.contains("每次5人")), "{:?}", notice.printed());
    }
}

/// Who stands before the door must not read 今日接待 where nobody receives.
#[test]
fn a_day_on_which_all_is_cancelled_says_so_and_when_to_come() {
    use gongshi::model::session::{Change, ChangeKind};
    let mut site = sample::site();
    let date = site.units[0].rosters[0].sessions[0].date;
    for unit in &mut site.units {
        for session in unit.rosters.iter_mut().flat_map(|roster| &mut roster.sessions) {
            if session.date == date {
                let kind = ChangeKind::Cancelled;
                session.changes =
                    vec![Change { kind, reason: Some("会议".to_owned()), announced: None, own_day: true }];
            }
        }
    }
    let notice = &said(&site, Subject::Day(UnitId(0), date))[0];
    assert_eq!(notice.title, "今日不接待");
    assert!(notice.rows.iter().all(|row| row.cancelled && row.place.is_empty()), "{:?}", notice.rows);
    assert!(notice.rows[0].note.ends_with("因会议取消。"), "{}", notice.rows[0].note);
    let labels: Vec<&str> = notice.facts.iter().map(|fact| fact.label.as_str()).collect();
    assert!(labels.contains(&"下一次接待") && !labels.contains(&"接待地点"), "{labels:?}");
}

/// One roster's rule for booking must not be read as that of all who receive that day.
#[test]
fn what_a_day_says_of_booking_holds_for_every_row() {
    use gongshi::model::roster::{Booking, Need};
    let mut site = sample::site();
    let mut other = site.units[0].rosters[0].clone();
    other.stem = "other".to_owned();
    other.booking = Some(Booking { need: Need::NotNeeded, ..Booking::default() });
    let date = other.sessions[0].date;
    site.units[0].rosters.push(other);
    let notice = &said(&site, Subject::Day(UnitId(0), date))[0];
    assert!(!notice.come.items.iter().any(|item| item.contains("预约")), "{:?}", notice.come);
    let terms: Vec<String> = notice.rows.iter().map(|row| row.terms.concat()).collect();
    assert!(terms.iter().any(|said| said.starts_with("不需要预约")), "{terms:?}");
    assert!(terms.iter().any(|said| said.starts_with("预约的优先接待")), "{terms:?}");
}

/// Draws nothing and counts.
struct Idle<'a>(&'a Mutex<Vec<usize>>, usize);

impl Worker for Idle<'static> {
    fn draw(&mut self, job: &Job) -> Result<Result<Files, PosterProblem>, Error> {
        self.0.lock().unwrap()[self.1] += 1;
        let Job::Notice { sheet, .. } = job else { panic!("no notice") };
        Ok(match sheet.paper {
            Paper::Free(_, 666) => Err(PosterProblem::DoesNotFit { paper: sheet.paper.name() }),
            Paper::Free(_, 999) => return Err(Error::Worker("killed".to_owned())),
            _ => Ok(vec![vec![sheet.paper.name().into_bytes()]]),
        })
    }
}

/// The files of each piece by its number.
type Done = BTreeMap<usize, Vec<Vec<u8>>>;

/// Runs pieces through idle workers: how many each drew, what came back, and how it ended.
fn run(pieces: &[Piece]) -> (Vec<usize>, Done, Result<(), Error>) {
    let site = sample::site();
    let drawn: &'static Mutex<Vec<usize>> = Box::leak(Box::default());
    let done = Mutex::new(BTreeMap::new());
    let hire = || -> Result<Box<dyn Worker>, Error> {
        let mut drawn_here = drawn.lock().unwrap();
        drawn_here.push(0);
        Ok(Box::new(Idle(drawn, drawn_here.len() - 1)))
    };
    let keep = |at, files| {
        done.lock().unwrap().insert(at, files);
        Ok(())
    };
    let ended = single(&site, &Theme::built_in(), pieces, &|_| None, &|_| Make::Pdf, Some(&hire), &keep);
    (drawn.lock().unwrap().clone(), done.into_inner().unwrap(), ended)
}

fn many(count: u16, height: impl Fn(u16) -> u16) -> Vec<Piece> {
    (0..count).map(|at| Subject::Unit(UnitId(0)).on(Paper::Free(100 + at, height(at)), false)).collect()
}

#[test]
fn no_worker_draws_more_than_a_batch() {
    let pieces = many(700, |_| 200);
    let (drawn, done, ended) = run(&pieces);
    ended.unwrap();
    assert_eq!(drawn.iter().sum::<usize>(), 700);
    assert!(drawn.iter().all(|count| *count <= BATCH) && drawn.len() >= 700usize.div_ceil(BATCH), "{drawn:?}");
    // Each went to the piece it was drawn for.
    for (at, piece) in pieces.iter().enumerate() {
        assert_eq!(done[&at], [piece.paper.name().into_bytes()]);
    }
}

#[test]
fn problems_of_all_posters_come_back_and_stand_at_their_files() {
    let (_, done, ended) = run(&many(60, |at| if at % 20 == 7 { 666 } else { 200 }));
    let Err(Error::Posters(report)) = ended else { panic!("{ended:?}") };
    let found: Vec<(&str, String)> =
        report.iter().map(|one| (one.code.id, gongshi::diag::path_of(one, &Default::default()).to_owned())).collect();
    assert_eq!(found, vec![("GS0802", "unit.yaml".to_owned()); 3]);
    assert_eq!(done.len(), 57);
}

#[test]
fn a_worker_that_dies_ends_it_all_with_a_word_on_why() {
    let (_, _, ended) = run(&many(60, |at| if at == 30 { 999 } else { 200 }));
    let Err(Error::Worker(why)) = ended else { panic!("{ended:?}") };
    assert_eq!(why, "killed");
}

fn gongshi(dir: &Path, typed: &[&str]) -> Ended {
    Command::new(env!("CARGO_BIN_EXE_gongshi"))
        .args(typed)
        .current_dir(dir)
        .env("LC_ALL", "zh_CN.UTF-8")
        .output()
        .unwrap()
}

fn new_site(posters: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    assert!(gongshi(dir.path(), &["new", "."]).status.success());
    let site = dir.path().join("content/site.yaml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(site, format!("{text}\n海报: {posters}\n")).unwrap();
    dir
}

/// Sixteen posters are more than are drawn in the program itself.
const SIXTEEN: &str = "[101x200 月告示, 102x200 月告示, 103x200 月告示, 104x200 月告示, 105x200 月告示, 106x200 月告示, \
                       107x200 月告示, 108x200 月告示, 109x200 月告示, 110x200 月告示, 111x200 月告示, 112x200 月告示, \
                       113x200 月告示, 114x200 月告示, 115x200 月告示, 116x200 月告示]";

fn pdfs(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let pdfs = files.filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    pdfs.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())).collect()
}

#[test]
fn workers_draw_what_the_program_draws_itself() {
    let dir = new_site(SIXTEEN);
    let built = gongshi(dir.path(), &["build"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let by_workers = pdfs(&dir.path().join("public/posters"));
    assert_eq!(by_workers.len(), 16);
    for (name, bytes) in by_workers.iter().take(2) {
        let paper = name.split('.').nth(1).unwrap();
        let made = gongshi(dir.path(), &["poster", "--paper", paper, "--out", "single"]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        assert_eq!(&fs::read(dir.path().join(format!("single/2026-12-{paper}.pdf"))).unwrap(), bytes, "{paper}");
    }
    let again = gongshi(dir.path(), &["build"]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("新写 0 个文件"));
}

#[test]
fn what_workers_find_wrong_is_told_like_all_else_and_nothing_is_published() {
    let dir = new_site(SIXTEEN);
    assert!(gongshi(dir.path(), &["build"]).status.success());
    let before = fs::read(dir.path().join("public/manifest.json")).unwrap();
    let roster = dir.path().join("content/rosters/2026-12.yaml");
    let text = fs::read_to_string(&roster).unwrap();
    let notes: String = (0..90).map(|at| format!("  - 第{at}条须知，请您来之前先看清楚再出门。\n")).collect();
    fs::write(&roster, format!("{text}\n须知:\n{notes}")).unwrap();
    let refused = gongshi(dir.path(), &["build"]);
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{words}");
    assert!(
        words.contains("GS0802") && words.contains("rosters/2026-12.yaml") && words.contains("没有发布"),
        "{words}"
    );
    assert_eq!(fs::read(dir.path().join("public/manifest.json")).unwrap(), before);
}

#[test]
fn single_notices_of_each_kind_have_plain_names() {
    let dir = new_site("无");
    let cases: [(&[&str], &str); 5] = [
        (&["--day", "2026-12-15"], "./day-2026-12-15-a4.pdf\n"),
        (&["--kind", "unit", "--mono", "--format", "svg"], "./unit-a4-mono.svg\n"),
        (&["--kind", "set", "--paper", "a2"], "./set-a2.pdf\n"),
        (&["--paper", "a3,a4", "--roster", "rosters/2026-12.yaml"], "./2026-12-a3.pdf\n./2026-12-a4.pdf\n"),
        (&["--kind", "change"], ""),
    ];
    for (typed, names) in cases {
        let made = gongshi(dir.path(), &[&["poster"], typed].concat());
        assert_eq!(String::from_utf8_lossy(&made.stdout), names, "{typed:?} {}", String::from_utf8_lossy(&made.stderr));
        for name in names.lines() {
            assert!(fs::metadata(dir.path().join(name)).unwrap().len() > 1000, "{name}");
        }
    }
}
