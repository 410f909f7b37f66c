//! Booklets: every article of a regulation is in them, in order and with its address, and the file is whole.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

#[path = "support/theme.rs"]
mod theme;

use gongshi::model::paper::Paper;
use gongshi::model::regulation::RegulationId;
use gongshi::model::site::Site;
use gongshi::model::unit::UnitId;
use gongshi::pipeline::check;
use gongshi::plan::{Subject, plan};
use gongshi::render::desk::Desk;
use gongshi::render::poster::{BookKind, BookletData, Job, Make, PosterEngine, PosterProblem, Sheet, job};
use gongshi::render::words::Language;
use gongshi::render::words::people::People;
use gongshi::theme::Theme;

const TEXT: &str = "---
标题: 阅览室管理办法
文号: 云文〔2026〕3号
制定机关: 云岭县文化馆
施行: 2026-05-01
---
（2026年4月2日馆务会议通过）

# 第一章　总则

第一条　为了方便读者，制定本办法。

第二条　阅览室分为下列几种：

（一）报刊室；

（二）书库，分为：

1.普通书库；

2.古籍书库。

前款所列各室，依照本办法第四条开放。

# 第二章　开放

第三条　开放时间如下：

| 季节 | 时间 |
| --- | --- |
| 夏 | 8点至12点 |
| 冬 | **9点**至12点 |

# 第三章　附则

第四条　读者凭证进入，依照《信访工作条例》第十八条反映意见。

第四条之一　本办法自2026年5月1日起施行。
";

fn site(text: &str) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("site.yaml", "网址: https://wenhua.example/\n代码: wenhua\n海报: 单行本\n节假日: 中国\n");
    write("unit.yaml", "名称: 云岭县文化馆\n");
    write("regulations/yuelan.md", text);
    let checked = check(folder.path(), &Theme::built_in()).unwrap();
    let told: Vec<String> = checked.report.sorted(&checked.sources).iter().map(|one| format!("{one:?}")).collect();
    checked.site.unwrap_or_else(|| panic!("{told:?}"))
}

fn booklet(site: &Site, makes: Vec<Make>) -> (BookletData, Job) {
    let plan = plan(site, &theme::files("static"));
    let language = Language::new(site, &theme::read).unwrap();
    let people = People::new(site, &language.words);
    let desk = Desk { site, plan: &plan, words: &language.words, people: &people };
    let piece = Subject::Booklet(UnitId(0), RegulationId(0)).on(Paper::A4, false);
    let job = job(&desk, piece, None, makes);
    let Job::Booklet { data, .. } = &job else { panic!("{job:?}") };
    ((**data).clone(), job)
}

#[test]
fn every_block_is_there_in_order_with_its_address() {
    let (data, _) = booklet(&site(TEXT), Vec::new());
    let told: Vec<String> = data
        .blocks
        .iter()
        .map(|block| {
            let words: Vec<String> = block
                .runs
                .iter()
                .map(|run| match run.place.as_str() {
                    "" => run.words.clone(),
                    place => format!("[{}]({place})", run.words),
                })
                .chain(block.rows.iter().map(|row| row.join("|")))
                .collect();
            format!("{:?} {} {}：{}", block.kind, block.id, block.label, words.join("/"))
        })
        .collect();
    let ids: std::collections::BTreeSet<&str> = data.blocks.iter().map(|block| block.id.as_str()).collect();
    let places = data.blocks.iter().flat_map(|block| &block.runs).map(|run| run.place.as_str());
    assert!(places.filter(|place| !place.is_empty()).all(|place| ids.contains(place)), "{told:?}");
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(data.blocks.iter().filter(|block| block.kind == BookKind::Table).count(), 1);
}

#[test]
fn the_same_booklet_is_the_same_file_with_its_places() {
    let draw = || {
        let (_, job) = booklet(&site(TEXT), vec![Make::Pdf, Make::Png(200)]);
        PosterEngine::new(&Theme::built_in()).unwrap().make(&job).unwrap()
    };
    let files = draw();
    assert_eq!(files, draw());
    let pdf = &files[0][0];
    let contains = |part: &str| pdf.windows(part.len()).any(|window| window == part.as_bytes());
    for mark in ["/StructTreeRoot", "pdfuaid:part", "pdfaid:part", "/Lang", "/Outlines", "/Dest"] {
        assert!(contains(mark), "{mark} is missing");
    }
    assert!(files[1].len() <= 2, "{} pages", files[1].len());
}

#[test]
fn a_site_of_texts_without_any_date_is_printed_too() {
    let site = site("---\n标题: 无日期的办法\n---\n第一条　试行。\n");
    let (data, job) = booklet(&site, vec![Make::Pdf]);
    assert!(data.facts.is_empty(), "{:?}", data.facts);
    assert!(PosterEngine::new(&Theme::built_in()).unwrap().make(&job).is_ok());
}

#[test]
fn characters_of_a_regulation_are_asked_for_before_it_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("regulations")).unwrap();
    std::fs::write(folder.path().join("unit.yaml"), "名称: 云岭县文化馆\n").unwrap();
    std::fs::write(folder.path().join("regulations/a.md"), "---\n标题: 办法\n---\n第一条　由𪚥同志保管。\n").unwrap();
    let codes = |posters: &str| -> Vec<String> {
        std::fs::write(folder.path().join("site.yaml"), format!("代码: a\n海报: {posters}\n")).unwrap();
        let checked = check(folder.path(), &Theme::built_in()).unwrap();
        checked.report.sorted(&checked.sources).iter().map(|one| one.code.id.to_owned()).collect()
    };
    assert_eq!(codes("单行本"), ["GS0801"]);
    assert!(codes("无").is_empty());
}

/// What pasted texts may hold, each in a booklet that is whole.
#[test]
fn odd_texts_are_printed() {
    let table: String = (1..=40)
        .map(|n| format!("| 第{n}项不动产登记费 | 依照有关规定收取，每件若干元，另有规定的除外 | 财政局 | 县里 |\n"))
        .collect();
    let texts = [
        "# 第一节　一般规定\n\n第一条　甲。\n\n# 第二节　其他\n\n第二条　乙。\n".to_owned(),
        "第一编　总则\n\n第一章　甲\n\n第一节　乙\n\n第一条　丙。\n".to_owned(),
        format!("第一条　收费如下：\n\n| 项目 | 依据 | 单位 | 范围 |\n| --- | --- | --- | --- |\n{table}"),
        "没有条的文件，只有几段话。\n\n第二段。\n".to_owned(),
        String::new(),
    ];
    let engine = PosterEngine::new(&Theme::built_in()).unwrap();
    for text in texts {
        let (_, job) = booklet(&site(&format!("---\n标题: 办法\n施行: 2026-05-01\n---\n{text}")), vec![Make::Pdf]);
        assert!(engine.make(&job).is_ok(), "{text}: {:?}", engine.make(&job).err());
    }
}

/// The code that is printed follows what is printed, and nothing else.
#[test]
fn a_code_is_of_what_a_booklet_says() {
    let code = |text: &str| booklet(&site(text), Vec::new()).0.code;
    let first = code(TEXT);
    assert_eq!(code(&TEXT.replace("标题: 阅览室管理办法", "标题: 阅览室管理办法\n审核: {拟稿: 周启明}")), first);
    assert_eq!(code(&TEXT.replace("**9点**", "9点")), first);
    for (was, now) in [("云文〔2026〕3号", "云文〔2026〕4号"), ("报刊室", "期刊室"), ("05-01", "06-01")]
    {
        assert_ne!(code(&TEXT.replace(was, now)), first, "{was}");
    }
}

#[test]
fn a_long_one_goes_on_over_pages() {
    let long: String = (1..=120).map(|n| format!("第{n}条　{}\n\n", "各室应当保持安静。".repeat(12))).collect();
    let text = format!("---\n标题: 长的办法\n---\n{long}");
    let (_, job) = booklet(&site(&text), vec![Make::Png(100)]);
    let files = PosterEngine::new(&Theme::built_in()).unwrap().make(&job).unwrap();
    assert!((12..40).contains(&files[0].len()), "{} pages", files[0].len());
}

#[test]
fn a_character_without_a_glyph_is_named_and_a_template_may_leave_nothing_out() {
    let (mut data, _) = booklet(&site(TEXT), Vec::new());
    let engine = PosterEngine::new(&Theme::built_in()).unwrap();
    data.blocks[2].runs[0].words.push('𪚥');
    let Err(PosterProblem::MissingGlyph { character: '𪚥', text }) = engine.bind(&data, Sheet::default()) else {
        panic!()
    };
    assert!(text.contains("方便读者"), "{text}");
    let silent = "#let data = json(\"/data.json\")\n#data.booklet.issuer #data.booklet.title";
    let own = [("posters/booklet.typ".to_owned(), silent.as_bytes().to_vec())].into();
    let engine = PosterEngine::new(&Theme::with_overrides(own)).unwrap();
    let (data, _) = booklet(&site(TEXT), Vec::new());
    assert!(matches!(engine.bind(&data, Sheet::default()), Err(PosterProblem::NotPrinted { .. })));
}
