//! One publication of an application, as far as it is read.

use sextant_definitions::GeoCode;
use sextant_query::{Scheme, Symbol};

use crate::PatentApplication;
use crate::read::Fault;

/// An applicant or inventor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    /// On one line; empty where the document has none.
    pub(crate) name: String,
    /// `ZZ` where not known.
    pub(crate) country: GeoCode,
}

impl Party {
    /// The number of a person of this name in this country: FNV-1a over both, without
    /// its last bit. Whoever is spelt alike is the same person.
    ///
    /// ```text
    /// hash = 14695981039346656037; for each byte of NAME 0x00 COUNTRY: hash = (hash xor byte) * 1099511628211
    /// ```
    pub(crate) fn person(&self) -> i64 {
        let bytes = self.name.bytes().chain([0]).chain(self.country.bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        (hash >> 1).cast_signed()
    }
}

/// What a publication says of its application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) application: PatentApplication,
    /// In English, on one line.
    pub(crate) title: Option<String>,
    /// In English, on one line.
    pub(crate) abstract_: Option<String>,
    /// In the order of the document.
    pub(crate) applicants: Vec<Party>,
    /// In the order of the document.
    pub(crate) inventors: Vec<Party>,
    pub(crate) classes: Vec<(Scheme, Symbol)>,
}

/// Parts of a document that are left out or not understood, while the document is kept.
#[derive(Default)]
pub(crate) struct Notes {
    pub(super) faults: Vec<Note>,
    /// What is kept although something about it is not as it should be.
    pub(super) noted: Vec<&'static str>,
}

pub(super) struct Note {
    pub(super) fault: Fault,
    pub(super) line: u64,
    pub(super) raw: String,
}

impl Notes {
    /// Notes what became of a part.
    pub(crate) fn add(&mut self, fault: Fault, line: u64, raw: &str) {
        self.faults.push(Note { fault, line, raw: raw.to_owned() });
    }

    /// Counts a part that is kept although something about it is not as it should be.
    pub(crate) fn note(&mut self, reason: &'static str) {
        self.noted.push(reason);
    }

    /// Counts a part that is rightly left out.
    pub(crate) fn leave_out(&mut self, reason: &'static str) {
        self.add(Fault::LeftOut(reason), 0, "");
    }

    /// Adds a symbol, or notes that it cannot be read.
    pub(crate) fn class(
        &mut self,
        classes: &mut Vec<(Scheme, Symbol)>,
        scheme: Scheme,
        symbol: Option<Symbol>,
        (line, text): (u64, &str),
    ) {
        match symbol {
            Some(symbol) => classes.push((scheme, symbol)),
            None => {
                let detail = format!("`{}` is no symbol of the IPC or CPC.", text.trim());
                self.add(Fault::bad("bad-symbol", detail), line, text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, country: &str) -> i64 {
        Party { name: name.into(), country: GeoCode::from(country).unwrap() }.person()
    }

    #[test]
    fn a_person_is_a_name_and_a_country() {
        assert_eq!(person("a", ""), (0x089b_e207_b544_f1e4_u64 >> 1).cast_signed());
        assert_eq!(person("ACME", "BE"), person("ACME", "BE"));
        assert_ne!(person("ACME", "BE"), person("ACME", "NL"));
        assert_ne!(person("ACME B", "E"), person("ACME ", "BE"));
        for number in 0..1000 {
            assert!(person(&number.to_string(), "BE") > 0);
        }
    }
}
