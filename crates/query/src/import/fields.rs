//! Fields as other notations name them.

use std::ops::Range;

use crate::token::{Place, unknown_place};
use crate::{Field, ParseError, Scheme};

const TITLE: &[&str] = &["TI", "TTL", "TIT", "TITLE", "EN_TI", "T"];
const ABSTRACT: &[&str] = &["AB", "ABS", "ABST", "ABSTRACT", "EN_AB", "A"];
const BOTH: &[&str] = &[
    "TA",
    "TIAB",
    "TAB",
    "TI/AB",
    "TI,AB",
    "TITLE/ABSTRACT",
    "TITLEABSTRACT",
    "TITLEABSTRACTS",
    "BI",
];
const IPC: &[&str] = &["IPC", "IC", "IPCR", "IPC8", "ICM"];
const CPC: &[&str] = &["CPC", "CPCI", "CPCA", "CPCM"];

/// What the monitor does not hold, and what names it elsewhere.
const NOT_HELD: &[(&str, &[&str])] = &[
    (
        "the claims",
        &[
            "CLM", "CLMS", "CLAIM", "CLAIMS", "ACLM", "CTB", "TAC", "TACD", "TCD", "AC", "TC", "C",
            "EN_CL", "ICLM", "INC",
        ],
    ),
    (
        "the full text",
        &[
            "TXT",
            "TX",
            "FT",
            "FTXT",
            "CTXT",
            "DESC",
            "DESCRIPTION",
            "SPEC",
            "DES",
            "DE",
            "D",
            "TAD",
            "EN_ALL",
            "EN_DE",
            "KEYW",
            "ALL",
            "TAS",
        ],
    ),
    ("names of applicants or inventors", &["PA", "IN", "IA", "INV", "ASN", "AN", "OWNER", "NM"]),
    ("numbers of documents", &["PN", "AP", "PR", "NUM", "CT"]),
    ("dates", &["PD", "PY", "AD", "AY", "APD", "APY", "PBD", "PBY", "PRD", "DP"]),
    ("classifications other than IPC and CPC", &["UC", "UCL", "EC", "ECLA", "FI", "FT-TERM", "MC"]),
];

/// The field of that name.
pub(super) fn place(text: &str, name: &Range<usize>) -> Result<Place, ParseError> {
    let written = text.get(name.clone()).unwrap_or_default();
    let upper = written.to_uppercase();
    match known(&upper) {
        Some(place) => Ok(place),
        None if upper == "CL" => Err(ParseError::new(
            text,
            name.clone(),
            "`cl` looks in IPC and CPC at once",
            "write (IPC:… OR CPC:…)",
        )),
        None => Err(not_held(text, name, &upper)),
    }
}

fn not_held(text: &str, name: &Range<usize>, upper: &str) -> ParseError {
    let held = NOT_HELD.iter().find(|(_, names)| names.contains(&upper));
    let Some((what, _)) = held else { return unknown_place(text, name.clone()) };
    let written = text.get(name.clone()).unwrap_or_default();
    let message = format!("`{written}` looks in {what}, which queries here cannot ask");
    ParseError::new(text, name.clone(), message, "ask title and abstract (TA:), IPC: or CPC:")
}

pub(super) fn known(upper: &str) -> Option<Place> {
    let tables = [
        (TITLE, Place::Text(Field::Title)),
        (ABSTRACT, Place::Text(Field::Abstract)),
        (BOTH, Place::Text(Field::TitleOrAbstract)),
        (IPC, Place::Class(Scheme::Ipc)),
        (CPC, Place::Class(Scheme::Cpc)),
    ];
    tables.iter().find(|(names, _)| names.contains(&upper)).map(|(_, place)| *place)
}

fn is_known_elsewhere(upper: &str) -> bool {
    known(upper).is_some() || NOT_HELD.iter().any(|(_, names)| names.contains(&upper))
}

/// `/TI/AB` behind an operand: where it begins in a chunk. A stroke elsewhere is part
/// of a word or of a symbol.
pub(super) fn suffix(chunk: &str) -> Option<usize> {
    let mut begins = None;
    for (at, _) in chunk.rmatch_indices('/') {
        let name = chunk.get(at + 1..begins.unwrap_or(chunk.len()))?;
        let long = name.len() > 1 && is_known_elsewhere(&name.to_uppercase());
        if !long {
            break;
        }
        begins = Some(at);
    }
    begins
}

/// The field that `/TI/AB` names.
pub(super) fn suffix_place(text: &str, span: &Range<usize>) -> Result<Place, ParseError> {
    let mut found = None;
    let mut start = span.start;
    for part in text.get(span.clone()).unwrap_or_default().split('/') {
        let name = start..start + part.len();
        start = name.end + 1;
        if part.is_empty() {
            continue;
        }
        let place = place(text, &name)?;
        found = Some(match (found, place) {
            (None, place) => place,
            (Some(Place::Text(one)), Place::Text(other)) if one != other => {
                Place::Text(Field::TitleOrAbstract)
            }
            (Some(one), other) if one == other => one,
            _ => {
                let message = "words and symbols cannot be asked at once";
                return Err(ParseError::new(text, span.clone(), message, "ask each on its own"));
            }
        });
    }
    found.ok_or_else(|| unknown_place(text, span.clone()))
}
