//! The file as a whole: the same bytes, valid parts, links, printing and properties.

mod common;

use std::io::Cursor;

use calamine::Reader;
use common::{DATE, DEMO, find, opened, part, parts, range, sheet, workbook, written};
use sextant_workbook::{Sheet, Workbook};

fn hundred() -> Workbook {
    let mut workbook = workbook();
    workbook.sheets = (0..100).map(|_| sheet()).collect();
    workbook
}

#[test]
fn a_hundred_sheets_of_one_name_are_the_same_bytes_again() {
    let workbook = hundred();
    let bytes = written(&workbook);
    for _ in 0..3 {
        assert!(written(&workbook) == bytes, "the bytes differ");
    }
    let names = opened(&bytes).sheet_names();
    assert_eq!(names.len(), 101);
    assert_eq!(names[..3], ["Contents", "Figure 2", "Figure 2 (2)"]);
    assert_eq!(names[100], "Figure 2 (100)");
    find(&range(&bytes, "Figure 2 (100)"), "Agri-food");
}

#[test]
fn the_file_holds_no_clock() {
    let bytes = written(&workbook());
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("there");
    for at in 0..zip.len() {
        let file = zip.by_index(at).expect("there");
        let time = file.last_modified().expect("a DOS time");
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1), "part {at}");
        // Where other times than the first would stand.
        assert!(file.extra_data().is_none_or(|extra| extra.is_empty()), "part {at}");
    }
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2024-05-01T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn every_part_is_valid_xml() {
    let mut workbook = workbook();
    workbook.title = "A \u{1} < & \u{ffff} title".into();
    workbook.sheets[0].title = "<t>\u{2}".into();
    workbook.sheets[0].tables[0].columns[1].head = "\"Head\" & <\u{3}>".into();
    let bytes = written(&workbook);
    for name in parts(&bytes) {
        let text = part(&bytes, &name);
        assert!(roxmltree::Document::parse(&text).is_ok(), "{name}: {text}");
    }
}

#[test]
fn the_contents_link_to_every_sheet_and_back() {
    let mut workbook = workbook();
    workbook.sheets = ["Contents", "Don't", "a/b & c", "R1C1", "50%20"]
        .map(|name| Sheet::new(name, "Title"))
        .to_vec();
    let bytes = written(&workbook);
    let links = links(&bytes, 1);
    let expected = ["'Contents (2)'!A1", "'Don''t'!A1", "'a-b & c'!A1", "'R1C1'!A1", "'50%20'!A1"];
    assert_eq!(links, expected);
    for at in 2..=6 {
        assert_eq!(self::links(&bytes, at), ["'Contents'!A1"]);
    }
}

fn links(bytes: &[u8], sheet: usize) -> Vec<String> {
    let xml = part(bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
    let document = roxmltree::Document::parse(&xml).expect("there");
    document
        .descendants()
        .filter_map(|node| node.attribute("location"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn demo_data_say_so_everywhere() {
    let mut workbook = workbook();
    let bytes = written(&workbook);
    for sheet in ["Contents", "Figure 2"] {
        assert_eq!(find(&range(&bytes, sheet), DEMO), (1, 0), "{sheet}");
    }
    for name in ["docProps/core.xml", "docProps/custom.xml", "xl/worksheets/sheet1.xml"] {
        assert!(part(&bytes, name).contains(DEMO), "{name}");
    }
    workbook.demo = None;
    let bytes = written(&workbook);
    for name in parts(&bytes) {
        assert!(!part(&bytes, &name).contains("Demo"), "{name}");
    }
}

#[test]
fn sheets_print_on_a4_with_their_head_on_every_page() {
    let bytes = written(&workbook());
    let xml = part(&bytes, "xl/worksheets/sheet2.xml");
    for expected in [
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "<oddHeader>&amp;LR&amp;&amp;D in Belgium&amp;RDemo data: invented numbers</oddHeader>",
        "<oddFooter>&amp;LRelative trade balance&amp;RPage &amp;P of &amp;N</oddFooter>",
    ] {
        assert!(xml.contains(expected), "{expected} is not in {xml}");
    }
    let head = find(&range(&bytes, "Figure 2"), "Technology").0 + 1;
    let names = part(&bytes, "xl/workbook.xml");
    assert!(names.contains(&format!("'Figure 2'!${head}:${head}<")), "{names}");
    // The four columns of the contents.
    assert!(
        names.contains("Contents!$A$1:$D$") || names.contains("'Contents'!$A$1:$D$"),
        "{names}"
    );
    assert!(xml.contains(&format!("ySplit=\"{head}\"")), "{xml}");
}

#[test]
fn tables_can_be_filtered_and_no_cell_of_theirs_is_joined() {
    let bytes = written(&workbook());
    let table = part(&bytes, "xl/tables/table1.xml");
    let range = range(&bytes, "Figure 2");
    let (first, last) = (find(&range, "Technology").0 + 1, find(&range, "=1+1").0 + 1);
    assert!(table.contains(&format!("<autoFilter ref=\"A{first}:F{last}\"/>")), "{table}");
    assert!(table.contains("altTextSummary=\"Belgium, 2020\""), "{table}");
    let xml = part(&bytes, "xl/worksheets/sheet2.xml");
    let document = roxmltree::Document::parse(&xml).expect("there");
    let joined: Vec<&str> = document
        .descendants()
        .filter(|node| {
            node.has_tag_name((
                document.root_element().tag_name().namespace().expect("there"),
                "mergeCell",
            ))
        })
        .filter_map(|node| node.attribute("ref"))
        .collect();
    assert_eq!(joined.len(), 1, "only the long note: {joined:?}");
    let row: u32 = joined[0][1..].split(':').next().expect("there").parse().expect("there");
    assert!(row > last);
}

#[test]
fn a_long_title_does_not_overflow_the_printed_margins() {
    let workbook = Workbook::new(&"&".repeat(250), "en", DATE).sheet(Sheet::new("S", "T"));
    let xml = part(&written(&workbook), "xl/worksheets/sheet2.xml");
    assert!(xml.contains("<oddHeader>&amp;L&amp;&amp;"), "{xml}");
}
