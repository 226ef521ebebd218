//! Rounds, of the exports with tables of their own.

use sextant_definitions::Geographies;

use super::INFO;
use super::categories::categories;
use super::cells::{Place, day};
use super::export::Shape;
use super::id::{digits, round_id, slug};
use super::kind::kind;
use super::money::MoneyColumns;
use super::place::{by_code, country};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentRound};

/// Stands for what an export does not have.
const NONE: Column = Column::optional("no such column", &[]);

/// Round, company, name, country, categories, market, type, letter, day, and the
/// amount in dollars, in its currency, and the currency.
type Columns = [Column; 12];

const PERMALINKS: Columns = [
    Column::required("funding_round_permalink", &[]),
    Column::required("company_permalink", &[]),
    Column::required("company_name", &[]),
    Column::required("company_country_code", &[]),
    Column::required("company_category_list", &[]),
    Column::optional("company_market", &[]),
    Column::required("funding_round_type", &[]),
    Column::required("funding_round_code", &[]),
    Column::required("funded_at", &[]),
    Column::required("raised_amount_usd", &[]),
    NONE,
    NONE,
];

const DAILY: Columns = [
    Column::required("funding_round_uuid", &[]),
    Column::required("company_uuid", &[]),
    Column::required("company_name", &[]),
    Column::required("country_code", &[]),
    Column::required("company_category_list", &[]),
    NONE,
    Column::required("funding_round_type", &[]),
    Column::required("funding_round_code", &[]),
    Column::required("announced_on", &[]),
    Column::required("raised_amount_usd", &[]),
    Column::required("raised_amount", &[]),
    Column::required("raised_amount_currency_code", &[]),
];

const BULK: Columns = [
    Column::required("uuid", &[]),
    Column::required("org_uuid", &[]),
    Column::required("org_name", &[]),
    Column::required("country_code", &[]),
    NONE,
    NONE,
    Column::required("investment_type", &[]),
    NONE,
    Column::required("announced_on", &[]),
    Column::required("raised_amount_usd", &[]),
    Column::required("raised_amount", &[]),
    Column::required("raised_amount_currency_code", &[]),
];

/// Reads rounds.
pub(super) struct RoundReader<'g> {
    round: usize,
    company: usize,
    name: usize,
    country: usize,
    categories: [usize; 2],
    kind: usize,
    letter: usize,
    day: Place,
    money: MoneyColumns,
    geographies: &'g Geographies,
}

impl<'g> RoundReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        shape: Shape,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let columns = match shape {
            Shape::Permalinks => &PERMALINKS,
            Shape::Daily => &DAILY,
            Shape::Bulk => &BULK,
        };
        let [round, company, name, country, list, market, kind, letter, day, money @ ..] =
            table.places(INFO.id, columns)?;
        Ok(Self {
            round,
            company,
            name,
            country,
            categories: [list, market],
            kind,
            letter,
            day: Place::new(table, day),
            money: MoneyColumns::new(table, money),
            geographies,
        })
    }
}

impl RowReader for RoundReader<'_> {
    type Row = InvestmentRound;
    type Scratch<'r>
        = GeoCache<'r>
    where
        Self: 'r;

    fn scratch(&self) -> GeoCache<'_> {
        GeoCache::new(|text| by_code(self.geographies, text))
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        cache: &mut GeoCache<'r>,
        out: &mut Out<InvestmentRound>,
    ) -> Result<(), Fault> {
        let announced = day(record.field(self.day.at), &self.day.name)?;
        let money = self.money.read(record)?;
        let (link, name) = (record.text(self.round), record.text(self.name));
        let round = round_id(digits(slug(&link)), [&link, &name], announced)?;
        money.note(out);
        let (kind, known) = kind(&record.text(self.kind), &record.text(self.letter));
        if !known {
            out.note("unknown-kind");
        }
        let lists = self.categories.map(|at| record.text(at));
        let row = InvestmentRound {
            round,
            company: record.text(self.company).into_owned(),
            name: name.into_owned(),
            geo: country(cache, record.field(self.country), out),
            announced,
            kind,
            amount_milli: money.amount_milli,
            currency: money.currency,
            amount_usd_milli: money.usd_milli,
            categories: categories(lists.iter().map(|list| &**list)),
        };
        out.rows.push(row);
        Ok(())
    }
}
