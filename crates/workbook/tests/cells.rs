//! What a reader of the file finds in its cells.

mod common;

use calamine::Data;
use common::{DATE, DEMO, at, find, flagged, part, range, text, workbook, written};
use sextant_workbook::{Column, ColumnKind, Sheet, Table, Value, Workbook};

#[test]
fn numbers_keep_every_digit_and_missing_is_empty() {
    let range = range(&written(&workbook()), "Figure 2");
    let (row, column) = find(&range, "Agri-food");
    assert_eq!(at(&range, row, column + 1), Data::Float(12.345_678_901_234_5));
    // The flags of the balance take the column in between.
    assert_eq!(at(&range, row, column + 2), Data::Empty);
    assert_eq!(at(&range, row, column + 3), Data::Float(1_234_567.891));
    assert_eq!(at(&range, row, column + 5), Data::Float(2020.0));
    assert_eq!(at(&range, row + 1, column + 1), Data::Float(-0.1));
    assert_eq!(at(&range, row + 1, column + 2), Data::String("provisional".into()));
    assert_eq!(at(&range, row + 1, column + 3), Data::Empty);
    assert_eq!(at(&range, row + 2, column + 3), Data::String("not published".into()));
}

#[test]
fn numbers_are_shown_as_their_column_says() {
    let bytes = written(&workbook());
    let (row, _) = find(&range(&bytes, "Figure 2"), "Agri-food");
    let shown = |column: &str| number_format(&bytes, &format!("{column}{}", row + 1));
    assert_eq!(["B", "D", "E", "F"].map(shown), ["#,##0.0\"%\"", "#,##0.0", "#,##0", "0"]);
}

/// The number format of a cell of the second sheet, followed through the styles.
fn number_format(bytes: &[u8], cell: &str) -> String {
    let (sheet, styles) = (part(bytes, "xl/worksheets/sheet2.xml"), part(bytes, "xl/styles.xml"));
    let sheet = roxmltree::Document::parse(&sheet).expect("there");
    let styles = roxmltree::Document::parse(&styles).expect("there");
    let found = sheet.descendants().find(|node| node.attribute("r") == Some(cell)).expect("there");
    let style: usize = found.attribute("s").expect("there").parse().expect("there");
    let named = |name: &str| styles.descendants().find(|node| node.tag_name().name() == name);
    let format = named("cellXfs")
        .expect("there")
        .children()
        .nth(style)
        .expect("there")
        .attribute("numFmtId");
    let mut formats = named("numFmts").expect("there").children();
    let found = formats.find(|node| node.attribute("numFmtId") == format).expect("there");
    found.attribute("formatCode").expect("there").to_owned()
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "{=1}", "\t=1"];
    let rows = dangerous.iter().map(|one| vec![text(one), flagged(1.0, one)]).collect();
    let columns = vec![
        Column::new("=Head", ColumnKind::Text),
        Column::new("+Head", ColumnKind::Number { decimals: 0 }),
    ];
    let sheet = Sheet::new("=1", "=2")
        .subtitle("+3")
        .note("-4")
        .source("@5")
        .table(Table::new("=6", columns, rows));
    let bytes = written(&Workbook::new("=0", "en", DATE).sheet(sheet));
    for part_name in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        assert!(!part(&bytes, part_name).contains("<f>"), "{part_name} has a formula");
    }
    let range = range(&bytes, "=1");
    let (row, _) = find(&range, "=Head");
    for (below, text) in (1_u32..).zip(dangerous) {
        let text = text.replace('\t', " ");
        assert_eq!(at(&range, row + below, 0), Data::String(text.clone()));
        assert_eq!(at(&range, row + below, 2), Data::String(text.trim().to_owned()));
    }
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn texts_that_would_break_the_file_come_back_whole() {
    let given = ["a < b & \"c\" > d'", "<r><t>x</t></r>", "_x0041_ and _x000D_", "两行\n文字", "𝄞"];
    let rows = given.iter().map(|one| vec![text(one)]).collect();
    let table = Table::new("", vec![Column::new("T & <t>", ColumnKind::Text)], rows);
    let sheet = Sheet::new("S", "T").table(table);
    let bytes = written(&Workbook::new("W", "zh", DATE).sheet(sheet));
    let range = range(&bytes, "S");
    let (row, _) = find(&range, "T & <t>");
    for (below, text) in (1_u32..).zip(given) {
        let Data::String(read) = at(&range, row + below, 0) else { panic!("'{text}' is no text") };
        assert_eq!(read.trim_start_matches('\u{200b}'), text);
    }
}

#[test]
fn heading_notes_and_source_stand_around_the_table() {
    let range = range(&written(&workbook()), "Figure 2");
    let row_of = |text: &str| find(&range, text).0;
    assert_eq!(find(&range, "Relative trade balance"), (0, 0));
    let order = [DEMO, "Belgium by technology, 2020", "Percent of trade volume"];
    assert_eq!(order.map(row_of), [1, 2, 3]);
    assert!(row_of("Belgium, 2020") < row_of("Technology"));
    assert!(row_of("=1+1") < row_of("Notes"));
    assert!(row_of("Notes") < row_of("* A note."));
    assert!(row_of("* A note.") < row_of("Source: BACI."));
}

#[test]
fn a_table_without_rows_still_has_its_head() {
    let columns = vec![Column::new("Country", ColumnKind::Text)];
    let sheet = Sheet::new("S", "T").table(Table::new("None", columns, Vec::new()));
    let bytes = written(&Workbook::new("W", "en", DATE).sheet(sheet));
    find(&range(&bytes, "S"), "Country");
}

#[test]
fn the_words_are_those_of_the_language() {
    for (lang, contents, notes) in
        [("nl", "Inhoud", "Opmerkingen"), ("fr", "Sommaire", "Remarques"), ("zh", "目录", "注")]
    {
        let mut workbook = workbook();
        workbook.lang = lang.into();
        let bytes = written(&workbook);
        find(&range(&bytes, contents), "Figure 2");
        find(&range(&bytes, "Figure 2"), notes);
    }
}

#[test]
fn several_tables_stand_below_each_other() {
    let mut sheet = common::sheet();
    let columns = vec![Column::new("Second", ColumnKind::Text)];
    sheet.tables.push(Table::new("", columns, vec![vec![Value::Missing]]));
    let bytes = written(&Workbook::new("W", "en", DATE).sheet(sheet));
    let range = range(&bytes, "Figure 2");
    assert!(find(&range, "Second").0 > find(&range, "=1+1").0 + 1);
    let names = ["xl/tables/table1.xml", "xl/tables/table2.xml"].map(|name| part(&bytes, name));
    assert!(names[0].contains("displayName=\"sheet1_table1\""), "{}", names[0]);
    assert!(names[1].contains("displayName=\"sheet1_table2\""), "{}", names[1]);
}
