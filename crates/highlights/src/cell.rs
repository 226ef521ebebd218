//! One cell of the cube, as far as sentences need it.

use serde::Serialize;

/// Flags that leave a value fit to be spoken of. With any other, known or not, a cell is
/// passed over: `truncated`, `incomplete-year`, `low-count`, `partial-codes` and the like.
/// A `break` is about the step from the year before, so it ends a comparison, not a value.
pub const HARMLESS: [&str; 4] = ["break", "estimated", "provisional", "undisclosed-amounts"];

/// Fewest ranked members for a rank to be worth saying.
const RANKED_AT_LEAST: i32 = 10;

/// One cell of the cube.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// Indicator id.
    pub indicator: String,
    /// Subject id.
    pub subject: String,
    /// `technology`, `ecosystem`, `total`.
    pub subject_kind: String,
    /// Geography code.
    pub geo: String,
    /// A year, `2020`, or the years of a sum, `2015-2023`.
    pub period: String,
    /// The value, in `unit`; none where there is only an interval.
    pub value: Option<f64>,
    /// Lower end of the interval.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// Unit of the value.
    pub unit: String,
    /// Count behind the value.
    pub n: Option<i64>,
    /// Flags, joined by `;`.
    pub status: String,
    /// Rank among the members with a value, from 1.
    pub rank: Option<i32>,
    /// How many members were ranked.
    pub ranked_of: Option<i32>,
}

impl Cell {
    /// `indicator/geo/subject/period`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}/{}/{}", self.indicator, self.geo, self.subject, self.period)
    }

    /// Its flags.
    pub fn flags(&self) -> impl Iterator<Item = &str> {
        self.status.split(';').filter(|flag| !flag.is_empty())
    }

    /// Whether the series breaks between the year before and this one.
    #[must_use]
    pub fn breaks(&self) -> bool {
        self.flags().any(|flag| flag == "break")
    }

    /// Whether it has a value and no flag that forbids speaking of it.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.usable_value().is_some()
    }

    /// The value, of a cell that may be spoken of.
    #[must_use]
    pub fn usable_value(&self) -> Option<f64> {
        let harmless = self.flags().all(|flag| HARMLESS.contains(&flag));
        self.value.filter(|value| harmless && value.is_finite())
    }

    /// The most it can be: the value, else the upper end of the interval, else endless.
    #[must_use]
    pub fn bound(&self) -> f64 {
        self.value.or(self.upper).unwrap_or(f64::INFINITY)
    }

    /// The least it can be: the value, else the lower end of the interval, else endless.
    #[must_use]
    pub fn floor(&self) -> f64 {
        self.value.or(self.lower).unwrap_or(f64::NEG_INFINITY)
    }

    /// Rank and how many were ranked, where enough were and the value may be spoken of.
    #[must_use]
    pub fn ranked(&self) -> Option<(i32, i32)> {
        let (rank, of) = self.rank.zip(self.ranked_of)?;
        (self.is_usable() && of >= RANKED_AT_LEAST && (1..=of).contains(&rank))
            .then_some((rank, of))
    }

    /// First and last year of its period.
    pub(crate) fn years(&self) -> Option<(i32, i32)> {
        let (first, last) = self.period.split_once('-').unwrap_or((&self.period, &self.period));
        Some((first.parse().ok()?, last.parse().ok()?))
    }
}

/// Where cells come from.
pub trait Cells {
    /// One cell.
    fn get(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<Cell>;

    /// All cells of a geography, single years and sums of years, in any order. Those that
    /// have only an interval belong to it: what is left out is taken as not existing.
    fn series(&self, indicator: &str, subject: &str, geo: &str) -> Vec<Cell>;

    /// Codes of the members among which ranks are given.
    fn members(&self) -> Vec<String>;
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A cell of Belgium's, for tests.
    pub(crate) fn cell(period: &str, value: f64, n: i64, status: &str) -> Cell {
        Cell {
            indicator: "patent-world-share".into(),
            subject: "solar-power".into(),
            subject_kind: "technology".into(),
            geo: "BE".into(),
            period: period.into(),
            value: Some(value),
            lower: None,
            upper: None,
            unit: "percent".into(),
            n: Some(n),
            status: status.into(),
            rank: Some(3),
            ranked_of: Some(27),
        }
    }

    #[test]
    fn what_is_not_complete_is_not_spoken_of() {
        assert!(cell("2020", 1.0, 50, "").is_usable());
        assert!(cell("2020", 1.0, 50, "break;provisional").is_usable());
        for flag in ["truncated", "incomplete-year", "low-count", "partial-codes", "of-tomorrow"] {
            assert!(!cell("2020", 1.0, 50, flag).is_usable(), "{flag}");
            assert_eq!(cell("2020", 1.0, 50, flag).ranked(), None, "{flag}");
        }
        let interval = Cell { value: None, upper: Some(7.0), ..cell("2020", 0.0, 50, "") };
        assert!(!interval.is_usable());
        assert!((interval.bound() - 7.0).abs() < 1e-12);
    }

    #[test]
    fn ranks_need_enough_members() {
        assert_eq!(cell("2020", 1.0, 50, "").ranked(), Some((3, 27)));
        let few = Cell { ranked_of: Some(9), ..cell("2020", 1.0, 50, "") };
        assert_eq!(few.ranked(), None);
    }

    #[test]
    fn periods_are_years_or_sums_of_years() {
        assert_eq!(cell("2020", 1.0, 50, "").years(), Some((2020, 2020)));
        assert_eq!(cell("2015-2023", 1.0, 50, "").years(), Some((2015, 2023)));
        assert_eq!(cell("2020-Q1", 1.0, 50, "").years(), None);
        assert_eq!(cell("2020", 1.0, 50, "").id(), "patent-world-share/BE/solar-power/2020");
    }
}
