//! Patent queries, asked of rows.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, StringViewArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{ColumnarValue, ScalarUDF, Volatility, create_udf};
use sextant_query::tagger::Tagger;
use sextant_query::{NoHierarchy, Scheme, Symbol};

/// `matches_query(query, title, abstract, ipc)` in SQL: whether a query in the language
/// of the definitions holds. `ipc` are symbols joined by `;`. A missing text is empty.
/// `H01M 4/58/low` finds that symbol alone, since SQL has no scheme at hand.
pub(super) fn matches_query() -> ScalarUDF {
    create_udf(
        "matches_query",
        vec![DataType::Utf8View; 4],
        DataType::Boolean,
        Volatility::Immutable,
        Arc::new(|arguments| {
            let arrays = ColumnarValue::values_to_arrays(arguments)?;
            let columns: Result<Vec<ArrayRef>, _> =
                arrays.iter().map(|array| cast(array, &DataType::Utf8View)).collect();
            let columns = columns?;
            let [query, title, summary, ipc] = columns.as_slice() else {
                let what = "matches_query takes a query, a title, an abstract and symbols";
                return Err(DataFusionError::Plan(what.into()));
            };
            let texts = [title, summary, ipc].map(AsArray::as_string_view);
            Ok(ColumnarValue::Array(Arc::new(matches(query.as_string_view(), texts)?)))
        }),
    )
}

fn matches(
    queries: &StringViewArray,
    [titles, abstracts, symbols]: [&StringViewArray; 3],
) -> Result<BooleanArray, DataFusionError> {
    let mut compiled: Option<(&str, Tagger)> = None;
    let mut found = Vec::with_capacity(queries.len());
    for row in 0..queries.len() {
        let query = text(queries, row);
        if compiled.as_ref().is_none_or(|(known, _)| *known != query) {
            compiled = Some((query, tagger(query)?));
        }
        found.push(compiled.as_ref().map(|(_, tagger)| {
            let (mut scratch, mut atoms) = (tagger.scratch(), tagger.empty());
            tagger.title(text(titles, row), &mut scratch, &mut atoms);
            tagger.abstract_(text(abstracts, row), &mut scratch, &mut atoms);
            let symbols = text(symbols, row).split(';');
            symbols
                .filter_map(|symbol| Symbol::read(symbol.as_bytes()))
                .for_each(|symbol| tagger.symbol(Scheme::Ipc, symbol, &mut atoms));
            tagger.tags(&atoms).next().is_some()
        }));
    }
    Ok(BooleanArray::from(found))
}

fn tagger(query: &str) -> Result<Tagger, DataFusionError> {
    let parsed = sextant_query::parse(query)
        .map_err(|error| DataFusionError::Plan(format!("{error}\n{}", error.marked(query))))?;
    Tagger::new(&[parsed], &NoHierarchy).map_err(|error| DataFusionError::Plan(error.to_string()))
}

fn text(column: &StringViewArray, row: usize) -> &str {
    if column.is_null(row) { "" } else { column.value(row) }
}

#[cfg(test)]
mod tests {
    // What cannot be unwrapped in a test fails the test.
    #![allow(clippy::unwrap_used)]

    use crate::Engine;
    use datafusion::arrow::util::pretty::pretty_format_batches;

    fn run(sql: &str) -> Result<String, crate::EngineError> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let rows = runtime.block_on(Engine::new(Some(1)).query("test", sql))?;
        Ok(pretty_format_batches(&rows).unwrap().to_string())
    }

    #[test]
    fn queries_are_asked_of_rows() {
        let sql =
            "select matches_query('TA:(solar ADJ2 cell*) AND IPC:H02S', title, null, ipc) as m
                   from (values ('Solar thin cells', 'H02S 20/00;A61K 31/00'),
                                ('Solar thin film cells', 'H02S 20/00'),
                                ('Solar cell', 'A61K 31/00')) as t(title, ipc)";
        let printed = run(sql).unwrap();
        let count = |word: &str| printed.matches(word).count();
        assert_eq!((count("true"), count("false")), (1, 2), "{printed}");
    }

    #[test]
    fn a_wrong_query_is_an_error_that_points_at_the_place() {
        let error = run("select matches_query('TA:(solar OR wind AND power)', 'x', '', '')");
        let error = format!("{:?}", error.unwrap_err());
        assert!(error.contains("^^^"), "{error}");
    }
}
