//! Correspondences between two lists.

use super::codes::code;
use super::layout::Links;
use crate::NomenclatureLink;
use crate::read::{Fault, Out, Record, RowReader, shown};

/// Reads a correspondence.
pub(super) struct LinkReader {
    links: Links,
}

impl LinkReader {
    pub(super) fn new(links: Links) -> Self {
        Self { links }
    }
}

impl RowReader for LinkReader {
    type Row = NomenclatureLink;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<NomenclatureLink>,
    ) -> Result<(), Fault> {
        let links = &self.links;
        let from_code = code(record.field(links.from_code), &links.from)?;
        let to_code = code(record.field(links.to_code), &links.to)?;
        let weight = links.weight.map(|column| share(record.field(column))).transpose()?;
        let relationship = links.relationship.map(|column| record.text(column)).unwrap_or_default();
        out.rows.push(NomenclatureLink {
            from_nomenclature: links.from.clone(),
            from_code,
            to_nomenclature: links.to.clone(),
            to_code,
            relationship: relationship.into_owned(),
            weight,
        });
        Ok(())
    }
}

/// A share from 0 to 1.
fn share(cell: &[u8]) -> Result<f64, Fault> {
    let parsed = std::str::from_utf8(cell).ok().and_then(|text| text.parse::<f64>().ok());
    parsed.filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| {
        let detail =
            format!("The share is `{}`, where a number from 0 to 1 was expected.", shown(cell));
        Fault::bad("bad-number", detail)
    })
}
