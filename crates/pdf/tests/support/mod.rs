//! Reads back what stands in a PDF: dictionaries, structure elements, and the words of a page.

mod letters;

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Bytes};
use hayro_syntax::page::Page;

use letters::Letters;

/// The document catalog.
pub(crate) fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).expect("a catalog")
}

/// Every dictionary that is an object of its own; those of streams are not.
pub(crate) fn dictionaries(pdf: &Pdf) -> Vec<Dict<'_>> {
    pdf.objects()
        .into_iter()
        .filter_map(|object| match object {
            Object::Dict(dict) => Some(dict),
            _ => None,
        })
        .collect()
}

/// The dictionaries in which a key has this name: `Type` is `FontDescriptor`, `S` is `TH`.
pub(crate) fn named<'a>(pdf: &'a Pdf, key: &str, name: &str) -> Vec<Dict<'a>> {
    let mut found = dictionaries(pdf);
    found.retain(|dict| dict.get::<Name<'_>>(key).is_some_and(|value| value.as_str() == name));
    found
}

/// How many heads of a table say that they are of a `Row` or of a `Column`.
pub(crate) fn scoped(heads: &[Dict<'_>], scope: &str) -> usize {
    let says =
        |dict: Dict<'_>| dict.get::<Name<'_>>("Scope").is_some_and(|name| name.as_str() == scope);
    let attributes = |head: &Dict<'_>| match head.get::<Object<'_>>("A") {
        Some(Object::Dict(dict)) => says(dict),
        Some(Object::Array(array)) => array.iter::<Dict<'_>>().any(says),
        _ => false,
    };
    heads.iter().filter(|head| attributes(head)).count()
}

/// The metadata as XML.
pub(crate) fn xmp(pdf: &Pdf) -> String {
    let stream: Stream<'_> = catalog(pdf).get("Metadata").expect("metadata");
    String::from_utf8(stream.decoded().expect("readable").into_owned()).expect("XML is UTF-8")
}

/// The words of all pages, single spaces between them.
pub(crate) fn words(pdf: &Pdf) -> String {
    let pages: Vec<String> = pdf.pages().iter().map(text).collect();
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a page, in the order in which they are drawn; each piece of text is a line.
pub(crate) fn text(page: &Page<'_>) -> String {
    let mut found = String::new();
    let mut letters = Letters::default();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::TextFont(font) => {
                letters = page
                    .resources()
                    .get_font(font.0)
                    .map(|font| Letters::of(&font))
                    .unwrap_or_default();
            }
            TypedInstruction::ShowText(shown) => found.push_str(&letters.read(shown.0.as_bytes())),
            TypedInstruction::ShowTexts(shown) => found.push_str(&pieces(shown.0, &letters)),
            TypedInstruction::EndText(_) => found.push('\n'),
            _ => {}
        }
    }
    found
}

fn pieces(shown: &Array<'_>, letters: &Letters) -> String {
    let strings = shown.iter::<Object<'_>>().filter_map(|piece| match piece {
        Object::String(piece) => Some(piece),
        _ => None,
    });
    strings.map(|piece: Bytes<'_>| letters.read(piece.as_bytes())).collect()
}
