//! EPO PATSTAT Global: eight tables in several files, quoted text, one table zipped.
//!
//! Half of the families are transnational, half purely national. What is in the data to
//! be left out is there on purpose: artificial applications, utility models, years of
//! 9999, countries that are none, texts in other languages.

pub(crate) mod calendar;
mod demand;
mod draw;
mod family;
mod lands;
mod named;
mod parts;
mod people;
mod pool;
mod rows;
mod sums;
mod symbols;
mod tables;
mod templates;
mod texts;
mod themes;

use std::path::Path;

use serde_json::{Value, json};
use sextant_definitions::SubjectKind;

use crate::Error;
use crate::output::WrittenFile;
use crate::world::World;

use draw::{Numbers, Source};
use family::{Family, NO_YEAR, OFFICES, Right};
use lands::Lands;
use people::People;
use rows::Writer;
use tables::Tables;
use templates::Templates;
use themes::Themes;

pub(crate) use sums::{Sum, Sums};

/// Transnational families at scale 1.
const FAMILIES_AT_ONE: f64 = 100_000.0;

/// Families in one file of each table, about.
const FAMILIES_A_PART: u64 = 500_000;

/// What was written, and the sums kept on the way.
#[derive(Debug)]
pub(crate) struct Patents {
    /// The files.
    pub(crate) files: Vec<WrittenFile>,
    /// The truth.
    pub(crate) sums: Sums,
    /// What was hidden.
    pub(crate) planted: Value,
}

/// What must not be counted.
#[derive(Clone, Copy, Debug, Default)]
struct LeftOut {
    artificial: u64,
    utility_models: u64,
    families_without_year: u64,
    national_families: u64,
}

/// Writes the tables.
pub(crate) fn write(world: &World<'_>, out: &Path) -> Result<Patents, Error> {
    let families = families(world.options.patent_scale());
    let lands = Lands::new(world);
    let people = People::new(&lands, families, world.draws);
    let templates = Templates::new(world, families)?;
    let is_technology =
        |id: &str| world.subjects.iter().any(|s| s.id == id && s.kind == SubjectKind::Technology);
    let themes = Themes::new(&templates.queries, is_technology, &lands, world.draws);
    let (lands, people, templates) = (&lands, &people, &templates);
    let source = Source { world, lands, people, themes: &themes, templates };
    let mut run = Run {
        writer: Writer {
            tables: Tables::create(out)?,
            people,
            draws: world.draws,
            texts: Default::default(),
            line: Vec::with_capacity(4096),
        },
        sums: Sums::new(lands.places.clone(), world.subjects.len()),
        left_out: LeftOut::default(),
        applicants: Vec::new(),
        portions: Vec::new(),
        source: &source,
    };
    let named = run.named()?;
    run.all(families)?;
    run.writer.persons(lands)?;
    let left_out = run.left_out;
    let planted = json!({
        "families": named,
        "persons": people.count(),
        "latest_filing_year": run.sums.latest,
        "left_out": {
            "artificial_applications": left_out.artificial,
            "utility_models": left_out.utility_models,
            "families_without_year": left_out.families_without_year,
            "national_families": left_out.national_families,
        },
    });
    Ok(Patents { files: run.writer.tables.finish()?, sums: run.sums, planted })
}

/// Everything on the way.
struct Run<'a> {
    source: &'a Source<'a>,
    writer: Writer<'a>,
    sums: Sums,
    left_out: LeftOut,
    /// Places of the applicants of the family at hand.
    applicants: Vec<[Option<usize>; 2]>,
    portions: Vec<sums::Portion>,
}

impl Run<'_> {
    /// The families with fixed numbers, and what is to be found of them.
    fn named(&mut self) -> Result<Vec<Value>, Error> {
        let mut told = Vec::new();
        self.family(&named::nowhere(self.source))?;
        for family in named::families(self.source) {
            self.family(&family)?;
            let subject = |at: &usize| self.source.world.subjects[*at].id.clone();
            let [title, text] = family.planted();
            let subjects = self.source.templates.subjects(&family.template, title, text);
            let code = |(place, parts): &sums::Portion| {
                (self.sums.places[*place].code.to_string(), Value::from(*parts))
            };
            let application = |member: &family::Member| {
                json!({
                    "application": member.id,
                    "office": OFFICES[member.office].code,
                    "international": member.international,
                })
            };
            told.push(json!({
                "docdb_family": family.docdb,
                "year": family.year(),
                "transnational": family.is_transnational(),
                "applications": family.members.iter().map(application).collect::<Vec<_>>(),
                "parts": self.portions.iter().map(code).collect::<serde_json::Map<_, _>>(),
                "subjects": subjects.iter().map(subject).collect::<Vec<_>>(),
            }));
        }
        Ok(told)
    }

    /// All others, year after year.
    fn all(&mut self, families: u64) -> Result<(), Error> {
        let part = families.div_ceil(2).clamp(1, FAMILIES_A_PART);
        let mut numbers = Numbers::new();
        let mut written = 0;
        for (year, count) in calendar::years().zip(calendar::counts(families)) {
            for at in 0..count {
                if written > 0 && written % part == 0 {
                    self.writer.tables.next()?;
                }
                written += 1;
                for national in [false, true] {
                    let family = self.source.family((year, at, national), &mut numbers);
                    self.family(&family)?;
                }
            }
        }
        Ok(())
    }

    fn family(&mut self, family: &Family) -> Result<(), Error> {
        let templates = self.source.templates;
        self.count(family);
        self.writer.family(family, &templates.pool, templates.between)
    }

    /// Adds a family to the truth.
    fn count(&mut self, family: &Family) {
        for member in &family.members {
            self.left_out.artificial += u64::from(member.right == Right::Artificial);
            self.left_out.utility_models += u64::from(member.right == Right::UtilityModel);
        }
        let filings = family.counted().map(|member| member.filing).filter(|y| *y != NO_YEAR);
        self.sums.latest = filings.fold(self.sums.latest, u16::max);
        self.applicants.clear();
        if let Some(member) = family.representative() {
            let Source { people, lands, .. } = self.source;
            let place = |(land, firm): &(usize, u64)| {
                people.firm_at(lands, *land, *firm, member.variant()).places
            };
            self.applicants.extend(family.applicants.iter().map(place));
        }
        sums::divide(&self.applicants, &mut self.portions);
        if !family.is_transnational() {
            self.left_out.national_families += u64::from(family.counted().next().is_some());
        } else if let Some(year) = family.year() {
            let [title, text] = family.planted();
            let subjects = self.source.templates.subjects(&family.template, title, text);
            self.sums.add(year, &self.portions, &subjects);
        } else {
            self.left_out.families_without_year += 1;
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of families, far below 2^53 and not negative"
)]
fn families(scale: f64) -> u64 {
    (FAMILIES_AT_ONE * scale).round() as u64
}
