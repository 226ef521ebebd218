//! Ranks among the Member States, and the choice between sources.
//!
//! A rank never mixes sources: it compares what one of them says of all members. It is
//! 1 + the number of members with a strictly greater value; ties share a rank. Of a
//! cell that several sources give, one is chosen: complete definitions come before
//! partial ones, then the order of `sextant.toml` decides. `checks/ranks_agree.sql`
//! tests the ranks of every build.

mod keys;

use std::sync::Arc;

use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_engine::arrow::array::{
    Array, ArrayRef, Float64Array, Int32Array, RecordBatch, UInt32Array,
};
use sextant_engine::arrow::compute::{concat_batches, take_record_batch};
use sextant_engine::arrow::error::ArrowError;

use crate::MonitorError;
use crate::statements::Statement;
use crate::tables::{register, text};
use keys::Keys;

/// Every value of every source, ordered and ranked.
pub(crate) struct Ranked {
    /// What every source says of every cell, the chosen one first.
    pub(crate) candidates: RecordBatch,
    /// The cube: the chosen rows.
    pub(crate) observations: RecordBatch,
}

/// Ranks the table `candidates`; registers the result as `ranked`, for the checks.
/// `order` names sources, the preferred first.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
    order: &[String],
) -> Result<Ranked, MonitorError> {
    let statement = Statement::embedded("ranking/candidates.sql")?;
    let batches = engine.query(&statement.path, &statement.sql).await?;
    let Some(first) = batches.first() else {
        return Err(MonitorError::NothingComputed);
    };
    let rows = concat_batches(&first.schema(), &batches).map_err(sextant_lake::LakeError::from)?;
    let ranked = ranked(&rows, definitions, order).map_err(sextant_lake::LakeError::from)?;
    register(engine, "ranked", Ok(ranked.clone()))?;
    output(&ranked).map_err(|error| sextant_lake::LakeError::from(error).into())
}

/// The rows in the order of the cube, with `period`, `rank`, `ranked_of` and
/// `preference`.
fn ranked(
    rows: &RecordBatch,
    definitions: &Definitions,
    order: &[String],
) -> Result<RecordBatch, ArrowError> {
    let keys = Keys::of(rows, definitions, order)?;
    let ranks = keys.ranks();
    let sorted = keys.sorted();
    let indices = UInt32Array::from_iter_values(sorted.iter().map(|(_, row)| *row));
    let columns = take_record_batch(rows, &indices)?;
    let rank = |row: &(u128, u32)| ranks.get(row.1 as usize).copied().flatten();
    let ranks_of = |part: fn((i32, i32)) -> i32| -> ArrayRef {
        Arc::new(Int32Array::from_iter(sorted.iter().map(|row| rank(row).map(part))))
    };
    let periods = sorted.iter().map(|row| keys.period(row.1));
    let mut fields: Vec<(String, ArrayRef)> = columns
        .schema()
        .fields()
        .iter()
        .map(|field| field.name().clone())
        .zip(columns.columns().iter().cloned())
        .collect();
    fields.push(("period".into(), text(periods)));
    fields.push(("rank".into(), ranks_of(|(rank, _)| rank)));
    fields.push(("ranked_of".into(), ranks_of(|(_, of)| of)));
    fields.push(("preference".into(), Arc::new(preferences(&sorted))));
    RecordBatch::try_from_iter_with_nullable(
        fields.into_iter().map(|(name, column)| (name, column, true)),
    )
}

/// Counts the rows of each cell from 1.
fn preferences(sorted: &[(u128, u32)]) -> Int32Array {
    let mut last = None;
    let mut preference = 0;
    let counted = sorted.iter().map(|(key, _)| {
        let cell = keys::cell(*key);
        preference = if last == Some(cell) { preference + 1 } else { 1 };
        last = Some(cell);
        preference
    });
    Int32Array::from_iter_values(counted)
}

/// The columns of `candidates.parquet` and `observations.parquet`.
fn output(ranked: &RecordBatch) -> Result<Ranked, ArrowError> {
    let column = |batch: &RecordBatch, name: &str| -> Result<ArrayRef, ArrowError> {
        batch
            .column_by_name(name)
            .cloned()
            .ok_or_else(|| ArrowError::SchemaError(format!("no column `{name}`")))
    };
    let named = |batch: &RecordBatch, names: &[&str]| -> Result<RecordBatch, ArrowError> {
        let columns: Result<Vec<_>, ArrowError> =
            names.iter().map(|name| Ok((*name, column(batch, name)?, true))).collect();
        RecordBatch::try_from_iter_with_nullable(columns?)
    };
    let candidates = named(ranked, &CANDIDATES)?;
    let preference = column(ranked, "preference")?;
    let chosen = preference.as_any().downcast_ref::<Int32Array>().map(|preference| {
        let rows = (0_u32..).zip(preference.values()).filter(|(_, preference)| **preference == 1);
        UInt32Array::from_iter_values(rows.map(|(row, _)| row))
    });
    let chosen =
        take_record_batch(ranked, &chosen.unwrap_or_else(|| UInt32Array::from(vec![0; 0])))?;
    let rows = chosen.num_rows();
    let cells = OBSERVATIONS.iter().map(|(name, from)| {
        let column = match *from {
            "WORLD" => text((0..rows).map(|_| "WORLD")),
            from => column(&chosen, from)?,
        };
        Ok((*name, column, true))
    });
    let cells: Result<Vec<_>, ArrowError> = cells.collect();
    let observations = RecordBatch::try_from_iter_with_nullable(cells?)?;
    Ok(Ranked { candidates, observations })
}

const CANDIDATES: [&str; 17] = [
    "indicator",
    "geo",
    "subject_kind",
    "subject",
    "period",
    "source",
    "value",
    "lower",
    "upper",
    "unit",
    "numerator",
    "denominator",
    "n",
    "status",
    "rank",
    "ranked_of",
    "preference",
];

/// Columns of the cube, and where each comes from.
const OBSERVATIONS: [(&str, &str); 17] = [
    ("indicator", "indicator"),
    ("geo", "geo"),
    ("counterpart", "WORLD"),
    ("subject_kind", "subject_kind"),
    ("subject", "subject"),
    ("period", "period"),
    ("value", "value"),
    ("lower", "lower"),
    ("upper", "upper"),
    ("unit", "unit"),
    ("numerator", "numerator"),
    ("denominator", "denominator"),
    ("n", "n"),
    ("status", "status"),
    ("rank", "rank"),
    ("ranked_of", "ranked_of"),
    ("sources", "source"),
];

/// A column of numbers.
fn floats<'a>(rows: &'a RecordBatch, name: &str) -> Result<&'a Float64Array, ArrowError> {
    let column = rows.column_by_name(name).and_then(|column| column.as_any().downcast_ref());
    column.ok_or_else(|| ArrowError::SchemaError(format!("no column of numbers `{name}`")))
}
