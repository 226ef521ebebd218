//! Lays out sheets.

use std::sync::OnceLock;

use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::Result;
use crate::check::check;
use crate::diagnostics::refused;
use crate::model::Document;
use crate::templates::{TEMPLATES, Template};
use crate::world::{Base, SheetWorld};

/// After how many sheets Typst forgets what it computed for one. Sheets of one language share
/// their words and fonts; two keeps those, and memory level, while two threads lay out.
const KEEP: usize = 2;

/// Lays out sheets. One renderer serves any number of threads, and what it laid out before never
/// shows in what it lays out.
#[derive(Debug)]
pub struct Renderer {
    base: Base,
}

impl Renderer {
    /// Reads templates and fonts; some milliseconds.
    ///
    /// # Errors
    /// [`PdfError::Font`](crate::PdfError::Font) where the program was built wrongly.
    pub fn new() -> Result<Self> {
        Self::with_templates(&TEMPLATES)
    }

    fn with_templates(templates: &[Template]) -> Result<Self> {
        Ok(Self { base: Base::new(templates)? })
    }

    /// The sheet as a PDF/UA-1 and PDF/A-2a file.
    ///
    /// # Errors
    /// [`PdfError`](crate::PdfError) where a row does not fit its table, where language or date do
    /// not exist, or where Typst refuses a picture or a template.
    pub fn pdf(&self, document: &Document) -> Result<Vec<u8>> {
        check(document)?;
        let world = SheetWorld::new(&self.base, document);
        let bytes = self.lay_out(&world, document);
        typst::comemo::evict(KEEP);
        bytes
    }

    fn lay_out(&self, world: &SheetWorld<'_>, document: &Document) -> Result<Vec<u8>> {
        let refuse = |problems: &[_]| refused(&document.title, world, problems);
        let laid_out = typst::compile::<PagedDocument>(world);
        // A warning is a font or a glyph that is not there: a page that would not be readable.
        if !laid_out.warnings.is_empty() {
            return Err(refuse(&laid_out.warnings));
        }
        let pages = laid_out.output.map_err(|problems| refuse(&problems))?;
        typst_pdf::pdf(&pages, &options(document)).map_err(|problems| refuse(&problems))
    }
}

/// Lays out one sheet with a renderer that the program keeps.
///
/// # Errors
/// As [`Renderer::pdf`].
pub fn render(document: &Document) -> Result<Vec<u8>> {
    static RENDERER: OnceLock<Result<Renderer>> = OnceLock::new();
    RENDERER.get_or_init(Renderer::new).as_ref().map_err(Clone::clone)?.pdf(document)
}

fn options(document: &Document) -> PdfOptions {
    let (year, month, day) = document.date;
    let standards = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let identity = format!("{}/{}/{}", document.edition_id, document.country, document.lang);
    PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Sextant".to_owned())),
        timestamp: Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc),
        standards: PdfStandards::new(&standards).expect("both build on PDF 1.7"),
        ..PdfOptions::default()
    }
}

#[cfg(test)]
mod tests;
