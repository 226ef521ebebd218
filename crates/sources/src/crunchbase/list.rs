//! Transactions as the web site exports a list of them.

use sextant_definitions::Geographies;

use super::INFO;
use super::categories::categories;
use super::cells::{Place, day};
use super::id::{digits_of_address, round_id};
use super::kind::kind;
use super::money::MoneyColumns;
use super::place::{CountryNames, country, country_of};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentRound};

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
    day: Place,
    money: MoneyColumns,
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
        let [name, address, kind, location, industries, day, money @ ..] =
            table.places(INFO.id, &COLUMNS)?;
        Ok(Self {
            name,
            address,
            kind,
            location,
            industries,
            day: Place::new(table, day),
            money: MoneyColumns::new(table, money),
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
        let announced = day(record.field(self.day.at), &self.day.name)?;
        let money = self.money.read(record)?;
        let (address, transaction) = (record.text(self.address), record.text(self.name));
        let digits = digits_of_address(&address);
        let name = if digits.is_some() { company_name(&transaction) } else { &transaction };
        let round = round_id(digits, [&address, &transaction], announced)?;
        money.note(out);
        let (kind, known) = kind(&record.text(self.kind), "");
        if !known {
            out.note("unknown-kind");
        }
        let location = record.text(self.location);
        let row = InvestmentRound {
            round,
            // The list names no organisation but in the name of the transaction.
            company: String::new(),
            name: name.to_owned(),
            geo: country(cache, country_of(&location).as_bytes(), out),
            announced,
            kind,
            amount_milli: money.amount_milli,
            currency: money.currency,
            amount_usd_milli: money.usd_milli,
            categories: categories([&*record.text(self.industries)]),
        };
        out.rows.push(row);
        Ok(())
    }
}

/// Crunchbase calls a transaction `Seed Round - Acme`.
fn company_name(transaction: &str) -> &str {
    transaction.split_once(" - ").map_or(transaction, |(_, company)| company)
}
