//! The flows behind a number of trade.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sextant_definitions::{Definitions, GeoKind, SubjectKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{ArrayRef, BooleanArray, RecordBatch};
use sextant_lake::{Snapshot, Workspace};

use super::{DefinitionUsed, FlowRow, Flows, Question, grouped, inputs_of};
use crate::edition::{Edition, Input};
use crate::membership::{Member, Membership};
use crate::observation::Columns;
use crate::statements::Statement;
use crate::tables::{self, integers, text};
use crate::{MonitorError, lake_tables};

/// Finds the rows behind a number in the lake as it was when the edition was built.
pub(super) struct Rows<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) definitions: &'a Definitions,
    pub(super) edition: &'a Edition,
    pub(super) question: &'a Question,
    pub(super) source: &'a str,
}

impl Rows<'_> {
    pub(super) async fn find(
        &self,
        engine: &Engine,
        indicator: &Statement,
    ) -> Result<(DefinitionUsed, Vec<Flows>), MonitorError> {
        self.register_places(engine)?;
        let flows: Vec<&str> = indicator.header("rows").split(", ").collect();
        self.ask(engine, flows.first().copied().unwrap_or_default())?;
        let members = self.members(engine).await?;
        tables::register_members(engine, self.definitions, &members)?;
        let mut answers = Vec::new();
        for flow in flows {
            self.ask(engine, flow)?;
            answers.extend(self.flows(engine, flow).await?);
        }
        Ok((self.definition(&members), answers))
    }

    /// An engine that knows the lake and the definitions.
    pub(super) async fn engine(&self, snapshot: &Snapshot) -> Result<Engine, MonitorError> {
        let engine = Engine::new(None);
        lake_tables::register(&engine, self.workspace, snapshot).await?;
        tables::register_definitions(&engine, self.definitions)?;
        Ok(engine)
    }

    /// The snapshot, without what was ingested after the edition was built.
    pub(super) fn snapshot(&self) -> Result<Snapshot, MonitorError> {
        let mut snapshot = self.workspace.snapshot()?;
        let inputs = &self.edition.record.inputs;
        snapshot.files.retain(|file| {
            inputs.iter().any(|input| {
                input.source == file.manifest.source && input.sha256 == file.manifest.sha256
            })
        });
        Ok(snapshot)
    }

    fn register_places(&self, engine: &Engine) -> Result<(), MonitorError> {
        let asked = self.places(&self.question.geo);
        let facing = self.places(&self.question.counterpart);
        let table = |places: &[String]| {
            RecordBatch::try_from_iter([("geo", text(places.iter().map(String::as_str)))])
        };
        tables::register(engine, "asked", table(&asked))?;
        tables::register(engine, "facing", table(&facing))
    }

    /// A group is all its members; the world is everybody.
    fn places(&self, code: &str) -> Vec<String> {
        let geographies = &self.definitions.geographies;
        let summed = |kind| !matches!(kind, GeoKind::Aggregate | GeoKind::World);
        match geographies.by_code(code) {
            Some(world) if world.kind == GeoKind::World => {
                let places = geographies.all().iter().filter(|place| summed(place.kind));
                places.map(|place| place.code.to_string()).collect()
            }
            Some(place) if !place.members.is_empty() => {
                place.members.iter().map(ToString::to_string).collect()
            }
            _ => vec![code.to_owned()],
        }
    }

    fn ask(&self, engine: &Engine, flow: &str) -> Result<(), MonitorError> {
        let may_be_shown =
            inputs_of(self.edition, self.source).iter().all(Input::rows_may_be_shown);
        let one = |value: &str| text(std::iter::once(value));
        let question = RecordBatch::try_from_iter([
            ("source", one(self.source)),
            ("year", integers(self.question.period.parse().into_iter())),
            ("flow", one(flow)),
            ("counterpart", one(&self.question.counterpart)),
            ("rows_may_be_shown", Arc::new(BooleanArray::from(vec![may_be_shown])) as ArrayRef),
        ]);
        tables::register(engine, "question", question)
    }

    async fn members(&self, engine: &Engine) -> Result<Vec<Member>, MonitorError> {
        let statement = Statement::embedded("trade/explain/products.sql")?;
        let mut known: BTreeMap<String, Membership> = BTreeMap::new();
        let mut members = Vec::new();
        for batch in engine.query(&statement.path, &statement.sql).await? {
            let columns = Columns::of(statement.path.as_ref(), &batch)?;
            for row in 0..batch.num_rows() {
                let classification = columns.text("classification", row);
                let membership = known
                    .entry(classification)
                    .or_insert_with_key(|name| Membership::new(self.definitions, name));
                members.extend(membership.members(&columns.text("product", row)));
            }
        }
        members.retain(|member| member.subject == self.question.subject);
        Ok(members)
    }

    fn definition(&self, members: &[Member]) -> DefinitionUsed {
        let distinct = |values: BTreeSet<&String>| values.into_iter().cloned().collect();
        let subjects = self.definitions.subjects();
        let subject = subjects.iter().find(|subject| subject.id == self.question.subject);
        let total = subject.is_some_and(|subject| subject.kind == SubjectKind::Total);
        DefinitionUsed {
            subject: self.question.subject.clone(),
            version: subject.map(|subject| subject.version.clone()).unwrap_or_default(),
            classifications: distinct(members.iter().map(|m| &m.classification).collect()),
            codes: if total {
                Vec::new()
            } else {
                distinct(members.iter().map(|m| &m.code).collect())
            },
        }
    }

    async fn flows(&self, engine: &Engine, flow: &str) -> Result<Option<Flows>, MonitorError> {
        let statement = Statement::embedded("trade/explain/rows.sql")?;
        let mut answer: Option<Flows> = None;
        for batch in engine.query(&statement.path, &statement.sql).await? {
            let columns = Columns::of(statement.path.as_ref(), &batch)?;
            for row in 0..batch.num_rows() {
                let total = columns.float("total", row).unwrap_or_default();
                let flows = answer.get_or_insert_with(|| Flows {
                    flow: flow.into(),
                    total,
                    total_published: self.published(total, &columns.text("currency", row)),
                    flows: columns.long("flows", row).unwrap_or_default(),
                    largest: Vec::new(),
                });
                flows.largest.push(self.flow_row(flow, &columns, row));
            }
        }
        Ok(answer)
    }

    fn flow_row(&self, flow: &str, columns: &Columns, row: usize) -> FlowRow {
        let value = columns.float("amount", row).unwrap_or_default();
        let currency = columns.text("currency", row);
        FlowRow {
            flow: flow.into(),
            geo: columns.text("geo", row),
            partner: columns.text("partner", row),
            classification: columns.text("classification", row),
            product: columns.text("product", row),
            title: columns.text("title", row),
            published: self.published(value, &currency),
            value,
            currency,
            n: columns.long("n", row).unwrap_or_default(),
        }
    }

    /// A value in the unit in which the source prints it: `165,109.745 thousand USD`.
    fn published(&self, value: f64, currency: &str) -> String {
        let info = sextant_sources::source(self.source).map(sextant_sources::Source::info);
        match info.and_then(|info| info.published_unit) {
            Some((unit, size)) => {
                let digits = if size > 1 { 3 } else { 0 };
                format!("{} {unit}", grouped(value / f64::from(size), digits))
            }
            None => format!("{} {currency}", grouped(value, 0)),
        }
    }
}
