//! From rules and cells to sentences.

use std::collections::BTreeSet;

use serde::Serialize;
use sextant_definitions::{Lang, Subject};

use crate::cell::Cells;
use crate::claim::Claim;
use crate::finding::{Finding, Topic};
use crate::grammar::Grammar;
use crate::kinds;
use crate::place::Place;
use crate::rule::Rule;
use crate::rules::Rules;
use crate::template::Slot;

/// A sentence that the data carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Highlight {
    /// Id of its rule.
    pub rule: String,
    /// Higher comes first.
    pub importance: u32,
    /// Section of the sheet: patents, trade, production, investment.
    pub section: String,
    /// The sentence.
    pub text: String,
    /// Ids of the cells whose numbers it shows or counts.
    pub behind: Vec<String>,
    /// What it claims, to be checked against the cells.
    pub claims: Vec<Claim>,
}

/// The years that sentences may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

/// Everything that the search for sentences looks at.
pub(crate) struct Scene<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) cells: &'a dyn Cells,
    pub(crate) subjects: &'a [Subject],
    pub(crate) geo: &'a Place,
    pub(crate) lang: Lang,
    pub(crate) years: &'a Years,
}

impl Scene<'_> {
    pub(crate) fn grammar(&self) -> Grammar {
        Grammar(self.lang)
    }

    pub(crate) fn name(&self, subject: &Subject) -> Slot {
        Slot::one(self.rules.subjects.name(subject, self.lang))
    }

    pub(crate) fn of(&self, subject: &Subject) -> Slot {
        Slot::one(self.rules.subjects.of(subject, self.lang))
    }

    /// The sentence of a finding, if its rule has words for it.
    fn say(&self, rule: &Rule, finding: Finding) -> Option<Highlight> {
        let Finding { form, mut slots, claims, .. } = finding;
        let forms = self.geo.forms(self.lang);
        slots.insert("place", forms.slot());
        slots.insert("of-place", Slot::one(&*forms.of));
        slots.insert("in-place", Slot::one(&*forms.location));
        let text = rule.sentence(form)?.template(self.lang).render(self.lang, &slots)?;
        let mut behind: Vec<String> = Vec::new();
        for id in claims.iter().flat_map(Claim::behind) {
            if !behind.contains(id) {
                behind.push(id.clone());
            }
        }
        let Rule { id, importance, section, .. } = rule;
        let (rule, section) = (id.clone(), section.clone());
        Some(Highlight { rule, importance: *importance, section, text, behind, claims })
    }
}

/// The sentences that the cells carry about a place, from the most important; those of
/// the same importance in the order of the rules, and of a rule in the order of what they
/// found. The same cells give the same sentences.
///
/// `subjects` are those of the edition's definitions, in their reading order; `geo` comes
/// from [`Rules::place`].
#[must_use]
pub fn highlights(
    rules: &Rules,
    cells: &dyn Cells,
    subjects: &[Subject],
    geo: &Place,
    lang: Lang,
    years: &Years,
) -> Vec<Highlight> {
    let scene = Scene { rules, cells, subjects, geo, lang, years };
    let mut ordered: Vec<&Rule> = rules.all().iter().collect();
    ordered.sort_by_key(|rule| std::cmp::Reverse(rule.importance));
    let mut said: BTreeSet<(String, String, Topic)> = BTreeSet::new();
    let mut highlights = Vec::new();
    for rule in ordered {
        for finding in kinds::find(&scene, rule) {
            let about = finding.subjects.iter().cloned();
            let keys: Vec<_> =
                about.map(|id| (rule.indicator.clone(), id, finding.topic)).collect();
            if keys.iter().any(|key| said.contains(key)) {
                continue;
            }
            if let Some(highlight) = scene.say(rule, finding) {
                said.extend(keys);
                highlights.push(highlight);
            }
        }
    }
    highlights
}
