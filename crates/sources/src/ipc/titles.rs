//! Lists of titles: symbol, tab, title; no header, no quotation marks.

use std::collections::BTreeMap;

use memchr::memchr_iter;

use super::{NOMENCLATURE, symbols};
use crate::read::{Collector, Fault, Out, Part, check_utf8, head_start, shown};
use crate::{CodeText, NomenclatureCode, Rows, SourceError};

/// Whether a text begins like a list of titles: its first two lines are a code, a tab
/// and something more.
pub(super) fn is_list(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let titled = |line: &[u8]| split(line).is_some_and(|(cell, _)| code(cell).is_some());
    let mut lines = head.split(|byte| *byte == b'\n');
    // The head ends somewhere in the last line.
    lines.next().is_some_and(titled)
        && lines.next().is_none_or(|line| line.is_empty() || titled(line))
}

/// Reads a list.
///
/// # Errors
/// When the file is cut, or not UTF-8.
pub(super) fn read(part: Part<'_>, collector: &mut Collector<'_>) -> Result<(), SourceError> {
    let (label, edition) = (part.label.clone(), edition(&part.name));
    let bytes = part.read_all()?;
    let text = &bytes[head_start(&label, &bytes)?..];
    check_utf8(&label, text, 1)?;
    collector.edition(edition);
    let mut list = List::default();
    let mut out = Out::with_capacity(memchr_iter(b'\n', text).count());
    for (at, line) in text.split(|byte| *byte == b'\n').enumerate() {
        if let Err(fault) = list.line(line.trim_ascii_end(), &mut out) {
            out.fault(fault, at as u64 + 1, line);
        }
    }
    let codes = collector.take_faults(list.read, out)?;
    collector.rows(Rows::Codes(codes))
}

/// What was read so far.
#[derive(Default)]
struct List {
    /// Where in the list a code stands.
    places: BTreeMap<CodeText, usize>,
    read: usize,
    /// Whether a line without a tab goes on with the title above it.
    open: bool,
}

impl List {
    fn line(&mut self, line: &[u8], out: &mut Out<NomenclatureCode>) -> Result<(), Fault> {
        if line.is_empty() {
            return Ok(());
        }
        let Some((cell, title)) = split(line) else {
            return self.go_on(line, out);
        };
        self.read += 1;
        self.open = false;
        let code = code(cell).ok_or_else(|| bad_code(cell))?;
        self.open = true;
        let title = String::from_utf8_lossy(title).into_owned();
        let next = out.rows.len();
        let place = *self.places.entry(code).or_insert(next);
        if let Some(heading) = out.rows.get_mut(place) {
            heading.title = title;
            return Err(Fault::LeftOut("guidance-heading"));
        }
        out.rows.push(NomenclatureCode { nomenclature: NOMENCLATURE.to_owned(), code, title });
        Ok(())
    }

    /// A title broken over lines.
    fn go_on(&mut self, line: &[u8], out: &mut Out<NomenclatureCode>) -> Result<(), Fault> {
        let Some(row) = out.rows.last_mut().filter(|_| self.open) else {
            self.read += 1;
            let detail = "The line has no tab between a symbol and its title.".to_owned();
            return Err(Fault::bad("wrong-field-count", detail));
        };
        row.title.push(' ');
        row.title.push_str(&String::from_utf8_lossy(line.trim_ascii()));
        Ok(())
    }
}

/// Symbol and title of a line.
fn split(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    Some((line[..tab].trim_ascii(), line[tab + 1..].trim_ascii()))
}

/// A section, or a symbol.
fn code(cell: &[u8]) -> Option<CodeText> {
    match cell {
        [section @ b'A'..=b'H'] => {
            CodeText::from(char::from(*section).encode_utf8(&mut [0; 4])).ok()
        }
        _ => symbols::read(cell).map(symbols::code),
    }
}

fn bad_code(cell: &[u8]) -> Fault {
    let shown = shown(cell);
    let detail =
        format!("`{shown}` is no symbol of the IPC; A, A01, A01B or A01B0001020000 was expected.");
    Fault::bad("bad-symbol", detail)
}

/// The date that names carry: `EN_ipc_section_A_title_list_20240101.txt`.
fn edition(name: &str) -> Option<String> {
    let digits = |word: &&str| word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    let date = name.split(['_', '.', '-']).find(digits)?;
    Some(format!("{}.{}", date.get(..4)?, date.get(4..6)?))
}
