//! The same question gives the same bytes.

use crate::common::Demo;
use sextant_definitions::Definitions;
use sextant_demo::{Error, Options, Parts, generate};

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let everything = |seed| Demo::of(Options { scale: 0.02, seed, ..Options::default() });
    let (one, two) = (everything(9), everything(9));
    assert_eq!(one.report, two.report);
    for file in &one.report.files {
        assert!(one.bytes(&file.path) == two.bytes(&file.path), "{} differs", file.path);
    }
}

#[test]
fn another_seed_gives_another_world() {
    let everything = |seed| Demo::of(Options { scale: 0.001, seed, ..Options::default() });
    let (one, two) = (everything(1), everything(2));
    let same = |path: &str| one.bytes(path) == two.bytes(path);
    assert!(!same("baci/BACI_HS07_Y2020_VDEMO.csv"));
    assert!(!same("patstat/tls201_appln_DEMO_part01.csv"));
    assert!(!same("patstat/tls209_DEMO_part01.zip"));
    assert!(!same("truth/observations.csv"));
}

#[test]
fn a_larger_set_over_a_smaller_one_leaves_nothing_behind() {
    let fresh = Demo::new(0.001, 3);
    let over = Demo::new(0.02, 3);
    let definitions = Definitions::builtin().unwrap();
    let parts = Parts::Trade;
    let options = Options { scale: 0.001, seed: 3, parts, ..Options::default() };
    generate(&options, &definitions, &over.path("")).unwrap();
    for file in &fresh.report.files {
        assert!(fresh.bytes(&file.path) == over.bytes(&file.path), "{} differs", file.path);
    }
}

#[test]
fn rows_grow_with_the_scale() {
    let rows = |scale| Demo::new(scale, 1).report.rows("baci");
    let (small, large) = (rows(0.1), rows(0.5));
    assert!((90_000..110_000).contains(&small), "{small} rows at scale 0.1");
    assert!((450_000..550_000).contains(&large), "{large} rows at scale 0.5");
}

#[test]
fn impossible_scales_are_refused_with_the_way_out() {
    let definitions = Definitions::builtin().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9] {
        let error = generate(&Options { scale, ..Options::default() }, &definitions, folder.path())
            .unwrap_err();
        assert!(matches!(error, Error::Scale { .. }));
        assert!(error.to_string().contains("Give a number above 0"), "{error}");
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "something was written");
}

#[test]
fn trade_and_patents_have_scales_of_their_own() {
    let with = |patent_scale, parts| {
        Demo::of(Options { scale: 0.001, seed: 1, patent_scale, parts }).report
    };
    let (all, patents) = (with(Some(0.01), Parts::All), with(Some(0.01), Parts::Patents));
    assert!(all.rows("baci") > 0 && patents.rows("baci") == 0);
    assert_eq!(all.rows("patstat"), patents.rows("patstat"));
    assert_eq!(with(Some(0.01), Parts::Trade).rows("patstat"), 0);
    let applications = |report: &sextant_demo::Report| {
        let inside = |path: &str| path.starts_with("patstat/tls201");
        report.files.iter().filter(|f| inside(&f.path)).map(|f| f.rows).sum::<u64>()
    };
    let (large, small) = (applications(&patents), applications(&with(None, Parts::All)));
    assert!(large > 8 * small && large < 12 * small, "{small} and {large}");

    let definitions = Definitions::builtin().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let options = Options { patent_scale: Some(2000.0), ..Options::default() };
    let error = generate(&options, &definitions, folder.path()).unwrap_err();
    assert!(matches!(error, Error::PatentScale { .. }), "{error}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("occupied");
    std::fs::write(&file, "a file").unwrap();
    let definitions = Definitions::builtin().unwrap();
    let error =
        generate(&Options { scale: 0.001, ..Options::default() }, &definitions, &file).unwrap_err();
    assert!(error.to_string().contains("occupied"), "{error}");
}
