//! Turns a verdict into lines for a person: the answer first, then the files by kind, then what it rests on.

use std::fmt::Write as _;

use crate::diag::{Lang, Phrase};

use super::verdict::{Kind, Ledger, Seal, Verdict};

/// Most files of one kind that are named; JSON names all.
const MOST: usize = 50;

impl Verdict {
    /// The verdict for a person.
    pub fn text(&self, lang: Lang) -> String {
        let mut out = format!("{}\n", self.headline().get(lang));
        for kind in Kind::ALL {
            self.list(kind, lang, &mut out);
        }
        if self.files.is_none() {
            let words = Phrase::new(
                "清单用不了，别的文件没法核对。请向发布单位要一份完整的网站。",
                "No list can be used, so the other files were not checked. Ask the publisher for a whole copy.",
            );
            let _ = writeln!(out, "\n{}", words.get(lang));
        }
        out.push('\n');
        let notes = [self.seal_words(), self.ledger_words(), self.receipt_words(), self.hidden_words()];
        for words in notes.into_iter().flatten() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}", words.get(lang));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    fn headline(&self) -> Phrase {
        let files = self.files.unwrap_or(0);
        if self.is_whole() {
            return Phrase::new(
                format!("完好：{files} 个文件和清单一致，没有多，也没有少。"),
                format!("Whole: {files} files are as listed, none missing, none extra."),
            );
        }
        let [changed, missing, extra, unreadable] =
            [Kind::Changed, Kind::Missing, Kind::Extra, Kind::Unreadable].map(|kind| self.of(kind).count());
        let other = self.faults.len() - changed - missing - extra - unreadable;
        let rows = [
            (changed, "变了", "changed", "个"),
            (missing, "缺", "missing", "个"),
            (extra, "多", "extra", "个"),
            (unreadable, "读不了", "unreadable", "个"),
            (other, "别的问题", "other", "处"),
        ];
        let rows: Vec<_> = rows.into_iter().filter(|row| row.0 > 0).collect();
        let zh: Vec<_> = rows.iter().map(|(count, zh, _, unit)| format!("{zh} {count} {unit}")).collect();
        let en: Vec<_> = rows.iter().map(|(count, _, en, _)| format!("{count} {en}")).collect();
        let (zh, en) = (zh.join("，"), en.join(", "));
        match self.files {
            Some(files) => Phrase::new(
                format!("不完好：清单上有 {files} 个文件，{zh}。"),
                format!("Not whole: of {files} files listed: {en}."),
            ),
            None => Phrase::new(format!("不完好：{zh}。"), format!("Not whole: {en}.")),
        }
    }

    fn list(&self, kind: Kind, lang: Lang, out: &mut String) {
        let faults: Vec<_> = self.of(kind).collect();
        if faults.is_empty() {
            return;
        }
        let (zh, en) = title(kind);
        let count = faults.len();
        let head = Phrase::new(format!("{zh}（{count}）"), format!("{en} ({count})"));
        let _ = writeln!(out, "\n{}", head.get(lang));
        for fault in faults.iter().take(MOST) {
            let path = shown(&fault.path);
            let _ = match (&fault.why, lang) {
                (None, _) => writeln!(out, "  {path}"),
                (Some(why), Lang::Zh) => writeln!(out, "  {path}（{}）", why.get(lang)),
                (Some(why), Lang::En) => writeln!(out, "  {path} ({})", why.get(lang)),
            };
        }
        if count > MOST {
            let more = count - MOST;
            let words = Phrase::new(
                format!("  还有 {more} 个（用 --format json 可以看到全部）"),
                format!("  and {more} more (--format json lists them all)"),
            );
            let _ = writeln!(out, "{}", words.get(lang));
        }
    }

    fn seal_words(&self) -> Option<Phrase> {
        let mut words = match &self.seal {
            Seal::None if self.is_whole() => Phrase::new(
                "没有签名：只能说明文件和清单一致；有人连清单一起换掉，就看不出来。",
                "Not signed: the files are as listed, but whoever replaces the lists too goes unnoticed.",
            ),
            Seal::None | Seal::Fails => return None,
            Seal::Holds { number, comment, given: true } => Phrase::new(
                format!("清单的签名有效：是你给的公钥（编号 {number}）对应的密钥签的。签名里写着：{comment}"),
                format!("Signature: holds, by the key you gave ({number}). It says: {comment}"),
            ),
            Seal::Holds { number, comment, given: false } => Phrase::new(
                format!(
                    "清单的签名有效：用的是网站自己公布的公钥（编号 {number}）。签名里写着：{comment}\n这只说明签名以后没有人改过，不说明是谁签的；要知道是谁签的，请从别处得到发布单位的公钥，再用 --key 核对。"
                ),
                format!(
                    "Signature: holds, by the key that the site itself publishes ({number}). It says: {comment}\nThis proves that nothing changed since it was signed, not who signed it; for that, get the publisher's key from elsewhere and give it with --key."
                ),
            ),
            Seal::HeldBefore { number } => Phrase::new(
                format!("签名本身没有变（编号 {number}），对得上没被改过的 SHA256SUMS。"),
                format!("Signature: as it was ({number}); it holds over SHA256SUMS as that was."),
            ),
            Seal::NoKey { number } => Phrase::new(
                format!("有签名（编号 {number}），但没有可用的公钥，没有核对。请用 --key 给出发布单位的公钥。"),
                format!(
                    "Signature: there is one ({number}) but no key to check it with; give the publisher's with --key."
                ),
            ),
        };
        if self.other_key {
            let both = |lang| words.get(lang).to_owned();
            words = Phrase::new(
                both(Lang::Zh) + "\n网站上公布的 minisign.pub 不是你给的这把公钥。",
                both(Lang::En) + "\nThe minisign.pub in the site is not the key you gave.",
            );
        }
        Some(words)
    }

    fn ledger_words(&self) -> Option<Phrase> {
        let Ledger::Holds { entries, last, ahead } = &self.ledger else { return None };
        let (mut zh, mut en) = (format!("发布记录完好：{entries} 条"), format!("Ledger: holds, {entries} entries"));
        if let Some(last) = last {
            let (number, code, day) = (last.number, &last.code, last.declared);
            zh += &format!("，最后是第 {number} 号（{day} 公布，短码 {code}）");
            en += &format!(", the last is {number} (declared {day}, short code {code})");
        }
        match ahead {
            Some(0) => {
                zh += "；和内容文件夹一致";
                en += "; the same as in the content folder";
            }
            Some(more) => {
                zh += &format!("；内容文件夹里还有 {more} 条没有发布到网站上");
                en += &format!("; {more} more in the content folder are not on the site yet");
            }
            None => {}
        }
        Some(Phrase::new(zh + "。", en + "."))
    }

    fn receipt_words(&self) -> Option<Phrase> {
        let number = self.receipt?;
        Some(Phrase::new(
            format!("回执对得上：就是发布记录的第 {number} 号。"),
            format!("Receipt: it is entry {number} of the ledger."),
        ))
    }

    fn hidden_words(&self) -> Option<Phrase> {
        let rest = self.hidden.len().checked_sub(1)?;
        let names: Vec<String> = self.hidden.iter().take(5).map(|path| shown(path)).collect();
        let (zh, en) = (names.join("、"), names.join(", "));
        let more = rest.saturating_sub(4);
        let (zh_more, en_more) =
            if more > 0 { (format!("等 {} 项", rest + 1), format!(" and {more} more")) } else { Default::default() };
        Some(Phrase::new(
            format!("没有核对 {zh}{zh_more}：这是别的程序放的隐藏文件，不属于网站内容。"),
            format!("Not checked: {en}{en_more}, hidden entries of other programs, no part of the site."),
        ))
    }
}

fn title(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Changed => ("内容变了", "Changed"),
        Kind::Missing => ("缺少", "Missing"),
        Kind::Extra => ("多出来，清单上没有", "Extra, in no list"),
        Kind::Link => ("是符号链接，不是文件", "Links instead of files"),
        Kind::NotAFile => ("应当是文件，却是文件夹或设备", "Folders or devices instead of files"),
        Kind::Unreadable => ("读不了", "Cannot be read"),
        Kind::Twice => ("压缩包里有两份同名的", "Two of one name in the ZIP"),
        Kind::Unsafe => {
            ("压缩包里的名字会解到文件夹外面去，不要解开它", "Names that lead out of the folder; do not unpack the ZIP")
        }
        Kind::Signature => ("签名不是这把公钥的", "Signature by another key"),
        Kind::Ledger => ("发布记录不对", "Ledger"),
        Kind::Receipt => ("回执对不上", "Receipt"),
    }
}

/// A name without what could move about on a terminal.
fn shown(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
