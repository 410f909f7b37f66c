//! Rates as declared, and rates as stated held against their numerator and denominator.

use super::columns::measure;
use super::sums::transposed;
use super::{Stated, Written, names};
use crate::check::read;
use crate::diag::code::figures as codes;
use crate::diag::{Diagnostic, Phrase, Report};
use crate::load::statistics::{Quantity as DraftQuantity, Rate as Draft};
use crate::load::value::TextOr;
use crate::model::table::{Cell, Quantity, Rate, Rounding, Table};
use crate::wording::figure::Decimal;
use crate::wording::{Context, choice, figure};
use std::collections::BTreeSet;

/// Digits behind the point where none are asked for.
const DECIMALS: u32 = 1;

/// Reads 率.
pub(super) fn declared(said: &[Draft], table: &Table, context: &Context, report: &mut Report) -> Vec<Rate> {
    said.iter().filter_map(|one| rate(one, table, context, report)).collect()
}

fn rate(said: &Draft, table: &Table, context: &Context, report: &mut Report) -> Option<Rate> {
    let name = read::words(&said.name);
    let numerator = quantity(&name, ("分子", "numerator"), &said.numerator, table, report);
    let denominator = quantity(&name, ("分母", "denominator"), &said.denominator, table, report);
    let digits = said.decimals.as_ref().and_then(|text| choice::decimals(&text.value).settle(text, report));
    let rounding = said.rounding.as_ref().and_then(|text| choice::rounding(&text.value).settle(text, report));
    let stated = said.stated.as_ref().and_then(|text| figure::percent(&text.value).value);
    Some(Rate {
        name,
        numerator: numerator?,
        denominator: denominator?,
        as_of: said.as_of.as_ref().and_then(|text| read::date(text, context, report)),
        distinct: said.distinct.as_ref().map(|text| read::yes(text, "去重", report)),
        decimals: digits.or(stated.map(|value| value.decimals)).unwrap_or(DECIMALS),
        rounding: rounding.unwrap_or(Rounding::HalfUp),
    })
}

fn quantity(
    rate: &str,
    side: (&'static str, &'static str),
    said: &Option<TextOr<DraftQuantity>>,
    table: &Table,
    report: &mut Report,
) -> Option<Quantity> {
    let (text, excludes, value, unit) = match said.as_ref()? {
        TextOr::Text(text) => (text, Vec::new(), None, None),
        TextOr::Map(said) => {
            (said.name.as_ref()?, read::all_words(&said.excludes.0), said.value.as_ref(), said.unit.as_ref())
        }
    };
    let name = read::name(&text.value);
    let measure = measure(table, &name);
    let of = measure.and_then(|at| table.measures.get(at));
    let unit = unit.map(|text| read::name(&text.value)).or_else(|| of.map(|one| one.unit.clone())).unwrap_or_default();
    let value =
        value.and_then(|text| figure::count(&text.value, &unit).settle(text, report)).and_then(|count| count.exact());
    if measure.is_none() && value.is_none() {
        let found =
            Diagnostic::new(&codes::RATE_INCOMPLETE, text.span).arg("name", rate).arg("quantity", name.as_str());
        report.push(found.arg("side", Phrase::new(side.0, side.1)));
        return None;
    }
    Some(Quantity { name, measure: measure.filter(|_| value.is_none()), value, unit, excludes })
}

/// The rates that 率 itself states, of the whole table.
pub(super) fn stated(said: &[Draft], table: &Table, report: &mut Report) -> Vec<Stated> {
    let mut all = Vec::new();
    for one in said {
        let name = read::words(&one.name);
        let (Some(text), Some(of)) = (&one.stated, table.rates.iter().position(|rate| rate.name == name)) else {
            continue;
        };
        if let Some(value) = figure::percent(&text.value).settle(text, report) {
            all.push(Stated { of, at: vec![0; table.dimensions.len()], value, span: text.span });
        }
    }
    all
}

/// Numerator and denominator of a rate in one line, where both are exact.
pub(super) fn sides(written: &Written, rate: &Rate, at: &[usize]) -> Option<(i64, i64)> {
    let side = |quantity: &Quantity| match (quantity.value, quantity.measure) {
        (Some(value), _) => Some(value),
        (None, Some(measure)) => written.exact(&Cell { measure, at: at.to_vec() }),
        (None, None) => None,
    };
    Some((side(&rate.numerator)?, side(&rate.denominator)?))
}

/// A part of a whole in percent, with so many digits behind the point. `None` of nothing.
pub(super) fn percent(part: i64, whole: i64, decimals: u32, rounding: Rounding) -> Option<i64> {
    let scale = 100_i128 * 10_i128.pow(decimals);
    let (part, whole) = (i128::from(part) * scale, i128::from(whole));
    let digits = match (whole, rounding) {
        (..=0, _) => return None,
        (_, Rounding::HalfUp) => (part * 2 + whole).div_euclid(whole * 2),
        (_, Rounding::Truncated) => part / whole,
    };
    i64::try_from(digits).ok()
}

/// A percentage as it is written.
pub(super) fn written(digits: i64, decimals: u32) -> String {
    let by = 10_i64.pow(decimals);
    let sign = if digits < 0 { "-" } else { "" };
    let (whole, rest) = (digits.abs() / by, digits.abs() % by);
    if decimals == 0 {
        format!("{sign}{whole}%")
    } else {
        format!("{sign}{whole}.{rest:0width$}%", width = decimals as usize)
    }
}

/// Holds stated rates against what they are made of.
pub(super) fn check(table: &Written, report: &mut Report) {
    for stated in &table.rates {
        let Some(rate) = table.table.rates.get(stated.of) else { continue };
        let Decimal { digits, decimals } = stated.value;
        let shown = written(digits, decimals);
        let line = names::line(&table.table, &stated.at);
        let of =
            if line.is_empty() { Phrase::from("") } else { Phrase::new(format!("（{line}）"), format!(" ({line})")) };
        let right = sides(table, rate, &stated.at);
        if digits < 0 || digits > 100 * 10_i64.pow(decimals) {
            let found = Diagnostic::new(&codes::RATE_OUTSIDE, stated.span).arg("name", rate.name.as_str());
            report.push(found.arg("of", of).arg("stated", shown));
            continue;
        }
        let Some((part, whole)) = right else { continue };
        let Some(right) = percent(part, whole, decimals, rate.rounding) else { continue };
        if right == digits {
            continue;
        }
        let other = match rate.rounding {
            Rounding::HalfUp => Rounding::Truncated,
            Rounding::Truncated => Rounding::HalfUp,
        };
        let hint = if percent(part, whole, decimals, other) == Some(digits) {
            match rate.rounding {
                Rounding::HalfUp => Phrase::new("：是不是截了尾，没有四舍五入？", ": was it cut off and not rounded?"),
                Rounding::Truncated => {
                    Phrase::new("：是不是四舍五入了？这个率写明要截尾", ": was it rounded? this rate is to be cut off")
                }
            }
        } else if transposed(digits, right) {
            Phrase::new("：是不是两位数字写颠倒了？", ": did two digits change places?")
        } else if percent(whole, part, decimals, rate.rounding) == Some(digits) {
            Phrase::new("：是不是分子、分母写颠倒了？", ": did numerator and denominator change places?")
        } else {
            Phrase::from("")
        };
        report.push(
            Diagnostic::new(&codes::RATE_DIFFERS, stated.span)
                .arg("name", rate.name.as_str())
                .arg("of", of)
                .arg("stated", shown)
                .arg("numerator", part.to_string())
                .arg("denominator", whole.to_string())
                .arg("right", written(right, decimals))
                .arg("hint", hint),
        );
    }
    outside(table, report);
}

/// Rates of the table whose numerator is larger than the denominator, stated or not.
fn outside(table: &Written, report: &mut Report) {
    let lines: BTreeSet<&Vec<usize>> = table.table.cells.keys().map(|cell| &cell.at).collect();
    let told: BTreeSet<(usize, &Vec<usize>)> = table.rates.iter().map(|stated| (stated.of, &stated.at)).collect();
    for (index, rate) in table.table.rates.iter().enumerate() {
        for at in lines.iter().copied() {
            let Some((part, whole)) = sides(table, rate, at) else { continue };
            if part <= whole || told.contains(&(index, at)) {
                continue;
            }
            let place =
                rate.numerator.measure.map_or(table.title, |measure| table.place(&Cell { measure, at: at.clone() }));
            let line = names::line(&table.table, at);
            let line =
                if line.is_empty() { rate.numerator.name.clone() } else { format!("{line}{}", rate.numerator.name) };
            let found = Diagnostic::new(&codes::PART_EXCEEDS, place).arg("cell", format!("“{line}”"));
            let found = found.arg("part", part.to_string()).arg("stated", whole.to_string());
            report.push(found.arg("whole", format!("“{}”", rate.denominator.name)));
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_rounded_or_cut_off() {
        for (part, whole, decimals, half_up, truncated) in [
            (82, 87, 1, "94.3%", "94.2%"),
            (134, 137, 1, "97.8%", "97.8%"),
            (1, 8, 2, "12.50%", "12.50%"),
            (1, 8, 1, "12.5%", "12.5%"),
            (1, 16, 1, "6.3%", "6.2%"),
            (2, 3, 0, "67%", "66%"),
            (0, 5, 1, "0.0%", "0.0%"),
            (5, 5, 1, "100.0%", "100.0%"),
        ] {
            let of =
                |rounding| percent(part, whole, decimals, rounding).map(|digits| written(digits, decimals)).unwrap();
            assert_eq!(
                (of(Rounding::HalfUp).as_str(), of(Rounding::Truncated).as_str()),
                (half_up, truncated),
                "{part}/{whole}"
            );
        }
        assert_eq!(percent(1, 0, 1, Rounding::HalfUp), None);
    }
}
