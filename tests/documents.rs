//! Pages of regulations and procedures: what they say, and that every address on them is there.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic like the tests themselves")]

#[path = "support/theme.rs"]
mod theme;

use std::collections::BTreeMap;

use gongshi::pipeline::check;
use gongshi::theme::Theme;

const FILES: [(&str, &str); 6] = [
    ("site.yaml", "网址: https://wenhua.example/\n代码: wenhua\n节假日: 中国\n海报: [流程图, 单行本]\n"),
    ("unit.yaml", "名称: 云岭县文化馆\n监督电话: 0000-5550100\n"),
    (
        "regulations/yuelan-2020.md",
        "---\n标题: 阅览室管理办法（2020年）\n制定机关: 云岭县文化馆\n类别: 本地制度\n施行: 2020-06-01\n---\n\
         第一条　为了方便读者，制定本办法。\n\n第二条　读者凭证进入，不得携带食品。\n\n第三条　每日九点开门。\n\n第四条　本办法自2020年6月1日起施行。\n",
    ),
    (
        "regulations/yuelan.md",
        "---\n标题: 阅览室管理办法\n文号: 云文〔2026〕3号\n制定机关: 云岭县文化馆\n类别: 本地制度\n通过: 2026-04-02\n施行: 2026-05-01\n\
         替代: yuelan-2020\n---\n（2026年4月2日馆务会议通过）\n\n# 第一章　总则\n\n第一条　为了方便读者，制定本办法。\n\n\
         第二条　读者进入阅览室，应当：\n\n（一）出示证件；\n\n（二）不携带食品。\n\n违反前款第二项的，请其离开。\n\n\
         # 第二章　开放\n\n第三条　每日八点开门。具体安排依照本办法第二条第一款执行。\n\n第三条之一　夏季延长一小时。\n\n\
         第四条　本办法自2026年5月1日起施行。\n",
    ),
    (
        "procedures/banzheng.yaml",
        "标题: 办理读者证程序\n落款: 云岭县文化馆\n落款日期: 2026-10-20\n依据: 《阅览室管理办法》\n适用: 第一次来的读者\n步骤:\n\
         \x20 - {编号: tijiao, 名称: 提交申请, 谁办: 您, 做什么: 填写申请表。, 时限: 未规定, 下一步: shen}\n\
         \x20 - {编号: shen, 名称: 材料全不全, 类型: 分流, 做什么: 看材料是不是齐。, 下一步: [{如果: 不全, 到: tijiao}, {如果: 齐全, 到: fa, 依据: 《阅览室管理办法》第二条}]}\n\
         \x20 - 编号: fa\n    名称: 发证\n    谁办: 文化馆窗口\n    做什么: 制作读者证，通知领取。\n\
         \x20   时限: {期限: 5个工作日, 自: 材料齐全之日, 性质: 本地承诺, 延长: {最多: 5个工作日, 条件: 证卡用完}}\n\
         \x20   您会收到: 读者证\n    逾期: {找谁: 文化馆办公室, 电话: 0000-5550101}\n    到此为止: 是\n\
         权利: [随时问办到哪一步]\n须知: [不收费]\n",
    ),
    (
        "procedures/guashi.yaml",
        "标题: 挂失程序\n落款日期: 2026-10-20\n步骤:\n  - {谁办: 文化馆窗口, 做什么: 当面登记。, 时限: {期限: 当场, 性质: 本地承诺}, 到此为止: 是}\n",
    ),
];

fn pages() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let checked = check(folder.path(), &Theme::built_in()).unwrap();
    let told: Vec<&str> = checked.report.sorted(&checked.sources).iter().map(|one| one.code.id).collect();
    assert!(told.is_empty(), "{told:?}");
    theme::draw(&checked.site.unwrap()).1
}

/// The part of a page that is its own; the tables of last days are many lines of one kind.
fn main_of(page: &str) -> String {
    let start = page.find("<main").unwrap();
    let end = page.find("</main>").unwrap();
    let mut main = page[start..end].to_owned();
    while let Some((open, close)) = main.find("<details><summary>").zip(main.find("</details>")) {
        main.replace_range(open..close + "</details>".len(), "<!-- last days -->");
    }
    main
}

#[test]
fn each_kind_of_page_says_what_it_said() {
    let pages = pages();
    let shown = [
        ("regulation", "regulations/yuelan.html"),
        ("regulation_replaced", "regulations/yuelan-2020.html"),
        ("regulations", "regulations/index.html"),
        ("comparison", "regulations/yuelan.compare.html"),
        ("procedure", "procedures/banzheng.html"),
        ("procedures", "procedures/index.html"),
    ];
    for (name, path) in shown {
        insta::assert_snapshot!(name, main_of(&pages[path]));
    }
}

#[test]
fn every_place_that_is_named_on_a_page_is_there_once() {
    let pages = pages();
    let mut named = 0;
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]).collect();
        let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{path}: an id stands twice");
        for place in page.split(" href=\"#").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]) {
            assert!(ids.contains(&place), "{path}: no #{place}");
            named += 1;
        }
    }
    assert!(named > 40, "{named}");
}
