//! What has been made, kept until it grows too large.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sextant_report::SheetContext;

use crate::ask::{Ask, Failure, Made};

type Outcome = Result<Made, Failure>;

/// Above this the cache starts afresh; all fact sheets in four languages fit.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// What has been made. Two requests for the same thing make it once.
#[derive(Default)]
pub(crate) struct Cache {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    entries: BTreeMap<String, Arc<OnceLock<Outcome>>>,
    bytes: usize,
}

impl Cache {
    /// The thing if it has been made.
    pub(crate) fn get(&self, ask: &Ask) -> Option<Outcome> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.entries.get(&ask.to_string()).and_then(|entry| entry.get().cloned())
    }

    /// The thing, made now if need be, on the calling thread.
    pub(crate) fn get_or_make(&self, ask: &Ask, context: &SheetContext) -> Outcome {
        if !ask.is_kept() {
            return ask.make(context);
        }
        let entry = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(kept.entries.entry(ask.to_string()).or_default())
        };
        let mut made_here = 0;
        let outcome = entry.get_or_init(|| {
            let outcome = ask.make(context);
            made_here = outcome.as_ref().map_or(0, |made| made.bytes.len());
            outcome
        });
        self.grow(made_here);
        outcome.clone()
    }

    fn grow(&self, bytes: usize) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += bytes;
        if kept.bytes > MOST_BYTES {
            *kept = Kept::default();
        }
    }
}
