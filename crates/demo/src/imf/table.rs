//! The lines of the table.

use crate::Error;
use crate::decimal;
use crate::imf::series::{Series, YEARS};
use crate::output::{Output, WrittenFile, csv_field};
use crate::years;

const SOURCE: &str = "Demo data of Sextant. Invented, not published by the IMF.";

/// Ending of the indicator, unit, CTS code, CTS name, direction.
type Kind = (&'static str, &'static str, &'static str, &'static str, &'static str);

const ADVANTAGE: Kind = ("", "Index", "ECBTLA", "Comparative Advantage", NEITHER);
const EXPORTS: Kind = ("", "US Dollars", "ECBTLX", "Exports", "Exports");
const EXPORTS_GDP: Kind = (GDP, "Percent", "ECBTLX", "Exports", "Exports");
const EXPORTS_SHARE: Kind =
    (" as share of total exports", "Percent", "ECBTLX", "Exports", "Exports");
const IMPORTS: Kind = ("", "US Dollars", "ECBTLM", "Imports", "Imports");
const IMPORTS_GDP: Kind = (GDP, "Percent", "ECBTLM", "Imports", "Imports");
const IMPORTS_SHARE: Kind =
    (" as share of total imports", "Percent", "ECBTLM", "Imports", "Imports");
const TOTAL: Kind = ("", "US Dollars", "ECBTL", "", NEITHER);
const TOTAL_GDP: Kind = (GDP, "Percent", "ECBTL", "", NEITHER);
const BALANCE: Kind = ("", "US Dollars", "ECBTLB", "Trade Balance", NEITHER);
const BALANCE_GDP: Kind = (GDP, "Percent", "ECBTLB", "Trade Balance", NEITHER);

const GDP: &str = " as percent of GDP";
const NEITHER: &str = "Not Applicable";

/// Writes the table.
pub(super) struct Table {
    output: Output,
    lines: u32,
}

impl Table {
    pub(super) fn new(mut output: Output) -> Result<Self, Error> {
        let years: Vec<String> =
            (years::IMF_FIRST..=years::LAST).map(|year| format!("F{year}")).collect();
        output.text(&format!(
            "\u{feff}ObjectId,Country,ISO2,ISO3,Indicator,Unit,Source,CTS_Code,CTS_Name,\
             CTS_Full_Descriptor,Trade_Flow,Scale,{}\n",
            years.join(",")
        ))?;
        Ok(Self { output, lines: 0 })
    }

    pub(super) fn finish(self) -> Result<WrittenFile, Error> {
        self.output.finish()
    }

    /// Writes the lines of a country, those without any value left out. The world
    /// has no comparative advantage and no gross domestic product.
    pub(super) fn country(
        &mut self,
        who: [&str; 3],
        series: &Series,
        world: Option<&Series>,
    ) -> Result<(), Error> {
        let [exports, imports] = series.trade;
        let both = |combine: fn(i64, i64) -> i64| {
            move |at: usize| Some(combine(exports[at]?, imports[at]?))
        };
        let (total, balance) = (both(|x, m| x + m), both(|x, m| x - m));
        let advantage = |at| Some(series.share(0, at)? / world?.share(0, at)?);
        let of_gdp = |milli: Option<i64>, at| series.of_gdp(milli?, at);
        let share = |flow| move |at| number(series.share(flow, at));
        self.line(who, "Comparative advantage in", ADVANTAGE, |at| number(advantage(at)))?;
        self.line(who, "Exports of", EXPORTS, |at| money(exports[at]))?;
        self.line(who, "Exports of", EXPORTS_GDP, |at| number(of_gdp(exports[at], at)))?;
        self.line(who, "Exports of", EXPORTS_SHARE, share(0))?;
        self.line(who, "Imports of", IMPORTS, |at| money(imports[at]))?;
        self.line(who, "Imports of", IMPORTS_GDP, |at| number(of_gdp(imports[at], at)))?;
        self.line(who, "Imports of", IMPORTS_SHARE, share(1))?;
        self.line(who, "Total trade in", TOTAL, |at| money(total(at)))?;
        self.line(who, "Total trade in", TOTAL_GDP, |at| number(of_gdp(total(at), at)))?;
        self.line(who, "Trade balance in", BALANCE, |at| money(balance(at)))?;
        self.line(who, "Trade balance in", BALANCE_GDP, |at| number(of_gdp(balance(at), at)))
    }

    fn line(
        &mut self,
        [name, iso2, iso3]: [&str; 3],
        start: &str,
        (ending, unit, code, kind, direction): Kind,
        value: impl Fn(usize) -> String,
    ) -> Result<(), Error> {
        let values: Vec<String> = (0..YEARS).map(value).collect();
        if values.iter().all(String::is_empty) {
            return Ok(());
        }
        self.lines += 1;
        let group = "Trade in Low Carbon Technology Products";
        let of =
            |separator| if kind.is_empty() { String::new() } else { format!("{separator}{kind}") };
        let full =
            format!("Environment, Climate Change, Mitigation, Trade-Related, {group}{}", of(", "));
        let line = format!(
            "{},{},{iso2},{iso3},{start} low carbon technology products{ending},{unit},{},{code},\
             {},{},{direction},Units,{}\n",
            self.lines,
            csv_field(name),
            csv_field(SOURCE),
            csv_field(&format!("{group}{}", of("; "))),
            csv_field(&full),
            values.join(","),
        );
        self.output.row(line.as_bytes())
    }
}

fn money(milli: Option<i64>) -> String {
    milli.map_or_else(String::new, decimal::short)
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
