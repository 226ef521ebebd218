//! Companies and, since 2016, organisations of all sorts.

use sextant_definitions::Geographies;

use super::INFO;
use super::categories::categories;
use super::export::Shape;
use super::place::{by_code, country};
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentCompany};

/// Stands for what an export does not have.
const NONE: Column = Column::optional("no such column", &[]);

/// Company, name, country, categories, market, all roles, first role.
type Columns = [Column; 7];

const PERMALINKS: Columns = [
    Column::required("permalink", &[]),
    Column::required("name", &[]),
    Column::required("country_code", &[]),
    Column::required("category_list", &[]),
    Column::optional("market", &[]),
    NONE,
    NONE,
];

const UUIDS: Columns = [
    Column::required("uuid", &[]),
    Column::required("name", &["company_name"]),
    Column::required("country_code", &[]),
    Column::required("category_list", &[]),
    NONE,
    Column::optional("roles", &[]),
    Column::optional("primary_role", &[]),
];

/// Reads companies.
pub(super) struct CompanyReader<'g> {
    company: usize,
    name: usize,
    country: usize,
    categories: [usize; 2],
    roles: [usize; 2],
    geographies: &'g Geographies,
}

impl<'g> CompanyReader<'g> {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(
        table: &Table<'_>,
        shape: Shape,
        geographies: &'g Geographies,
    ) -> Result<Self, Box<HeaderError>> {
        let columns = if shape == Shape::Permalinks { &PERMALINKS } else { &UUIDS };
        let [company, name, country, list, market, roles, role] = table.places(INFO.id, columns)?;
        let (categories, roles) = ([list, market], [roles, role]);
        Ok(Self { company, name, country, categories, roles, geographies })
    }

    /// Whether one of its roles is that of a company, or nothing is said of them.
    fn is_company(&self, record: &Record<'_>) -> bool {
        let [all, first] = self.roles.map(|at| record.field(at));
        let roles = if all.is_empty() { first } else { all };
        let mut each = roles.split(|byte| matches!(byte, b',' | b'|'));
        roles.is_empty() || each.any(|role| role.trim_ascii().eq_ignore_ascii_case(b"company"))
    }
}

impl RowReader for CompanyReader<'_> {
    type Row = InvestmentCompany;
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
        out: &mut Out<InvestmentCompany>,
    ) -> Result<(), Fault> {
        if !self.is_company(record) {
            return Err(Fault::LeftOut("not-a-company"));
        }
        let company = record.text(self.company).into_owned();
        if company.is_empty() {
            let detail =
                "The company has no id, so no round can be of it; take the export as it came.";
            return Err(Fault::bad("no-id", detail.to_owned()));
        }
        let lists = self.categories.map(|at| record.text(at));
        let row = InvestmentCompany {
            company,
            name: record.text(self.name).into_owned(),
            geo: country(cache, record.field(self.country), out),
            categories: categories(lists.iter().map(|list| &**list)),
        };
        out.rows.push(row);
        Ok(())
    }
}
