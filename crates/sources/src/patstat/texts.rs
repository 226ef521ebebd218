//! tls202_appln_title and tls203_appln_abstr: English titles and abstracts.

use super::INFO;
use super::cells::application;
use crate::read::{Column, Fault, Out, Record, RowReader, Table};
use crate::{HeaderError, PatentText, TextPart};

const TITLES: [Column; 3] = [
    Column::required("appln_id", &[]),
    Column::required("appln_title_lg", &[]),
    Column::required("appln_title", &[]),
];

const ABSTRACTS: [Column; 3] = [
    Column::required("appln_id", &[]),
    Column::required("appln_abstract_lg", &[]),
    Column::required("appln_abstract", &[]),
];

/// Reads texts.
pub(super) struct TextReader {
    part: TextPart,
    application: usize,
    language: usize,
    text: usize,
}

impl TextReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>, part: TextPart) -> Result<Self, Box<HeaderError>> {
        let columns = match part {
            TextPart::Title => &TITLES,
            TextPart::Abstract => &ABSTRACTS,
        };
        let [application, language, text] = table.places(INFO.id, columns)?;
        Ok(Self { part, application, language, text })
    }
}

impl RowReader for TextReader {
    type Row = PatentText;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(
        &self,
        record: &Record<'_>,
        (): &mut (),
        out: &mut Out<PatentText>,
    ) -> Result<(), Fault> {
        let application = application(record.field(self.application))?;
        if !record.field(self.language).eq_ignore_ascii_case(b"en") {
            return Err(Fault::LeftOut("other-language"));
        }
        if record.field(self.text).is_empty() {
            return Err(Fault::LeftOut("no-text"));
        }
        let text = record.text(self.text).into_owned();
        out.rows.push(PatentText { application, part: self.part, text });
        Ok(())
    }
}
