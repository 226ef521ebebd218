use std::collections::BTreeSet;

use crate::testing::{Kept, failure, read_file, read_text, shared, written, zip};
use crate::{PatentCount, source};

const NCSES: &str = "table_id,title,path,entity,year,value\n";
const OPTICS: &str = "5829,\"International patent families granted in optics, by region, country, or economy: 1998\u{2013}2020\"";

fn rows(kept: &Kept) -> Vec<(&str, &str, &str, u16, f64)> {
    let row = |row: &'_ PatentCount| (row.year, row.count);
    kept.counts
        .iter()
        .map(|count| {
            let (year, value) = row(count);
            (count.concept.as_str(), count.geo.as_str(), count.subject.as_str(), year, value)
        })
        .collect()
}

fn reasons(kept: &Kept) -> Vec<(u64, &str)> {
    kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect()
}

#[test]
fn tables_of_ncses() {
    let europe = "World -> Europe -> EU-27 and United Kingdom";
    let text = format!(
        "{NCSES}{OPTICS},World,World,2020,22387\n\
         {OPTICS},World -> Europe,Europe,2020,1\n\
         {OPTICS},{europe},EU-27 and United Kingdom,2020,1\n\
         {OPTICS},{europe} -> EU-27,EU-27,2020,1\n\
         {OPTICS},{europe} -> EU-27 -> Belgium,Belgium,2020,45\n\
         {OPTICS},World -> Europe -> Other Europe-2020,Other Europe-2020,2020,1\n\
         {OPTICS},World -> Asia -> South Korea,South Korea,2020,2.5\n\
         {OPTICS},World -> Asia -> Taiwan,Taiwan,2020,0\n\
         {OPTICS},World -> Unclassified,Unclassified,2020,7\n\
         {OPTICS},World -> Asia -> Atlantis,Atlantis,2020,7\n\
         {OPTICS},World -> Asia -> China,China,2020,NA\n\
         {OPTICS},World -> Asia -> Japan,Japan,2020,many\n\
         {OPTICS},World -> Asia -> India,India,2020,-1\n\
         {OPTICS},World -> Asia -> Israel,Israel,20201,1\n\
         9,\"Doctorates, by region\",World,World,2020,1\n"
    );
    let (report, kept) = read_text("patent-counts", "ncses.csv", &text).unwrap();
    assert_eq!(
        rows(&kept),
        [
            ("families", "WORLD", "wipo-field-09", 2020, 22_387.0),
            ("families", "BE", "wipo-field-09", 2020, 45.0),
            ("families", "KR", "wipo-field-09", 2020, 2.5),
            ("families", "TW", "wipo-field-09", 2020, 0.0),
            ("families", "ZZ", "wipo-field-09", 2020, 7.0),
        ]
    );
    assert_eq!(report.rows_left_out.get("region"), Some(&4));
    assert_eq!(report.rows_left_out.get("no-value"), Some(&1));
    assert_eq!(
        reasons(&kept),
        [
            (11, "unknown-country"),
            (13, "bad-number"),
            (14, "negative-value"),
            (15, "bad-year"),
            (16, "unknown-indicator"),
        ]
    );
}

#[test]
fn counts_made_from_patstat() {
    let text = "priority_year,ctry_code,techn_field_nr,n_tech_reg\n\
        1974,AR,1,0.333333333333333\n1974,--,1,0.5\n1974,OH,1,0.25\n1974,EP,2,1\n\
        1974,CS,1,1.0\n1993,CS,1,1.0\n1974,NA,1,1\n1974,--,1,9\n1974,AR,36,1\n";
    let (report, kept) = read_text("patent-counts", "counts.csv", text).unwrap();
    assert_eq!(
        rows(&kept),
        [
            ("families", "AR", "wipo-field-01", 1974, 0.333_333_333_333_333),
            ("families", "CSHH", "wipo-field-01", 1974, 1.0),
            ("families", "CSXX", "wipo-field-01", 1993, 1.0),
            ("families", "NA", "wipo-field-01", 1974, 1.0),
            ("families", "ZZ", "wipo-field-01", 1974, 0.75),
            ("families", "ZZ", "wipo-field-02", 1974, 1.0),
        ]
    );
    assert_eq!(report.rows_noted.get("unknown-country"), Some(&4));
    assert_eq!(reasons(&kept), [(10, "bad-field"), (9, "duplicate-row")]);
}

#[test]
fn a_table_of_ones_own() {
    let text = "year;geo;subject;count;concept\n2020;BE;solar-power;12.5;\n\
        2020;WORLD;solar-power;100;families\n2020;BE;solar-power;3;grants\n2020;ZZ;solar-power;1;\n\
        2020;BE;solar-power;13;\n2020;EU27;solar-power;50;\n2020;Belgium;solar-power;1;\n\
        2020;FR;Solar power;1;\n2020;FR;solar-power;;\n";
    let (report, kept) = read_text("patent-counts", "own.csv", text).unwrap();
    assert_eq!(
        rows(&kept),
        [
            ("families", "BE", "solar-power", 2020, 12.5),
            ("families", "WORLD", "solar-power", 2020, 100.0),
            ("grants", "BE", "solar-power", 2020, 3.0),
            ("families", "ZZ", "solar-power", 2020, 1.0),
        ]
    );
    assert_eq!(reasons(&kept), [(8, "unknown-country"), (9, "bad-subject"), (6, "duplicate-row")]);
    let twice = &kept.bad[2];
    assert_eq!(twice.raw, "2020;BE;solar-power;13;");
    assert!(twice.detail.starts_with("The families of BE in solar-power in 2020"), "{twice:?}");
    assert_eq!(report.rows_left_out.get("region"), Some(&1));
}

#[test]
fn a_figure_given_again_in_another_member_is_found() {
    let table = b"year,geo,subject,count\n2020,BE,solar-power,1\n";
    let (_folder, path) = written("own.zip", &zip(&[("a.csv", table), ("b.csv", table)]));
    let (_, kept) = read_file("patent-counts", &path).unwrap();
    assert_eq!((kept.counts.len(), reasons(&kept)), (1, vec![(2, "duplicate-row")]));
}

#[test]
fn files_that_cannot_be_read() {
    let text = failure("patent-counts", "x.csv", b"year,geo,count\n2020,BE,1\n");
    assert!(text.contains("column subject missing from those that patent-counts needs"), "{text}");
}

#[test]
fn real_tables_of_ncses() {
    let Some(path) = shared("patents/ncses_patent_families_by_field.csv.gz") else { return };
    assert!(source("patent-counts").unwrap().wants(&path));
    let (report, kept) = read_file("patent-counts", &path).unwrap();
    // Python's csv module: 37 tables of families and 13 of grants; 14,112 rows of regions.
    assert_eq!((report.rows_read, report.rows_kept, kept.bad.len()), (58_475, 44_363, 0));
    assert_eq!(report.rows_left_out.get("region"), Some(&14_112));
    let of = |concept: &str| kept.counts.iter().filter(|row| row.concept == concept).count();
    assert_eq!((of("families"), of("grants")), (32_338, 12_025));
    let subjects: BTreeSet<&str> = kept.counts.iter().map(|row| row.subject.as_str()).collect();
    let fields = subjects.iter().filter(|subject| subject.starts_with("wipo-field-")).count();
    assert_eq!((subjects.len(), fields), (50, 35));
    let optics = |geo: &str, year: u16| {
        let mut found = kept.counts.iter().filter(|row| {
            (row.geo.as_str(), row.subject.as_str(), row.year) == (geo, "wipo-field-09", year)
        });
        found.next().unwrap().count
    };
    for (geo, year, expected) in
        [("BE", 1998, 94.0), ("BE", 2020, 45.0), ("WORLD", 2020, 22_387.0), ("ZZ", 1998, 8.0)]
    {
        assert!((optics(geo, year) - expected).abs() < 1e-9, "{geo} {year}");
    }
}

#[test]
fn real_counts_made_from_patstat() {
    let file = "patents/patstat_counts_country_field_1974_2007.csv.gz";
    let Some(path) = shared(file) else { return };
    let (report, kept) = read_file("patent-counts", &path).unwrap();
    // zcat | awk -F, 'NR>1{s+=$4; n++} END{print n, s}'
    assert_eq!((report.rows_read, kept.bad.len()), (62_124, 0));
    let sum: f64 = kept.counts.iter().map(|row| row.count).sum();
    assert!((sum - 16_930_182.966_667).abs() < 1e-3, "{sum}");
    let optics = kept.counts.iter().find(|row| {
        (row.geo.as_str(), row.subject.as_str(), row.year) == ("BE", "wipo-field-09", 2005)
    });
    assert!((optics.unwrap().count - 49.902_777_777_777_8).abs() < 1e-12);
    let czechoslovak = kept.counts.iter().filter(|row| row.geo.as_str() == "CSHH").count();
    assert_eq!(czechoslovak, 324);
}
