//! GS035x to GS039x: rosters as a whole, their entries and changes.

super::codes! {
    NO_PERIOD = "GS0350" Error {
        title: "没有写起止" / "No period",
        message: "这一条是按规律排的，但是没有写“起止”，不知道从哪天开始" / "this entry is a rule, but the roster does not say from when it holds",
        remedy: "在文件开头加一行，如“起止: 2026年12月”，没有结束日期就写“起止: 自2026年12月1日起”" / "add a line such as `period: 2026-12-01 to 2026-12-31`",
        why: "不知道起止，就不知道要列出哪些日子。" / "Without a period there is no telling which days to list.",
    }
    LIST_UNTIL_OUTSIDE = "GS0351" Error {
        title: "列至不在起止之内" / "list_until outside the period",
        message: "“列至”{date} 不在“起止”之内" / "`list_until` {date} lies outside the period",
        remedy: "改成“起止”之内的日期，或者删掉这一行" / "choose a day inside the period, or remove the line",
        why: "列至是说日子列到哪天为止，不能早于开始、晚于结束。" / "It says until when days are listed.",
    }
    SAME_AS_ABOVE = "GS0352" Error {
        title: "同上" / "Ditto",
        message: "“{text}”没有写明地点" / "`{text}` names no place",
        remedy: "把上面的地点再写一遍；整张表只有一处的，写在开头的“地点”里" / "write the place again, or once in the head of the roster",
        why: "日期排序以后，“同上”上面是哪一条就说不清了。" / "Once sorted by date, the row above is another one.",
    }
    NO_WHEN = "GS0353" Error {
        title: "没有写哪天" / "No days",
        message: "这一条没有写什么时候接待" / "this entry does not say when",
        remedy: "加上“日期”“每周”“每月”“每天”“逢集”中的一个；日子没定的写“频次”" / "add one of dates, weekly, monthly, daily, market_day; or frequency where no day is fixed",
        why: "群众最想知道的就是哪天。" / "When is what people want to know.",
    }
    TWO_WHENS = "GS0354" Error {
        title: "日子写了两种" / "Days said twice",
        message: "一条里只能用一种办法说日子，这里又写了一种" / "one entry can say its days in one way only; this is a second",
        remedy: "拆成两条，一条一种" / "make two entries of it",
        why: "两种写在一起，可以理解成“都要”，也可以理解成“都符合才算”。" / "Together they may mean either or both.",
    }
    NO_ANCHOR = "GS0355" Error {
        title: "没有写从哪天起算" / "No day to count from",
        message: "“{text}”要知道从哪天算起" / "`{text}` needs a day to count from",
        remedy: "在这一条里加上“起算”，写第一次接待的那一天（轮流的写第一个人轮到的那一天），如“起算: 2026-11-30”" / "add `counted_from`, the first day, or with turns a day of the first person's turn",
        why: "不写起算，轮到谁就有好几种可能。" / "Without it there is no telling whose turn it is.",
    }
    NO_POOL = "GS0356" Error {
        title: "没有人可以轮流" / "Nobody to take turns",
        message: "要轮流，但是“{name}”只是一个叫法，没有写是哪些人" / "`{name}` is to take turns, but has no members",
        remedy: "把轮流的人都写上，如“接待人: [甲, 乙, 丙]”，或者在 leaders.yaml 的“群体”里给它写上“成员”" / "list the people, or give the group its members in leaders.yaml",
        why: "不知道有哪些人，就排不出轮到谁。" / "Turns need people.",
    }
    UNKNOWN_MARKET = "GS0357" Error {
        title: "没有这个集市" / "Unknown market",
        message: "没有哪个单位写了“{name}”这个集市{hint}" / "no unit declares a market called `{name}`{hint}",
        remedy: "在集市所在单位的 unit.yaml 里加上，如“集市: [{名称: {name}, 集日: 农历三、六、九}]”" / "declare it in the unit.yaml of its unit",
        why: "各处集日不同，只有写明了才能推算。" / "Market days differ from place to place.",
    }
    UNKNOWN_CLOSURE = "GS0358" Error {
        title: "没有这个停办" / "Unknown closure",
        message: "calendar 文件夹里没有叫“{name}”的停办" / "no calendar file has a closure called `{name}`",
        remedy: "在 calendar/年份.yaml 的“停办”里写上名称和起止" / "add it under `closed` in calendar/YEAR.yaml",
        why: "不知道停办的是哪几天。" / "Its days are not known.",
    }
    UNLISTED_PLACE = "GS0359" Warning {
        title: "地点没有地址" / "A place without an address",
        message: "“{place}”不在哪个单位的“场所”里，网站上就没有它的地址" / "no unit lists `{place}`, so the site cannot say where it is",
        remedy: "在 unit.yaml 的“场所”里加上名称、地址和怎么走；名称写得不一样的，加“又名”" / "add it to `places` in unit.yaml with its address, or give the listed place this name under `also`",
        why: "群众第一次来，光有名字找不到。" / "Visitors cannot find a name without an address.",
    }
    ENTRY_OUTSIDE = "GS0360" Error {
        title: "这一条的起止在外面" / "An entry outside the roster",
        message: "这一条的“起止”{period} 不在整张安排列出的日子里" / "the period of this entry, {period}, lies outside the days the roster lists",
        remedy: "改这一条的“起止”，或者改文件开头的“起止”“列至”" / "change this period or the roster's",
        why: "按这样写，这一条一天也排不上。" / "It would never apply.",
    }
    NOBODY_NAMED = "GS0361" Warning {
        title: "没有写谁接待" / "Nobody named",
        message: "这一条没有写谁接待" / "this entry names nobody",
        remedy: "加上“接待人”；不定具体人的，写职务，如“接待人: 一名县领导”" / "add `who`; a post will do where no person is fixed",
        why: "法规要求公布接待的安排，群众也想知道来了见谁。" / "People want to know whom they will meet.",
    }
    NO_SESSIONS = "GS0362" Warning {
        title: "一天也排不上" / "No day at all",
        message: "照这一条，从 {first} 到 {last} 一天也排不上" / "this entry gives no day from {first} to {last}",
        remedy: "核对这一条的日子、“月份”，还有文件开头的“起止”；这段时间确实没有的，删去这一条" / "check the days and months of the entry and the period of the roster; if there is none in that time, remove the entry",
        why: "多半是月份和日子对不上。" / "Usually months and days do not go together.",
    }
    NAMES_RUN_TOGETHER = "GS0363" Error {
        title: "几个人写在了一起" / "Names run together",
        message: "“{text}”像是几个人写在了一起" / "“{text}” seems to be several people written as one",
        remedy: "用“、”隔开：{names}" / "put a comma between them: {names}",
        why: "写在一起会当成一个人，或者当成一个职务印出来。" / "Written as one they would be printed as one person or as a post.",
    }
    SWAP_OF_SAME = "GS0364" Error {
        title: "对调的是同一个人" / "Changing places with oneself",
        message: "{name}两次都在，和 {date} 对调以后还是{name}" / "{name} is in both sessions; changing places with {date} would change nothing",
        remedy: "核对“日期”“接待人”和“对调”的日子；只换其中一次的，改写“改由”" / "check the days and `who`; to change one of the two only, use `now_by`",
        why: "对调是两次的人互换。" / "Changing places takes two people.",
    }
    UNKNOWN_UNIT = "GS0365" Error {
        title: "没有这个单位" / "Unknown unit",
        message: "下面没有叫“{name}”的单位{hint}" / "no unit below is called `{name}`{hint}",
        remedy: "写下级单位 unit.yaml 里的“名称”或者“又名”，或者写“各镇”“各村”" / "write the name of a unit below, as its unit.yaml has it",
        why: "不知道是哪个单位，安排就落不到地方。" / "The roster would apply to nobody.",
    }
    NOT_LINKED = "GS0366" Error {
        title: "没有写联系哪里" / "Not linked with any unit",
        message: "地点写的是所联系的镇村，但名单里没有写{name}联系哪里" / "the place is the linked unit, but {name} is not linked with any",
        remedy: "在 leaders.yaml 里给{name}加上“联系”，如“联系: 柳树镇”；或者在这一条写明地点" / "add `linked` to {name} in leaders.yaml, or name the place here",
        why: "不写联系哪里，群众不知道到哪个镇去找他。" / "People would not know where to go.",
    }
    TURNS_IN_NAME = "GS0367" Error {
        title: "轮流要另写" / "Taking turns is a key of its own",
        message: "“{text}”是说轮流，但没有说怎么轮" / "`{text}` speaks of taking turns, but not how",
        remedy: "名字只写“{bare}”，再加上“轮流: 按周”（或者按次、按日、按月）和“起算”，起算写第一个人轮到的那一天" / "write only `{bare}`, and add `rotate` and `counted_from`",
        why: "不说怎么轮，就不知道哪天是谁。" / "Without the order nobody knows who is there on which day.",
    }
    NO_STANDBY = "GS0368" Error {
        title: "没有人补位" / "Nobody to stand in",
        message: "“补位规则”写的是“{rule}”，可是{lack}" / "`standby_rule` says {rule}, but {lack}",
        remedy: "写明“补位: 某某”；或者写上几位接待人，再写“补位规则: 下一位”" / "name somebody under `standby`, or name several people and say `standby_rule: next`",
        why: "公布了补位的办法，接待人来不了的那天就要有人。" / "Once the rule is public, somebody has to be there.",
    }
    CHANGE_WHO = "GS0369" Error {
        title: "不知道替换谁" / "Who is replaced",
        message: "{date} 这一次有带班的，也有值班的，这条变更没有说替换谁" / "the session of {date} has somebody in charge and somebody on duty, and the change does not say who is replaced",
        remedy: "加上原来的“接待人: 某某”，写被替换的那一位" / "add `who` and name the person who is replaced",
        why: "程序不替人猜。" / "The program does not guess.",
    }
    CHANGE_NO_DATE = "GS0370" Error {
        title: "变更没有写哪一天" / "A change without a day",
        message: "这条变更没有写原来是哪一天" / "this change does not say which day it changes",
        remedy: "加上“日期”，写公布过的那一天" / "add `dates` with the day as announced",
        why: "不知道改的是哪一次。" / "There is no telling which session it changes.",
    }
    CHANGE_ONE_DATE = "GS0371" Error {
        title: "一条变更只能写一天" / "One day for one change",
        message: "一条变更只能改一天，这里写了不止一天" / "a change takes one day, and there are more",
        remedy: "一天写一条；连着几天的写“起止”" / "write one change for each day, or `period` for a span",
        why: "几天混在一条里，改到哪一次说不清。" / "Several days in one change are unclear.",
    }
    CHANGE_MISSES = "GS0372" Error {
        title: "变更对不上" / "A change that hits nothing",
        message: "{date} 没有符合这条变更的安排；{near}" / "no session of {date} fits this change; {near}",
        remedy: "“日期”和“接待人”要照公布的写；原来没有、新增加的写“增加”" / "give day and person as they were announced; for a new session use `added`",
        why: "对不上的变更不会起作用，群众看到的还是旧安排。" / "The public would still see the old arrangement.",
    }
    CHANGE_WHICH = "GS0373" Error {
        title: "不知道改的是哪一次" / "Which session",
        message: "{date} 有 {count} 次接待，这条变更没有说改哪一次" / "{date} has {count} sessions, and the change does not say which",
        remedy: "加上原来的“接待人”，同一个人有两次的再加“时间”，几个单位的加“单位”；当天全部都改的，写“接待人: 全部”；对调说不清的，写成两条“改由”" / "add `who`, `time` where one person has two, `unit` where several units have one; for all of the day say `who: all`; instead of an unclear exchange write two changes with now_by",
        why: "程序不替人猜。" / "The program does not guess.",
    }
    CHANGE_DOES_NOTHING = "GS0374" Error {
        title: "变更没有写改成什么" / "A change that changes nothing",
        message: "这条变更没有写改成什么" / "this change does not say what becomes of the session",
        remedy: "写上“改由”“改期”“改时间”“改地点”或者“取消: 是”" / "add now_by, moved_to, new_time, new_place, or `cancelled: yes`",
        why: "只说有变，不说怎么变，群众没法安排。" / "People cannot plan by it.",
    }
    CHANGE_CONTRADICTS = "GS0375" Error {
        title: "又取消又改" / "Cancelled and changed",
        message: "既写了取消，又写了改成别的" / "the session is cancelled and changed at once",
        remedy: "只留一样；取消以后另外安排的，用“改期”" / "keep one of them; what is held another day is `moved_to`",
        why: "两样互相矛盾。" / "The two contradict each other.",
    }
    CHANGE_OF_CANCELLED = "GS0376" Error {
        title: "已经取消了" / "Already cancelled",
        message: "{date} 这一次已经取消，不能再改" / "the session of {date} is cancelled already",
        remedy: "删掉前面的取消，或者删掉这一条" / "remove one of the two changes",
        why: "前后两条变更矛盾。" / "The two changes contradict each other.",
    }
    MOVED_TO_REST_DAY = "GS0377" Warning {
        title: "改到了休息日" / "Moved to a rest day",
        message: "改到的 {date} 是休息日" / "{date}, the new day, is a rest day",
        remedy: "核对日期；确实在休息日接待的，可以不改" / "check the date; if it is meant, leave it",
        why: "多半是写错了日期。" / "Usually the date is a slip.",
    }
    CASCADE_WITHOUT_TURNS = "GS0378" Error {
        title: "没有轮流，不能递补" / "Nobody next in turn",
        message: "这一次不是按“轮流”排的，不知道下一位是谁" / "this session is not one of a rotation, so nobody is next",
        remedy: "改写“改由”，写明由谁接待" / "use `now_by` and name who receives",
        why: "递补是后面的人依次往前，要有轮流的次序。" / "Moving up needs an order of turns.",
    }
    CHANGE_CANNOT_SPAN = "GS0379" Error {
        title: "这种变更一次只能改一天" / "A change of one day only",
        message: "这条变更选中了 {count} 次接待，不能都改到“{text}”" / "this change means {count} sessions, which cannot all be moved to `{text}`",
        remedy: "一次写一条，写明“日期”和“接待人”" / "write one change for each, with day and person",
        why: "好几次都改到同一天，说不清哪一次。" / "Several sessions cannot all go to one place.",
    }
    NOT_COVERED = "GS0380" Warning {
        title: "有空缺" / "A gap",
        message: "应当有人接待的 {days} {lack}" / "{lack} on {days}",
        remedy: "给这些日子安排人；确实不接待的，改“必须有人”里的日子" / "plan somebody for these days, or change `must_cover`",
        why: "“必须有人”是公开的承诺。" / "`must_cover` is a public promise.",
    }
}
