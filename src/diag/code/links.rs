//! GS07: links, images and Markdown.

super::codes! {
    MISSING_TARGET = "GS0701" Error {
        title: "链接指向的文件不存在" / "Link to a file that does not exist",
        message: "链接“{address}”指向的文件不存在{hint}" / "the link \"{address}\" leads to no file of the content{hint}",
        remedy: "改成实际的文件，路径从本文件所在的文件夹算起，例如 ../rosters/2026-12.yaml" / "name an existing file, with its path from this file's folder, such as ../rosters/2026-12.yaml",
        why: "打不开的链接会让群众白跑一趟，网站检查也要扣分。" / "A dead link sends the reader nowhere, and inspections count it.",
    }
    MISSING_HEADING = "GS0702" Error {
        title: "链接指向的小标题不存在" / "Link to a heading that does not exist",
        message: "本文没有“{name}”这个小标题{hint}" / "this text has no heading \"{name}\"{hint}",
        remedy: "在 # 后面照抄小标题的文字，例如 [见下](#办理时限)" / "write the words of the heading after the #, such as [see below](#time-limits)",
        why: "点了没有反应的链接等于没有链接。" / "A link that does nothing is no link.",
    }
    BAD_SCHEME = "GS0703" Error {
        title: "不能用的链接类型" / "Kind of link that is not allowed",
        message: "链接不能以“{scheme}:”开头" / "a link may not begin with \"{scheme}:\"",
        remedy: "网址用 https:// 或 http://，邮箱用 mailto:，电话用 tel:，本站的文件写相对路径" / "use https:// or http:// for addresses, mailto: for mail, tel: for telephones, and a relative path for files of this site",
        why: "有的链接类型会在读者的电脑上运行程序，或者只在您自己的电脑上打得开。" / "Some kinds of link run programs on the reader's machine, or open only on yours.",
    }
    BAD_ADDRESS = "GS0704" Error {
        title: "链接地址写得不完整" / "Malformed link address",
        message: "“{address}”不是完整的链接地址" / "\"{address}\" is not a complete link address",
        remedy: "检查地址：网址要写全（https://…），文件夹用 / 隔开，不要用 \\，中间不能有换行和看不见的字符" / "check it: write addresses in full (https://…), separate folders by / and not by \\, without line breaks or invisible characters",
        why: "写得不完整的地址，各种浏览器的理解不一样。" / "Browsers disagree about what a malformed address means.",
    }
    ROOTED_ADDRESS = "GS0705" Error {
        title: "链接以 / 开头" / "Link that begins with /",
        message: "链接“{address}”以 / 开头，网站放在子目录或 U 盘里就打不开" / "the link \"{address}\" begins with /, which breaks in a sub-folder or on a USB stick",
        remedy: "从本文件所在的文件夹写起，例如 ../notices/2026-12.md；别的网站要写 https://" / "write it from this file's folder, such as ../notices/2026-12.md; another website needs https://",
        why: "乡镇的网站常常挂在县网站的一个栏目下面，不在最上层。" / "A township's site is often a folder of the county's site.",
    }
    EMPTY_LINK = "GS0706" Error {
        title: "链接没有文字" / "Link without words",
        message: "这个链接没有文字，读者看不见也点不着" / "this link has no words, so nobody can see or use it",
        remedy: "在方括号里写上链接的名字，例如 [预约须知](../pages/yuyue.md)" / "write its name between the brackets, such as [how to book](../pages/booking.md)",
        why: "用读屏软件的人只能听到链接的文字。" / "People who listen to the page hear only the words of a link.",
    }
    RAW_HTML = "GS0707" Error {
        title: "正文里有网页代码" / "HTML in the text",
        message: "正文里不能写网页代码“{html}”" / "HTML such as \"{html}\" is not allowed in the text",
        remedy: "换行在行末打两个空格，加粗用 **文字**，表格用 | 分栏；要原样显示就用反引号括起来，例如 `<br>`" / "end a line with two blanks for a break, use **words** for bold and | for tables; to show it as it is, put it between backquotes, such as `<br>`",
        why: "网页代码能改变整个页面，也能泄露或者伪造信息。" / "HTML can change the whole page, leak or forge information.",
    }
    NO_ALT = "GS0708" Error {
        title: "图片没有文字说明" / "Image without a description",
        message: "这张图片没有文字说明" / "this image has no description",
        remedy: "在方括号里写图上是什么，例如 ![县人民来访接待中心大门，位于人民路12号](大门.jpg)" / "say between the brackets what it shows, such as ![the entrance of the reception centre](gate.jpg)",
        why: "看不见图片的人靠文字说明知道图上是什么。" / "People who cannot see the image rely on its description.",
        basis: "无障碍环境建设法 第29条、第32条",
    }
    IMAGE_ELSEWHERE = "GS0709" Error {
        title: "图片在别的网站上" / "Image on another website",
        message: "图片“{address}”不在本站的文件夹里" / "the image \"{address}\" is not a file of this site",
        remedy: "把图片存到本文件夹里，再写它的文件名" / "save the image into this folder and write its file name",
        why: "用别人网站的图片，对方会知道谁在看，图片也随时可能换掉或打不开。" / "An image from elsewhere tells that site who reads, and may change or vanish.",
    }
    IMAGE_FORMAT = "GS0710" Error {
        title: "不认识的图片格式" / "Unknown kind of image",
        message: "“{address}”不是网页能显示的图片" / "\"{address}\" is not an image that web pages show",
        remedy: "把图片另存为 .jpg 或 .png；附件不会公布，请把内容写进正文" / "save it as .jpg or .png; attachments are not published, so write their content into the text",
        why: "浏览器只显示几种格式的图片。" / "Browsers show only a few kinds of images.",
    }
    MISSING_IMAGE = "GS0711" Error {
        title: "图片文件不存在" / "Image file that does not exist",
        message: "找不到图片“{address}”{hint}" / "there is no image \"{address}\"{hint}",
        remedy: "检查文件名和文件夹，大小写也要一样" / "check the file name and folder; upper and lower case count",
        why: "缺了图片，页面上只剩一个空框。" / "A missing image leaves an empty frame.",
    }
    BOLD_NOT_WORKING = "GS0712" Warning {
        title: "加粗没有生效" / "Bold that does not work",
        message: "这里的两个星号没有变成加粗，会原样显示出来" / "these two asterisks do not make bold text and show as they are",
        remedy: "加粗的文字前后各用两个半角星号，星号和文字之间不要有空格：**文字**；真要显示星号就写 \\*\\*" / "put two asterisks directly before and after the words: **words**; to show asterisks write \\*\\*",
        why: "多余的星号印在告示上不好看，也看不出要强调什么。" / "Stray asterisks look wrong and hide what was to be stressed.",
    }
    MARK_NEEDS_BLANK = "GS0713" Error {
        title: "标记后面少了空格" / "Missing blank after a mark",
        message: "行首的“{mark}”后面要有一个空格，用半角符号" / "the \"{mark}\" at the start of the line needs a blank after it, in plain ASCII",
        remedy: "标题写成“## 办理时限”，列表写成“- 第一项”" / "write headings as \"## Limits\" and list items as \"- first\"",
        why: "少了空格就不是标题或列表，几行字会连成一段。" / "Without the blank it is no heading or list, and lines run together.",
    }
    INDENT_IS_CODE = "GS0714" Error {
        title: "行首的空格太多" / "Too many blanks at the start of a line",
        message: "这一行前面空了四格以上，会被当成程序代码显示" / "this line begins with four or more blanks and would show as program code",
        remedy: "删去行首的空格，段落由网页自动缩进；确实是代码就在前后各加一行 ```" / "delete the blanks, the page indents paragraphs itself; for real code put a line of ``` before and after",
        why: "当成代码的段落不换行，手机上看不全。" / "A paragraph shown as code does not wrap and is cut off on a phone.",
    }
    TOO_DEEP = "GS0715" Error {
        title: "层次太深" / "Nested too deeply",
        message: "这里的列表或引用套了太多层" / "lists or quotations lie too deep in each other here",
        remedy: "改成两三层以内的列表，或者分成几个小标题" / "use two or three levels, or several headings",
        why: "层次太深的内容没有人读得懂，也会让浏览器出错。" / "Nobody follows such depth, and browsers fail on it.",
    }
    EMPTY_HEADING = "GS0716" Error {
        title: "标题没有文字" / "Heading without words",
        message: "这个标题没有文字" / "this heading has no words",
        remedy: "在 # 和空格后面写上标题，或者删去这一行" / "write words after the # and a blank, or delete the line",
        why: "空标题会出现在目录里，点开什么也没有。" / "An empty heading shows in the table of contents and leads nowhere.",
    }
    BAD_PICTURE = "GS0717" Error {
        title: "图片坏了" / "A picture that cannot be read",
        message: "这个文件不是能用的图片" / "this file is no picture that can be used",
        remedy: "用画图或者 WPS 图片打开它，另存为 PNG 或 JPG" / "open it in a drawing program and save it as PNG or JPEG",
        why: "程序要把照片里的拍摄地点等信息去掉才公布，读不懂就去不掉。" / "Hidden data such as the place a photograph was taken is removed first, which needs a readable file.",
    }
    ADDRESS_TAKEN = "GS0718" Error {
        title: "两个文件要用同一个网址" / "Two files for one address",
        message: "“{path}”和{other}要用同一个网址 {address}" / "\"{path}\" and {other} want the same address {address}",
        remedy: "给“{path}”改名，不要只改大小写" / "rename \"{path}\"; other capitals alone are not enough",
        why: "U 盘和很多电脑不分大小写，两个文件只留得下一个。" / "USB sticks and many computers take capitals and small letters for the same, and keep only one of the two.",
    }
    UNSAFE_NAME = "GS0719" Error {
        title: "有的电脑存不了的名字" / "A name that some computers cannot keep",
        message: "“{path}”要用网址 {address}，其中的名字{reason}" / "\"{path}\" wants the address {address}, with a name that {reason}",
        remedy: "给“{path}”改名，例如在后面加上年月" / "rename \"{path}\", for instance by adding the year and month",
        why: "网站要能拷到 U 盘和任何一台服务器上。" / "The site must survive a copy to a USB stick and to any server.",
    }
    ATTACHMENT = "GS0720" Error {
        title: "链接指向附件" / "Link to an attachment",
        message: "文件夹里有“{address}”，但是附件不会公布" / "\"{address}\" is in the folder, but attachments are not published",
        remedy: "把附件的内容写进正文，或者另写一页放在 pages 里，再链接到那一页；已经放在别的网站上的，写全 https:// 网址" / "write its content here or on a page in pages and link to that; if it is on another website, give the full https:// address",
        why: "PDF、Word 和表格里常常带着修改记录和个人信息，读屏软件和手机也不好读。" / "PDF, Word and spreadsheet files often carry revisions and personal data, and read badly aloud and on phones.",
    }
}
