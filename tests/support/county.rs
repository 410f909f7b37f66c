//! A county with a town in a folder of its own, released and built step by step.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at what it cannot read")]
#![allow(dead_code, reason = "not every test needs all of it")]

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use gongshi::diag::code::Severity;
use gongshi::diag::{Lang, Report};
use gongshi::error::Error;
use gongshi::load::Hold;
use gongshi::model::site::Site;
use gongshi::pipeline::{self, Checked, Order, release};
use gongshi::publish::Place;
use gongshi::theme::Theme;

pub(crate) const SITE: &str = "代码: qinghe\n网址: https://example.org/\n海报: A3 月告示、A4 变更\n提前公示: 5天\n";
pub(crate) const UNIT: &str = "名称: 清河县\n地址: 人民路1号\n电话: 0999-1234567\n";
pub(crate) const LEADERS: &str =
    "人员:\n  - {姓名: 陈守望, 职务: 县委书记}\n  - {姓名: 韩龑, 职务: 县长}\n  - {姓名: 马会兰, 职务: 副县长}\n";
pub(crate) const ROSTER: &str = "标题: 2026年12月安排\n起止: 2026年12月\n地点: 县接待中心\n时间: 9:00–11:30\n携带: 身份证\n公示: [{渠道: 镇村公开栏, 日期: 2026-11-28}]\n安排:\n  - {接待人: 陈守望, 日期: 2026-12-01}\n  - {接待人: 韩龑, 日期: 2026-12-08}\n  - {接待人: 马会兰, 日期: 2026-12-15, 时间: 下午}\n";
pub(crate) const TOWN: &str = "名称: 柳树镇\n地址: 镇街2号\n电话: 0999-7654321\n";
pub(crate) const TOWN_ROSTER: &str =
    "标题: 柳树镇12月安排\n起止: 2026年12月\n地点: 镇政府\n时间: 上午\n安排:\n  - {接待人: 田秀禾, 日期: 2026-12-03}\n";

/// A county with a town, in a folder that is gone when the test is over.
pub(crate) struct County(pub(crate) tempfile::TempDir);

impl County {
    pub(crate) fn new() -> Self {
        let county = Self(tempfile::tempdir().expect("a folder"));
        for (path, text) in [
            ("site.yaml", SITE),
            ("unit.yaml", UNIT),
            ("leaders.yaml", LEADERS),
            ("rosters/2026-12.yaml", ROSTER),
            ("notices/way.md", "---\n标题: 怎么走\n日期: 2026-11-20\n---\n从东门进。\n"),
            ("liushu/unit.yaml", TOWN),
            ("liushu/leaders.yaml", "人员:\n  - {姓名: 田秀禾, 职务: 镇长}\n"),
            ("liushu/rosters/2026-12.yaml", TOWN_ROSTER),
        ] {
            county.write(path, text);
        }
        county
    }

    pub(crate) fn content(&self) -> std::path::PathBuf {
        self.0.path().join("content")
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.content().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.content().join(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, &text.replace(from, to));
    }

    pub(crate) fn check(&self) -> Checked {
        pipeline::check(&self.content(), &Theme::built_in()).expect("a folder")
    }

    pub(crate) fn site(&self) -> Site {
        let checked = self.check();
        checked.site.unwrap_or_else(|| panic!("{}", told(&checked.report)))
    }

    /// Records what differs; `None` where nothing does.
    pub(crate) fn release_on(&self, declared: &str, recorded: &str) -> Option<release::Proposal> {
        let site = self.site();
        let before = site.past.ledger.clone();
        let proposal = release::propose(site, day(declared), day(recorded)).expect("an entry")?;
        release::write(&self.content(), &Hold::default(), &before, &proposal).expect("written");
        Some(proposal)
    }

    pub(crate) fn release(&self, on: &str) -> Option<release::Proposal> {
        self.release_on(on, on)
    }

    pub(crate) fn publish(&self, site: Site) -> Result<(), Error> {
        self.publish_holding(site, &Hold::default())
    }

    /// Publishes a site that was read with some units held.
    pub(crate) fn publish_holding(&self, site: Site, hold: &Hold) -> Result<(), Error> {
        let (content, project) = (self.content(), self.0.path());
        let target = project.join("public");
        let place = Place { target: &target, content: &content, project, protected: &[], durable: false };
        let order = Order { place, hold, posters: true, data: true, signer: None };
        // Which notices there are decides addresses; none is drawn here.
        pipeline::build(site, &Theme::built_in(), &order, &|_, _| {}).map(|_| ())
    }

    pub(crate) fn build(&self) {
        self.publish(self.site()).expect("published");
    }

    pub(crate) fn page(&self, path: &str) -> String {
        let text = fs::read_to_string(self.0.path().join("public").join(path));
        text.unwrap_or_else(|_| panic!("no page {path}"))
    }

    pub(crate) fn codes(&self) -> BTreeSet<String> {
        let names = fs::read_dir(self.0.path().join("public/p")).unwrap();
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn told(report: &Report) -> String {
    report.iter().map(|one| format!("{} {}\n", one.code.id, one.message(Lang::Zh))).collect()
}

/// Errors, and whatever is said of releases. A late posting and a place without an address are not what is tested here.
pub(crate) fn ids(report: &Report) -> Vec<&'static str> {
    let told = report.iter().filter(|one| one.code.severity == Severity::Error || one.code.id.starts_with("GS09"));
    told.map(|one| one.code.id).collect()
}
