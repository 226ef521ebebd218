//! Status flags: short words joined by `;`, without order or repetition.

use std::collections::BTreeSet;
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, StringViewArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{ColumnarValue, ScalarUDF, Volatility, create_udf};

/// The union of two sets of flags, in alphabetical order.
///
/// ```
/// use sextant_engine::kernels::merge;
/// assert_eq!(merge("partial-codes;break", "break"), "break;partial-codes");
/// assert_eq!(merge("", ""), "");
/// ```
#[must_use]
pub fn merge(left: &str, right: &str) -> String {
    let flags: BTreeSet<&str> =
        left.split(';').chain(right.split(';')).filter(|flag| !flag.is_empty()).collect();
    flags.into_iter().collect::<Vec<_>>().join(";")
}

/// `merge_flags(left, right)` in SQL; a missing set counts as empty.
pub(super) fn merge_flags() -> ScalarUDF {
    create_udf(
        "merge_flags",
        vec![DataType::Utf8View, DataType::Utf8View],
        DataType::Utf8View,
        Volatility::Immutable,
        Arc::new(|arguments| {
            let arrays = ColumnarValue::values_to_arrays(arguments)?;
            let [left, right] = arrays.as_slice() else {
                return Err(DataFusionError::Plan("merge_flags takes two sets of flags".into()));
            };
            Ok(ColumnarValue::Array(merge_arrays(left, right)?))
        }),
    )
}

fn merge_arrays(left: &ArrayRef, right: &ArrayRef) -> Result<ArrayRef, DataFusionError> {
    let (left, right) = (cast(left, &DataType::Utf8View)?, cast(right, &DataType::Utf8View)?);
    let (left, right) = (left.as_string_view(), right.as_string_view());
    let merged = (0..left.len()).map(|row| merge(text(left, row), text(right, row)));
    Ok(Arc::new(StringViewArray::from_iter_values(merged)))
}

fn text(column: &StringViewArray, row: usize) -> &str {
    if column.is_null(row) { "" } else { column.value(row) }
}
