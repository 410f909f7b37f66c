//! Turns one dimension of a table into the sums among its values: a hierarchy of places, or months and their totals.

/// One dimension: its values and which of them add up to which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The name, as in the tables.
    pub name: String,
    /// The values, in the order of the tables.
    pub values: Vec<String>,
    /// For each value the one it is a part of.
    pub parents: Vec<Option<usize>>,
    /// Sums: the whole and its parts, as indices of values.
    pub sums: Vec<(usize, Vec<usize>)>,
    /// For each value the release that first shows it; empty where the axis says nothing of releases.
    pub releases: Vec<usize>,
    /// Values whose sum a later release will be part of, as of a quarter under way; see [`Problem::watch`](super::Problem).
    pub running: Vec<Vec<usize>>,
}

impl Axis {
    /// A hierarchy: each value with its parent, which stands before it. A whole is the sum of its parts.
    ///
    /// A parent out of order is taken as none.
    #[must_use]
    pub fn hierarchy(name: &str, values: &[(&str, Option<usize>)]) -> Self {
        let parents: Vec<Option<usize>> =
            values.iter().enumerate().map(|(index, (_, parent))| parent.filter(|parent| *parent < index)).collect();
        let sums = (0..values.len()).filter_map(|whole| {
            let parts: Vec<usize> = (0..values.len()).filter(|part| parents[*part] == Some(whole)).collect();
            (!parts.is_empty()).then_some((whole, parts))
        });
        Self {
            name: name.to_owned(),
            values: values.iter().map(|(value, _)| (*value).to_owned()).collect(),
            sums: sums.collect(),
            parents,
            releases: Vec::new(),
            running: Vec::new(),
        }
    }

    /// Months of a year that are released one by one, with cumulative figures from the second month on.
    ///
    /// `months` is 1 to 12, others are taken as the nearest. With `spans` also the quarters, half-years and the year as
    /// they are complete. Values are named `m3`, `to3`, `q1`, `h1`, `year`; release 0 is the first month's.
    #[must_use]
    pub fn months(name: &str, months: usize, spans: bool) -> Self {
        let months = months.clamp(1, 12);
        let mut axis = Self {
            name: name.to_owned(),
            values: Vec::new(),
            parents: Vec::new(),
            sums: Vec::new(),
            releases: Vec::new(),
            running: Vec::new(),
        };
        let mut month = Vec::new();
        let mut half = Vec::new();
        let mut quarters = Vec::new();
        let mut halves = Vec::new();
        let mut so_far = 0;
        for number in 1..=months {
            let this = axis.push(format!("m{number}"), number - 1);
            month.push(this);
            if number == 1 {
                so_far = this;
                continue;
            }
            let until = axis.push(format!("to{number}"), number - 1);
            axis.sums.push((until, vec![so_far, this]));
            so_far = until;
            if spans && number > 6 {
                // The first half-year and quarter are watched as cumulative figures.
                half.push(this);
                if half.len() > 1 && number < 12 {
                    axis.running.push(half.clone());
                }
            }
            if spans && number > 3 && number % 3 == 2 {
                axis.running.push(month.clone());
            }
            if spans && number.is_multiple_of(3) {
                let quarter = axis.push(format!("q{}", number / 3), number - 1);
                axis.sums.push((quarter, month.split_off(0)));
                quarters.push(quarter);
            }
            if spans && number.is_multiple_of(6) {
                let half = axis.push(format!("h{}", number / 6), number - 1);
                axis.sums.push((half, quarters.split_off(0)));
                halves.push(half);
            }
            if spans && number == 12 {
                let year = axis.push("year".to_owned(), number - 1);
                axis.sums.push((year, halves.split_off(0)));
                axis.sums.push((year, vec![until]));
            }
        }
        axis
    }

    fn push(&mut self, value: String, release: usize) -> usize {
        self.values.push(value);
        self.parents.push(None);
        self.releases.push(release);
        self.values.len() - 1
    }
}
