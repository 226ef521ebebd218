//! Fields of technology.

use super::{FIELDS, Report, common, rules};
use crate::Problem;
use crate::document::{Document, Step};
use crate::subject::FIELD_PREFIX;
use crate::wipo_field::WipoFieldFile;

/// The published list has this many fields.
const FIELDS_PUBLISHED: usize = 35;

/// Reads and checks the fields of technology.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Option<WipoFieldFile> {
    let (document, file) = rules::parse::<WipoFieldFile>(documents, FIELDS, problems)?;
    let mut report = Report::new(document, problems);
    common::version(&mut report, &file.version);
    common::origin(&mut report, &["provenance".into()], &file.provenance);
    for (index, field) in file.fields.iter().enumerate() {
        let at = [Step::Key("fields"), index.into()];
        if usize::from(field.number) != index + 1 {
            let what = format!("Field {} stands in place {}.", field.number, index + 1);
            report.add(&at, &field.number.to_string(), what, "List the fields by number, from 1.");
        }
        let id = format!("{FIELD_PREFIX}{:02}", field.number);
        if field.id != id {
            let what = format!("The id of field {} is `{}`.", field.number, field.id);
            report.add(&[at[0], at[1], "id".into()], &field.id, what, &format!("Write `{id}`."));
        }
        common::names(&mut report, &[at[0], at[1], "names".into()], &field.names);
    }
    if file.fields.len() != FIELDS_PUBLISHED {
        let what = format!("There are {} fields of technology.", file.fields.len());
        let way_out = "The World Intellectual Property Organization publishes 35; list them all.";
        report.add(&["fields".into()], "", what, way_out);
    }
    Some(file)
}
