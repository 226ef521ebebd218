//! Which products are declared beside the chapters.

use std::collections::BTreeSet;

use crate::subjects::SubjectCodes;
use crate::world::World;

/// The products of one vintage.
#[derive(Clone, Debug, Default)]
pub(super) struct Goods {
    /// Subheadings, six digits.
    pub(super) leaves: BTreeSet<String>,
    /// Headings, four digits.
    pub(super) headings: BTreeSet<String>,
}

impl Goods {
    /// The codes of as many subjects as the scale allows, those with the shortest
    /// lists first, and before all the one that BACI lacks codes of.
    pub(super) fn choose(world: &World<'_>, codes: &SubjectCodes) -> Self {
        let partial = world.missing.partial.as_ref();
        let meant = |s: usize| partial.is_some_and(|gap| gap.subject == world.subjects[s].id);
        let cost = |s: usize| codes.of(s).iter().filter(|code| code.len() > 2).count();
        let mut subjects: Vec<usize> = (0..codes.len()).collect();
        subjects.sort_by_key(|s| (!meant(*s), cost(*s), *s));
        let mut goods = Self::default();
        for subject in subjects {
            if goods.leaves.len() + cost(subject) <= budget(world.options.scale) || meant(subject) {
                goods.add(codes.of(subject));
            }
        }
        goods
    }

    fn add(&mut self, codes: &[String]) {
        for code in codes.iter().filter(|code| code.len() >= 4) {
            self.headings.insert(code[..4].to_owned());
            if code.len() == 6 {
                self.leaves.insert(code.clone());
            }
        }
    }
}

fn budget(scale: f64) -> usize {
    match scale {
        s if s < 0.02 => 15,
        s if s < 0.5 => 40,
        s if s < 5.0 => 150,
        _ => usize::MAX / 2,
    }
}
