//! What stands in the file: tags, language, metadata, fonts, bookmarks, and the words themselves.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

#[path = "../examples/sample/document.rs"]
mod document;
#[path = "../examples/sample/pictures.rs"]
mod pictures;
mod support;
#[path = "../examples/sample/texts.rs"]
mod texts;

use std::sync::OnceLock;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, String as Bytes};
use sextant_pdf::{Document, Missing, Panel, PdfError, Section, render};
use support::{catalog, dictionaries, named, scoped, text, words, xmp};

const HOSTILE: &str = "#panic(\"x\") *a* _b_ @c $d$ <e> \\f";

/// The sample cut to its first page, its first two figures and its end: what a test needs.
fn short(lang: &str) -> Document {
    let mut sheet = document::sample(lang).unwrap();
    sheet.sections.truncate(1);
    sheet.sections[0].panels.truncate(2);
    sheet.key_facts.truncate(1);
    sheet
}

fn english() -> &'static (Vec<u8>, Pdf) {
    static SHEET: OnceLock<(Vec<u8>, Pdf)> = OnceLock::new();
    SHEET.get_or_init(|| opened(&short("en")))
}

fn opened(sheet: &Document) -> (Vec<u8>, Pdf) {
    let bytes = render(sheet).unwrap();
    let pdf = Pdf::new(bytes.clone()).unwrap();
    (bytes, pdf)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn it_is_tagged_in_its_language_and_shows_its_title() {
    let (_, pdf) = english();
    let catalog = catalog(pdf);
    assert_eq!(catalog.get::<Dict<'_>>("MarkInfo").unwrap().get::<bool>("Marked"), Some(true));
    assert!(catalog.contains_key("StructTreeRoot"));
    assert_eq!(catalog.get::<Bytes<'_>>("Lang").unwrap().as_bytes(), b"en");
    let viewer = catalog.get::<Dict<'_>>("ViewerPreferences").unwrap();
    assert_eq!(viewer.get::<bool>("DisplayDocTitle"), Some(true));
}

#[test]
fn its_metadata_claim_both_standards_and_carry_the_warning() {
    let xmp = xmp(&english().1);
    for claim in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Arcadia: Country fact sheet",
        "Sextant",
        "Demo data",
        "2023-12-31",
    ] {
        assert!(xmp.contains(claim), "{claim} is not in {xmp}");
    }
}

#[test]
fn every_font_is_embedded() {
    let descriptors = named(&english().1, "Type", "FontDescriptor");
    assert!(descriptors.len() >= 2, "regular and semibold at least");
    for font in descriptors {
        assert!(font.contains_key("FontFile2") || font.contains_key("FontFile3"), "{font:?}");
    }
}

#[test]
fn figures_have_descriptions_and_tables_heads_of_rows_and_columns() {
    let (_, pdf) = english();
    let figures = named(pdf, "S", "Figure");
    assert!(figures.len() >= 2);
    assert!(figures.iter().all(|figure| figure.contains_key("Alt")));
    assert!(named(pdf, "S", "Table").len() >= 3);
    let heads = named(pdf, "S", "TH");
    assert!(scoped(&heads, "Row") > 30, "rows have heads");
    assert!(scoped(&heads, "Column") > 10, "columns have heads");
}

#[test]
fn headings_are_bookmarks_and_sentences_link_to_observations() {
    let (_, pdf) = english();
    assert!(catalog(pdf).get::<Dict<'_>>("Outlines").unwrap().contains_key("First"));
    let link = |dict: &Dict<'_>| {
        dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Link")
    };
    let links = dictionaries(pdf).iter().filter(|dict| link(dict)).count();
    assert!(links >= 24, "twelve sentences, both ways: {links}");
}

#[test]
fn the_same_document_gives_the_same_bytes_on_every_thread() {
    let sheet = short("en");
    let other = std::thread::spawn({
        let sheet = sheet.clone();
        move || render(&sheet).unwrap()
    });
    let here = render(&sheet).unwrap();
    assert!(here == other.join().unwrap(), "two threads differ");
    assert!(here == english().0, "two runs differ");
}

#[test]
fn the_warning_stands_on_every_page() {
    let (_, pdf) = english();
    let pages = pdf.pages();
    assert!((2..=8).contains(&pages.len()), "{} pages", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert!(text(page).contains("Demo data"), "page {}", index + 1);
    }
}

#[test]
fn chinese_comes_out_as_chinese() {
    let (_, pdf) = opened(&short("zh"));
    assert_eq!(catalog(&pdf).get::<Bytes<'_>>("Lang").unwrap().as_bytes(), b"zh-CN");
    let text = squeezed(&words(&pdf));
    assert!(text.contains("阿卡迪亚"), "{text}");
}

#[test]
fn text_is_text_and_a_missing_figure_says_why() {
    let mut sheet = short("en");
    sheet.country = HOSTILE.to_owned();
    sheet.highlights[0].text = HOSTILE.to_owned();
    sheet.sections = vec![Section {
        title: HOSTILE.to_owned(),
        panels: vec![Panel::Missing(Missing {
            number: Some("Figure 3.".to_owned()),
            name: "Private equity".to_owned(),
            why: "This edition holds no funding rounds.".to_owned(),
        })],
    }];
    let text = words(&opened(&sheet).1);
    let times = squeezed(&text).matches(&squeezed(HOSTILE)).count();
    assert!(times >= 3, "{times} times in {text}");
    assert!(squeezed(&text).contains("Thiseditionholdsnofundingrounds."), "{text}");
}

#[test]
fn what_would_be_laid_out_wrongly_is_refused() {
    let mut sheet = short("en");
    sheet.dashboard.groups[0].rows[0].marks.pop();
    assert!(matches!(render(&sheet), Err(PdfError::RowLength { cells: 3, columns: 4, .. })));
    let mut sheet = short("en");
    sheet.lang = "de".to_owned();
    assert!(matches!(render(&sheet), Err(PdfError::Language { .. })));
    let mut sheet = short("en");
    sheet.date = (2023, 2, 30);
    assert!(matches!(render(&sheet), Err(PdfError::Date { day: 30, .. })));
}

#[test]
fn a_picture_that_is_none_is_named() {
    let mut sheet = short("en");
    let Panel::Figure(figure) = &mut sheet.sections[0].panels[0] else { panic!("a figure") };
    figure.svg = "<svg".to_owned();
    let Err(PdfError::Typst { problems, .. }) = render(&sheet) else { panic!("laid out") };
    assert!(problems[0].file.contains("figure.typ") || problems[0].file.contains("figures/0.svg"));
}
