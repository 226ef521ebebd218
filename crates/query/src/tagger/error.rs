//! Why queries could not be compiled.

/// A query that the parser would not have made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// `AND`, `OR` or a phrase of nothing: whether it holds is not defined.
    #[error(
        "query {query} (counted from 0) holds {what} without members; give it members or leave it out"
    )]
    Empty {
        /// Position of the query in the list, from 0.
        query: usize,
        /// `an AND`, `an OR`, `a phrase`.
        what: &'static str,
    },
    /// `AND` or `NOT` below a proximity.
    #[error(
        "query {query} (counted from 0) holds {what} inside ADJ or NEAR, where only words, phrases, OR and further proximities can stand; move it out of the proximity"
    )]
    InsideNear {
        /// Position of the query in the list, from 0.
        query: usize,
        /// `AND` or `NOT`.
        what: &'static str,
    },
}
