//! The values of a dimension as written become categories: the whole first, then its parts; months and quarters get their dates.

use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::branch::Branch;
use crate::load::statistics::Dimension as Draft;
use crate::model::recurrence::{DateRange, Period};
use crate::model::table::{Category, Counting, Dimension};
use crate::wording::{Context, period};

/// What a line for all values together is called.
pub(super) const WHOLE: [&str; 6] = ["合计", "总计", "总数", "小计", "total", "all"];

/// Most values of one dimension: more is no table for people.
const MOST: usize = 2000;

/// Reads all dimensions.
pub(super) fn dimensions(said: &[Draft], span: DateRange, counting: Counting, report: &mut Report) -> Vec<Dimension> {
    said.iter().map(|one| dimension(one, span, counting, report)).collect()
}

fn dimension(said: &Draft, span: DateRange, counting: Counting, report: &mut Report) -> Dimension {
    let name = said.name.as_ref().map(|text| read::name(&text.value)).unwrap_or_default();
    let roots = &said.values.0;
    // One value with all others in it is the whole; so is a first one called 合计.
    let (whole, roots) = match roots.as_slice() {
        [only] if !only.parts.is_empty() => (read::name(&only.name.value), only.parts.as_slice()),
        [first, rest @ ..] if first.parts.is_empty() && WHOLE.contains(&first.name.trimmed()) => {
            (first.name.trimmed().to_owned(), rest)
        }
        roots => (WHOLE[0].to_owned(), roots),
    };
    let mut categories = vec![Category { name: whole, parent: 0, period: Some(span) }];
    hang(roots, 0, &mut categories, report);
    let times: Vec<Option<DateRange>> = categories.iter().skip(1).map(|one| time(&one.name, span, counting)).collect();
    let temporal = !times.is_empty() && times.iter().all(Option::is_some);
    for (category, time) in categories.iter_mut().skip(1).zip(times) {
        category.period = time.filter(|_| temporal);
    }
    if !temporal && let Some(whole) = categories.first_mut() {
        whole.period = None;
    }
    Dimension { name, categories, temporal }
}

fn hang(branches: &[Branch], parent: usize, categories: &mut Vec<Category>, report: &mut Report) {
    for branch in branches {
        let name = read::name(&branch.name.value);
        let twice = categories.iter().any(|other| other.name == name);
        if twice || categories.len() > MOST {
            let what = if twice {
                Phrase::new(format!("取值“{name}”写了两次"), format!("the value \"{name}\" stands twice"))
            } else {
                Phrase::new(format!("取值多于 {MOST} 个"), format!("more than {MOST} values"))
            };
            let hint =
                Phrase::new("同名的加上所属，如“柳树镇上河村”", "tell values of one name apart by what they belong to");
            report.push(Diagnostic::new(&codes::TABLE_SHAPE, branch.name.span).arg("what", what).arg("hint", hint));
            if !twice {
                return;
            }
            continue;
        }
        categories.push(Category { name, parent, period: None });
        let at = categories.len() - 1;
        hang(&branch.parts, at, categories, report);
    }
}

/// From when to when a value such as 3月, 第一季度, 上半年 or 1—3月 counts.
fn time(name: &str, span: DateRange, counting: Counting) -> Option<DateRange> {
    let context = Context { period: Some(Period { first: span.first, last: Some(span.last) }), ..Context::default() };
    let found = period::read(name, &context).value?;
    let (first, last) = (found.first, found.last?);
    let first = if let Counting::Since(since) = counting { since.min(first) } else { first };
    Some(DateRange { first, last })
}
