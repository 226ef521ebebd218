//! What Typst sees while it lays out a sheet: templates, one document, fonts, and nothing else.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::Result;
use crate::error::PdfError;
use crate::model::{Document, Panel};
use crate::templates::{MAIN, Template};

/// What all sheets share.
#[derive(Debug)]
pub(crate) struct Base {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: Vec<Source>,
}

impl Base {
    /// Parses the templates and reads the fonts of charts.
    pub(crate) fn new(templates: &[Template]) -> Result<Self> {
        let fonts = sextant_charts::fonts().iter().map(font).collect::<Result<Vec<_>>>()?;
        // Row headers of tables are behind this feature: without them a screen reader reads
        // numbers and not what they are of.
        let features = std::iter::once(Feature::A11yExtras).collect();
        let source = |(path, text): &Template| Source::new(template_id(path), (*text).to_owned());
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: template_id(MAIN),
            sources: templates.iter().map(source).collect(),
        })
    }

    /// The template with this identifier.
    pub(crate) fn template(&self, id: FileId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id() == id)
    }
}

fn font(font: &sextant_charts::Font) -> Result<Font> {
    Font::new(Bytes::new(font.bytes), 0).ok_or_else(|| PdfError::Font(font.file_name.to_owned()))
}

/// Templates stand where they stand in the project, so that messages name files as they are found.
fn template_id(path: &str) -> FileId {
    id(&format!("/reports/{path}"))
}

// Typst keeps every path it has seen: their number must not grow with the number of sheets, and
// figures are therefore numbered and not named.
fn figure_path(number: usize) -> String {
    format!("/figures/{number}.svg")
}

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths written here stay below their root");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// One sheet being laid out.
#[derive(Debug)]
pub(crate) struct SheetWorld<'a> {
    base: &'a Base,
    files: Vec<(FileId, Bytes)>,
    today: Option<Datetime>,
}

impl<'a> SheetWorld<'a> {
    /// Hands the document over as JSON, its pictures as files.
    pub(crate) fn new(base: &'a Base, document: &Document) -> Self {
        let (data, pictures) = split(document);
        let json = serde_json::to_vec(&data).expect("strings, numbers and lists are JSON");
        let mut files = vec![(id("/data.json"), Bytes::new(json))];
        let named = |(number, svg)| (id(&figure_path(number)), Bytes::from_string(svg));
        files.extend(pictures.into_iter().enumerate().map(named));
        let (year, month, day) = document.date;
        Self { base, files, today: Datetime::from_ymd(year, month, day) }
    }
}

/// The document with paths in place of pictures, and the pictures.
fn split(document: &Document) -> (Document, Vec<String>) {
    let mut data = document.clone();
    let mut pictures = Vec::new();
    for panel in data.sections.iter_mut().flat_map(|section| &mut section.panels) {
        if let Panel::Figure(figure) = panel {
            let path = figure_path(pictures.len());
            pictures.push(std::mem::replace(&mut figure.svg, path));
        }
    }
    (data, pictures)
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.base.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.base.book
    }

    fn main(&self) -> FileId {
        self.base.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.base.template(id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(file, _)| *file == id);
        file.map(|(_, bytes)| bytes.clone()).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
