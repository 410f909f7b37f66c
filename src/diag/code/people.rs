//! GS02: the site, units, leaders and places.

super::codes! {
    NOT_A_CHOICE = "GS0201" Error {
        title: "不在可选的几种里" / "Not one of the choices",
        message: "这里不能写“{value}”" / "`{value}` cannot stand here",
        remedy: "从这些里选一个：{choices}" / "choose one of: {choices}",
        why: "设置只有几种写法，写别的程序不知道是什么意思。" / "A setting has a few possible values; any other would have to be guessed.",
    }
    BAD_URL = "GS0202" Error {
        title: "网址写得不对" / "Not a web address",
        message: "“{url}”不能作网站的网址" / "`{url}` cannot be the address of the site",
        remedy: "写成 https://www.example.gov.cn/xinfang/ 这样，前面有 https://，后面没有 ? 和 #；还没有网址就把这一行删掉" / "write it like https://www.example.org/surgeries/; without an address, remove the line",
        why: "告示上的二维码和短网址都从这里来，错了谁也打不开。" / "The code printed on every notice leads there.",
    }
    BAD_SITE_CODE = "GS0203" Error {
        title: "网站代码写得不对" / "Bad site code",
        message: "“{code}”不能作网站的代码" / "`{code}` cannot be the code of a site",
        remedy: "只用小写英文字母、数字和中间的短横，如：{proposed}" / "use lower-case letters, digits and inner hyphens, such as {proposed}",
        why: "代码是日历和告示编号的一部分，到处都要能用。" / "It is part of calendar identifiers and poster codes.",
    }
    NO_SITE_CODE = "GS0204" Error {
        title: "没有网站代码" / "No site code",
        message: "site.yaml 里没有“代码”" / "site.yaml has no `code`",
        remedy: "加一行，如“代码: yunling”；用英文小写字母，定了以后不要再改" / "add a line such as `code: yunling`, in lower case, and never change it later",
        why: "日历和告示的编号里都有它；后来再加，别人手机里的日程会全部重复一遍。" / "It is part of every calendar identifier; adding it later would duplicate everyone's entries.",
    }
    BAD_TIMEZONE = "GS0205" Error {
        title: "时区写得不对" / "Not a time zone",
        message: "“{zone}”不是时区的名称" / "`{zone}` is not the name of a time zone",
        remedy: "写成 Asia/Shanghai 这样的名称；在中国可以不写这一行" / "write a name such as Europe/London",
        why: "首页靠它判断“今天”是哪一天。" / "The home page needs it to know which day is today.",
    }
    NO_SITE = "GS0206" Error {
        title: "没有 site.yaml" / "No site.yaml",
        message: "内容文件夹里没有 site.yaml" / "the content folder has no site.yaml",
        remedy: "新建一个 site.yaml，至少写一行，如“代码: yunling”（英文小写字母）；或者用 gongshi new 建一个完整的例子照着改" / "make one with at least a `code:` line, or start from `gongshi new`",
        why: "没有它就不知道网站叫什么、网址在哪里。" / "It names the site and its address.",
    }
    NAME_TWICE = "GS0207" Error {
        title: "名称重复" / "The same name twice",
        message: "“{name}”在这份名单里写了两次" / "`{name}` stands twice in this list",
        remedy: "改掉一个的名称，或者删掉多出来的一个" / "rename one of them, or remove one",
        why: "安排里写到这个名称时，不知道是哪一个。" / "A roster that names it would be ambiguous.",
    }
    SAME_NAME = "GS0208" Error {
        title: "同名的人" / "Two people of one name",
        message: "这个单位有两个“{name}”，分不清" / "this unit has two people called {name}",
        remedy: "给两个人各加一行“称呼”，如“称呼: {name}（县长）”，安排里也这样写" / "give each a `key`, such as `key: {name} (mayor)`, and use it in rosters",
        why: "群众要知道接待的到底是哪一位。" / "Visitors must know who will receive them.",
    }
    SAME_SLUG = "GS0209" Error {
        title: "网页名重复" / "The same page name",
        message: "“{name}”的网页名和另一个人一样，都是“{slug}”" / "the page of {name} would have the same name as another: {slug}",
        remedy: "给其中一个人加一行“代号”，如“代号: {slug}-2”" / "give one of them a `slug`, such as `slug: {slug}-2`",
        why: "两个人的网页会互相盖掉。" / "One page would replace the other.",
    }
    BAD_SLUG = "GS0210" Error {
        title: "代号写得不对" / "Bad slug",
        message: "“{slug}”不能作代号" / "`{slug}` cannot be part of an address",
        remedy: "只用小写英文字母、数字和中间的短横，如：{proposed}" / "use lower-case letters, digits and inner hyphens, such as {proposed}",
        why: "代号是网页地址的一部分。" / "It becomes part of a page's address.",
    }
    LEFT_BEFORE = "GS0211" Error {
        title: "任职日期颠倒" / "Left before starting",
        message: "{name}的“任职至”早于“任职自”" / "{name} leaves before starting",
        remedy: "检查这两个日期，写反了就对调" / "check both dates",
        why: "按这样的日期，这个人一天也不在任。" / "Such a person is never in office.",
    }
    UNKNOWN_PERSON = "GS0212" Error {
        title: "名单里没有这个人" / "Unknown person",
        message: "“{name}”不在领导名单里{hint}" / "{name} is not in leaders.yaml{hint}",
        remedy: "名字写错了就改过来；没写错，就到本单位或上级的 leaders.yaml 里加上：- {姓名: {name}, 职务: …}" / "correct the name, or add the person to the leaders.yaml of this unit or one above",
        why: "名字、职务要和名单一致，错一个字群众就找错人。" / "A misspelt name sends visitors to the wrong person.",
    }
    WHICH_PERSON = "GS0213" Error {
        title: "不知道是哪一位" / "Which person",
        message: "名单里有不止一个“{name}”" / "there is more than one {name}",
        remedy: "这里写“称呼”：{keys}" / "write the `key` of the one meant: {keys}",
        why: "程序不替人猜是谁。" / "The program does not guess who is meant.",
    }
    NOT_IN_OFFICE = "GS0214" Error {
        title: "那天不在任" / "Not in office",
        message: "{name}在 {date} 不在任（{word} {limit}）" / "{name} is not in office on {date} ({word} {limit})",
        remedy: "换一个人，或者核对 leaders.yaml 里的任职日期" / "name somebody else, or check the dates in leaders.yaml",
        why: "不能公布已经离任或者还没到任的人接待。" / "Someone who has left or not started cannot receive.",
    }
    NO_EDITION = "GS0215" Error {
        title: "没有任何日期" / "No date anywhere",
        message: "内容里没有一个公布日期" / "the content has no date of publication",
        remedy: "给一份安排写上“落款日期”，或者给公告写上“日期”" / "give a roster its `issued_on`, or a notice its `date`",
        why: "网站和告示要标明是哪一天的版本；程序不用电脑的时钟，免得日期不真。" / "The edition is dated by the content, never by the computer's clock.",
    }
    NO_ADDRESS = "GS0216" Warning {
        title: "场所没有写地址" / "A place without an address",
        message: "“{name}”没有写地址，单位也没有写" / "{name} has no address, and neither has its unit",
        remedy: "加一行，如“地址: 城关迎宾路18号一楼”" / "add a line such as `address: 18 High Street`",
        why: "群众第一次来，光有名字找不到。" / "Visitors cannot find a name without an address.",
    }
    BAD_CONTACT = "GS0217" Error {
        title: "安全联系写得不对" / "Not a contact",
        message: "“{contact}”不是邮箱、电话或者网址" / "“{contact}” is no e-mail address, telephone number or web address",
        remedy: "写成 webmaster@example.gov.cn、0999-5550100 或者 https://… 这样；没有就把这一行删掉" / "write it like webmaster@example.org, +44 20 5550 100 or https://…; without one, remove the line",
        why: "发现网站漏洞的人照它找人。" / "Whoever finds a fault in the site turns to it.",
    }
}
