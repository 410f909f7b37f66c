//! Turns dates, hours and people into words of the site's language and time style.

mod aloud;
pub mod day_note;
pub mod force;
pub mod language;
pub mod limits;
pub mod people;
pub mod recorded;
pub mod sentence;
pub mod spoken;
pub mod status;
pub mod steps;
pub mod strings;
pub mod terms;
pub mod units;

use chrono::{Datelike, NaiveDate};

use crate::model::hours::{Clock, ClockSpan, DayPart, Hours};
use crate::model::recurrence::Period;
use crate::model::roster::Need;
use crate::model::session::{Kind, Role};
use crate::model::site::TimeStyle;
use crate::render::Error;
use strings::{Phrase, Strings};

pub use language::Language;

/// Defines [`Words`]: a field for each phrase the program itself uses, so that a missing one is found when the theme is
/// read and not when a page needs it.
macro_rules! words {
    ($($name:ident),* $(,)?) => {
        /// The phrases the program fills in; templates use the others as `t.name`.
        #[derive(Debug, Clone)]
        pub struct Words {
            time_style: TimeStyle,
            weekdays: Vec<String>,
            months: Vec<String>,
            leaf_months: Vec<String>,
            /// The same to be read aloud, made when first asked for.
            aloud: std::sync::OnceLock<Box<Words>>,
            $(#[allow(missing_docs)] pub $name: Phrase,)*
        }

        impl Words {
            /// The names of the phrases the program fills in.
            pub const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// Picks them from a language's phrases.
            ///
            /// # Errors
            /// When one is missing.
            pub fn new(strings: &Strings, time_style: TimeStyle) -> Result<Self, Error> {
                let list = |name: &str| {
                    let words = strings.get(name)?.text().split_whitespace().map(str::to_owned).collect();
                    Ok::<Vec<String>, Error>(words)
                };
                let join = strings.get("month_join")?.text();
                let leaf_months = list("months_short")?.into_iter().map(|month| month + join).collect();
                Ok(Self {
                    time_style,
                    leaf_months,
                    aloud: std::sync::OnceLock::new(),
                    weekdays: list("weekdays")?,
                    months: list("months")?,
                    $($name: strings.get(stringify!($name))?.clone(),)*
                })
            }
        }
    };
}

words! {
    comma, enumeration, date, date_weekday, date_full, date_year, month_year, period, period_open, period_same_year,
    clock_night, clock_am, clock_noon, clock_pm, clock_evening, clock_midnight, clock_night_again, clock_am_again,
    clock_noon_again, clock_pm_again, clock_evening_again, clock_hour, clock_hour_minute, span, span_open,
    part_morning, part_afternoon, part_evening, part_half_day, part_whole_day, part_any_time, part_round_the_clock, kind_reception,
    kind_visit_down, kind_invited, kind_visit_with_case, kind_joint, kind_at_home, kind_common_office, kind_duty,
    kind_desk, kind_telephone, kind_video, role_in_charge, role_on_duty, role_accompanies, role_standby,
    need_required, need_preferred, need_possible, need_not_needed, status_substituted, status_left, status_moved, status_retimed,
    status_relocated, status_cancelled, status_added, status_reason, status_later, status_earlier,
    status_later_holiday, status_earlier_holiday, status_off, status_off_holiday, status_closed, status_makeup,
    status_holidays_unknown, nobody_named, place_unstated, time_unstated, change_line, portfolio, portfolio_verb, portfolio_verbs,
    legend_later, legend_earlier, legend_makeup, legend_holidays_unknown, legend_changed, legend_left, legend_cancelled,
    document_title, home_title, home_lead, code_title, not_found_title, notices_title, crumb_home, nav_units,
    nav_notices, representatives_limit, continues_until, table_caption, home_window, home_description,
    agenda_title, agenda_today, agenda_none, agenda_next, agenda_week, agenda_unit, agenda_item, agenda_post,
    agenda_post_by, agenda_post_late, agenda_post_planned, agenda_post_anywhere, agenda_stale, agenda_stale_home,
    agenda_stale_column, agenda_stale_rosters, agenda_nothing_due, agenda_text_title, agenda_text_next, agenda_text_site,
    agenda_text_none, agenda_text_off, agenda_text_phone, agenda_text_status, agenda_overdue, person_posts, person_role,
    sentence_dated, venue_address, ics_unit, ics_leader, ics_site, ics_title, ics_title_part, ics_cancelled, ics_phone,
    licence, csv_columns, feed_title, feed_change, take_calendar, take_subscribe, take_table, take_data, take_feed,
    take_sentence, take_forms, people_counted, people_join, speech_weekdays, speech_date_weekday, speech_date_full, speech_reason,
    speech_makeup, speech_people_join, speech_person_posts, speech_person_role, speech_opening, speech_place, speech_line,
    speech_doing, speech_reception, speech_off, speech_note, speech_again, speech_end, chat_title, chat_line, chat_more,
    chat_status, day_hours, weekday_noted, day_noted, led_line, led_line_off, forms_titled, forms_more, forms_unknown, forms_elsewhere, forms_place, forms_kind, forms_about, forms_address,
    forms_day_range, forms_title, forms_share_alt, share_off, share_scan, share_until, col_date, col_hours,
    col_people, col_places, col_remarks, roster_description, leader_description, unit_description, term_for_whom,
    term_count, term_standby_next, term_standby_named, poster_document_title, poster_come, poster_elsewhere,
    poster_elsewhere_item, poster_when, poster_where, poster_call, poster_qr, poster_qr_alt, poster_col_date,
    poster_col_who, poster_col_posts, poster_col_topic, poster_col_place, poster_col_place_topic, poster_sheet,
    poster_mark_cancelled, poster_mark_changed, poster_mark_later, poster_mark_earlier, poster_mark_makeup,
    poster_mark_unknown, poster_mark_left, poster_note_joint, poster_bring, poster_sentence, poster_booking_until,
    poster_booking_capacity, poster_booking_slot, poster_booking_party, poster_booking_arrive, poster_website_counts, poster_complaints, poster_valid,
    poster_number_only,
    poster_pdf, poster_paper_mono, poster_paper_free, posters_title, posters_month, posters_set, posters_change,
    poster_col_time, poster_col_was, poster_col_now, poster_sheet_days, poster_valid_only, poster_day_title, poster_day_off_title, poster_day_off, poster_day_off_reason, poster_day_next, poster_addresses, poster_ask, poster_document_number, poster_year, poster_change_title, poster_change_of, poster_change_since, poster_change_lead, poster_change_cancelled, poster_change_none, poster_change_reason, poster_change_again, poster_mark_added, poster_unit_title, poster_unit_next, poster_unit_address, poster_unit_hours, poster_unit_phone, poster_unit_way, poster_unit_access, poster_unit_markets, poster_unit_ask,
    lunar_day, market_day, daily_all, daily_workdays, daily_weekdays, units_all, units_except,
    units_some, units_kind, units_count, place_of_unit, desk_days, desk_unknown, desk_workdays, find_unit, places_count, sessions_count, call_number, phone_of_area, unlisted_promises,
    date_again, poster_col_days, poster_col_days_place,
    take_note, take_note_copy,
    comparison_title, fate_added, fate_changed, fate_removed, fate_renumbered, fate_same, said_added, said_end, said_removed,
    force_now, force_not_yet, force_repealed, force_superseded, nav_regulations, paragraph_label, regulation_description,
    regulations_other, regulations_title,
    length_spot, length_next, length_hour, length_hours, length_day, length_days, length_workday, length_workdays,
    length_month, length_months, limit_statutory, limit_promise, limit_unstated, limit_unstated_long, limit_elsewhere,
    limit_elsewhere_long, limit_line, limit_line_on, limit_extended, limit_length_extended, limit_from,
    limit_col_step, limit_col_length, limit_col_from, limit_col_basis, limit_calendar_days, limit_working_days,
    limit_unannounced, limit_moved, limit_choice, procedure_description, procedure_you, procedure_parting,
    procedure_end, procedure_ends, procedure_step_name, procedure_head, procedure_goto, dates_lead, posters_file,
    posters_flow, posters_leaflet, posters_panels, posters_booklet, poster_calendar_days, poster_way, poster_in_case, poster_goes_on, poster_comes_from, poster_legend_end, poster_extended,
    booklet_contents, booklet_page, booklet_published, regulation_number,
    regulation_category, regulation_adopted, regulation_effective, regulation_repealed, regulation_source,
    poster_legend_you, poster_legend_office, poster_legend_parting, poster_legend_promise, poster_get,
    poster_flow_title, poster_leaflet_title, poster_rights_title, poster_limits_title, poster_applies, poster_notes,
    poster_rights, poster_late, poster_late_step, poster_late_name, poster_qr_page, poster_late_ask, poster_yours,
    poster_ours, poster_ways, poster_too_late, poster_within, poster_within_from, poster_not_counted,
    procedure_longest, procedures,
    record_late, releases_title, releases_earlier, history_first, history_first_sessions, history_again, history_gone,
    history_changed, history_touched, history_added, history_removed, history_held_again, history_reasons, history_limit,
    history_limit_new, history_limit_gone, history_step, history_more, fact_title, fact_text, fact_booking, fact_bring,
    fact_notes, fact_not_here, fact_phones, fact_places, fact_hours, fact_period, fact_notice_period, fact_for_whom,
    fact_basis, fact_head, fact_force, fact_duties, fact_promises, fact_representatives, fact_kind, fact_topic, fact_scope, fact_posted, fact_limit, history_nothing, history_was_now, change_online,
    lead_planned, lead_began, feed_gone, releases_all,
    channel_website, lead_line, lead_day, lead_days, lead_workday, lead_workdays, lead_not_ahead, lead_kept, lead_late, changes_column, poster_record, counts_line, ics_announced, poster_posted, poster_posted_rule,
}

/// The first day is Monday.
fn weekday_index(day: NaiveDate) -> usize {
    // 0 to 6.
    usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0)
}

impl Words {
    /// 周二.
    pub fn weekday(&self, day: NaiveDate) -> &str {
        self.weekdays.get(weekday_index(day)).map_or("", String::as_str)
    }

    /// 12月, or the name of the month.
    pub fn month(&self, day: NaiveDate) -> &str {
        self.months.get(day.month0() as usize).map_or("", String::as_str)
    }

    /// The month as the leaf of a calendar has it before the day's number, with what joins the two.
    pub fn leaf_month(&self, day: NaiveDate) -> &str {
        self.leaf_months.get(day.month0() as usize).map_or("", String::as_str)
    }

    /// 12月15日.
    pub fn day(&self, day: NaiveDate) -> String {
        self.date_with(&self.date, day)
    }

    /// 15日, after a day of the same month.
    pub fn day_again(&self, day: NaiveDate) -> String {
        self.date_with(&self.date_again, day)
    }

    /// 12月15日（周二）.
    pub fn day_weekday(&self, day: NaiveDate) -> String {
        self.date_with(&self.date_weekday, day)
    }

    /// 12月15日（周二，农历十一月初七，逢集）, with the year where it has not been said.
    pub fn noted_day(&self, day: NaiveDate, note: Option<&str>, with_year: bool) -> String {
        let phrase = if with_year { &self.date_full } else { &self.date_weekday };
        let Some(note) = note else { return self.date_with(phrase, day) };
        let (year, number) = (day.year().to_string(), day.day().to_string());
        let weekday = self.weekday_noted.fill(&[("wd", self.weekday(day)), ("note", note)]);
        let words = phrase.fill(&[("y", &year), ("m", self.month(day)), ("d", &number), ("wd", &weekday)]);
        self.day_noted.fill(&[("day", &words), ("note", note)])
    }

    /// 2026年12月15日（周二）.
    pub fn full_day(&self, day: NaiveDate) -> String {
        self.date_with(&self.date_full, day)
    }

    /// 2026年12月.
    pub fn year_month(&self, day: NaiveDate) -> String {
        self.date_with(&self.month_year, day)
    }

    /// What stands between two sentences: nothing after 。, a blank where words are set apart by blanks.
    pub fn sentence_joint(&self) -> &str {
        if self.comma.text().ends_with(' ') { " " } else { "" }
    }

    /// 2026年.
    pub fn year(&self, day: NaiveDate) -> String {
        self.date_with(&self.poster_year, day)
    }

    fn date_with(&self, phrase: &Phrase, day: NaiveDate) -> String {
        let (year, number) = (day.year().to_string(), day.day().to_string());
        phrase.fill(&[("y", &year), ("m", self.month(day)), ("d", &number), ("wd", self.weekday(day))])
    }

    /// 2026年12月, 2026年12月1日至12月15日 and the like.
    pub fn days(&self, period: &Period) -> String {
        let first = period.first;
        let from = self.full_day_plain(first);
        let Some(last) = period.last else {
            return self.period_open.fill(&[("from", &from)]);
        };
        if last == first {
            return from;
        }
        let ends_month = last.succ_opt().is_none_or(|next| next.day() == 1);
        if first.day() == 1 && ends_month && (first.year(), first.month()) == (last.year(), last.month()) {
            return self.year_month(first);
        }
        let phrase = if first.year() == last.year() { &self.period_same_year } else { &self.period };
        let (to, from_short, to_short) = (self.full_day_plain(last), self.day(first), self.day(last));
        phrase.fill(&[("from", &from), ("to", &to), ("from_short", &from_short), ("to_short", &to_short)])
    }

    /// 2026年12月15日, without the weekday.
    pub fn full_day_plain(&self, day: NaiveDate) -> String {
        self.date_with(&self.date_year, day)
    }

    /// 上午9:00至11:30, 9:00至11:30 or 9时至11时30分; `None` where nothing is said about the time.
    pub fn hours(&self, hours: &Hours) -> Option<String> {
        match hours {
            Hours::Spans(spans) => {
                let words: Vec<String> = spans.iter().map(|span| self.clock_span(*span)).collect();
                Some(words.join(self.comma.text()))
            }
            Hours::Part(part) => Some(self.day_part(*part).text().to_owned()),
            Hours::From(from) => Some(self.span_open.fill(&[("from", &self.clock(*from, None))])),
            Hours::Unstated => None,
        }
    }

    fn day_part(&self, part: DayPart) -> &Phrase {
        match part {
            DayPart::Morning => &self.part_morning,
            DayPart::Afternoon => &self.part_afternoon,
            DayPart::Evening => &self.part_evening,
            DayPart::HalfDay => &self.part_half_day,
            DayPart::WholeDay => &self.part_whole_day,
            DayPart::AnyTime => &self.part_any_time,
            DayPart::RoundTheClock => &self.part_round_the_clock,
        }
    }

    fn clock_span(&self, span: ClockSpan) -> String {
        let (from, to) = (self.clock(span.from(), None), self.clock(span.to(), Some(span.from())));
        self.span.fill(&[("from", &from), ("to", &to)])
    }

    /// A time of day; what is said of the part of the day need not be said again after a time in the same part.
    fn clock(&self, clock: Clock, after: Option<Clock>) -> String {
        let (hour, minute) = (clock.hour(), clock.minute());
        match self.time_style {
            TimeStyle::TwentyFourHour => format!("{hour}:{minute:02}"),
            TimeStyle::Characters if minute == 0 => self.clock_hour.fill(&[("h", &hour.to_string())]),
            TimeStyle::Characters => {
                self.clock_hour_minute.fill(&[("h", &hour.to_string()), ("m", &format!("{minute:02}"))])
            }
            TimeStyle::TwelveHour => {
                let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
                let phrase = self.part_of_day(clock, after);
                let (clock, from_zero) = (format!("{twelve}:{minute:02}"), format!("{hour}:{minute:02}"));
                phrase.fill(&[("clock", &clock), ("from_zero", &from_zero)])
            }
        }
    }

    fn part_of_day(&self, clock: Clock, after: Option<Clock>) -> &Phrase {
        // Noon ends a morning: 上午8:30至12:00.
        let said = after.map(PartOfDay::of);
        // An afternoon may end at six: 下午2:30至6:00.
        let six = clock.minutes() == 1080 && said == Some(PartOfDay::Afternoon);
        let part = if six { PartOfDay::Afternoon } else { PartOfDay::of(clock) };
        match part {
            PartOfDay::Night if said == Some(part) => &self.clock_night_again,
            PartOfDay::Night => &self.clock_night,
            PartOfDay::Morning if said == Some(part) => &self.clock_am_again,
            PartOfDay::Morning => &self.clock_am,
            PartOfDay::Noon if said == Some(PartOfDay::Morning) => &self.clock_noon_again,
            PartOfDay::Noon => &self.clock_noon,
            PartOfDay::Afternoon if said == Some(part) => &self.clock_pm_again,
            PartOfDay::Afternoon => &self.clock_pm,
            PartOfDay::Evening if said == Some(part) => &self.clock_evening_again,
            PartOfDay::Evening => &self.clock_evening,
            PartOfDay::Midnight => &self.clock_midnight,
        }
    }

    /// 接访, 下访 and so on.
    pub fn kind(&self, kind: Kind) -> &str {
        let phrase = match kind {
            Kind::Reception => &self.kind_reception,
            Kind::VisitDown => &self.kind_visit_down,
            Kind::Invited => &self.kind_invited,
            Kind::VisitWithCase => &self.kind_visit_with_case,
            Kind::Joint => &self.kind_joint,
            Kind::AtHome => &self.kind_at_home,
            Kind::CommonOffice => &self.kind_common_office,
            Kind::Duty => &self.kind_duty,
            Kind::Desk => &self.kind_desk,
            Kind::Telephone => &self.kind_telephone,
            Kind::Video => &self.kind_video,
        };
        phrase.text()
    }

    /// The word for a part that has to be named; receiving goes without saying.
    pub fn role<'a>(&'a self, role: &'a Role) -> Option<&'a str> {
        match role {
            Role::Receives => None,
            Role::InCharge => Some(self.role_in_charge.text()),
            Role::OnDuty => Some(self.role_on_duty.text()),
            Role::Accompanies => Some(self.role_accompanies.text()),
            Role::Standby => Some(self.role_standby.text()),
            Role::Other(word) => Some(word),
        }
    }

    /// 须预约 and so on.
    pub fn need(&self, need: Need) -> &str {
        let phrase = match need {
            Need::Required => &self.need_required,
            Need::Preferred => &self.need_preferred,
            Need::Possible => &self.need_possible,
            Need::NotNeeded => &self.need_not_needed,
        };
        phrase.text()
    }
}

/// The part of the day said with a time on a twelve-hour clock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PartOfDay {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Midnight,
}

impl PartOfDay {
    fn of(clock: Clock) -> Self {
        match clock.minutes() {
            0..360 => Self::Night,
            360..720 => Self::Morning,
            720 => Self::Noon,
            721..1080 => Self::Afternoon,
            1080..1440 => Self::Evening,
            _ => Self::Midnight,
        }
    }
}
