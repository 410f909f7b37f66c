use super::*;

fn spans(text: &str) -> String {
    match read(text) {
        Reading { value: Some(Hours::Spans(spans)), doubts } => {
            assert_eq!(doubts, [], "{text}");
            let said: Vec<String> =
                spans.into_iter().map(|span| say::span(span, TimeStyle::TwentyFourHour, Language::Chinese)).collect();
            said.join(" ")
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn spans_accepted() {
    let table = [
        ("上午9:00—11:30", "9:00–11:30"),
        ("8:00～11:00", "8:00–11:00"),
        ("9:00~11:30", "9:00–11:30"),
        ("上午：9:00-11:30；下午：14:30-17:30", "9:00–11:30 14:30–17:30"),
        ("午前9時から11時30分まで", "9:00–11:30"),
        ("9:00–11:30", "9:00–11:30"),
        ("９：００－１１：３０", "9:00–11:30"),
        ("9点至11点", "9:00–11:00"),
        ("8点30分至11时", "8:30–11:00"),
        ("八点半到十一点", "8:30–11:00"),
        ("8时30分至11时", "8:30–11:00"),
        ("下午 2:30至5:00", "14:30–17:00"),
        ("下午15:00—18:00", "15:00–18:00"),
        ("下午14:30点—17:30点", "14:30–17:30"),
        ("9:00-12:00时", "9:00–12:00"),
        ("9:00时-11:30分", "9:00–11:30"),
        ("上午9:00-11:30，下午2:30-5:30", "9:00–11:30 14:30–17:30"),
        ("上午9:00-11:30下午2:30-5:30", "9:00–11:30 14:30–17:30"),
        ("上午8:30-12:00；下午14:30-17:30", "8:30–12:00 14:30–17:30"),
        ("全天，上午9:00-11:30，下午2:30-5:30", "9:00–11:30 14:30–17:30"),
        ("上午9点至下午5点", "9:00–17:00"),
        ("上午9-11点", "9:00–11:00"),
        ("8:30~11", "8:30–11:00"),
        ("10am to midday", "10:00–12:00"),
        ("10am - 12pm", "10:00–12:00"),
        ("9-11am", "9:00–11:00"),
        ("2-4pm", "14:00–16:00"),
        ("10-2pm", "10:00–14:00"),
        ("1030 - 1230", "10:30–12:30"),
        ("0830 – 1200 / 1330 – 1500", "8:30–12:00 13:30–15:00"),
        ("de 10h à 12h", "10:00–12:00"),
        ("de 10h30 à 12h", "10:30–12:00"),
        ("von 14 bis 17 Uhr", "14:00–17:00"),
        ("13時〜16時", "13:00–16:00"),
        ("晚上7:00-9:00", "19:00–21:00"),
        ("晚7:00-9:00", "19:00–21:00"),
        ("上午（9:00-11:30）、下午（2:30-5:30）", "9:00–11:30 14:30–17:30"),
        ("0:00-24:00", "0:00–24:00"),
        ("14:30-17:30", "14:30–17:30"),
        ("from 10 am until 4 pm", "10:00–16:00"),
        ("中午12:00-1:30pm", "12:00–13:30"),
    ];
    for (text, expected) in table {
        assert_eq!(spans(text), expected, "{text}");
    }
}

#[test]
fn parts_and_starts_accepted() {
    let at = |hour, minute| Hours::From(Clock::new(hour, minute).unwrap());
    let table = [
        ("上午", Hours::Part(DayPart::Morning)),
        (" 下午 ", Hours::Part(DayPart::Afternoon)),
        ("全天", Hours::Part(DayPart::WholeDay)),
        ("上午、下午", Hours::Part(DayPart::WholeDay)),
        ("全天候", Hours::Part(DayPart::AnyTime)),
        ("24小时", Hours::Part(DayPart::RoundTheClock)),
        ("14:30点", at(14, 30)),
        ("12:00时", at(12, 0)),
        ("11:30分", at(11, 30)),
        ("上午9点起", at(9, 0)),
        ("12pm", at(12, 0)),
        ("下午2:30", at(14, 30)),
    ];
    for (text, hours) in table {
        assert_eq!(read(text), Reading::sure(hours), "{text}");
    }
    let half = read("半天");
    assert_eq!(half.value, Some(Hours::Part(DayPart::HalfDay)));
    assert_eq!((half.doubts.len(), half.doubts[0].code.id), (1, "GS0313"));
}

#[test]
fn asked_and_refused() {
    let table = [
        ("2:30—5:30", "GS0311"),
        ("上午9:00-11:30，2:30-5:30", "GS0311"),
        ("2:30", "GS0311"),
        ("6:30-8:30", "GS0311"),
        ("9:00-5:00", "GS0312"),
        ("11:30-9:00", "GS0312"),
        ("17:30—14:30", "GS0312"),
        ("9:00-9:00", "GS0312"),
        ("上午9:00-1:00", "GS0312"),
        ("9:00-11:00，10:00-12:00", "GS0314"),
        ("下午2:30-5:30，上午9:00-11:30", "GS0314"),
        ("随时随地 9:00-11:00", "GS0315"),
        ("全天候，9:00-17:00", "GS0315"),
        ("上午15:00-16:00", "GS0315"),
        ("25:00-26:00", "GS0316"),
        ("9:75-10:00", "GS0316"),
        ("9-11", "GS0301"),
        ("", "GS0301"),
        ("有空的时候", "GS0301"),
        ("上午，下午2:30-5:30", "GS0301"),
        ("9:00-", "GS0301"),
        ("上午（9:00-11:30", "GS0301"),
        ("上午（", "GS0301"),
        ("-", "GS0301"),
    ];
    for (text, id) in table {
        let reading = read(text);
        let codes: Vec<&str> = reading.doubts.iter().map(|doubt| doubt.code.id).collect();
        assert_eq!((reading.value, codes), (None, vec![id]), "{text}");
    }
}

#[test]
fn the_question_names_both_readings_and_what_to_write() {
    let text = crate::source::Text {
        value: "2:30—5:30".into(),
        span: crate::source::Span::new(crate::source::FileId(0), 0..13),
        verbatim: Some(0),
    };
    let doubt = read(&text.value).doubts.remove(0);
    let found = doubt.into_diagnostic(&text);
    let zh = crate::diag::Lang::Zh;
    assert_eq!(found.message(zh), "“2:30—5:30”没有写上午还是下午：可能是2:30–5:30，也可能是14:30–17:30");
    assert_eq!(found.remedy(zh), "写成“凌晨2:30–5:30”或者“下午2:30–5:30”");
    let doubt = read("9:00-5:00").doubts.remove(0);
    assert_eq!(
        doubt.into_diagnostic(&text).remedy(zh),
        "如果到下午5:00，写“上午9:00–下午5:00”；前后写颠倒了，就换过来"
    );
}
