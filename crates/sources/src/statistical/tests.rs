//! Parts of the formats that need no file.

use proptest::prelude::*;

use super::cell::flags;
use super::names::{artefact_id, before_label, day, is_unmistakable_period};
use super::tsv::{split, tsv_dimensions};
use super::{is_json_stat, is_sdmx_ml, is_tsv};

#[test]
fn cells_of_tsv() {
    for (cell, figure, flagged) in [
        ("123.4 e", Some("123.4"), "e"),
        ("123.4 be ", Some("123.4"), "be"),
        ("123.4", Some("123.4"), ""),
        ("-0.5 ", Some("-0.5"), ""),
        ("12.5e", Some("12.5"), "e"),
        ("1.2E-5 p", Some("1.2E-5"), "p"),
        (":", None, ""),
        (": ", None, ""),
        (": c", None, "c"),
        (":c", None, "c"),
        (": cz", None, "cz"),
        ("", None, ""),
        ("NaN", None, ""),
        ("0", Some("0"), ""),
    ] {
        assert_eq!(split(cell), (figure, flagged), "`{cell}`");
    }
}

#[test]
fn flags_are_stored_in_one_way() {
    for (text, stored) in [
        ("pb", "bp"),
        ("B P", "bp"),
        ("", ""),
        (":", ""),
        ("e", "e"),
        ("na", "na"),
        ("b,b;e", "be"),
    ] {
        assert_eq!(flags(text), stored, "{text}");
    }
}

#[test]
fn corners_of_tsv() {
    let names = |text: &str| tsv_dimensions(text.as_bytes());
    let found = names("freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,1").unwrap();
    assert_eq!(found, ["freq", "unit", "geo", "time_period"]);
    assert_eq!(names("\u{feff}unit,geo\\time\t2020\n").unwrap(), ["unit", "geo", "time"]);
    for text in ["", "freq,geo\\TIME_PERIOD", "freq,geo\t2020", "C:\\x y\\z\t1", "a,\\time\t1"] {
        assert_eq!(names(text), None, "{text}");
    }
    assert!(!is_tsv(b"\xff\\\t"));
}

#[test]
fn names_of_artefacts_and_labels() {
    for (text, id) in [
        ("ESTAT:NAMA_10_GDP(1.0)", "NAMA_10_GDP"),
        ("ESTAT:DS-059358(1.0)", "DS-059358"),
        ("AGENCY:DF_ID", "DF_ID"),
        ("NAMA_10_GDP", "NAMA_10_GDP"),
        ("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ESTAT:X(1.0)", "X"),
        ("OECD.SDD:DSD_A@DF_B(1.0)", "DSD_A@DF_B"),
        ("", ""),
    ] {
        assert_eq!(artefact_id(text), id, "{text}");
    }
    assert_eq!(before_label("A: Annual: all"), "A");
    assert_eq!(before_label("A"), "A");
    assert_eq!(before_label("2014-01: 2014-01"), "2014-01");
}

#[test]
fn periods_and_days() {
    for text in ["2014-01", "2014-Q1", "2014-W05", "2014-01-31", "2007-S2"] {
        assert!(is_unmistakable_period(text), "{text}");
    }
    for text in ["2014", "A", "", "0350-0370"[..4].as_ref(), "2014-X", "20140-1", "2014-"] {
        assert!(!is_unmistakable_period(text), "{text}");
    }
    assert_eq!(day("2026-04-23T23:00:00+0200").as_deref(), Some("2026-04-23"));
    assert_eq!(day("16/01/26 11:00:00").as_deref(), Some("2026-01-16"));
    assert_eq!(day("yesterday"), None);
    assert_eq!(day("1/1/26"), None);
}

#[test]
fn forms_are_told_apart() {
    assert!(is_json_stat(b" {\"version\":\"2.0\",\"class\":\"dataset\""));
    assert!(!is_json_stat(b"{\"data\":[{\"cmdCode\":1}]}"));
    assert!(!is_json_stat(b"[1]"));
    let message = "xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"";
    assert!(is_sdmx_ml(format!("<?xml?><m:GenericData {message}>").as_bytes()));
    assert!(is_sdmx_ml(format!("<Structure {message}>").as_bytes()));
    assert!(!is_sdmx_ml(format!("<m:GenericMetadata {message}>").as_bytes()));
    assert!(!is_sdmx_ml(b"<html>"));
}

proptest! {
    /// What is printed as Eurostat prints it is read as it was.
    #[test]
    fn cells_of_tsv_are_read_as_printed(
        figure in prop::option::of(any::<i32>()),
        decimals in 0_u32..4,
        flagged in "[b-z]{0,3}",
        blank in " {0,2}",
    ) {
        let text = figure.map(|n| {
            let places = usize::try_from(decimals).unwrap();
            format!("{:.places$}", f64::from(n) / 10_f64.powi(i32::try_from(decimals).unwrap()))
        });
        let printed = format!("{} {flagged}{blank}", text.as_deref().unwrap_or(":"));
        let (found, found_flags) = split(&printed);
        prop_assert_eq!(found, text.as_deref());
        prop_assert_eq!(flags(found_flags), flags(&flagged));
        prop_assert_eq!(flags(&flags(&flagged)), flags(&flagged));
    }

    #[test]
    fn no_cell_makes_a_panic(cell in "\\PC{0,20}") {
        let (figure, _) = split(&cell);
        prop_assert!(figure.is_none_or(|text| cell.contains(text)));
        let _ = (flags(&cell), artefact_id(&cell), before_label(&cell), day(&cell));
        let _ = is_unmistakable_period(&cell);
    }
}
