//! The contributors to one cell, whichever it is.

use sextant_definitions::Definitions;
use sextant_engine::Engine;
use sextant_lake::{Snapshot, Workspace};

use super::cells::{Cell, years};
use super::{
    Contributor, EXPORTS, IMPORTS, INVESTMENT, LISTED_ALONE, PATENTS, PRODUCTION, cells,
    companies_may_be_shown, finish, register_places, register_rules, rows,
};
use crate::edition::Edition;
use crate::observation::{Filter, Observation};
use crate::statements::{Statement, stage};
use crate::{MonitorError, patents};

/// The cell asked about, and where to look.
pub(crate) struct Asked<'a> {
    /// Knows the lake and the definitions, the row of `question`, and what the indicators
    /// of the topic are made of: `subject_products`, `production_headings`,
    /// `investment_counted`.
    pub(crate) engine: &'a Engine,
    /// The workspace and what of its lake the edition rests on.
    pub(crate) lake: (&'a Workspace, &'a Snapshot),
    /// The definitions of the edition.
    pub(crate) definitions: &'a Definitions,
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// The indicator of the cell.
    pub(crate) indicator: &'a Statement,
    /// The cell.
    pub(crate) observation: &'a Observation,
}

/// The largest contributors to a cell, and what has to be said of them. An indicator that
/// is made of two flows has two lists; one that nobody contributes to has none.
///
/// # Errors
/// When the lake cannot be read.
pub(crate) async fn of_cell(asked: &Asked<'_>) -> Result<(Vec<Contributor>, String), MonitorError> {
    register_rules(asked.engine, LISTED_ALONE)?;
    let mut all = Vec::new();
    for (topic, indicator) in asked.topics() {
        let Some(cell) = asked.cell_of(topic, indicator)? else { continue };
        all.extend(match topic {
            PATENTS => asked.applicants().await?,
            _ => asked.rows(&cell).await?,
        });
    }
    let inputs = &asked.edition.record.inputs;
    finish(&mut all, inputs);
    let withheld = all.iter().any(|contributor| contributor.withheld);
    let note = match all.first() {
        Some(first) if withheld && !companies_may_be_shown(inputs, &first.source) => COMPANIES,
        Some(_) if withheld => INVENTORS,
        _ => "",
    };
    Ok((all, note.to_owned()))
}

const COMPANIES: &str = "Names and amounts of companies are left out: the licence of the source forbids to show them. What remains says how much of the number hangs on how few.";

const INVENTORS: &str = "Names are left out: the rules count inventors, who are private persons. What remains says how much of the number hangs on how few.";

impl Asked<'_> {
    /// The topics that the indicator is about, each with the indicator that says how much
    /// there is of it.
    fn topics(&self) -> Vec<(&'static str, &'static str)> {
        let id = self.indicator.header("id");
        match self.indicator.folder() {
            "trade" => {
                let flows = self.indicator.header("rows").split(", ");
                let topic = |flow: &str| match flow {
                    "import" => (IMPORTS, "trade-imports"),
                    _ => (EXPORTS, "trade-exports"),
                };
                flows.map(topic).collect()
            }
            "patents" => vec![(PATENTS, "patent-families")],
            "production" => vec![(PRODUCTION, "production-value")],
            "investment" if id.starts_with("investment-raised") && !id.ends_with("-eur") => {
                vec![(INVESTMENT, "investment-raised")]
            }
            "investment" => vec![(INVESTMENT, "investment-raised-eur")],
            _ => Vec::new(),
        }
    }

    /// What the same source says of another indicator of the cell, where there is
    /// something of it.
    fn cell_of(&self, topic: &'static str, indicator: &str) -> Result<Option<Cell>, MonitorError> {
        let cell = self.observation;
        let filter = Filter {
            indicator: Some(indicator.to_owned()),
            geo: Some(cell.geo.clone()),
            subject: Some(cell.subject.clone()),
            period: Some(cell.period.clone()),
        };
        let found = self.edition.candidates(&filter)?.into_iter();
        let same = found.filter(|found| found.sources == cell.sources);
        let mut cells = same.map(|found| Cell::new(topic, found));
        Ok(cells.find(|found| found.total() > 0.0))
    }

    async fn applicants(&self) -> Result<Vec<Contributor>, MonitorError> {
        let cell = self.observation;
        let of = (cell.sources.as_str(), cell.geo.as_str(), cell.subject.as_str());
        let (first, last) = years(&cell.period);
        patents::applicants(self.engine, self.lake, self.definitions, of, first..=last).await
    }

    async fn rows(&self, cell: &Cell) -> Result<Vec<Contributor>, MonitorError> {
        let geo = cell.observation.geo.as_str();
        cells::register(self.engine, std::slice::from_ref(cell))?;
        register_places(self.engine, self.definitions, &[geo].into())?;
        if matches!(cell.topic, EXPORTS | IMPORTS) {
            self.prepare_trade().await?;
            return rows::query(self.engine, "trade").await;
        }
        rows::query(self.engine, cell.topic).await
    }

    /// The flows of the year in question alone, and what comes before the products.
    async fn prepare_trade(&self) -> Result<(), MonitorError> {
        let flows = Statement::embedded("contributors/explain/flows.sql")?;
        self.engine.materialise("trade_flows", &flows.sql).await?;
        stage(self.engine, "trade", "trade_products").await?;
        stage(self.engine, "contributors", "contributor_products").await
    }
}
