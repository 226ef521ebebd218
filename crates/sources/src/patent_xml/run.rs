//! Walks through the documents of a part.

use super::document::{Document, Notes};
use super::emitter::Emitter;
use super::error::XmlError;
use super::xml::Xml;
use crate::read::{Collector, Fault, Head, Job, read_parts};
use crate::{FileReport, Sink, SourceError};

/// How one kind of publication is read.
pub(crate) trait Publication {
    /// The element that is a document.
    const ELEMENT: &'static str;
    /// Elements that documents may lie in, the outermost first.
    const AROUND: &'static [&'static str];
    /// What to call them in a message: `DOCDB exchange documents (...)`.
    const EXPECTED: &'static str;

    /// Reads the document that `xml` has just opened, to its end.
    ///
    /// # Errors
    /// When the file is not well-formed. A [`Fault`] when the document yields nothing.
    fn read(
        &self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<Result<Document, Fault>, SourceError>;

    /// The edition, where the element around documents tells it.
    fn edition(&self, _xml: &Xml<'_>) -> Option<String> {
        None
    }
}

/// The local name of the outermost element, as far as `head` shows it.
pub(crate) fn root(head: &[u8]) -> Option<&str> {
    let mut rest = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    loop {
        let tag = rest.strip_prefix(b"<")?;
        let end: &[u8] = match tag.first()? {
            b'?' => b"?>",
            b'!' if tag.starts_with(b"!--") => b"-->",
            b'!' => b">",
            _ => return name(tag),
        };
        let at = memchr::memmem::find(tag, end)?;
        rest = tag.get(at + end.len()..)?.trim_ascii_start();
    }
}

fn name(tag: &[u8]) -> Option<&str> {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte))?;
    let name = std::str::from_utf8(tag.get(..end)?).ok()?;
    Some(name.rsplit(':').next().unwrap_or(name))
}

/// Reads all documents of a raw file, whose publications of one application give one.
///
/// # Errors
/// Those of [`read_parts`] and of [`read_documents`].
pub(crate) fn read_file<P: Publication>(
    job: &Job<'_>,
    sink: &mut dyn Sink,
    recognise: fn(&Head<'_>) -> bool,
    publication: &P,
) -> Result<FileReport, SourceError> {
    let mut emitter = Emitter::default();
    read_parts(job, sink, recognise, &mut |part, collector| {
        read_documents(publication, &mut Xml::open(part)?, &mut emitter, collector)
    })
}

/// Reads all documents of a part.
///
/// # Errors
/// When the part is not well-formed, of another kind, or without documents.
fn read_documents<P: Publication>(
    publication: &P,
    xml: &mut Xml<'_>,
    emitter: &mut Emitter,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let before = collector.rows_read();
    while let Some(name) = xml.root()? {
        if name == P::ELEMENT {
            document(publication, xml, emitter, collector)?;
        } else if P::AROUND.contains(&name) {
            collector.edition(publication.edition(xml));
            documents_in(publication, xml, emitter, collector)?;
        } else {
            return Err(xml.wrong_root(P::EXPECTED));
        }
    }
    emitter.finish(collector)?;
    if collector.rows_read() == before {
        let file = xml.label().to_owned();
        return Err(XmlError::NoDocument { file, expected: P::EXPECTED }.into());
    }
    Ok(())
}

/// Reads the documents in the element that is open, or in the elements around documents
/// that it holds.
fn documents_in<P: Publication>(
    publication: &P,
    xml: &mut Xml<'_>,
    emitter: &mut Emitter,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    let mut depth = 1_usize;
    while depth > 0 {
        let Some(name) = xml.child()? else {
            depth -= 1;
            continue;
        };
        if name == P::ELEMENT {
            document(publication, xml, emitter, collector)?;
        } else if P::AROUND.contains(&name) {
            depth += 1;
        } else {
            xml.skip()?;
        }
    }
    Ok(())
}

fn document<P: Publication>(
    publication: &P,
    xml: &mut Xml<'_>,
    emitter: &mut Emitter,
    collector: &mut Collector<'_>,
) -> Result<(), SourceError> {
    xml.start_document();
    let (line, tag) = (xml.line(), xml.tag());
    let mut notes = Notes::default();
    match publication.read(xml, &mut notes)? {
        Ok(document) => {
            emitter.take(document);
            emitter.take_notes(notes);
        }
        Err(fault) => emitter.take_fault(fault, line, &tag),
    }
    emitter.pass_on_many(collector)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_element_behind_all_that_may_stand_before_it() {
        for (text, expected) in [
            ("<a>", Some("a")),
            (
                "\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE x:a SYSTEM \"a.dtd\"><x:a b='c'/>",
                Some("a"),
            ),
            ("<!-- <b> --> <a/>", Some("a")),
            ("a,b\n1,2\n", None),
            ("<", None),
            ("<a", None),
            ("<?xml", None),
            ("", None),
        ] {
            assert_eq!(root(text.as_bytes()), expected, "{text}");
        }
    }
}
