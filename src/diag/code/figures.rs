//! GS0500 to GS0549: figures.

super::codes! {
    TABLE_SHAPE = "GS0500" Error {
        title: "统计表的样子看不懂" / "Table of figures that cannot be made out",
        message: "{what}" / "{what}",
        remedy: "{hint}" / "{hint}",
        why: "哪个数是什么，不能猜。" / "Which figure is what is never guessed.",
    }
    UNKNOWN_COLUMN = "GS0501" Error {
        title: "不认识的列" / "Unknown column",
        message: "列名“{name}”不是这张表的维度、指标、率，也不是取值{hint}" / "the column \"{name}\" is no dimension, measure, rate or value of this table{hint}",
        remedy: "改成 {known} 里的一个；确实要这一列的，先写进“指标”或“维度”" / "write one of {known}, or declare it under `measures` or `dimensions` first",
        why: "没有说明的列，读的人不知道是什么。" / "Nobody can tell what an undeclared column counts.",
    }
    UNKNOWN_VALUE = "GS0502" Error {
        title: "不认识的取值" / "Unknown value",
        message: "“{name}”不是“{dimension}”的取值{hint}" / "\"{name}\" is no value of \"{dimension}\"{hint}",
        remedy: "改成 {known} 里的一个；是新的，就写进“取值”" / "write one of {known}, or add it under `values`",
        why: "同一个地方、同一类事，写法不同就会当成两个。" / "One place under two names counts as two.",
    }
    NOT_A_NUMBER = "GS0503" Error {
        title: "不是数" / "No number",
        message: "“{text}”不是能数的数" / "\"{text}\" is no count",
        remedy: "写整数，如 82、1,234、140余；不知道写 缺，没有这一项写 —，没有发生写 0" / "write a whole number such as 82, 1,234; `missing` where it is not known, — where there is no such thing, 0 where nothing happened",
        why: "空着的格子分不清是零、是缺，还是忘了。" / "An empty cell may be zero, unknown or forgotten.",
    }
    OTHER_UNIT = "GS0504" Error {
        title: "单位不一样" / "Another unit",
        message: "“{text}”的单位是“{found}”，这个指标数的是“{unit}”" / "\"{text}\" is in \"{found}\", and this measure counts \"{unit}\"",
        remedy: "件、批、批次、人次、起、宗、户次不能相加：数对了就去掉单位，数的是别的就另写一个指标" / "counts of different things do not add up: take the unit away if it is a slip, or declare another measure",
        why: "一件事可能来三批、十个人。混在一起加，总数就没有意义。" / "One matter may come as three visits of ten people; a sum of them means nothing.",
    }
    POINT_OR_LIST = "GS0505" Error {
        title: "顿号当小数点？" / "A list or a point?",
        message: "“{text}”里的顿号是小数点吗？" / "is the 、 in \"{text}\" meant as a decimal point?",
        remedy: "是小数点就写成 .；是两个数就分两格写" / "write . for a point, or two cells for two numbers",
        why: "2、1万 读作 2.1万 还是 2 和 1万，差得很远。" / "The two readings are far apart.",
    }
    PLACEHOLDER = "GS0506" Error {
        title: "还没有填的数" / "Figure not filled in",
        message: "“{text}”是还没有填的空" / "\"{text}\" is a blank that was not filled in",
        remedy: "填上数；不知道写 缺" / "fill in the figure, or write `missing`",
        why: "□ 和 20xx 上了网，谁都看得出没有核对。" / "Blanks that go online show that nobody checked.",
    }
    CELL_TWICE = "GS0507" Error {
        title: "一格写了两次" / "One cell twice",
        message: "{cell}写了两次" / "{cell} stands twice",
        remedy: "删掉一行；是两回事的，分开取值" / "remove one of the lines, or tell the two apart",
        why: "哪一个数算数，不能猜。" / "Which of them counts is never guessed.",
    }
    CELL_EMPTY = "GS0508" Error {
        title: "少了一格" / "Cell without a figure",
        message: "{list}没有数" / "no figure for {list}",
        remedy: "补上；没有发生写 0，不知道写 缺，没有这一项写 —" / "write it: 0 where nothing happened, `missing` where it is not known, — where there is no such thing",
        why: "少一行的统计表，读的人会当成零。" / "Readers take a line that is not there for a zero.",
    }
    SUM_DIFFERS = "GS0510" Error {
        title: "合计对不上" / "Sum that does not agree",
        message: "{cell}写的是 {stated}，各项加起来是 {sum}，差 {difference}{hint}" / "{cell} says {stated}, its parts add up to {sum}, {difference} apart{hint}",
        remedy: "核对各项和合计，改错的那个" / "check the parts and the sum, and mend the one that is wrong",
        why: "读的人会自己加一遍。" / "Readers add it up themselves.",
    }
    PART_EXCEEDS = "GS0511" Error {
        title: "部分比整体大" / "Part larger than its whole",
        message: "{cell}是 {part}，比{whole}的 {stated} 还大" / "{cell} is {part}, more than the {stated} of {whole}",
        remedy: "核对这两个数" / "check both figures",
        why: "部分不会比整体大。" / "No part is larger than its whole.",
    }
    LESS_THAN = "GS0512" Error {
        title: "比不该少的少" / "Less than it can be",
        message: "{cell}的“{measure}”是 {stated}，少于“{other}”的 {least}" / "{cell}: \"{measure}\" is {stated}, less than \"{other}\" with {least}",
        remedy: "核对这两个数；写反了就换过来" / "check both; swap them if they changed places",
        why: "一批至少一个人，人次不会少于批次。" / "A visit has at least one visitor.",
    }
    TOLD_TWICE = "GS0513" Error {
        title: "同一个数两种说法" / "One figure told in two ways",
        message: "{cell}这里是 {here}，《{title}》里是 {there}" / "{cell} is {here} here and {there} in \"{title}\"",
        remedy: "改成一样；以前公布错的，写进“修订”：原 {there}，现 {here}" / "make them agree; where the published one was wrong, say so under `revisions`: was {there}, is {here}",
        why: "两张表对不上，读的人不知道信哪一张。" / "With two figures nobody knows which to trust.",
    }
    PERIODS_DIFFER = "GS0514" Error {
        title: "几个月加起来对不上" / "Months that do not add up",
        message: "{cell}是 {stated}，{parts}加起来是 {sum}" / "{cell} is {stated}; {parts} add up to {sum}",
        remedy: "核对各月和累计；以前公布错的，写进“修订”" / "check the months and the sum; say under `revisions` what was published wrongly",
        why: "累计减去上期累计就是当月，谁都会算。" / "The sum so far less the one before is the month, as anybody can work out.",
    }
    RATE_DIFFERS = "GS0520" Error {
        title: "率算得不对" / "Rate that does not agree",
        message: "“{name}”{of}写的是 {stated}，{numerator}/{denominator} 是 {right}{hint}" / "\"{name}\"{of} says {stated}, {numerator}/{denominator} is {right}{hint}",
        remedy: "改成 {right}，或者核对分子、分母" / "write {right}, or check numerator and denominator",
        why: "率写错了，读的人用计算器一按就知道。" / "A pocket calculator shows it.",
    }
    RATE_OUTSIDE = "GS0521" Error {
        title: "率超出 0–100%" / "Rate outside 0 to 100 %",
        message: "“{name}”{of}是 {stated}" / "\"{name}\"{of} is {stated}",
        remedy: "核对分子和分母：分子是分母的一部分，不会超过它" / "check numerator and denominator: the one is a part of the other",
        why: "“100%以上”没有意义。" / "Parts never exceed the whole.",
    }
    RATE_INCOMPLETE = "GS0522" Error {
        title: "率没有说清楚" / "Rate not defined",
        message: "“{name}”的{side}“{quantity}”不是这张表的指标，也没有写数" / "\"{name}\": its {side} \"{quantity}\" is no measure of this table and has no value",
        remedy: "写指标的名称，或者写 {名称: {quantity}, 数: …, 单位: …}" / "name a measure, or write {name: {quantity}, value: …, unit: …}",
        why: "同名的率有好几种算法。分子、分母不写明，就不能比。" / "Rates of one name are worked out in many ways; undefined ones cannot be compared.",
    }
    CHANGE_DIFFERS = "GS0525" Error {
        title: "同比对不上" / "Change that does not agree",
        message: "{cell}的同比写的是 {stated}，{base_title}是 {base}，现在 {now}，应是 {right}" / "{cell}: the change says {stated}; {base_title} has {base}, now {now}, which makes {right}",
        remedy: "改成 {right}，或者核对两期的数" / "write {right}, or check the figures of both periods",
        why: "去年的数已经公布过，谁都能再算一遍。" / "Last year's figure is public; anybody can work it out again.",
    }
    BASE_UNKNOWN = "GS0526" Error {
        title: "找不到比较的那一期" / "No table to compare with",
        message: "没有找到{base}的统计表" / "there is no table of {base}",
        remedy: "在“基数”里写那一期统计表的文件名（不带 .yaml）" / "name its file without .yaml under `base`",
        why: "没有基数的同比没法核对。" / "Without its base a change cannot be checked.",
    }
    REVISION_DIFFERS = "GS0527" Error {
        title: "修订和表里的数不一样" / "Revision that does not agree",
        message: "{cell}的修订写的是现 {is}，表里是 {stated}" / "{cell}: the revision says {is}, the table {stated}",
        remedy: "改成一样" / "make them agree",
        why: "修订要说清楚从多少改成多少。" / "A revision tells from what to what.",
    }
}
