//! GS09: releases.

super::codes! {
    LEDGER_BROKEN = "GS0901" Error {
        title: "发布记录被改过" / "The ledger was changed",
        message: "发布记录 ledger/public.jsonl {fault}" / "the ledger ledger/public.jsonl: {fault}",
        remedy: "不要手工改这个文件。用备份，或者网站上的 ledger.jsonl，把它换回原来的样子；查网站和记录是不是完整，用 gongshi verify"
            / "never edit this file. Put it back from a backup or from the site's own ledger.jsonl; `gongshi verify` tells whether site and ledger are whole",
        why: "发布记录说明哪天公布了什么，事后改了查得出来。对不上就说明有人动过，或者文件坏了，这时再发布，前后就说不清了。"
            / "The ledger says what was public when, and a later change of it can be found. Where it does not hold together it was tampered with or damaged, and releasing on top of it would hide that.",
    }
    LEDGER_DIVERGED = "GS0902" Error {
        title: "两个人各自发布过" / "Two people released separately",
        message: "发布记录 ledger/public.jsonl {fault}" / "the ledger ledger/public.jsonl: {fault}",
        remedy: "先把对方最新的整个内容文件夹取来（连同 ledger），把自己这边的改动再做一遍，然后运行 gongshi release；已经上网的是哪一条，看网站上的 ledger.jsonl"
            / "fetch the other's latest content folder with its ledger, make your own changes in it again, then run `gongshi release`; the site's ledger.jsonl tells which line is online",
        why: "两份记录接在同一条后面，先后顺序就没有了。程序不替人选哪一份算数。"
            / "With two entries after one there is no order any more. The program does not choose which of them counts.",
    }
    LEDGER_HALF = "GS0903" Warning {
        title: "最后一条发布记录没写完" / "The last entry was not written to its end",
        message: "发布记录 ledger/public.jsonl {fault}" / "the ledger ledger/public.jsonl: {fault}",
        remedy: "前面的记录都还完整，不用管它；再运行一次 gongshi release 就好" / "everything before it is whole; run `gongshi release` again",
        why: "断电或者磁盘满会让最后一行写不完。没写完的不算发布，前面的一条也没丢。"
            / "A power cut or a full disk may cut the last line short. What was cut short was not released, and nothing before it is lost.",
    }
    LEDGER_OF_ANOTHER = "GS0904" Error {
        title: "发布记录是别的网站的" / "The ledger is of another site",
        message: "发布记录属于代码为“{site}”的网站，site.yaml 里的“代码”却是“{code}”" / "the ledger belongs to the site \"{site}\", but `code` in site.yaml is \"{code}\"",
        remedy: "“代码”定了不能改：改回“{site}”；如果这是照着别的网站新建的，把 ledger 和 .private 两个文件夹删掉"
            / "the code of a site never changes: set it back to \"{site}\"; for a new site copied from another, delete the folders ledger and .private",
        why: "海报编号和日历编号都从“代码”来，改了以后旧海报上的编号就查不到了。"
            / "Codes on posters and identifiers of calendars come from it; after a change the codes on old posters lead nowhere.",
    }
    CHANGED_IN_PLACE = "GS0905" Error {
        title: "已经公布的场次直接改了" / "A released session was edited in place",
        message: "{title}已经在{date}公布，现在{what}" / "{title} was published on {date}; now {what}",
        remedy: "把“安排”改回公布时的样子，改动写在“变更”下面（原因选一个：因公外出、会议、应急、工作调整、场地；“公布”可以不写，就以下一次发布那天为准）："
            / "put the entries back as they were published and write the changes under `changes` (choose a reason: away on duty, meeting, emergency, change of duties, venue; without `announced` it is the day of the next release):",
        why: "已经公布的安排有人记下了、抄走了。悄悄改掉，来的人就扑空；写成变更，网页、海报和日历都会说清楚原来怎样、现在怎样、从哪天起。"
            / "People have written down or printed what was published. Changed in silence it sends them to a closed door; as a change, page, poster and calendar say what was, what is and since when.",
    }
    CHANGE_TAKEN_BACK = "GS0906" Error {
        title: "已经公布的变更被删改了" / "A released change was removed or rewritten",
        message: "{title}的{day}，已经公布的变更和记录对不上：公布的是{was}，现在去掉后来的变更是{now}" / "{title}, {day}: the changes already published do not agree with the ledger: published was {was}, without later changes it is now {now}",
        remedy: "把原来的“变更”照公布时的样子写回去；又有变化的，在它后面再加一行" / "write the published lines of `changes` as they were; put what changed since in a further line after them",
        why: "变更公布了就是历史，只能接着往下写。" / "A published change is history; it can only be followed by another.",
    }
    NOT_RELEASED = "GS0907" Warning {
        title: "有内容还没有发布记录" / "Something was not released yet",
        message: "{count}和最近一次发布（{date}）不一样：{list}" / "not as in the last release ({date}), {count}: {list}",
        remedy: "核对好以后运行 gongshi release，再 gongshi build；没有记录的，网页上不写公布日期"
            / "when it is right, run `gongshi release`, then `gongshi build`; pages claim no date for what is not recorded",
        why: "公布日期从发布记录来，不由人填。没有记录就上网，以后说不清是哪天公布的。"
            / "Dates of publication come from the ledger, not from whoever types them. What goes online without an entry has no date to prove.",
    }
    WITHDRAWN = "GS0908" Warning {
        title: "已经公布的内容不见了" / "Something published is gone",
        message: "{list}以前公布过，现在没有了" / "{list} was published and is no longer there",
        remedy: "不是有意撤下的，把文件放回原处、原名；有意撤下的，运行 gongshi release 记一笔，原来的网址会说明它撤下了、现在看哪里"
            / "if that was not intended, put the file back under its name; if it was, run `gongshi release`: its old address will say that it was withdrawn and where to look now",
        why: "网址印在海报上、存在别人手机里。撤下要有记录，旧网址要有交代。"
            / "Addresses stand on posters and in people's phones. Taking something down leaves an entry, and its old address says so.",
    }
    RENAMED = "GS0909" Warning {
        title: "已经公布的安排，文件改了名" / "The file of a published roster got another name",
        message: "{title}公布的时候，文件叫 {name}" / "when {title} was published, its file was called {name}",
        remedy: "把文件名改回 {name}；改了名，网址、公布日期、日历订阅都要从头算起"
            / "give the file its name {name} back; under another one its address, its date of publication and its calendar begin anew",
        why: "文件名就是网址的一部分，印在告示上、存在别人手机里。改名不影响安排，却断了它的记录。"
            / "The name of the file is part of the address that stands on notices and in people's phones. Another name changes nothing in the roster and cuts off its record.",
    }
}
