//! GS08: posters.

super::codes! {
    MISSING_GLYPH = "GS0801" Error {
        title: "有的字印不出来" / "A character cannot be printed",
        message: "“{text}”里的“{character}”（{point}），字体里都没有，海报会印成空白"
            / "no font has “{character}” ({point}) in “{text}”: the poster would show a blank",
        remedy: "先核对这个字有没有打错；没有打错的，把含有这个字的字体文件用 --font-path 交给程序"
            / "check that it is typed correctly; if it is, give the program a font that has it with --font-path",
        why: "名字印错或者印空，群众就不知道该找谁。程序宁可停下来，也不悄悄换成别的字。"
            / "A blank in a name leaves people without the person to ask for. The program stops rather than print another character.",
    }
    TOO_MUCH_TEXT = "GS0802" Error {
        title: "告示写不下" / "The notice does not fit",
        message: "{paper} 纸放不下这张告示：表格以外的文字太多，再缩小就看不清了"
            / "the notice does not fit on {paper}: there is so much text around the table that it could only be set too small to read",
        remedy: "把须知、不在此接待和办法写短些，只留最要紧的几条，其余放到网页上；或者换大一号的纸；流程图放不下的，把步骤合并，或者在“海报”里不写流程图"
            / "shorten the notes, what is dealt with elsewhere and how to come to the few lines that matter, and leave the rest to the page; or take a larger paper; where a chart does not fit, join steps, or leave the flow chart out of `posters`",
        why: "字小于设计的六成，贴在墙上就读不清。表格的行数多不要紧，会自动分成几张。"
            / "Below sixty per cent of the design size nobody can read it on a wall. Many rows do no harm: they go on further sheets.",
    }
    NOT_PRINTED = "GS0803" Error {
        title: "海报漏印了内容" / "The poster leaves something out",
        message: "海报模板没有把“{text}”印出来" / "the poster template does not print “{text}”",
        remedy: "检查本站 themes 文件夹里自己改过的 posters/*.typ；删掉它就用自带的模板"
            / "look at your own posters/*.typ in the site's theme folder; without it the built-in template is used",
        why: "网页上有、告示上没有，两处就不一致了。" / "Page and poster must say the same.",
    }
    TEMPLATE_FAULT = "GS0804" Error {
        title: "海报模板有错" / "The poster template is at fault",
        message: "海报模板 {template} 有错：{detail}" / "the poster template {template} is at fault: {detail}",
        remedy: "改正本站 themes 文件夹里的模板；删掉它就用自带的模板"
            / "correct the template in the site's theme folder; without it the built-in one is used",
        why: "模板有错，一张海报也印不出来。" / "Without a sound template no poster can be made.",
    }
    ADDRESS_TOO_LONG = "GS0805" Error {
        title: "网址太长，二维码放不下" / "The address is too long for a code",
        message: "网址太长，做不成二维码：{url}" / "the address is too long for a QR code: {url}",
        remedy: "把 site.yaml 里的“网址”写短" / "shorten “url” in site.yaml",
        why: "二维码装的字越多，格子越小，手机越难扫。" / "The longer the address, the finer the code and the harder it is to scan.",
    }
    BAD_FONT = "GS0806" Error {
        title: "字体文件读不了" / "A font cannot be read",
        message: "{path} 不是能用的字体文件" / "{path} is no font that can be used",
        remedy: "换成 TTF、OTF 或者 TTC 字体；WOFF 和 WOFF2 不能用" / "give a TTF, OTF or TTC font; WOFF and WOFF2 do not work",
        why: "字体读不了，海报上的字就印不出来。" / "Without the font the poster cannot be set.",
    }
    UNKNOWN_POSTER = "GS0807" Error {
        title: "“海报”里写的看不懂" / "The wish for posters is not understood",
        message: "“海报”里的“{text}”：{reason}" / "posters: \"{text}\": {reason}",
        remedy: "写纸型和种类，如 A3 月告示、A4 变更、A4 单位、单日、成套、A3 流程图、A4 明白纸、展板、单行本；纸型可以写 A2、A3、A4 或者宽×高毫米（100 到 1500），黑白打印机再加“单色”；都不要写“无”"
            / "write paper and kind, such as A3 month, A4 change, A4 unit, day, set, A3 flow, A4 leaflet, panels, booklet; a paper is A2, A3, A4 or width x height in millimetres (100 to 1500); add mono for a printer without colours; none for no posters",
        why: "程序不猜要做哪些告示，免得该贴的没有做出来。" / "The program does not guess which notices are wanted, so that none is missing from the wall.",
    }
    CUT_OFF = "GS0808" Error {
        title: "字超出了纸边" / "Words run off the sheet",
        message: "“{text}”太长，断不开，超出了纸边" / "\"{text}\" is too long to be broken and runs off the sheet",
        remedy: "把这句话写短些；长串的字母、数字中间加空格；或者换大一号的纸"
            / "write it shorter; put blanks into long runs of letters or digits; or take a larger paper",
        why: "印出来会缺字，看的人不知道少了什么。" / "What is cut off nobody misses, and nobody can read.",
    }
}
