//! Answers of Comtrade's v1 interface: JSON with the records in `data`.

use std::collections::BTreeMap;

use memchr::memmem;
use serde_json::value::RawValue;

use super::cells::{CELLS, COLUMNS, Cells};
use super::error::ComtradeError;
use super::flows::{Caches, FlowRule};
use crate::read::{Collector, Fault, Out, Part, check_utf8, count_lines};
use crate::{Rows, SourceError, TradeFlow};

/// Rows handed on at once.
const BATCH: usize = 1 << 15;

/// The members of a JSON object, their values as they stand.
type Members<'a> = BTreeMap<&'a str, &'a RawValue>;

/// Whether a file starts like JSON.
pub(super) fn is_json(head: &[u8]) -> bool {
    matches!(without_mark(head).trim_ascii_start().first(), Some(b'{' | b'['))
}

/// Steps over a byte order mark.
fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)
}

/// Whether the first bytes are those of an answer with trade in it.
pub(super) fn holds_trade(head: &[u8]) -> bool {
    let has = |text: &str| memmem::find(head, text.as_bytes()).is_some();
    is_json(head) && has("\"data\"") && has("\"cmdCode\"") && has("\"primaryValue\"")
}

/// Reads an answer. It is held in memory as a whole: Comtrade gives at most
/// 250,000 records in one.
///
/// # Errors
/// When it is no answer with records, or incomplete.
pub(super) fn read(
    rule: &FlowRule<'_>,
    part: Part<'_>,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let label = part.label.clone();
    let bytes = part.read_all()?;
    check_utf8(&label, &bytes, 1)?;
    let text = String::from_utf8_lossy(without_mark(&bytes));
    let records = records(&label, &text)?;
    let mut caches = rule.caches();
    let mut lines = Lines { text: &text, at: 0, line: 1 };
    for batch in records.chunks(BATCH) {
        let mut out = Out::with_capacity(batch.len());
        for record in batch {
            if let Err(fault) = row(rule, record, &mut caches, &mut out.rows) {
                out.fault(fault, lines.of(record), record.get().as_bytes());
            }
        }
        let rows = collector.take_faults(batch.len(), out)?;
        collector.rows(Rows::TradeFlows(rows))?;
    }
    Ok(())
}

fn row(
    rule: &FlowRule<'_>,
    record: &RawValue,
    caches: &mut Caches<'_>,
    rows: &mut Vec<TradeFlow>,
) -> Result<(), Fault> {
    let members: Members<'_> = serde_json::from_str(record.get()).map_err(|error| {
        Fault::bad("bad-record", format!("The record is no JSON object with plain names: {error}."))
    })?;
    let mut cells = Cells([&[]; CELLS]);
    for (cell, column) in cells.0.iter_mut().zip(&COLUMNS) {
        *cell = members.get(column.name).map_or(&[], |value| plain(value));
    }
    rows.push(rule.flow(&cells, caches)?);
    Ok(())
}

/// A value as text: no quotation marks, nothing for `null`.
fn plain(value: &RawValue) -> &[u8] {
    let text = value.get();
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match (inner, text) {
        (Some(inner), _) => inner.as_bytes().trim_ascii(),
        (None, "null") => &[],
        (None, _) => text.as_bytes(),
    }
}

/// The records of an answer, unread.
fn records<'a>(label: &str, text: &'a str) -> Result<Vec<&'a RawValue>, ComtradeError> {
    let file = label.to_owned();
    if text.trim_start().starts_with('[') {
        return Err(ComtradeError::NotAnAnswer { file, found: "an array at the top".to_owned() });
    }
    let answer: Members<'a> = serde_json::from_str(text).map_err(|e| bad_json(label, &e))?;
    if let Some(message) = refusal(&answer) {
        return Err(ComtradeError::Refused { file, message });
    }
    let Some(data) = answer.get("data") else {
        let names: Vec<&str> = answer.keys().copied().take(8).collect();
        let found = format!("the members {}", names.join(", "));
        return Err(ComtradeError::NotAnAnswer { file, found });
    };
    let records: Vec<&'a RawValue> =
        serde_json::from_str(data.get()).map_err(|e| bad_json(label, &e))?;
    let Some(first) = records.first() else {
        return Err(ComtradeError::EmptyAnswer { file });
    };
    check_shape(label, first)?;
    match answer.get("count").and_then(|count| count.get().parse().ok()) {
        Some(announced) if announced != records.len() => {
            Err(ComtradeError::Incomplete { file, announced, found: records.len() })
        }
        _ => Ok(records),
    }
}

/// Comtrade's words when it refuses: `error`, or `message` beside a status code.
fn refusal(answer: &Members<'_>) -> Option<String> {
    let text = |name: &str| {
        let raw = answer.get(name)?;
        let text =
            serde_json::from_str::<String>(raw.get()).unwrap_or_else(|_| raw.get().to_owned());
        (!text.is_empty() && text != "null").then_some(text)
    };
    text("error").or_else(|| answer.contains_key("statusCode").then(|| text("message")).flatten())
}

/// Looks at the first record: trade, or a list of files, or something else.
fn check_shape(label: &str, first: &RawValue) -> Result<(), ComtradeError> {
    let file = label.to_owned();
    let members: Members<'_> = serde_json::from_str(first.get()).unwrap_or_default();
    if members.contains_key("cmdCode") && members.contains_key("primaryValue") {
        return Ok(());
    }
    if members.contains_key("fileUrl") {
        return Err(ComtradeError::BulkListing { file });
    }
    let names: Vec<&str> = members.keys().copied().take(8).collect();
    let found = format!("records of {} in `data`", names.join(", "));
    Err(ComtradeError::NotAnAnswer { file, found })
}

fn bad_json(label: &str, error: &serde_json::Error) -> ComtradeError {
    ComtradeError::BadJson {
        file: label.to_owned(),
        line: error.line(),
        column: error.column(),
        detail: error.to_string(),
    }
}

/// Finds the line on which a record starts, for records asked in file order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, record: &RawValue) -> u64 {
        let start = self.text.as_ptr() as usize;
        let at = (record.get().as_ptr() as usize).wrapping_sub(start);
        self.line += count_lines(self.text.as_bytes().get(self.at..at).unwrap_or_default());
        self.at = at;
        self.line
    }
}
