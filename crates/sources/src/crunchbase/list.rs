//! Transactions as the web site exports a list of them.

use sextant_definitions::Geographies;

use super::INFO;
use super::categories::categories;
use super::deal::DealColumns;
use super::id::{digits_of_address, round_id};
use super::kind::noted_kind;
use super::place::{CountryNames, country, country_of};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentCompany, InvestmentRound};

const COLUMNS: [Column; 9] = [
    Column::required("Transaction Name", &[]),
    Column::required("Transaction Name URL", &[]),
    Column::required("Funding Type", &[]),
    Column::required("Organization Location", &[]),
    Column::required("Organization Industries", &[]),
    Column::required("Announced Date", &[]),
    Column::required("Money Raised (in USD)", &["Money Raised Currency (in USD)"]),
    Column::required("Money Raised", &[]),
    Column::required("Money Raised Currency", &[]),
];

/// Reads transactions.
pub(super) struct ListReader {
    name: usize,
    address: usize,
    kind: usize,
    location: usize,
    industries: usize,
    deal: DealColumns,
    countries: CountryNames,
}

impl ListReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        geographies: &Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let [name, address, kind, location, industries, deal @ ..] =
            table.places(INFO.id, &COLUMNS)?;
        Ok(Self {
            name,
            address,
            kind,
            location,
            industries,
            deal: DealColumns::new(table, deal),
            countries: CountryNames::new(geographies),
        })
    }
}

impl RowReader for ListReader {
    type Row = InvestmentRound;
    type Scratch<'r> = GeoCache<'r>;

    fn scratch(&self) -> GeoCache<'_> {
        GeoCache::new(|text| self.countries.find(text))
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        cache: &mut GeoCache<'r>,
        out: &mut Out<InvestmentRound>,
    ) -> Result<(), Fault> {
        let deal = self.deal.read(record)?;
        let (address, transaction) = (record.text(self.address), record.text(self.name));
        let digits = digits_of_address(&address);
        let name = if digits.is_some() { company_name(&transaction) } else { &transaction };
        let round = round_id(digits, [&address, &transaction], deal.announced)?;
        let kind = noted_kind(&record.text(self.kind), "", out);
        let company = InvestmentCompany {
            // The list names no organisation but in the name of the transaction.
            company: String::new(),
            name: name.to_owned(),
            geo: country(cache, country_of(&record.text(self.location)).as_bytes(), out),
            categories: categories([&*record.text(self.industries)]),
        };
        deal.add(round, kind, company, out);
        Ok(())
    }
}

/// Crunchbase calls a transaction `Seed Round - Acme`.
fn company_name(transaction: &str) -> &str {
    transaction.split_once(" - ").map_or(transaction, |(_, company)| company)
}
