//! Reading columns of the lake on every thread at once.

use sextant_engine::Engine;
use sextant_engine::arrow::array::{
    Array, AsArray, BooleanArray, Int32Array, Int64Array, RecordBatch, StringViewArray,
};
use sextant_engine::arrow::datatypes::{Int32Type, Int64Type};
use sextant_engine::arrow::error::ArrowError;

use crate::MonitorError;
use crate::statements::Statement;

/// Runs a statement of `indicators/patents/scans` and folds its rows, each thread
/// those that it reads itself.
pub(super) async fn scan<T, F>(
    engine: &Engine,
    name: &str,
    start: fn() -> T,
    step: F,
) -> Result<Vec<T>, MonitorError>
where
    T: Send + 'static,
    F: Fn(&mut T, &RecordBatch) -> Result<(), ArrowError> + Clone + Send + 'static,
{
    let statement = Statement::embedded(&format!("patents/scans/{name}.sql"))?;
    Ok(engine.fold(&statement.path, &statement.sql, start, step).await?)
}

/// Runs a statement for what `step` does elsewhere.
pub(super) async fn visit<F>(engine: &Engine, name: &str, step: F) -> Result<(), MonitorError>
where
    F: Fn(&RecordBatch) -> Result<(), ArrowError> + Clone + Send + 'static,
{
    scan(engine, name, || (), move |(), batch| step(batch)).await.map(drop)
}

fn column<'a, A: 'static>(
    batch: &'a RecordBatch,
    name: &str,
    cast: impl Fn(&'a dyn Array) -> Option<&'a A>,
) -> Result<&'a A, ArrowError> {
    let found = batch.column_by_name(name).and_then(|column| cast(column.as_ref()));
    found.ok_or_else(|| {
        ArrowError::SchemaError(format!("no usable column `{name}` in {}", batch.schema()))
    })
}

pub(super) fn longs<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a Int64Array, ArrowError> {
    column(batch, name, |column| column.as_primitive_opt::<Int64Type>())
}

pub(super) fn ints<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a Int32Array, ArrowError> {
    column(batch, name, |column| column.as_primitive_opt::<Int32Type>())
}

pub(super) fn flags<'a>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a BooleanArray, ArrowError> {
    column(batch, name, |column| column.as_boolean_opt())
}

pub(super) fn texts<'a>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a StringViewArray, ArrowError> {
    column(batch, name, |column| column.as_string_view_opt())
}
