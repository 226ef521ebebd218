//! Titles and abstracts, of which the English ones are kept.

use super::document::Notes;
use super::fields::collapsed;
use super::xml::Xml;
use crate::SourceError;
use crate::read::Fault;

/// The language of the element opened last, as it says.
pub(crate) fn language(xml: &Xml<'_>) -> Option<String> {
    xml.attribute("lang").map(|language| language.trim().to_owned())
}

/// Reads the text of the element opened last and keeps it if it is in English and the
/// first. A text with an entity that is not known is not kept.
///
/// # Errors
/// When the file is not well-formed.
pub(crate) fn first_english(
    xml: &mut Xml<'_>,
    kept: &mut Option<String>,
    language: Option<&str>,
    notes: &mut Notes,
) -> Result<(), SourceError> {
    let line = xml.line();
    let Some(language) = language else {
        notes.leave_out("text-without-language");
        return xml.skip();
    };
    if !language.eq_ignore_ascii_case("en") {
        notes.leave_out("text-in-other-language");
        return xml.skip();
    }
    if kept.is_some() {
        notes.leave_out("repeated-text");
        return xml.skip();
    }
    let text = collapsed(xml.text()?);
    match xml.unknown_entity() {
        Some(name) => {
            let detail = format!(
                "The text holds the entity `&{name};`, which is none of XML's and no ISO name; replace it by its character."
            );
            notes.add(Fault::bad("unknown-entity", detail), line, &text);
        }
        None if text.is_empty() => notes.leave_out("empty-text"),
        None => *kept = Some(text),
    }
    Ok(())
}
