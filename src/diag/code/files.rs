//! GS01: files, folders and YAML.

super::codes! {
    NOT_UTF8 = "GS0101" Error {
        title: "文件编码不对" / "Wrong text encoding",
        message: "这个文件不是 UTF-8 编码{guess}" / "this file is not UTF-8 text{guess}",
        remedy: "用记事本或 WPS 打开，“另存为”时把编码选成 UTF-8" / "save it again with the encoding set to UTF-8",
        why: "编码不对，名字里的字会变成乱码印出去。" / "A wrong encoding prints garbled names.",
    }
    NOT_TEXT = "GS0102" Error {
        title: "不是文本文件" / "Not a text file",
        message: "这个文件里有不是文字的内容（第 {line} 行）" / "this file holds bytes that are no text (line {line})",
        remedy: "多半是文件损坏或者改了扩展名；换回原来的文件，或者重新录入" / "the file is damaged or renamed; restore it or type it again",
        why: "看不见的字节会跟着内容进网页和告示。" / "Invisible bytes would travel into pages and notices.",
    }
    TOO_LARGE = "GS0103" Error {
        title: "文件太大" / "File too large",
        message: "这个文件有 {size}，超过了 {limit}" / "this file is {size}, more than {limit}",
        remedy: "按月份或按单位分成几个文件" / "split it by month or by unit",
        why: "正常的内容文件到不了这么大，多半是放错了文件。" / "No real content file is this large; most likely it is the wrong file.",
    }
    UNREADABLE = "GS0104" Error {
        title: "文件读不出来" / "File cannot be read",
        message: "读不出这个文件或文件夹：{reason}" / "this file or folder cannot be read: {reason}",
        remedy: "看看文件是否还在、是否有权限、是否被别的软件占用" / "check that it is there, that you may read it, and that no other program holds it",
        why: "漏读一个文件，网站上就会少一份安排而没有人知道。" / "A file passed over is a roster missing from the site without anyone noticing.",
    }
    EMPTY_FILE = "GS0105" Error {
        title: "文件是空的" / "Empty file",
        message: "这个文件里没有内容" / "this file says nothing",
        remedy: "写上内容；不用的文件就删掉" / "write its content, or delete the file",
        why: "空文件多半是没有保存成功。" / "An empty file is most often one that was not saved.",
    }
    BAD_NAME = "GS0106" Error {
        title: "文件名不能用" / "Unusable file name",
        message: "这个文件或文件夹的名字里有不能用的字符：{sign}" / "the name of this file or folder holds characters that cannot be used: {sign}",
        remedy: "改名，只用汉字、字母、数字、- 和 _" / "rename it with letters, digits, - and _ only",
        why: "文件名会成为网址的一部分，也要能拷进 U 盘。" / "File names become addresses and must survive on a USB stick.",
    }
    SYMLINK = "GS0107" Error {
        title: "快捷链接不能用" / "Unusable link",
        message: "这是一个链接，{what}" / "this is a symbolic link that {what}",
        remedy: "把真正的文件复制到这里，替换掉链接" / "replace the link by a copy of the file",
        why: "链接可能指到内容文件夹外面，换一台电脑就不一样。" / "A link may lead out of the content folder and differ on another machine.",
    }
    UNKNOWN_FILE = "GS0108" Warning {
        title: "不认识的文件" / "Unknown file",
        message: "不知道这个文件或文件夹是做什么的，没有读它" / "nothing reads this file or folder",
        remedy: "{hint}" / "{hint}",
        why: "文件名或位置写错了，里面的内容就不会出现在网站上。" / "A file in the wrong place or with the wrong name never reaches the site.",
    }
    NOT_PUBLISHED_YET = "GS0109" Warning {
        title: "这一类内容还不会公布" / "Kind of content not published yet",
        message: "“{folder}”里的数都核对了，这个版本还不会公布" / "the figures in `{folder}` are checked; this version does not publish them yet",
        remedy: "可以先留着；要马上公开的，写成 pages 里的网页，小于 5 的数先合并" / "they may stay; what must be public now can be a page in pages/, counts below 5 merged first",
        why: "说清楚没有公布，免得以为已经公开。" / "Said openly, so that nobody thinks they are public.",
    }
    FOLDER_WITHOUT_UNIT = "GS0110" Error {
        title: "文件夹里没有 unit.yaml" / "Folder without unit.yaml",
        message: "{folder}里有内容，但没有 unit.yaml，不知道是哪个单位" / "{folder} holds content but no unit.yaml says whose it is",
        remedy: "在这个文件夹里新建 unit.yaml，写上“名称: 单位的全名”" / "create unit.yaml in it with `name: full name of the unit`",
        why: "有 unit.yaml 的文件夹才是一个单位。" / "A folder is a unit when it holds unit.yaml.",
    }
    OTHER_FORMAT = "GS0111" Warning {
        title: "这种格式读不了" / "Format that cannot be read",
        message: "读不了 {format}，没有读它" / "{format} files cannot be read; this one was passed over",
        remedy: "用 WPS 或 Office 打开，另存为 {target}" / "open it in an office program and save it as {target}",
        why: "读不了的格式里的内容不会出现在网站上。" / "What stands in it never reaches the site.",
    }
    SAME_FILE_TWICE = "GS0112" Error {
        title: "同一个文件有两份" / "One file twice",
        message: "这里同时有 {first} 和 {second}，不知道该用哪一个" / "{first} and {second} are both here and mean the same",
        remedy: "把内容合到 {first}，删掉另一个" / "merge them into {first} and delete the other",
        why: "两份文件迟早会不一样。" / "Two copies will differ sooner or later.",
    }
    SYNTAX = "GS0113" Error {
        title: "写法读不懂" / "Cannot be read",
        message: "{what}（“{near}”附近）" / "{what} (near “{near}”)",
        remedy: "检查这一行和上一行：冒号后面有没有空格，括号和引号是不是成对，开头的空格和上下行是否对齐" / "check this line and the one before: a space after each colon, brackets and quotes in pairs, indentation in line",
        why: "读不懂的文件一个字都不会用，免得用错。" / "Nothing of a file that cannot be read is used, so that nothing is used wrongly.",
    }
    BUDGET = "GS0114" Error {
        title: "内容太多或套得太深" / "Too much or too deep",
        message: "这个文件{what}" / "this file {what}",
        remedy: "分成几个文件；如果不是自己写的文件，请删掉" / "split it; if you did not write it, delete it",
        why: "正常的内容远到不了这个限度。" / "Real content stays far below this limit.",
    }
    NOT_SUPPORTED = "GS0115" Error {
        title: "不支持的 YAML 写法" / "Unsupported YAML",
        message: "不支持这种写法：{what}" / "not supported: {what}",
        remedy: "把内容直接写出来" / "write the content out",
        why: "这些写法会让人看到的和程序读到的不一样。" / "With these, what a person reads and what the program reads differ.",
    }
    DUPLICATE_KEY = "GS0116" Error {
        title: "同一个键写了两次" / "Key written twice",
        message: "“{key}”写了两次" / "“{key}” is written twice",
        remedy: "只留一个；几个值写成一个列表：[甲, 乙]" / "keep one; several values go into one list: [a, b]",
        why: "两个值不知道用哪个，YAML 会悄悄丢掉一个。" / "YAML would quietly drop one of the two.",
    }
    CUT_BY_COMMENT = "GS0117" Error {
        title: "井号把后面的字变成了注释" / "A # turned text into a comment",
        message: "“{text}”前面只有一个空格，会被当成注释丢掉" / "“{text}” would be dropped as a comment, for only one space stands before the #",
        remedy: "是内容，就给整个值加引号；是注释，就在 # 前面空两格" / "if it is content, put the whole value in quotes; if it is a comment, put two spaces before the #",
        why: "楼号、房号常写 #，丢了人就找不到地方。" / "Rooms are often written with #; without it nobody finds the place.",
    }
    COLON_WITHOUT_SPACE = "GS0118" Error {
        title: "冒号后面没有空格" / "No space after the colon",
        message: "“{text}”的冒号后面没有空格，不会被当成“键: 值”" / "no space stands after the colon of “{text}”, so it is no “key: value”",
        remedy: "在冒号后面加一个空格" / "put a space after the colon",
        why: "没有空格，整行会被当成一段文字。" / "Without it the whole line is one piece of text.",
    }
    WIDE_COLON = "GS0119" Error {
        title: "用了中文冒号" / "Full-width colon",
        message: "“{text}”后面是中文冒号“：”，不会被当成“键: 值”" / "“{text}” is followed by a full-width colon, so it is no “key: value”",
        remedy: "换成英文冒号，后面加一个空格；如果这就是正文，给整段加引号" / "use a plain colon and a space; if this is ordinary text, put it in quotes",
        why: "中文冒号在 YAML 里只是一个普通的字。" / "To YAML a full-width colon is a letter like any other.",
    }
    WIDE_COMMA = "GS0120" Error {
        title: "大括号里用了中文标点" / "Full-width sign in braces",
        message: "大括号里两项之间用的是中文标点“{text}”" / "two pairs in braces are separated by the full-width sign “{text}”",
        remedy: "换成英文逗号，后面加一个空格；如果这就是正文，给整段加引号" / "use a plain comma and a space; if this is ordinary text, put it in quotes",
        why: "中文标点分不开两项，后一项会被并进前一项。" / "It does not separate them: the second becomes part of the first.",
    }
    COMMA_IN_BRACES = "GS0121" Error {
        title: "大括号里的逗号切断了值" / "A comma in braces cut a value",
        message: "大括号里的逗号会把“{text}”切开" / "within braces the comma cuts “{text}” apart",
        remedy: "给带逗号的值加引号；漏写了值的，补上“: 值”" / "put a value with a comma in quotes; where the value is missing, add it",
        why: "切开以后，后半截会被当成没有值的键。" / "What follows the comma becomes a key without a value.",
    }
    SPECIAL_FIRST = "GS0122" Error {
        title: "值以特殊符号开头" / "Value begins with a special sign",
        message: "这个值以“{text}”开头，YAML 会当成别的意思" / "this value begins with `{text}`, which means something else to YAML",
        remedy: "给整个值加引号" / "put the whole value in quotes",
        why: "[ ] { } * & ! % @ ` | > 和引号开头的值，YAML 都有别的读法。" / "YAML reads values that begin with [ ] { } * & ! % @ ` | > or quotes in its own way.",
    }
    DASH_WITHOUT_SPACE = "GS0123" Error {
        title: "短横后面没有空格" / "No space after the dash",
        message: "“{text}”开头的短横后面没有空格，或者不是英文短横，不会被当成列表的一项" / "“{text}” begins with a dash that makes no list item",
        remedy: "写成英文短横加一个空格：“- ”" / "write a plain dash and a space: `- `",
        why: "没有空格，这一行会被当成文字。" / "Without the space the line is ordinary text.",
    }
    TAB = "GS0124" Error {
        title: "用了 Tab 键" / "Tab in the indentation",
        message: "这一行开头用了 Tab" / "this line is indented with a tab",
        remedy: "行首只用空格，一般空两格" / "indent with spaces only, two at a time",
        why: "YAML 不许用 Tab 表示层次。" / "YAML does not accept tabs as indentation.",
    }
    MISALIGNED = "GS0125" Error {
        title: "行首没有对齐" / "Indentation out of line",
        message: "这一行开头的空格和前后的行对不齐，前面应是 {text}" / "this line is not in line with those around it: {text} should come first",
        remedy: "同一层的行，开头的空格要一样多" / "lines of one level begin with the same number of spaces",
        why: "空格的多少决定这一行归谁。" / "The indentation decides what a line belongs to.",
    }
    COLON_IN_VALUE = "GS0126" Error {
        title: "值里面有冒号加空格" / "Colon and space in a value",
        message: "“{text}”里面有冒号加空格，会被当成又一个“键: 值”" / "“{text}” holds a colon and a space, which begins another “key: value”",
        remedy: "给整个值加引号，或者换成中文冒号" / "put the whole value in quotes",
        why: "一行里只能有一个“键: 值”。" / "A line holds one “key: value”.",
    }
    BAD_KEY = "GS0127" Error {
        title: "键不是文字" / "Key is no text",
        message: "冒号前面应当是一个键，这里不是文字" / "a key should stand before the colon, and it should be plain text",
        remedy: "写成“键: 值”，键用字段表里的名字" / "write `key: value` with a key of the manual",
        why: "没有名字的值不知道用在哪里。" / "A value without a name belongs nowhere.",
    }
    WIDE_BLANK = "GS0128" Error {
        title: "行首用了中文空格" / "Full-width blank in the indentation",
        message: "这一行开头是中文（全角）空格" / "this line is indented with full-width blanks",
        remedy: "换成普通空格，和同一层的行对齐" / "use ordinary spaces, in line with the others",
        why: "中文空格会被当成键的一部分。" / "A full-width blank becomes part of the key.",
    }
    WIDE_HASH = "GS0129" Error {
        title: "注释用了中文井号" / "Full-width # before a comment",
        message: "注释前面是中文井号“＃”，不会被当成注释" / "a full-width ＃ begins no comment",
        remedy: "换成英文井号 #" / "use a plain #",
        why: "写给自己看的话会印出去。" / "A remark meant for yourself would be published.",
    }
    UNKNOWN_KEY = "GS0130" Error {
        title: "不认识的键" / "Unknown key",
        message: "{kind}里没有“{key}”这个键" / "{kind} has no key “{key}”",
        remedy: "{hint}" / "{hint}",
        why: "写错一个字，这一项就不会出现在网站上。" / "One wrong letter and the item never reaches the site.",
    }
    MISPLACED_KEY = "GS0131" Error {
        title: "键放错了地方" / "Key in the wrong place",
        message: "“{key}”不能写在{kind}里" / "“{key}” does not belong in {kind}",
        remedy: "它用在：{owner}；移过去，或者删掉{near}" / "it belongs in {owner}: move it there or delete it{near}",
        why: "放错地方的内容不会起作用。" / "In the wrong place it has no effect.",
    }
    WRONG_SHAPE = "GS0132" Error {
        title: "值的写法不对" / "Wrong kind of value",
        message: "“{key}”要写{wanted}，这里写的是{found}" / "“{key}” takes {wanted}, but this is {found}",
        remedy: "写成例如：{example}" / "write it like: {example}",
        why: "写法不对，程序只能猜。" / "The program would have to guess.",
    }
    MISSING_KEY = "GS0133" Error {
        title: "缺少必须写的项" / "Required key missing",
        message: "{kind}里缺少“{key}”" / "{kind} lacks “{key}”",
        remedy: "加上一行，例如：{example}" / "add a line such as: {example}",
        why: "没有这一项，网页和告示说不清楚。" / "Without it neither page nor notice makes sense.",
    }
    SAME_FIELD_TWICE = "GS0134" Error {
        title: "同一项用两个名字写了两次" / "One item under two names",
        message: "“{key}”和“{first}”是同一项，写了两次" / "“{key}” and “{first}” are the same item, written twice",
        remedy: "合成一项，几个人写成一个列表" / "merge them; several people go into one list",
        why: "两个值不知道用哪个。" / "It is unclear which of the two holds.",
    }
    EMPTY_VALUE = "GS0135" Warning {
        title: "没有写值" / "Empty value",
        message: "“{key}”后面没有写值，当作没有这一项" / "“{key}” has no value and counts as not written",
        remedy: "写上值，例如：{example}；不用就删掉这一行" / "write a value such as {example}, or delete the line",
        why: "多半是忘了填。" / "Most likely it was forgotten.",
    }
    REQUIRED_IS_EMPTY = "GS0136" Error {
        title: "必须写的项是空的" / "Required value empty",
        message: "“{key}”必须写，后面却没有值" / "“{key}” is required, but has no value",
        remedy: "写上值，例如：{example}" / "write a value such as {example}",
        why: "没有这一项，网页和告示说不清楚。" / "Without it neither page nor notice makes sense.",
    }
    NO_FRONT_MATTER = "GS0137" Error {
        title: "文章开头没有标题栏" / "No front matter",
        message: "{what}" / "{what}",
        remedy: "文件最前面写三行：--- 一行，“标题: ……”一行，再 --- 一行" / "begin the file with a line of ---, a line `title: …` and another line of ---",
        why: "标题和日期从这里来。" / "Title and date come from there.",
    }
    TOO_MANY = "GS0138" Error {
        title: "问题太多" / "Too many problems",
        message: "这个文件还有 {more} 处问题没有列出" / "{more} more problems of this file are not listed",
        remedy: "先改上面列出的，再检查一次" / "mend those listed above and check again",
        why: "很多问题往往出自同一个原因。" / "Many problems often have one cause.",
    }
    TABLE_NOT_FOUND = "GS0140" Error {
        title: "找不到表格文件" / "Table not found",
        message: "找不到表格文件“{name}”{hint}" / "there is no table file `{name}`{hint}",
        remedy: "把 .xlsx 或 .csv 文件放在这个文件旁边，文件名要一字不差" / "put the .xlsx or .csv file beside this file, under exactly this name",
        why: "表读不到，整张安排就没有了。" / "Without its table the roster is empty.",
    }
    TABLE_FORMAT = "GS0141" Error {
        title: "这种表格读不了" / "Kind of table that cannot be read",
        message: "读不了 .{ending} 文件" / ".{ending} files cannot be read",
        remedy: "用 WPS 或 Office 打开，另存为 .xlsx，再把这里的文件名改成 .xlsx" / "open it in an office program, save it as .xlsx, and write that name here",
        why: "只读 .xlsx 和 .csv，其他格式各家软件写的不一样。" / "Only .xlsx and .csv are read; other formats differ between programs.",
    }
    TABLE_TOO_LARGE = "GS0142" Error {
        title: "表太大" / "Table too large",
        message: "这张表{what}" / "this table is too much: {what}",
        remedy: "按月份或按单位分成几张表；如果只是下面、右边有多余的格子，删掉它们" / "split it by month or unit; if stray cells stand far below or to the right, delete them",
        why: "正常的安排表到不了这么大，多半是误按了一个远处的格子。" / "No real roster is this large; most likely a stray cell stands far away.",
    }
    TABLE_UNREADABLE = "GS0143" Error {
        title: "表格文件打不开" / "Table cannot be opened",
        message: "打不开这个表格文件：{reason}" / "this table file cannot be opened: {reason}",
        remedy: "用 WPS 或 Office 打开，去掉密码，另存为新的 .xlsx" / "open it in an office program, remove any password, and save it as a new .xlsx",
        why: "读不了的内容不能当作没有。" / "What cannot be read must not count as nothing.",
    }
    TABLE_GBK = "GS0144" Warning {
        title: "表格文件不是 UTF-8 编码" / "Table not in UTF-8",
        message: "这个表格文件不是 UTF-8 编码，按 GBK（GB18030）读的" / "this table is not UTF-8; it was read as GB18030",
        remedy: "核对名字里的生僻字；另存为“CSV UTF-8”或者 .xlsx 就不再提醒" / "check rare characters in names; saved as “CSV UTF-8” or .xlsx, it is read without doubt",
        why: "编码只能猜，生僻字的名字最容易出错。" / "The encoding had to be guessed, and rare characters suffer first.",
    }
    TABLE_RAGGED = "GS0145" Error {
        title: "这一行的格数和表头不一样" / "Line does not fit the header",
        message: "这一行有 {found} 格，表头有 {wanted} 格" / "this line has {found} cells, the header {wanted}",
        remedy: "空着的格也要用竖线（CSV 用逗号）隔开；格子里面有逗号的，整格加引号" / "separate blank cells too; in CSV put a cell with a comma in quotes",
        why: "少一格，后面的内容就全错位。" / "One cell less and all that follows slips.",
    }
    TABLE_CELL = "GS0146" Error {
        title: "表里这一格读不懂" / "Cell that cannot be used",
        message: "表里的“{text}”{what}" / "“{text}” in the table {what}",
        remedy: "改正这一格；这一列不需要，就整列删掉" / "correct the cell; if the column is not needed, delete it",
        why: "表里的每一格都会用上，读不懂的不能当作没有。" / "Every cell is used; none is dropped silently.",
    }
    TABLE_NO_DATE = "GS0147" Error {
        title: "表里这一行没有日期" / "Line without a date",
        message: "表里这一行的日期是空的" / "the date of this line is blank",
        remedy: "和上一行同一天的，把日期再写一遍；不要的行整行删掉" / "if it is the day of the line above, write the date again; delete a line that is not wanted",
        why: "空着可能是同一天，也可能是漏写，不能猜。" / "It may be the same day or forgotten: that is not for the program to guess.",
    }
    TABLE_PARTLY = "GS0148" Warning {
        title: "表里有的内容没有用" / "Part of the table not used",
        message: "没有用{what}" / "not used: {what}",
        remedy: "要公布的，取消隐藏，或者写进“须知”“说明”等项；不要的，从表里删掉" / "what is to be published must be made visible or written under a key such as `notes`; delete the rest",
        why: "免得以为已经公布了。" / "So that nobody thinks it is published.",
    }
    POST_DIFFERS = "GS0149" Warning {
        title: "和领导名单里写的不一样" / "Differs from the list of leaders",
        message: "这里写的{field}是“{text}”，领导名单里{name}的{field}是“{known}”" / "the {field} here is “{text}”, but in the list of leaders {name} has “{known}”",
        remedy: "核对哪一个对；网页和告示上印领导名单里的" / "check which is right; pages and notices print what the list says",
        why: "职务变了而名单没有改，或者表是照旧的抄的。" / "Either the list or the table is out of date.",
    }
    NO_COLON = "GS0150" Error {
        title: "键和值之间没有冒号" / "No colon between key and value",
        message: "“{text}”里少了冒号，不会被当成“键: 值”" / "“{text}” has no colon, so it is no key with a value",
        remedy: "在中间加上英文冒号和一个空格" / "put a colon and a blank between them",
        why: "没有冒号，整段会被当成没有值的键。" / "Without the colon all of it is a key without a value.",
    }
}
