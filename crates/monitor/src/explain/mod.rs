//! Everything behind one number.

mod parts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use sextant_definitions::{Definitions, GeoKind, SubjectKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{ArrayRef, BooleanArray, RecordBatch};
use sextant_lake::{Snapshot, Workspace};

use crate::edition::{Edition, Input};
use crate::membership::{Member, Membership};
use crate::observation::{Columns, Filter, Observation};
use crate::statements::Statement;
use crate::tables::{self, integers, text};
use crate::{MonitorError, lake_tables};

pub use parts::Parts;

/// Which number is asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Indicator id.
    pub indicator: String,
    /// Geography code.
    pub geo: String,
    /// Subject id.
    pub subject: String,
    /// Calendar year.
    pub period: String,
    /// Only flows with this geography are listed among the rows; empty: all.
    pub counterpart: String,
}

/// What another source says of the same cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alternative {
    /// Its observation.
    pub observation: Observation,
    /// Its value minus the chosen one, in the observation's unit.
    pub difference: Option<f64>,
    /// The difference in percent of the chosen value.
    pub difference_pct: Option<f64>,
}

/// One of the largest flows behind a number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlowRow {
    /// `export` or `import`, as seen by `geo`.
    pub flow: String,
    /// Who trades.
    pub geo: String,
    /// With whom; empty where the licence of the source forbids to show rows.
    pub partner: String,
    /// Nomenclature of the product.
    pub classification: String,
    /// Product code.
    pub product: String,
    /// Official title, when the nomenclature has been ingested.
    pub title: String,
    /// Value in `currency` units.
    pub value: f64,
    /// Currency.
    pub currency: String,
    /// The value as the source prints it, with its unit.
    pub published: String,
    /// Rows of the source summed here.
    pub n: i64,
}

/// The rows behind one flow of a number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flows {
    /// `export` or `import`.
    pub flow: String,
    /// Sum over all flows, shown or not, in the source's currency.
    pub total: f64,
    /// The sum as the source prints it, with its unit.
    pub total_published: String,
    /// How many flows there are.
    pub flows: i64,
    /// The largest of them.
    pub largest: Vec<FlowRow>,
}

/// Everything behind one number.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// Name of the edition.
    pub edition: String,
    /// Demo data?
    pub demo: bool,
    /// The number itself.
    pub observation: Observation,
    /// The formula in words.
    pub formula: String,
    /// What has to be known of it.
    pub note: String,
    /// Its SQL.
    pub sql: String,
    /// The subject's definition: version, and the codes that were summed.
    pub definition: DefinitionUsed,
    /// What the other sources say.
    pub alternatives: Vec<Alternative>,
    /// Raw files of the source.
    pub inputs: Vec<Input>,
    /// The flows behind a number of trade.
    pub rows: Vec<Flows>,
    /// What any other number is made of.
    pub parts: Parts,
}

/// The definition behind a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DefinitionUsed {
    /// Subject id.
    pub subject: String,
    /// Version of the definition.
    pub version: String,
    /// Nomenclatures in which the source gives the year; for patents, the rules by which
    /// families were counted.
    pub classifications: Vec<String>,
    /// Codes through which products were counted; for patents, the queries.
    pub codes: Vec<String>,
}

/// Explains one number of an edition.
///
/// # Errors
/// When the edition has no such cell; the message says what it has instead.
pub async fn explain(
    workspace: &Workspace,
    edition: &Edition,
    question: &Question,
) -> Result<Explanation, MonitorError> {
    let mut found = edition.candidates(&question.filter())?.into_iter();
    let observation = found.next().ok_or_else(|| no_cell(edition, question))?;
    let statement = Statement::indicator(&question.indicator)?;
    let inputs = inputs_of(edition, &observation.sources);
    let definitions = &edition.definitions()?;
    let source = &observation.sources;
    let behind = Rows { workspace, definitions, edition, question, source };
    let (mut rows, mut parts) = (Vec::new(), Parts::default());
    let definition = match statement.folder() {
        "trade" => {
            let (definition, flows) = behind.find(&statement).await?;
            rows = flows;
            definition
        }
        "patents" => patent_definition(definitions, &question.subject),
        folder => {
            let engine = behind.engine().await?;
            let asked = (folder, question);
            parts = parts::find(&engine, definitions, asked, &observation).await?;
            parts::definition(definitions, folder, question)
        }
    };
    Ok(Explanation {
        edition: edition.record.name.clone(),
        demo: edition.record.demo,
        formula: statement.header("formula").into(),
        note: statement.header("note").into(),
        sql: statement.sql,
        definition,
        alternatives: found.map(|other| alternative(&observation, other)).collect(),
        observation,
        inputs,
        rows,
        parts,
    })
}

/// How families were counted, and the query that says which belong to the subject.
fn patent_definition(definitions: &Definitions, subject: &str) -> DefinitionUsed {
    let rules = &definitions.patent_rules;
    let queries = definitions.patent_queries();
    let parts = queries.iter().filter(|q| definitions.is_within(&q.subject, subject));
    let subjects = definitions.subjects();
    let version = subjects.iter().find(|known| known.id == subject);
    DefinitionUsed {
        subject: subject.into(),
        version: version.map(|known| known.version.clone()).unwrap_or_default(),
        classifications: rules.choices().map(str::to_owned).to_vec(),
        codes: parts.map(|part| part.query.to_string()).collect(),
    }
}

impl Question {
    fn filter(&self) -> Filter {
        Filter {
            indicator: Some(self.indicator.clone()),
            geo: Some(self.geo.clone()),
            subject: Some(self.subject.clone()),
            period: Some(self.period.clone()),
        }
    }
}

fn alternative(chosen: &Observation, observation: Observation) -> Alternative {
    let difference = observation.value.zip(chosen.value).map(|(other, value)| other - value);
    let difference_pct = difference
        .zip(chosen.value)
        .and_then(|(difference, value)| (value != 0.0).then(|| 100.0 * difference / value.abs()));
    Alternative { observation, difference, difference_pct }
}

fn inputs_of(edition: &Edition, source: &str) -> Vec<Input> {
    let sources: Vec<&str> = source.split(';').collect();
    let of_source = |input: &&Input| sources.contains(&input.source.as_str());
    edition.record.inputs.iter().filter(of_source).cloned().collect()
}

/// Says what there is instead, from the general to the particular.
fn no_cell(edition: &Edition, question: &Question) -> MonitorError {
    let all = edition.observations(&Filter::default()).unwrap_or_default();
    let list = |values: BTreeSet<&str>| values.into_iter().collect::<Vec<_>>().join(", ");
    let of_indicator: Vec<&Observation> =
        all.iter().filter(|o| o.indicator == question.indicator).collect();
    let of_subject: Vec<&&Observation> =
        of_indicator.iter().filter(|o| o.subject == question.subject).collect();
    let of_geo: Vec<&&&Observation> = of_subject.iter().filter(|o| o.geo == question.geo).collect();
    let hint = if of_indicator.is_empty() {
        format!("Its indicators are: {}.", list(all.iter().map(|o| &*o.indicator).collect()))
    } else if of_subject.is_empty() {
        let subjects = of_indicator.iter().map(|o| &*o.subject).collect();
        format!("It has that indicator for: {}.", list(subjects))
    } else if of_geo.is_empty() {
        format!("It has that for: {}.", list(of_subject.iter().map(|o| &*o.geo).collect()))
    } else {
        format!("It has that for the years {}.", list(of_geo.iter().map(|o| &*o.period).collect()))
    };
    MonitorError::NoCell {
        edition: edition.record.name.clone(),
        indicator: question.indicator.clone(),
        geo: question.geo.clone(),
        subject: question.subject.clone(),
        period: question.period.clone(),
        hint,
    }
}

/// Finds the rows behind a number in the lake as it was when the edition was built.
struct Rows<'a> {
    workspace: &'a Workspace,
    definitions: &'a Definitions,
    edition: &'a Edition,
    question: &'a Question,
    source: &'a str,
}

impl Rows<'_> {
    async fn find(
        &self,
        indicator: &Statement,
    ) -> Result<(DefinitionUsed, Vec<Flows>), MonitorError> {
        let engine = self.engine().await?;
        self.register_places(&engine)?;
        let flows: Vec<&str> = indicator.header("rows").split(", ").collect();
        self.ask(&engine, flows.first().copied().unwrap_or_default())?;
        let members = self.members(&engine).await?;
        tables::register_members(&engine, self.definitions, &members)?;
        let mut answers = Vec::new();
        for flow in flows {
            self.ask(&engine, flow)?;
            answers.extend(self.flows(&engine, flow).await?);
        }
        Ok((self.definition(&members), answers))
    }

    /// An engine that knows the lake and the definitions.
    async fn engine(&self) -> Result<Engine, MonitorError> {
        let engine = Engine::new(None);
        lake_tables::register(&engine, self.workspace, &self.snapshot()?).await?;
        tables::register_definitions(&engine, self.definitions)?;
        Ok(engine)
    }

    /// The snapshot, without what was ingested after the edition was built.
    fn snapshot(&self) -> Result<Snapshot, MonitorError> {
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

/// A number with `,` between thousands.
#[must_use]
pub fn grouped(value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(165_109.745, 3), "165,109.745");
        assert_eq!(grouped(-1_199_289_754.0, 0), "-1,199,289,754");
        assert_eq!(grouped(12.0, 0), "12");
        assert_eq!(grouped(0.5, 1), "0.5");
    }
}
