//! Everything behind one number.

mod flows;
mod parts;

use std::collections::BTreeSet;

use serde::Serialize;
use sextant_definitions::Definitions;
use sextant_lake::Workspace;

use crate::MonitorError;
use crate::contributors::{self, Contributor};
use crate::edition::{Edition, Input};
use crate::observation::{Filter, Observation};
use crate::statements::Statement;
use flows::Rows;

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
    /// The largest applicants, products, headings or companies behind the number; of a
    /// number made of exports and imports those of both.
    pub contributors: Vec<Contributor>,
    /// What has to be said of them; mostly nothing.
    pub contributors_note: String,
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
    let snapshot = &behind.snapshot()?;
    let engine = &behind.engine(snapshot).await?;
    let (mut rows, mut parts) = (Vec::new(), Parts::default());
    let definition = match statement.folder() {
        "trade" => {
            let (definition, flows) = behind.find(engine, &statement).await?;
            rows = flows;
            definition
        }
        "patents" => patent_definition(definitions, &question.subject),
        folder => {
            let asked = (folder, question);
            parts = parts::find(engine, definitions, asked, &observation).await?;
            parts::definition(definitions, folder, question)
        }
    };
    let indicator = &statement;
    let lake = (workspace, snapshot);
    let asked = contributors::Asked {
        engine,
        lake,
        definitions,
        edition,
        indicator,
        observation: &observation,
    };
    let (contributors, contributors_note) = contributors::of_cell(&asked).await?;
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
        contributors,
        contributors_note,
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
