//! What texts in many styles become. All texts are invented.

use super::*;
use crate::model::regulation::BlockKind;

/// Addresses of a text with the words there, one a line; headings with their titles.
fn outline(text: &str) -> Vec<String> {
    let reading = read(&Arc::from(text), 0, "来访接待规定");
    let statute = &reading.statute;
    let mut lines = Vec::new();
    for block in statute.blocks() {
        let words: String = statute.words(block.words).chars().take(6).collect();
        lines.push(match block.kind {
            BlockKind::Heading(at) => {
                let label = statute.words(block.label);
                format!("{} {label}|{words}", statute.headings()[at as usize].id)
            }
            BlockKind::Caption => format!("{}! {words}", block.anchor),
            BlockKind::Lead => format!("lead {words}"),
            BlockKind::Quoted => format!("quoted {words}"),
            BlockKind::Other => "other".to_owned(),
            _ if block.anchor.is_none() => format!("- {words}"),
            _ => format!("{} {words}", block.anchor),
        });
    }
    lines
}

fn notes(text: &str) -> Vec<Problem> {
    read(&Arc::from(text), 0, "").notes.into_iter().map(|note| note.problem).collect()
}

#[test]
fn styles_of_articles_come_to_one_outline() {
    let expected = ["t1-1 为了方便群众", "t1-2 县里各单位都", "t2-1 接待包括：", "t2-1-1 定点接访；", "t2-1-2 下访。"];
    for text in [
        "第一条　为了方便群众。\n\n县里各单位都适用。\n\n第二条　接待包括：\n\n（一）定点接访；\n\n（二）下访。\n",
        "第一条 为了方便群众。\n县里各单位都适用。\n第二条 接待包括：\n（一）定点接访；\n（二）下访。",
        "　　第一条　为了方便群众。\r\n　　县里各单位都适用。\r\n　　第二条　接待包括：\r\n　　（一）定点接访；\r\n　　（二）下访。\r\n",
        "    第一条 为了方便群众。\n    县里各单位都适用。\n    第二条 接待包括：\n    (一) 定点接访；\n    (二) 下访。\n",
        "**第一条** 为了方便群众。\n\n县里各单位都适用。\n\n**第二条** 接待包括：\n\n1. 定点接访；\n2. 下访。\n",
        "**第一条　**为了方便群众。\n\n县里各单位都适用。\n\n**第二条　**接待包括：\n\n⑴定点接访；\n\n⑵下访。\n",
        "### 第一条 为了方便群众。\n\n县里各单位都适用。\n\n### 第二条 接待包括：\n\n- （一）定点接访；\n- （二）下访。\n",
        "第1条 为了方便群众。\n\n县里各单位都适用。\n\n第2条 接待包括：\n\n㈠定点接访；\n\n㈡下访。\n",
        "第１条：为了方便群众。\n\n县里各单位都适用。\n\n第２条：接待包括：\n\n①定点接访；\n\n②下访。\n",
        "第一条为了方便群众。\n\n县里各单位都适用。\n\n第二条接待包括：\n\n（一）定点接访；\n\n（二）下访。\n",
        "# 来访接待规定\n<!-- INFO END -->\n第 一 条　为了方\n便群众。\n\n县里各单位\n都适用。\n\n第 二 条　接待包\n括：\n\n（一）定点\n接访；\n\n（二）下访。",
    ] {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn headings_of_any_mark_give_chapters() {
    let expected =
        ["c1 第一章|总则", "t1-1 甲。", "c2 第二章|接待", "c2-1 第一节|定点", "t2-1 乙。", "h5 |附　则", "t3-1 丙。"];
    for text in [
        "# 第一章 总则\n\n第一条 甲。\n\n# 第二章 接待\n\n## 第一节 定点\n\n第二条 乙。\n\n# 附　则\n\n第三条 丙。\n",
        "第一章　总则\n第一条　甲。\n第二章　接待\n第一节　定点\n第二条　乙。\n附　则\n第三条　丙。\n",
        "**第一章 总则**\n\n**第一条** 甲。\n\n**第二章 接待**\n\n**第一节 定点**\n\n**第二条** 乙。\n\n**附　则**\n\n**第三条** 丙。\n",
        "目　录\n\n第一章 总则\n\n第二章 接待\n\n第一节 定点\n\n附　则\n\n第一章\n总则\n\n第一条 甲。\n\n第二章\n接待\n\n第一节\n定点\n\n第二条 乙。\n\n附　则\n\n第三条 丙。\n",
        "## 目录\n- 第一章 总则……1\n- 第二章 接待……3\n\n第一章 总则\n第一条 甲。\n第二章 接待\n第一节 定点\n第二条 乙。\n附　则\n第三条 丙。\n",
    ] {
        let found: Vec<String> = outline(text);
        let found: Vec<&str> =
            found.iter().map(|line| if line.starts_with('h') { "h5 |附　则" } else { line }).collect();
        assert_eq!(found, expected, "{text}");
    }
    let books = "第一编 总则\n第一章 范围\n第一条 甲。\n第二编 分则\n第一章 受理\n第二条 乙。\n";
    assert_eq!(
        outline(books),
        ["b1 第一编|总则", "b1-c1 第一章|范围", "t1-1 甲。", "b2 第二编|分则", "b2-c1 第一章|受理", "t2-1 乙。"]
    );
}

#[test]
fn inserted_articles_and_captions_have_addresses() {
    assert_eq!(
        outline("第三条 甲。\n\n第三条之一 乙。\n\n第三条之二　丙。\n\n第四条 丁。"),
        ["t3-1 甲。", "t3z1-1 乙。", "t3z2-1 丙。", "t4-1 丁。"]
    );
    assert_eq!(
        outline("#### 第一条 目的\n\n甲。\n\n乙。\n\n#### 第二条\n\n丙。"),
        ["t1! 目的", "t1-1 甲。", "t1-2 乙。", "t2! ", "t2-1 丙。"]
    );
}

#[test]
fn items_lie_in_their_paragraph_and_points_in_items() {
    let text =
        "第一条 有下列情形的：\n（一）甲：\n1. 子；\n2．丑；\n（二）乙。\n下列情形除外：\n（一）丙；\n（二）丁。\n";
    let expected = [
        "t1-1 有下列情形的",
        "t1-1-1 甲：",
        "t1-1-1-1 子；",
        "t1-1-1-2 丑；",
        "t1-1-2 乙。",
        "t1-2 下列情形除外",
        "t1-2-1 丙；",
        "t1-2-2 丁。",
    ];
    assert_eq!(outline(text), expected);
}

#[test]
fn lists_of_markdown_without_sentences_have_their_items() {
    let text = "第一条 甲：\n\n1. 乙\n   1. 丙\n   2. 丁\n2. 戊\n";
    assert_eq!(outline(text), ["t1-1 甲：", "t1-1-1 乙", "t1-1-2 丙", "t1-1-3 丁", "t1-1-4 戊"]);
}

#[test]
fn references_are_no_articles() {
    let text = "第一条 甲。\n\n第三条规定的期限，从收到之日起算。\n\n第二条 乙，依照\n第一条的规定办理。\n\n第三条 修改为：丙。\n\n第三条 丁。\n";
    assert_eq!(outline(text), ["t1-1 甲。", "t1-2 第三条规定的", "t2-1 乙，依照第一", "t2-2 第三条 修改", "t3-1 丁。"]);
}

#[test]
fn what_an_amendment_quotes_is_no_article() {
    let text = "一、第十二条修改为：“第十二条　甲。\n\n第十三条　乙：\n\n“（一）丙。”\n\n二、删去第十四条。\n";
    assert_eq!(outline(text), ["y1-1 第十二条修改", "quoted 第十三条　乙", "quoted “（一）丙。", "y2-1 删去第十四条"]);
    // A quotation mark that is never closed must not swallow the articles after it.
    let open = "第一条 所称“来访，是指走访。\n\n第二条 甲。\n\n第三条 作如下修改：“乙。\n\n第四条 丙。\n";
    assert_eq!(outline(open), ["t1-1 所称“来访，", "t2-1 甲。", "t3-1 作如下修改：", "t4-1 丙。"]);
    assert_eq!(outline("第一条 甲。\n\n“来访”，是指走访。\n"), ["t1-1 甲。", "t1-2 “来访”，是"]);
}

#[test]
fn annexes_and_texts_that_begin_again_have_their_own_numbers() {
    let text = "第一条 甲。\n\n第二条 乙。\n\n附件一：登记办法\n\n第一条 丙。\n\n附件2 样式\n\n第一条 丁。\n";
    assert_eq!(
        outline(text),
        ["t1-1 甲。", "t2-1 乙。", "f1 附件一|登记办法", "f1-t1-1 丙。", "f2 附件2|样式", "f2-t1-1 丁。"]
    );
    assert_eq!(outline("第一条 甲。\n第二条 乙。\n# 修正案\n第一条 丙。\n")[3], "s2-t1-1 丙。");
    assert_eq!(notes(text), []);
}

#[test]
fn what_stands_after_the_last_article_is_no_paragraph_of_it() {
    for (end, after) in [
        ("清河县人民政府\n\n2026年5月1日\n", vec!["- 清河县人民政", "- 2026年5"]),
        ("接待场所标志式样（一）\n\n（注：式样由县里统一制作。）\n", vec!["- 接待场所标志", "- （注：式样由"]),
        ("附：\n\n接待场所一览表\n", vec!["f1 附|接待场所一览"]),
        ("附：接待场所一览表\n", vec!["f1 附|接待场所一览"]),
        ("附件：\n接待场所一览表\n", vec!["f1 附件|接待场所一览"]),
        ("附件：1．场所表\n\n2．电话表\n\n附件1：场所表\n", vec!["- 附件：1．场", "- 电话表", "f1 附件1|场所表"]),
        ("附件：\n\n1．场所表\n\n附件1\n\n场所表\n", vec!["f0 附件|", "- 场所表", "f1 附件1|场所表"]),
        ("以前的规定不再执行。\n\n（县里另有规定的除外。）\n", vec!["t2-2 以前的规定不", "t2-3 （县里另有规"]),
        ("下列规定不再执行\n\n（一）甲；\n", vec!["t2-2 下列规定不再", "t2-2-1 甲；"]),
    ] {
        let text = format!("第一条　甲\n\n乙\n\n第二条　本规定自公布之日起施行。\n\n{end}");
        let mut expected = vec!["t1-1 甲", "t1-2 乙", "t2-1 本规定自公布"];
        expected.extend(after);
        assert_eq!(outline(&text), expected, "{text}");
    }
}

#[test]
fn who_changes_or_lists_other_texts_is_not_held_to_their_numbers() {
    let of = |title: &str, text: &str| read(&Arc::from(text), 0, title).notes.len();
    let quoted = "第三条 甲。\n\n第五条 乙。\n\n第三条 丙。\n";
    assert_eq!(of("来访接待规定修正案", quoted), 0);
    assert_eq!(of("来访接待规定", quoted), 3);
    let listed = "第一条 甲。\n\n二、《去访规定》\n\n第七条 乙。\n\n三、《回访规定》\n\n第七条 丙。\n\n第九条 丁。\n";
    assert_eq!(notes(listed), [Problem::ArticleMissing { expected: Name::Article(8, 0), found: Name::Article(9, 0) }]);
}

#[test]
fn the_lead_comes_before_all() {
    let text = "来访接待规定\n\n（2021年3月1日县政府常务会议通过）\n\n<!-- 从\n文件粘来 -->\n\n第一条 甲。\n";
    assert_eq!(outline(text), ["lead （2021年", "t1-1 甲。"]);
    assert_eq!(outline("来访接待规定\n\n本办法没有分条。\n\n- 甲\n- 乙\n"), ["lead 本办法没有分", "- 甲", "- 乙"]);
}

#[test]
fn what_was_pasted_with_tags_is_read_without_them() {
    let expected = ["c1 第一章|总则", "t1-1 甲乙。", "t1-2 丙m²。", "t2-1 丁："];
    for text in [
        "<center>第一章 总则</center>\n\n第一条 甲<font color=\"red\">乙</font>。<br>丙m<sup>2</sup>。\n\n第二条 丁：\n",
        "<div align=\"center\">第一章 总则</div>\n<p>第一条 甲<b>乙</b>。</p>\n<p style='a:b'>丙m²。</p><p>第二条 丁：</p>\n",
        "<h2>第一章 总则</h2>\n<p><span class=a>第一条</span>&nbsp;&nbsp;甲乙。<p>丙m²。<p><a name=t2></a>第二条 丁：\n",
        "第一章 总则\n\n&emsp;&emsp;第一条&emsp;甲乙。\\\n丙m<sup>2</sup>。\n\n&#12288;&#12288;第二条&#12288;丁：\n",
        "# 第一章 总则\n\n<!-- <b>从别处粘来</b> -->\n\n<u>第一条</u>　<I>甲</I>乙。<BR/>丙m²。\n\n<STRONG>第二条</STRONG>　丁：\n",
    ] {
        assert_eq!(outline(text), expected, "{text}");
    }
    let table = "第一条 见表：\n\n<table border=1>\n<tr><th>场所</th><th>电话</th></tr>\n<tr><td>甲|乙</td>\n<td><p>无</p></td></tr>\n</table>\n\n第二条 丁。\n";
    let reading = read(&Arc::from(table), 0, "");
    assert_eq!(reading.marked[0].body, "| 场所 | 电话 |\n| --- | --- |\n| 甲\\|乙 | 无 |\n");
    assert_eq!(outline(table), ["t1-1 见表：", "other", "t2-1 丁。"]);
    assert_eq!(outline("第一条 甲：\n\n1\\. 乙；\n\n2\\. 丙。"), ["t1-1 甲：", "t1-1-1 乙；", "t1-1-2 丙。"]);
}

#[test]
fn notes_are_words_that_count_as_nothing() {
    let text = "第一条 甲[^1]。\n\n乙。\n\n[^1]: 丙。\n\n丁。\n";
    assert_eq!(outline(text), ["t1-1 甲[1]。", "t1-2 乙。", "quoted [1] 丙。", "t1-3 丁。"]);
}

#[test]
fn what_is_no_formatting_is_left_for_markdown_to_refuse() {
    for text in [
        "第一条 甲<script>乙</script>。",
        "第一条 甲<img src=x onerror=y>。",
        "第一条 写成`<br>`和`&nbsp;`。",
        "第一条 甲<del>乙</del>。",
        "第一条 x<sup>甲</sup>。",
        "第一条 温度<5度，《关于修改<甲法>的决定》，a < b & c。",
        "第一条 见<table><tr><td colspan=2>甲</td></tr></table>。",
    ] {
        let reading = read(&Arc::from(text), 0, "");
        assert_eq!(format!("第一条 {}", reading.statute.words(reading.statute.blocks()[0].words)), text);
    }
}

#[test]
fn places_in_a_text_with_tags_are_places_of_the_file() {
    let text = "<p>第一条 甲。</p>\n<p><b>第三条</b>&nbsp;乙<u>*丙*</u>。</p>\n";
    let reading = read(&Arc::from(text), 0, "");
    assert_eq!(&text[reading.notes[0].place.clone()], "第三条");
    let place = reading.statute.moves.place(reading.marked[0].place);
    assert_eq!(&text[place..], "乙<u>*丙*</u>。</p>\n");
    let words = reading.statute.blocks()[0].words;
    assert_eq!(reading.statute.place(words, &(0..3)).map(|range| &text[range]), Some("甲"));
}

#[test]
fn tables_and_code_are_left_to_markdown() {
    let text = "第一条 见下表：\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n以上**必须**遵守。\n";
    let reading = read(&Arc::from(text), 0, "");
    assert_eq!(outline(text), ["t1-1 见下表：", "other", "t1-2 以上**必须"]);
    let marked: Vec<(u32, bool)> = reading.marked.iter().map(|marked| (marked.block, marked.inline)).collect();
    assert_eq!(marked, [(1, false), (2, true)]);
}

#[test]
fn numbers_out_of_order_are_noted() {
    let missing = |expected: Name, found: Name| Problem::ArticleMissing { expected, found };
    assert_eq!(notes("第一条 甲。\n第三条 乙。\n第四条 丙。"), [missing(Name::Article(2, 0), Name::Article(3, 0))]);
    assert_eq!(notes("第一条 甲。\n第二条 乙。\n第二条 丙。"), [Problem::ArticleRepeated(Name::Article(2, 0))]);
    assert_eq!(outline("第一条 甲。\n第二条 乙。\n第二条 丙。")[2], "t2v2-1 丙。");
    assert_eq!(
        notes("第一条 甲。\n第二条 乙。\n第三条 乙。\n第二条 丙。\n第四条 丁。")[0],
        Problem::ArticleBackwards { before: Name::Article(3, 0), found: Name::Article(2, 0) }
    );
    let items = "第一条 下列：\n（一）甲；\n（三）乙；\n（三）丙。";
    let item = Problem::ItemMissing { expected: Name::Item(2), found: Name::Item(3) };
    assert_eq!(notes(items), [item, Problem::ItemRepeated(Name::Item(3))]);
    assert_eq!(notes("第一章 总则\n（一）甲。\n第一条 乙。"), [Problem::ItemOutside(Name::Item(1))]);
    assert_eq!(notes("第一章 总则\n一条　甲。\n二条　乙。"), [Problem::NoArticle]);
    assert_eq!(notes("第一百零一条 甲。\n第一百二条 乙。\n第一百零三条 丙。"), []);
    assert_eq!(notes("第一百一十九条 甲。\n第一百二十条 乙。"), []);
    assert_eq!(notes("第一章 目标\n（说明）甲。\n第二章 任务\n乙。"), []);
}

#[test]
fn a_number_given_before_is_never_given_again() {
    let text = "第一条 甲。\n第三条 乙。\n第二条 丙。\n第三条 丁。\n第三条 戊。\n第四条 己。";
    assert_eq!(outline(text), ["t1-1 甲。", "t3-1 乙。", "t2-1 丙。", "t3v2-1 丁。", "t3v3-1 戊。", "t4-1 己。"]);
    let points = "一、甲。\n二、乙。\n三、丙。\n一、丁。\n二、戊。";
    assert_eq!(outline(points), ["y1-1 甲。", "y2-1 乙。", "y3-1 丙。", "y1v2-1 丁。", "y2v2-1 戊。"]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_with_unique_addresses(parts in proptest::collection::vec(
        proptest::sample::select(vec!["第一条", "第二条", "第二条之一", "第三条", "第四条", "　", " ", "\n", "\n\n", "（一）", "1.", "“", "”", "第一章", "总则",
            "附件", "**", "#", "|", "<!--", "-->", "```", "甲乙。", "：", "一、", "二、", "三、", "目录", "- ", "\r\n", "\\", "a", "[", "<p>", "</p>",
            "<table>", "<tr>", "<td>", "</table>", "<br>", "&nbsp;", "<sup>", "2", "</sup>", "<", "`"]), 0..60)) {
        let text = parts.concat();
        let reading = read(&Arc::from(text.as_str()), 0, "总则");
        let statute = &reading.statute;
        let mut seen = std::collections::BTreeSet::new();
        for (anchor, block) in &statute.index {
            proptest::prop_assert!(seen.insert(anchor.to_string()), "{anchor} twice in {text:?}");
            proptest::prop_assert!(statute.find(anchor).is_some() && (*block as usize) < statute.blocks.len());
        }
        for heading in statute.headings() {
            proptest::prop_assert!(seen.insert(heading.id.clone()), "{} twice in {text:?}", heading.id);
        }
    }
}
