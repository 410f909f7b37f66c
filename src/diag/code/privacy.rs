//! GS06: personal information that must not be published.

super::codes! {
    RESIDENT_ID = "GS0601" Error {
        title: "身份证号码" / "Resident ID number",
        message: "这里有身份证号码（{masked}）" / "there is a resident ID number here ({masked})",
        remedy: "删去这个号码，注释里也不要写；公示不需要任何人的身份证号码" / "delete it, from comments too; no notice needs anybody's ID number",
        why: "身份证号码一经公布就收不回来，会被人冒用。" / "A published ID number cannot be taken back and will be misused.",
        basis: "个人信息保护法 第25条、第28条；政府信息公开条例 第15条",
    }
    RESIDENT_ID_SLIP = "GS0602" Warning {
        title: "像是打错的身份证号码" / "Perhaps a mistyped resident ID",
        message: "这里像是身份证号码（{masked}），只是校验码不对" / "this looks like a resident ID number ({masked}) with a wrong check digit",
        remedy: "如果是身份证号码就删去；如果是别的编号，在前面写明是什么编号" / "delete it if it is one; if it is another number, say before it what it is",
        why: "打错一位的身份证号码仍然认得出是谁。" / "One wrong digit does not hide whose it is.",
        basis: "个人信息保护法 第25条、第28条",
    }
    OLD_RESIDENT_ID = "GS0603" Warning {
        title: "像是老的 15 位身份证号码" / "Perhaps an old resident ID of 15 digits",
        message: "这里像是老的 15 位身份证号码（{masked}）" / "this looks like a resident ID of the old form ({masked})",
        remedy: "如果是身份证号码就删去；如果是别的编号，可以不管" / "delete it if it is one; leave it if it is another number",
        why: "老号码加上世纪和校验码就是现在的号码。" / "The present number can be computed from the old one.",
        basis: "个人信息保护法 第25条、第28条",
    }
    MASKED_ID = "GS0604" Warning {
        title: "遮住一部分的身份证号码" / "Partly masked resident ID",
        message: "这里有遮住一部分的身份证号码（{masked}）" / "there is a partly masked resident ID number here ({masked})",
        remedy: "整个删去；公示不需要任何人的身份证号码" / "delete the whole; no notice needs anybody's ID number",
        why: "遮住几位的号码和姓名、村名放在一起，还是找得到人。" / "Beside a name and a village, a masked number still leads to the person.",
        basis: "个人信息保护法 第25条、第28条",
    }
    MOBILE = "GS0605" Error {
        title: "手机号码" / "Mobile number",
        message: "这里有手机号码（{masked}）" / "there is a mobile number here ({masked})",
        remedy: "改成办公室的固定电话；领导本人同意公开的，在 leaders.yaml 里写 公开电话: {号码: …, 本人同意: 2026-11-20}" / "use the office's landline; with the official's consent write in leaders.yaml: public_phone: {number: …, consented: 2026-11-20}",
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
    PERHAPS_CARD = "GS0607" Warning {
        title: "像是银行卡号" / "Perhaps a bank card",
        message: "这里像是银行卡号（{masked}）" / "this looks like a bank card number ({masked})",
        remedy: "如果是个人的卡号就删去；如果是单位对公账户或别的编号，可以不管" / "delete it if it is a person's; leave it if it is an office's account or another number",
        why: "银行卡号公布出去会被盗用。" / "A published card number will be misused.",
        basis: "个人信息保护法 第28条",
    }
    PASSPORT = "GS0608" Warning {
        title: "护照号码" / "Passport number",
        message: "这里像是护照号码（{masked}）" / "this looks like a passport number ({masked})",
        remedy: "删去这个号码" / "delete it",
        why: "证件号码能查到本人。" / "It leads to the person.",
        basis: "个人信息保护法 第25条",
    }
    PLATE = "GS0609" Warning {
        title: "车牌号码" / "Number plate",
        message: "这里像是车牌号码（{masked}）" / "this looks like a number plate ({masked})",
        remedy: "如果是个人的车就删去；公务用车可以不管" / "delete it if the car is a person's; an office's car may stay",
        why: "车牌号码能查到车主和行踪。" / "It leads to the owner and where they go.",
        basis: "个人信息保护法 第28条",
    }
    PERSON = "GS0610" Warning {
        title: "像是信访人的姓名" / "Perhaps a petitioner's name",
        message: "这里像是信访人的姓名（{masked}）" / "this looks like the name of a person who brought a matter ({masked})",
        remedy: "删去姓名，隐去名字的“某某”也不要写；只写事项类别" / "delete the name, also when masked; name only the kind of matter",
        why: "在小地方，姓氏加事情就认得出是谁；反映问题的人不能因此被找到。" / "In a small place a family name and a matter are enough; nobody may be found for having complained.",
        basis: "信访工作条例 第30条、第46条；个人信息保护法 第25条",
    }
}
