//! From classes of the IPC, and from WIPO's fields, to industries.
//!
//! Two tables `class, nace2, probability` of the Fraunhofer institute: `class` is a
//! class of the IPC (`A01`) or a field of technology (`W35F01`), `nace2` a division of
//! NACE Rev. 2, and the probability that the applicant of a patent in the class is
//! active in the industry becomes the weight of a link from `ipc` or `wipo-fields` to
//! `nace2`. The probabilities of a class add up to 1.

mod links;

use sextant_definitions::Geographies;

use crate::read::{ByPart, Collector, Head, Job, Part, Table, run_rows};
use crate::{Redistribution, Rows, SourceError, SourceInfo};
use links::LinkReader;

const INFO: SourceInfo = SourceInfo {
    id: "ipc-nace",
    title: "Probabilities of IPC classes and WIPO fields by NACE Rev. 2 industry",
    publisher: "Fraunhofer Institute for Systems and Innovation Research",
    licence: "Fraunhofer ISI: use with citation; the tables may not be handed on",
    citation: "Neuhäusler, P., Frietsch, R. and Kroll, H. (2019), Probabilistic concordance schemes for the re-assignment of patents to economic sectors and scientific publications to technology fields, Fraunhofer ISI Discussion Papers Innovation Systems and Policy Analysis No. 60",
    url: "https://www.isi.fraunhofer.de",
    redistribution: Redistribution::AggregatesOnly,
    published_unit: None,
};

/// The source `ipc-nace`.
pub(crate) static IPC_NACE: ByPart = ByPart::new(&INFO, recognise, read_part);

fn recognise(head: &Head<'_>) -> bool {
    head.has(&["class", "nace2", "probability"])
}

fn read_part(
    job: &Job<'_>,
    _geographies: &Geographies,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let table = Table::open(part)?;
    let reader = LinkReader::new(&table)?;
    run_rows(table, &reader, job.options, collector, Rows::Links)
}

#[cfg(test)]
mod tests;
