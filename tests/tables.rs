//! Rosters whose entries stand in a table, in each form a table may have: what they say, and what is wrong with them.

#![expect(clippy::expect_used, reason = "a test stops at what it cannot read")]

use std::fs;
use std::path::Path;

use gongshi::diag::{Lang, Report, path_of, text};
use gongshi::model::session::Session;
use gongshi::pipeline::{self, Checked};
use gongshi::source::Sources;
use gongshi::theme::Theme;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use tempfile::TempDir;

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/tables");

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("created");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).expect("copied");
        }
    }
}

/// The site with the roster in one of its forms.
fn site(form: Option<&str>) -> TempDir {
    let root = tempfile::tempdir().expect("a folder");
    copy(&Path::new(SITE).join("base"), root.path());
    if let Some(form) = form {
        copy(&Path::new(SITE).join(form), &root.path().join("rosters"));
    }
    root
}

fn check(root: &TempDir) -> Checked {
    pipeline::check(root.path(), &Theme::built_in()).expect("a folder")
}

fn codes(sources: &Sources, report: &Report) -> Vec<String> {
    let found = report.sorted(sources).into_iter().map(|one| {
        let place = one.span.and_then(|span| Some((sources.get(span.file)?, span)));
        let place = place.map_or(String::new(), |(source, span)| {
            let at = source.position(span.range().start);
            format!(":{}:{} {}", at.line, at.column, sources.slice(span))
        });
        format!("{} {}{place}", one.code.id, path_of(one, sources))
    });
    found.collect()
}

fn sessions(checked: Checked) -> Vec<Session> {
    let site = checked.site.expect("a site");
    let roster = site.units[0].rosters.first().expect("a roster");
    roster.sessions.clone()
}

/// The workbook of a clerk: a title over all columns, true dates, one day merged over two lines, times as times, a
/// sheet of old months behind it.
fn workbook() -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 6, "2026年12月县领导接待群众安排表", &plain).expect("merged");
    for (column, words) in ["日期", "星期", "接访\n领导", "时间", "地点", "方式", "备注"].into_iter().enumerate()
    {
        sheet.write(1, u16::try_from(column).expect("few"), words).expect("written");
    }
    let day = |sheet: &mut Worksheet, row, column, day, format: &Format| {
        let date = ExcelDateTime::from_ymd(2026, 12, day).expect("a day");
        sheet.write_with_format(row, column, &date, format).expect("written");
    };
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let weekday = Format::new().set_num_format("aaaa");
    day(sheet, 2, 0, 1, &date);
    day(sheet, 2, 1, 1, &weekday);
    sheet.merge_range(3, 0, 4, 0, "", &date).expect("merged");
    day(sheet, 3, 0, 8, &date);
    sheet.write(3, 1, "星期二").expect("written");
    sheet.write(5, 0, "12月15日").expect("written");
    for (row, column, words) in [
        (2, 2, "陈守望"),
        (2, 3, "9:00–11:30"),
        (3, 2, "韩龑\n罗䂮英"),
        (3, 3, "9:00–11:30"),
        (3, 6, "请到二楼"),
        (4, 2, " 马会兰 "),
        (4, 3, "14:30–17:00"),
        (4, 4, "柳树镇政府"),
        (4, 5, "下访"),
        (5, 2, "罗䂮英"),
        (5, 3, "上午"),
    ] {
        sheet.write(row, column, words).expect("written");
    }
    book
}

fn save(book: &mut Workbook, root: &TempDir) {
    book.save(root.path().join("rosters/2026-12.xlsx")).expect("saved");
}

#[test]
fn every_form_gives_the_sessions_of_the_list() {
    let list = check(&site(None));
    assert_eq!(codes(&list.sources, &list.report), [""; 0]);
    let list = sessions(list);
    assert_eq!(list.len(), 4);
    for form in ["bars", "gbk", "xlsx"] {
        let root = site(Some(form));
        if form == "xlsx" {
            save(&mut workbook(), &root);
        }
        let checked = check(&root);
        let wanted: &[&str] = if form == "gbk" { &["GS0144 rosters/2026-12.csv"] } else { &[] };
        assert_eq!(codes(&checked.sources, &checked.report), wanted, "{form}");
        assert_eq!(sessions(checked), list, "{form}");
    }
}

#[test]
fn what_is_wrong_in_a_workbook_is_shown_by_cell() {
    let root = site(Some("xlsx"));
    let mut book = workbook();
    let sheet = book.worksheet_from_index(0).expect("a sheet");
    sheet.write(5, 2, "罗䂮樱").expect("written");
    sheet.write(5, 1, "星期三").expect("written");
    sheet.write(6, 2, "马会兰").expect("written");
    sheet.write(7, 0, "注：遇特殊情况另行通知").expect("written");
    sheet.write_formula(2, 6, rust_xlsxwriter::Formula::new("=A1/0").set_result("#DIV/0!")).expect("written");
    save(&mut book, &root);
    let Checked { sources, report, .. } = check(&root);
    let style = text::Style { lang: Lang::Zh, ..text::Style::default() };
    insta::assert_snapshot!("workbook-cells", text::render(&report, &sources, style));
}

#[test]
fn what_a_workbook_hides_is_not_used_and_that_is_said() {
    let root = site(Some("xlsx"));
    let mut book = workbook();
    let sheet = book.worksheet_from_index(0).expect("a sheet");
    sheet.write(1, 7, "联系电话").expect("written");
    sheet.write(2, 7, "13800138000").expect("written");
    sheet.set_column_hidden(7).expect("hidden");
    sheet.set_row_hidden(5).expect("hidden");
    book.add_worksheet().set_name("旧").expect("named").write(0, 0, "旧的").expect("written");
    book.add_worksheet().set_name("空").expect("named");
    book.add_worksheet().set_name("底稿").expect("named").set_hidden(true).write(0, 0, "底稿").expect("written");
    save(&mut book, &root);
    let checked = check(&root);
    assert_eq!(codes(&checked.sources, &checked.report), ["GS0148 rosters/2026-12.xlsx"; 3]);
    let style = text::Style { lang: Lang::Zh, ..text::Style::default() };
    insta::assert_snapshot!("workbook-hidden", text::render(&checked.report, &checked.sources, style));
    assert_eq!(sessions(checked).len(), 3);
}

#[test]
fn a_cell_far_away_and_a_bomb_are_refused() {
    let root = site(Some("xlsx"));
    let mut book = workbook();
    book.worksheet_from_index(0).expect("a sheet").write(900_000, 0, "1").expect("written");
    save(&mut book, &root);
    let checked = check(&root);
    assert_eq!(codes(&checked.sources, &checked.report), ["GS0142 rosters/2026-12.xlsx"]);

    let file = fs::File::create(root.path().join("rosters/2026-12.xlsx")).expect("created");
    let mut parcel = zip::ZipWriter::new(file);
    parcel.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    for _ in 0..65 {
        std::io::Write::write_all(&mut parcel, &vec![b' '; 1024 * 1024]).expect("written");
    }
    parcel.finish().expect("finished");
    let checked = check(&root);
    assert_eq!(codes(&checked.sources, &checked.report), ["GS0142 rosters/2026-12.xlsx"]);
}

/// Every byte of a workbook's beginning, its directory and some between turned over: never a panic.
#[test]
fn a_damaged_workbook_is_never_more_than_a_diagnostic() {
    let root = site(Some("xlsx"));
    let bytes = workbook().save_to_buffer().expect("saved");
    let path = root.path().join("rosters/2026-12.xlsx");
    for at in (0..bytes.len()).step_by(97) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        fs::write(&path, &damaged).expect("written");
        let Ok((_, sources, report)) = gongshi::load::load(root.path()) else { panic!("loaded") };
        drop(codes(&sources, &report));
    }
    for cut in [0, 4, 100, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&path, &bytes[..cut]).expect("written");
        let checked = check(&root);
        assert!(codes(&checked.sources, &checked.report).iter().all(|one| one.starts_with("GS0143")), "{cut}");
        assert!(checked.site.is_none());
    }
}

/// Tables written in the roster or beside it as CSV, with what is said about them.
#[test]
fn problems_are_told_where_they_stand() {
    let bars: &[(&str, &[&str])] = &[
        ("日期 | 接侍人\n12月1日 | 陈守望", &["GS0130 6:10 接侍人", "GS0361 7:5 12月1日"]),
        ("日期 | 接待人 | 领导\n12月1日 | 陈守望 | 韩龑", &["GS0134 6:16 领导"]),
        ("日期 | 接待人\n12月1日 | 陈守望\n | 韩龑", &["GS0147 8:4 "]),
        ("日期 | 接待人\n12月1日 | 陈守望 | 上午", &["GS0145 7:20 上午"]),
        ("日期 | 接待人\n12月1日", &["GS0145 7:5 12月1日"]),
        ("日期 | 接待人 |\n12月1日 | 陈守望\n\n日期 | 接待人\n 12月2日 | 韩龑 |", &[]),
        ("日期 | 星期 | 接待人\n12月1日 | 三 | 陈守望", &["GS0304 7:5 12月1日 | 三"]),
        ("日期 | 星期 | 接待人\n12月1日（星期二） | 周三 | 陈守望", &["GS0146 7:20 周三"]),
        ("日期 | 星期 | 接待人\n12月1日 | 上午 | 陈守望", &["GS0146 7:14 上午"]),
        ("日期 | 接待人 | 职务\n12月1日 | 陈守望 | 县长", &["GS0149 7:20 县长"]),
        ("日期 | 接待人 | 职务\n12月1日 | 韩龑 | 县长", &[]),
        ("日期 | 接待人 |  | 时间\n12月1日 | 韩龑 | 王 | 上午\n12月2日 | 韩龑 | 李 | 上午", &["GS0146 7:19 王"]),
        ("每周 | 接待人\n周一 | 韩龑\n周二 | 马会兰", &[]),
    ];
    for (table, wanted) in bars {
        let indented: String = table.lines().map(|line| format!("    {line}\n")).collect();
        let roster = format!("标题: 甲\n起止: 2026年12月\n时间: 上午\n安排:\n  表: |\n{indented}");
        assert_eq!(said(&roster, None), *wanted, "{table}");
    }
    let csv: &[(&str, &[&str])] = &[
        ("日期,接侍人\n12月1日,陈守望", &["GS0130 1:4 接侍人", "GS0361 2:1 12月1日"]),
        ("日期,接待人\n12月1日,陈守望,,\n,,\n\"12月2日\",\"韩,龑\"", &["GS0212 4:10 韩"]),
        ("2027年安排,,\n日期,接待人,\n12月1日,陈守望,\n", &["GS0148 1:1 2027年安排"]),
        ("日期,接待人\n12月1日,\"陈守望\n12月2日,韩龑\n", &["GS0146 2:7 \"陈守望"]),
    ];
    for (table, wanted) in csv {
        let roster = "标题: 甲\n起止: 2026年12月\n时间: 上午\n安排: {表: a.csv}\n";
        assert_eq!(said(roster, Some(table)), *wanted, "{table}");
    }
}

/// Code, line, column and words of every problem.
fn said(roster: &str, csv: Option<&str>) -> Vec<String> {
    let root = site(None);
    fs::write(root.path().join("rosters/2026-12.yaml"), roster).expect("written");
    if let Some(csv) = csv {
        fs::write(root.path().join("rosters/a.csv"), csv).expect("written");
    }
    let Checked { sources, report, .. } = check(&root);
    let path = if csv.is_some() { " rosters/a.csv:" } else { " rosters/2026-12.yaml:" };
    codes(&sources, &report).into_iter().map(|one| one.replace(path, " ")).collect()
}
