//! What a person reads who has made a mistake in a definition file.
//!
//! Each test copies the repository's definitions, spoils one, and compares the whole
//! message.

mod support;

use std::path::Path;

use sextant_definitions::{Definitions, Error};
use support::copy::{Copy, place};
use tempfile::TempDir;

#[test]
fn a_copy_is_the_builtin() {
    let copy = Definitions::load(Copy::new().0.path()).expect("the copy loads");
    let builtin = Definitions::builtin().expect("the builtin loads");
    assert_eq!(copy.fingerprint(), builtin.fingerprint());
    assert_eq!(copy.files(), builtin.files());
}

#[test]
fn unknown_key() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "version =", "verison =");
    let (line, column) = place("technologies/wind-power.toml", "version =");
    assert_eq!(
        copy.message(),
        format!(
            "technologies/wind-power.toml, line {line}, column {column}: Unknown field `verison`, expected one of \
             `id`, `family`, `parent`, `order`, `version`, `status`, `note`, `names`, `hs`, \
             `production`, `patents`. Correct it there; definitions/schemas/technology.json \
             lists what a file may hold."
        )
    );
}

#[test]
fn bad_code() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "hs2007 = [\"850231\"]", "hs2007 = [\"85023\"]");
    let (line, _) = place("technologies/wind-power.toml", "hs2007 = [");
    assert_eq!(
        copy.message(),
        format!(
            "technologies/wind-power.toml, line {line}, column 11: `85023` is not an HS code: it \
             has 5 digits. Write 2, 4 or 6 digits between quotation marks, leading zeros kept, \
             as in \"0901\"."
        )
    );
}

#[test]
fn code_inside_another() {
    let copy = Copy::new();
    copy.replace("ecosystems/health.toml", "\"30\", \"2936\"", "\"30\", \"3004\", \"2936\"");
    let (line, _) = place("ecosystems/health.toml", "\"30\", \"2936\"");
    let first = format!(
        "ecosystems/health.toml, line {line}, column 11: `3004` is in the list already, by `30`. \
         Remove one of them: a code stands for everything that begins with it."
    );
    assert_eq!(copy.message().lines().next(), Some(first.as_str()));
}

#[test]
fn decision_against_the_list() {
    let copy = Copy::new();
    let file = "technologies/solar-power.toml";
    copy.replace(file, "hs2022 = [\"841912\", ", "hs2022 = [");
    let (line, column) = place(file, "{ from = \"hs2017\"");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: The decision on `841919` chooses `841912`, \
             which is not in hs2022. Add the code to that list, or move it to `left_out`."
        )
    );
}

#[test]
fn unknown_parent() {
    let copy = Copy::new();
    copy.replace(
        "technologies/wind-power.toml",
        "parent = \"renewable-energy\"",
        "parent = \"renewables\"",
    );
    let (line, _) = place("technologies/wind-power.toml", "parent = ");
    let message = copy.message();
    let beginning = format!(
        "technologies/wind-power.toml, line {line}, column 10: The parent `renewables` is not a \
         technology. Use one of these, or add its file: advanced-manufacturing, "
    );
    assert!(message.starts_with(&beginning), "{message}");
}

#[test]
fn duplicate_id() {
    let copy = Copy::new();
    std::fs::copy(copy.path("ecosystems/health.toml"), copy.path("ecosystems/zdrowie.toml"))
        .expect("the file can be copied");
    assert_eq!(
        copy.message(),
        "ecosystems/zdrowie.toml, line 2, column 6: The id `health` differs from the name of its \
         file, `zdrowie.toml`. Give both the same name, so that an id leads to its file.\n\
         ecosystems/zdrowie.toml, line 2, column 6: The id `health` is already that of \
         ecosystems/health.toml. Ids are unique over technologies, ecosystems, product \
         groups, sectors and alternatives; choose another."
    );
}

#[test]
fn missing_language() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "zh = \"风能\"\n", "");
    let (line, _) = place("technologies/wind-power.toml", "[names]");
    assert_eq!(
        copy.message(),
        format!(
            "technologies/wind-power.toml, line {line}, column 1: Missing field `zh`. Correct it \
             there; definitions/schemas/technology.json lists what a file may hold."
        )
    );
}

#[test]
fn empty_name() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "nl = \"Windenergie\"", "nl = \" \"");
    let (line, _) = place("technologies/wind-power.toml", "nl = ");
    assert_eq!(
        copy.message(),
        format!(
            "technologies/wind-power.toml, line {line}, column 6: `names.nl` is empty. Fact sheets \
             are written in all four languages; fill it in."
        )
    );
}

#[test]
fn two_places_of_one_spelling() {
    let copy = Copy::new();
    copy.replace("geographies/historical.toml", "comtrade = [58]", "comtrade = [56]");
    let (line, column) = place("geographies/historical.toml", "BLEU]");
    assert_eq!(
        copy.message(),
        format!(
            "geographies/historical.toml, line {line}, column {column}: `56` in Comtrade is both \
             `BE` and `BLEU`. A spelling must lead to one place; remove one."
        )
    );
}

#[test]
fn a_union_without_a_member() {
    let copy = Copy::new();
    copy.replace("geographies/aggregates.toml", "\"AT\", \"BE\"", "\"AT\"");
    let message = copy.message();
    assert!(message.ends_with("The EU27 has 26 members. List the 27 Member States since 2020."));
}

#[test]
fn reciprocal_rate() {
    let copy = Copy::new();
    copy.replace("rules/exchange-rates.toml", "usd_per_eur = 1.1422", "usd_per_eur = 0.7512");
    let (line, _) = place("rules/exchange-rates.toml", "1.1422");
    assert_eq!(
        copy.message(),
        format!(
            "rules/exchange-rates.toml, line {line}, column 5: 0.7512 dollars for one euro in 2020 \
             cannot be right. Write US dollars for one euro, as in 1.1422."
        )
    );
}

#[test]
fn not_utf_8() {
    let copy = Copy::new();
    std::fs::write(copy.path("rules/trade.toml"), b"# d\xe9finitions").expect("it can be written");
    assert_eq!(
        copy.message(),
        "rules/trade.toml: The file is not UTF-8: byte 4 cannot be read. Save it as UTF-8."
    );
}

#[test]
fn missing_file() {
    let copy = Copy::new();
    std::fs::remove_file(copy.path("rules/trade.toml")).expect("the file can be removed");
    assert_eq!(
        copy.message(),
        "rules/trade.toml: The file is missing. Copy it from the definitions that Sextant ships \
         and adapt it."
    );
}

#[test]
fn all_problems_at_once() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "nl = \"Windenergie\"", "nl = \"\"");
    copy.replace("ecosystems/health.toml", "\"2936\"", "\"29A6\"");
    copy.replace("rules/trade.toml", "code_coverage_full = 0.9", "code_coverage_full = 90.0");
    let files: Vec<String> = copy
        .message()
        .lines()
        .map(|line| line.split(',').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        files,
        ["ecosystems/health.toml", "rules/trade.toml", "technologies/wind-power.toml"]
    );
}

#[test]
fn no_folder_and_an_empty_one() {
    let folder = TempDir::new().expect("there is a temporary folder");
    assert!(matches!(Definitions::load(folder.path()), Err(Error::Empty { .. })));
    let nowhere = folder.path().join("nowhere");
    assert!(matches!(Definitions::load(&nowhere), Err(Error::Read { .. })));
}

#[test]
fn one_file_tried() {
    let folder = TempDir::new().expect("there is a temporary folder");
    let builtin = Definitions::builtin().expect("the builtin loads");
    let path = folder.path().join("wind-power.toml");
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../definitions/technologies/wind-power.toml");
    let text = std::fs::read_to_string(source).expect("the file can be read");
    let tried = text.replace("hs2017 = [\"850231\"]", "hs2017 = [\"850231\", \"850300\"]");
    std::fs::write(&path, tried).expect("it can be written");
    let with = builtin.with_file(&path).expect("the file is good");
    let codes = with.hs_codes("wind-power", sextant_definitions::HsVintage::Hs2017);
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["850231", "850300"]);
    assert_ne!(with.fingerprint(), builtin.fingerprint());
    std::fs::write(&path, "x = 1").expect("it can be written");
    assert!(matches!(builtin.with_file(&path), Err(Error::UnknownKind { .. })));
}
