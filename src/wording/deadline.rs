//! Turns the words of 预约.截止 into a deadline: 前1个工作日17时, 接访日上午9时止, 10月18日17时前.

use super::date::written;
use super::fold::Folded;
use super::{Context, Doubt, Reading, count, time, unreadable};
use crate::calendar::deadline::{Deadline, Lead, Moment};
use crate::model::hours::{DayPart, Hours};
use std::ops::Range;

const EXAMPLES: &str = "前1天、前1个工作日17时、接访日上午9时、2026年12月14日17时";

/// Reads 预约.截止.
pub fn read(text: &str, context: &Context) -> Reading<Deadline> {
    parse(text, context).into()
}

fn parse(text: &str, context: &Context) -> Result<Deadline, Doubt> {
    // （法定节假日除外） says how the office answers, not when the deadline is.
    let end = text.find(['（', '(']).filter(|at| *at > 0).unwrap_or(text.len());
    let mut read = Folded::new(text).part(&(0..end));
    let wrong = || unreadable(text, 0..text.len(), "截止", EXAMPLES);
    let _ = read.eat_any(&["预约截至", "预约截止", "截至", "截止", "须于", "于", "须", "需"]);
    const SAME_DAY: &[&str] = &[
        "接访日当天",
        "接访日当日",
        "接访当天",
        "接访当日",
        "接访日",
        "接待日当天",
        "接待日当日",
        "接待当天",
        "接待当日",
        "接待日",
        "当日",
        "当天",
    ];
    // 接访日前1天 is another day.
    let before = ["接访日前", "接待日前", "接访日之前", "接待日之前", "接访日提前", "接待日提前"];
    let mark = read.mark();
    let earlier = read.eat_any(&before).is_some();
    read.reset(mark);
    if !earlier && read.eat_any(SAME_DAY).is_some() {
        return Ok(Deadline::SameDay(moment(&mut read, text, end)?));
    }
    let mark = read.mark();
    if let Some(date) = written(&mut read)? {
        let date = date.resolve(text, context, None)?;
        return Ok(Deadline::Fixed { date, moment: moment(&mut read, text, end)? });
    }
    read.reset(mark);
    let _ = read.eat_any(&[
        "至少提前",
        "最迟提前",
        "接访日之前",
        "接访日前",
        "接待日之前",
        "接待日前",
        "接访日提前",
        "接待日提前",
        "接访前",
        "接待前",
        "提前",
        "前",
        "至少",
    ]);
    let _ = read.eat("至少");
    let lead = lead(&mut read).ok_or_else(wrong)?;
    let _ = read.eat_any(&["以前", "之前", "前", "before"]);
    let _ = read.eat_any(&["向办公室登记", "进行登记", "登记", "预约", "的"]);
    Ok(Deadline::Before { lead, moment: moment(&mut read, text, end)? })
}

/// 1天, 1个工作日, 1—2天: of a range the shorter one is the deadline.
fn lead(read: &mut Folded<'_>) -> Option<Lead> {
    let mark = read.mark();
    if let Some(lead) = count::days(read) {
        return Some(lead);
    }
    read.reset(mark);
    let first = read.number()?;
    if !read.dash() {
        return None;
    }
    let last = count::days(read)?;
    Some(Lead { days: first.min(last.days), counting: last.counting })
}

/// 17时, 上午9时止, 上午前, or nothing.
fn moment(read: &mut Folded<'_>, text: &str, end: usize) -> Result<Moment, Doubt> {
    let _ = read.eat_any(&["的", ","]);
    if read.done() || (read.eat_any(&["前", "止", "截止", "以前", "之前"]).is_some() && read.done()) {
        return Ok(Moment::EndOfDay);
    }
    let range = read.rest().start..end;
    let part = text.get(range.clone()).unwrap_or("");
    let ends = ["以前", "之前", "截止", "截至", "前", "止"];
    let bare = ends.iter().find_map(|word| part.trim_end().strip_suffix(word));
    let before = bare.is_some_and(|_| part.trim_end().ends_with('前'));
    let inner: Range<usize> = range.start..range.start + bare.map_or(part.len(), str::len);
    let reading = time::read_part(text, inner);
    match (reading.value, reading.doubts.into_iter().next()) {
        (Some(Hours::From(clock)), _) => Ok(Moment::At(clock)),
        (Some(Hours::Part(DayPart::Morning)), _) if before => Ok(Moment::BeforeMorning),
        (Some(Hours::Part(DayPart::Morning)), _) => Ok(Moment::Morning),
        (Some(Hours::Part(DayPart::Afternoon | DayPart::WholeDay)), _) => Ok(Moment::EndOfDay),
        (None, Some(doubt)) if doubt.code.id != "GS0301" => Err(doubt),
        _ => Err(unreadable(text, 0..text.len(), "截止", EXAMPLES)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::deadline::Counting;
    use crate::model::hours::Clock;

    #[test]
    fn accepted() {
        let at = |hour, minute| Moment::At(Clock::new(hour, minute).unwrap());
        let before = |days, counting, moment| Deadline::Before { lead: Lead { days, counting }, moment };
        let fixed = |day: &str, moment| Deadline::Fixed { date: day.parse().unwrap(), moment };
        let table = [
            ("前1天", before(1, Counting::Calendar, Moment::EndOfDay)),
            ("至少提前1天", before(1, Counting::Calendar, Moment::EndOfDay)),
            ("提前1—2天", before(1, Counting::Calendar, Moment::EndOfDay)),
            ("前1个工作日17时", before(1, Counting::Workdays, at(17, 0))),
            ("前一个工作日下午5点前", before(1, Counting::Workdays, at(17, 0))),
            ("10月18日17时前（法定节假日除外）", fixed("2026-10-18", at(17, 0))),
            ("接访日上午9时止", Deadline::SameDay(at(9, 0))),
            ("当日9时", Deadline::SameDay(at(9, 0))),
            ("接访当日上午9时前", Deadline::SameDay(at(9, 0))),
            ("接待日前1天", before(1, Counting::Calendar, Moment::EndOfDay)),
            ("接访日前1个工作日17时", before(1, Counting::Workdays, at(17, 0))),
            ("11月21日上午前", fixed("2026-11-21", Moment::BeforeMorning)),
            ("11月21日12:00时前", fixed("2026-11-21", at(12, 0))),
            ("1 working day before", before(1, Counting::Workdays, Moment::EndOfDay)),
            ("2026年12月14日", fixed("2026-12-14", Moment::EndOfDay)),
        ];
        let context = Context { issued: "2026-10-01".parse().ok(), ..Context::default() };
        for (text, deadline) in table {
            let reading = read(text, &context);
            assert_eq!((reading.value, reading.doubts), (Some(deadline), vec![]), "{text}");
        }
        for text in ["", "尽早", "前", "前1天随便"] {
            assert!(read(text, &context).value.is_none(), "{text}");
        }
        assert_eq!(read("当日2:30", &context).doubts[0].code.id, "GS0311");
    }
}
