//! The notices and pages of the sample county.

use super::*;

pub(super) fn notices() -> Vec<Notice> {
    let notice = |unit, stem: &str, title: &str, date, html: &str, summary: &str| Notice {
        unit,
        stem: stem.to_owned(),
        title: title.to_owned(),
        date,
        issued_by: None,
        number: None,
        column: None,
        expires: None,
        text: [0; 32],
        html: html.to_owned(),
        summary: summary.to_owned(),
    };
    let mut change = notice(
        COUNTY,
        "2026-12-08-tiaozheng",
        "关于12月15日县领导接待安排调整的通告",
        day(2026, 12, 8),
        "<p>原定12月15日（周二）由县委书记陈守望接待群众，因公外出，现由县委副书记、县长韩龑接待，时间、地点不变。</p>\n\
         <h2>已经预约的群众</h2>\n<p>预约继续有效，不需要重新登记。</p>\n\
         <ul><li>接待时间：上午9:00至11:30</li><li>咨询电话：0736-5550102</li></ul>\n\
         <table><thead><tr><th scope=\"col\">事项</th><th scope=\"col\">联系科室</th></tr></thead>\
         <tbody><tr><td>预约登记</td><td>来访接待科</td></tr></tbody></table>\n",
        "原定12月15日由县委书记陈守望接待群众，现由县长韩龑接待，时间、地点不变。",
    );
    change.column = Some("安排调整".to_owned());
    change.expires = Some(day(2026, 12, 15));
    vec![
        change,
        notice(
            LIUSHU,
            "2026-11-28-gaizao",
            "柳树镇接待室改造期间的接待地点",
            day(2026, 11, 28),
            "<p>接待室改造期间，接待地点改在镇政府一楼会议室。</p>",
            "接待室改造期间，接待地点改在镇政府一楼会议室。",
        ),
        notice(
            COUNTY,
            "2026-11-25-anpai",
            "2026年12月县领导接待群众安排已经公布",
            day(2026, 11, 25),
            "<p>12月县领导接待群众安排已经公布，请在“接待安排”中查看。</p>",
            "12月县领导接待群众安排已经公布。",
        ),
    ]
}

pub(super) fn pages() -> Vec<Page> {
    let page = |stem: &str, title: &str, order, html: &str, summary: &str| Page {
        unit: COUNTY,
        stem: stem.to_owned(),
        title: title.to_owned(),
        order,
        text: [0; 32],
        html: html.to_owned(),
        summary: summary.to_owned(),
    };
    vec![
        page(
            "zenme-lai",
            "第一次来访须知",
            1,
            "<p>任何人都可以来反映情况，<strong>不收费</strong>，不需要找人介绍。</p>\n<h2>来之前</h2>\n\
             <ol><li>看一看<a href=\"../index.html\">最近的接待安排</a>。</li><li>打电话预约，或者当天到场登记。</li>\
             <li>带上身份证件和材料复印件，原件自己保留。</li></ol>\n<h2>当天</h2>\n\
             <p>到接待中心一楼取号，工作人员会告诉您在哪里等候。</p>\n\
             <blockquote><p>多人反映共同事项的，应当推选代表，代表人数不得超过5人。</p></blockquote>\n",
            "任何人都可以来反映情况，不收费，不需要找人介绍。",
        ),
        page(
            "qita-qudao",
            "其他反映渠道",
            2,
            "<p>除了来访，也可以写信、打电话或者在网上反映。</p>",
            "除了来访，也可以写信、打电话或者在网上反映。",
        ),
    ]
}
