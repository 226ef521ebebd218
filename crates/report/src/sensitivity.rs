//! An edition's green patents under several definitions, as a page.

use askama::Template;
use sextant_definitions::{Definitions, Lang};
use sextant_monitor::edition::EditionRecord;
use sextant_monitor::sensitivity::{
    Sensitivity, SensitivityRow, SensitivityValue, SetUsed, Unusable,
};

use crate::ReportError;
use crate::context::EU27;
use crate::page::Page;
use crate::place::Place;
use crate::words::Words;

/// What the page shows of the indicators compared; the data have all.
const SHOWN: &str = "patent-world-share";

#[derive(Template)]
#[template(path = "sensitivity.html")]
struct SensitivityPage<'a> {
    page: Page<'a>,
    words: &'a Words,
    lead: String,
    sets: Vec<Set>,
    technologies: Vec<Technology>,
}

struct Set {
    id: String,
    name: String,
    version: String,
    /// In English, as the file has it.
    origin: String,
    unusable: Option<String>,
}

struct Technology {
    id: String,
    name: String,
    told: String,
    /// Families of the whole world, one a set.
    world: Vec<String>,
    /// Those that the own definition finds as well: a few lines a set.
    shared: Vec<Vec<String>>,
    rows: Vec<Row>,
}

struct Row {
    country: String,
    cells: Vec<Cell>,
    values: String,
    ranks: String,
    /// From the best rank to the worst, on a line of 100.
    reach: Option<(String, String)>,
    places: Vec<Dot>,
}

struct Cell {
    value: String,
    rank: Option<String>,
}

/// A rank on a line of 100.
struct Dot {
    at: String,
    own: bool,
}

/// The spread of values and ranks of the 27 Member States under every set, by
/// technology, as one self-contained HTML file. `record` and `definitions` are the
/// edition's.
///
/// # Errors
/// When a message is wrong, which the tests of this crate exclude.
pub fn sensitivity_page(
    sensitivity: &Sensitivity,
    record: &EditionRecord,
    definitions: &Definitions,
    lang: Lang,
) -> Result<String, ReportError> {
    let words = Words::builtin(lang)?;
    let title = words.say("sensitivity-title")?;
    let count = words.numbers.whole(sensitivity.sets.len());
    let lead = words.tell(
        "sensitivity-lead",
        [
            ("edition", sensitivity.edition.as_str().into()),
            ("period", sensitivity.period.as_str().into()),
            ("count", count.into()),
        ],
    )?;
    let sets: Result<Vec<Set>, ReportError> =
        sensitivity.sets.iter().map(|one| set(&words, one)).collect();
    let maker = Maker { words: &words, definitions, sensitivity };
    let page = SensitivityPage {
        page: Page::new(record, &words, &Place::Alone, title, |_| None)?,
        words: &words,
        lead,
        sets: sets?,
        technologies: maker.technologies()?,
    };
    Ok(page.render()?)
}

fn set(words: &Words, set: &SetUsed) -> Result<Set, ReportError> {
    let name = match &set.names {
        Some(names) => names.get(words.lang).to_owned(),
        None => words.say("sensitivity-own")?,
    };
    let unusable = match set.unusable {
        Some(Unusable::NoCpc) => Some(words.say("sensitivity-no-cpc")?),
        None => None,
    };
    let (id, version, origin) = (set.id.clone(), set.version.clone(), set.origin.clone());
    Ok(Set { id, name, version, origin, unusable })
}

struct Maker<'a> {
    words: &'a Words,
    definitions: &'a Definitions,
    sensitivity: &'a Sensitivity,
}

impl Maker<'_> {
    fn technologies(&self) -> Result<Vec<Technology>, ReportError> {
        let shown = self.sensitivity.rows.iter().filter(|row| row.indicator == SHOWN);
        let rows: Vec<&SensitivityRow> = shown.collect();
        rows.chunk_by(|a, b| a.subject == b.subject).map(|rows| self.technology(rows)).collect()
    }

    fn technology(&self, rows: &[&SensitivityRow]) -> Result<Technology, ReportError> {
        let id = rows.first().map_or("", |row| &*row.subject);
        let subject = self.definitions.subjects().into_iter().find(|subject| subject.id == id);
        let is_member = |row: &&&SensitivityRow| self.definitions.geographies.is_eu27(&row.geo);
        let members: Vec<&SensitivityRow> = rows.iter().filter(is_member).copied().collect();
        let union = rows.iter().filter(|row| row.geo == EU27).copied();
        let mut ordered = members.clone();
        // By the own rank; those without one by name, at the end.
        ordered.sort_by_key(|row| own_rank(row).unwrap_or(i32::MAX));
        let told: Result<Vec<Row>, ReportError> =
            ordered.into_iter().chain(union).map(|row| self.row(row)).collect();
        Ok(Technology {
            id: id.to_owned(),
            name: subject.map_or_else(|| id.to_owned(), |s| s.names.get(self.words.lang).into()),
            told: self.told(&members)?,
            world: self.world(rows),
            shared: self.shared(id)?,
            rows: told?,
        })
    }

    /// By how much ranks move between the sets.
    fn told(&self, members: &[&SensitivityRow]) -> Result<String, ReportError> {
        let moves = |row: &&SensitivityRow| {
            let spread = row.spread.as_ref()?;
            Some(spread.worst_rank? - spread.best_rank?)
        };
        let mut moved: Vec<i32> = members.iter().filter_map(moves).collect();
        moved.sort_unstable();
        let median = moved.get(moved.len() / 2).copied().unwrap_or_default();
        let largest = moved.last().copied().unwrap_or_default();
        let whole = |places: i32| places.to_string().into();
        self.words
            .tell("sensitivity-told", [("median", whole(median)), ("largest", whole(largest))])
    }

    /// Families of the whole world under each set: what the shares are of.
    fn world(&self, rows: &[&SensitivityRow]) -> Vec<String> {
        let of = |set: usize| {
            let mut values = rows.iter().filter_map(|row| row.values.get(set)?.as_ref());
            values.find_map(|value| value.denominator)
        };
        let told = |families: f64| self.words.numbers.decimal(families, 0);
        self.sets().map(|set| of(set).map_or_else(dash, told)).collect()
    }

    /// How many of them the own definition finds too, and which parts of either that is.
    fn shared(&self, technology: &str) -> Result<Vec<Vec<String>>, ReportError> {
        let told = |set: usize| {
            let both = |a, b| self.both(technology, a, b);
            let Some(((shared, own), other)) =
                both(OWN, set).zip(both(OWN, OWN)).zip(both(set, set))
            else {
                return Ok(vec![dash()]);
            };
            let part = |key: &str, whole: u64| {
                let part = self.part(shared, whole)?;
                self.words.tell(key, [("part", part.into())])
            };
            Ok(vec![
                self.families(shared),
                part("sensitivity-shared-own", own)?,
                part("sensitivity-shared-other", other)?,
            ])
        };
        self.sets().map(|set| if set == OWN { Ok(vec![dash()]) } else { told(set) }).collect()
    }

    fn sets(&self) -> std::ops::Range<usize> {
        0..self.sensitivity.sets.len()
    }

    fn both(&self, technology: &str, a: usize, b: usize) -> Option<u64> {
        let overlap = self.sensitivity.overlaps.iter().find(|one| one.subject == technology)?;
        *overlap.families.get(a)?.get(b)?
    }

    fn families(&self, count: u64) -> String {
        self.words.numbers.whole(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Of none there is no part.
    fn part(&self, part: u64, whole: u64) -> Result<String, ReportError> {
        if whole == 0 {
            return Ok(dash());
        }
        // Whole percent, rounded half up.
        let percent = (200 * part + whole) / (2 * whole);
        self.words.tell("percent", [("number", percent.to_string().into())])
    }

    fn row(&self, row: &SensitivityRow) -> Result<Row, ReportError> {
        let cells: Result<Vec<Cell>, ReportError> =
            row.values.iter().map(|value| self.cell(value.as_ref())).collect();
        let percent = |value: f64| self.percent(value);
        let (mut values, mut ranks, mut reach) = ("–".to_owned(), "–".to_owned(), None);
        if let Some(spread) = &row.spread {
            values = format!("{}–{}", percent(spread.lowest)?, percent(spread.highest)?);
            if let Some((best, worst)) = spread.best_rank.zip(spread.worst_rank) {
                ranks = if best == worst { best.to_string() } else { format!("{best}–{worst}") };
                reach = Some((position(best), position(worst)));
            }
        }
        let place = self.definitions.geographies.by_code(&row.geo);
        let lang = self.words.lang;
        Ok(Row {
            country: place.map_or_else(|| row.geo.clone(), |geo| geo.names.get(lang).to_owned()),
            cells: cells?,
            values,
            ranks,
            reach,
            places: dots(row),
        })
    }

    fn cell(&self, value: Option<&SensitivityValue>) -> Result<Cell, ReportError> {
        let Some(value) = value else { return Ok(Cell { value: "–".into(), rank: None }) };
        let rank = value.rank.zip(value.ranked_of).map(|rank| self.words.rank(rank));
        Ok(Cell { value: self.percent(value.value)?, rank: rank.transpose()? })
    }

    fn percent(&self, value: f64) -> Result<String, ReportError> {
        let number = self.words.numbers.at_least(value, 2);
        self.words.tell("percent", [("number", number.into())])
    }
}

/// The place of the own definitions among the sets.
const OWN: usize = 0;

fn dash() -> String {
    "–".to_owned()
}

fn own_rank(row: &SensitivityRow) -> Option<i32> {
    row.values.first()?.as_ref()?.rank
}

/// The ranks under the other sets, and above them that under the own.
fn dots(row: &SensitivityRow) -> Vec<Dot> {
    let rank = |value: &Option<SensitivityValue>| value.as_ref()?.rank;
    let others = row.values.iter().skip(1).filter_map(rank);
    let mut dots: Vec<Dot> = others.map(|rank| Dot { at: position(rank), own: false }).collect();
    dots.extend(own_rank(row).map(|rank| Dot { at: position(rank), own: true }));
    dots
}

/// From 4 (the first of 27) to 96 (the last).
fn position(rank: i32) -> String {
    format!("{:.1}", 4.0 + 92.0 * f64::from(rank - 1) / 26.0)
}
