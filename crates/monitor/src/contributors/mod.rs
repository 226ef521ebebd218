//! Who and what is behind the numbers: the largest applicants, products, headings and
//! companies of a cell.
//!
//! An edition keeps them for one period a topic
//! (`indicators/contributors/stages/contributor_periods.sql` says which) and for every country and the EU27; [`explain`](crate::explain()) finds
//! them for any cell. What they have adds up to the number in the cube: applicants have
//! families by the weights that families are counted with, products and headings what the
//! sums are made of, companies the rounds that count.

mod ask;
mod cells;
mod file;
mod rows;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sextant_definitions::{Definitions, GeoKind};
use sextant_engine::Engine;
use sextant_engine::arrow::array::RecordBatch;

use crate::MonitorError;
use crate::edition::Input;
use crate::statements::stage;
use crate::tables::{self, longs, text};

use cells::Cell;

pub(crate) use ask::{Asked, of_cell};
pub(crate) use file::{batch, read};

/// How many contributors of a cell an edition keeps.
pub(crate) const LISTED: usize = 5;

/// How many are listed of a cell that is asked about.
pub(crate) const LISTED_ALONE: usize = 10;

/// The topics, in the order in which they are sorted.
const EXPORTS: &str = "exports";
const IMPORTS: &str = "imports";
const INVESTMENT: &str = "investment";
pub(crate) const PATENTS: &str = "patents";
const PRODUCTION: &str = "production";

/// One of the largest contributors to a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contributor {
    /// `patents`, `exports`, `imports`, `production` or `investment`.
    pub topic: String,
    /// Whose number it is: in an edition a country or `EU27`, of a cell that is explained
    /// any place.
    pub geo: String,
    /// Subject id.
    pub subject: String,
    /// Calendar year, or the first and last of several: `2015-2023`.
    pub period: String,
    /// 1 for the largest.
    pub place: i32,
    /// Product code, heading, the source's number of a person or id of a company; empty
    /// where there is none.
    pub code: String,
    /// Applicant, company, or the official title of a product where the nomenclature has
    /// been ingested.
    pub name: String,
    /// What it contributes, in `unit`; none where it is withheld.
    pub value: Option<f64>,
    /// `families`, `USD` or `EUR`.
    pub unit: String,
    /// The value in percent of `total`.
    pub share_pct: f64,
    /// What all contributors have together: of production what is published of it.
    pub total: f64,
    /// How many there are in all, those included that have a part which is not known:
    /// headings that are confidential, companies with undisclosed amounts.
    pub contributors: i64,
    /// Source of the number.
    pub source: String,
    /// Whether code, name and value are left out: the licence of the source forbids to
    /// show single companies, and inventors are persons.
    pub withheld: bool,
}

impl Contributor {
    /// Without what may not be shown.
    fn withhold(&mut self) {
        self.code.clear();
        self.name.clear();
        self.value = None;
        self.withheld = true;
    }

    fn key(&self) -> (&str, &str, &str, &str, i32) {
        (&self.topic, &self.geo, &self.subject, &self.period, self.place)
    }
}

/// A part in percent of a total that is more than nothing.
pub(crate) fn share_pct(value: f64, total: f64) -> f64 {
    100.0 * value / total
}

/// The largest contributors to the cells of the cube that matter, sorted by topic,
/// geography, subject, period and place. `applicants` are those of the last complete year
/// of every source of patents that names them; the cube says of which the cell is.
pub(crate) async fn compute(
    engine: &Engine,
    definitions: &Definitions,
    cube: &RecordBatch,
    applicants: Vec<Contributor>,
    inputs: &[Input],
) -> Result<Vec<Contributor>, MonitorError> {
    let named = applicants.iter().map(|applicant| &*applicant.source).collect();
    let cells = cells::kept(cube, definitions, &named)?;
    register_rules(engine, LISTED)?;
    cells::register(engine, &cells)?;
    let geos = cells.iter().map(|cell| &*cell.observation.geo).collect();
    register_places(engine, definitions, &geos)?;
    let of_patents = cells.iter().filter(|cell| cell.topic == PATENTS);
    let chosen: BTreeSet<[&str; 4]> = of_patents
        .map(|Cell { observation: o, .. }| [&*o.geo, &o.subject, &o.period, &o.sources])
        .collect();
    let mut all = applicants;
    all.retain(|a| chosen.contains(&[&*a.geo, &a.subject, &a.period, &a.source]));
    stage(engine, "contributors", "contributor_products").await?;
    for topic in ["trade", "production", "investment"] {
        all.extend(rows::query(engine, topic).await?);
    }
    finish(&mut all, inputs);
    Ok(all)
}

/// Withholds what may not be shown, and sorts.
fn finish(contributors: &mut [Contributor], inputs: &[Input]) {
    for contributor in contributors.iter_mut() {
        if contributor.topic == INVESTMENT && !companies_may_be_shown(inputs, &contributor.source) {
            contributor.withhold();
        }
    }
    contributors.sort_by(|a, b| a.key().cmp(&b.key()));
}

/// A company's amount is a row of its source; invented ones may be shown always.
fn companies_may_be_shown(inputs: &[Input], source: &str) -> bool {
    let mut of_source = inputs.iter().filter(|input| input.source == source);
    of_source.all(|input| input.demo || input.rows_may_be_shown())
}

/// Makes `contributor_rules` known.
fn register_rules(engine: &Engine, listed: usize) -> Result<(), MonitorError> {
    let listed = i64::try_from(listed).unwrap_or(i64::MAX);
    let rows = RecordBatch::try_from_iter([("listed", longs(std::iter::once(listed)))]);
    tables::register(engine, "contributor_rules", rows)
}

/// Makes `contributor_places` known: the countries that the number of a place is of.
fn register_places(
    engine: &Engine,
    definitions: &Definitions,
    geos: &BTreeSet<&str>,
) -> Result<(), MonitorError> {
    let geographies = &definitions.geographies;
    let mut rows: Vec<(&str, String)> = Vec::new();
    for geo in geos {
        let members: Vec<String> = match geographies.by_code(geo) {
            Some(world) if world.kind == GeoKind::World => {
                let summed = |kind| !matches!(kind, GeoKind::Aggregate | GeoKind::World);
                let places = geographies.all().iter().filter(|place| summed(place.kind));
                places.map(|place| place.code.to_string()).collect()
            }
            Some(place) if !place.members.is_empty() => {
                place.members.iter().map(ToString::to_string).collect()
            }
            _ => vec![(*geo).to_owned()],
        };
        rows.extend(members.into_iter().map(|member| (*geo, member)));
    }
    let batch = RecordBatch::try_from_iter([
        ("geo", text(rows.iter().map(|(geo, _)| *geo))),
        ("member", text(rows.iter().map(|(_, member)| member.as_str()))),
    ]);
    tables::register(engine, "contributor_places", batch)
}
