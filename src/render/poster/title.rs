//! Turns a long title into lines of about the same length.

/// The title on one, two and three lines; a template takes the first that it can set large enough.
pub(super) fn ways(title: &str) -> Vec<Vec<String>> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut ways = vec![vec![title.clone()]];
    for lines in 2..=3 {
        let split = split(&title, lines);
        if split.len() == lines {
            ways.push(split);
        }
    }
    ways
}

/// Splits at the places that read best and leave the lines most even.
fn split(title: &str, lines: usize) -> Vec<String> {
    let mut rest = title.to_owned();
    let mut done = Vec::new();
    for left in (2..=lines).rev() {
        let aim = width(&rest) / left;
        let Some(at) = best(&rest, aim) else { break };
        let tail = rest.split_off(at);
        done.push(rest.trim().to_owned());
        rest = tail.trim().to_owned();
    }
    done.push(rest);
    done
}

/// Words that a line of a title may well begin with.
const BEGINNINGS: [&str; 3] = ["办理", "流程图", "明白纸"];

/// The byte where the first line should end: near `aim` half-widths, better after a word that closes a thought.
fn best(text: &str, aim: usize) -> Option<usize> {
    let mut so_far = 0;
    let mut found: Option<(usize, usize)> = None;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for pair in characters.windows(2) {
        let &[(_, before), (at, after)] = pair else { continue };
        so_far += wide(before);
        let penalty = match (before, after) {
            (' ', _) => 0,
            _ if before.is_ascii() && after.is_ascii() => continue,
            (_, '的' | '）' | '》' | '、' | '，' | '月' | '日' | '年') | ('（' | '《' | '第', _) => continue,
            _ if BEGINNINGS.iter().any(|word| text[at..].starts_with(word)) => 0,
            ('办', '理' | '事' | '公' | '法' | '结') => continue,
            // 县领导 is one word.
            ('县' | '市' | '区' | '镇' | '乡', '领' | '级' | '直') => 5,
            ('年' | '月' | '局' | '府' | '委' | '县' | '镇' | '区' | '办' | '会' | '部' | '院' | '的', _) => {
                0
            }
            (_, '（' | '《') => 0,
            _ => 5,
        };
        let cost = so_far.abs_diff(aim) + penalty;
        if found.is_none_or(|(least, _)| cost < least) {
            found = Some((cost, at));
        }
    }
    found.map(|(_, at)| at)
}

fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

/// Half-widths of a character: two for all but Latin.
fn wide(character: char) -> usize {
    if character.is_ascii() { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::ways;

    #[test]
    fn lines_end_where_a_thought_does() {
        let two = |title: &str| ways(title).get(1).cloned().unwrap_or_default();
        assert_eq!(
            two("柳树镇人民政府2026年12月党政领导干部接待群众来访安排"),
            ["柳树镇人民政府2026年12月", "党政领导干部接待群众来访安排"]
        );
        assert_eq!(two("2026年12月县领导接待群众安排"), ["2026年12月", "县领导接待群众安排"]);
        assert_eq!(
            two("Councillors’ advice surgeries in the spring"),
            ["Councillors’ advice", "surgeries in the spring"]
        );
        assert_eq!(two("政府信息公开申请办理程序流程图"), ["政府信息公开申请", "办理程序流程图"]);
        assert_eq!(ways("公示").len(), 2);
        assert_eq!(ways("A").len(), 1);
        assert_eq!(ways("").len(), 1);
    }
}
