//! SDMX-CSV 1.0 and 2.0.
//!
//! Without the structure at hand, dimensions are known by their place: they are the
//! columns before `OBS_VALUE` that are no known attribute (in a file that begins with
//! `OBS_VALUE`, those behind it). Read are labels in the cells (`A: Annual`) or in columns
//! of their own (told by `STRUCTURE_NAME`), decimal commas where semicolons part the
//! fields, and keys of series, which repeat the dimensions and are passed over. The time
//! dimension is `TIME_PERIOD` or `time`; where no column is called so, the only one
//! whose first cell can be nothing but a period (`2014-01`).

use super::cell::{Cell, is_time};
use super::error::StatisticalError;
use super::names::{Flags, artefact_id, before_label, day, is_attribute, is_unmistakable_period};
use crate::SourceError;
use crate::read::{Fault, Record, Table, column_key, is_missing, lacking, list, shown};

/// Whether a table says of itself that it is SDMX-CSV, or has its columns. The keys are
/// those of [`column_key`].
pub(crate) fn is_sdmx_csv(keys: &[String]) -> bool {
    let has = |wanted: &str| keys.iter().any(|key| key == wanted);
    has("structureid") || (has("obsvalue") && has("timeperiod"))
}

/// Where the components of a table stand.
pub(crate) struct SdmxCsv {
    dataset: Option<usize>,
    action: Option<usize>,
    updated: Option<usize>,
    /// Name in lower case and column.
    dimensions: Vec<(String, usize)>,
    time: usize,
    value: usize,
    /// Components that may carry flags.
    flags: Vec<(String, usize)>,
    /// Whether a code may have its label behind it in the cell.
    labelled: bool,
    decimal_comma: bool,
}

impl SdmxCsv {
    /// Finds the columns.
    ///
    /// # Errors
    /// When there is no time or no figure, or nothing of SDMX at all.
    pub(crate) fn of(source: &'static str, table: &Table<'_>) -> Result<Self, SourceError> {
        let columns = Columns::of(&table.header);
        let is_sdmx = columns.dataset.is_some()
            || columns.components.iter().any(|(name, _)| name == "obs_value" || is_time(name));
        if !is_sdmx {
            let what = "columns DATAFLOW or STRUCTURE, TIME_PERIOD and OBS_VALUE are";
            return Err(lacking(&table.label, source, &table.header, what).into());
        }
        let file = || table.label.clone();
        let Some(value) = columns.place("obs_value") else {
            return Err(StatisticalError::NoValue { file: file(), found: columns.names() }.into());
        };
        let mut dimensions = columns.dimensions(value);
        let Some(time) = columns.time(&dimensions, table) else {
            return Err(StatisticalError::NoTime { file: file(), found: columns.names() }.into());
        };
        dimensions.retain(|(_, at)| *at != time);
        let Columns { dataset, action, updated, components, labelled, .. } = columns;
        let carries =
            |name: &str| ["obs_flag", "obs_status", "conf_status", "obs_conf"].contains(&name);
        let flags = components.into_iter().filter(|(name, _)| carries(name)).collect();
        let decimal_comma = table.delimiter == b';';
        Ok(Self {
            dataset,
            action,
            updated,
            dimensions,
            time,
            value,
            flags,
            labelled,
            decimal_comma,
        })
    }

    /// When the publisher last changed the data, if the first row says so.
    pub(crate) fn updated(&self, table: &Table<'_>) -> Option<String> {
        day(&table.first_cell(self.updated?)?)
    }

    /// Hands the cell of a record to `take`.
    ///
    /// # Errors
    /// Those of `take`; rows that delete or that only carry attributes are left out.
    pub(crate) fn cell<'a>(
        &self,
        record: &Record<'a>,
        take: impl FnOnce(&Cell<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if self.action.is_some_and(|at| record.field(at).starts_with(b"D")) {
            return Err(Fault::LeftOut("deleted-row"));
        }
        let figure = text(record, self.value);
        let period = self.code(record, self.time);
        if period.is_empty() {
            return Err(no_period(record, figure));
        }
        let missing = is_missing(figure.as_bytes()) || figure == "#N/A";
        let with_point =
            (self.decimal_comma && figure.contains(',')).then(|| figure.replace(',', "."));
        let value = (!missing).then(|| with_point.as_deref().unwrap_or(figure));
        let named = self.dimensions.iter();
        let dimensions: Vec<(&str, &'a str)> =
            named.map(|(name, at)| (name.as_str(), self.code(record, *at))).collect();
        let mut flags = Flags::default();
        for (name, at) in &self.flags {
            flags.take(name, self.code(record, *at));
        }
        take(&Cell {
            dataset: self.dataset.map_or("", |at| artefact_id(before_label(text(record, at)))),
            dimensions: &dimensions,
            period,
            value,
            flags: &flags.stored(),
            line: record.line,
        })
    }

    fn code<'a>(&self, record: &Record<'a>, at: usize) -> &'a str {
        let cell = text(record, at);
        if self.labelled { before_label(cell) } else { cell }
    }
}

fn text<'a>(record: &Record<'a>, at: usize) -> &'a str {
    // Blocks were seen to be UTF-8; a quotation mark in a code would stay doubled.
    std::str::from_utf8(record.field(at)).unwrap_or_default()
}

/// The fault of a row that names no period: a note on a whole series, or damage.
fn no_period(record: &Record<'_>, figure: &str) -> Fault {
    if is_missing(figure.as_bytes()) {
        return Fault::LeftOut("attribute-row");
    }
    let detail = format!(
        "The row holds the figure `{}` and no period to put it in; it has {} fields.",
        shown(figure.as_bytes()),
        record.len()
    );
    Fault::bad("no-period", detail)
}

/// The columns by what they are for.
#[derive(Default)]
struct Columns {
    dataset: Option<usize>,
    action: Option<usize>,
    updated: Option<usize>,
    /// The others but for labels and keys: name in lower case, column.
    components: Vec<(String, usize)>,
    labelled: bool,
}

impl Columns {
    fn of(header: &[String]) -> Self {
        let mut columns =
            Self { labelled: header.iter().any(|name| name.contains(": ")), ..Self::default() };
        // Labels in columns of their own: every component is followed by its name.
        let in_pairs = header.iter().any(|name| column_key(name) == "structurename");
        let mut at = 0;
        while let Some(name) = header.get(at) {
            let name = before_label(name).to_ascii_lowercase();
            match name.as_str() {
                "dataflow" | "structure_id" => columns.dataset = Some(at),
                "action" => columns.action = Some(at),
                "last update" => columns.updated = Some(at),
                "series_key" | "obs_key" | "key" | "structure_name" => {}
                // `STRUCTURE`, perhaps with the separator of values: `STRUCTURE[;]`.
                _ if name == "structure" || name.starts_with("structure[") => {}
                _ => {
                    columns.components.push((name, at));
                    at += usize::from(in_pairs);
                }
            }
            at += 1;
        }
        columns
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.components.iter().find(|(known, _)| known == name).map(|(_, at)| *at)
    }

    fn names(&self) -> String {
        let names: Vec<String> =
            self.components.iter().map(|(name, _)| name.to_ascii_uppercase()).collect();
        list(&names)
    }

    /// Those before the figure; those behind it where there are none.
    fn dimensions(&self, value: usize) -> Vec<(String, usize)> {
        let sound = |name: &str| !is_attribute(name) && !name.contains('[');
        let all = || self.components.iter().filter(|(name, _)| sound(name)).cloned();
        let before: Vec<(String, usize)> = all().filter(|(_, at)| *at < value).collect();
        if before.is_empty() { all().collect() } else { before }
    }

    fn time(&self, dimensions: &[(String, usize)], table: &Table<'_>) -> Option<usize> {
        if let Some((_, at)) = self.components.iter().find(|(name, _)| is_time(name)) {
            return Some(*at);
        }
        let is_period = |at: usize| {
            table.first_cell(at).is_some_and(|cell| is_unmistakable_period(before_label(&cell)))
        };
        let mut found = dimensions.iter().map(|(_, at)| *at).filter(|at| is_period(*at));
        found.next().filter(|_| found.next().is_none())
    }
}
