//! Key facts: where the country ranks, by technology and ecosystem.

use sextant_definitions::{ALL_INVESTMENT, ALL_PRODUCTION, Family, Subject, SubjectKind};
use sextant_monitor::Observation;

use crate::context::SheetContext;
use crate::draw::{latest_span, latest_year, value_text};
use crate::words::Words;
use crate::{ReportError, status};

/// The tables with their indicators and decimals. The first indicator of a table is the
/// one drawn as a strip.
const TABLES: [(&str, [(&str, usize); 3]); 5] = [
    ("patents", [("patent-world-share", 2), ("patent-country-share", 1), ("patent-rta", 2)]),
    ("trade", [("trade-relative-balance", 1), ("trade-world-share", 2), ("trade-rca", 2)]),
    (
        "production",
        [("production-eu-share", 1), ("production-country-share", 2), ("invented-versus-made", 0)],
    ),
    (
        "investment",
        [
            ("investment-raised-eur", 1),
            ("investment-raised-without-largest-eur", 1),
            ("investment-rounds", 0),
        ],
    ),
    ("sectors", [("sector-jobs", 0), ("sector-exports", 0), ("sector-research", 0)]),
];

/// A table of ranks.
pub(crate) struct Facts {
    pub(crate) caption: String,
    /// How to read it.
    pub(crate) about: String,
    pub(crate) heads: Vec<String>,
    pub(crate) groups: Vec<Group>,
    /// What the letters after values mean.
    pub(crate) notes: Vec<String>,
}

pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) rows: Vec<Fact>,
}

pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) part: bool,
    pub(crate) year: String,
    /// The first indicator's rank.
    pub(crate) ranked: Option<(i32, i32)>,
    pub(crate) cells: Vec<Option<FactCell>>,
}

pub(crate) struct FactCell {
    pub(crate) value: String,
    pub(crate) marks: Option<String>,
    pub(crate) rank: Option<String>,
    /// The same as numbers.
    pub(crate) place: Option<(i32, i32)>,
}

/// The tables for which the edition has values.
pub(crate) fn tables(
    context: &SheetContext,
    words: &Words,
    country: &str,
) -> Result<Vec<Facts>, ReportError> {
    let tables =
        TABLES.map(|(name, indicators)| Facts::new(context, words, country, name, &indicators));
    let tables: Result<Vec<Facts>, ReportError> = tables.into_iter().collect();
    Ok(tables?.into_iter().filter(|table| !table.groups.is_empty()).collect())
}

impl Facts {
    fn new(
        context: &SheetContext,
        words: &Words,
        country: &str,
        name: &str,
        indicators: &[(&str, usize)],
    ) -> Result<Self, ReportError> {
        let mut groups: Vec<Group> = Vec::new();
        let mut seen: Vec<Observation> = Vec::new();
        for subject in context.subjects.iter().filter(|s| s.kind != SubjectKind::Field) {
            let Some((year, cells)) = cells(context, subject, country, indicators) else {
                continue;
            };
            let fact = fact(words, subject, &year, &cells, indicators)?;
            seen.extend(cells.into_iter().flatten());
            let name = words.say(group(subject))?;
            match groups.last_mut().filter(|group| group.name == name) {
                Some(group) => group.rows.push(fact),
                None => groups.push(Group { name, rows: vec![fact] }),
            }
        }
        let heads: Result<Vec<String>, ReportError> =
            indicators.iter().map(|(id, _)| words.say(&format!("column-{id}"))).collect();
        Ok(Self {
            caption: words.say(&format!("facts-caption-{name}"))?,
            about: words.say(&format!("facts-note-{name}"))?,
            heads: heads?,
            groups,
            notes: notes(context, words, (name, country), &seen)?,
        })
    }
}

/// What the letters mean and, for sectors, what others have published of the country.
fn notes(
    context: &SheetContext,
    words: &Words,
    (table, country): (&str, &str),
    seen: &[Observation],
) -> Result<Vec<String>, ReportError> {
    let mut notes = status::notes(words, seen.iter())?;
    // Beside invented numbers, published ones would only confuse.
    if table == "sectors" && !context.record.demo {
        let statements = context.definitions.sectors.iter().flat_map(|sector| &sector.statements);
        for statement in statements.filter(|statement| statement.geo == country) {
            let text = statement.text.get(words.lang);
            let arguments = [("text", text.into()), ("source", statement.source.as_str().into())];
            notes.push(words.tell("published-statement", arguments)?);
        }
    }
    Ok(notes)
}

fn group(subject: &Subject) -> &'static str {
    match (subject.kind, subject.family) {
        (SubjectKind::Technology, Some(Family::Digital)) => "group-digital",
        (SubjectKind::Technology, _) => "group-green",
        (SubjectKind::Ecosystem, _) => "group-ecosystems",
        (SubjectKind::ProductGroup, _) => "group-product-groups",
        (SubjectKind::Field, _) => "group-fields",
        (SubjectKind::Sector, _) => "group-sectors",
        (SubjectKind::Total, _) if subject.is_patented() => "group-all-patents",
        (SubjectKind::Total, _) if subject.id == ALL_PRODUCTION => "group-all-production",
        (SubjectKind::Total, _) if subject.id == ALL_INVESTMENT => "group-all-investment",
        (SubjectKind::Total, _) => "group-total",
    }
}

/// The indicators in the latest year that is complete enough for any of them; money over
/// the latest span of years, since single years hang on single rounds.
fn cells(
    context: &SheetContext,
    subject: &Subject,
    country: &str,
    indicators: &[(&str, usize)],
) -> Option<(String, Vec<Option<Observation>>)> {
    let latest = |id: &str| match id.starts_with("investment-") {
        true => latest_span(&context.cube, id, &[&subject.id], country),
        false => latest_year(&context.cube, id, &[&subject.id], &[country]),
    };
    let year = indicators.iter().find_map(|(id, _)| latest(id))?;
    let cell = |(id, _): &(&str, usize)| {
        context.cube.cell(id, &subject.id, country, year).map(|view| view.observation())
    };
    Some((year.to_owned(), indicators.iter().map(cell).collect()))
}

fn fact(
    words: &Words,
    subject: &Subject,
    year: &str,
    cells: &[Option<Observation>],
    indicators: &[(&str, usize)],
) -> Result<Fact, ReportError> {
    let first = cells.first().and_then(Option::as_ref);
    let ranked = first.and_then(|o| o.rank.zip(o.ranked_of));
    let cells: Result<Vec<Option<FactCell>>, ReportError> = cells
        .iter()
        .zip(indicators)
        .map(|(cell, (_, decimals))| {
            cell.as_ref().map(|o| fact_cell(words, o, *decimals)).transpose()
        })
        .collect();
    Ok(Fact {
        name: subject.names.get(words.lang).to_owned(),
        part: subject.parent.is_some(),
        year: year.replace('-', "–"),
        ranked,
        cells: cells?,
    })
}

fn fact_cell(
    words: &Words,
    observation: &Observation,
    decimals: usize,
) -> Result<FactCell, ReportError> {
    let rank = observation.rank.zip(observation.ranked_of);
    Ok(FactCell {
        value: value_text(words, observation, decimals)?,
        marks: status::marks(observation),
        rank: rank.map(|rank| words.rank(rank)).transpose()?,
        place: rank,
    })
}

impl Fact {
    /// Where on a line of 100 the rank lies: from 4 (the first) to 96 (the last).
    pub(crate) fn strip(&self) -> Option<String> {
        let (rank, of) = self.ranked?;
        let share = if of > 1 { f64::from(rank - 1) / f64::from(of - 1) } else { 0.0 };
        Some(format!("{:.1}", 4.0 + 92.0 * share))
    }
}
