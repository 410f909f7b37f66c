//! Declares `leaders.yaml`: the people who receive visitors, and groups of them.

use super::fields::content;
use super::value::{Items, TextOr};
use crate::source::Text;

content! {
    /// What `leaders.yaml` says.
    pub struct Leaders = "leaders" "领导名单（leaders.yaml）" / "the leaders (leaders.yaml)" {
        /// The people.
        people: Vec<Person> = "人员" / "people" ["领导", "名单"], "接待群众的人", "[{姓名: 韩龑, 职务: 县长}]";
        /// Groups that rosters name as a whole.
        groups: Vec<Group> = "群体" / "groups" ["分组"], "几个人合在一起的叫法", "[{名称: 县委常委, 成员: 陈守望、罗䂮英}]";
    }
}

content! {
    /// One person who receives visitors.
    pub struct Person = "person" "一名人员" / "a person" {
        /// Name; blanks inside it are ignored.
        name: Option<Text> = "姓名" / "name" ["名字"] required, "姓名，中间的空格不算", "韩龑";
        /// What tells two people of one name apart.
        key: Option<Text> = "称呼" / "key" [], "同名时怎么区分", "韩龑（县长）";
        /// ASCII name of the person's page.
        slug: Option<Text> = "代号" / "slug" [], "网页文件的英文名，拼音重了才要", "han-yan";
        /// Posts held.
        posts: Vec<Text> = "职务" / "posts" ["职位"], "职务；几个就写成列表", "县委副书记、县长";
        /// Whether this is the head of the unit.
        principal: Option<Text> = "主要负责人" / "principal" ["一把手"], "是不是主要负责人", "是";
        /// Since when in post.
        since: Option<Text> = "任职自" / "since" ["任职"], "从哪天任职", "2024-03-01";
        /// Until when in post.
        until: Option<Text> = "任职至" / "until" ["离任"], "任职到哪天", "2026-12-31";
        /// Fields of work.
        portfolio: Vec<Text> = "分管" / "portfolio" ["分管工作", "分管范围", "工作分工"], "分管的工作", "信访、司法";
        /// Whether the person heads, assists with or chairs them.
        portfolio_verb: Option<Text> = "分管方式" / "portfolio_verb" [], "分管、协管 还是 主持", "主持";
        /// Units this person keeps contact with.
        linked: Items = "联系" / "linked" ["挂钩", "包联", "挂点"], "联系的镇村", "柳树镇";
        /// Whom this person assists.
        assists: Option<Text> = "协助" / "assists" [], "协助谁", "陈守望";
        /// Office phone, or a number with the day its holder agreed to publish it.
        public_phone: Option<TextOr<PublicPhone>> = "公开电话" / "public_phone" [], "可以公开的办公电话", "0999-1234567";
    }
}

content! {
    /// A number published with its holder's consent.
    pub struct PublicPhone = "public_phone" "公开电话" / "a public phone" {
        /// The number.
        number: Option<Text> = "号码" / "number" ["电话"] required, "号码", "0999-1234567";
        /// The day its holder agreed.
        consented: Option<Text> = "本人同意" / "consented" [], "本人哪天同意公开", "2026-01-05";
    }
}

content! {
    /// A group that rosters name as a whole.
    pub struct Group = "group" "一个群体" / "a group" {
        /// Its name, as rosters write it.
        name: Option<Text> = "名称" / "name" [] required, "叫法", "县委常委";
        /// Its members, who may rotate; without them the name is printed as a post.
        members: Items = "成员" / "members" ["人员"], "成员；不写就只当职务印", "陈守望、罗䂮英";
    }
}
