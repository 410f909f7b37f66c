use super::number::count_words;
use super::{aloud, chinese};
use crate::model::site::Language;
use proptest::prelude::*;

#[test]
fn what_is_printed_and_what_is_said() {
    let table = [
        // Days, times, years.
        ("12月15日（周二）上午9:00至11:30", "十二月十五日，星期二，上午九点到十一点半"),
        ("下午2:30至5:05", "下午两点半到五点零五分"),
        ("下午2:30～5:15", "下午两点半到五点十五分"),
        ("中午12:00至下午2:00", "中午十二点到下午两点"),
        ("凌晨0:00至6:00", "凌晨零点到六点"),
        ("9:00—11:30", "九点到十一点半"),
        ("2026年1月1日", "二〇二六年一月一日"),
        ("2026-12-01起", "二〇二六年十二月一日起"),
        ("2026/2/2", "二〇二六年二月二日"),
        ("2月2日", "二月二日"),
        ("12月1日至6日", "十二月一日到六日"),
        ("周一至周五", "星期一到星期五"),
        ("每周二上午", "每周二上午"),
        ("农历三、六、九", "农历三、六、九"),
        ("农历十一月初一，逢集", "农历十一月初一，逢集"),
        ("云信〔2026〕12号", "云信，二〇二六，十二号"),
        // Numbers to call.
        ("电话：0999-5550100", "电话：零九九九五五五零幺零零"),
        ("0999 5550100", "零九九九五五五零幺零零"),
        ("（0999）5550100", "零九九九，五五五零幺零零"),
        ("400-123-4567", "四零零幺二三四五六七"),
        ("13800000000", "幺三八零零零零零零零零"),
        ("拨打12345热线", "拨打幺二三四五热线"),
        ("急事请拨打110", "急事请拨打幺幺零"),
        ("5550100转8012", "五五五零幺零零转八零幺二"),
        // Counts, rooms, house numbers.
        ("每批2人，名额20人", "每批两人，名额二十人"),
        ("每周2至3天", "每周两到三天"),
        ("2小时", "两小时"),
        ("前1个工作日17时", "前一个工作日十七时"),
        ("12000元", "一万二千元"),
        ("50%", "百分之五十"),
        ("3.5公里", "三点五公里"),
        ("《信访工作条例》第18条", "信访工作条例第十八条"),
        ("215—4号", "二幺五杠四号"),
        ("3-2-501室", "三杠二杠五零幺室"),
        ("1号楼302室", "一号楼三零二室"),
        ("3楼1108办公室", "三楼幺幺零八办公室"),
        ("云岭大道18号", "云岭大道十八号"),
        ("101国道", "一百零一国道"),
        // Marks.
        ("买买提·艾力（副县长）", "买买提艾力，副县长"),
        ("原定陈守望，现由韩龑接待（因公外出）", "原定陈守望，现由韩龑接待，因公外出"),
        ("身份证；合同、工资记录（有就带上）。", "身份证，合同、工资记录，有就带上。"),
        ("村“两委”干部/值班人员", "村两委干部，值班人员"),
        ("A座★大厅…", "A座，大厅"),
    ];
    for (printed, said) in table {
        assert_eq!(chinese(printed), said, "{printed}");
    }
}

#[test]
fn every_day_of_a_month() {
    let said: Vec<String> = (1..=31).map(|day| chinese(&format!("{day}日"))).collect();
    let wanted = "一日 二日 三日 四日 五日 六日 七日 八日 九日 十日 十一日 十二日 十三日 十四日 十五日 十六日 十七日 十八日 \
                  十九日 二十日 二十一日 二十二日 二十三日 二十四日 二十五日 二十六日 二十七日 二十八日 二十九日 三十日 三十一日";
    assert_eq!(said.join(" "), wanted);
}

#[test]
fn counts() {
    let table = [
        (0, "零"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1000, "一千"),
        (1005, "一千零五"),
        (2026, "二千零二十六"),
        (10_000, "一万"),
        (10_500, "一万零五百"),
        (100_001, "十万零一"),
        (120_000, "十二万"),
        (3_000_010, "三百万零一十"),
        (100_000_000, "一亿"),
    ];
    for (number, words) in table {
        assert_eq!(count_words(number), words, "{number}");
    }
}

#[test]
fn english_lines() {
    let table = [
        (
            "Tuesday 16 December, 11:00 am to 1:00 pm; now at Ashcombe Town Hall (venue).",
            "Tuesday 16 December, 11:00 am to 1:00 pm. Now at Ashcombe Town Hall, venue.",
        ),
        ("Telephone: 01632 960121.", "Telephone: 0 1 6 3 2, 9 6 0 1 2 1."),
        ("Oakes & Brightwater (both) , at 12 noon", "Oakes and Brightwater, both, at 12 noon"),
        ("letters/papers in 2026", "letters or papers in 2026"),
        ("1,500 homes", "1,500 homes"),
    ];
    for (printed, said) in table {
        assert_eq!(aloud(printed, Language::English).trim_end_matches('.'), said.trim_end_matches('.'), "{printed}");
    }
}

proptest! {
    #[test]
    fn nothing_is_left_that_cannot_be_said(text in "([0-9月日周一二上午号室（）()—–～~:：/;；,，。、\\-《》“”%+＋@… ]|\\PC){0,40}") {
        let said = chinese(&text);
        prop_assert!(said.chars().all(|c| "，。、：\n".contains(c) || c.is_alphabetic() || c.is_numeric()), "{said}");
        prop_assert!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
        prop_assert!(!said.contains("，，") && !said.starts_with('，') && !said.ends_with('，'), "{said}");
    }
}
