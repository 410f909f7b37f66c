use super::*;
use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

#[test]
fn accepted() {
    let table: &[(&str, &[Weekday], u32)] = &[
        ("周一", &[Mon], 1),
        ("每周星期四", &[Thu], 1),
        ("每周二", &[Tue], 1),
        ("星期二、星期六", &[Tue, Sat], 1),
        ("周一、二", &[Mon, Tue], 1),
        ("二、四、五", &[Tue, Thu, Fri], 1),
        ("周一、三、五", &[Mon, Wed, Fri], 1),
        ("周一至周五", &[Mon, Tue, Wed, Thu, Fri], 1),
        ("周一至周日", &EVERY, 1),
        ("周一到五", &[Mon, Tue, Wed, Thu, Fri], 1),
        ("周六至周一", &[Sat, Sun, Mon], 1),
        ("礼拜天", &[Sun], 1),
        ("每逢周二", &[Tue], 1),
        ("每周一、三", &[Mon, Wed], 1),
        ("Every day", &EVERY, 1),
        ("alternate Saturdays", &[Sat], 2),
        ("every other Tuesday", &[Tue], 2),
        ("samedis", &[Sat], 1),
        ("les samedis", &[Sat], 1),
        ("Monday and Thursday", &[Mon, Thu], 1),
        ("Mon - Fri", &[Mon, Tue, Wed, Thu, Fri], 1),
        ("隔周周三", &[Wed], 2),
        ("每周的周一", &[Mon], 1),
        ("周末", &[Sat, Sun], 1),
        ("毎週月曜日", &[Mon], 1),
        ("土曜日", &[Sat], 1),
    ];
    for (text, days, every) in table {
        let weekly = Weekly { days: Weekdays::of(days.iter().copied()), every: *every };
        assert_eq!(read(text), Reading::sure(weekly), "{text}");
    }
    assert_eq!(daily("weekdays").value, Some(Pattern::Workdays));
    assert_eq!(daily("工作日").value, Some(Pattern::Workdays));
    assert_eq!(daily("每个工作日").value, Some(Pattern::Workdays));
    assert_eq!(daily("天天").value, Some(Pattern::EveryDay));
    assert_eq!(weekday("周五").value, Some(Fri));
}

#[test]
fn asked_and_refused() {
    let table = [
        ("每周一次", "GS0321"),
        ("每周一", "GS0321"),
        ("每周一调度", "GS0321"),
        ("每周2次", "GS0326"),
        ("周八", "GS0301"),
        ("周一至", "GS0301"),
        ("", "GS0301"),
        ("工作日", "GS0301"),
    ];
    for (text, id) in table {
        let reading = read(text);
        assert_eq!((reading.value, reading.doubts[0].code.id), (None, id), "{text}");
    }
    assert!(daily("偶尔").value.is_none() && weekday("周八").value.is_none());
}

#[test]
fn hours_beside_every_weekday() {
    use crate::model::hours::DayPart::{Afternoon, Morning};
    let of = |days: &[Weekday]| Weekly { days: Weekdays::of(days.iter().copied()), every: 1 };
    let at = |days: &[Weekday], part| (of(days), Some(Hours::Part(part)));
    assert_eq!(with_hours("周一上午").value, Some(vec![at(&[Mon], Morning)]));
    assert_eq!(with_hours("周一上午、周四下午").value, Some(vec![at(&[Mon], Morning), at(&[Thu], Afternoon)]));
    assert_eq!(with_hours("周一至周三下午").value, Some(vec![at(&[Mon, Tue, Wed], Afternoon)]));
    assert_eq!(with_hours("周一、三").value, Some(vec![(of(&[Mon, Wed]), None)]));
    // Whether Monday is in the morning too is not said.
    assert_eq!(with_hours("周一、周三上午").doubts[0].code.id, "GS0301");
    assert_eq!(with_hours("每周一").doubts[0].code.id, "GS0321");
}
