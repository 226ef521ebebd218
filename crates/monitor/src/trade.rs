//! The trade indicators: the stages before them, and what is not SQL.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::{Definitions, TradeRules};
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;

use crate::breaks::{self, Panel};
use crate::membership::Membership;
use crate::observation::Columns;
use crate::statements::{Statement, stage};
use crate::tables::{self, integers, text};
use crate::{MonitorError, reconciled};

/// Computes `trade_flagged`, from which every trade indicator is a statement away.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
) -> Result<(), MonitorError> {
    tables::register_definitions(engine, definitions)?;
    reconciled::compute(engine, definitions).await?;
    for name in ["trade_products", "products_seen"] {
        stage(engine, "trade", name).await?;
    }
    register_members(engine, definitions).await?;
    for name in ["trade_subjects", "trade_coverage", "trade_cells"] {
        stage(engine, "trade", name).await?;
    }
    register_breaks(engine, &definitions.trade_rules).await?;
    stage(engine, "trade", "trade_flagged").await
}

/// Finds out which products of the lake belong to which subject.
async fn register_members(engine: &Engine, definitions: &Definitions) -> Result<(), MonitorError> {
    let statement = Statement::embedded("trade/stages/products_present.sql")?;
    let mut products: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let classification = columns.text("classification", row);
            products.entry(classification).or_default().push(columns.text("product", row));
        }
    }
    let mut members = Vec::new();
    for (classification, products) in products {
        let membership = Membership::new(definitions, &classification);
        members.extend(products.iter().flat_map(|product| membership.members(product)));
    }
    tables::register_members(engine, definitions, &members)
}

/// A series to look for breaks in: its source, flow and subject.
type Key = (String, String, String);

async fn register_breaks(engine: &Engine, rules: &TradeRules) -> Result<(), MonitorError> {
    let mut panels: BTreeMap<Key, Panel> = BTreeMap::new();
    let statement = Statement::embedded("trade/stages/break_series.sql")?;
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let [source, flow, subject, geo] =
                ["source", "flow", "subject", "geo"].map(|name| columns.text(name, row));
            if let (Some(year), Some(value)) =
                (columns.int("year", row), columns.float("value_usd", row))
            {
                let panel = panels.entry((source, flow, subject)).or_default();
                panel.entry(geo).or_default().insert(year, value);
            }
        }
    }
    let found: BTreeSet<(Key, String, i32)> = panels
        .iter()
        .flat_map(|(key, panel)| {
            breaks::detect(panel, rules).into_iter().map(|(geo, year)| (key.clone(), geo, year))
        })
        .collect();
    let rows = RecordBatch::try_from_iter([
        ("source", text(found.iter().map(|((source, _, _), _, _)| source.as_str()))),
        ("flow", text(found.iter().map(|((_, flow, _), _, _)| flow.as_str()))),
        ("subject", text(found.iter().map(|((_, _, subject), _, _)| subject.as_str()))),
        ("geo", text(found.iter().map(|(_, geo, _)| geo.as_str()))),
        ("year", integers(found.iter().map(|(_, _, year)| *year))),
    ]);
    tables::register(engine, "trade_breaks", rows)
}
