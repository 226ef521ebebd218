//! An edition's cube in memory, small enough to keep while serving and quick to ask.

use std::collections::{BTreeMap, BTreeSet};

use sextant_definitions::GeoCode;
use sextant_monitor::{Filter, Observation};

use crate::texts::{Arrivals, Id, Texts};

/// Indicator, subject, geography, counterpart, period: the order of the cube.
type Key = [Id; 5];

/// Everybody as the other side of trade.
const WORLD: &str = "WORLD";

/// An edition's observations by indicator, subject, geography and period.
#[derive(Clone, Debug, Default)]
pub struct Cube {
    texts: Texts,
    /// Sorted by key.
    cells: Vec<(Key, Cell)>,
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

impl Cell {
    fn new(o: &Observation, [subject_kind, unit, status, sources]: [Id; 4]) -> Self {
        Self {
            subject_kind,
            value: o.value,
            lower: o.lower,
            upper: o.upper,
            unit,
            numerator: o.numerator,
            denominator: o.denominator,
            n: o.n,
            status,
            rank: o.rank,
            ranked_of: o.ranked_of,
            sources,
        }
    }
}

impl Cube {
    /// Takes in observations. `members` are the geographies that count when it is asked
    /// how complete a year is.
    #[must_use]
    pub fn new(observations: &[Observation], members: &[GeoCode]) -> Self {
        let mut intake = Intake::new();
        observations.iter().for_each(|observation| intake.take(observation));
        intake.cube(members)
    }

    fn at(&self, key: &Key) -> Option<(&Key, &Cell)> {
        let place = self.cells.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        self.cells.get(place).map(|(key, cell)| (key, cell))
    }

    fn id(&self, text: &str) -> Option<Id> {
        self.texts.id(text)
    }

    fn text(&self, id: Id) -> &str {
        self.texts.text(id)
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
        let (key, cell) = self.at(&key)?;
        cell.value.map(|_| View { cube: self, key, cell })
    }

    /// One cell, whether it has a value or only an interval.
    #[must_use]
    pub fn cell(
        &self,
        indicator: &str,
        subject: &str,
        geo: &str,
        period: &str,
    ) -> Option<View<'_>> {
        let key = self.key([indicator, subject, geo, WORLD, period])?;
        let (key, cell) = self.at(&key)?;
        (cell.value.is_some() || cell.lower.is_some()).then_some(View { cube: self, key, cell })
    }

    /// The cells of one geography that have a value, by period.
    pub fn series(
        &self,
        indicator: &str,
        subject: &str,
        geo: &str,
    ) -> impl Iterator<Item = View<'_>> {
        self.all_of(indicator, subject, geo).filter(|view| view.cell.value.is_some())
    }

    fn all_of(&self, indicator: &str, subject: &str, geo: &str) -> impl Iterator<Item = View<'_>> {
        let first = self.key([indicator, subject, geo, WORLD, WORLD]);
        let range = first.map(|[indicator, subject, geo, world, _]| {
            let series = [indicator, subject, geo, world];
            let start = self.cells.partition_point(|(key, _)| key[..4] < series[..]);
            self.cells[start..].iter().take_while(move |(key, _)| key[..4] == series)
        });
        range.into_iter().flatten().map(|(key, cell)| View { cube: self, key, cell })
    }

    /// The same with the cells that have only an interval.
    pub fn history(
        &self,
        indicator: &str,
        subject: &str,
        geo: &str,
    ) -> impl Iterator<Item = View<'_>> {
        self.all_of(indicator, subject, geo)
            .filter(|view| view.cell.value.is_some() || view.cell.lower.is_some())
    }

    /// Every indicator, sorted.
    pub(crate) fn indicators(&self) -> BTreeSet<&str> {
        self.cells.chunk_by(|(a, _), (b, _)| a[0] == b[0]).map(|of| self.text(of[0].0[0])).collect()
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

/// Takes in observations one by one, in any order.
pub(crate) struct Intake {
    texts: Arrivals,
    cells: Vec<(Key, Cell)>,
}

impl Intake {
    pub(crate) fn new() -> Self {
        Self { texts: Arrivals::new(), cells: Vec::new() }
    }

    pub(crate) fn take(&mut self, observation: &Observation) {
        let [indicator, subject, geo, counterpart, period, kind, unit, status, sources] =
            self.texts.numbers(observation);
        let key = [indicator, subject, geo, counterpart, period];
        self.cells.push((key, Cell::new(observation, [kind, unit, status, sources])));
    }

    pub(crate) fn cube(self, members: &[GeoCode]) -> Cube {
        let (texts, ids) = self.texts.sorted();
        let id = |number: &mut Id| *number = ids[*number as usize];
        let mut cells = self.cells;
        for (key, cell) in &mut cells {
            key.iter_mut().for_each(id);
            let Cell { subject_kind, unit, status, sources, .. } = cell;
            [subject_kind, unit, status, sources].into_iter().for_each(id);
        }
        // Those of an edition come nearly so.
        cells.sort_by_key(|(key, _)| *key);
        let mut cube = Cube { texts, cells, covered: BTreeMap::new() };
        cube.count_members(members);
        cube
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn observation(geo: &str, period: &str, value: Option<f64>, status: &str) -> Observation {
        Observation {
            indicator: "trade-rca".into(),
            geo: geo.into(),
            counterpart: WORLD.into(),
            subject_kind: "technology".into(),
            subject: "wind-power".into(),
            period: period.into(),
            value,
            lower: None,
            upper: Some(2.0),
            unit: "ratio".into(),
            numerator: Some(1.0),
            denominator: None,
            n: Some(3),
            status: status.into(),
            rank: Some(1),
            ranked_of: Some(2),
            sources: "baci".into(),
        }
    }

    fn members() -> Vec<GeoCode> {
        ["BE", "NL"].map(|code| GeoCode::from(code).unwrap()).to_vec()
    }

    #[test]
    fn what_goes_in_comes_out_in_order() {
        let given = [
            observation("BE", "2021", Some(0.5), ""),
            observation("BE", "2022", Some(0.1 + 0.2), "break;partial-codes"),
            observation("CN", "2022", None, ""),
            observation("NL", "2022", Some(-0.0), ""),
        ];
        let cube = Cube::new(&given, &members());
        let all: Vec<Observation> =
            cube.views(&Filter::default()).map(|view| view.observation()).collect();
        assert_eq!(all, given);
        let backwards: Vec<Observation> = given.iter().rev().cloned().collect();
        let again = Cube::new(&backwards, &members());
        let again: Vec<Observation> =
            again.views(&Filter::default()).map(|view| view.observation()).collect();
        assert_eq!(again, given, "whatever the order");
    }

    #[test]
    fn a_cell_without_a_value_is_no_cell() {
        let given = [observation("BE", "2021", Some(1.0), ""), observation("NL", "2021", None, "")];
        let cube = Cube::new(&given, &members());
        assert!(cube.get("trade-rca", "wind-power", "BE", "2021").is_some());
        assert!(cube.get("trade-rca", "wind-power", "NL", "2021").is_none());
        assert!(cube.get("trade-rca", "solar-power", "BE", "2021").is_none());
        assert_eq!(cube.members_with_value("trade-rca", "wind-power", "2021"), 1);
        assert_eq!(cube.geographies(), ["BE"]);
        assert_eq!(cube.series("trade-rca", "wind-power", "NL").count(), 0);
        assert!(cube.has("trade-rca", "wind-power") && !cube.has("trade-rca", "nothing"));
    }

    #[test]
    fn flags_and_sources_are_lists() {
        let given = [observation("BE", "2021", Some(1.0), "break;partial-codes")];
        let cube = Cube::new(&given, &members());
        let view = cube.get("trade-rca", "wind-power", "BE", "2021").unwrap();
        assert_eq!(view.flags().collect::<Vec<_>>(), ["break", "partial-codes"]);
        assert_eq!(view.sources().collect::<Vec<_>>(), ["baci"]);
        assert_eq!((view.year(), view.rank()), (Some(2021), Some((1, 2))));
    }
}
