//! What every request shares.

use std::sync::Arc;

use sextant_report::{Asset, SheetContext, assets};
use tokio::sync::Semaphore;

use crate::cache::Cache;

/// An edition in memory, and what has been made from it.
#[derive(Clone)]
pub struct ServerState(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) context: SheetContext,
    pub(crate) assets: Vec<Asset>,
    pub(crate) cache: Cache,
    /// One permit a core: making pages is work for the processor, and a crowd of
    /// requests must not become a crowd of threads.
    pub(crate) cores: Semaphore,
}

impl ServerState {
    /// Takes over an edition.
    #[must_use]
    pub fn new(context: SheetContext) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Shared {
            context,
            assets: assets(),
            cache: Cache::default(),
            cores: Semaphore::new(cores),
        }))
    }
}
