//! How to read.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;

/// How many threads parse, and in which pieces. Neither changes what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// Threads that parse blocks; one more reads and decompresses, and the
    /// caller's thread runs the sink. At least 1.
    pub threads: usize,
    /// Bytes of decompressed text in one block, which becomes one batch of rows.
    /// A block grows when one record is longer.
    pub block_bytes: usize,
}

impl Default for ReadOptions {
    /// As many threads as the machine offers, and blocks of 256 KiB, which stay in
    /// the cache of a core together with the rows made of them.
    fn default() -> Self {
        let threads = available_parallelism().map_or(1, NonZeroUsize::get);
        Self { threads, block_bytes: 1 << 18 }
    }
}
