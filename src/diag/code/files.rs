//! GS01: files, folders and YAML.

super::codes! {
    NOT_UTF8 = "GS0101" Error {
        title: "文件编码不对" / "Wrong text encoding",
        message: "这个文件不是 UTF-8 编码{guess}" / "this file is not UTF-8 text{guess}",
        remedy: "用记事本或 WPS 打开，“另存为”时把编码选成 UTF-8" / "save it again with the encoding set to UTF-8",
        why: "编码不对，名字里的字会变成乱码印出去。" / "A wrong encoding prints garbled names.",
    }
}
