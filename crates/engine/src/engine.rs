//! One session of the engine.

use std::path::PathBuf;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::error::ArrowError;
use datafusion::dataframe::DataFrame;
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::execution::context::SQLOptions;
use datafusion::physical_plan::SendableRecordBatchStream;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use futures::StreamExt;

use crate::EngineError;
use crate::kernels;

/// Runs SQL over named tables.
pub struct Engine {
    context: SessionContext,
}

impl Engine {
    /// A session that uses so many threads, or as many as the machine has.
    #[must_use]
    pub fn new(threads: Option<usize>) -> Self {
        let mut config = SessionConfig::new().with_information_schema(false);
        if let Some(threads) = threads {
            config = config.with_target_partitions(threads.max(1));
        }
        let context = SessionContext::new_with_config(config);
        kernels::register(&context);
        Self { context }
    }

    /// Makes rows in memory a table.
    ///
    /// # Errors
    /// When the batches differ in schema.
    pub fn register_rows(
        &self,
        name: &str,
        schema: SchemaRef,
        rows: Vec<RecordBatch>,
    ) -> Result<(), EngineError> {
        let table = MemTable::try_new(schema, vec![rows]).map_err(EngineError::table(name))?;
        self.replace(name, Arc::new(table))
    }

    /// Makes Parquet files of one schema a table; no files make an empty table.
    ///
    /// # Errors
    /// When a file cannot be opened or has another schema.
    pub async fn register_files(
        &self,
        name: &str,
        schema: SchemaRef,
        files: &[PathBuf],
    ) -> Result<(), EngineError> {
        if files.is_empty() {
            return self.register_rows(name, schema, Vec::new());
        }
        let frame = self.files(schema, files).await.map_err(EngineError::table(name))?;
        self.replace(name, frame.into_view())
    }

    pub(crate) async fn files(
        &self,
        schema: SchemaRef,
        files: &[PathBuf],
    ) -> Result<DataFrame, DataFusionError> {
        let paths: Vec<String> =
            files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        self.context.read_parquet(paths, ParquetReadOptions::default().schema(&schema)).await
    }

    /// Runs a query and keeps its result as a table.
    ///
    /// # Errors
    /// When the query is not valid or fails.
    pub async fn materialise(&self, name: &str, sql: &str) -> Result<(), EngineError> {
        let frame = self.read_only(sql).await.map_err(EngineError::statement(name))?;
        let table = frame.cache().await.map_err(EngineError::statement(name))?;
        self.replace(name, table.into_view())
    }

    /// Runs a query and gives all its rows.
    ///
    /// # Errors
    /// When the query is not valid or fails.
    pub async fn query(&self, name: &str, sql: &str) -> Result<Vec<RecordBatch>, EngineError> {
        let frame = self.read_only(sql).await.map_err(EngineError::statement(name))?;
        frame.collect().await.map_err(EngineError::statement(name))
    }

    /// Runs a query and folds its rows, each thread those that it reads itself. Gives
    /// one result a thread; which rows went into which is not determined.
    ///
    /// # Errors
    /// When the query is not valid or fails, or a step does.
    pub async fn fold<T, F>(
        &self,
        name: &str,
        sql: &str,
        start: fn() -> T,
        step: F,
    ) -> Result<Vec<T>, EngineError>
    where
        T: Send + 'static,
        F: Fn(&mut T, &RecordBatch) -> Result<(), ArrowError> + Clone + Send + 'static,
    {
        let frame = self.read_only(sql).await.map_err(EngineError::statement(name))?;
        let parts =
            frame.execute_stream_partitioned().await.map_err(EngineError::statement(name))?;
        let workers: Vec<_> = parts
            .into_iter()
            .map(|part| tokio::spawn(fold_part(part, start(), step.clone())))
            .collect();
        let mut results = Vec::new();
        for worker in workers {
            let ended = worker.await.map_err(|error| DataFusionError::External(error.into()));
            results.push(ended.flatten().map_err(EngineError::statement(name))?);
        }
        Ok(results)
    }

    pub(crate) async fn table(&self, name: &str) -> Result<DataFrame, DataFusionError> {
        self.context.table(name).await
    }

    async fn read_only(&self, sql: &str) -> Result<DataFrame, DataFusionError> {
        let only_reads = SQLOptions::new()
            .with_allow_ddl(false)
            .with_allow_dml(false)
            .with_allow_statements(false);
        self.context.sql_with_options(sql, only_reads).await
    }

    pub(crate) fn replace(
        &self,
        name: &str,
        table: Arc<dyn datafusion::catalog::TableProvider>,
    ) -> Result<(), EngineError> {
        self.context.deregister_table(name).map_err(EngineError::table(name))?;
        self.context.register_table(name, table).map_err(EngineError::table(name))?;
        Ok(())
    }
}

async fn fold_part<T>(
    mut rows: SendableRecordBatchStream,
    mut folded: T,
    step: impl Fn(&mut T, &RecordBatch) -> Result<(), ArrowError>,
) -> Result<T, DataFusionError> {
    while let Some(batch) = rows.next().await {
        step(&mut folded, &batch?)?;
    }
    Ok(folded)
}
