//! Tables made of several parts.

use std::path::PathBuf;

use datafusion::arrow::datatypes::SchemaRef;
use datafusion::dataframe::DataFrame;
use datafusion::error::DataFusionError;
use datafusion::functions_aggregate::min_max::max_udaf;
use datafusion::logical_expr::expr::WindowFunction;
use datafusion::logical_expr::{Expr, ExprFunctionExt};
use datafusion::prelude::{col, lit};

use crate::{Engine, EngineError};

const LAYER: &str = "layer";
const TOP: &str = "top_layer";

impl Engine {
    /// Makes files a table in which, of rows with the same key, those of the file
    /// that comes last in `layers` count. Files in `alone` share no key with others.
    ///
    /// # Errors
    /// When a file cannot be opened or lacks a column of the key.
    pub async fn register_layers(
        &self,
        name: &str,
        schema: SchemaRef,
        alone: &[PathBuf],
        layers: &[PathBuf],
        key: &[&str],
    ) -> Result<(), EngineError> {
        let table = self.layered(schema, alone, layers, key).await;
        self.replace(name, table.map_err(EngineError::table(name))?.into_view())
    }

    async fn layered(
        &self,
        schema: SchemaRef,
        alone: &[PathBuf],
        layers: &[PathBuf],
        key: &[&str],
    ) -> Result<DataFrame, DataFusionError> {
        let mut stacked: Option<DataFrame> = None;
        for (number, file) in (0_i64..).zip(layers) {
            let frame = self.files(SchemaRef::clone(&schema), std::slice::from_ref(file)).await?;
            let frame = frame.with_column(LAYER, lit(number))?;
            stacked = Some(match stacked {
                Some(below) => below.union(frame)?,
                None => frame,
            });
        }
        let Some(stacked) = stacked else { return self.files(schema, alone).await };
        let same_cell = key.iter().map(|column| col(*column)).collect();
        let largest = WindowFunction::new(max_udaf(), vec![col(LAYER)]);
        let top = Expr::from(largest).partition_by(same_cell).build()?.alias(TOP);
        let columns: Vec<Expr> = schema.fields().iter().map(|field| col(field.name())).collect();
        let latest = stacked.window(vec![top])?.filter(col(LAYER).eq(col(TOP)))?.select(columns)?;
        if alone.is_empty() { Ok(latest) } else { self.files(schema, alone).await?.union(latest) }
    }

    /// Puts tables under each other as one table, with two further columns that say of
    /// which table and with which mark each row is. Columns go by their names; one that
    /// a table does not have is missing in its rows.
    ///
    /// # Errors
    /// When a table is not known, or columns of one name differ in type.
    pub async fn stack(
        &self,
        name: &str,
        table_column: &str,
        mark_column: &str,
        tables: &[(&str, &str)],
    ) -> Result<(), EngineError> {
        let stacked = self.stacked(table_column, mark_column, tables).await;
        let Some(frame) = stacked.map_err(EngineError::table(name))? else { return Ok(()) };
        // As a view, the planner of DataFusion 55 takes the constant columns of the
        // parts for sorted with one thread, and then refuses its own plan.
        let rows = frame.cache().await.map_err(EngineError::table(name))?;
        self.replace(name, rows.into_view())
    }

    async fn stacked(
        &self,
        table_column: &str,
        mark_column: &str,
        tables: &[(&str, &str)],
    ) -> Result<Option<DataFrame>, DataFusionError> {
        let mut stacked: Option<DataFrame> = None;
        for (table, mark) in tables {
            let frame = self
                .table(table)
                .await?
                .with_column(table_column, lit(*table))?
                .with_column(mark_column, lit(*mark))?;
            stacked = Some(match stacked {
                Some(above) => above.union_by_name(frame)?,
                None => frame,
            });
        }
        Ok(stacked)
    }
}
