//! What generic and structure-specific figures share.

use super::super::cell::{Cell, CellReader, Gathered, is_time};
use super::super::names::Flags;
use crate::SourceError;
use crate::read::{Fault, is_missing};

/// What is known of a data set.
pub(super) struct DataSet {
    /// Its id, empty where the header does not tell.
    pub(super) id: String,
    /// The dimension at the observation: `TIME_PERIOD`, another one, or `AllDimensions`.
    pub(super) across: String,
    /// Whether its figures are to be taken out of an older edition.
    pub(super) deleted: bool,
}

/// One observation.
#[derive(Default)]
pub(super) struct Observation {
    /// Dimensions and codes, time among them. Names as they stand.
    pub(super) dimensions: Vec<(String, String)>,
    pub(super) value: Option<String>,
    pub(super) flags: Flags,
    pub(super) line: u64,
}

impl DataSet {
    /// Hands on an observation of a series (`series` is empty for a flat data set).
    pub(super) fn hand_on<R: CellReader>(
        &self,
        series: &[(String, String)],
        observation: &Observation,
        to: &mut Gathered<'_, '_, '_, R>,
    ) -> Result<(), SourceError> {
        if self.deleted {
            return to.fault(Fault::LeftOut("deleted-row"), observation.line, &[]);
        }
        let all = || series.iter().chain(&observation.dimensions);
        let period = all().find(|(name, _)| is_time(name)).map_or("", |(_, code)| code.as_str());
        let others = all().filter(|(name, _)| !is_time(name));
        let names: Vec<(String, &str)> =
            others.map(|(name, code)| (name.to_ascii_lowercase(), code.as_str())).collect();
        let dimensions: Vec<(&str, &str)> =
            names.iter().map(|(name, code)| (name.as_str(), *code)).collect();
        let value = observation.value.as_deref().map(str::trim);
        let cell = Cell {
            dataset: &self.id,
            dimensions: &dimensions,
            period,
            value: value.filter(|text| !is_missing(text.as_bytes())),
            flags: &observation.flags.stored(),
            line: observation.line,
        };
        if period.is_empty() {
            let detail = "The observation has no TIME_PERIOD, and neither has its series.";
            let fault = Fault::bad("no-period", detail.to_owned());
            return to.fault(fault, cell.line, cell.shown().as_bytes());
        }
        to.take(&cell)
    }
}
