//! Elements and texts of an XML file, one after the other.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::mem;

use quick_xml::encoding::EncodingError;
use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesDecl, Event};
use quick_xml::{Error, Reader};

use super::entity;
use super::error::XmlError;
use super::stream::{DOCUMENT_MOST, Place, Stream};
use crate::SourceError;
use crate::read::{Packing, Part, head_start};

/// Elements within a text that stand for themselves: a word ends before and after.
const BLOCKS: &[&str] =
    &["p", "br", "li", "ul", "ol", "dl", "dt", "dd", "heading", "row", "entry", "table", "tables"];

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Open,
    Close,
    End,
}

/// An XML file being read.
///
/// After [`Xml::root`] or [`Xml::child`] gave an element, that element is to be used up
/// before anything else: by [`Xml::skip`], by [`Xml::text`], or by asking for its
/// children until there are none.
pub(crate) struct Xml<'a> {
    reader: Reader<Stream<'a>>,
    event: Vec<u8>,
    /// Local name of the element opened last.
    name: String,
    /// Its attributes as they stand.
    attributes: String,
    text: String,
    unknown_entity: Option<String>,
    /// Where the last tag or text starts.
    at: Place,
    label: String,
    packing: Packing,
}

impl<'a> Xml<'a> {
    /// Starts to read `part`.
    ///
    /// # Errors
    /// When it is empty or plainly no text.
    pub(crate) fn open(part: Part<'a>) -> Result<Self, SourceError> {
        head_start(&part.label, &part.head)?;
        let bytes = Box::new(Cursor::new(part.head).chain(part.stream));
        Ok(Self {
            reader: reader(Stream::new(bytes)),
            event: Vec::new(),
            name: String::new(),
            attributes: String::new(),
            text: String::new(),
            unknown_entity: None,
            at: Place { line: 1, column: 1 },
            label: part.label,
            packing: part.packing,
        })
    }

    /// The local name of the next outermost element; None at the end of the file.
    ///
    /// # Errors
    /// When the file is not well-formed or not readable.
    pub(crate) fn root(&mut self) -> Result<Option<&str>, SourceError> {
        Ok((self.step(false)? == Step::Open).then_some(self.name.as_str()))
    }

    /// The local name of the next element in the one that is open; None where that one
    /// ends.
    ///
    /// # Errors
    /// When the file is not well-formed or not readable.
    pub(crate) fn child(&mut self) -> Result<Option<&str>, SourceError> {
        match self.step(false)? {
            Step::Open => Ok(Some(&self.name)),
            Step::Close => Ok(None),
            Step::End => Err(self.cut()),
        }
    }

    /// Passes over the element opened last.
    ///
    /// # Errors
    /// When the file is not well-formed or not readable.
    pub(crate) fn skip(&mut self) -> Result<(), SourceError> {
        let mut depth = 1_u64;
        while depth > 0 {
            match self.step(false)? {
                Step::Open => depth += 1,
                Step::Close => depth -= 1,
                Step::End => return Err(self.cut()),
            }
        }
        Ok(())
    }

    /// The text of the element opened last and of all elements in it, as it stands.
    ///
    /// # Errors
    /// When the file is not well-formed or not readable.
    pub(crate) fn text(&mut self) -> Result<&str, SourceError> {
        self.text.clear();
        self.unknown_entity = None;
        let mut blocks = Vec::new();
        loop {
            match self.step(true)? {
                Step::Open => {
                    blocks.push(BLOCKS.contains(&self.name.as_str()));
                    self.part_words(blocks.last().copied());
                }
                Step::Close if blocks.is_empty() => return Ok(&self.text),
                Step::Close => {
                    let block = blocks.pop();
                    self.part_words(block);
                }
                Step::End => return Err(self.cut()),
            }
        }
    }

    fn part_words(&mut self, at_block: Option<bool>) {
        if at_block == Some(true) {
            self.text.push(' ');
        }
    }

    /// The first entity of the last text that could not be resolved and stands in it as
    /// written.
    pub(crate) fn unknown_entity(&mut self) -> Option<String> {
        self.unknown_entity.take()
    }

    /// An attribute of the element opened last, as it stands.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = Attributes::new(&self.attributes, 0);
        attributes.with_checks(false);
        attributes.flatten().find(|found| found.key.as_ref() == name).map(|found| found.value)
    }

    /// Names, with their prefixes, and values of the attributes of the element opened
    /// last; the five entities of XML are resolved.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = Attributes::new(&self.attributes, 0);
        attributes.with_checks(false);
        attributes.flatten().map(|found| {
            let value = match unescape(&found.value) {
                Ok(Cow::Owned(plain)) => Cow::Owned(plain),
                Ok(Cow::Borrowed(_)) | Err(_) => found.value,
            };
            (found.key.into_inner(), value)
        })
    }

    /// Whether the element opened last has this attribute with this value.
    pub(crate) fn says(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|found| found == value)
    }

    /// Line on which the last tag or text starts.
    pub(crate) fn line(&self) -> u64 {
        self.at.line
    }

    /// The tag that opened last, for messages.
    pub(crate) fn tag(&self) -> String {
        format!("<{}{}>", self.name, self.attributes)
    }

    /// How messages call the file.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// Notes that a document starts with the element opened last.
    pub(crate) fn start_document(&mut self) {
        self.reader.get_mut().start_document();
    }

    /// Passes over everything up to the end tag `end` without looking at it. What
    /// follows is outside all elements.
    ///
    /// # Errors
    /// When there is no such tag.
    pub(crate) fn pass(&mut self, end: &str) -> Result<(), SourceError> {
        let nothing = reader(Stream::new(Box::new(io::empty())));
        let mut stream = mem::replace(&mut self.reader, nothing).into_inner();
        let passed = stream.pass(end.as_bytes());
        self.at = stream.place();
        self.reader = reader(stream);
        match passed {
            Ok(true) => Ok(()),
            Ok(false) => Err(self.malformed(format!("the file ends before `{end}`"))),
            Err(error) => Err(self.failed(Error::from(error))),
        }
    }

    /// The error of an outermost element that is not `expected`.
    pub(crate) fn wrong_root(&self, expected: &'static str) -> SourceError {
        let Place { line, column } = self.at;
        let (file, found) = (self.label.clone(), self.name.clone());
        XmlError::WrongRoot { file, line, column, found, expected }.into()
    }

    fn step(&mut self, keep_text: bool) -> Result<Step, SourceError> {
        loop {
            self.event.clear();
            self.at = self.reader.get_ref().place();
            match self.reader.read_event_into(&mut self.event) {
                Ok(Event::Start(tag)) => {
                    self.name.clear();
                    self.name.push_str(tag.local_name().as_ref());
                    self.attributes.clear();
                    self.attributes.push_str(tag.attributes_raw());
                    return Ok(Step::Open);
                }
                Ok(Event::End(_)) => return Ok(Step::Close),
                Ok(Event::Eof) => return Ok(Step::End),
                Ok(Event::Text(text)) if keep_text => self.text.push_str(&text),
                Ok(Event::CData(text)) if keep_text => self.text.push_str(&text),
                Ok(Event::GeneralRef(reference)) if keep_text => {
                    entity::push_reference(&mut self.text, &reference, &mut self.unknown_entity);
                }
                Ok(Event::Decl(declaration)) => {
                    if let Some(encoding) = other_encoding(&declaration) {
                        let (file, line) = (self.label.clone(), self.at.line);
                        return Err(XmlError::Encoding { file, line, encoding }.into());
                    }
                }
                Ok(_) => {}
                Err(error) => return Err(self.failed(error)),
            }
        }
    }

    fn cut(&self) -> SourceError {
        self.malformed("the file ends inside an element".to_owned())
    }

    fn malformed(&self, detail: String) -> SourceError {
        let Place { line, column } = self.at;
        XmlError::NotWellFormed { file: self.label.clone(), line, column, detail }.into()
    }

    #[cold]
    fn failed(&self, error: Error) -> SourceError {
        match error {
            Error::Io(_) if self.reader.get_ref().is_exhausted() => {
                let Place { line, column } = self.at;
                let (file, mebibytes) = (self.label.clone(), DOCUMENT_MOST >> 20);
                XmlError::DocumentTooLong { file, line, column, mebibytes }.into()
            }
            Error::Io(error) => {
                let error = io::Error::new(error.kind(), error.to_string());
                Part::read_error(&self.label, self.packing, error)
            }
            Error::Encoding(EncodingError::Utf8(error)) => self.not_utf8(error.valid_up_to()),
            other => self.malformed(other.to_string()),
        }
    }

    fn not_utf8(&self, valid: usize) -> SourceError {
        let before = self.event.get(..valid).unwrap_or_default();
        let Place { line, column } = self.at.after(before);
        SourceError::NotUtf8 {
            file: self.label.clone(),
            line,
            column: usize::try_from(column).unwrap_or(usize::MAX),
            byte: self.event.get(valid).copied().unwrap_or_default(),
        }
    }
}

/// A reader that checks the nesting of elements and forgives a bare `&`, which copies
/// saved from a browser have.
fn reader(stream: Stream<'_>) -> Reader<Stream<'_>> {
    let mut reader = Reader::from_reader(stream);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    reader
}

/// The declared encoding, where it is not UTF-8 or a part of it.
fn other_encoding(declaration: &BytesDecl<'_>) -> Option<String> {
    let encoding = declaration.encoding()?.ok()?.into_owned();
    let known = ["utf-8", "utf8", "us-ascii", "ascii"];
    (!known.contains(&encoding.to_ascii_lowercase().as_str())).then_some(encoding)
}
