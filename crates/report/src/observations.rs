//! The cube as a table for programs.

use sextant_monitor::Filter;
use sextant_monitor::observation::COLUMNS;

use crate::ReportError;
use crate::context::SheetContext;

/// The wanted observations as CSV with the columns of the cube. One row at a time, since
/// a whole cube of observations takes many times the room of its text.
///
/// # Errors
/// Never in practice: every observation can be written.
pub fn observations_csv(context: &SheetContext, filter: &Filter) -> Result<String, ReportError> {
    let failed = |error: csv::Error| ReportError::Page(error.to_string());
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(failed)?;
    for view in context.cube.views(filter) {
        writer.serialize(view.observation()).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.into_error().into()))?;
    String::from_utf8(bytes).map_err(|error| ReportError::Page(error.to_string()))
}
