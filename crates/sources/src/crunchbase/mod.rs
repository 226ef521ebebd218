//! Crunchbase: rounds of investment, acquisitions and companies, as exported.
//!
//! Crunchbase has changed its exports several times. Which one a file is, its columns
//! tell, in whatever order they stand:
//!
//! | export | rounds | acquisitions | companies |
//! |---|---|---|---|
//! | 2014/15, CSV | `rounds.csv`, permalinks | `acquisitions.csv` | `companies.csv` |
//! | 2016, daily CSV | `funding_rounds.csv`, uuids | `acquisitions.csv` | `organizations.csv` |
//! | since 2019, bulk | `funding_rounds.csv`, without categories | `acquisitions.csv` | `organizations.csv` |
//! | list, 2026 | "Transaction Name" and so on | | |
//!
//! Other tables of these exports (investments, investors, ipos, events and so on) hold
//! neither rounds nor companies and are passed over. The investments of 2014/15 look
//! like rounds, but repeat a round for each of its investors.
//!
//! | rows | left out | kept, but noted | in quarantine |
//! |---|---|---|---|
//! | rounds, acquisitions | | `unknown-country`, `unknown-kind`, `zero-amount`, `amount-without-currency` | `no-date`, `bad-date`, `bad-year`, `bad-number`, `negative-value`, `no-name` |
//! | companies | `not-a-company` (investors, schools and groups alone) | `unknown-country` | `no-id` |
//!
//! An amount of 0 says that nothing was disclosed: in the export of 2015 it stands
//! beside eight acquisitions, of companies nobody gave away and of entries that are
//! advertisements. A currency without an amount says nothing either; 2015 writes `USD`
//! beside nearly every acquisition. Amounts are kept as published, however small.
//!
//! Acquisitions are rounds of kind `acquisition` of the company that was bought.

mod acquisition;
mod categories;
mod cells;
mod company;
mod company_columns;
mod deal;
mod export;
mod id;
mod kind;
mod list;
mod money;
mod place;
mod round;

use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use acquisition::AcquisitionReader;
use company::CompanyReader;
use export::Export;
use list::ListReader;
use round::RoundReader;

const INFO: SourceInfo = SourceInfo {
    id: "crunchbase",
    title: "Crunchbase exports of funding rounds, acquisitions and organizations",
    publisher: "Crunchbase, Inc.",
    licence: "Crunchbase Terms of Service: exports that the user bought or made under his own account, for his own use; rows may not be handed on, aggregates may be shown with attribution",
    citation: "Crunchbase, exports of funding rounds, acquisitions and organizations",
    url: "https://data.crunchbase.com/docs",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: Some(("unit of the round's currency", 1)),
};

/// The source `crunchbase`.
pub(crate) static CRUNCHBASE: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    Export::by_columns(head.keys()).is_some()
        || (Export::by_name(head.name).is_some() && !export::is_other(head.keys()))
}

fn read_part(
    job: &Job<'_>,
    geographies: &Geographies,
    part: Part<'_>,
    to: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    match Export::of(&table)? {
        Export::Rounds(shape) => {
            let reader = RoundReader::new(&table, shape, geographies)?;
            run_rows(table, &reader, job.options, to, Rows::InvestmentRounds)
        }
        Export::Acquisitions(shape) => {
            let reader = AcquisitionReader::new(&table, shape, geographies)?;
            run_rows(table, &reader, job.options, to, Rows::InvestmentRounds)
        }
        Export::Companies(shape) => {
            let reader = CompanyReader::new(&table, shape, geographies)?;
            run_rows(table, &reader, job.options, to, Rows::InvestmentCompanies)
        }
        Export::List => {
            let reader = ListReader::new(&table, geographies)?;
            run_rows(table, &reader, job.options, to, Rows::InvestmentRounds)
        }
    }
}

#[cfg(test)]
mod real_tests;
#[cfg(test)]
mod tests;
