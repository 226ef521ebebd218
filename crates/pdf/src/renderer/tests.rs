//! Broken templates are named with their place; a document is never read as one.

#![allow(clippy::panic, reason = "a test may stop")]

use super::Renderer;
use crate::error::{PdfError, Problem};
use crate::model::{Dashboard, Document, Method, Words};
use crate::templates::Template;

fn problems(templates: &[Template]) -> Vec<Problem> {
    let renderer = Renderer::with_templates(templates).expect("fonts are built in");
    match renderer.pdf(&document()) {
        Err(PdfError::Typst { problems, .. }) => problems,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_broken_part_is_named_with_line_column_and_hint() {
    let main = "#import \"parts/figure.typ\": show-it\n#show-it()\n";
    let part = "#let show-it() = {\n  let x = 1\n  x-y + 1\n}\n";
    let found = problems(&[("country.typ", main), ("parts/figure.typ", part)]);
    assert_eq!(found[0].file, "reports/parts/figure.typ");
    assert_eq!(found[0].position, Some((3, 3)));
    assert!(found[0].message.contains("unknown variable: x-y"), "{}", found[0].message);
    assert!(!found[0].hints.is_empty());
    let line = found[0].to_string();
    assert!(line.starts_with("reports/parts/figure.typ:3:3: unknown variable"), "{line}");
}

#[test]
fn a_syntax_error_is_named_with_its_place() {
    let found = problems(&[("country.typ", "#let a = (1,\n\nb c\n")]);
    assert_eq!(found[0].file, "reports/country.typ");
    assert!(found[0].position.is_some());
}

#[test]
fn neither_packages_nor_files_are_within_reach() {
    let package = "#import \"@preview/cetz:0.3.0\": canvas\n";
    assert_eq!(problems(&[("country.typ", package)])[0].position, Some((1, 9)));
    let file = "#read(\"/etc/passwd\")\n";
    let found = problems(&[("country.typ", file)]);
    assert!(found[0].message.contains("not found"), "{}", found[0].message);
}

#[test]
fn the_date_of_the_document_is_the_clock() {
    let template = "#set document(title: \"t\")\n#set text(font: \"Inter\")\n\
        #if datetime.today() != datetime(year: 2023, month: 12, day: 31) { panic(\"clock\") }\nx";
    let renderer = Renderer::with_templates(&[("country.typ", template)]).expect("fonts");
    assert_eq!(renderer.pdf(&document()).err(), None);
}

#[test]
fn a_missing_font_is_refused_and_not_replaced() {
    let template = "#set document(title: \"t\")\n#set text(font: \"Comic Sans\")\nx";
    let found = problems(&[("country.typ", template)]);
    assert!(found[0].message.contains("unknown font family"), "{}", found[0].message);
}

fn document() -> Document {
    let empty = String::new;
    Document {
        lang: "en".to_owned(),
        title: "Arcadia: country fact sheet".to_owned(),
        country: "Arcadia".to_owned(),
        lead: empty(),
        edition: empty(),
        edition_id: "0".repeat(64),
        date: (2023, 12, 31),
        keywords: Vec::new(),
        demo: None,
        reconstruction: empty(),
        words: words(),
        highlights: Vec::new(),
        dashboard: Dashboard {
            title: empty(),
            about: empty(),
            subject: empty(),
            columns: Vec::new(),
            groups: Vec::new(),
            notes: Vec::new(),
            source: empty(),
        },
        sections: Vec::new(),
        key_facts: Vec::new(),
        method: Method {
            paragraphs: Vec::new(),
            indicators: Vec::new(),
            definitions: Vec::new(),
            checksums: Vec::new(),
            warnings: Vec::new(),
        },
        sources: Vec::new(),
    }
}

fn words() -> Words {
    let word = |text: &str| text.to_owned();
    Words {
        kind: word("Country fact sheet"),
        highlights: word("Highlights"),
        page: word("Page {page} of {pages}"),
        key_facts: word("Key facts"),
        key_facts_about: String::new(),
        rank_strip: word("Rank"),
        not_drawn: word("Not drawn"),
        method: word("Method"),
        indicators: word("Indicators"),
        definitions: word("Definitions"),
        version: word("version"),
        checksums: word("Checksums"),
        warnings: word("Warnings"),
        sources: word("Sources"),
        source_edition: word("Edition"),
        licence: word("Licence"),
        citation: word("Citation"),
        extent: word("Files"),
        observations: word("Observations"),
        observations_about: String::new(),
        edition_id: word("Edition identifier"),
    }
}
