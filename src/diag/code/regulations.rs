//! GS04: regulations: their numbers and dates, and what they take the place of.

super::codes! {
    ARTICLE_MISSING = "GS0401" Warning {
        title: "条文不连续" / "An article is missing",
        message: "按前面的编号，这里应该是{expected}，写的却是{found}" / "after the article before, this should be {expected}, not {found}",
        remedy: "补上漏掉的条文，或者改正条号；原文就是这样的，不用改" / "add what was left out or correct the number; if the original is like this, leave it",
        why: "漏一条，引用它的人就找不到；条号错了，别处的引用会指到错的条文。" / "What is left out cannot be found, and a wrong number misleads every citation.",
    }
    ARTICLE_REPEATED = "GS0402" Warning {
        title: "条号重复" / "An article's number stands twice",
        message: "{found}前面已经有了" / "{found} stands before already",
        remedy: "改正其中一个条号；附件里重新编号的，在前面写一行“附件一　名称”" / "correct one of the numbers; where an annex counts anew, put its heading before it",
        why: "两条用一个号，引用时说不清是哪一条。" / "With one number for two articles nobody can say which is meant.",
    }
    ARTICLE_BACKWARDS = "GS0403" Warning {
        title: "条号倒退" / "An article's number is lower than the one before",
        message: "{before}的后面是{found}" / "{found} comes after {before}",
        remedy: "改正条号或者次序；附件里重新编号的，在前面写一行“附件一　名称”" / "correct number or order; where an annex counts anew, put its heading before it",
        why: "次序乱了，多半是粘贴时漏了或者重了一段。" / "Broken order usually means that something was pasted twice or not at all.",
    }
    ITEM_MISSING = "GS0404" Warning {
        title: "项号不连续" / "An item is missing",
        message: "按前面的编号，这里应该是{expected}，写的却是{found}" / "after the item before, this should be {expected}, not {found}",
        remedy: "补上漏掉的一项，或者改正项号；原文就是这样的，不用改" / "add the item or correct the number; if the original is like this, leave it",
        why: "办事的人按“第几项”引用，号错了就引错了。" / "People cite items by number, and a wrong number cites the wrong one.",
    }
    ITEM_REPEATED = "GS0405" Warning {
        title: "项号重复" / "An item's number stands twice",
        message: "这一款里已经有{found}了" / "this paragraph has {found} already",
        remedy: "改正其中一个项号；是另一组的，前面另起一段写明说的是什么" / "correct one of them; if another list begins here, put a sentence before it",
        why: "两项用一个号，引用时说不清是哪一项。" / "With one number for two items nobody can say which is meant.",
    }
    ITEM_OUTSIDE = "GS0406" Warning {
        title: "项不在条文里" / "An item outside an article",
        message: "{found}在章的标题后面、第一条条文前面，不属于任何一条" / "{found} stands after a chapter's heading and before its first article",
        remedy: "前面补上“第…条”和这一条开头的话，或者把它移到所属的条文里" / "put the article's number and opening words before it, or move it into its article",
        why: "不在条文里的项没有办法引用。" / "An item outside an article cannot be cited.",
    }
    NO_ARTICLE = "GS0407" Warning {
        title: "没有认出条文" / "No article was recognised",
        message: "分了章，却没有一条以“第…条”开头；这一行像是条文" / "there are chapters but no article; this line looks like one",
        remedy: "条文写成“第一条　正文”，每条另起一行" / "begin each article on a new line with its number",
        why: "认不出条文，就没有目录、地址和引用。" / "Without articles there is no contents, no address and no citation.",
    }
    DATES_OUT_OF_ORDER = "GS0408" Error {
        title: "日期前后矛盾" / "Dates contradict each other",
        message: "{later}（{later_day}）早于{earlier}（{earlier_day}）" / "{later} ({later_day}) is before {earlier} ({earlier_day})",
        remedy: "核对两个日期，多半是年份写错了" / "check both dates; usually a year is wrong",
        why: "现行还是废止是按日期算的，日期错了，网页就会说错。" / "Whether it is in force is worked out from the dates.",
    }
    UNKNOWN_SUPERSEDED = "GS0409" Warning {
        title: "找不到被替代的文件" / "The text it takes the place of is not here",
        message: "网站上没有“{name}”{hint}" / "this site has no \"{name}\"{hint}",
        remedy: "写文件名（如 jiedai-2021.md）或者完整的标题；旧文件不在本站的，标题用书名号括起来：《{name}》" / "write the file's name, such as jiedai-2021.md, or the full title; if the old text is not on this site, put its title between 《》",
        why: "新旧两份要互相链接，看到旧的人才知道已经换了。" / "Old and new refer to each other, so that readers of the old text learn of the new one.",
    }
    SUPERSEDES_ITSELF = "GS0410" Error {
        title: "替代绕成了圈" / "Texts take each other's place",
        message: "“{name}”替代来替代去，又回到了自己" / "following what \"{name}\" takes the place of leads back to itself",
        remedy: "只在新的一份里写“替代”" / "say `supersedes` in the newer text only",
        why: "绕成了圈，就说不清哪一份现行。" / "In a circle nobody can say which is in force.",
    }
}
