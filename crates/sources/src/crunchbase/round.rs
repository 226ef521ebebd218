//! Rounds, of the exports with tables of their own.

use sextant_definitions::Geographies;

use super::INFO;
use super::company_columns::{CompanyColumns, NONE};
use super::deal::DealColumns;
use super::export::Shape;
use super::id::{digits, round_id, slug};
use super::kind::noted_kind;
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentRound};

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
    company: CompanyColumns<'g>,
    kind: usize,
    letter: usize,
    deal: DealColumns,
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
        let [round, company, name, country, list, market, kind, letter, deal @ ..] =
            table.places(INFO.id, columns)?;
        Ok(Self {
            round,
            company: CompanyColumns::new([company, name, country, list, market], geographies),
            kind,
            letter,
            deal: DealColumns::new(table, deal),
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
        self.company.cache()
    }

    fn row<'r>(
        &'r self,
        record: &Record<'_>,
        cache: &mut GeoCache<'r>,
        out: &mut Out<InvestmentRound>,
    ) -> Result<(), Fault> {
        let deal = self.deal.read(record)?;
        let (link, name) = (record.text(self.round), self.company.name(record));
        let round = round_id(digits(slug(&link)), [&link, &name], deal.announced)?;
        let kind = noted_kind(&record.text(self.kind), &record.text(self.letter), out);
        let company = self.company.read(record, cache, out);
        deal.add(round, kind, company, out);
        Ok(())
    }
}
