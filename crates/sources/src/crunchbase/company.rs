//! Companies and, since 2016, organisations of all sorts.

use sextant_definitions::Geographies;

use super::INFO;
use super::company_columns::{CompanyColumns, NONE};
use super::export::Shape;
use crate::read::{Column, Fault, GeoCache, Out, Record, RowReader, Table};
use crate::{HeaderError, InvestmentCompany};

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
    company: CompanyColumns<'g>,
    roles: [usize; 2],
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
        let [id, name, country, list, market, roles @ ..] = table.places(INFO.id, columns)?;
        let company = CompanyColumns::new([id, name, country, list, market], geographies);
        Ok(Self { company, roles })
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
        self.company.cache()
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
        if record.text(self.company.id).is_empty() {
            let detail =
                "The company has no id, so no round can be of it; take the export as it came.";
            return Err(Fault::bad("no-id", detail.to_owned()));
        }
        let row = self.company.read(record, cache, out);
        out.rows.push(row);
        Ok(())
    }
}
