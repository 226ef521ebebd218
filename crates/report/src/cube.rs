//! An edition's cube in memory, small enough to keep while serving and quick to ask.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::GeoCode;
use sextant_monitor::{Filter, Observation};

/// Place of a text in the sorted list of all texts.
type Id = u32;
/// Indicator, subject, geography, counterpart, period: the order of the cube.
type Key = [Id; 5];

/// Everybody as the other side of trade.
const WORLD: &str = "WORLD";

/// An edition's observations by indicator, subject, geography and period.
#[derive(Clone, Debug, Default)]
pub struct Cube {
    /// Every text once, sorted, so that the order of ids is the order of texts.
    texts: Vec<String>,
    cells: BTreeMap<Key, Cell>,
    /// Members with a value, by indicator, subject and period.
    covered: BTreeMap<[Id; 3], usize>,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    subject_kind: Id,
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    unit: Id,
    numerator: Option<f64>,
    denominator: Option<f64>,
    n: Option<i64>,
    status: Id,
    rank: Option<i32>,
    ranked_of: Option<i32>,
    sources: Id,
}

impl Cube {
    /// Takes in observations. `members` are the geographies that count when it is asked
    /// how complete a year is.
    #[must_use]
    pub fn new(observations: &[Observation], members: &[GeoCode]) -> Self {
        let texts: BTreeSet<&str> = observations.iter().flat_map(texts_of).collect();
        let mut cube =
            Self { texts: texts.into_iter().map(str::to_owned).collect(), ..Self::default() };
        for observation in observations {
            if let Some((key, cell)) = cube.place(observation) {
                cube.cells.insert(key, cell);
            }
        }
        cube.count_members(members);
        cube
    }

    fn id(&self, text: &str) -> Option<Id> {
        let place = self.texts.binary_search_by(|known| known.as_str().cmp(text)).ok()?;
        Id::try_from(place).ok()
    }

    fn text(&self, id: Id) -> &str {
        self.texts.get(id as usize).map_or("", String::as_str)
    }

    fn place(&self, o: &Observation) -> Option<(Key, Cell)> {
        let key = self.key([&o.indicator, &o.subject, &o.geo, &o.counterpart, &o.period])?;
        let cell = Cell {
            subject_kind: self.id(&o.subject_kind)?,
            value: o.value,
            lower: o.lower,
            upper: o.upper,
            unit: self.id(&o.unit)?,
            numerator: o.numerator,
            denominator: o.denominator,
            n: o.n,
            status: self.id(&o.status)?,
            rank: o.rank,
            ranked_of: o.ranked_of,
            sources: self.id(&o.sources)?,
        };
        Some((key, cell))
    }

    fn key(&self, texts: [&str; 5]) -> Option<Key> {
        let mut key = [0; 5];
        for (slot, text) in key.iter_mut().zip(texts) {
            *slot = self.id(text)?;
        }
        Some(key)
    }

    fn count_members(&mut self, members: &[GeoCode]) {
        let members: BTreeSet<Id> = members.iter().filter_map(|code| self.id(code)).collect();
        let Some(world) = self.id(WORLD) else { return };
        for ([indicator, subject, geo, counterpart, period], cell) in &self.cells {
            if cell.value.is_some() && *counterpart == world && members.contains(geo) {
                *self.covered.entry([*indicator, *subject, *period]).or_default() += 1;
            }
        }
    }

    /// How many members have a value.
    #[must_use]
    pub fn members_with_value(&self, indicator: &str, subject: &str, period: &str) -> usize {
        let key = [indicator, subject, period].map(|text| self.id(text));
        let [Some(indicator), Some(subject), Some(period)] = key else { return 0 };
        self.covered.get(&[indicator, subject, period]).copied().unwrap_or_default()
    }

    /// Whether any member has a value of the indicator for the subject in any year.
    #[must_use]
    pub fn has(&self, indicator: &str, subject: &str) -> bool {
        let (Some(indicator), Some(subject)) = (self.id(indicator), self.id(subject)) else {
            return false;
        };
        let all = [indicator, subject, Id::MIN]..=[indicator, subject, Id::MAX];
        self.covered.range(all).next().is_some()
    }

    /// One cell that has a value, with the world as counterpart.
    #[must_use]
    pub fn get(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<View<'_>> {
        let key = self.key([indicator, subject, geo, WORLD, period])?;
        let (key, cell) = self.cells.get_key_value(&key)?;
        cell.value.map(|_| View { cube: self, key, cell })
    }

    /// The cells of one geography that have a value, by period.
    pub fn series(
        &self,
        indicator: &str,
        subject: &str,
        geo: &str,
    ) -> impl Iterator<Item = View<'_>> {
        let first = self.key([indicator, subject, geo, WORLD, WORLD]);
        let range = first.map(|[indicator, subject, geo, world, _]| {
            let edge = |period| [indicator, subject, geo, world, period];
            self.cells.range(edge(Id::MIN)..=edge(Id::MAX))
        });
        let views = range.into_iter().flatten().map(|(key, cell)| View { cube: self, key, cell });
        views.filter(|view| view.cell.value.is_some())
    }

    /// Every geography with a value, sorted.
    #[must_use]
    pub fn geographies(&self) -> Vec<&str> {
        let with_value = self.cells.iter().filter(|(_, cell)| cell.value.is_some());
        let ids: BTreeSet<Id> = with_value.map(|([_, _, geo, _, _], _)| *geo).collect();
        ids.into_iter().map(|id| self.text(id)).collect()
    }

    /// The wanted cells, in the order of the cube.
    pub fn views(&self, filter: &Filter) -> impl Iterator<Item = View<'_>> {
        let wanted = [&filter.indicator, &filter.subject, &filter.geo, &None, &filter.period];
        // Not set: any. Set to a text that the cube does not have: none.
        let ids = wanted.map(|text| text.as_ref().map(|text| self.id(text)));
        let fits = move |key: &Key| {
            ids.iter().zip(key).all(|(id, own)| id.is_none_or(|id| id == Some(*own)))
        };
        let found = self.cells.iter().filter(move |(key, _)| fits(key));
        found.map(|(key, cell)| View { cube: self, key, cell })
    }
}

fn texts_of(o: &Observation) -> [&str; 9] {
    [
        &o.indicator,
        &o.geo,
        &o.counterpart,
        &o.subject_kind,
        &o.subject,
        &o.period,
        &o.unit,
        &o.status,
        &o.sources,
    ]
}

/// One cell of the cube, where it stands.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    cube: &'a Cube,
    key: &'a Key,
    cell: &'a Cell,
}

impl<'a> View<'a> {
    /// Indicator id.
    #[must_use]
    pub fn indicator(&self) -> &'a str {
        self.cube.text(self.key[0])
    }

    /// Subject id.
    #[must_use]
    pub fn subject(&self) -> &'a str {
        self.cube.text(self.key[1])
    }

    /// Geography code.
    #[must_use]
    pub fn geo(&self) -> &'a str {
        self.cube.text(self.key[2])
    }

    /// Calendar year, as stored.
    #[must_use]
    pub fn period(&self) -> &'a str {
        self.cube.text(self.key[4])
    }

    /// Calendar year, where the period is one.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.period().parse().ok()
    }

    /// The value, in the observation's unit.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.cell.value
    }

    /// Rank, and how many were ranked.
    #[must_use]
    pub fn rank(&self) -> Option<(i32, i32)> {
        self.cell.rank.zip(self.cell.ranked_of)
    }

    /// Flags, in their order.
    pub fn flags(&self) -> impl Iterator<Item = &'a str> {
        self.cube.text(self.cell.status).split(';').filter(|flag| !flag.is_empty())
    }

    /// Ids of the sources behind the value.
    pub fn sources(&self) -> impl Iterator<Item = &'a str> {
        self.cube.text(self.cell.sources).split(';').filter(|source| !source.is_empty())
    }

    /// The whole observation.
    #[must_use]
    pub fn observation(&self) -> Observation {
        let text = |id: Id| self.cube.text(id).to_owned();
        let [indicator, subject, geo, counterpart, period] = self.key.map(text);
        Observation {
            indicator,
            geo,
            counterpart,
            subject_kind: text(self.cell.subject_kind),
            subject,
            period,
            value: self.cell.value,
            lower: self.cell.lower,
            upper: self.cell.upper,
            unit: text(self.cell.unit),
            numerator: self.cell.numerator,
            denominator: self.cell.denominator,
            n: self.cell.n,
            status: text(self.cell.status),
            rank: self.cell.rank,
            ranked_of: self.cell.ranked_of,
            sources: text(self.cell.sources),
        }
    }
}
