//! Which applications make up which family.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use sextant_definitions::{PatentRules, Scope, Unit, YearOf};
use sextant_engine::Engine;
use sextant_engine::arrow::array::{Array, Int32Array, RecordBatch};
use sextant_engine::arrow::error::ArrowError;

use super::ids::Places;
use super::scan::{flags, ints, longs, scan, texts};
use crate::MonitorError;

/// An application that is a member of a counted family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    /// The source's number of the family.
    family: i64,
    /// PCT applications before European before others, as representatives go.
    filing: Filing,
    /// The source's number of the application.
    pub(super) application: i64,
    earliest_filing_year: i32,
    filing_year: i32,
}

impl Member {
    /// The source's number of the family.
    pub(super) fn number(&self) -> i64 {
        self.family
    }
}

/// How an application was filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Filing {
    Pct,
    European,
    Other,
}

/// Stands for a year that is not known, and is later than any.
const UNKNOWN: i32 = i32::MAX;

/// Families with their members, the candidates for representative first.
pub(super) struct Families {
    /// Sorted by family, then by way of filing and number.
    pub(super) members: Vec<Member>,
    /// Where the members of each family begin, and where the last ends.
    starts: Vec<usize>,
    /// The family of each member.
    family_of: Vec<u32>,
    places: Places,
    /// Year of each family; none of its members may know one.
    pub(super) years: Vec<Option<i32>>,
}

impl Families {
    /// Reads the families that the rules count from `patent_applications`.
    pub(super) async fn read(engine: &Engine, rules: &PatentRules) -> Result<Self, MonitorError> {
        let (unit, scope) = (rules.unit, rules.scope);
        let keys = scan(engine, "applications", Vec::new, move |keys: &mut Vec<i64>, batch| {
            collect_keys(keys, batch, unit, scope)
        })
        .await?;
        let mut keys = keys.concat();
        keys.sort_unstable();
        keys.dedup();
        let counted = Arc::new(Places::of(keys.into_iter()));
        let members = scan(engine, "applications", Vec::new, move |members, batch| {
            collect_members(members, batch, unit, scope, &counted)
        })
        .await?;
        let mut members = members.concat();
        members.sort_unstable();
        // An application that two raw files hold is one member.
        members.dedup_by_key(|member| member.application);
        Ok(Self::of(members, rules.year))
    }

    fn of(members: Vec<Member>, year: YearOf) -> Self {
        let mut starts = Vec::new();
        let mut family_of = Vec::with_capacity(members.len());
        for (at, member) in members.iter().enumerate() {
            if at == 0 || members[at - 1].family != member.family {
                starts.push(at);
            }
            family_of.push(u32::try_from(starts.len() - 1).unwrap_or(u32::MAX));
        }
        starts.push(members.len());
        let places = Places::of(members.iter().map(|member| member.application));
        let years = starts.windows(2).map(|pair| year_of(&members[pair[0]..pair[1]], year));
        Self { years: years.collect(), members, starts, family_of, places }
    }

    /// The families of some years alone.
    pub(super) fn only(self, years: &RangeInclusive<i32>, rules: &PatentRules) -> Self {
        let wanted = |member: usize| {
            self.years[self.family_of(member)].is_some_and(|year| years.contains(&year))
        };
        let members = (0..self.members.len()).filter(|member| wanted(*member));
        Self::of(members.map(|member| self.members[member]).collect(), rules.year)
    }

    /// How many families each year has.
    pub(super) fn by_year(&self) -> BTreeMap<i32, i64> {
        let mut families = BTreeMap::new();
        for year in self.years.iter().flatten() {
            *families.entry(*year).or_default() += 1;
        }
        families
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Places of the members of a family.
    pub(super) fn members_of(&self, family: usize) -> std::ops::Range<usize> {
        self.starts[family]..self.starts[family + 1]
    }

    /// The place of the member that an application is.
    pub(super) fn member(&self, application: i64) -> Option<usize> {
        self.places.get(application)
    }

    /// The family of a member.
    pub(super) fn family_of(&self, member: usize) -> usize {
        self.family_of[member] as usize
    }
}

/// The earliest year of any member; or the filing year of the first in order.
fn year_of(members: &[Member], year: YearOf) -> Option<i32> {
    let found = match year {
        YearOf::EarliestFiling => members.iter().map(|member| member.earliest_filing_year).min(),
        YearOf::Filing => members.iter().map(|member| member.filing_year).find(|y| *y != UNKNOWN),
    };
    found.filter(|year| *year != UNKNOWN)
}

/// The columns of `applications.sql`.
struct Applications<'a> {
    batch: &'a RecordBatch,
    unit: Unit,
    scope: Scope,
}

impl Applications<'_> {
    /// Calls `each` with every row: its family, and its place in the batch.
    fn families(&self, mut each: impl FnMut(i64, usize)) -> Result<(), ArrowError> {
        let applications = longs(self.batch, "application")?;
        let docdb = longs(self.batch, "docdb_family")?;
        let inpadoc = longs(self.batch, "inpadoc_family")?;
        for row in 0..self.batch.num_rows() {
            let family = match self.unit {
                Unit::DocdbFamily => docdb.value(row),
                // A source without them has 0 for every application.
                Unit::InpadocFamily if inpadoc.value(row) == 0 => docdb.value(row),
                Unit::InpadocFamily => inpadoc.value(row),
                Unit::Application => applications.value(row),
            };
            each(family, row);
        }
        Ok(())
    }

    /// Whether each row makes its family count. Where applications are the unit, a
    /// European one that came from a PCT application would count that a second time.
    fn makes_count(&self) -> Result<impl Fn(usize) -> bool, ArrowError> {
        let pct = flags(self.batch, "pct")?;
        let office = texts(self.batch, "office")?;
        let international = longs(self.batch, "international")?;
        let (unit, scope) = (self.unit, self.scope);
        Ok(move |row| {
            let entered = unit == Unit::Application && international.value(row) > 0;
            let european = office.value(row) == "EP" && !entered;
            scope == Scope::All || pct.value(row) || european
        })
    }
}

fn collect_keys(
    keys: &mut Vec<i64>,
    batch: &RecordBatch,
    unit: Unit,
    scope: Scope,
) -> Result<(), ArrowError> {
    let rows = Applications { batch, unit, scope };
    let counts = rows.makes_count()?;
    rows.families(|family, row| {
        if counts(row) {
            keys.push(family);
        }
    })?;
    // Families come in runs, and a full PATSTAT has forty million keys otherwise.
    keys.dedup();
    Ok(())
}

fn collect_members(
    members: &mut Vec<Member>,
    batch: &RecordBatch,
    unit: Unit,
    scope: Scope,
    counted: &Places,
) -> Result<(), ArrowError> {
    let application = longs(batch, "application")?;
    let pct = flags(batch, "pct")?;
    let office = texts(batch, "office")?;
    let filed = ints(batch, "filing_year")?;
    let earliest = ints(batch, "earliest_filing_year")?;
    let year =
        |years: &Int32Array, row| if years.is_null(row) { UNKNOWN } else { years.value(row) };
    Applications { batch, unit, scope }.families(|family, row| {
        if counted.get(family).is_none() {
            return;
        }
        let filing = match (pct.value(row), office.value(row)) {
            (true, _) => Filing::Pct,
            (false, "EP") => Filing::European,
            _ => Filing::Other,
        };
        members.push(Member {
            family,
            filing,
            application: application.value(row),
            earliest_filing_year: year(earliest, row),
            filing_year: year(filed, row),
        });
    })
}
