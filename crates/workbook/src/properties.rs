//! What the file says about itself.

use rust_xlsxwriter::{DocProperties, ExcelDateTime};

use crate::WorkbookError;
use crate::model::Workbook;
use crate::text::line;

/// Name of the custom property with the demo label, the same in every language so that programs
/// find it.
pub(crate) const DEMO: &str = "Demo data";

/// The properties, dated by the workbook instead of a clock.
pub(crate) fn of(workbook: &Workbook) -> Result<DocProperties, WorkbookError> {
    let given = &workbook.properties;
    let demo = workbook.demo.as_deref().map(line).unwrap_or_default();
    let marked = |text: &str, join: &str| match (demo.is_empty(), text.is_empty()) {
        (true, _) => line(text),
        (false, true) => demo.clone(),
        (false, false) => format!("{demo}{join}{}", line(text)),
    };
    let mut properties = DocProperties::new()
        .set_creation_datetime(&date(workbook)?)
        .set_title(marked(&workbook.title, ": "))
        .set_comment(marked(&given.description, ". "))
        .set_status(demo.clone())
        .set_author(line(&given.author))
        .set_company(line(&given.company))
        .set_subject(line(&given.subject))
        .set_keywords(line(&given.keywords));
    if !demo.is_empty() {
        properties = properties.set_custom_property(DEMO, demo.as_str());
    }
    for (name, value) in &given.custom {
        properties = properties.set_custom_property(line(name), line(value).as_str());
    }
    Ok(properties)
}

fn date(workbook: &Workbook) -> Result<ExcelDateTime, WorkbookError> {
    let created = workbook.properties.created;
    let wrong = || WorkbookError::Date {
        title: workbook.title.clone(),
        year: created.year,
        month: created.month,
        day: created.day,
    };
    if created.year < 1900 {
        return Err(wrong());
    }
    ExcelDateTime::from_ymd(created.year, created.month, created.day).map_err(|_| wrong())
}
