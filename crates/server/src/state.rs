//! What every request shares.

use std::sync::Arc;

use axum::body::Bytes;
use sextant_report::{SheetContext, assets};
use tokio::sync::Semaphore;

use crate::cache::Cache;

/// A file of the pages.
pub(crate) struct Served {
    pub(crate) name: &'static str,
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Bytes,
}

/// An edition in memory, and what has been made from it.
#[derive(Clone)]
pub struct ServerState(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) context: SheetContext,
    pub(crate) assets: Vec<Served>,
    pub(crate) cache: Cache,
    /// One permit a core: making pages is work for the processor, and a crowd of
    /// requests must not become a crowd of threads.
    pub(crate) cores: Semaphore,
}

impl ServerState {
    /// Takes over an edition.
    #[must_use]
    pub fn new(context: SheetContext) -> Self {
        let assets = assets().into_iter();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Shared {
            context,
            assets: assets
                .map(|asset| Served {
                    name: asset.name,
                    content_type: asset.content_type,
                    bytes: asset.bytes.into(),
                })
                .collect(),
            cache: Cache::default(),
            cores: Semaphore::new(cores),
        }))
    }
}
