//! Invented notices, from the smallest to the largest and oddest.

use chrono::NaiveDate;
use gongshi::render::poster::{Block, Fact, Form, Paper, Person, PosterData, PosterWords, Qr, Row, Sheet};

/// Every sample with its name and the sheet it is meant for.
pub(crate) fn all() -> Vec<(String, PosterData, Sheet)> {
    let a3 = Sheet::default();
    let mut all: Vec<(String, PosterData, Sheet)> = Vec::new();
    for rows in [1, 3, 5, 8, 13, 20, 23, 40] {
        all.push((format!("rows-{rows:02}"), plain(rows), a3));
        all.push((format!("topics-{rows:02}"), with_topics(rows), a3));
    }
    let mono = Sheet { mono: true, ..a3 };
    all.push(("mono-05".into(), with_topics(5), mono));
    all.push(("mono-20".into(), plain(20), mono));
    for paper in [Paper::A4, Paper::A2, Paper::Free(300, 800), Paper::Free(600, 400)] {
        all.push((format!("paper-{}", paper.name()), with_topics(5), Sheet { paper, mono: false }));
    }
    all.push(("changes".into(), changes(), a3));
    all.push((
        "changes-dense".into(),
        PosterData { rows: changes().rows.into_iter().cycle().take(14).collect(), ..changes() },
        a3,
    ));
    all.push(("three-people".into(), three_people(), a3));
    all.push(("groups-places".into(), groups_and_places(6), a3));
    all.push(("groups-places-dense".into(), groups_and_places(18), a3));
    all.push(("bare".into(), bare(), a3));
    all.push(("long".into(), long(), a3));
    all.push(("english".into(), english(), a3));
    all.push((
        "english-dense".into(),
        PosterData { rows: english().rows.into_iter().cycle().take(16).collect(), ..english() },
        a3,
    ));
    all
}

const PEOPLE: [(&str, &str, &str); 9] = [
    ("陈守望", "县委书记", "全县信访工作，跨部门疑难事项"),
    ("韩龑", "县委副书记、县长", "财政、审计、重点工程、安全生产"),
    ("罗䂮英", "县委常委、常务副县长", "自然资源、住房城建、征地拆迁补偿"),
    ("欧阳鋐", "副县长、县公安局局长", "公安、司法、道路交通、社会治安"),
    ("马会兰", "副县长", "教育、医疗卫生、养老、社会救助"),
    ("周启明", "副县长", "农业农村、水利、乡村振兴"),
    ("买买提·艾力", "县人大常委会副主任", "民族宗教、文化旅游"),
    ("于洋", "县政协副主席", "工业、商务、市场监管"),
    ("邓㛃", "县人民法院院长", "涉法涉诉事项"),
];

fn text(words: &str) -> String {
    words.to_owned()
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|line| text(line)).collect()
}

fn person(index: usize) -> Person {
    let (name, posts, _) = PEOPLE[index % PEOPLE.len()];
    Person { name: text(name), posts: text(posts), personal: true, ..Person::default() }
}

/// The n-th working day from 30 November 2026 (a Monday).
fn day(n: usize) -> (String, String) {
    let start = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default();
    let date = start + chrono::Days::new((n / 5 * 7 + n % 5) as u64);
    let weekday = ["周一", "周二", "周三", "周四", "周五"][n % 5];
    (date.format("%-m月%-d日").to_string(), text(weekday))
}

/// A month of one leader a day, hours the same for all.
pub(crate) fn plain(rows: usize) -> PosterData {
    let rows = (0..rows).map(|n| {
        let (date, weekday) = day(n);
        Row { date, weekday, people: vec![person(n)], ..Row::default() }
    });
    PosterData {
        form: Form::Month,
        language: text("zh-CN"),
        document_title: text("云岭县信访局：2026年12月县领导接待群众安排"),
        issuer: text("云岭县信访局"),
        title: text("县领导接访公示"),
        period: text("2026年11月30日（周一）至12月31日（周四）"),
        period_note: String::new(),
        facts: vec![
            Fact {
                label: text("接待时间"),
                lines: texts(&["上午9:00—11:30"]),
                details: texts(&["下午2:30起由信访局接待"]),
            },
            Fact {
                label: text("接待地点"),
                lines: texts(&["县人民来访接待中心"]),
                details: texts(&["迎宾路18号一楼（公交2路县医院站）"]),
            },
            Fact {
                label: text("预约与咨询"), lines: texts(&["0000-8812345"]), details: texts(&["工作日8:00—18:00"])
            },
        ],
        rows: rows.collect(),
        sections: Vec::new(),
        chart: Vec::new(),
        limits: Vec::new(),
        come: Block {
            heading: text("您可以这样来"),
            items: texts(&[
                "提前1个工作日打电话预约；不预约也可以当天到现场取号。",
                "请带身份证和相关材料；多人反映同一事项的，推选代表，不超过5人。",
                "行动不便的，可以申请上门接访或者视频接访，电话同上。",
            ]),
        },
        addresses: Block::default(),
        elsewhere: Block::default(),
        notices: Block::default(),
        small_print: texts(&[
            "接待人因公务临时调整的，以网站公布为准，并在接待中心门口张贴。",
            "监督电话：0000-8812300（县纪委监委）",
            "本公示2026年12月31日18:00后失效　编号：云信公示〔2026〕12号　7K2M9QXA",
        ]),
        signed_by: text("云岭县信访局"),
        signed_on: text("2026年11月23日"),
        qr: Some(Qr {
            url: text("https://yunling.example.gov.cn/jf/p/7K2M9QXA.html"),
            caption: text("扫码查看最新安排"),
            address: text("yunling.example.gov.cn/jf/p/7K2M9QXA.html"),
        }),
        code: text("7K2M9QXA"),
        edition: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default(),
        words: words_zh(),
    }
}

fn words_zh() -> PosterWords {
    PosterWords {
        date: text("日期"),
        who: text("接访领导"),
        posts: text("职务"),
        topic: text("重点接待事项"),
        place: text("地点"),
        place_and_topic: text("地点和事项"),
        time: text("时间"),
        was: text("原定"),
        now: text("现调整为"),
        sheet: text("第{page}张，共{pages}张"),
        sheet_days: text("{from}至{to}"),
        qr_alt: text("二维码，打开本公示的网页：{url}"),
        ..PosterWords::default()
    }
}

fn with_topics(rows: usize) -> PosterData {
    let mut data = plain(rows);
    data.period = text("2026年11月30日（周一）至12月4日（周五）");
    for (n, row) in data.rows.iter_mut().enumerate() {
        row.topic = text(PEOPLE[n % PEOPLE.len()].2);
        row.hours = text(if n % 3 == 2 { "下午" } else { "上午" });
    }
    data.elsewhere = Block {
        heading: text("下列事项请到"),
        items: texts(&["正在诉讼的：县人民法院诉讼服务中心", "劳动人事争议：县劳动人事争议仲裁院（人社局二楼）"]),
    };
    data
}

fn changes() -> PosterData {
    let mut data = with_topics(6);
    data.rows[1].mark = text("变更");
    data.rows[1].note = text("原定陈守望，现由韩龑接待（因公外出，12月8日公布）");
    data.rows[3].mark = text("取消");
    data.rows[3].note = text("本日不接待，改在12月10日");
    data.rows[3].cancelled = true;
    data.rows[4].mark = text("补班");
    data.rows[5].mark = text("改期");
    data.rows[5].note = text("原定12月5日，现为12月7日上午9:00—11:30，地点不变，预约过的自动顺延，不用再打电话");
    data
}

fn three_people() -> PosterData {
    let mut data = with_topics(5);
    data.title = text("县领导联合接访公示");
    for (n, row) in data.rows.iter_mut().enumerate() {
        row.people = (0..=n % 3).map(|k| person(n + k)).collect();
        if n == 4 {
            row.people.push(Person { role: text("陪同"), ..person(7) });
        }
    }
    data
}

fn groups_and_places(rows: usize) -> PosterData {
    let groups = ["张某等区领导", "院长或者副院长", "镇长", "一名县级领导", "全体村干部"];
    let places = ["柳树镇人民政府一楼便民服务大厅", "上河村村部", "县人民来访接待中心", "石桥集市服务点（供销社门口）"];
    let mut data = plain(rows);
    data.title = text("县乡领导干部下访接访安排");
    data.facts.remove(1);
    for (n, row) in data.rows.iter_mut().enumerate() {
        row.hours = text(["9:00—11:30", "下午14:30—17:00", "全天"][n % 3]);
        row.place = text(places[n % places.len()]);
        if n % 2 == 0 {
            row.people = vec![Person { name: text(groups[n / 2 % groups.len()]), ..Person::default() }];
        }
    }
    data
}

fn bare() -> PosterData {
    let mut data = plain(4);
    data.qr = None;
    data.facts.truncate(1);
    data.notices = Block {
        heading: String::new(), items: texts(&["反映问题请说明时间、地点、人物和您的要求。"])
    };
    data.small_print.truncate(1);
    for row in &mut data.rows {
        for person in &mut row.people {
            person.posts.clear();
        }
    }
    data
}

fn long() -> PosterData {
    let mut data = with_topics(9);
    data.issuer = text("柳树镇社会治安综合治理中心（人民来访接待中心）");
    data.title = text("柳树镇人民政府2026年12月党政领导干部接待群众来访安排公示");
    data.period_note = text("12月以后继续按本表每周轮流，新的安排每月25日公布。");
    data.facts[1].lines = texts(&["柳树镇社会治安综合治理中心一楼群众来访接待大厅", "上河村党群服务中心"]);
    data.facts[0].lines = texts(&["上午9:00—11:30", "下午2:30—5:00"]);
    data.facts.push(Fact {
        label: text("网上提交"), lines: texts(&["国家信访局网上信访平台"]), details: Vec::new()
    });
    for row in &mut data.rows {
        row.people[0].posts =
            text("县委常委、组织部部长、统战部部长、县委党校校长，兼任柳树镇党委第一书记、乡村振兴联系人");
        row.topic = text("自然资源、住房城建、征地拆迁补偿、农村宅基地、林地承包、水库移民后期扶持；其他历史遗留问题");
    }
    data.notices = Block {
        heading: text("请您知道"),
        items: texts(&["请依次取号，听从引导。", "接待人员会给您登记回执，15日内告诉您是否受理。"]),
    };
    data
}

fn english() -> PosterData {
    let mut data = plain(0);
    let rows = [
        (
            "Sat 5 December",
            "10 am to midday",
            "Cllr Margaret O’Donoghue",
            "Chair, Housing Committee",
            "Ballinacarrig Library",
        ),
        ("Tue 8 December", "6 pm to 7.30 pm", "Cllr Tomás Ó Floinn", "", "Community Centre, Main Street"),
        (
            "Sat 12 December",
            "10 am to midday",
            "Cllr Aoife Byrne-Fitzmaurice and your local councillors",
            "",
            "Town Hall",
        ),
        ("Sat 19 December", "10 am to midday", "Cllr Li Wei", "Deputy Mayor", "Ballinacarrig Library"),
    ];
    data.language = text("en-IE");
    data.document_title = text("Ballinacarrig Town Council: councillors’ surgeries, December 2026");
    data.issuer = text("Ballinacarrig Town Council");
    data.title = text("Councillors’ advice surgeries");
    data.period = text("Saturday 5 to Saturday 19 December 2026");
    data.facts = vec![
        Fact {
            label: text("No appointment"),
            lines: texts(&["Just come along"]),
            details: texts(&["First come, first served"]),
        },
        Fact {
            label: text("Telephone"),
            lines: texts(&["000 555 0123"]),
            details: texts(&["Monday to Friday, 9 am to 5 pm"]),
        },
    ];
    data.rows = rows
        .iter()
        .map(|(date, hours, name, posts, place)| Row {
            date: text(date),
            hours: text(hours),
            people: vec![Person { name: text(name), posts: text(posts), personal: true, ..Person::default() }],
            place: text(place),
            ..Row::default()
        })
        .collect();
    data.come = Block {
        heading: text("How to come"),
        items: texts(&[
            "Bring any letters about your case.",
            "If you cannot come in person, write to the clerk or telephone; we can ring you back in the evening if that suits you better.",
        ]),
    };
    data.small_print = texts(&["Changes are published on the website, which decides.", "Notice 2026/12 · 7K2M9QXA"]);
    data.signed_by = text("The Town Clerk");
    data.signed_on = text("27 November 2026");
    data.qr = Some(Qr {
        url: text("https://ballinacarrig.example/p/7K2M9QXA.html"),
        caption: text("Scan for the latest dates"),
        address: text("ballinacarrig.example/p/7K2M9QXA.html"),
    });
    data.words = PosterWords {
        date: text("Date"),
        who: text("Councillor"),
        posts: text("Role"),
        topic: text("About"),
        place: text("Where"),
        place_and_topic: text("Where and about what"),
        time: text("Time"),
        was: text("Was"),
        now: text("Now"),
        sheet: text("Sheet {page} of {pages}"),
        sheet_days: text("{from} to {to}"),
        qr_alt: text("QR code that opens this notice on the web: {url}"),
        ..PosterWords::default()
    };
    data
}
