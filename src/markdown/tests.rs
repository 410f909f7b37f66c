use super::*;
use crate::diag::{Lang, Report};
use crate::source::{Source, Sources};

/// Knows a few files.
struct Few;

impl LinkResolver for Few {
    fn resolve(&self, path: &str) -> Resolved {
        match path {
            "../rosters/2026-12.yaml" => Resolved::Href("../rosters/2026-12.html".into()),
            "图/大门.png" => Resolved::Href("图/大门.png".into()),
            "a.md" => Resolved::Href("a.html".into()),
            "表 一.pdf" => Resolved::Href("表 一.pdf".into()),
            _ => Resolved::Missing(path.starts_with("../rosters").then(|| "../rosters/2026-12.yaml".into())),
        }
    }
}

fn rendered(body: &str) -> (Rendered, Report) {
    let mut report = Report::default();
    let rendered = render(body, FileId(0), 0, &Few, &mut report);
    (rendered, report)
}

fn html(body: &str) -> String {
    let (rendered, report) = rendered(body);
    let codes: Vec<String> = report.iter().map(|d| d.message(Lang::Zh)).collect();
    assert!(codes.is_empty(), "{body}: {codes:?}");
    rendered.html.into_string().trim_end().to_owned()
}

/// Codes with the text they point at.
fn refusals(body: &str) -> Vec<(&'static str, String)> {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("a.md", &format!("标题: 甲\n---\n{body}")));
    let mut report = Report::default();
    let offset = "标题: 甲\n---\n".len();
    render(body, file, offset, &Few, &mut report);
    report.iter().map(|d| (d.code.id, sources.slice(d.span.unwrap()).to_owned())).collect()
}

#[test]
fn chinese_bold_works() {
    for (body, wanted) in [
        ("**注意：**请看。**《办法》**第一条", "<strong>注意：</strong>请看。<strong>《办法》</strong>第一条"),
        ("看**《办法》**的规定", "看<strong>《办法》</strong>的规定"),
        ("说：**重点**是", "说：<strong>重点</strong>是"),
        ("**甲**说：**重点**是**“乙”**。", "<strong>甲</strong>说：<strong>重点</strong>是<strong>“乙”</strong>。"),
        ("价**（元）**为*（约）*十", "价<strong>（元）</strong>为<em>（约）</em>十"),
        ("第**12.**条", "第<strong>12.</strong>条"),
        ("*甲：*乙 **plain** text", "<em>甲：</em>乙 <strong>plain</strong> text"),
        ("2 * 3 * 4 和 a*b*c", "2 * 3 * 4 和 a<em>b</em>c"),
        ("***重要：***请看", "<em><strong>重要：</strong></em>请看"),
        ("`**甲：**乙`与**丙：**丁", "<code>**甲：**乙</code>与<strong>丙：</strong>丁"),
    ] {
        assert_eq!(html(body), format!("<p>{wanted}</p>"), "{body}");
    }
}

#[test]
fn line_breaks_vanish_between_chinese_only() {
    for (body, wanted) in [
        ("甲县\n乙镇", "<p>甲县乙镇</p>"),
        ("甲，\n**乙**", "<p>甲，<strong>乙</strong></p>"),
        ("**甲**\n“乙”", "<p><strong>甲</strong>“乙”</p>"),
        ("word\nword", "<p>word\nword</p>"),
        ("甲\n3日", "<p>甲\n3日</p>"),
        ("甲  \n乙\\\n丙", "<p>甲<br>\n乙<br>\n丙</p>"),
        ("　　甲\n　　乙", "<p>甲</p>\n<p>乙</p>"),
        ("甲\r\n乙", "<p>甲乙</p>"),
    ] {
        assert_eq!(html(body), wanted, "{body:?}");
    }
}

#[test]
fn blocks() {
    for (body, wanted) in [
        ("3. 甲\n4. 乙", "<ol start=\"3\">\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("> 甲", "<blockquote>\n<p>甲</p>\n</blockquote>"),
        ("```\n<a>\n```", "<pre tabindex=\"0\"><code>&lt;a&gt;\n</code></pre>"),
        ("# 甲 & 乙\n\n### 丙", "<h2 id=\"甲-乙\">甲 &amp; 乙</h2>\n<h3 id=\"丙\">丙</h3>"),
        ("甲 < 乙 \"丙\" 1<2", "<p>甲 &lt; 乙 &quot;丙&quot; 1&lt;2</p>"),
        ("http://x.cn 不自动成为链接", "<p>http://x.cn 不自动成为链接</p>"),
        ("~~删~~ - [ ] 甲", "<p>~~删~~ - [ ] 甲</p>"),
        ("-5℃ #1楼 ——甲", "<p>-5℃ #1楼 ——甲</p>"),
    ] {
        assert_eq!(html(body), wanted, "{body:?}");
    }
}

#[test]
fn links_and_images() {
    for (body, wanted) in [
        ("[甲](../rosters/2026-12.yaml)", "<a href=\"../rosters/2026-12.html\">甲</a>"),
        ("[甲](a.md#第二章)", "<a href=\"a.html#%E7%AC%AC%E4%BA%8C%E7%AB%A0\">甲</a>"),
        ("[甲](a.md#t12-2-1)", "<a href=\"a.html#t12-2-1\">甲</a>"),
        ("[甲](<表 一.pdf>)", "<a href=\"%E8%A1%A8%20%E4%B8%80.pdf\">甲</a>"),
        ("[甲](https://x.cn/?a=1&b=\"2)", "<a href=\"https://x.cn/?a=1&amp;b=%222\">甲</a>"),
        ("<https://x.cn>", "<a href=\"https://x.cn\">https://x.cn</a>"),
        ("<xf@x.gov.cn>", "<a href=\"mailto:xf@x.gov.cn\">xf@x.gov.cn</a>"),
        ("[12345](tel:12345)", "<a href=\"tel:12345\">12345</a>"),
        ("![大*门*\"](图/大门.png \"题\")", "<img src=\"%E5%9B%BE/%E5%A4%A7%E9%97%A8.png\" alt=\"大门&quot;\">"),
    ] {
        assert_eq!(html(body), format!("<p>{wanted}</p>"), "{body}");
    }
    assert_eq!(
        html("[见](#办理 时限)\n\n[见](<#办理 时限>)\n\n## 办理 时限").matches("href=\"#%E5%8A%9E%E7%90%86-").count(),
        1
    );
}

#[test]
fn what_is_refused_is_refused_at_its_place() {
    for (body, code, at) in [
        ("甲\n\n<script>alert(1)</script>\n", "GS0707", "<script>alert(1)</script>"),
        ("甲<br>乙", "GS0707", "<br>"),
        ("甲<!-- 注 -->乙", "GS0707", "<!-- 注 -->"),
        ("<div\nonclick=x>\n", "GS0707", "<div"),
        ("**《甲》**乙 [丙](javascript:x)", "GS0703", "javascript:x"),
        ("[丙](JAVA&#x73;cript:x)", "GS0703", "JAVA&#x73;cript:x"),
        ("[丙](java\\script:x)", "GS0704", "java\\script:x"),
        ("[丙](<java&#9;script:x>)", "GS0704", "<java&#9;script:x>"),
        ("[丙](javascript&colon;x)", "GS0703", "javascript&colon;x"),
        ("<javascript:x>", "GS0703", "<javascript:x>"),
        ("[丙][x]\n\n[x]: data:text/html,x", "GS0703", "[丙][x]"),
        ("[丙](../rosters/2026-13.yaml)", "GS0701", "../rosters/2026-13.yaml"),
        ("[丙](/a.md)", "GS0705", "/a.md"),
        ("[丙](//x.cn)", "GS0705", "//x.cn"),
        ("[丙](#无)", "GS0702", "#无"),
        ("[](a.md)", "GS0706", "[](a.md)"),
        ("![](图/大门.png)", "GS0708", "![](图/大门.png)"),
        ("![丙](https://x.cn/a.png)", "GS0709", "https://x.cn/a.png"),
        ("![丙](data:image/png;base64,x)", "GS0703", "data:image/png;base64,x"),
        ("![丙](a.md)", "GS0710", "a.md"),
        ("![丙](b.png)", "GS0711", "b.png"),
        ("甲** 乙**", "GS0712", "**"),
        ("＊＊甲＊＊", "GS0712", "＊＊"),
        ("甲\n\n##一、范围", "GS0713", "##"),
        ("＃ 一、范围", "GS0713", "＃"),
        ("甲\n-第一项", "GS0713", "-"),
        ("    首行缩进", "GS0714", "首行缩进"),
        ("甲\n\n#", "GS0716", "#"),
    ] {
        assert_eq!(refusals(body), [(code, at.to_owned())], "{body}");
    }
    assert_eq!(refusals(&format!("{}甲", "> ".repeat(40))).first().unwrap().0, "GS0715");
}

#[test]
fn escaped_marks_are_silent() {
    for body in ["\\*\\*甲\\*\\*", "\\#一", "\\-一", "`**`", "#1", "---\n\n甲"] {
        assert!(refusals(body).is_empty(), "{body}");
    }
}

#[test]
fn tables_have_scopes_a_name_and_no_empty_header() {
    let table = "| | 电话 | 时间 |\n|---|--:|:-:|\n| 甲 | 1 | **2** |\n";
    assert_eq!(
        html(table),
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"电话、时间\"><table>\n\
         <thead><tr><td></td><th scope=\"col\" class=\"right\">电话</th><th scope=\"col\" class=\"center\">时间</th></tr></thead>\n\
         <tbody>\n<tr><td>甲</td><td class=\"right\">1</td><td class=\"center\"><strong>2</strong></td></tr>\n\
         </tbody></table></div>"
    );
    let twice = html(&format!("{table}\n{table}"));
    assert!(twice.contains("电话、时间 (2)"), "{twice}");
}

#[test]
fn footnotes_are_numbered_by_mention() {
    let out = html("甲[^b]乙[^a]丙[^b]\n\n[^a]: 一\n\n[^b]: 二\n\n[^c]: 三");
    assert!(out.contains("甲<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">[1]</a></sup>"), "{out}");
    assert!(out.contains("id=\"fnref-1-2\""), "{out}");
    assert!(out.contains("<li id=\"fn-1\"><p>二 <a href=\"#fnref-1\""), "{out}");
    assert!(out.find("二").unwrap() < out.find("一 <a").unwrap() && out.contains("<li><p>三</p>"), "{out}");
}

#[test]
fn a_summary_is_the_beginning_of_the_paragraphs() {
    let (rendered, _) = rendered("# 题\n\n**甲**县，\n乙镇。\n\n丙 [a](a.md)\nb\n\n| 表 |\n|--|\n| 一 |\n");
    assert_eq!(rendered.summary, "甲县，乙镇。丙 a b");
    assert_eq!(rendered.targets.iter().collect::<Vec<_>>(), ["a.md"]);
    let (rendered, _) = self::rendered(&"很长的话。".repeat(100));
    assert_eq!(rendered.summary.chars().count(), SUMMARY);
    assert!(rendered.summary.ends_with('…'));
}
