//! Lines of the table.

use std::collections::BTreeMap;

use sextant_query::Symbol;

use super::{INFO, NOMENCLATURE};
use crate::ipc;
use crate::read::{Column, Fault, Out, Record, RowReader, Table, shown, whole};
use crate::{CodeText, HeaderError, NomenclatureCode, NomenclatureLink, Rows};

const WIPO_SECTORS: &str = "wipo-sectors";
/// Number of fields.
const FIELDS: u32 = 35;

const COLUMNS: [Column; 4] = [
    Column::required("techn_field_nr", &[]),
    Column::required("techn_sector", &[]),
    Column::required("techn_field", &[]),
    Column::required("ipc_prefix", &["ipc_maingroup_symbol"]),
];

/// The code of a field, `01` to `35`.
///
/// # Errors
/// `bad-field`, naming `column`.
pub(crate) fn field_code(cell: &[u8], column: &str) -> Result<CodeText, Fault> {
    let number = whole(cell).filter(|number| (1..=FIELDS).contains(number));
    number.and_then(|number| CodeText::from(&format!("{number:02}")).ok()).ok_or_else(|| {
        let shown = shown(cell);
        let detail = format!(
            "Column {column} holds `{shown}`, where a field of technology from 1 to {FIELDS} was expected."
        );
        Fault::bad("bad-field", detail)
    })
}

/// A symbol of a field.
pub(super) struct Line {
    field: CodeText,
    title: String,
    sector: String,
    symbol: Symbol,
}

/// Reads lines.
pub(super) struct FieldReader {
    field: usize,
    sector: usize,
    title: usize,
    symbol: usize,
}

impl FieldReader {
    /// Finds the columns.
    ///
    /// # Errors
    /// When one is missing.
    pub(super) fn new(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let [field, sector, title, symbol] = table.places(INFO.id, &COLUMNS)?;
        Ok(Self { field, sector, title, symbol })
    }
}

impl RowReader for FieldReader {
    type Row = Line;
    type Scratch<'r> = ();

    fn scratch(&self) {}

    fn row(&self, record: &Record<'_>, (): &mut (), out: &mut Out<Line>) -> Result<(), Fault> {
        let cell = record.field(self.symbol);
        let symbol = Symbol::read(cell).ok_or_else(|| {
            let shown = shown(cell);
            let detail = format!(
                "Column ipc_prefix holds `{shown}`, where a subclass or main group of the IPC was expected."
            );
            Fault::bad("bad-symbol", detail)
        })?;
        out.rows.push(Line {
            field: field_code(record.field(self.field), COLUMNS[0].name)?,
            title: record.text(self.title).into_owned(),
            sector: record.text(self.sector).into_owned(),
            symbol,
        });
        Ok(())
    }
}

/// Fields and sectors met, each once.
#[derive(Default)]
pub(super) struct Fields {
    /// Title and sector by field.
    fields: BTreeMap<CodeText, (String, CodeText)>,
    /// Titles by code.
    sectors: BTreeMap<CodeText, String>,
}

impl Fields {
    /// Takes lines in; gives their links back.
    pub(super) fn add(&mut self, lines: Vec<Line>) -> Vec<NomenclatureLink> {
        lines.into_iter().map(|line| self.add_line(line)).collect()
    }

    fn add_line(&mut self, line: Line) -> NomenclatureLink {
        let sector = sector_code(&line.sector);
        self.sectors.entry(sector).or_insert(line.sector);
        self.fields.entry(line.field).or_insert((line.title, sector));
        link((ipc::NOMENCLATURE, ipc::code(line.symbol)), (NOMENCLATURE, line.field), "")
    }

    /// Codes of fields and sectors, and which field is in which sector.
    pub(super) fn into_rows(self) -> (Rows, Rows) {
        let mut codes = Vec::new();
        let mut links = Vec::new();
        for (code, (title, sector)) in self.fields {
            codes.push(NomenclatureCode { nomenclature: NOMENCLATURE.to_owned(), code, title });
            if !sector.is_empty() {
                links.push(link((NOMENCLATURE, code), (WIPO_SECTORS, sector), "below"));
            }
        }
        for (code, title) in self.sectors {
            if !code.is_empty() {
                codes.push(NomenclatureCode { nomenclature: WIPO_SECTORS.to_owned(), code, title });
            }
        }
        (Rows::Codes(codes), Rows::Links(links))
    }
}

/// `electrical-engineering` of `Electrical engineering`.
fn sector_code(title: &str) -> CodeText {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let code: String = words.join("-").chars().take(CodeText::new().capacity()).collect();
    CodeText::from(&code).unwrap_or_default()
}

fn link(from: (&str, CodeText), to: (&str, CodeText), relationship: &str) -> NomenclatureLink {
    NomenclatureLink {
        from_nomenclature: from.0.to_owned(),
        from_code: from.1,
        to_nomenclature: to.0.to_owned(),
        to_code: to.1,
        relationship: relationship.to_owned(),
        weight: None,
    }
}
