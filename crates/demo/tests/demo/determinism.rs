//! The same question gives the same bytes.

use crate::common::Demo;
use sextant_definitions::Definitions;
use sextant_demo::{Error, Options, generate};

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (one, two) = (Demo::new(0.02, 9), Demo::new(0.02, 9));
    assert_eq!(one.report, two.report);
    for file in &one.report.files {
        assert!(one.bytes(&file.path) == two.bytes(&file.path), "{} differs", file.path);
    }
}

#[test]
fn another_seed_gives_another_world() {
    let (one, two) = (Demo::new(0.001, 1), Demo::new(0.001, 2));
    let same = |path: &str| one.bytes(path) == two.bytes(path);
    assert!(!same("baci/BACI_HS07_Y2020_VDEMO.csv"));
    assert!(!same("truth/observations.csv"));
}

#[test]
fn a_larger_set_over_a_smaller_one_leaves_nothing_behind() {
    let fresh = Demo::new(0.001, 3);
    let over = Demo::new(0.02, 3);
    let definitions = Definitions::builtin().unwrap();
    let options = Options { scale: 0.001, seed: 3 };
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
        let error = generate(&Options { scale, seed: 1 }, &definitions, folder.path()).unwrap_err();
        assert!(matches!(error, Error::Scale { .. }));
        assert!(error.to_string().contains("Give a number above 0"), "{error}");
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "something was written");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("occupied");
    std::fs::write(&file, "a file").unwrap();
    let definitions = Definitions::builtin().unwrap();
    let error = generate(&Options { scale: 0.001, seed: 1 }, &definitions, &file).unwrap_err();
    assert!(error.to_string().contains("occupied"), "{error}");
}
