//! Sentences that the data carries, in four languages, each with the observations behind it.
//!
//! What may be said is data: `reports/sentences/` holds rules (which cells, which limits,
//! how important), the sentences in every language, and the forms in which places and
//! subjects stand in a sentence. This crate looks whether the cells carry a sentence and
//! fills its places.
//!
//! Three things keep the sentences true:
//!
//! * A cell that is not complete is never spoken of ([`Cell::is_usable`]), and where it
//!   could contradict a sentence ("the highest"), there is no sentence.
//! * A change is called one only when it exceeds the noise of its counts and a limit of
//!   the rule, and never across a break.
//! * Of one subject, indicator and kind of statement there is at most one sentence.
//!
//! Every sentence comes with its [`Claim`]s, which a program can check against the cells.

mod cell;
mod change;
mod claim;
mod entry;
mod error;
mod finding;
mod grammar;
mod highlight;
mod kinds;
mod noise;
mod numbers;
mod place;
mod rule;
mod rules;
mod subject_forms;
mod template;

pub use cell::{Cell, Cells, HARMLESS};
pub use change::{Change, Way, change};
pub use claim::Claim;
pub use error::Error;
pub use highlight::{Highlight, Years, highlights};
pub use noise::{of_difference as noise_of_difference, of_value as noise_of_value};
pub use numbers::Numbers;
pub use place::{Place, PlaceForms};
pub use rule::{Kind, Level, Limits, Rule, Selection, Write};
pub use rules::Rules;
