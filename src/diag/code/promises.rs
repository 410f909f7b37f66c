//! GS038x: what rosters promise, and what only shows when all of them are read together.

super::codes! {
    LATE_POSTING = "GS0381" Warning {
        title: "公示晚了" / "Posted late",
        message: "“{channel}”{sum}" / "{channel}: {sum}",
        remedy: "日期写错了就改；确实晚了，不用改，照原样公布，下次早些公示" / "correct the date if it is a slip; if it really was late, leave it: it is published all the same",
        why: "“提前公示”是对群众的承诺；晚了也照样公布，只是提醒。" / "Lead time is promised to the public; a late notice is never kept back, only remarked upon.",
    }
    BOOKING_BEFORE_POSTING = "GS0382" Warning {
        title: "公布时预约已经截止" / "Booking closes before the notice is out",
        message: "{session}的预约截止在{due}，安排{posted}才公布" / "booking for {session} closes on {due}, yet the roster is published on {posted}",
        remedy: "早些公示，或者把“截止”改晚，如“接访日上午9时”" / "post earlier, or let booking close later",
        why: "群众看到安排的时候，已经约不上了。" / "By the time people can read it, nobody can book.",
    }
    QUOTA_SHORT = "GS0383" Warning {
        title: "没有排够" / "Fewer than promised",
        message: "照“{promise}”没有排够：{list}" / "fewer than “{promise}”: {list}",
        remedy: "补上缺的，或者改这个承诺；日子还没有都定下来的，可以先不改" / "plan what is missing, or change the promise; while days are still to be fixed, leave it",
        why: "次数是公开的承诺，群众数得出来。" / "The number is a public promise, and people can count.",
    }
    TWO_PLACES = "GS0384" Warning {
        title: "一个人排在两个地方" / "One person in two places",
        message: "{name}在 {days} 同时排在“{here}”和“{there}”{unsure}" / "{name} is to be at “{here}” and at “{there}” at once on {days}{unsure}",
        remedy: "改一处的日期或时间，或者写“变更”换一个人；时间没写的，写上几点到几点" / "change day or hours of one, or let somebody else take it; where hours are not stated, state them",
        why: "人只能在一个地方，群众会白跑一趟。" / "Somebody would come in vain.",
    }
    ONE_ROOM = "GS0385" Warning {
        title: "两批接待排在同一个地方" / "Two receptions in one room",
        message: "“{place}”在 {days} 同时排了两批接待：{here}，还有{there}{unsure}" / "“{place}” has two receptions at once on {days}: {here}, and {there}{unsure}",
        remedy: "一起接待的写成一条，或者“方式: 联合接访”；各在一间的，在地点后面写明，如“{place}（2号接访室）”；排重了的，改一处" / "make one entry of a joint reception, or say `kind: joint`; for separate rooms name them, as in {place} (room 2); otherwise change one",
        why: "来的人不知道该找哪一位。" / "Visitors would not know whom to see.",
    }
    ANNOUNCED_TOO_LATE = "GS0386" Error {
        title: "公布日期不对" / "Announced after the session",
        message: "这条变更写的是 {announced} 公布，比接待的日子 {date} 还晚" / "this change was announced on {announced}, after the session of {date}",
        remedy: "核对“公布”的年月日" / "check the date of `announced`",
        why: "网站按最晚的公布日期算是哪一天的版本；写错了，首页会把还没到的接待当成过去的。" / "The edition of the site is the latest date announced; a wrong one hides sessions still to come.",
    }
    SIGNED_TOO_LATE = "GS0387" Error {
        title: "落款日期不对" / "Signed after it ends",
        message: "落款日期 {signed} 比这份安排结束的 {end} 还晚" / "the roster is signed on {signed}, after it ends on {end}",
        remedy: "核对“落款日期”的年月日" / "check the date of `issued_on`",
        why: "事先公布的安排，落款不会在结束以后；多半是年份写错了。" / "A roster posted beforehand is not signed after its end; usually the year is wrong.",
    }
    DAYS_OFF_REVISED = "GS0388" Warning {
        title: "公布以后放假安排变了" / "Days off changed after posting",
        message: "这份安排{posted}公布，{issued}才有放假通知{number}，照它改了的有：{list}" / "posted on {posted}, before the notice of days off of {issued}{number}; by that notice: {list}",
        remedy: "贴出去的告示换成新的，再在“公示”里补上换的日期；不想跟着改的那几天，在“变更”里写明" / "put up the new notice and add its date to `posted`; where a day should not follow, say so in `changes`",
        why: "群众手里、墙上看到的还是原来的日子，会白跑一趟。" / "What hangs on the wall still names the old days, and people would come in vain.",
    }
    BOOKING_BEFORE_DATE = "GS0389" Error {
        title: "预约截止早于落款" / "Booking closes before the roster is signed",
        message: "{session}的预约截止在{due}，比落款日期{posted}还早" / "booking for {session} closes on {due}, before the roster is signed on {posted}",
        remedy: "核对“截止”和“落款日期”；没有来得及的，把“截止”改晚，如“接访日上午9时”" / "check `deadline` and `issued_on`; where time is short, let booking close later",
        why: "写定的截止日期在落款以前，谁也约不上，多半是月份或年份写错了。" / "Nobody could book by a day that lies before the signature; usually month or year is wrong.",
    }
    LISTED_TWICE = "GS0390" Warning {
        title: "同一次接待排了两遍" / "One reception listed twice",
        message: "{name}在 {days} 同一时间、同一地点排了两次" / "{name} is listed twice for one time and place on {days}",
        remedy: "重复的删去一条；一条要代替另一条的，写“替换: 是”；是放假顺延撞上的，写“遇节假日: 取消”或者“遇周末: 取消”" / "delete one of them; where one replaces the other write `overrides: yes`; where it was put off onto the other write `on_holiday: cancel` or `on_weekend: cancel`",
        why: "同样的一行印两遍，群众以为是两次，或者以为印错了。" / "The same line printed twice looks like two receptions, or like a mistake.",
    }
}
