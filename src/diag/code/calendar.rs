//! GS03: dates, holidays and rosters.

super::codes! {
    UNREADABLE = "GS0301" Error {
        title: "内容看不懂" / "Value not understood",
        message: "“{text}”不能作为“{field}”的内容" / "“{text}” cannot be used for “{field}”",
        remedy: "写成这样：{examples}" / "write it like one of these: {examples}",
        why: "看不懂的内容不会去猜，猜错了会让群众白跑一趟。" / "What is not understood is never guessed: a wrong guess sends people on a wasted journey.",
    }
    DATE_IMPOSSIBLE = "GS0302" Error {
        title: "没有这一天" / "No such day",
        message: "没有“{text}”这一天{detail}" / "there is no such day as “{text}”{detail}",
        remedy: "查一下日历，改成真实的日期" / "look at a calendar and write a real date",
        why: "印出去的日期必须真实存在。" / "A published date has to exist.",
    }
    DATE_NO_YEAR = "GS0303" Error {
        title: "日期没有年份" / "Date without a year",
        message: "“{text}”没有写年份，也没有“落款日期”或“起止”可以推断" / "“{text}” has no year, and there is no issued_on or period to take it from",
        remedy: "写上年份，如“{example}”，或者填写“落款日期”" / "add the year, as in “{example}”, or fill in issued_on",
        why: "不知道年份，就不知道是星期几，也不知道放不放假。" / "Without the year neither the weekday nor the holidays are known.",
    }
    WEEKDAY_MISMATCH = "GS0304" Error {
        title: "日期和星期对不上" / "Date and weekday disagree",
        message: "{date}是{right}，不是{stated}" / "{date} is a {right}, not a {stated}",
        remedy: "日期对，就把“{stated}”改成“{right}”；星期对，就改日期" / "if the date is right, change {stated} to {right}; if the weekday is right, change the date",
        why: "日期和星期对不上，群众不知道该信哪一个。" / "People cannot know which of the two to believe.",
    }
    BACKWARDS_DATES = "GS0305" Error {
        title: "结束早于开始" / "End before start",
        message: "“{text}”的结束日期 {last} 早于开始日期 {first}" / "“{text}” ends on {last}, before it starts on {first}",
        remedy: "前面写开始日期，后面写结束日期；跨年时写上年份" / "write the first day first; give both years where the year changes",
        why: "倒着的起止没有一天有效。" / "A range that runs backwards holds no day.",
    }
    VAGUE_DATES = "GS0306" Error {
        title: "没有落到具体的日子" / "Dates not fixed",
        message: "“{text}”没有说清是哪一天" / "“{text}” does not say which day",
        remedy: "写明日期，如“{example}”；还定不下来的，先写一个日期，以后再改" / "write a date, as in “{example}”; if it is not settled yet, write one now and change it later",
        why: "说不清从哪天到哪天，就排不出日期。" / "Without days nothing can be listed.",
    }
    YEAR_UNCLEAR = "GS0307" Error {
        title: "年份不止一种可能" / "More than one year is possible",
        message: "“{text}”没有写年份，可能是{first}，也可能是{second}" / "“{text}” has no year: it may be {first} or {second}",
        remedy: "写上年份：“{first}”或者“{second}”" / "write the year: “{first}” or “{second}”",
        why: "差一年，星期和放假都不同。" / "A year apart, weekday and holidays differ.",
    }
    LUNAR_MISMATCH = "GS0308" Error {
        title: "公历和农历对不上" / "Solar and lunar date disagree",
        message: "{date}是{right}，不是{stated}" / "{date} is {right}, not {stated}",
        remedy: "公历对，就写“{right}”；农历对，就改公历日期" / "if the solar date is right, correct the lunar one; otherwise change the solar date",
        why: "两种历法写得不一致，群众不知道该信哪一个。" / "People cannot know which of the two to believe.",
    }
    REPEATED_DATE = "GS0309" Error {
        title: "同一天写了两次" / "A day written twice",
        message: "“{text}”里 {date} 写了两次" / "“{text}” names {date} twice",
        remedy: "删去重复的一个；如果其中一个写错了，改成正确的日期" / "delete one of them, or correct the one that is wrong",
        why: "重复的日期多半是把别的日子写错了。" / "A repeated date is mostly another day mistyped.",
    }
    LUNAR_UNKNOWN = "GS0310" Error {
        title: "农历只算到2101年1月" / "The lunar calendar ends in January 2101",
        message: "{days}的农历没有数据" / "{days}: the lunar date is not known",
        remedy: "把“起止”或“列至”改到2101年以前" / "let period or list_until end before 2101",
        why: "农历表从1901年2月到2101年1月。" / "The table runs from February 1901 to January 2101.",
    }
    HALF_UNSTATED = "GS0311" Error {
        title: "没说上午还是下午" / "Morning or afternoon not stated",
        message: "“{text}”没有写上午还是下午：可能是{first}，也可能是{second}" / "“{text}” does not say morning or afternoon: it may be {first} or {second}",
        remedy: "写成“{write_first}”或者“{write_second}”" / "write “{write_first}” or “{write_second}”",
        why: "差十二个小时，群众会白跑一趟。" / "Twelve hours apart is a wasted journey.",
    }
    BACKWARDS_TIME = "GS0312" Error {
        title: "结束时间早于开始时间" / "Ends before it starts",
        message: "“{text}”从 {first} 到 {last}，结束不晚于开始" / "“{text}” runs from {first} to {last}: the end is not after the start",
        remedy: "{advice}" / "{advice}",
        why: "多半是少写了“下午”，或者把两个时间写颠倒了。" / "Mostly the word for afternoon is missing, or the two are swapped.",
    }
    WHICH_HALF = "GS0313" Warning {
        title: "半天没说是上午还是下午" / "Which half of the day",
        message: "“{text}”没有说是上午还是下午；先照原样公布" / "“{text}” does not say morning or afternoon; it is published as it stands",
        remedy: "定下来后写“上午”或者“下午”，最好写出钟点，如“9:00–11:30”" / "once settled write morning or afternoon, or better the hours, such as 9:00–11:30",
        why: "不知道上午还是下午，群众要么等半天，要么扑个空。" / "People would wait for half a day or miss it.",
    }
    OVERLAPPING_TIME = "GS0314" Error {
        title: "两段时间重叠" / "Times overlap",
        message: "“{text}”里 {first} 和 {second} 重叠，或者先后颠倒" / "in “{text}” the spans {first} and {second} overlap or are out of order",
        remedy: "按先后写，各段不要重叠，如“9:00–11:30，14:30–17:30”" / "write them in order without overlap, as in 9:00–11:30, 14:30–17:30",
        why: "重叠的时间多半有一处写错了。" / "Overlapping spans mostly hold a mistyped hour.",
    }
    TIME_CONTRADICTION = "GS0315" Error {
        title: "时间自相矛盾" / "Time contradicts itself",
        message: "“{text}”里的“{word}”和“{other}”矛盾" / "in “{text}”, “{word}” contradicts “{other}”",
        remedy: "只留一个：有钟点就写钟点，没有就写“{word}”" / "keep one: the hours if there are any, otherwise “{word}”",
        why: "两种说法并排写，群众不知道该信哪一个。" / "People cannot know which of the two to believe.",
    }
    TIME_IMPOSSIBLE = "GS0316" Error {
        title: "没有这个钟点" / "No such time",
        message: "没有“{text}”这个钟点" / "there is no such time as “{text}”",
        remedy: "小时写 0 到 24，分钟写 0 到 59，如“14:30”" / "hours run from 0 to 24 and minutes from 0 to 59, as in 14:30",
        why: "印出去的时间必须真实存在。" / "A published time has to exist.",
    }
    DEADLINE_REST_DAY = "GS0317" Warning {
        title: "预约截止在休息日" / "Booking closes on a rest day",
        message: "{session}的预约截止在{due}，那天休息" / "booking for {session} closes on {due}, a rest day",
        remedy: "要在上班时间截止，写“前1个工作日17时”；休息日也能预约的，不用改" / "to close on a day worked write `1 working day before`; if booking works on rest days too, leave it",
        why: "休息日没有人接预约，群众其实要更早打电话。" / "Where nobody answers on that day, people have to call earlier.",
    }
    DEADLINE_TOO_LATE = "GS0318" Error {
        title: "预约截止晚于接访" / "Booking closes after the session",
        message: "{session}的预约截止在{due}，接访已经开始" / "booking for {session} closes on {due}, after it has begun",
        remedy: "把“截止”改到接访开始以前，如“前1天17时”" / "let booking close before the session begins, such as `1 day before`",
        why: "接访开始以后的预约没有用处。" / "An appointment made after the session has begun is of no use.",
    }
    PARTY_CONTRADICTION = "GS0319" Error {
        title: "每批人数和代表人数不一致" / "Party and representatives disagree",
        message: "每批{party}人，代表却可以有{representatives}人" / "{party} people a party, yet {representatives} representatives",
        remedy: "两处写成同一个数；同一群体的代表分批见的，在“须知”里说明" / "write one number in both; if a group is received in parts, say so under notes",
        why: "一群人来了，有人会被挡在门外。" / "Some of a group would be turned away at the door.", basis: "信访工作条例 第20条第3款",
    }
    TIME_WITH_DAYS = "GS0320" Error {
        title: "时间里写了日子" / "Days among the hours",
        message: "“{text}”里不只是钟点" / "“{text}” holds more than hours",
        remedy: "{advice}" / "{advice}",
        why: "星期和月份各有自己的地方，分开写才排得出日子。" / "Weekdays and months have keys of their own; only there do they give days.",
    }
    WEEKLY_ONCE = "GS0321" Error {
        title: "“每周一”有两种读法" / "Once a week, or every Monday",
        message: "“{text}”可以读成每个星期一，也可以读成每周一次、哪天没定" / "“{text}” may mean every Monday, or once a week on no fixed day",
        remedy: "每个星期一，写“每周: 周一”；哪天没定，写“频次: 每周1次”" / "for every Monday write `weekly: Monday`; for once a week write `frequency: once a week`",
        why: "读错了，要么排错日子，要么凭空排出日子。" / "Read wrongly it gives the wrong days, or days nobody fixed.",
    }
    WEEK_OF_MONTH = "GS0323" Error {
        title: "“第几周星期几”有两种读法" / "The weekday of a numbered week reads two ways",
        message: "“{text}”可以读成{first}，也可以读成{second}" / "“{text}” may mean {first}, or {second}",
        remedy: "按个数写“{write_first}”；按日历上的周写“{write_second}”；整个网站都是一个意思的，在 site.yaml 里写“第几周: 个数”或者“第几周: 日历周”" / "to count weekdays write {write_first}; to count calendar weeks write {write_second}; for the whole site write `week_of_month: counted` or `week_of_month: calendar week` in site.yaml",
        why: "两种读法常常差一周。" / "The two are often a week apart.",
    }
    LAST_WEEK = "GS0324" Error {
        title: "“最后一周”有两种读法" / "The last week reads two ways",
        message: "“{text}”可以读成当月最后一个{weekday}，也可以读成最后那一周的{weekday}，那天可能已到下个月" / "“{text}” may mean the last {weekday} of the month, or the {weekday} of its last calendar week, which may lie in the next month",
        remedy: "写“最后一个{weekday}”；如果是另一种意思，用“日期”把日子一一写出来" / "write `last {weekday}`; if the other is meant, list the days under dates",
        why: "两种读法常常差一周。" / "The two are often a week apart.",
    }
    VAGUE_MONTH_DAY = "GS0325" Error {
        title: "没说是哪一天" / "Which day of the month",
        message: "“{text}”没有说是哪一天" / "“{text}” does not say which day",
        remedy: "写成“{examples}”这样确定的日子；定不下来的，用“频次”写出承诺" / "write a fixed day such as {examples}; if none is fixed, put the promise under frequency",
        why: "群众要知道的是哪一天。" / "People need to know the day.",
    }
    PROMISE_NOT_RULE = "GS0326" Error {
        title: "这不是定日子的规则" / "Not a rule for days",
        message: "“{text}”定不出日子" / "“{text}” gives no days",
        remedy: "这类承诺写在“频次”里，如“频次: {text}”；日子定了再写“每月”或“日期”" / "put such a promise under frequency, as in `frequency: {text}`; write monthly or dates once days are fixed",
        why: "定不出日子的规则只能照原话印出来。" / "A rule that fixes no days can only be printed as it is.",
    }
    WEEK_LENGTH = "GS0327" Error {
        title: "一周不是7天" / "A week that is not seven days",
        message: "“{text}”说是一周，从{first}到{last}却是{count}天" / "“{text}” says a week, yet {first} to {last} is {count} days",
        remedy: "写“{week}”（7天）或者“{stated}”（{count}天），不写“一周”" / "write “{week}” (7 days) or “{stated}” ({count} days), and leave out the week",
        why: "差一天，最后那天来的人就扑个空。" / "Who comes on the day that is one too many comes in vain.",
    }
    MARKET_WHICH_CALENDAR = "GS0330" Error {
        title: "集日没说农历还是公历" / "Market days without a calendar",
        message: "“{text}”没有说是农历还是公历" / "“{text}” does not say lunar or solar",
        remedy: "写“农历逢{lunar}”或者“公历逢{solar}”" / "write `lunar {solar}` or `solar {solar}`",
        why: "有的地方逢一是农历、逢1是公历，各地不同，不能猜。" / "Customs differ from place to place.",
    }
    MARKET_AS_DATE = "GS0331" Error {
        title: "集日写成了日期" / "Market days turned into a date",
        message: "“{text}”像是由“逢{digits}”变成的日期" / "“{text}” looks like market days ({digits}) turned into a date",
        remedy: "写“农历逢{lunar}”或者“公历逢{digits}”" / "write `lunar {digits}` or `solar {digits}`",
        why: "表格软件会把“1、6”改成“1月6日”。" / "Spreadsheets turn “1-6” into 6 January.",
    }
    POLICY_WHICH = "GS0333" Error {
        title: "没说顺延到哪一天" / "Moved to which day",
        message: "“{text}”没有说改到哪一天" / "“{text}” does not say to which day",
        remedy: "写“顺延至下一工作日”“顺延至次日”“顺延一周”或者“提前至上一工作日”；周六周日怎么办，写在“遇周末”里" / "write next workday, next day, next week or previous workday; say under on_weekend what happens on Saturdays and Sundays",
        why: "几种顺延常常差好几天。" / "They are often days apart.",
    }
    POLICY_NOT_RULE = "GS0334" Error {
        title: "这不是放假时的规则" / "Not a rule for rest days",
        message: "“{text}”不是能照着排的规则" / "“{text}” is not a rule that can be followed",
        remedy: "把这句话写在“须知”里；这里只写放假时怎么办，如“顺延至下一工作日”" / "put the sentence under notes; here write only what happens on days off, such as next workday",
        why: "什么叫特殊情况，程序不知道，群众也不知道。" / "Nobody can know beforehand what counts as special.",
    }
    POLICY_WEEKDAY = "GS0335" Error {
        title: "顺延到的星期和规则不一致" / "Moved to another weekday",
        message: "“{text}”里的{stated}不是这条规则的日子" / "“{text}” names {stated}, which is not a day of this rule",
        remedy: "写“顺延一周”（星期不变），或者把“日期”一一写出来" / "write next week, which keeps the weekday, or list the days under dates",
        why: "顺延一周以后星期不变；写了另一个星期，就不知道是哪一天。" / "A week later is the same weekday; another one leaves the day open.",
    }
    WHO_PENDING = "GS0336" Error {
        title: "接待人还没定" / "Nobody named yet",
        message: "“{text}”不能公布" / "“{text}” cannot be published",
        remedy: "写上姓名，或者写职务，如“一名县级领导”；都没定就先写“状态: 草稿”" / "write a name or a post; while neither is settled write `status: draft`",
        why: "公布的安排要让群众知道由谁接待。" / "A published roster says who receives.",
    }
    WHO_PETITIONER = "GS0337" Error {
        title: "写到了来访的群众" / "A visitor is mentioned",
        message: "“{text}”像是来访的群众，不能写进安排" / "“{text}” looks like a visitor, who must not be in a roster",
        remedy: "这里只写接待群众的人；有关来访人的内容一概不写" / "write only who receives; write nothing about visitors",
        why: "本程序不记录、不公布任何来访人的信息。" / "Nothing about visitors is ever recorded or published.", basis: "信访工作条例 第30条第3款；个人信息保护法 第25条",
    }
    WHO_MASKED = "GS0338" Error {
        title: "姓名不完整" / "Masked name",
        message: "“{text}”不是完整的姓名" / "“{text}” is not a full name",
        remedy: "写接待人的全名，如“陈守望”；不便写姓名的，写职务" / "write the full name of who receives, or a post",
        why: "公布接待安排，就要让群众知道由谁接待。" / "A roster tells people who receives them.",
    }
    REASON_PRIVATE = "GS0340" Error {
        title: "原因涉及个人隐私" / "A private reason",
        message: "原因“{text}”涉及个人的健康、家庭或者纪律情况，不能公布" / "the reason “{text}” concerns health, family or discipline and must not be published",
        remedy: "改成“因故”“工作调整”或者“其他公务”" / "write unforeseen, change of duties or other duties",
        why: "变更告示只说明安排有变，不公布个人情况。" / "A change notice says that something changed, nothing about a person.", basis: "个人信息保护法 第28条；政府信息公开条例 第15条",
    }
    HOLIDAY_POLICY = "GS0341" Error {
        title: "没说放假时怎么办" / "What happens on days off",
        message: "{days}放假，安排里没有说怎么办" / "{days}: a day off, and the roster does not say what happens",
        remedy: "在文件开头加一行“遇节假日: 顺延至下一工作日”；也可以是“顺延至次日”“顺延一周”“提前至上一工作日”“取消”“照常”" / "write `on_holiday: next workday`, or next day, next week, previous workday, cancel, keep",
        why: "放假那天有没有人接待，只有您知道。" / "Only you know whether anybody receives on that day.",
    }
    WEEKEND_POLICY = "GS0342" Error {
        title: "没说周末怎么办" / "What happens at weekends",
        message: "{days}是周末，安排里没有说怎么办" / "{days}: a weekend, and the roster does not say what happens",
        remedy: "在文件开头加一行“遇周末: 顺延至下一工作日”；也可以是“顺延至次日”“顺延一周”“提前至上一工作日”“取消”“照常”" / "write `on_weekend: next workday`, or next day, next week, previous workday, cancel, keep",
        why: "有的单位周末照常接待，有的顺延，不能猜。" / "Some offices receive at weekends and some do not.",
    }
    MAKEUP_POLICY = "GS0343" Error {
        title: "没说补班那天怎么办" / "What happens on make-up workdays",
        message: "{days}补班，日历里写明按别的星期上班，安排里没有说怎么办" / "{days}: a make-up workday that follows another weekday, and the roster does not say what happens",
        remedy: "在文件开头加一行“遇补班日: 按所补的星期”，或者“遇补班日: 不安排”" / "write `on_makeup_day: follow weekday` or `on_makeup_day: no session`",
        why: "补班那天按哪天的安排，群众要提前知道。" / "People need to know whose day it is.",
    }
    MAKEUP_FOLLOWS = "GS0344" Error {
        title: "不知道补班按星期几" / "Which weekday a make-up day follows",
        message: "{days}补班，放假通知没有说按星期几，排不出“按所补的星期”" / "{days}: a make-up workday, and no notice says which weekday it follows",
        remedy: "在 calendar/{year}.yaml 的“补班”里，给“日期: {first}”加上“按: 周五”这样一项；或者在安排里写“遇补班日: 不安排”" / "in calendar/{year}.yaml, under makeup, give {first} an entry such as `follows: Friday`; or write `on_makeup_day: no session` in the roster",
        why: "国务院的通知只说哪天上班，不说按星期几。" / "The State Council's notices name the day, not the weekday.",
    }
    MISSING_DAY = "GS0345" Error {
        title: "有的月份没有这一天" / "A month without the day",
        message: "{months}没有{day}，安排里没有说怎么办" / "{months} has no {day}, and the roster does not say what happens",
        remedy: "{advice}" / "{advice}",
        why: "二月没有30日，有的月份没有31日或者第五个星期几。" / "February has no 30th, and not every month has a 31st or a fifth Monday.",
    }
    LISTED_ON_REST_DAY = "GS0346" Warning {
        title: "写明的日期是休息日" / "A listed date is a rest day",
        message: "{days}是休息日；日期是写明的，照原样公布" / "{days}: a rest day; the date is written out, so it is published as it stands",
        remedy: "确实接待的，写“遇周末: 照常”或“遇节假日: 照常”；不接待的，改日期" / "if people are received then, write `on_weekend: keep` or `on_holiday: keep`; otherwise change the date",
        why: "写到休息日的日期，多半是照抄了往年的表。" / "A date on a rest day is often copied from another year.",
    }
    NEXT_DAY_OFF = "GS0347" Warning {
        title: "顺延到的次日也休息" / "The next day is a rest day too",
        message: "{days}顺延至次日，次日也是休息日；照写明的次日公布" / "{days}: moved to the next day, which is a rest day too; it is published there, as written",
        remedy: "要顺延到上班那天，写“顺延至下一工作日”" / "to move it to the next day worked, write next workday",
        why: "“次日”只指第二天，连着放假时第二天也放假。" / "The next day is just that, even in a long holiday.",
    }
    NEVER_OPEN = "GS0348" Error {
        title: "顺延不到上班的日子" / "No open day to move to",
        message: "{days}照“{policy}”找不到可以接待的日子" / "{days}: “{policy}” leads to no open day",
        remedy: "换一种写法，如“顺延至下一工作日”" / "write something else, such as next workday",
        why: "星期六顺延一周，还是星期六。" / "A week after a Saturday is a Saturday.",
    }
    OUTSIDE_PERIOD = "GS0349" Error {
        title: "日期不在起止之内" / "Date outside the period",
        message: "{days}不在安排的起止之内" / "{days}: outside the days the roster covers",
        remedy: "改日期，或者改“起止”" / "change the date or the period",
        why: "起止之外的日期不会公布，群众看不到。" / "A date outside the period would not be published.",
    }
}
