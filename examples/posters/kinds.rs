//! Invented notices of the other kinds: for a day, of changes, of a unit, and sets.

use gongshi::render::poster::{Block, Form, Paper, Part, PosterData, Row, Sheet};

use crate::samples;

/// Every sample with its name and the sheet it is meant for.
pub(crate) fn all() -> Vec<(String, Vec<PosterData>, Sheet)> {
    let on = |paper, mono| Sheet { paper, mono };
    let mut all = Vec::new();
    for rows in [1, 2, 5, 12, 20] {
        all.push((format!("day-{rows:02}"), vec![day(rows)], on(Paper::A4, false)));
    }
    all.push(("day-mono".into(), vec![day(2)], on(Paper::A4, true)));
    all.push(("day-wide".into(), vec![day(2)], on(Paper::Free(594, 420), false)));
    for rows in [1, 2, 5, 12, 20, 40] {
        all.push((format!("change-{rows:02}"), vec![change(rows)], on(Paper::A4, false)));
    }
    all.push(("change-mono".into(), vec![change(5)], on(Paper::A4, true)));
    for (places, paper) in [(1, Paper::A4), (3, Paper::A4), (3, Paper::A3), (6, Paper::A3)] {
        all.push((format!("unit-{places}-{}", paper.name()), vec![unit(places)], on(paper, false)));
    }
    all.push(("unit-mono".into(), vec![unit(2)], on(Paper::A4, true)));
    all.push(("set".into(), vec![unit(2), samples::plain(6), samples::plain(14)], on(Paper::A3, false)));
    all.push(("set-mono".into(), vec![unit(2), samples::plain(5)], on(Paper::A3, true)));
    for (rows, paper) in [(12, Paper::Free(600, 1600)), (20, Paper::Free(594, 420)), (5, Paper::Free(594, 420))] {
        all.push((format!("month-{rows}-{}", paper.name()), vec![samples::plain(rows)], on(paper, false)));
    }
    all
}

fn text(words: &str) -> String {
    words.to_owned()
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|line| text(line)).collect()
}

fn day(rows: usize) -> PosterData {
    let mut data = samples::plain(rows);
    data.form = Form::Day;
    data.title = text("今日接待");
    data.period = text("2026年12月7日（周一）");
    data.facts.remove(0);
    for (n, row) in data.rows.iter_mut().enumerate() {
        row.date = text(["上午9:00至11:30", "下午2:30至5:00"][n % 2]);
        row.weekday.clear();
        if n == 1 {
            row.mark = text("变更");
            row.note = text("原定陈守望，现由韩龑接待（因公外出）");
        }
        if n == 2 {
            row.people.push(gongshi::render::poster::Person {
                role: text("陪同"),
                name: text("于洋"),
                posts: text("县政协副主席"),
                personal: true,
            });
        }
    }
    data
}

fn change(rows: usize) -> PosterData {
    let mut data = samples::plain(rows);
    data.form = Form::Change;
    data.title = text("接待安排变更公告");
    data.period = text("《2026年12月县领导接待群众安排》有下列变更");
    data.period_note = text("自2026年12月8日起，下列接待按本公告执行；表中没有的，照原来的安排。");
    data.facts.remove(0);
    data.come.items.clear();
    for (n, row) in data.rows.iter_mut().enumerate() {
        let (mark, was, now, note): (_, &[&str], &[&str], _) = match n % 4 {
            0 => ("变更", &["陈守望（县委书记）"], &["韩龑（县委副书记、县长）"], "因公外出"),
            1 => ("变更", &["罗䂮英（县委常委、常务副县长）", "12月10日（周四）"], &["12月17日（周四）"], ""),
            2 => ("取消", &["欧阳鋐（副县长、县公安局局长）"], &["取消，当天不接待"], "因会议"),
            _ => (
                "变更",
                &["上午9:00至11:30", "县人民来访接待中心"],
                &["下午2:30至5:00", "柳树镇人民政府一楼便民服务大厅"],
                "后来又有变动，以2026年12月10日的公告为准",
            ),
        };
        *row = Row {
            date: row.date.clone(),
            weekday: row.weekday.clone(),
            mark: text(mark),
            was: texts(was),
            now: now.iter().map(|words| Part { words: text(words), changed: true }).collect(),
            note: text(note),
            ..Row::default()
        };
    }
    data
}

fn unit(places: usize) -> PosterData {
    let names = [
        "县人民来访接待中心",
        "柳树镇便民服务中心",
        "上河村党群服务中心",
        "石桥集市服务点",
        "青石镇政府",
        "河口村村部",
    ];
    let mut data = samples::plain(0);
    data.form = Form::Unit;
    data.title = text("来访指南");
    data.period.clear();
    data.come.items.clear();
    data.signed_on.clear();
    data.sections = (0..places)
        .map(|n| Block {
            heading: text(names[n % names.len()]),
            items: texts(&[
                "地址：云岭县迎宾路18号一楼",
                "怎么走：公交2路、5路到县医院站下，往东走200米；自己开车来的，停在院内东侧停车场，免费两小时。",
                "办公时间：工作日8:00—12:00，14:00—18:00",
                "电话：0000-8812345",
                "无障碍：一楼有坡道，备有轮椅和老花镜；需要手语翻译的请提前一天打电话。",
            ]),
        })
        .collect();
    data.sections.push(Block {
        heading: text("逢集的日子"),
        items: texts(&["柳树集：农历三、六、九", "石桥集：农历初一、十五"]),
    });
    data
}
