//! What rows are ordered by, packed into integers.

use std::collections::BTreeMap;

use sextant_definitions::{Definitions, GeoCode};
use sextant_engine::arrow::array::{Array, AsArray, Float64Array, Int32Array, RecordBatch};
use sextant_engine::arrow::compute::cast;
use sextant_engine::arrow::datatypes::{DataType, Int32Type};
use sextant_engine::arrow::error::ArrowError;

use super::floats;

/// Bits of each part of a key.
const PART: u32 = 16;

/// The rows' texts as numbers in the order of the texts.
pub(super) struct Keys {
    indicator: Vec<u16>,
    kind: Vec<u16>,
    subject: Vec<u16>,
    geo: Vec<u16>,
    period: Vec<u16>,
    /// Sources by preference, a partial definition behind every complete one.
    source: Vec<u16>,
    source_name: Vec<u16>,
    periods: Vec<String>,
    members: Vec<bool>,
    values: Float64Array,
}

/// The cell of a row, of the key it is sorted by.
pub(super) fn cell(key: u128) -> u128 {
    key >> PART
}

impl Keys {
    pub(super) fn of(
        rows: &RecordBatch,
        definitions: &Definitions,
        order: &[String],
    ) -> Result<Self, ArrowError> {
        let (geos, geo) = numbered(rows, "geo")?;
        let (sources, source_name) = numbered(rows, "source")?;
        let (statuses, status) = numbered(rows, "status")?;
        let partial: Vec<bool> = statuses.iter().map(|flags| flags.contains("partial-")).collect();
        let preference = preference(&sources, order);
        let all = u16::try_from(sources.len()).unwrap_or(u16::MAX);
        let source = source_name.iter().zip(&status).map(|(source, status)| {
            let behind = if partial[usize::from(*status)] { all } else { 0 };
            preference[usize::from(*source)] + behind
        });
        let (periods, period) = periods(rows)?;
        let member = |code: &String| {
            GeoCode::from(code).is_ok_and(|code| definitions.geographies.is_eu27(&code))
        };
        Ok(Self {
            indicator: numbered(rows, "indicator")?.1,
            kind: numbered(rows, "subject_kind")?.1,
            subject: numbered(rows, "subject")?.1,
            source: source.collect(),
            members: geos.iter().map(member).collect(),
            values: floats(rows, "value")?.clone(),
            geo,
            source_name,
            period,
            periods,
        })
    }

    /// The period of a row.
    pub(super) fn period(&self, row: u32) -> &str {
        &self.periods[usize::from(self.period[row as usize])]
    }

    /// Every row with its key, sorted: by cell, the chosen source first.
    pub(super) fn sorted(&self) -> Vec<(u128, u32)> {
        let key = |row: usize| {
            pack([
                self.indicator[row],
                self.kind[row],
                self.subject[row],
                self.geo[row],
                self.period[row],
                self.source[row],
            ])
        };
        let mut sorted: Vec<(u128, u32)> =
            (0..self.geo.len()).zip(0..).map(|(row, number)| (key(row), number)).collect();
        sorted.sort_unstable();
        sorted
    }

    /// The rank of every row among the members with a value, and how many they are.
    pub(super) fn ranks(&self) -> Vec<Option<(i32, i32)>> {
        let mut ranks = vec![None; self.geo.len()];
        let mut ranked: Vec<(u128, f64, usize)> = (0..self.geo.len())
            .filter(|row| self.members[usize::from(self.geo[*row])] && self.values.is_valid(*row))
            .map(|row| (self.group(row), self.values.value(row) + 0.0, row))
            .collect();
        ranked.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1)));
        for group in ranked.chunk_by(|a, b| a.0 == b.0) {
            let of = i32::try_from(group.len()).unwrap_or(i32::MAX);
            let mut above = 0;
            for equal in group.chunk_by(|a, b| a.1.total_cmp(&b.1).is_eq()) {
                equal.iter().for_each(|(_, _, row)| ranks[*row] = Some((above + 1, of)));
                above += i32::try_from(equal.len()).unwrap_or(i32::MAX);
            }
        }
        ranks
    }

    /// What a value is ranked within.
    fn group(&self, row: usize) -> u128 {
        pack([
            0,
            0,
            self.source_name[row],
            self.indicator[row],
            self.subject[row],
            self.period[row],
        ])
    }
}

fn pack(parts: [u16; 6]) -> u128 {
    parts.into_iter().fold(0, |key, part| key << PART | u128::from(part))
}

/// The texts of a column in order, and which one every row has.
fn numbered(rows: &RecordBatch, name: &str) -> Result<(Vec<String>, Vec<u16>), ArrowError> {
    let column = rows
        .column_by_name(name)
        .ok_or_else(|| ArrowError::SchemaError(format!("no column `{name}`")))?;
    let column = cast(column, &DataType::Utf8View)?;
    let column = column.as_string_view();
    let mut numbers: BTreeMap<&str, u16> = column.iter().flatten().map(|text| (text, 0)).collect();
    (0..).zip(numbers.values_mut()).for_each(|(number, place)| *place = number);
    let mut last: (&str, u16) = ("", numbers.get("").copied().unwrap_or(0));
    let of_rows = column.iter().map(|text| {
        let text = text.unwrap_or_default();
        if text != last.0 {
            last = (text, numbers.get(text).copied().unwrap_or(0));
        }
        last.1
    });
    let of_rows = of_rows.collect();
    Ok((numbers.into_keys().map(str::to_owned).collect(), of_rows))
}

/// Periods as texts in order: `2020`, or `2016-2020` for several years.
fn periods(rows: &RecordBatch) -> Result<(Vec<String>, Vec<u16>), ArrowError> {
    let column = |name: &str| -> Result<&Int32Array, ArrowError> {
        let column = rows.column_by_name(name).and_then(|c| c.as_primitive_opt::<Int32Type>());
        column.ok_or_else(|| ArrowError::SchemaError(format!("no column of years `{name}`")))
    };
    let (last, count) = (column("year")?, column("years")?);
    let pair = |row: usize| (last.value(row), count.value(row));
    let mut known: BTreeMap<(i32, i32), u16> =
        (0..rows.num_rows()).map(|row| (pair(row), 0)).collect();
    let name = |(last, count): (i32, i32)| match count {
        1 => last.to_string(),
        _ => format!("{}-{last}", last - count + 1),
    };
    let mut names: Vec<(String, (i32, i32))> =
        known.keys().map(|period| (name(*period), *period)).collect();
    names.sort();
    for (number, (_, period)) in (0..).zip(&names) {
        known.insert(*period, number);
    }
    let of_rows = (0..rows.num_rows()).map(|row| known[&pair(row)]).collect();
    Ok((names.into_iter().map(|(name, _)| name).collect(), of_rows))
}

/// The place of every source: those of the order first, then the others by name.
fn preference(sources: &[String], order: &[String]) -> Vec<u16> {
    let place = |source: &String| order.iter().position(|known| known == source);
    let mut by_preference: Vec<&String> = sources.iter().collect();
    by_preference.sort_by_key(|source| (place(source).unwrap_or(order.len()), (*source).clone()));
    let number = |source: &String| by_preference.iter().position(|known| *known == source);
    sources.iter().map(|s| u16::try_from(number(s).unwrap_or(0)).unwrap_or(u16::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_the_order_come_first_and_the_others_by_name() {
        let sources = ["baci", "comext", "comtrade"].map(str::to_owned);
        let order = ["comtrade", "imf-lct", "baci"].map(str::to_owned);
        assert_eq!(preference(&sources, &order), [1, 2, 0]);
        assert_eq!(preference(&sources, &[]), [0, 1, 2]);
    }
}
