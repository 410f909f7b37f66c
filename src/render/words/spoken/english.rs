//! Turns an English line into one to be read aloud: brackets become pauses, telephone numbers single digits.

/// Tue 1 December is said by the words for speech; here go the marks and the numbers to call.
pub(super) fn english(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&character) = chars.get(at) {
        if character.is_ascii_digit() {
            at = number(&chars, at, &mut out);
            continue;
        }
        match character {
            '(' | ')' | '[' | ']' | '—' => out.push(','),
            '–' => out.push_str(" to "),
            ';' => out.push('.'),
            '/' => out.push_str(" or "),
            '&' => out.push_str("and"),
            '+' => out.push_str("plus"),
            '“' | '”' | '"' | '*' | '_' | '#' | '|' | '~' => {}
            _ => out.push(character),
        }
        at += 1;
    }
    tidy(&out)
}

/// 01632 960121: digit by digit with a pause between the groups. Other numbers stay.
fn number(chars: &[char], at: usize, out: &mut String) -> usize {
    let digits = |from: usize| chars.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
    let mut groups = vec![(at, at + digits(at))];
    let mut end = at + digits(at);
    while chars.get(end).is_some_and(|c| *c == ' ' || *c == '-') && digits(end + 1) >= 3 {
        groups.push((end + 1, end + 1 + digits(end + 1)));
        end += 1 + digits(end + 1);
    }
    let count: usize = groups.iter().map(|(from, to)| to - from).sum();
    if count < 7 {
        let end = at + digits(at);
        out.extend(chars.get(at..end).unwrap_or_default());
        return end;
    }
    let spaced = groups.iter().map(|(from, to)| {
        let group: Vec<String> = chars.get(*from..*to).unwrap_or_default().iter().map(char::to_string).collect();
        group.join(" ")
    });
    out.push_str(&spaced.collect::<Vec<_>>().join(", "));
    end
}

/// No blank before a pause, one after it; one pause for several, the longest; a sentence begins with a capital letter.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pause: Option<char> = None;
    let mut blank = false;
    let strength = |c: char| ",:.!?".find(c);
    let mut chars = text.chars().peekable();
    while let Some(character) = chars.next() {
        let between_digits = matches!(character, ':' | '.' | ',')
            && out.ends_with(|c: char| c.is_ascii_digit())
            && pause.is_none()
            && !blank
            && chars.peek().is_some_and(char::is_ascii_digit);
        if character.is_whitespace() {
            blank = true;
        } else if strength(character).is_some() && !between_digits {
            pause = Some(pause.filter(|one| strength(*one) >= strength(character)).unwrap_or(character));
        } else {
            let ended = matches!(pause, Some('.' | '!' | '?'));
            if let Some(mark) = pause.take().filter(|_| !out.is_empty()) {
                out.push(mark);
                blank = true;
            }
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            if ended { out.extend(character.to_uppercase()) } else { out.push(character) }
        }
    }
    out
}
