//! Acquisitions, as rounds of the company that was bought.

use sextant_definitions::Geographies;

use super::INFO;
use super::company_columns::{CompanyColumns, NONE};
use super::deal::DealColumns;
use super::export::Shape;
use super::id::{digits, round_id, slug};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{Day, HeaderError, InvestmentRound};

/// Company, name, its permalink, country, categories, market, buyer's permalink and
/// name, uuid, day, and the price in dollars, in its currency, and the currency.
type Columns = [Column; 13];

const PERMALINKS: Columns = [
    Column::required("company_permalink", &[]),
    Column::required("company_name", &[]),
    NONE,
    Column::required("company_country_code", &[]),
    Column::required("company_category_list", &[]),
    Column::optional("company_market", &[]),
    Column::required("acquirer_permalink", &[]),
    Column::required("acquirer_name", &[]),
    NONE,
    Column::required("acquired_at", &[]),
    NONE,
    Column::required("price_amount", &[]),
    Column::required("price_currency_code", &[]),
];

/// Since 2016; only the name of the uuid changed.
const UUIDS: Columns = [
    Column::required("acquiree_uuid", &[]),
    Column::required("acquiree_name", &[]),
    Column::required("acquiree_cb_url", &[]),
    Column::required("acquiree_country_code", &[]),
    NONE,
    NONE,
    Column::required("acquirer_cb_url", &[]),
    Column::required("acquirer_name", &[]),
    Column::required("acquisition_uuid", &["uuid"]),
    Column::required("acquired_on", &[]),
    Column::required("price_usd", &[]),
    Column::required("price", &[]),
    Column::required("price_currency_code", &[]),
];

/// Reads acquisitions.
pub(super) struct AcquisitionReader<'g> {
    company: CompanyColumns<'g>,
    permalinks: [usize; 2],
    buyer: usize,
    uuid: usize,
    deal: DealColumns,
}

impl<'g> AcquisitionReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        shape: Shape,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let by_permalink = shape == Shape::Permalinks;
        let columns = if by_permalink { &PERMALINKS } else { &UUIDS };
        let [company, name, link, country, list, market, buyer_link, buyer, uuid, deal @ ..] =
            table.places(INFO.id, columns)?;
        Ok(Self {
            company: CompanyColumns::new([company, name, country, list, market], geographies),
            permalinks: [if by_permalink { company } else { link }, buyer_link],
            buyer,
            uuid,
            deal: DealColumns::new(table, deal),
        })
    }

    /// Both permalinks and the year; else the uuid; else both names.
    fn id(&self, record: &Record<'_>, day: Day) -> Result<String, Fault> {
        let links = self.permalinks.map(|at| record.text(at));
        let [bought, buyer] = [&links[0], &links[1]].map(|link| slug(link));
        if !bought.is_empty() && !buyer.is_empty() {
            return Ok(format!("acquisition|{bought}|{buyer}|{}", day.year));
        }
        let (name, buyer) = (self.company.name(record), record.text(self.buyer));
        round_id(digits(&record.text(self.uuid)), [&name, &buyer], day)
    }
}

impl RowReader for AcquisitionReader<'_> {
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
        let round = self.id(record, deal.announced)?;
        let company = self.company.read(record, cache, out);
        deal.add(round, String::from("acquisition"), company, out);
        Ok(())
    }
}
