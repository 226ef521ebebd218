//! The concordance of Prodcom codes from 2001 on, every code of every pair of years.

use super::codes::{Entry, Kind, code_or_none, entry, link, list_of};
use crate::CodeText;
use crate::read::{Fault, Out, Record, RowReader, period_year};

/// The first list whose changes Eurostat's own table has.
const CHANGES_FROM: u16 = 2008;
/// The last list that is taken from here: the history has those of 2008 and 2009
/// without headings that have no HS code.
const LISTS_TO: u16 = 2009;

/// Names of the columns `oto, otm, mto, mtm` as relationships.
const RELATIONSHIPS: [&str; 4] = ["1:1", "1:n", "n:1", "n:n"];

/// Reads pairs of codes.
pub(super) struct ConcordanceReader(pub(super) [usize; 9]);

impl RowReader for ConcordanceReader {
    type Row = Entry;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Entry>) -> Result<(), Fault> {
        let [year, last_year, code, last_code, kinds @ .., unchanged] =
            self.0.map(|column| record.field(column));
        let year = period_year(year, "year")?;
        let last_year = period_year(last_year, "lyear")?;
        if last_year > LISTS_TO {
            return Err(Fault::LeftOut("told-by-changes"));
        }
        let code = code_or_none(code, Kind::Heading, "pc8", out)?;
        let last_code = code_or_none(last_code, Kind::Heading, "lpc8", out)?;
        if last_year < CHANGES_FROM && unchanged != b"1" {
            let mut change = link((list_of(last_year), last_code), (list_of(year), code));
            let kind = kinds.iter().zip(RELATIONSHIPS).find(|(cell, _)| **cell == b"1");
            change.relationship = kind.map_or(String::new(), |(_, kind)| kind.to_owned());
            out.rows.push(Entry::Link(change));
        }
        let listed = |(year, code): &(u16, CodeText)| *year <= LISTS_TO && !code.is_empty();
        let codes = [(last_year, last_code), (year, code)].into_iter().filter(listed);
        out.rows.extend(codes.map(|(year, code)| entry(year, code, String::new())));
        Ok(())
    }
}
