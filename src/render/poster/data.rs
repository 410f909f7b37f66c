//! What a notice says, in the words that are printed: the view that poster templates read as JSON.
//!
//! Everything a reader of the notice sees comes from here; templates hold no words. Empty text means "not printed".

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::chart_rows::ChartRow;

/// How a notice is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A table of days.
    #[default]
    Month,
    /// The people of one day, large.
    Day,
    /// What was and what is instead.
    Change,
    /// Where a unit is: sections instead of a table.
    Unit,
    /// The chart of a procedure.
    Flow,
    /// The limits of a procedure.
    Limits,
    /// Sentences under headings.
    Text,
}

/// One notice: the sheet or sheets that show one roster for one period, or another of the [`Form`]s.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterData {
    /// How it is laid out.
    pub form: Form,
    /// Language of the text as BCP 47, such as `zh-CN` or `en`.
    pub language: String,
    /// Title in the file's metadata; with the office and the period, so that it tells files apart.
    pub document_title: String,
    /// The office, printed over the title.
    pub issuer: String,
    /// The title.
    pub title: String,
    /// From when to when, with weekdays.
    pub period: String,
    /// A sentence under the period, such as one that says the roster goes on.
    pub period_note: String,
    /// When, where, whom to call: one to four.
    pub facts: Vec<Fact>,
    /// The table, in order of date.
    pub rows: Vec<Row>,
    /// In place of a table: places, markets, each with its lines.
    pub sections: Vec<Block>,
    /// In place of a table: the chart of a procedure, from its first step on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chart: Vec<ChartRow>,
    /// In place of a table: time limits, in the order of the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<LimitRow>,
    /// How to come: numbered.
    pub come: Block,
    /// Where the places of the table are, if there is no single one.
    pub addresses: Block,
    /// What is dealt with elsewhere, each with where to go.
    pub elsewhere: Block,
    /// What the office prints on every notice.
    pub notices: Block,
    /// Small lines at the foot: until when it is valid, its number, whom to complain to, that the website decides.
    pub small_print: Vec<String>,
    /// The office that signs.
    pub signed_by: String,
    /// The date of signing, as printed.
    pub signed_on: String,
    /// The code to scan; `None` for a site without an address.
    pub qr: Option<Qr>,
    /// The poster's own code; it also identifies the file.
    pub code: String,
    /// The latest date in what it says, which dates the file. Not printed.
    #[serde(with = "as_text")]
    pub edition: NaiveDate,
    /// Heads and labels.
    pub words: PosterWords,
}

/// One fact in large type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fact {
    /// What it is, such as 接待地点.
    pub label: String,
    /// The fact; several lines for several spans or places.
    pub lines: Vec<String>,
    /// Smaller lines under it, such as the address.
    pub details: Vec<String>,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// The day, such as 12月1日, or a span of days.
    pub date: String,
    /// The year, where the sheet's dates lie in several; it stands over the first row of each.
    pub year: String,
    /// The weekday, such as 周二.
    pub weekday: String,
    /// The hours or the half-day where they are not the same for all rows.
    pub hours: String,
    /// Who receives, in order.
    pub people: Vec<Person>,
    /// The place where it is not the same for all rows.
    pub place: String,
    /// Where that place is, where nothing else on the sheet says it.
    pub address: String,
    /// What the session is about, or what the person is in charge of.
    pub topic: String,
    /// How to come, where it is not the same for all rows: sentences.
    pub terms: Vec<String>,
    /// A word or two that mark the row, such as 变更 or 取消.
    pub mark: String,
    /// What the mark means: who or when it was before.
    pub note: String,
    /// Whether the session does not take place: its words are struck through.
    pub cancelled: bool,
    /// The day in the words by which a sheet tells which days it holds; empty where the row is not of one day.
    pub day: String,
    /// In a notice of changes: what was.
    pub was: Vec<String>,
    /// In a notice of changes: what is instead.
    pub now: Vec<Part>,
}

/// A line of what is instead.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Part {
    /// The words.
    pub words: String,
    /// Whether it is not as it was.
    pub changed: bool,
}

/// One time limit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LimitRow {
    /// The step: 第3步　登记.
    pub step: String,
    /// Who acts.
    pub who: String,
    /// Whether it is the citizen, whom the limit binds.
    pub you: bool,
    /// How long: 15日.
    pub length: String,
    /// Law or promise, and how days are counted.
    pub kind: String,
    /// Whether it is a promise and no law.
    pub promise: bool,
    /// From when on.
    pub from: String,
    /// How far it can be extended, what is not counted, what it means to be late.
    pub more: Vec<String>,
    /// What it is based on.
    pub basis: String,
}

/// One person, group or post.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// The name; of a group or a post, its words.
    pub name: String,
    /// The posts, joined as they are printed.
    pub posts: String,
    /// The part the person plays where it is not receiving, such as 陪同.
    pub role: String,
    /// Whether `name` is a person's name, which is spread to three characters if it has two.
    pub personal: bool,
}

/// A heading with lines under it. Without lines nothing is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Block {
    /// The heading; may be empty.
    pub heading: String,
    /// The lines.
    pub items: Vec<String>,
}

/// The code that leads to the notice's page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Qr {
    /// The full address that is encoded. Not printed.
    pub url: String,
    /// The words under the code.
    pub caption: String,
    /// The address as people type it, without `https://`.
    pub address: String,
}

/// Heads and labels of the table and the sheet. They come from the theme's strings (`poster:`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PosterWords {
    /// Head of the column of dates.
    pub date: String,
    /// Head of the column of people.
    pub who: String,
    /// Head of the column of posts.
    pub posts: String,
    /// Head of the column of topics.
    pub topic: String,
    /// Head of the column of places.
    pub place: String,
    /// Head of the column that holds both places and topics.
    pub place_and_topic: String,
    /// Head of the column of hours, in the notice of a day.
    pub time: String,
    /// Head of the column of what was.
    pub was: String,
    /// Head of the column of what is instead.
    pub now: String,
    /// Which sheet of how many; `{page}` and `{pages}` are filled in.
    pub sheet: String,
    /// Which days a sheet holds; `{from}` and `{to}` are filled in.
    pub sheet_days: String,
    /// What the code is, for those who cannot see it; `{url}` is filled in.
    pub qr_alt: String,
    /// Head of the column of steps.
    pub step: String,
    /// Head of the column of limits.
    pub length: String,
    /// Head of the column of the events from which limits run.
    pub from: String,
    /// Head of the column of what limits are based on.
    pub basis: String,
    /// What a box of the citizen's means.
    pub legend_you: String,
    /// What a box of an office's means.
    pub legend_office: String,
    /// What a parting means.
    pub legend_parting: String,
    /// What the mark of a promise means.
    pub legend_promise: String,
    /// What the shape of an end means.
    pub legend_end: String,
    /// With which step the next sheet goes on; `{n}` is filled in.
    pub goes_on: String,
    /// With which step the sheet before ended; `{n}` is filled in.
    pub comes_from: String,
}

/// A date as 2026-12-01.
pub(super) mod as_text {
    use chrono::NaiveDate;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(in super::super) fn serialize<S: Serializer>(date: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(date)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

impl PosterData {
    /// Every text that must be found on the sheets.
    pub fn printed(&self) -> Vec<&str> {
        let mut all = vec![&self.issuer, &self.title, &self.period, &self.period_note];
        for fact in &self.facts {
            all.push(&fact.label);
            all.extend(fact.lines.iter().chain(&fact.details));
        }
        for row in &self.rows {
            all.extend([
                &row.date,
                &row.weekday,
                &row.hours,
                &row.place,
                &row.address,
                &row.topic,
                &row.mark,
                &row.note,
            ]);
            all.extend(row.people.iter().flat_map(|person| [&person.name, &person.posts, &person.role]));
            all.extend(row.terms.iter().chain(&row.was).chain(row.now.iter().map(|part| &part.words)));
        }
        self.chart.iter().for_each(|row| row.printed(&mut all));
        for row in &self.limits {
            all.extend([&row.step, &row.who, &row.length, &row.kind, &row.from, &row.basis]);
            all.extend(&row.more);
        }
        let blocks = self.sections.iter().chain([&self.come, &self.addresses, &self.elsewhere, &self.notices]);
        for block in blocks.filter(|block| !block.items.is_empty()) {
            all.push(&block.heading);
            all.extend(&block.items);
        }
        all.extend(self.small_print.iter().chain([&self.signed_by, &self.signed_on]));
        all.extend(self.qr.iter().flat_map(|qr| [&qr.caption, &qr.address]));
        all.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
    }
}
