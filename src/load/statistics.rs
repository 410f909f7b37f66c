//! Declares `statistics/*.yaml`: tables of counts, what is counted, along which dimensions, and the rates made of them.

use super::branch::Branches;
use super::fields::content;
use super::grid::Grid;
use super::pins::Pinned;
use super::site::Review;
use super::value::{Items, TextOr};
use crate::source::Text;

content! {
    /// What a file in `statistics/` says.
    pub struct Statistics = "statistics" "统计表（statistics/）" / "a table of figures (statistics/)" {
        /// Title of the table.
        title: Option<Text> = "标题" / "title" ["名称"] required, "统计表的标题", "2026年1—9月信访渠道";
        /// Draft, or first, revised or final figures.
        status: Option<Text> = "状态" / "status" [], "草稿、初报、修订 或 终报", "初报";
        /// Who issues it.
        issued_by: Option<Text> = "落款" / "issued_by" ["发布单位"], "落款单位", "清河县信访局";
        /// The date under it.
        issued_on: Option<Text> = "落款日期" / "issued_on" ["发布日期"], "落款日期", "2026-10-12";
        /// What it is based on.
        basis: Vec<Text> = "依据" / "basis" [], "依据", "《信访工作条例》";
        /// From when to when the figures are counted.
        period: Option<Text> = "期间" / "period" ["统计期间", "统计时间"] required, "从哪天到哪天的数", "2026年1月至9月";
        /// How often it appears.
        published: Option<Text> = "发布" / "published" ["发布周期"], "多久公布一次：按月、按季、按年", "按月";
        /// Counts of the period alone, or all counts since a month.
        basis_of_count: Option<Text> = "口径" / "basis_of_count" ["统计口径"], "当期 或 累计", "当期";
        /// Since when counts add up.
        cumulated_from: Option<Text> = "累计自" / "cumulated_from" [], "从几月起累计", "1月";
        /// The day up to which was counted.
        as_of: Option<Text> = "截至" / "as_of" ["统计截至"], "数统计到哪天", "2026-09-30";
        /// What is counted.
        measures: Vec<Measure> = "指标" / "measures" ["统计指标"] required, "数的是什么", "[{名称: 信访总量, 单位: 件}]";
        /// Along which dimensions the counts are split.
        dimensions: Vec<Dimension> = "维度" / "dimensions" ["分类"], "按什么分开数", "[{名称: 渠道, 取值: [来信, 来访, 网上]}]";
        /// Whether totals stand in the data or are worked out.
        totals: Option<Text> = "合计" / "totals" ["总计"], "合计已经列在表里，还是由程序算", "由程序算";
        /// The figures.
        data: Grid = "数据" / "data" ["表"] required, "数，用 | 隔开，或写 CSV、xlsx 文件的名字", "2026-09.csv";
        /// Figures published before that were wrong.
        revisions: Vec<Pinned<Revision>> = "修订" / "revisions" ["更正"], "以前公布错的数", "[{月份: 3月, 原: 12, 现: 13, 原因: 补登}]";
        /// Rates made of the counts.
        rates: Vec<Rate> = "率" / "rates" ["比率"], "用这些数算出来的率", "[{名称: 按期办结率, 分子: 按期办结, 分母: 应办结}]";
        /// With which earlier period it is compared.
        compared: Option<Compared> = "同比" / "compared" ["比较"], "和哪一期比", "{基期: 2025年1月至9月, 基数: 2025-09}";
        /// Notes for readers.
        notes: Vec<Text> = "说明" / "notes" ["须知", "注", "备注"], "给读者的说明", "同一件事多次反映的，只算一件";
        /// Who answered for it; never printed.
        review: Option<TextOr<Review>> = "审核" / "review" [], "拟稿、审核、签发的人；从不公开", "{拟稿: 周启明}";
    }
}

content! {
    /// One thing that is counted.
    pub struct Measure = "measure" "一个指标" / "a measure" {
        /// Its name, as it heads a column.
        name: Option<Text> = "名称" / "name" ["指标"] required, "指标的名称，和数据的列名一样", "信访总量";
        /// What one of it is.
        unit: Option<Text> = "单位" / "unit" ["计量单位"] required, "数的单位：件、批、批次、人次、起、宗、户次", "件";
        /// The measure that counts the distinct cases behind it.
        cases: Option<Text> = "个案" / "cases" [], "数的是几件事、几批人：另一个指标的名称", "来访批次";
        /// A measure that it can never be less than.
        at_least_as: Option<Text> = "不少于" / "at_least_as" [], "不会比哪个指标少", "来访批次";
    }
}

content! {
    /// One way in which the counts are split.
    pub struct Dimension = "dimension" "一个维度" / "a dimension" {
        /// Its name, as it heads a column.
        name: Option<Text> = "名称" / "name" ["维度"] required, "维度的名称，和数据的列名一样", "渠道";
        /// Its values, in the order shown.
        values: Branches = "取值" / "values" ["类别"] required, "有哪些，照公布的先后；可以分层", "[来信, 来访, 网上]";
    }
}

content! {
    /// A figure published before that was wrong. Beside these keys stand the dimensions, to name the cell.
    pub struct Revision = "revision" "一处修订" / "a revision" {
        /// Which measure.
        measure: Option<Text> = "指标" / "measure" [], "哪个指标；只有一个可以不写", "信访总量";
        /// As published before.
        was: Option<Text> = "原" / "was" ["原数"] required, "以前公布的数", "12";
        /// As it is.
        is: Option<Text> = "现" / "is" ["现数"] required, "改成多少", "13";
        /// Why it was wrong.
        reason: Option<Text> = "原因" / "reason" [] required, "为什么改", "补登";
        /// When the correction was made public.
        announced: Option<Text> = "公布" / "announced" [], "哪天公布的修订", "2026-10-12";
    }
}

content! {
    /// A rate and what it is made of.
    pub struct Rate = "rate" "一个率" / "a rate" {
        /// Its name.
        name: Option<Text> = "名称" / "name" [] required, "率的名称", "按期办结率";
        /// What is counted above the line.
        numerator: Option<TextOr<Quantity>> = "分子" / "numerator" [] required, "分子：一个指标的名称，或者写明数和单位", "按期办结";
        /// What is counted below the line.
        denominator: Option<TextOr<Quantity>> = "分母" / "denominator" [] required, "分母：一个指标的名称，或者写明数和单位", "应办结";
        /// The day up to which was counted.
        as_of: Option<Text> = "截至" / "as_of" [], "算到哪天", "2026-09-30";
        /// Whether what came twice counts once.
        distinct: Option<Text> = "去重" / "distinct" [], "重复的是不是只算一次：是 或 否", "是";
        /// Digits behind the point.
        decimals: Option<Text> = "小数" / "decimals" ["小数位"], "保留几位小数", "1";
        /// Rounded to the nearest, or cut off.
        rounding: Option<Text> = "取舍" / "rounding" [], "四舍五入 或 截尾", "四舍五入";
        /// The rate as it was published elsewhere.
        stated: Option<Text> = "公布值" / "stated" [], "别处已经公布的值，用来核对", "97.8%";
    }
}

content! {
    /// One side of a rate.
    pub struct Quantity = "quantity" "分子或分母" / "a numerator or denominator" {
        /// What is counted.
        name: Option<Text> = "名称" / "name" ["指标"] required, "数的是什么", "按期办结";
        /// How many, where the table does not say.
        value: Option<Text> = "数" / "value" [], "多少；表里有的不写", "134";
        /// What one of it is.
        unit: Option<Text> = "单位" / "unit" [], "单位", "件";
        /// What is left out of it.
        excludes: Items = "不含" / "excludes" [], "哪些不算在内", "未到期的";
    }
}

content! {
    /// An earlier period to compare with.
    pub struct Compared = "compared" "同比" / "a comparison" {
        /// Which period.
        base_period: Option<Text> = "基期" / "base_period" [] required, "和哪一期比", "2025年1月至9月";
        /// The table that holds its figures.
        base: Option<Text> = "基数" / "base" [], "那一期的统计表（文件名，不带 .yaml）；不写就按期间找", "2025-09";
    }
}
