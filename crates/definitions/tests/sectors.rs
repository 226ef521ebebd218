//! Sectors, the tables that describe them and what others have said about them.

use std::collections::BTreeSet;

use sextant_definitions::{
    Confidence, Definitions, Relation, SeriesId, StatementOf, Status, SubjectKind,
};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

#[test]
fn biotechnology_and_pharmaceuticals() {
    let definitions = builtin();
    let [sector] = definitions.sectors.as_slice() else { unreachable!("there is one sector") };
    assert_eq!((sector.id.as_str(), sector.status), ("biopharma", Status::Reconstruction));
    assert_eq!(sector.names.en, "Biotechnology and pharmaceuticals");
    let series: Vec<_> = sector.series.iter().map(|s| (s.id, s.dataset.as_str())).collect();
    assert_eq!(
        series,
        [
            (SeriesId::Jobs, "NAMA_10_A64_E"),
            (SeriesId::Exports, "DS-045409"),
            (SeriesId::Research, "RD_E_BERDINDR2"),
            (SeriesId::Investment, "NAMA_10_A64_P5"),
        ]
    );
    assert!(sector.series.iter().all(|series| series.combinations() == 1));
    let jobs = &sector.series[0];
    assert_eq!(jobs.filter["nace_r2"], ["C21"]);
    assert!((jobs.factor - 1000.0).abs() < f64::EPSILON);
}

#[test]
fn what_was_said_of_belgium() {
    let definitions = builtin();
    let said: Vec<_> = definitions.sectors[0]
        .statements
        .iter()
        .map(|s| (s.series, s.what, s.years.first, s.years.last, s.relation, s.value))
        .collect();
    let expected = [
        (SeriesId::Jobs, StatementOf::Level, 2020, 2020, Relation::Over, 35e3),
        (SeriesId::Jobs, StatementOf::Change, 2010, 2020, Relation::About, 10e3),
        (SeriesId::Exports, StatementOf::Level, 2020, 2020, Relation::Over, 53e9),
        (SeriesId::Exports, StatementOf::Factor, 2010, 2020, Relation::Almost, 2.0),
        (SeriesId::Research, StatementOf::Level, 2020, 2020, Relation::Over, 5e9),
        (SeriesId::Research, StatementOf::Factor, 2010, 2020, Relation::Almost, 2.0),
        (SeriesId::Investment, StatementOf::Sum, 2011, 2020, Relation::About, 5.5e9),
    ];
    assert_eq!(said, expected);
    for statement in &definitions.sectors[0].statements {
        assert_eq!(statement.geo, "BE");
        assert!(statement.url.is_some() && !statement.source.is_empty());
        // The federation's own release was not read.
        assert!(statement.provenance.confidence < Confidence::High);
    }
}

#[test]
fn a_sector_is_a_subject_and_neither_traded_nor_invented() {
    let definitions = builtin();
    let subjects = definitions.subjects();
    let sectors: Vec<_> = subjects.iter().filter(|s| s.kind == SubjectKind::Sector).collect();
    assert_eq!(sectors.len(), 1);
    assert_eq!(sectors[0].kind.as_str(), "sector");
    assert!(!sectors[0].is_traded() && !sectors[0].is_patented() && !sectors[0].is_invested());
    let kinds: BTreeSet<&str> = subjects.iter().map(|s| s.kind.as_str()).collect();
    assert!(kinds.contains("sector"));
    let (path, text) = definitions.source_of("biopharma").expect("it is defined in a file");
    assert_eq!(path, "sectors/biopharma.toml");
    assert!(text.contains("NAMA_10_A64_E"));
}
