//! A process may be killed at any moment: what is there afterwards is the last
//! good state, and going on ends with the right edition.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use support::{ok, sextant};

/// Processes that must still be alive when they are killed.
const KILLS: u32 = 50;
/// Processes started at the most to get there.
const STARTS: u32 = 400;

/// Spreads the kills over the whole of what is killed, so that every stage is hit.
fn wait(start: u32, whole: Duration) -> Duration {
    whole * (start / 2 * 37 % 100) / 100
}

/// How long the command takes when nobody disturbs it.
fn duration(workspace: &Path, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    ok(workspace, arguments);
    start.elapsed()
}

#[cfg(unix)]
#[test]
fn killing_ingest_and_build_never_harms_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let raw = folder.path().join("raw");
    ok(folder.path(), &["generate", "--scale", "0.01", "--out", raw.to_str().unwrap()]);
    let undisturbed = folder.path().join("undisturbed");
    let ingest = ["ingest", "baci", raw.join("baci").to_str().unwrap()].map(str::to_owned);
    let ingest = ingest.each_ref().map(String::as_str);
    let times = [duration(&undisturbed, &ingest), duration(&undisturbed, &["build"])];
    let expected = finish(&undisturbed, &raw);
    let (mut killed, mut rounds) = (0, 0);
    let mut workspace = folder.path().join("disturbed-0");
    for start in 0..STARTS {
        killed += u32::from(killed_alive(&workspace, &raw, start, times));
        look(&workspace);
        // Where everything is done, killing is idle: look at the result, begin anew.
        if killed == KILLS || workspace.join("editions/LATEST").exists() {
            assert_eq!(finish(&workspace, &raw), expected);
            let left = fs::read_dir(workspace.join("lake/tmp")).unwrap().count();
            assert_eq!(left, 0, "half-written files were not swept away");
            rounds += 1;
            workspace = folder.path().join(format!("disturbed-{rounds}"));
        }
        if killed == KILLS {
            break;
        }
    }
    assert_eq!(killed, KILLS, "too few of {STARTS} processes were alive when killed");
}

/// Starts an ingest or a build, kills it a little later, and says whether it was
/// still alive then.
fn killed_alive(
    workspace: &Path,
    raw: &Path,
    start: u32,
    [reading, building]: [Duration; 2],
) -> bool {
    let ingest = ["ingest", "baci", raw.join("baci").to_str().unwrap()].map(str::to_owned);
    let (arguments, whole) = match start % 2 {
        0 => (ingest.to_vec(), reading),
        _ => (vec!["build".to_owned()], building),
    };
    let mut child = sextant()
        .arg("--workspace")
        .arg(workspace)
        .args(arguments)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait(start, whole));
    let alive = child.try_wait().unwrap().is_none();
    if alive {
        child.kill().unwrap();
    }
    child.wait().unwrap();
    alive
}

/// Goes on to the end and gives the bytes of the cube.
fn finish(workspace: &Path, raw: &Path) -> (String, Vec<u8>) {
    ok(workspace, &["ingest", "baci", raw.join("baci").to_str().unwrap()]);
    ok(workspace, &["build"]);
    let editions = ok(workspace, &["editions"]);
    let name = fs::read_to_string(workspace.join("editions/LATEST")).unwrap();
    let cube = fs::read(workspace.join("editions").join(&name).join("observations.parquet"));
    (editions, cube.unwrap())
}

/// Whatever the state, reading it works.
fn look(workspace: &Path) {
    ok(workspace, &["sources"]);
    ok(workspace, &["editions"]);
}

#[test]
fn processes_that_ingest_at_the_same_time_all_get_their_rows_in() {
    let folder = tempfile::tempdir().unwrap();
    let raw = folder.path().join("raw");
    ok(folder.path(), &["generate", "--scale", "0.01", "--out", raw.to_str().unwrap()]);
    let workspace = folder.path().join("workspace");
    let sources = ["baci", "imf-lct", "comtrade", "comext"];
    let running: Vec<_> = sources
        .iter()
        .flat_map(|source| [source, source])
        .map(|source| {
            let arguments =
                ["ingest", source, raw.join(source).to_str().unwrap()].map(str::to_owned);
            sextant().arg("--workspace").arg(&workspace).args(arguments).spawn().unwrap()
        })
        .collect();
    for mut child in running {
        assert!(child.wait().unwrap().success());
    }
    let listed = ok(&workspace, &["sources", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let held = |source: &str| {
        let all = listed.as_array().unwrap();
        all.iter().find(|held| held["id"] == source).unwrap()["files"].as_array().unwrap().len()
    };
    for source in sources {
        let files = fs::read_dir(raw.join(source)).unwrap().count();
        assert_eq!(held(source), files, "{source}");
    }
    ok(&workspace, &["build"]);
}
