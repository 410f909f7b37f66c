//! Breaks words into lines of a width. Without a font at hand a character is as wide as its kind usually is.

/// Signs that no line begins with.
const NOT_FIRST: &str = "，。、；：？！）》」』”’,.;:?!)]%…·";
/// Signs that no line ends with.
const NOT_LAST: &str = "（《「『“‘([";

/// How wide a text is at a size of 1.
pub fn width(text: &str) -> f32 {
    text.chars().map(|sign| if sign >= '\u{2e80}' || "“”‘’…—·".contains(sign) { 1.0 } else { 0.58 }).sum()
}

/// Lines of at most `room`, in ems. A word of Latin letters or a number stays whole where it fits a line.
pub fn wrap(text: &str, room: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > room {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            line.push_str(piece.trim_start());
        } else {
            line.push_str(piece);
        }
        // What is wider than a line by itself is broken anywhere.
        while width(line.trim_end()) > room {
            let mut used = 0.0;
            let end = line.char_indices().find(|(_, sign)| {
                used += width(sign.encode_utf8(&mut [0; 4]));
                used > room
            });
            let Some((end, _)) = end.filter(|(end, _)| *end > 0) else { break };
            let rest = line.split_off(end);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The smallest parts that stay together.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, sign) in text.char_indices() {
        let wide = |sign: char| sign >= '\u{2e80}';
        let may = before.is_some_and(|before| {
            (wide(before) || wide(sign) || before == ' ') && !NOT_FIRST.contains(sign) && !NOT_LAST.contains(before)
                && sign != ' '
                // 15日, 第3步: a number keeps the word that follows it.
                && !(before.is_ascii_digit() && wide(sign))
        });
        if may {
            cuts.push(at);
        }
        before = Some(sign);
    }
    cuts.push(text.len());
    cuts.windows(2).filter_map(|pair| text.get(pair[0]..pair[1])).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        let texts = [
            "对处理意见不服的，可以自收到书面答复之日起30日内（不含当日）请求复查。",
            "Ask for a review within 30 days",
            "averyveryverylongwordindeed",
            "",
        ];
        for text in texts {
            for room in [4.0_f32, 7.5, 12.0, 30.0] {
                let lines = wrap(text, room);
                let squeezed = |text: &str| text.replace(' ', "");
                assert_eq!(squeezed(&lines.concat()), squeezed(text), "{text} {room}");
                for line in &lines {
                    assert!(width(line) <= room + 0.01, "{line} at {room}");
                }
            }
        }
    }

    #[test]
    fn signs_stay_with_their_words() {
        assert_eq!(wrap("甲乙丙丁，戊己", 4.0), ["甲乙丙", "丁，戊己"]);
        assert_eq!(wrap("自收到30日内", 4.5), ["自收到", "30日内"]);
    }
}
