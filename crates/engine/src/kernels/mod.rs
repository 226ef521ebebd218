//! Functions that SQL can call beside the engine's own.

mod flags;
mod query;

use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;

pub use flags::merge;

/// Every scalar kernel, for any session that runs Sextant's SQL.
#[must_use]
pub fn functions() -> Vec<ScalarUDF> {
    vec![flags::merge_flags(), query::matches_query()]
}

pub(crate) fn register(context: &SessionContext) {
    for function in functions() {
        context.register_udf(function);
    }
}
