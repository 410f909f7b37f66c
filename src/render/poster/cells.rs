//! Reads the cells of a table back from the safe HTML that [`crate::markdown`] writes.

/// The rows of the first table, the head first; none where there is no table. Marks within cells are left out.
pub(super) fn rows(html: &str) -> Vec<Vec<String>> {
    let table = html.split_once("<table").and_then(|(_, rest)| rest.split_once("</table>"));
    let Some((table, _)) = table else { return Vec::new() };
    let rows = table.split("<tr").skip(1).map(|row| {
        let row = row.split("</tr>").next().unwrap_or_default();
        let cells = row.split('<').scan(None::<String>, |open, piece| {
            let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
            let name = tag.split_whitespace().next().unwrap_or_default();
            Some(match name {
                "td" | "th" => {
                    *open = Some(words.to_owned());
                    None
                }
                "/td" | "/th" => open.take(),
                _ => {
                    if let Some(cell) = open {
                        cell.push_str(if name == "br" { " " } else { "" });
                        cell.push_str(words);
                    }
                    None
                }
            })
        });
        cells.flatten().map(|cell| plain(&cell)).collect()
    });
    rows.filter(|row: &Vec<String>| !row.is_empty()).collect()
}

/// Text without the signs that HTML needs.
fn plain(html: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    let text = signs.iter().fold(html.to_owned(), |text, (coded, sign)| text.replace(coded, sign));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn cells_come_back_without_their_marks() {
        let html = "<div class=\"table-scroll\"><table>\n<thead><tr><th scope=\"col\">项目</th><th scope=\"col\">金额</th></tr></thead>\n\
                    <tbody><tr><td>甲 <strong>乙</strong></td><td class=\"end\">&lt;3&amp;4</td></tr>\n<tr><td></td><td>5</td></tr>\n</tbody></table></div>";
        assert_eq!(rows(html), [["项目", "金额"], ["甲 乙", "<3&4"], ["", "5"]]);
        assert!(rows("<p>无表</p>").is_empty());
        assert!(rows("<table><tr><td>没完").is_empty());
    }
}
