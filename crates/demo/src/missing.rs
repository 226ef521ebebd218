//! Codes that BACI lacks in some years, on purpose: missing is not zero.

use sextant_definitions::{Subject, SubjectKind};

use crate::planted::{ABSENT_YEAR, PARTIAL_YEAR};
use crate::subjects::SubjectCodes;

/// The codes of one subject that are missing in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// The year.
    pub(crate) year: u16,
    /// The subject that was meant; others that share codes lack them too.
    pub(crate) subject: String,
    /// HS 2007 codes of six digits.
    pub(crate) codes: Vec<String>,
}

/// All codes that BACI lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    /// A subject with a quarter of its codes missing.
    pub(crate) partial: Option<Gap>,
    /// A subject with more than half of its codes missing.
    pub(crate) absent: Option<Gap>,
}

impl Missing {
    /// Takes the first two technologies of a handy size, and the last of their codes.
    pub(crate) fn choose(subjects: &[Subject], codes: &SubjectCodes) -> Self {
        let handy: Vec<usize> = (0..subjects.len())
            .filter(|s| subjects[*s].kind == SubjectKind::Technology)
            .filter(|s| !subjects.iter().any(|o| o.parent.as_ref() == Some(&subjects[*s].id)))
            .filter(|s| (4..=20).contains(&codes.of(*s).len()))
            .filter(|s| codes.of(*s).iter().all(|code| code.len() == 6))
            .collect();
        let gap = |place: usize, year, kept: fn(usize) -> usize| {
            let subject = *handy.get(place)?;
            let codes = codes.of(subject);
            let codes = codes[kept(codes.len())..].to_vec();
            Some(Gap { year, subject: subjects[subject].id.clone(), codes })
        };
        Self {
            partial: gap(0, PARTIAL_YEAR, |codes| codes - codes.div_ceil(4)),
            absent: gap(1, ABSENT_YEAR, |codes| (codes - 1) / 3),
        }
    }

    /// The gaps, the partial one first.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Gap> {
        [&self.partial, &self.absent].into_iter().flatten()
    }

    /// Whether BACI lacks a product in a year.
    pub(crate) fn lacks(&self, year: u16, product: &str) -> bool {
        self.gaps().any(|gap| gap.year == year && gap.codes.iter().any(|code| code == product))
    }

    /// Whether BACI lacks a product in any year.
    pub(crate) fn ever_lacks(&self, product: &str) -> bool {
        self.gaps().any(|gap| gap.codes.iter().any(|code| code == product))
    }
}
