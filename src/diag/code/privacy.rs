//! GS06: personal information that must not be published.
//!
//! All of it stops the build, since what is once published cannot be taken back; what is no fault is let through by an
//! entry of `site.yaml` that names who reviewed it and when.

super::codes! {
    RESIDENT_ID = "GS0601" Error {
        title: "身份证号码" / "Resident ID number",
        message: "这里有身份证号码（{masked}）" / "there is a resident ID number here ({masked})",
        remedy: "删去这个号码，注释里也不要写；公示不需要任何人的身份证号码" / "delete it, from comments too; no notice needs anybody's ID number",
        why: "身份证号码一经公布就收不回来，会被人冒用。" / "A published ID number cannot be taken back and will be misused.",
        basis: "个人信息保护法 第25条、第28条；政府信息公开条例 第15条",
    }
    RESIDENT_ID_SLIP = "GS0602" Error {
        title: "像是打错的身份证号码" / "Perhaps a mistyped resident ID",
        message: "这里像是身份证号码（{masked}），只是校验码不对" / "this looks like a resident ID number ({masked}) with a wrong check digit",
        remedy: "如果是身份证号码就删去；如果是别的编号，经人审核以后写进 site.yaml 的“准予公开”" / "delete it if it is one; another number needs a reviewed entry under may_be_public in site.yaml",
        why: "打错一位的身份证号码仍然认得出是谁。" / "One wrong digit does not hide whose it is.",
        basis: "个人信息保护法 第25条、第28条",
    }
    OLD_RESIDENT_ID = "GS0603" Error {
        title: "像是老的 15 位身份证号码" / "Perhaps an old resident ID of 15 digits",
        message: "这里像是老的 15 位身份证号码（{masked}）" / "this looks like a resident ID of the old form ({masked})",
        remedy: "如果是身份证号码就删去；如果是别的编号，经人审核以后写进 site.yaml 的“准予公开”" / "delete it if it is one; another number needs a reviewed entry under may_be_public in site.yaml",
        why: "老号码加上世纪和校验码就是现在的号码。" / "The present number can be computed from the old one.",
        basis: "个人信息保护法 第25条、第28条",
    }
    MASKED_ID = "GS0604" Error {
        title: "遮住一部分的身份证号码" / "Partly masked resident ID",
        message: "这里有遮住一部分的身份证号码（{masked}）" / "there is a partly masked resident ID number here ({masked})",
        remedy: "整个删去；公示不需要任何人的身份证号码" / "delete the whole; no notice needs anybody's ID number",
        why: "遮住几位的号码和姓名、村名放在一起，还是找得到人。" / "Beside a name and a village, a masked number still leads to the person.",
        basis: "个人信息保护法 第25条、第28条",
    }
    MOBILE = "GS0605" Error {
        title: "手机号码" / "Mobile number",
        message: "这里有手机号码（{masked}）" / "there is a mobile number here ({masked})",
        remedy: "改成办公室的固定电话；领导本人同意公开的，在 leaders.yaml 里写 公开电话: {号码: …, 本人同意: 2026-11-20}；单位值班用的手机，经人审核以后写进 site.yaml 的“准予公开”" / "use the office's landline; with the official's consent write in leaders.yaml: public_phone: {number: …, consented: 2026-11-20}; an office's duty mobile needs a reviewed entry under may_be_public in site.yaml",
        why: "手机号码是个人信息，公开要本人单独同意。" / "A mobile number is personal; publishing it needs the person's own consent.",
        basis: "个人信息保护法 第25条",
    }
    BANK_CARD = "GS0606" Error {
        title: "银行卡号" / "Bank card number",
        message: "这里有银行卡号（{masked}）" / "there is a bank card number here ({masked})",
        remedy: "删去这个号码，注释里也不要写" / "delete it, from comments too",
        why: "银行卡号公布出去会被盗用。" / "A published card number will be misused.",
        basis: "个人信息保护法 第28条",
    }
    PERHAPS_CARD = "GS0607" Error {
        title: "像是银行卡号" / "Perhaps a bank card",
        message: "这里像是银行卡号（{masked}）" / "this looks like a bank card number ({masked})",
        remedy: "如果是个人的卡号就删去；如果是单位对公账户或别的编号，经人审核以后写进 site.yaml 的“准予公开”" / "delete it if it is a person's; an office's account or another number needs a reviewed entry under may_be_public in site.yaml",
        why: "银行卡号公布出去会被盗用。" / "A published card number will be misused.",
        basis: "个人信息保护法 第28条",
    }
    PASSPORT = "GS0608" Error {
        title: "护照号码" / "Passport number",
        message: "这里像是护照号码（{masked}）" / "this looks like a passport number ({masked})",
        remedy: "删去这个号码" / "delete it",
        why: "证件号码能查到本人。" / "It leads to the person.",
        basis: "个人信息保护法 第25条",
    }
    PLATE = "GS0609" Error {
        title: "车牌号码" / "Number plate",
        message: "这里像是车牌号码（{masked}）" / "this looks like a number plate ({masked})",
        remedy: "如果是个人的车就删去；公务用车要公开的，经人审核以后写进 site.yaml 的“准予公开”" / "delete it if the car is a person's; an office's car needs a reviewed entry under may_be_public in site.yaml",
        why: "车牌号码能查到车主和行踪。" / "It leads to the owner and where they go.",
        basis: "个人信息保护法 第28条",
    }
    PERSON = "GS0610" Error {
        title: "信访人的姓名" / "A petitioner's name",
        message: "这里有信访人或当事人的姓名（{masked}）" / "here is the name of a person in a matter ({masked})",
        remedy: "删去姓名，只留姓的和“某某”也不要写，只写“信访人”和事项类别，例如：信访人反映宅基地纠纷；误认的，经人审核以后写进 site.yaml 的“准予公开”" / "delete the name, also when masked, and write only “the petitioner” and the kind of matter, such as a dispute over a house plot; what is no such name needs a reviewed entry under may_be_public in site.yaml",
        why: "在小地方，姓氏加事情就认得出是谁；反映问题的人不能因此被找到。" / "In a small place a family name and a matter are enough; nobody may be found for having complained.",
        basis: "信访工作条例 第30条、第46条；个人信息保护法 第25条",
    }
    MASKED_NAME = "GS0611" Warning {
        title: "隐去一部分的姓名" / "A partly hidden name",
        message: "这里有隐去一部分的姓名（{masked}）" / "here is a partly hidden name ({masked})",
        remedy: "改成没有姓的说法，例如“一名村民”“某企业负责人”" / "write it without the family name, such as “a villager”",
        why: "在小地方，姓氏加事情就认得出是谁。" / "In a small place a family name and a matter are enough.",
        basis: "个人信息保护法 第4条、第25条",
    }
    HOME = "GS0612" Error {
        title: "个人住址" / "Where a person lives",
        message: "这里有写到门牌、房号或村组的个人住址（{masked}）" / "here is a home address down to the door ({masked})",
        remedy: "只写到乡镇或街道，例如“柳树镇一名村民”；是单位的地址就写进 unit.yaml 的“地址”或“场所”；误认的，经人审核以后写进 site.yaml 的“准予公开”" / "go no further than the township or street; an office's address belongs in unit.yaml under address or places; what is no home needs a reviewed entry under may_be_public in site.yaml",
        why: "住址一公布，人就能被找上门，再也收不回来。" / "A published address lets anybody come to the door, and cannot be taken back.",
        basis: "个人信息保护法 第25条、第28条；政府信息公开条例 第15条",
    }
    MAILBOX = "GS0613" Error {
        title: "可能是个人的电子邮箱" / "A mailbox that may be a person's",
        message: "这里有不属于机关单位域名的电子邮箱（{masked}）" / "here is a mailbox that is at no office's domain ({masked})",
        remedy: "改成单位的邮箱（….gov.cn）；单位自己在公共网站上开的邮箱，经人审核以后写进 site.yaml 的“准予公开”：{内容: …, 理由: 信访局工作邮箱, 审核: …, 日期: 2026-11-20}" / "use the office's own mailbox at a government domain; an office's mailbox at a public provider needs a reviewed entry in site.yaml: may_be_public: [{text: …, reason: …, approved_by: …, date: 2026-11-20}]",
        why: "个人邮箱能查到本人，也会招来骗子。" / "A private mailbox leads to its owner, and draws fraud.",
        basis: "个人信息保护法 第25条",
    }
    CHAT_ACCOUNT = "GS0614" Error {
        title: "QQ、微信等账号" / "A chat account",
        message: "这里有 QQ、微信等账号（{masked}）" / "here is an account of QQ, WeChat or the like ({masked})",
        remedy: "删去这个账号，改写办公电话或公众号；单位自己的账号，经人审核以后写进 site.yaml 的“准予公开”" / "delete it and give the office's phone; the office's own account needs a reviewed entry under may_be_public in site.yaml",
        why: "个人账号能查到本人和来往的人。" / "A private account leads to its owner and to whom they know.",
        basis: "个人信息保护法 第25条",
    }
    HEALTH = "GS0615" Error {
        title: "个人的病情或残疾" / "A person's health",
        message: "这里说到了个人的病情、残疾或生育（{masked}）" / "this tells of a person's illness, disability or pregnancy ({masked})",
        remedy: "整句删去；要说的是政策就不要提到人，例如“重病家庭可以申请临时救助”；误认的，经人审核以后写进 site.yaml 的“准予公开”" / "delete the sentence; when it is about a rule, name no person; what is no such fact needs a reviewed entry under may_be_public in site.yaml",
        why: "病情和残疾是敏感个人信息，说出去会让人受歧视。" / "Health is sensitive; told in public it leads to discrimination.",
        basis: "个人信息保护法 第28条、第29条",
    }
    FAMILY = "GS0616" Error {
        title: "个人的婚姻、家庭或困难情况" / "A person's family or want",
        message: "这里说到了个人的婚姻、亲属、困难或处罚情况（{masked}）" / "this tells of a person's marriage, relatives, want or punishment ({masked})",
        remedy: "整句删去，只写事项类别；低保等名单按规定在村务公开栏公示，不放在这里；误认的，经人审核以后写进 site.yaml 的“准予公开”" / "delete the sentence and name only the kind of matter; lists of aid are posted where the rules say, not here; what is no such fact needs a reviewed entry under may_be_public in site.yaml",
        why: "婚姻、家庭和经济困难是私事，和接待群众的公示没有关系。" / "Marriage, family and want are private and have no place in a notice of receptions.",
        basis: "个人信息保护法 第28条；政府信息公开条例 第15条",
    }
    ALLOWED_UNUSED = "GS0617" Warning {
        title: "“准予公开”的内容没有用到" / "An entry under may_be_public that is not used",
        message: "“准予公开”里的这一条，哪里都没有用到，或者不能这样放行" / "nothing that this entry would let through stands in the content, or it can let nothing through",
        remedy: "不用了就删去这一条；号码要和文中的一样；身份证号码和银行卡号不能放行" / "delete the entry; a number must be as it is in the text; resident IDs and bank cards are never let through",
        why: "放行过的内容没人再看第二遍，用不着的要及时收回。" / "Nobody looks twice at what was let through; what is not needed should be withdrawn.",
    }
}
