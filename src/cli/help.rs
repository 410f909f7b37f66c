//! The help and the usage errors in the person's language.

use super::Outcome;
use super::terminal::Terminal;
use crate::diag::Lang;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// Help texts: command (empty for all), argument (empty for the command itself), Chinese, English.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("", "", "把一个文件夹的接待安排变成网站和告示", "A folder of plain files becomes a website and printable notices"),
    ("", "help", "显示这份说明", "Print help"),
    ("", "version", "显示版本", "Print version"),
    (
        "verify",
        "content",
        "内容文件夹：再核对网站上的发布记录和里面 ledger/public.jsonl 是否一致",
        "Content folder; the published ledger must agree with its ledger/public.jsonl",
    ),
    ("", "lang", "提示用的语言：zh 中文，en 英文", "Language of messages"),
    ("", "content", "内容文件夹，里面有 site.yaml；不写就是 content", "Folder with site.yaml"),
    (
        "",
        "theme",
        "自己的主题文件夹，逐个文件代替默认主题",
        "Folder whose files replace those of the default theme one by one",
    ),
    ("", "strict", "有提醒也算没通过", "Treat warnings as errors"),
    ("new", "", "新建一个能直接用的小网站", "Make a small, working, commented site"),
    ("new", "dir", "要新建的文件夹", "Folder to make"),
    ("check", "", "只检查，不发布：列出全部问题", "Find everything that build would refuse, and warnings"),
    ("check", "format", "报告的样子：text 给人看，json 给程序用", "Form of the report"),
    ("build", "", "生成网站和告示", "Make the website and the notices"),
    ("build", "out", "放到哪个文件夹；不写就是 public", "Folder to publish into"),
    (
        "build",
        "pages_only",
        "只做网页，快些看样子：告示、日历、数据和印在告示上的网址都不做，正式发布不要用",
        "Pages alone, for a quick look: no notices, calendars, data or addresses printed on notices",
    ),
    (
        "build",
        "sign",
        "用这个密钥文件给网站签名；密钥用 minisign -G 生成，密码会在终端上问",
        "Sign the site with this secret key, made by minisign -G; its password is asked on the terminal",
    ),
    (
        "",
        "hold",
        "哪个单位照上一次发布的样子做，写它的文件夹，可以写多次；别处的内容照常",
        "Take this unit as it was released, by its folder; may be given more than once",
    ),
    ("build", "jobs", "最多同时用几个处理器核；不写就全用", "How many cores to use; all of them unless given"),
    (
        "",
        "font_path",
        "告示用的字体文件，或者放字体的文件夹，可以写多次；排在自带的字体前面",
        "Fonts for notices, before those of the theme: a file or a folder; may be given more than once",
    ),
    ("poster", "", "单做告示，不发布网站", "Make single notices, without the website"),
    (
        "poster",
        "kind",
        "哪种告示：month 整份安排，day 单日，change 变更，unit 单位，set 成套，flow 流程图，leaflet 明白纸，panels 展板，booklet 单行本；不写就是整份安排，写了 --day 就是单日",
        "Kind of notice; a roster unless given, and with --day that day",
    ),
    (
        "poster",
        "paper",
        "纸型：a2、a3、a4，或者宽x高毫米，如 300x800；不写就按种类定",
        "Paper: a2, a3, a4, or width x height in millimetres, such as 300x800",
    ),
    ("poster", "unit", "哪个单位：名称或者文件夹；不写就是全部", "Unit, by name or folder; all of them unless given"),
    ("poster", "roster", "哪份安排：文件名或者标题", "Roster, by file name or title"),
    ("poster", "document", "哪份程序或者制度：文件名或者标题", "Procedure or regulation, by file name or title"),
    ("poster", "day", "哪一天，如 2026-12-07；变更告示写公布那天", "The day; for changes that of announcing them"),
    ("poster", "format", "文件格式：pdf、png、svg；不写就是 pdf", "Form of the files"),
    ("poster", "mono", "给黑白打印机用，不带颜色", "For a printer without colours"),
    ("poster", "out", "放到哪个文件夹；不写就放在这里", "Folder to write into; this one unless given"),
    ("agenda", "", "今天、接下来谁接待，什么要公示、要更新", "Who receives today and next, what to post and renew"),
    ("agenda", "on", "哪一天，如 2026-12-07；不写就是今天（北京时间）", "The day; without it, today in China"),
    ("agenda", "text", "只要一小段文字，好发到群里", "A short text for a chat message"),
    ("release", "", "把要公开的内容记入发布记录", "Record in the ledger what is about to be public"),
    (
        "release",
        "date",
        "哪天公布的，如 2026-12-01；不写就是今天，写以前的日期网页会注明补录",
        "The day it was made public; today unless given. Pages say so where it was recorded later",
    ),
    ("release", "dry_run", "只看会记些什么，不真的记", "Show what would be recorded, and record nothing"),
    (
        "release",
        "receipt",
        "把这次发布的凭证写成一个小文件，好报给上级",
        "Write a short proof of the last release to send upward",
    ),
    ("explain", "", "解释一个代码是什么意思、怎么改", "Say what a code means and how to mend it"),
    ("explain", "code", "代码，如 GS0301；不写就列出全部", "A code such as GS0301; none lists them all"),
    (
        "verify",
        "",
        "核对发布出来的网站：哪个文件被改过、缺了、多了，签名和发布记录对不对",
        "Check a published site: which file is changed, missing or extra, and whether signature and ledger hold",
    ),
    (
        "verify",
        "what",
        "发布出来的文件夹，或者它的 ZIP 压缩包；不写就是 public",
        "Published folder, or a ZIP of it; public unless given",
    ),
    (
        "verify",
        "key",
        "签名要对得上的公钥：文件，或者公钥那一行字；从网站以外的地方得来才算数",
        "Public key the signature must hold against, a file or its text; to prove who signed it must come from elsewhere",
    ),
    (
        "verify",
        "receipt",
        "发布时留下的回执文件（gongshi release --receipt）：核对发布记录里有没有那一号",
        "Receipt that gongshi release --receipt wrote: whether the ledger holds that entry",
    ),
    ("verify", "format", "结果的样子：text 给人看，json 给程序用", "Form of the result"),
];

/// What stands for the value of an argument in Chinese.
const VALUES: &[(&str, &str)] = &[
    ("lang", "语言"),
    ("content", "文件夹"),
    ("theme", "文件夹"),
    ("dir", "文件夹"),
    ("format", "格式"),
    ("out", "文件夹"),
    ("on", "日期"),
    ("date", "日期"),
    ("receipt", "文件"),
    ("day", "日期"),
    ("kind", "种类"),
    ("paper", "纸型"),
    ("unit", "单位"),
    ("hold", "单位"),
    ("roster", "安排"),
    ("document", "文件"),
    ("font_path", "路径"),
    ("jobs", "个数"),
    ("code", "代码"),
    ("sign", "密钥文件"),
    ("what", "文件夹或ZIP"),
    ("key", "公钥"),
    ("receipt", "文件"),
];

fn words(command: &str, arg: &str, lang: Lang) -> Option<&'static str> {
    // What holds for all commands holds for their arguments; a command has its own words or none.
    let fits = |owner: &str| owner == command || (owner.is_empty() && !arg.is_empty());
    let row = WORDS.iter().find(|row| row.1 == arg && fits(row.0))?;
    Some(match lang {
        Lang::Zh => row.2,
        Lang::En => row.3,
    })
}

/// The command with its help in one language.
pub(super) fn localized(command: Command, lang: Lang) -> Command {
    let command = describe(command.disable_help_subcommand(true), "", lang).disable_version_flag(true);
    let version = words("", "version", lang).unwrap_or_default();
    let command = command.arg(flag("version", 'V', lang).action(ArgAction::Version).help(version));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(&name, |sub| describe(sub, &name, lang)));
    match lang {
        Lang::En => command,
        Lang::Zh => command.subcommand_help_heading("命令").override_usage("gongshi [选项] <命令>"),
    }
}

/// `--help` and `--version` are the library's own; in Chinese they need words and a place.
fn flag(name: &'static str, short: char, lang: Lang) -> Arg {
    let flag = Arg::new(name).short(short).long(name);
    match lang {
        Lang::Zh => flag.help_heading("选项"),
        Lang::En => flag,
    }
}

fn describe(command: Command, name: &str, lang: Lang) -> Command {
    let command = match words(name, "", lang) {
        Some(about) => command.about(about),
        None => command,
    };
    let command = command.disable_help_flag(true).arg(flag("help", 'h', lang).action(ArgAction::Help));
    let mut usage = format!("gongshi {name} [选项]");
    let command = command.mut_args(|arg| {
        let help = words(name, arg.get_id().as_str(), lang);
        let arg = match help {
            Some(help) => arg.help(help),
            None => arg,
        };
        if lang == Lang::En {
            return arg;
        }
        let value = VALUES.iter().find(|(of, _)| arg.get_id() == of).map(|(_, value)| *value);
        if let Some(value) = value.filter(|_| arg.is_positional()) {
            usage += &if arg.is_required_set() { format!(" <{value}>") } else { format!(" [{value}]") };
        }
        let heading = if arg.is_positional() { "要写的" } else { "选项" };
        let arg = arg.help_heading(heading);
        match value {
            // What the library would add is English; the words above say it.
            Some(value) => arg.value_name(value).hide_possible_values(true).hide_default_value(true),
            None => arg,
        }
    });
    match lang {
        Lang::Zh => command.help_template("{about}\n\n用法：{usage}\n\n{all-args}\n").override_usage(usage),
        Lang::En => command,
    }
}

/// Shows help or says what was typed wrongly.
pub(super) fn answer(error: &clap::Error, terminal: &Terminal) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.print(&error.render().to_string());
            return Outcome::Clean;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => terminal.note(&error.render().to_string()),
        _ if terminal.lang() == Lang::En => terminal.note(&error.render().to_string()),
        kind => terminal.note(&in_chinese(kind, error)),
    }
    Outcome::Failed
}

fn in_chinese(kind: ErrorKind, error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let whole = context(ContextKind::InvalidArg);
    // Of `--out <文件夹>` the name is enough.
    let arg = whole.split_once(' ').map_or(whole.as_str(), |(name, _)| name);
    let wrong = match kind {
        ErrorKind::UnknownArgument => format!("不认识“{arg}”"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => format!("“{arg}”后面要写内容"),
        ErrorKind::InvalidValue => format!("“{arg}”不能写“{}”", context(ContextKind::InvalidValue)),
        ErrorKind::ValueValidation => format!("“{arg}”不能写“{}”", context(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => format!("还要写 {arg}"),
        ErrorKind::ArgumentConflict if context(ContextKind::PriorArg) == whole => format!("“{arg}”写了两遍"),
        ErrorKind::ArgumentConflict => format!("“{arg}”不能和“{}”一起用", context(ContextKind::PriorArg)),
        ErrorKind::MissingSubcommand => "要写一个命令".to_owned(),
        // Kinds that this command line cannot give keep the library's own words.
        _ => error.render().to_string(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().map(context).find(|words| !words.is_empty());
    let near = near.map_or(String::new(), |words| format!("，是不是“{words}”？"));
    let valid = context(ContextKind::ValidValue);
    let valid = if valid.is_empty() { String::new() } else { format!("。可以写：{valid}") };
    format!("命令写得不对：{wrong}{near}{valid}\n怎么写：gongshi --help\n")
}
