//! Declares `unit.yaml`: an office with its address, hours, places and markets.

use super::fields::content;
use super::value::TextOr;
use crate::source::Text;

content! {
    /// What `unit.yaml` says.
    pub struct Unit = "unit" "单位资料（unit.yaml）" / "a unit (unit.yaml)" {
        /// Full name.
        name: Option<Text> = "名称" / "name" ["单位名称", "全称"] required, "单位的全名", "清河县";
        /// Other names under which texts mention it.
        also: Vec<Text> = "又名" / "also" ["简称", "别名"], "别的叫法", "县里";
        /// Postal address.
        address: Option<Text> = "地址" / "address" [], "地址", "清河县人民路1号";
        /// Office phone, or several with what each is for.
        phones: Vec<TextOr<Phone>> = "电话" / "phone" ["联系电话", "办公电话"], "办公电话；几个就写成列表", "0999-1234567";
        /// Office hours, or several by season.
        hours: Vec<TextOr<Hours>> = "办公时间" / "hours" ["上班时间"], "办公时间；分季节就写成列表", "上午8:30–12:00，下午14:30–18:00";
        /// Places where people are received.
        places: Vec<Place> = "场所" / "places" ["接待场所"], "接待群众的地方", "[{名称: 县人民来访接待中心}]";
        /// Markets whose days rosters follow.
        markets: Vec<Market> = "集市" / "markets" [], "集市和集日", "[{名称: 柳树集, 集日: 农历三、六、九}]";
        /// Phone for complaints about receptions.
        complaints_phone: Option<Text> = "监督电话" / "complaints_phone" ["投诉电话"], "监督电话", "0999-7654321";
    }
}

content! {
    /// One of several phone numbers.
    pub struct Phone = "phone" "一个电话" / "a phone" {
        /// What it is for.
        scope: Option<Text> = "范围" / "scope" ["用途"], "这个电话管什么", "信访接待";
        /// The number.
        number: Option<Text> = "号码" / "number" ["电话"] required, "号码", "0999-1234567";
    }
}

content! {
    /// Hours that hold in some months.
    pub struct Hours = "hours" "一段开放时间" / "opening hours" {
        /// In which months.
        months: Option<Text> = "月份" / "months" [], "哪几个月", "5月至9月";
        /// From when to when.
        time: Vec<Text> = "时间" / "time" ["开放"] required, "几点到几点", "上午8:30–12:00";
    }
}

content! {
    /// A place where people are received.
    pub struct Place = "place" "一处场所" / "a place" {
        /// Its name, as rosters write it.
        name: Option<Text> = "名称" / "name" [] required, "场所的名称", "县人民来访接待中心";
        /// Other names under which rosters write it.
        also: Vec<Text> = "又名" / "also" ["别名"], "别的叫法", "县信访大厅";
        /// Postal address.
        address: Option<Text> = "地址" / "address" [], "地址", "清河县人民路3号";
        /// How to get there.
        directions: Option<Text> = "怎么走" / "directions" ["乘车路线"], "怎么走", "2路公交到县政府站";
        /// When it is open.
        open: Vec<TextOr<Hours>> = "开放" / "hours" ["开放时间", "办公时间"], "什么时间开门", "工作日 上午8:30–12:00";
        /// From when it is in use.
        since: Option<Text> = "启用自" / "since" ["启用"], "从哪天启用", "2026-01-01";
        /// Ramps, lifts, sign language.
        access: Option<Text> = "无障碍" / "access" [], "无障碍设施", "有坡道和电梯";
        /// Its phone, or several with what each is for.
        phones: Vec<TextOr<Phone>> = "电话" / "phone" ["联系电话"], "电话", "0999-1234567";
    }
}

content! {
    /// A market and the days it is held.
    pub struct Market = "market" "一个集市" / "a market" {
        /// Its name, as rosters write it.
        name: Option<Text> = "名称" / "name" [] required, "集市的名称", "柳树集";
        /// Other names under which rosters write it.
        also: Vec<Text> = "又名" / "also" ["别名"], "别的叫法", "柳树大集";
        /// The days it is held.
        days: Vec<Text> = "集日" / "days" ["逢集", "圩日", "场期"] required, "哪些日子逢集；未知就写“未知”", "农历三、六、九";
        /// Where it is held.
        place: Option<Text> = "地点" / "place" ["地址"], "在哪里", "柳树镇集市";
    }
}
