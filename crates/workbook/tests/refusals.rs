//! What cannot be written is refused with the place, the value and the way out.

mod common;

use common::{DATE, flagged, text, workbook};
use sextant_workbook::{ColumnKind, CreationDate, Table, Value, Workbook, write};

fn refusal(change: impl FnOnce(&mut Workbook)) -> String {
    let mut workbook = workbook();
    change(&mut workbook);
    write(&workbook).expect_err("refused").to_string()
}

fn table_refusal(change: impl FnOnce(&mut Table)) -> String {
    refusal(|workbook| change(&mut workbook.sheets[0].tables[0]))
}

#[test]
fn what_is_missing() {
    let said = refusal(|workbook| workbook.sheets.clear());
    assert_eq!(said, "There are no sheets in the workbook 'R&D in Belgium'; give it at least one.");
    let said = table_refusal(|table| table.columns.clear());
    assert!(said.contains("no columns in table 1 of the sheet 'Figure 2'"), "{said}");
    let said = table_refusal(|table| table.columns[0].head = " \n".into());
    assert!(said.contains("head of a column") && said.contains("is empty"), "{said}");
    for said in [
        refusal(|workbook| workbook.title.clear()),
        refusal(|workbook| workbook.demo = Some(" ".into())),
        refusal(|workbook| workbook.sheets[0].title.clear()),
    ] {
        assert!(said.contains("is empty; give it a text"), "{said}");
    }
}

#[test]
fn numbers_that_are_none() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let said = table_refusal(|table| table.rows[2][1] = Value::Number(value));
        assert!(said.contains("Row 2 of table 1"), "{said}");
        assert!(said.contains("'Relative trade balance'"), "{said}");
        let said = table_refusal(|table| table.rows[2][1] = flagged(value, "p"));
        assert!(said.contains(&value.to_string()), "{said}");
    }
}

#[test]
fn tables_that_do_not_fit_together() {
    let said = table_refusal(|table| table.rows[1].truncate(2));
    assert!(said.contains("Row 1 of table 1") && said.contains("2 values for 5 columns"), "{said}");
    let said = table_refusal(|table| table.highlight.push(3));
    assert!(said.contains("Row 3 of table 1") && said.contains("there are 3"), "{said}");
    let decimals = ColumnKind::Percent { decimals: 10 };
    let said = table_refusal(|table| table.columns[1].kind = decimals);
    assert!(said.contains("asks for 10 decimals; give at most 9"), "{said}");
    let said = table_refusal(|table| table.columns[1].width_hint = Some(0));
    assert!(said.contains("has the width 0"), "{said}");
}

#[test]
fn more_than_xlsx_holds() {
    let said = table_refusal(|table| table.rows[0][0] = text(&"é".repeat(32_768)));
    assert!(said.contains("32768 characters and XLSX holds 32767"), "{said}");
    let said = table_refusal(|table| table.rows = vec![vec![Value::Missing; 5]; 1_048_576]);
    assert!(said.contains("rows in the sheet 'Figure 2' and XLSX holds 1048576"), "{said}");
}

#[test]
fn languages_and_days_there_are_none_of() {
    let said = refusal(|workbook| workbook.lang = "de".into());
    assert!(said.contains("'de'; give one of en, nl, fr, zh"), "{said}");
    for created in [
        CreationDate { month: 2, day: 30, ..DATE },
        CreationDate { month: 0, ..DATE },
        CreationDate { year: 0, ..DATE },
    ] {
        let said = refusal(|workbook| workbook.properties.created = created);
        assert!(said.contains("not a day of the years 1900 to 9999"), "{said}");
    }
}

#[test]
fn properties_of_one_name() {
    let twice = |name: &str| ("name".to_owned(), name.to_owned());
    let said = refusal(|workbook| workbook.properties.custom = vec![twice("a"), twice("b")]);
    assert!(said.contains("'name' twice"), "{said}");
    let demo = ("demo data".to_owned(), "no".to_owned());
    let said = refusal(|workbook| workbook.properties.custom = vec![demo]);
    assert!(said.contains("'demo data' twice"), "{said}");
}
