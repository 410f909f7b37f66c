//! GS042: citations of regulations.

super::codes! {
    NO_PLACE = "GS0420" Warning {
        title: "引用的条文不存在" / "Citation of an article that does not exist",
        message: "“{cited}”在《{title}》里找不到：{has}" / "\"{cited}\" is not in \"{title}\": {has}",
        remedy: "对照原文改正条、款、项的号；原文修订过的，按新的条号引用" / "correct the number by the text itself; if that was revised, cite its new number",
        why: "群众照着条号去查，查不到，就不知道依据是什么。" / "People who look the number up find nothing, and do not know what the rule is.",
    }
    NOT_IN_FORCE = "GS0421" Warning {
        title: "引用的文件已经失效" / "Citation of a text that holds no longer",
        message: "“{cited}”引用的《{title}》已经失效{successor}" / "\"{cited}\" cites \"{title}\", which holds no longer{successor}",
        remedy: "改为引用现行的文件，并核对条号；说的确实是过去的事，在名称后面写明版本，例如（2021年修订）" / "cite the text in force and check the number; if the past is meant, name the version after the title, with its year",
        why: "拿失效的规定作依据，答复会站不住脚。" / "What rests on a text without force does not stand.",
    }
}
