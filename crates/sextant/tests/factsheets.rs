//! All fact sheets of an edition, through the real binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be unwrapped in a test fails it"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hayro_syntax::Pdf;
use hayro_syntax::object::Dict;
use support::{Line, lines, ok, real_data, tree};

const MEMBERS: usize = 27;

/// A small demo edition with its English pages and PDFs.
fn demo(folder: &Path) {
    ok(folder, &["demo", "--scale", "0.02", "--no-serve"]);
}

/// The folder of the only edition's fact sheets.
fn sheets(workspace: &Path) -> std::path::PathBuf {
    let mut editions = fs::read_dir(workspace.join("factsheets")).unwrap();
    editions.next().unwrap().unwrap().path()
}

/// Pages of a PDF, which must open, be tagged, and name its language.
fn pages(bytes: &[u8], lang: &str) -> usize {
    let pdf = Pdf::new(bytes.to_vec()).unwrap();
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap();
    let marked: Dict<'_> = catalogue.get("MarkInfo").unwrap();
    assert_eq!(marked.get("Marked"), Some(true));
    assert!(catalogue.contains_key("StructTreeRoot") && catalogue.contains_key("Outlines"));
    let told: hayro_syntax::object::String<'_> = catalogue.get("Lang").unwrap();
    assert!(told.as_bytes().starts_with(lang.as_bytes()), "zh is zh-CN");
    pdf.pages().len()
}

#[test]
fn twenty_seven_countries_in_three_formats_once() {
    let folder = tempfile::tempdir().unwrap();
    demo(folder.path());
    let sheets = sheets(folder.path());
    let english = ["factsheet", "--all", "--lang", "en"];
    let printed = ok(folder.path(), &english);
    assert_eq!(printed.lines().count(), 3 * MEMBERS + 1, "and the list");
    for (name, bytes) in tree(&sheets).iter().filter(|(n, _)| n.extension().unwrap() == "pdf") {
        let pages = pages(bytes, "en");
        assert!((2..=8).contains(&pages), "{name:?} has {pages} pages");
    }
    let before = tree(&sheets);
    let times = |tree: &BTreeMap<std::path::PathBuf, Vec<u8>>| -> Vec<_> {
        let sheet = |name: &&std::path::PathBuf| name.to_str() != Some("sheets.json");
        let time = |name| fs::metadata(sheets.join(name)).unwrap().modified().unwrap();
        tree.keys().filter(sheet).map(time).collect()
    };
    let written = times(&before);
    ok(folder.path(), &english);
    let after = tree(&sheets);
    assert!(before == after);
    assert_eq!(written, times(&after), "what is as it would become is not written again");
    links(&after);
}

/// Every link of every page leads somewhere.
fn links(files: &BTreeMap<std::path::PathBuf, Vec<u8>>) {
    for (name, bytes) in files.iter().filter(|(name, _)| name.extension().unwrap() == "html") {
        let page = std::str::from_utf8(bytes).unwrap();
        let hrefs = page.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        for href in hrefs.filter(|href| !href.starts_with("data:")) {
            let found = match href.strip_prefix('#') {
                Some(id) => page.contains(&format!(" id=\"{id}\"")),
                None => files.contains_key(Path::new(href)),
            };
            assert!(found, "{name:?} links to {href}");
        }
    }
}

#[test]
fn belgiums_sentences_say_what_their_observations_say() {
    let folder = tempfile::tempdir().unwrap();
    demo(folder.path());
    let page = fs::read_to_string(sheets(folder.path()).join("BE-en.html")).unwrap();
    let cells: BTreeMap<String, Line> = lines(&ok(folder.path(), &["observations"]))
        .into_iter()
        .map(|line| {
            let id = ["indicator", "geo", "subject", "period"].map(|key| &*line[key]).join("/");
            (id, line)
        })
        .collect();
    let list = page.split("<ul class=\"highlights\">").nth(1).unwrap();
    let list = list.split("</ul>").next().unwrap();
    let mut sentences = 0;
    for item in list.split("<li>").skip(1) {
        let sentence = item.split("<summary>").nth(1).unwrap().split("</summary>").next().unwrap();
        let sentence = &sentence.replace("&#39;", "'");
        let ids = item.split("<code>").skip(1).map(|rest| rest.split("</code>").next().unwrap());
        let behind: Vec<&Line> = ids
            .map(|id| cells.get(id).unwrap_or_else(|| panic!("{id} is not in the cube")))
            .collect();
        assert!(!behind.is_empty(), "{sentence}");
        for number in numbers(sentence) {
            assert!(carried(number, &behind), "{number} of: {sentence}");
        }
        sentences += 1;
    }
    assert!(sentences >= 5, "{sentences} sentences");
}

/// The numbers of an English sentence, without their signs and units.
fn numbers(sentence: &str) -> impl Iterator<Item = f64> {
    let words = sentence.split(|letter: char| letter.is_whitespace() || "()–€".contains(letter));
    words.filter_map(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let digits = word.replace(',', "");
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        (is_number && !digits.is_empty()).then(|| digits.parse().unwrap())
    })
}

/// Whether a number is a year, a rank, a value, a count, or the number of such
/// observations, of those behind a sentence.
fn carried(number: f64, behind: &[&Line]) -> bool {
    let close = |of: f64, step: f64| (of.abs() - number).abs() <= step / 2.0 + 1e-9;
    let by_cell = behind.iter().any(|line| {
        let of = |key: &str| line[key].parse::<f64>().unwrap_or(f64::NAN);
        let year = line["period"].split('-').any(|year| year.parse() == Ok(number));
        let whole = ["rank", "ranked_of", "n"].iter().any(|key| close(of(key), 0.0));
        let value = of("value");
        // Shares are told to a tenth, money in millions or billions.
        let told = [(1.0, 0.1), (1e6, 0.1), (1e9, 0.1)];
        year || whole || told.iter().any(|(scale, step)| close(value / scale, *step))
    });
    let above = |line: &&&Line| line["value"].parse::<f64>().is_ok_and(|value| value > 0.0);
    let counts = [behind.len(), behind.iter().filter(above).count(), MEMBERS];
    by_cell || counts.map(|count| count as f64).contains(&number)
}

#[test]
fn a_sheet_of_trade_alone_says_what_it_lacks() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let table = data.join("trade/imf-lct");
    ok(folder.path(), &["ingest", "imf-lct", table.to_str().unwrap()]);
    ok(folder.path(), &["build"]);
    let formats = ["--lang", "en,nl,fr,zh", "--format", "html,pdf,xlsx"];
    let printed = ok(folder.path(), &[&["factsheet", "BE"], &formats[..]].concat());
    assert_eq!(printed.lines().count(), 12);
    for path in printed.lines().map(Path::new) {
        let bytes = fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        match path.extension().unwrap().to_str().unwrap() {
            "html" => {
                let page = String::from_utf8(bytes).unwrap();
                // Patents, production, investment, and what the IMF's table cannot give.
                assert_eq!(page.matches("class=\"missing\"").count(), 11, "{name}");
                assert!(page.contains("patstat") && page.contains("crunchbase"), "{name}");
            }
            "pdf" => {
                let pages = pages(&bytes, &name[3..5]);
                assert!((2..=8).contains(&pages), "{name}: {pages} pages");
            }
            _ => assert!(bytes.starts_with(b"PK"), "{name}"),
        }
    }
}

#[test]
fn one_sheet_goes_where_it_is_asked_for() {
    let Some(data) = real_data() else { return };
    let folder = tempfile::tempdir().unwrap();
    let table = data.join("trade/imf-lct");
    ok(folder.path(), &["ingest", "imf-lct", table.to_str().unwrap()]);
    ok(folder.path(), &["build"]);
    let out = folder.path().join("here/belgie.pdf");
    let asked = ["factsheet", "be", "--lang", "nl", "--format", "pdf", "--out"];
    ok(folder.path(), &[&asked[..], &[out.to_str().unwrap()]].concat());
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-1.7"));
    let into = [&asked[..], &[out.parent().unwrap().to_str().unwrap()]].concat();
    ok(folder.path(), &into);
    assert_eq!(fs::read(out.with_file_name("BE-nl.pdf")).unwrap(), fs::read(&out).unwrap());
    let error = support::fails(folder.path(), &["factsheet", "XX"]);
    assert!(error.contains("no country `XX`"), "{error}");
}
