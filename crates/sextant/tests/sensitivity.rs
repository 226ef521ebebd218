//! The same patents under other definitions, on an example small enough to count by hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be unwrapped in a test fails it"
)]

mod support;

use std::path::Path;

use serde_json::Value;
use support::patstat::{Application, write};
use support::{fails, ok};

/// A family of one European application.
fn family(id: u32, year: u16, country: &'static str) -> Application<'static> {
    Application {
        id,
        office: "EP",
        kind: "A",
        filed: year,
        earliest: year,
        docdb: id,
        inpadoc: id,
        applicants: vec![(country, "")],
        title: "A device",
        abstract_: "A device that works.",
        ..Application::default()
    }
}

/// In 2003, the last complete year: one wind turbine of Belgium by its symbol, one of
/// Germany by the symbol and the tag, one of France that only the tag finds. The family
/// of 2006 says how far the data go.
fn example(tags: bool) -> Vec<Application<'static>> {
    let mut belgian = family(1, 2003, "BE");
    belgian.ipc = vec!["F03D   1/06"];
    let mut german = family(2, 2003, "DE");
    german.ipc = vec!["F03D   7/02"];
    let mut french = family(3, 2003, "FR");
    french.ipc = vec!["G06F  17/10"];
    if tags {
        german.cpc = vec!["Y02E  10/72"];
        french.cpc = vec!["Y02E  10/72"];
    }
    let mut last = family(4, 2006, "NL");
    last.ipc = vec!["A61K  31/00"];
    vec![belgian, german, french, last]
}

fn built(workspace: &Path, tags: bool) {
    let raw = workspace.join("raw/patstat");
    write(&raw, &example(tags));
    ok(workspace, &["ingest", "patstat", raw.to_str().unwrap()]);
    ok(workspace, &["build"]);
}

fn told(workspace: &Path) -> Value {
    serde_json::from_str(&ok(workspace, &["sensitivity", "--format", "json"])).unwrap()
}

/// Families in wind power under each set: own, then by id.
fn wind(told: &Value, geo: &str) -> Vec<Option<f64>> {
    let is = |row: &&Value| {
        row["indicator"] == "patent-families" && row["subject"] == "wind-power" && row["geo"] == geo
    };
    let row = told["rows"].as_array().unwrap().iter().find(is).unwrap();
    row["values"].as_array().unwrap().iter().map(|value| value["value"].as_f64()).collect()
}

/// Families in wind power that every two sets share.
fn overlap(told: &Value) -> Vec<Vec<Option<u64>>> {
    let overlaps = told["overlaps"].as_array().unwrap();
    let wind = overlaps.iter().find(|one| one["subject"] == "wind-power").unwrap();
    let rows = wind["families"].as_array().unwrap().iter();
    rows.map(|row| row.as_array().unwrap().iter().map(Value::as_u64).collect()).collect()
}

#[test]
fn each_set_finds_what_it_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    built(folder.path(), true);
    let told = told(folder.path());
    let sets: Vec<&str> =
        told["sets"].as_array().unwrap().iter().map(|set| set["id"].as_str().unwrap()).collect();
    assert_eq!(sets, ["own", "cpc-y02", "oecd-env-tech", "wipo-green-inventory"]);
    assert_eq!(told["period"], "2003");
    assert_eq!(wind(&told, "BE"), [1.0, 0.0, 0.0, 1.0].map(Some), "the symbol");
    assert_eq!(wind(&told, "DE"), [1.0, 1.0, 1.0, 1.0].map(Some), "symbol and tag");
    assert_eq!(wind(&told, "FR"), [0.0, 1.0, 1.0, 0.0].map(Some), "the tag");
    let share = |row: &&Value| {
        row["indicator"] == "patent-world-share"
            && row["subject"] == "wind-power"
            && row["geo"] == "BE"
    };
    let belgium = told["rows"].as_array().unwrap().iter().find(share).unwrap();
    assert_eq!(belgium["spread"]["lowest"], 0.0);
    assert_eq!(belgium["spread"]["highest"], 50.0, "one of the two that symbols find");
    assert_eq!(belgium["spread"]["best_rank"], 1);
    assert_eq!(belgium["spread"]["worst_rank"], 3, "behind Germany and France");
    let overlap = overlap(&told);
    let square =
        [[2, 1, 1, 2], [1, 2, 2, 1], [1, 2, 2, 1], [2, 1, 1, 2]].map(|row| row.map(Some).to_vec());
    assert_eq!(overlap, square, "one of two families has both symbol and tag");
    let page = ok(folder.path(), &["sensitivity", "--format", "html", "--lang", "fr"]);
    assert!(page.contains("Ce que changent les définitions") && page.contains("id=\"wind-power\""));
}

#[test]
fn without_tags_the_sets_made_of_them_say_so() {
    let folder = tempfile::tempdir().unwrap();
    built(folder.path(), false);
    let told = told(folder.path());
    for set in told["sets"].as_array().unwrap() {
        let tagged = ["cpc-y02", "oecd-env-tech"].contains(&set["id"].as_str().unwrap());
        let why = if tagged { Value::from("no-cpc") } else { Value::Null };
        assert_eq!(set["unusable"], why, "{set}");
    }
    let unknown = vec![None; 4];
    let known = vec![Some(2), None, None, Some(2)];
    assert_eq!(overlap(&told), [&known, &unknown, &unknown, &known].map(Vec::clone));
    assert_eq!(wind(&told, "DE"), [Some(1.0), None, None, Some(1.0)]);
}

#[test]
fn a_lake_that_went_on_is_not_compared_with_an_older_edition() {
    let folder = tempfile::tempdir().unwrap();
    built(folder.path(), true);
    let more = folder.path().join("raw/more");
    let mut another = family(9, 2003, "BE");
    another.ipc = vec!["F03D   1/06"];
    write(&more, &[another]);
    for (old, new) in [("part01", "part02")] {
        for entry in std::fs::read_dir(&more).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().replace(old, new);
            std::fs::rename(&path, more.join(name)).unwrap();
        }
    }
    ok(folder.path(), &["ingest", "patstat", more.to_str().unwrap()]);
    let error = fails(folder.path(), &["sensitivity"]);
    assert!(
        error.contains("the lake is not what the edition") && error.contains("part02"),
        "{error}"
    );
}
