//! `site.yaml` becomes the settings of the site, and answers that hold for every roster unless it gives its own.

use crate::calendar::holiday::Scheme;
use crate::check::read;
use crate::diag::code::people as codes;
use crate::diag::{Diagnostic, Report};
use crate::load::site as draft;
use crate::model::site::{Identifiers, Language, Settings, TimeStyle, WeekStart};
use crate::source::Text;
use crate::wording::{Context, WeekOfMonth};

/// The settings; what is wrong or missing is reported and stands as its default, so that the rest can be checked.
pub(super) fn settings(said: &draft::Site, report: &mut Report) -> Settings {
    let language = choice(&said.language, &[("zh-CN", Language::Chinese), ("en", Language::English)], report);
    let language = language.unwrap_or(Language::Chinese);
    let styles = [
        ("下午2:30", TimeStyle::TwelveHour),
        ("2:30pm", TimeStyle::TwelveHour),
        ("14:30", TimeStyle::TwentyFourHour),
        ("14时30分", TimeStyle::Characters),
    ];
    let usual = match language {
        Language::Chinese => TimeStyle::TwelveHour,
        Language::English => TimeStyle::TwentyFourHour,
    };
    let starts = [
        ("周一", WeekStart::Monday),
        ("星期一", WeekStart::Monday),
        ("Monday", WeekStart::Monday),
        ("周日", WeekStart::Sunday),
        ("星期日", WeekStart::Sunday),
        ("Sunday", WeekStart::Sunday),
    ];
    let published = [("公布", true), ("不公布", false), ("published", true), ("not published", false)];
    Settings {
        url: said.url.as_ref().and_then(|text| url(text, report)),
        code: said.code.as_ref().and_then(|text| code(text, report)).unwrap_or_default(),
        language,
        timezone: timezone(&said.timezone, report),
        time_style: choice(&said.time_style, &styles, report).unwrap_or(usual),
        week_starts: choice(&said.week_starts, &starts, report).unwrap_or(WeekStart::Monday),
        publisher: read::some_words(&said.publisher),
        identifiers: Identifiers {
            icp: read::some_words(&said.icp),
            police_record: read::some_words(&said.police_record),
            site_id: read::some_words(&said.site_id),
        },
        complaints_phone: read::some_words(&said.complaints_phone),
        on_every_notice: read::all_words(&said.on_every_notice),
        held_counts: choice(&said.held_counts, &published, report).unwrap_or(false),
        data: true,
        licence: read::some_words(&said.data_licence),
        may_be_public: may_be_public(said, report),
        security_contact: said.security_contact.as_ref().and_then(|text| contact(text, report)),
        posters: super::wishes::wishes(&said.posters.0, report),
    }
}

/// What was reviewed and may stand in public. A day that cannot be read is reported; all four keys are required.
fn may_be_public(said: &draft::Site, report: &mut Report) -> Vec<String> {
    let entries = said.may_be_public.iter();
    let read = entries.map(|entry| {
        let day = entry.date.as_ref().and_then(|day| read::date(day, &Context::default(), report));
        // An entry that nobody answers for lets nothing through.
        let sound = day.is_some() && entry.approved_by.is_some() && entry.reason.is_some();
        entry.text.as_ref().filter(|_| sound).map_or(String::new(), |text| text.trimmed().to_owned())
    });
    read.collect()
}

/// What 第3周周四 means on this site.
pub(super) fn week_of_month(said: &draft::Site, report: &mut Report) -> Option<WeekOfMonth> {
    let meanings = [
        ("日历周", WeekOfMonth::Calendar),
        ("calendar week", WeekOfMonth::Calendar),
        ("个数", WeekOfMonth::Counted),
        ("counted", WeekOfMonth::Counted),
    ];
    choice(&said.week_of_month, &meanings, report)
}

/// Which holidays count.
pub(super) fn scheme(said: &draft::Site, report: &mut Report) -> Scheme {
    let schemes = [
        ("中国", Scheme::China),
        ("china", Scheme::China),
        ("自备", Scheme::Own),
        ("own", Scheme::Own),
        ("不用", Scheme::Without),
        ("none", Scheme::Without),
    ];
    choice(&said.holidays, &schemes, report).unwrap_or_default()
}

fn choice<T: Copy>(said: &Option<Text>, choices: &[(&str, T)], report: &mut Report) -> Option<T> {
    let text = said.as_ref()?;
    let found = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trimmed()));
    if found.is_none() {
        // A clerk who reads Chinese is offered the Chinese words, where there are any.
        let all: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let chinese: Vec<&str> = all.iter().copied().filter(|word| !word.is_ascii() || word.contains(':')).collect();
        let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii());
        let english: Vec<&str> = all.iter().copied().filter(plain).collect();
        let words =
            crate::diag::Phrase::new(if chinese.is_empty() { &all } else { &chinese }.join("、"), english.join(", "));
        let diagnostic = Diagnostic::new(&codes::NOT_A_CHOICE, text.span).arg("value", text.trimmed());
        report.push(diagnostic.arg("choices", words));
    }
    found.map(|(_, value)| *value)
}

/// An e-mail address, a telephone number or a web address as a URI.
fn contact(text: &Text, report: &mut Report) -> Option<String> {
    let words = text.trimmed();
    let plain = !words.is_empty() && words.chars().all(|c| c.is_ascii_graphic());
    let uri = ["mailto:", "tel:", "https://"].iter().any(|scheme| words.starts_with(scheme));
    let digits: String = words.chars().filter(|c| !matches!(c, '-' | ' ' | '(' | ')')).collect();
    let number = digits.trim_start_matches('+');
    let phone = number.len() >= 5 && number.chars().all(|c| c.is_ascii_digit());
    match words.split_once('@') {
        _ if plain && uri => Some(words.to_owned()),
        Some((name, host)) if plain && !name.is_empty() && host.contains('.') => Some(format!("mailto:{words}")),
        None if phone => Some(format!("tel:{digits}")),
        _ => {
            report.push(Diagnostic::new(&codes::BAD_CONTACT, text.span).arg("contact", words));
            None
        }
    }
}

fn url(text: &Text, report: &mut Report) -> Option<String> {
    let address = text.trimmed();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    let host_name = host.and_then(|rest| rest.split('/').next()).unwrap_or("");
    let sound = !host_name.is_empty() && address.chars().all(plain) && !address.contains(['?', '#']);
    if !sound {
        report.push(Diagnostic::new(&codes::BAD_URL, text.span).arg("url", address));
        return None;
    }
    Some(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

fn code(text: &Text, report: &mut Report) -> Option<String> {
    let code = text.trimmed();
    if crate::check::unit::slug::is_slug(code) {
        return Some(code.to_owned());
    }
    let diagnostic = Diagnostic::new(&codes::BAD_SITE_CODE, text.span).arg("code", code);
    report.push(diagnostic.arg("proposed", crate::check::unit::slug::slug(code)));
    None
}

fn timezone(said: &Option<Text>, report: &mut Report) -> String {
    let Some(text) = said else { return "Asia/Shanghai".to_owned() };
    let name = text.trimmed();
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    // Calendars need to know when its clocks change.
    let known = name.parse::<chrono_tz::Tz>().is_ok();
    if !known || (name != "UTC" && !(name.contains('/') && name.split('/').all(part))) {
        report.push(Diagnostic::new(&codes::BAD_TIMEZONE, text.span).arg("zone", name));
    }
    name.to_owned()
}
