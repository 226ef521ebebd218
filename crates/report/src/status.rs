//! Flags of observations, in words.

use std::collections::BTreeSet;

use sextant_monitor::Observation;

use crate::ReportError;
use crate::words::Words;

/// Known flags and the letters that mark them, in the order of their notes. `b` is
/// what Eurostat uses for a break.
const MARKS: [(&str, &str); 13] = [
    ("break", "b"),
    ("confidential", "i"),
    ("confidential-part", "h"),
    ("estimated", "e"),
    ("eu-total-below-sum", "u"),
    ("incomplete-members", "m"),
    ("incomplete-year", "y"),
    ("low-count", "n"),
    ("partial-codes", "c"),
    ("partial-products", "p"),
    ("provisional", "v"),
    ("truncated", "t"),
    ("unconverted-amounts", "o"),
];

/// Flags that are said elsewhere: the number of rounds stands beside every amount.
const SILENT: [&str; 1] = ["undisclosed-amounts"];

/// A flag this version knows nothing of.
const OTHER: &str = "x";

/// The flags of an observation.
pub(crate) fn flags(observation: &Observation) -> impl Iterator<Item = &str> {
    let flags = observation.status.split(';').filter(|flag| !flag.is_empty());
    flags.filter(|flag| !SILENT.contains(flag))
}

/// The letters after a value: `b`, `bc`, or nothing.
pub(crate) fn marks(observation: &Observation) -> Option<String> {
    let marks: String = flags(observation).map(mark).collect();
    (!marks.is_empty()).then_some(marks)
}

fn mark(flag: &str) -> &'static str {
    MARKS.iter().find(|(known, _)| *known == flag).map_or(OTHER, |(_, mark)| mark)
}

/// The flags in words: "series break, part of the codes".
pub(crate) fn in_words(words: &Words, observation: &Observation) -> Result<String, ReportError> {
    let named: Result<Vec<String>, _> = flags(observation).map(|flag| name(words, flag)).collect();
    Ok(words.list(named?))
}

/// One line for every flag that occurs: its letter, its name and what it means.
pub(crate) fn notes<'a>(
    words: &Words,
    observations: impl Iterator<Item = &'a Observation>,
) -> Result<Vec<String>, ReportError> {
    let found: BTreeSet<&str> = observations.flat_map(flags).collect();
    let known = MARKS.iter().map(|(flag, _)| *flag).filter(|flag| found.contains(flag));
    let unknown = found.iter().copied().filter(|flag| mark(flag) == OTHER);
    known.chain(unknown).map(|flag| note(words, flag)).collect()
}

fn note(words: &Words, flag: &str) -> Result<String, ReportError> {
    let about = about(words, flag)?;
    words.tell("flag-note", [("mark", mark(flag).into()), ("about", about.into())])
}

fn name(words: &Words, flag: &str) -> Result<String, ReportError> {
    let key = format!("flag-{flag}");
    if words.has(&key) { words.say(&key) } else { Ok(flag.to_owned()) }
}

fn about(words: &Words, flag: &str) -> Result<String, ReportError> {
    let key = format!("about-flag-{flag}");
    if words.has(&key) {
        words.say(&key)
    } else {
        words.tell("flag-unknown", [("flag", flag.into())])
    }
}

#[cfg(test)]
mod tests {
    use sextant_definitions::Lang;

    use super::*;

    fn observation(status: &str) -> Observation {
        let json = serde_json::json!({
            "indicator": "trade-rca", "geo": "BE", "counterpart": "WORLD", "subject_kind": "",
            "subject": "wind-power", "period": "2021", "value": 1.0, "lower": null, "upper": null,
            "unit": "ratio", "numerator": null, "denominator": null, "n": 1, "status": status,
            "rank": null, "ranked_of": null, "sources": "baci",
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn flags_are_marked_named_and_explained() {
        let words = Words::builtin(Lang::En).unwrap();
        let flagged = observation("partial-codes;break");
        assert_eq!(marks(&flagged).as_deref(), Some("cb"));
        assert_eq!(in_words(&words, &flagged).unwrap(), "part of the products, series break");
        let notes = notes(&words, [&flagged, &observation("break")].into_iter()).unwrap();
        assert_eq!(notes.len(), 2);
        assert!(notes[0].starts_with("b: ") && notes[1].starts_with("c: "), "{notes:?}");
    }

    #[test]
    fn a_flag_of_a_later_version_is_shown_as_it_is() {
        let words = Words::builtin(Lang::En).unwrap();
        let flagged = observation("not-known");
        assert_eq!(marks(&flagged).as_deref(), Some("x"));
        assert_eq!(in_words(&words, &flagged).unwrap(), "not-known");
        let notes = notes(&words, std::iter::once(&flagged)).unwrap();
        assert_eq!(notes, ["x: Flag “not-known” of the edition."]);
    }

    #[test]
    fn an_unflagged_value_is_left_alone() {
        let words = Words::builtin(Lang::En).unwrap();
        assert_eq!(marks(&observation("")), None);
        assert_eq!(in_words(&words, &observation("")).unwrap(), "");
    }
}
