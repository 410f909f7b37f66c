//! Posters at the level of the library: they come out the same, whole, or not at all.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

#[path = "../examples/posters/samples.rs"]
#[expect(dead_code, reason = "the samples that are only looked at")]
mod samples;

use std::collections::BTreeMap;

use gongshi::render::chart::Kind;
use gongshi::render::poster::{
    ChartBox, ChartLane, ChartRow, EngineError, Fact, Form, Paper, Person, PosterEngine, PosterProblem, Row, Sheet,
    theme_part,
};
use gongshi::theme::Theme;

fn engine() -> PosterEngine {
    PosterEngine::new(&Theme::built_in()).unwrap()
}

#[test]
fn the_part_of_the_theme_that_posters_depend_on_is_known() {
    let part = |path: &str| theme_part(&Theme::with_overrides(BTreeMap::from([(path.to_owned(), b"x".to_vec())])));
    let plain = theme_part(&Theme::built_in());
    assert_eq!(part("static/site.css"), plain);
    assert_ne!(part("posters/parts.typ"), plain);
    assert_ne!(part("fonts/more.ttf"), plain);
    assert_ne!(part("fonts/given/a.ttf"), plain);
}

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn the_same_notice_gives_the_same_bytes_on_every_thread() {
    let data = samples::plain(3);
    let draw = || {
        let poster = engine().draw(std::slice::from_ref(&data), Sheet::default()).unwrap();
        (poster.pdf().unwrap(), poster.png(200).unwrap())
    };
    let first = draw();
    let others: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(draw)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(others.iter().all(|other| *other == first));
    let pdf = first.0;
    for mark in ["/StructTreeRoot", "/MarkInfo", "pdfuaid:part", "pdfaid:part", "/Lang", "2026-11-23T00:00:00"] {
        assert!(contains(&pdf, mark), "{mark} is missing");
    }
    assert!(first.1.starts_with(b"\x89PNG"));
}

#[test]
fn rows_go_on_as_few_sheets_as_stay_readable() {
    let engine = engine();
    for (rows, sheets) in [(0, 1), (1, 1), (8, 1), (20, 1), (40, 2), (63, 3)] {
        let poster = engine.draw(&[samples::plain(rows)], Sheet::default()).unwrap();
        assert_eq!(poster.sheets(), sheets, "{rows} rows");
    }
}

#[test]
fn papers_of_one_shape_hold_the_same_rows() {
    let engine = engine();
    for paper in [Paper::A2, Paper::A3, Paper::A4] {
        let poster = engine.draw(&[samples::plain(20)], Sheet { paper, mono: true }).unwrap();
        assert_eq!(poster.sheets(), 1, "{paper:?}");
    }
}

#[test]
fn a_character_no_font_has_stops_the_poster_and_is_named() {
    let mut data = samples::plain(2);
    data.rows[1].people[0].name = "张𪚥".to_owned();
    let problem = engine().draw(std::slice::from_ref(&data), Sheet::default()).err();
    assert_eq!(problem, Some(PosterProblem::MissingGlyph { character: '𪚥', text: "张𪚥".to_owned() }));
}

#[test]
fn a_rare_character_that_only_the_complete_font_has_prints_everywhere() {
    let mut data = samples::plain(1);
    let rare = "㐂";
    assert!(Theme::built_in().coverage().missing(rare).is_empty());
    data.title.push_str(rare);
    data.facts[0].details.push(rare.to_owned());
    assert_eq!(engine().draw(std::slice::from_ref(&data), Sheet::default()).err(), None);
}

#[test]
fn too_much_text_is_refused_and_not_shrunk() {
    let mut data = samples::plain(3);
    data.come.items = vec!["请带身份证和相关材料。".to_owned(); 60];
    let problem = engine().draw(std::slice::from_ref(&data), Sheet::default()).err();
    assert_eq!(problem, Some(PosterProblem::DoesNotFit { paper: "A3".to_owned() }));
}

/// A chart whose side way parts again, with long words everywhere.
fn chart(depth: usize) -> Vec<ChartRow> {
    let of = |kind: Kind, name: &str| ChartBox {
        kind,
        number: "12".to_owned(),
        who: "县自然资源和规划局不动产登记中心".to_owned(),
        name: name.to_owned(),
        limits: vec!["15个工作日内 · 本地承诺".to_owned(), "最多再延长10个工作日".to_owned()],
        promise: true,
        ..ChartBox::default()
    };
    let lane = |condition: &str| ChartLane {
        condition: condition.to_owned(),
        rows: if depth == 0 {
            vec![ChartRow { step: of(Kind::End, "到此为止"), ..ChartRow::default() }]
        } else {
            chart(depth - 1)
        },
    };
    let long = "由本机关会同其他机关处理并且需要依法公示的情形";
    let sides = vec![lane("材料不齐又不能补正的"), lane(long)];
    let row = |kind, name, sides, leads: &str| ChartRow { step: of(kind, name), sides, leads: leads.to_owned() };
    vec![
        row(Kind::You, "提出申请并且提交全部材料", Vec::new(), ""),
        row(Kind::Parting, "分哪一种情形", sides, long),
        row(Kind::Office, "办理", Vec::new(), ""),
        row(Kind::End, "办结", Vec::new(), ""),
    ]
}

#[test]
fn charts_that_part_again_and_again_stay_on_their_sheets() {
    let engine = engine();
    for depth in 0..3 {
        for paper in [Paper::A2, Paper::A3, Paper::A4, Paper::Free(300, 800), Paper::Free(600, 400)] {
            let mut data = samples::plain(0);
            (data.form, data.chart) = (Form::Flow, chart(depth));
            data.facts.clear();
            let drawn = engine.draw(std::slice::from_ref(&data), Sheet { paper, mono: false });
            // What is too deep for a sheet is refused and never cut.
            let problem = drawn.err();
            let refused = matches!(problem, Some(PosterProblem::DoesNotFit { .. }));
            let hard = depth == 2 || (depth == 1 && paper == Paper::A4);
            assert!(problem.is_none() || (hard && refused), "{depth} {paper:?}: {problem:?}");
        }
    }
}

#[test]
fn words_that_the_edge_cuts_off_stop_the_poster() {
    let template = "#let data = json(\"/data.json\")\n#set page(width: 100mm, height: 100mm)\n\
                    #set text(font: data.fonts.body)\n#place(dx: 90mm, box(width: 40mm, data.panels.first().issuer))";
    let own = BTreeMap::from([("posters/notice.typ".to_owned(), template.as_bytes().to_vec())]);
    let engine = PosterEngine::new(&Theme::with_overrides(own)).unwrap();
    let problem = engine.draw(&[samples::plain(0)], Sheet::default()).err();
    assert_eq!(problem, Some(PosterProblem::Cut { text: "云岭县信访局".to_owned() }));
}

#[test]
fn an_address_too_long_for_a_code_is_refused() {
    let mut data = samples::plain(1);
    let url = format!("https://example.gov.cn/{}", "长".repeat(1000));
    data.qr.as_mut().unwrap().url.clone_from(&url);
    assert_eq!(
        engine().draw(std::slice::from_ref(&data), Sheet::default()).err(),
        Some(PosterProblem::AddressTooLong { url })
    );
}

#[test]
fn faults_of_a_template_are_told() {
    let draw = |template: &str| {
        let own = BTreeMap::from([("posters/notice.typ".to_owned(), template.as_bytes().to_vec())]);
        PosterEngine::new(&Theme::with_overrides(own)).unwrap().draw(&[samples::plain(1)], Sheet::default()).err()
    };
    let said = |problem: Option<PosterProblem>| match problem {
        Some(PosterProblem::Template { message, .. }) => message,
        other => panic!("{other:?}"),
    };
    assert_eq!(said(draw("= A\n#let x = ")), "posters/notice.typ:2: expected expression");
    assert!(said(draw("#read(\"/etc/passwd\")")).contains("not found"));
    assert!(said(draw("#set text(font: \"No Such Face\")\nA")).contains("no such face"));
    // Printing nothing is a fault too.
    let Some(PosterProblem::NotPrinted { text }) = draw("#let data = json(\"/data.json\")") else { panic!() };
    assert_eq!(text, "云岭县信访局");
}

#[test]
fn fonts_that_are_none_are_refused() {
    let result = PosterEngine::new(&Theme::with_overrides(BTreeMap::from([(
        "fonts/given/my.ttf".to_owned(),
        b"none".to_vec(),
    )])));
    assert_eq!(result.err(), Some(EngineError::BadFont { path: "fonts/given/my.ttf".to_owned() }));
}

/// Whatever a clerk may type, there is a poster with every text on it, or a problem with a name.
#[test]
fn odd_text_gives_a_poster_or_a_problem() {
    let engine = engine();
    let long = ["a".repeat(300), "字".repeat(120)];
    let odd = [
        "",
        " ",
        "甲\n乙",
        "，，，",
        "（",
        "#panic()",
        "*b* _i_ $x$ `c` @a <b> \\ // \"q\" --- ~ [c]",
        "e\u{301}",
        "\u{200b}",
        "مرحبا",
        "😀",
        "한글",
        "ｆｕｌｌ　ｗｉｄｔｈ",
        "‘’“”《》1—2–3…",
        &long[0],
        &long[1],
    ];
    for text in odd.map(str::to_owned) {
        let mut data = samples::plain(1);
        let people = vec![Person { name: text.clone(), posts: text.clone(), role: text.clone(), personal: true }];
        let row = Row { date: text.clone(), weekday: text.clone(), people, topic: text.clone(), ..Row::default() };
        data.rows = vec![Row { note: text.clone(), mark: text.clone(), hours: text.clone(), ..row }];
        data.facts = vec![Fact { label: text.clone(), lines: vec![text.clone()], details: vec![text.clone()] }];
        data.small_print = vec![text.clone()];
        data.come.items = vec![text.clone()];
        data.issuer.clone_from(&text);
        data.title.clone_from(&text);
        match engine.draw(std::slice::from_ref(&data), Sheet::default()) {
            Ok(poster) => assert_eq!(poster.pdf().err(), None, "{text:?}"),
            Err(PosterProblem::MissingGlyph { .. } | PosterProblem::Cut { .. } | PosterProblem::DoesNotFit { .. }) => {}
            Err(other) => panic!("{text:?}: {other}"),
        }
    }
}
