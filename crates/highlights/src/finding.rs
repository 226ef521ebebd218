//! What a rule found, before it is said.

use crate::claim::Claim;
use crate::template::Slots;

/// A kind of statement. Of one subject and indicator there is at most one sentence each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Topic {
    Level,
    Rank,
    Change,
    Sign,
    Gap,
}

/// Something that the cells carry.
pub(crate) struct Finding {
    /// The sentence that says it.
    pub(crate) form: &'static str,
    pub(crate) topic: Topic,
    /// Ids of the subjects that it speaks of.
    pub(crate) subjects: Vec<String>,
    pub(crate) slots: Slots,
    pub(crate) claims: Vec<Claim>,
}
