//! What a sentence claims, for programs.

use serde::Serialize;

/// A statement about cells, which are named by their ids. All of a sentence's claims
/// together are what the sentence says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "claim", rename_all = "kebab-case")]
pub enum Claim {
    /// The sentence shows the value of the cell, and the cell may be spoken of.
    Value {
        /// The cell.
        cell: String,
    },
    /// The cell has this rank, of so many.
    Rank {
        /// The cell.
        cell: String,
        /// From 1.
        rank: i32,
        /// How many were ranked.
        of: i32,
    },
    /// The cell is the first of all members', by more than the noise, with this one next.
    Frontrunner {
        /// The cell.
        cell: String,
        /// The highest of the others.
        next: String,
    },
    /// Each of the cells is above all others of `among`.
    Highest {
        /// The highest, in falling order.
        cells: Vec<String>,
        /// All that were compared, these included.
        among: Vec<String>,
    },
    /// The cell is below all others of `among`.
    Lowest {
        /// The lowest.
        cell: String,
        /// All that were compared, this one included.
        among: Vec<String>,
    },
    /// No ranked cell of `among` has a better rank, and no other has the same.
    BestRank {
        /// The cells with the best rank.
        cells: Vec<String>,
        /// All that were compared, these included.
        among: Vec<String>,
    },
    /// Exports exceed imports.
    Surplus {
        /// A relative trade balance.
        cell: String,
    },
    /// Imports exceed exports.
    Deficit {
        /// A relative trade balance.
        cell: String,
    },
    /// So many of the cells show a surplus.
    SurplusCount {
        /// All cells of the year that may be spoken of.
        among: Vec<String>,
        /// How many are above zero.
        count: usize,
    },
    /// The value is higher than it was, by more than noise and limits.
    Rises {
        /// The earlier cell.
        from: String,
        /// The later cell.
        to: String,
    },
    /// The value is lower than it was, by more than noise and limits.
    Falls {
        /// The earlier cell.
        from: String,
        /// The later cell.
        to: String,
    },
    /// The value stayed within the rule's band all the time.
    Stable {
        /// The earlier cell.
        from: String,
        /// The later cell.
        to: String,
    },
    /// The rank of what is made is better than the rank of what is invented.
    BetterMade {
        /// The cell of the difference of ranks.
        gap: String,
        /// The cell of the patents.
        invented: String,
        /// The cell of the production.
        made: String,
    },
    /// The rank of what is invented is better than the rank of what is made.
    BetterInvented {
        /// The cell of the difference of ranks.
        gap: String,
        /// The cell of the patents.
        invented: String,
        /// The cell of the production.
        made: String,
    },
}

impl Claim {
    /// Ids of the cells whose numbers stand in the sentence or are counted in it. What the
    /// highest was compared with is not among them.
    pub(crate) fn behind(&self) -> Vec<&String> {
        match self {
            Self::Value { cell }
            | Self::Rank { cell, .. }
            | Self::Lowest { cell, .. }
            | Self::Surplus { cell }
            | Self::Deficit { cell } => vec![cell],
            Self::Frontrunner { cell, next } => vec![cell, next],
            Self::Highest { cells, .. } | Self::BestRank { cells, .. } => cells.iter().collect(),
            Self::SurplusCount { among, .. } => among.iter().collect(),
            Self::Rises { from, to } | Self::Falls { from, to } | Self::Stable { from, to } => {
                vec![from, to]
            }
            Self::BetterMade { gap, invented, made }
            | Self::BetterInvented { gap, invented, made } => vec![gap, invented, made],
        }
    }
}
