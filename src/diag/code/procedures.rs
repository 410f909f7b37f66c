//! GS0450 to GS0479: procedures.

super::codes! {
    STEP_TWICE = "GS0450" Error {
        title: "两个步骤编号相同" / "Two steps with one id",
        message: "编号“{id}”用了两次" / "the id \"{id}\" is used twice",
        remedy: "给其中一个换一个编号，并把“到”里的一起改掉" / "give one of them another id, and change the ways that lead there",
        why: "编号相同，就不知道“到”指的是哪一步。" / "With one id for two steps a way leads nowhere certain.",
    }
    UNKNOWN_STEP = "GS0451" Error {
        title: "“到”的步骤不存在" / "Way to a step that does not exist",
        message: "没有编号是“{id}”的步骤{hint}" / "no step has the id \"{id}\"{hint}",
        remedy: "改成已有步骤的编号：{known}；程序到这里就结束的，不写下一步，写 到此为止: 是" / "write the id of a step there is: {known}; where the procedure ends, write `end: yes` instead of `next`",
        why: "群众照着走会走到没有的地方。" / "Whoever follows the way would arrive nowhere.",
    }
    UNREACHABLE_STEP = "GS0452" Error {
        title: "走不到的步骤" / "Step that nothing leads to",
        message: "从第一步出发，走不到步骤“{id}”" / "nothing leads from the first step to \"{id}\"",
        remedy: "在它前面的步骤的“下一步”里写上 {id}，或者删掉这一步" / "name {id} in `next` of the step before it, or remove the step",
        why: "走不到的步骤不是这个程序的一部分，多半是哪里漏写了“到”。" / "A step that nothing leads to is no part of the procedure; most likely a way was forgotten.",
    }
    NO_WAY_OUT = "GS0453" Error {
        title: "转圈出不来" / "Circle without a way out",
        message: "步骤 {steps} 转来转去，没有一条路走到头" / "the steps {steps} lead round in a circle, and none of their ways comes to an end",
        remedy: "给其中一步加一条通向别处的“下一步”，或者在结束的地方写 到此为止: 是" / "add a way that leads out to one of them, or write `end: yes` where it ends",
        why: "可以退回重来，但总要有一条路能办完。" / "Steps may lead back, but some way must come to an end.",
    }
    NO_NEXT = "GS0454" Error {
        title: "没有说接下来怎样" / "No word of what comes next",
        message: "步骤“{id}”没有写下一步，也没有写到此为止" / "the step \"{id}\" says neither where it goes on nor that it ends",
        remedy: "写 下一步: 编号；程序到这里就结束的，写 到此为止: 是" / "write `next: ID`, or `end: yes` where the procedure ends",
        why: "程序不会按先后顺序去猜。" / "The order of lines is not taken for an answer.",
    }
    ENDS_AND_GOES_ON = "GS0455" Error {
        title: "既结束又有下一步" / "Ends and goes on",
        message: "步骤“{id}”写了到此为止，又写了下一步" / "the step \"{id}\" says that it ends and also where it goes on",
        remedy: "删掉其中一个；有的情况结束、有的情况继续的，另写一个结束的步骤" / "remove one of them; where it ends only in some cases, write a step for the end and lead there",
        why: "两种说法只能有一种是对的。" / "Only one of the two can be true.",
    }
    LIMIT_MISSING = "GS0456" Error {
        title: "没有写时限" / "Time limit not stated",
        message: "步骤“{id}”没有写时限" / "the step \"{id}\" states no time limit",
        remedy: "写 时限: {期限: 15日, 自: …, 性质: 法定, 依据: …}；没有规定就写 时限: 未规定，按别的规定就写 时限: 从其规定" / "write `limit: {within: 15 days, from: …, kind_of_limit: statutory, basis: …}`, or `limit: not stated` or `limit: other rules`",
        why: "空着的时限会被当成没有时限。没有规定也要明说。" / "A gap reads as if there were no limit. That no rule sets one has to be said.",
        basis: "《信访工作条例》第18条第1款：公布信访事项的处理程序",
    }
    LIMIT_UNREADABLE = "GS0457" Error {
        title: "看不懂的期限" / "Length of time that cannot be read",
        message: "“{text}”看不出是多长时间" / "\"{text}\" is no length of time",
        remedy: "写成 15日、5个工作日、2个月、24小时、当场、次日，或者 未规定、从其规定" / "write 15 days, 5 working days, 2 months, 24 hours, on the spot, next day, or: not stated, other rules",
        why: "期限要能算出最后一天，程序不猜。" / "A last day has to follow from it, and none is guessed.",
    }
    LIMIT_KIND_MISSING = "GS0458" Error {
        title: "没有写时限的性质" / "Limit that does not say who set it",
        message: "时限“{text}”没有写是法定的还是本地承诺" / "the limit \"{text}\" does not say whether it is statutory or a local promise",
        remedy: "写成 时限: {期限: {text}, 自: 收到之日, 性质: 本地承诺}；法律法规规定的写 性质: 法定，再写依据哪一条" / "write `limit: {within: {text}, from: the day of receipt, kind_of_limit: local promise}`, or `statutory` with its basis",
        why: "把单位自己的承诺说成法律规定，或者反过来，都会误导群众。" / "A promise shown as law, or law shown as a promise, misleads.",
    }
    STATUTORY_WITHOUT_BASIS = "GS0459" Error {
        title: "法定时限没有依据" / "Statutory limit without its article",
        message: "时限“{text}”写的是法定，没有写依据哪一条" / "the limit \"{text}\" is called statutory but names no article",
        remedy: "写 依据: 《信访工作条例》第二十二条第一款；没有这样一条的，写 性质: 本地承诺" / "name the article in `basis`, or write `kind_of_limit: local promise`",
        why: "群众要能查到是哪一条规定的。" / "A citizen must be able to look it up.",
    }
    PARTING_WITH_LIMIT = "GS0460" Error {
        title: "分流不是步骤" / "A parting is no step",
        message: "分流“{id}”不能写{what}" / "the parting \"{id}\" cannot have {what}",
        remedy: "分流只是分成几路，没有人办、不占时间：把{what}写到前面或后面的步骤里；真的有人办的，写 类型: 步骤" / "a parting only says which way it goes: move {what} to the step before or after, or write `type: step`",
        why: "给分流写上时限，会让人以为几条路合用一个时限。" / "A limit on a parting looks as if all its ways shared it.",
    }
    LATE_MISSING = "GS0461" Warning {
        title: "没有写逾期怎么办" / "No word of what to do when it is late",
        message: "步骤“{id}”有时限，没有写逾期{what}" / "the step \"{id}\" has a limit but does not say {what} when it is late",
        remedy: "写 逾期: {example}" / "write `if_late: {example}`",
        why: "有了时限，还要让群众知道过期以后怎么办。" / "A limit helps only those who know what to do when it passes.",
    }
    LATE_OF_WHOM = "GS0462" Error {
        title: "逾期写反了" / "Lateness of the wrong side",
        message: "步骤“{id}”由{who}来办，逾期不能写“{wrong}”" / "{who} acts in step \"{id}\", so `if_late` cannot say \"{wrong}\"",
        remedy: "您（群众）的时限写 后果，办理单位的时限写 找谁 和 电话" / "a limit that binds the citizen has a `consequence`; one that binds an office says whom to `ask`, with a phone",
        why: "群众自己过了期，找谁都没有用；单位过了期，要告诉群众找谁。" / "Where the citizen is late there is nobody to ask; where the office is, somebody must be named.",
    }
    LIMIT_FROM_MISSING = "GS0463" Error {
        title: "没有写时限从什么时候算起" / "Limit without the event it runs from",
        message: "时限“{text}”没有写从什么时候算起" / "the limit \"{text}\" does not say from which event it runs",
        remedy: "加上 自: 收到之日（或者 受理之日、收到书面答复之日）" / "add `from: the day of receipt` or the event that it is",
        why: "从收到算起和从受理算起，能差出半个月。" / "From receipt or from acceptance may differ by half a month.",
    }
    TOO_FEW_WAYS = "GS0464" Error {
        title: "分流只有一条路" / "Parting with fewer than two ways",
        message: "分流“{id}”至少要有两条路" / "the parting \"{id}\" needs two ways at least",
        remedy: "每条路写一项：下一步: [{如果: …, 到: …}, {如果: …, 到: …}]；只有一条路的，不要写 类型: 分流" / "write one item a way: `next: [{if: …, to: …}, {if: …, to: …}]`, or make it a step",
        why: "不分路的地方不用画成分流。" / "Where nothing parts there is nothing to choose.",
    }
    CONDITION_MISSING = "GS0465" Error {
        title: "没有说什么情况走哪条路" / "Way without its case",
        message: "步骤“{id}”有几条路，到“{to}”的这条没有写“如果”" / "the step \"{id}\" has several ways, and the one to \"{to}\" has no `if`",
        remedy: "加上 如果: 什么情况走这条路" / "add `if:` with the case in which it is taken",
        why: "不说清楚，群众不知道自己走的是哪一条。" / "Without it nobody knows which way is theirs.",
    }
    ACTOR_MISSING = "GS0466" Error {
        title: "没有写谁办" / "Step without who acts",
        message: "步骤“{id}”没有写谁办" / "the step \"{id}\" does not say who acts",
        remedy: "写 谁办: 单位的名称；由群众自己来办的，写 谁办: 您" / "write `actor:` with the office, or `actor: you` where the citizen acts",
        why: "群众要知道这一步该谁做，是等还是自己去。" / "People must know whether to wait or to act.",
    }
    BAD_STEP_ID = "GS0467" Error {
        title: "编号里有不能用的字符" / "Id with a character that cannot be used",
        message: "编号“{id}”里有不能用的字符“{sign}”" / "the id \"{id}\" has the character \"{sign}\", which cannot be used",
        remedy: "编号只用字母、数字、汉字和短横线，例如 fucha 或 3-1" / "use letters, digits and hyphens only, such as review or 3-1",
        why: "编号是网页里这一步的地址。" / "The id is the address of the step in the page.",
    }
    SAME_TITLE = "GS0468" Warning {
        title: "两个程序名称相同" / "Two procedures of one title",
        message: "这个单位已经有一个办事程序叫“{title}”" / "this unit has another procedure called \"{title}\"",
        remedy: "给标题加上区别，例如办什么事、给谁办；旧的一份不用了的，写 状态: 停用" / "tell them apart in the title, by what they are for or for whom; write `status: retired` in the one that is no longer used",
        why: "清单里两个一样的名称，群众不知道该看哪一个。" / "In a list of two equal titles nobody knows which to read.",
    }
}
