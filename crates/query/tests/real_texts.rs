//! The definitions' queries on published titles and abstracts, by tagger and reference.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop")]

use std::path::{Path, PathBuf};

use sextant_query::reference::{Document, matches};
use sextant_query::tagger::Tagger;
use sextant_query::{NoHierarchy, Query};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/patents");
const DEFINITIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../definitions/technologies");

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn queries() -> Vec<Query> {
    let files = files(Path::new(DEFINITIONS));
    let texts: Vec<String> =
        files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let query = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        let text = key.starts_with("keyword").then_some(value)?.trim_matches('"');
        Some(sextant_query::parse(text).unwrap())
    };
    texts.iter().flat_map(|text| text.lines()).filter_map(query).collect()
}

/// The text inside all elements whose name, less a prefix, begins with this.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find(name) {
        let begins = rest[..at].ends_with(['<', ':']);
        rest = &rest[at + name.len()..];
        if let (true, Some(inside)) = (begins, rest.find('>')) {
            let end = rest.find(name).unwrap_or(rest.len());
            found.push(without_tags(rest.get(inside + 1..end).unwrap_or_default()));
        }
    }
    found
}

fn without_tags(xml: &str) -> String {
    let pieces = xml.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_tagger_agrees_on_published_patents() {
    if !Path::new(DATA).exists() {
        println!("skipped: ../shared/data is not here");
        return;
    }
    let queries = queries();
    let tagger = Tagger::new(&queries, &NoHierarchy).unwrap();
    let (mut texts, mut hits) = (0, 0);
    for path in
        ["ep-xml", "docdb-xml"].iter().flat_map(|folder| files(&Path::new(DATA).join(folder)))
    {
        let xml = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        let short = ["abstract", "invention-title", "B542"].iter();
        // A few long paragraphs say as much as all of them.
        let long = elements(&xml, "p id").into_iter().step_by(24);
        for text in short.flat_map(|name| elements(&xml, name)).chain(long) {
            let document = Document { title: &text, abstract_: &text, ..Document::default() };
            let expected: Vec<usize> = (0..queries.len())
                .filter(|at| matches(&queries[*at], &document, &NoHierarchy))
                .collect();
            let (mut scratch, mut found) = (tagger.scratch(), tagger.empty());
            tagger.abstract_(&text, &mut scratch, &mut found);
            assert_eq!(tagger.tags(&found).collect::<Vec<_>>(), expected, "{text}");
            texts += 1;
            hits += expected.len();
        }
    }
    println!("{texts} texts, {hits} tags");
    assert!(texts > 100 && hits > 5, "{texts} texts, {hits} tags");
}
