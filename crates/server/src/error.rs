//! What can go wrong while serving.

/// A server that had to stop.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServerError {
    /// The network failed.
    #[error(
        "The server cannot go on listening: {0}. Start it again, with another `--addr` if the address is taken."
    )]
    Listen(std::io::Error),
}
