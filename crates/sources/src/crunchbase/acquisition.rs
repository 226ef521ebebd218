//! Acquisitions, as rounds of the company that was bought.

use sextant_definitions::Geographies;

use super::INFO;
use super::categories::categories;
use super::cells::{Place, day};
use super::export::Shape;
use super::id::{digits, round_id, slug};
use super::money::MoneyColumns;
use super::place::{by_code, country};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{Day, HeaderError, InvestmentRound};

/// Stands for what an export does not have.
const NONE: Column = Column::optional("no such column", &[]);

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
    company: usize,
    name: usize,
    country: usize,
    categories: [usize; 2],
    permalinks: [usize; 2],
    buyer: usize,
    uuid: usize,
    day: Place,
    money: MoneyColumns,
    geographies: &'g Geographies,
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
        let [company, name, link, country, list, market, buyer_link, buyer, uuid, day, money @ ..] =
            table.places(INFO.id, columns)?;
        Ok(Self {
            company,
            name,
            country,
            categories: [list, market],
            permalinks: [if by_permalink { company } else { link }, buyer_link],
            buyer,
            uuid,
            day: Place::new(table, day),
            money: MoneyColumns::new(table, money),
            geographies,
        })
    }

    /// Both permalinks and the year; else the uuid; else both names.
    fn id(&self, record: &Record<'_>, day: Day) -> Result<String, Fault> {
        let links = self.permalinks.map(|at| record.text(at));
        let [bought, buyer] = [&links[0], &links[1]].map(|link| slug(link));
        if !bought.is_empty() && !buyer.is_empty() {
            return Ok(format!("acquisition|{bought}|{buyer}|{}", day.year));
        }
        let names = [self.name, self.buyer].map(|at| record.text(at));
        round_id(digits(&record.text(self.uuid)), [&names[0], &names[1]], day)
    }
}

impl RowReader for AcquisitionReader<'_> {
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
        let round = self.id(record, announced)?;
        money.note(out);
        let lists = self.categories.map(|at| record.text(at));
        let row = InvestmentRound {
            round,
            company: record.text(self.company).into_owned(),
            name: record.text(self.name).into_owned(),
            geo: country(cache, record.field(self.country), out),
            announced,
            kind: String::from("acquisition"),
            amount_milli: money.amount_milli,
            currency: money.currency,
            amount_usd_milli: money.usd_milli,
            categories: categories(lists.iter().map(|list| &**list)),
        };
        out.rows.push(row);
        Ok(())
    }
}
