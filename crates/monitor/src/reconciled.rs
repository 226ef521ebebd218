//! Exports and imports by subject from reconciled flows: the kernel of large builds.
//!
//! A reconciled row serves two geographies and a handful of subjects. Summing it
//! in SQL means grouping every row twice by geography and product, and joining the
//! groups with the definitions. Here each row is added straight to the sums of the
//! subjects its product belongs to, in one pass. Sums are integers, so that neither
//! the order of rows nor the number of threads can show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sextant_definitions::{Definitions, HsVintage, Subject};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{
    ArrayRef, AsArray, Decimal128Array, Int32Array, Int64Array, RecordBatch, StringViewArray,
};
use sextant_engine::arrow::datatypes::{DataType, Decimal128Type, Int32Type};
use sextant_engine::arrow::error::ArrowError;

use crate::MonitorError;
use crate::intern::Interner;
use crate::membership::Membership;
use crate::statements::Statement;
use crate::tables::{integers, register, text};

/// The flows of a geography, in the order of its sums.
const FLOWS: [&str; 2] = ["export", "import"];

/// Computes the tables `reconciled_subjects` and `reconciled_products`.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    let statement = Statement::embedded("trade/stages/reconciled_flows.sql")?;
    let catalogue = Arc::new(Catalogue::new(definitions));
    let parts = engine
        .fold(&statement.path, &statement.sql, Totals::default, move |totals, batch| {
            totals.add(&catalogue, batch)
        })
        .await?;
    let mut all = Collected::default();
    parts.into_iter().for_each(|part| all.take(part, definitions.subjects().len()));
    all.keep_newest_vintages();
    register(engine, "reconciled_subjects", all.subjects(&definitions.subjects()))?;
    register(engine, "reconciled_products", all.products())
}

/// What the products of every vintage of the Harmonised System belong to.
struct Catalogue {
    by_vintage: BTreeMap<&'static str, Membership>,
    subjects: usize,
}

impl Catalogue {
    fn new(definitions: &Definitions) -> Self {
        let names = HsVintage::ALL.map(HsVintage::as_str);
        let by_vintage = names.map(|name| (name, Membership::new(definitions, name))).into();
        Self { by_vintage, subjects: definitions.subjects().len() }
    }

    fn subjects_of(&self, classification: &str, product: &str) -> Box<[usize]> {
        let membership = self.by_vintage.get(classification);
        let subjects = membership.into_iter().flat_map(|m| m.subjects_of(product));
        subjects.map(|(position, _)| position).collect()
    }
}

/// What a sum is over, apart from geography, flow and subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Slice {
    source: String,
    year: i32,
    classification: String,
    currency: String,
}

/// A sum of values in thousandths, and how many rows are in it.
#[derive(Clone, Copy, Default)]
struct Sum {
    milli: i128,
    n: i64,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.milli += other.milli;
        self.n += other.n;
    }
}

/// The sums of one slice.
#[derive(Default)]
struct Sums {
    geos: Interner,
    products: Interner,
    /// Positions of the subjects of each product.
    subjects_of: Vec<Box<[usize]>>,
    /// For each geography its exports by subject, then its imports by subject.
    sums: Vec<Sum>,
}

impl Sums {
    /// Where the sums of a geography's flow begin; makes room for them.
    fn room(&mut self, geo: usize, flow: usize, subjects: usize) -> usize {
        let start = (geo * FLOWS.len() + flow) * subjects;
        if self.sums.len() < start + subjects {
            self.sums.resize(start + subjects, Sum::default());
        }
        start
    }
}

/// The columns of `reconciled_flows.sql`.
struct Columns<'a> {
    source: &'a StringViewArray,
    year: &'a Int32Array,
    reporter: &'a StringViewArray,
    partner: &'a StringViewArray,
    classification: &'a StringViewArray,
    currency: &'a StringViewArray,
    product: &'a StringViewArray,
    value: &'a Decimal128Array,
}

impl<'a> Columns<'a> {
    fn of(batch: &'a RecordBatch) -> Option<Self> {
        let text = |name| batch.column_by_name(name)?.as_string_view_opt();
        Some(Self {
            source: text("source")?,
            year: batch.column_by_name("year")?.as_primitive_opt::<Int32Type>()?,
            reporter: text("reporter")?,
            partner: text("partner")?,
            classification: text("classification")?,
            currency: text("currency")?,
            product: text("product")?,
            value: batch.column_by_name("value")?.as_primitive_opt::<Decimal128Type>()?,
        })
    }

    /// Whether two rows are in the same slice.
    fn same_slice(&self, a: usize, b: usize) -> bool {
        let same = |column: &StringViewArray| {
            column.views()[a] == column.views()[b] || column.value(a) == column.value(b)
        };
        self.year.value(a) == self.year.value(b)
            && [self.source, self.classification, self.currency].into_iter().all(same)
    }

    fn slice(&self, row: usize) -> Slice {
        Slice {
            source: self.source.value(row).to_owned(),
            year: self.year.value(row),
            classification: self.classification.value(row).to_owned(),
            currency: self.currency.value(row).to_owned(),
        }
    }
}

/// Every slice's sums.
#[derive(Default)]
struct Totals(BTreeMap<Slice, Sums>);

impl Totals {
    fn add(&mut self, catalogue: &Catalogue, batch: &RecordBatch) -> Result<(), ArrowError> {
        let columns = Columns::of(batch).ok_or_else(|| {
            ArrowError::SchemaError(format!("unexpected columns: {}", batch.schema()))
        })?;
        let mut start = 0;
        while start < batch.num_rows() {
            let same = (start..batch.num_rows()).take_while(|row| columns.same_slice(start, *row));
            let end = start + same.count();
            let slice = columns.slice(start);
            let classification = slice.classification.clone();
            let sums = self.0.entry(slice).or_default();
            for row in start..end {
                add_row(sums, catalogue, &classification, &columns, row);
            }
            start = end;
        }
        Ok(())
    }
}

fn add_row(
    sums: &mut Sums,
    catalogue: &Catalogue,
    classification: &str,
    columns: &Columns<'_>,
    row: usize,
) {
    let product = sums.products.id(columns.product, row);
    if product == sums.subjects_of.len() {
        let code = columns.product.value(row);
        sums.subjects_of.push(catalogue.subjects_of(classification, code));
    }
    let sum = Sum { milli: columns.value.value(row), n: 1 };
    for (flow, geo) in [columns.reporter, columns.partner].into_iter().enumerate() {
        let geo = sums.geos.id(geo, row);
        let start = sums.room(geo, flow, catalogue.subjects);
        for subject in &sums.subjects_of[product] {
            sums.sums[start + subject].add(sum);
        }
    }
}

/// The sums of all parts, by name.
#[derive(Default)]
struct Collected {
    /// For each slice and geography its exports by subject, then its imports.
    sums: BTreeMap<(Slice, String), Vec<Sum>>,
    products: BTreeSet<(Slice, String)>,
}

impl Collected {
    fn take(&mut self, part: Totals, subjects: usize) {
        for (slice, sums) in part.0 {
            for product in sums.products.names() {
                self.products.insert((slice.clone(), product.clone()));
            }
            let of_geo = sums.sums.chunks(FLOWS.len() * subjects);
            for (geo, from) in sums.geos.names().iter().zip(of_geo) {
                let into = self.sums.entry((slice.clone(), geo.clone())).or_default();
                into.resize(FLOWS.len() * subjects, Sum::default());
                into.iter_mut().zip(from).for_each(|(into, from)| into.add(*from));
            }
        }
    }

    /// Of several vintages of the same flows the newest counts.
    fn keep_newest_vintages(&mut self) {
        let mut newest: BTreeMap<(String, i32), String> = BTreeMap::new();
        for (slice, _) in self.sums.keys() {
            let name = newest.entry((slice.source.clone(), slice.year)).or_default();
            if slice.classification > *name {
                name.clone_from(&slice.classification);
            }
        }
        let counts = |slice: &Slice| {
            newest.get(&(slice.source.clone(), slice.year)) == Some(&slice.classification)
        };
        self.sums.retain(|(slice, _), _| counts(slice));
        self.products.retain(|(slice, _)| counts(slice));
    }

    /// The table `reconciled_subjects`, with the columns of `trade_subjects`.
    fn subjects(&self, subjects: &[Subject]) -> Result<RecordBatch, ArrowError> {
        let mut rows: Vec<(&Slice, &str, &str, &Subject, Sum)> = Vec::new();
        for ((slice, geo), sums) in &self.sums {
            for (flow, sums) in FLOWS.iter().zip(sums.chunks(subjects.len())) {
                let present = subjects.iter().zip(sums).filter(|(_, sum)| sum.n > 0);
                rows.extend(present.map(|(subject, sum)| (slice, &**geo, *flow, subject, *sum)));
            }
        }
        let value = Decimal128Array::from_iter_values(rows.iter().map(|row| row.4.milli));
        let n = Int64Array::from_iter_values(rows.iter().map(|row| row.4.n));
        RecordBatch::try_from_iter([
            ("source", text(rows.iter().map(|row| row.0.source.as_str()))),
            ("year", integers(rows.iter().map(|row| row.0.year))),
            ("geo", text(rows.iter().map(|row| row.1))),
            ("flow", text(rows.iter().map(|row| row.2))),
            ("classification", text(rows.iter().map(|row| row.0.classification.as_str()))),
            ("currency", text(rows.iter().map(|row| row.0.currency.as_str()))),
            ("subject_kind", text(rows.iter().map(|row| row.3.kind.as_str()))),
            ("subject", text(rows.iter().map(|row| row.3.id.as_str()))),
            ("value", Arc::new(value.with_data_type(DataType::Decimal128(38, 3))) as ArrayRef),
            ("n", Arc::new(n) as ArrayRef),
            ("last_month", integers(rows.iter().map(|_| 12))),
        ])
    }

    /// The table `reconciled_products`: what occurs in which slice.
    fn products(&self) -> Result<RecordBatch, ArrowError> {
        let rows = || self.products.iter();
        RecordBatch::try_from_iter([
            ("source", text(rows().map(|(slice, _)| slice.source.as_str()))),
            ("year", integers(rows().map(|(slice, _)| slice.year))),
            ("classification", text(rows().map(|(slice, _)| slice.classification.as_str()))),
            ("product", text(rows().map(|(_, product)| product.as_str()))),
        ])
    }
}
