//! The rows, in the order of the real files: frequency, reporter, partner, product,
//! flow, indicator, time.

use crate::Error;
use crate::comext::Member;
use crate::comext::amounts::{Amounts, PARTNERS, UNION_SHARE, part};
use crate::comext::goods::{Good, Telling};
use crate::decimal;
use crate::draws::Topic;
use crate::output::Output;
use crate::years;

/// Header of an SDMX-CSV file of this data set.
pub(super) const HEADER: &str = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,\
indicators,TIME_PERIOD,OBS_VALUE\n";

/// Writes the rows.
pub(super) struct Rows<'a> {
    pub(super) output: Output,
    pub(super) amounts: &'a Amounts<'a>,
    pub(super) members: &'a [Member],
}

/// The rows of one reporter, partner, product, direction and frequency.
struct Series<'a> {
    freq: char,
    reporter: &'a str,
    countries: Vec<usize>,
    partner: &'a str,
    share: u64,
    good: &'a Good,
    flow: usize,
}

impl<'a> Rows<'a> {
    /// Writes everything.
    pub(super) fn write(&mut self, goods: &[Good]) -> Result<(), Error> {
        let mut reporters: Vec<(&str, Vec<usize>)> =
            self.members.iter().map(|m| (m.code.as_str(), vec![m.country])).collect();
        // The union reports too, and is not a 28th member.
        reporters.push(("EU27_2020", self.members.iter().map(|m| m.country).collect()));
        reporters.sort();
        for freq in ['A', 'M'] {
            for (reporter, countries) in &reporters {
                for (partner, share) in partners() {
                    for good in goods {
                        for flow in [1, 0] {
                            let countries = countries.clone();
                            let series =
                                Series { freq, reporter, countries, partner, share, good, flow };
                            self.series(&series)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn series(&mut self, series: &Series<'_>) -> Result<(), Error> {
        if series.partner == "WORLD" && series.good.telling == Telling::YearByPartner {
            return Ok(());
        }
        let values: Vec<(String, u64)> =
            years::COMEXT.into_iter().flat_map(|year| self.values(series, year)).collect();
        for (period, euros) in values.iter().filter(|(_, euros)| *euros > 0) {
            let weight = self.weight(series, *euros);
            self.row(series, "QUANTITY_IN_100KG", period, &weight)?;
        }
        for (period, euros) in values.iter().filter(|(_, euros)| *euros > 0) {
            let milli = i64::try_from(euros * 1000).unwrap_or(i64::MAX);
            self.row(series, "VALUE_IN_EUROS", period, &decimal::short(milli))?;
        }
        Ok(())
    }

    /// Periods and values of one year.
    fn values(&self, series: &Series<'_>, year: u16) -> Vec<(String, u64)> {
        let last = year == years::COMEXT[1];
        let Series { good, flow, share, .. } = series;
        let over = |value: &dyn Fn(usize) -> u64| series.countries.iter().map(|c| value(*c)).sum();
        match (series.freq, good.telling) {
            ('A', Telling::Months) => Vec::new(),
            ('A', Telling::MonthsAndYear) if !last => Vec::new(),
            ('A', _) => {
                let euros = |country| part(self.amounts.year(country, good, *flow, year), *share);
                vec![(year.to_string(), over(&euros))]
            }
            (_, Telling::Months | Telling::MonthsAndYear) => (1..=12)
                .map(|month| {
                    let euros = |country| {
                        let whole = self.amounts.year(country, good, *flow, year);
                        let key = self.amounts.month_key(country, good, *flow, year);
                        part(self.amounts.month(whole, key, month), *share)
                    };
                    (format!("{year}-{month:02}"), over(&euros))
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Hundreds of kilograms with two decimals.
    fn weight(&self, series: &Series<'_>, euros: u64) -> String {
        let product: u64 = series.good.hs.parse().unwrap_or(0);
        let price = self.amounts.world.draws.between(Topic::Quantity, &[product, 1], 100, 9000);
        decimal::short(i64::try_from(euros * 100 / price * 10).unwrap_or(i64::MAX))
    }

    fn row(
        &mut self,
        series: &Series<'_>,
        indicator: &str,
        period: &str,
        value: &str,
    ) -> Result<(), Error> {
        let Series { freq, reporter, partner, good, flow, .. } = series;
        let flow = 2 - flow;
        let line = format!(
            "ESTAT:DS-045409(1.0),01/01/00 11:00:00,{freq},{reporter},{partner},{},{flow},\
             {indicator},{period},{value}\n",
            good.cn
        );
        self.output.row(line.as_bytes())
    }
}

/// Partners in the order of their codes, with the world and the union.
fn partners() -> Vec<(&'static str, u64)> {
    let mut partners = PARTNERS.to_vec();
    partners.extend([("EU27_2020", UNION_SHARE), ("WORLD", 1000)]);
    partners.sort_unstable();
    partners
}
