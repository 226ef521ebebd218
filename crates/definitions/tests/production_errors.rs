//! What a person reads who has made a mistake in headings, weights or rules of production.

mod support;

use sextant_definitions::{Definitions, OfficialLists, check};
use support::copy::{Copy, place};

const WIND: &str = "technologies/wind-power.toml";
const RULES: &str = "rules/production.toml";
const CHANGES: &str = "expansions/prodcom.toml";

#[test]
fn a_heading_of_seven_digits() {
    let copy = Copy::new();
    copy.replace(WIND, "headings = [\"28112400\"]", "headings = [\"2811240\"]");
    let (line, _) = place(WIND, "headings = [");
    assert_eq!(
        copy.message(),
        format!(
            "{WIND}, line {line}, column 13: `2811240` is not a Prodcom heading. Write the eight \
             digits of a Prodcom heading, as in \"26112240\"."
        )
    );
}

#[test]
fn a_heading_named_twice() {
    let copy = Copy::new();
    copy.replace(WIND, "heading = \"25112200\"", "heading = \"28112400\"");
    let (line, column) = place(WIND, "{ heading = \"25112200\"");
    assert_eq!(
        copy.message(),
        format!(
            "{WIND}, line {line}, column {column}: `28112400` is in the list already. Remove one \
             of them: a heading counts once."
        )
    );
}

#[test]
fn a_weight_of_five_decimals() {
    let copy = Copy::new();
    copy.replace(WIND, "weight = 0.3 }", "weight = 0.33333 }");
    let (line, column) = place(WIND, "{ heading = \"27112670\"");
    assert_eq!(
        copy.message(),
        format!(
            "{WIND}, line {line}, column {column}: The weight 0.33333 of `27112670` has more than \
             four decimals. Round it to four."
        )
    );
    let copy = Copy::new();
    copy.replace(WIND, "weight = 0.3 }", "weight = 0.3333 }");
    assert_eq!(copy.message(), "no error");
}

#[test]
fn an_industry_of_five_decimals() {
    let copy = Copy::new();
    let file = "ecosystems/electronics.toml";
    copy.replace(file, "weight = 0.8,", "weight = 0.80001,");
    let (line, column) = place(file, "{ code = \"26.5\"");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: The weight 0.80001 of `26.5` has more than four \
             decimals. Round it to four."
        )
    );
}

#[test]
fn a_list_before_all_changes() {
    let copy = Copy::new();
    copy.replace(WIND, "prodcom_year = 2021", "prodcom_year = 2007");
    let (line, _) = place(WIND, "prodcom_year");
    assert_eq!(
        copy.message(),
        format!(
            "{WIND}, line {line}, column 16: There is no way from the Prodcom list of 2007 to \
             another. Name the headings of a list since 2008."
        )
    );
}

#[test]
fn thresholds_that_are_none() {
    let copy = Copy::new();
    copy.replace(RULES, "hidden_part_published = 0.05", "hidden_part_published = 5.0");
    copy.replace(RULES, "code_coverage_full = 0.9", "code_coverage_full = 0.4");
    copy.replace(RULES, "full_coverage_divisions = 24", "full_coverage_divisions = 99");
    copy.replace(RULES, "[\"prodcom\"]", "[]");
    let line = |key: &str| place(RULES, key).0;
    assert_eq!(
        copy.message(),
        format!(
            "{RULES}, line {}, column 27: `full_coverage_divisions` is 99; the lists have 28 at \
             most. Write a number from 1 to 28.\n\
             {RULES}, line {}, column 27: `code_coverage_published` is above \
             `code_coverage_full`. A figure is published from the lower of the two and complete \
             from the higher.\n\
             {RULES}, line {}, column 25: `hidden_part_published` is 5, which is not a share. \
             Write a number from 0 to 1.\n\
             {RULES}, line {}, column 16: `source_order` names no source. Write [\"prodcom\"].",
            line("full_coverage_divisions = "),
            line("code_coverage_published = "),
            line("hidden_part_published = "),
            line("source_order = "),
        )
    );
}

#[test]
fn an_unknown_rule() {
    let copy = Copy::new();
    copy.replace(RULES, "source_order =", "sources =");
    let (line, column) = place(RULES, "source_order =");
    assert_eq!(
        copy.message(),
        format!(
            "{RULES}, line {line}, column {column}: Unknown field `sources`, expected one of \
             `version`, `status`, `full_coverage_divisions`, `code_coverage_full`, \
             `code_coverage_published`, `hidden_part_published`, `source_order`, \
             `all_production`, `provenance`. Correct it there; \
             definitions/schemas/production-rules.json lists what a file may hold."
        )
    );
}

#[test]
fn changes_that_are_none() {
    let copy = Copy::new();
    copy.replace(CHANGES, "2016 = [\"16291500\"]", "2008 = [\"16291500\"]");
    copy.replace(CHANGES, "20595997 = [\"20595800\"]", "20595997 = [\"2059580\"]");
    let (first, second) = (place(CHANGES, "2016 = ").0, place(CHANGES, "20595997 = [").0);
    assert_eq!(
        copy.message(),
        format!(
            "{CHANGES}, line {first}, column 8: `2008` is not a year after 2008 and up to 2021. \
             Write the file again with `sextant definitions expand prodcom`.\n\
             {CHANGES}, line {second}, column 12: `2059580` is not a code of the Prodcom list. \
             Write the file again with `sextant definitions expand prodcom`."
        )
    );
    let copy = Copy::new();
    copy.replace(CHANGES, "first_year = 2008", "first_year = 2028");
    let message = copy.message();
    assert!(
        message.contains(&format!(
            "{CHANGES}, line {}, column 14: The lists cannot reach from 2028 to 2021.",
            place(CHANGES, "first_year = 2008").0
        )),
        "{message}"
    );
}

#[test]
fn an_unknown_table_of_changes() {
    let copy = Copy::new();
    copy.replace(CHANGES, "[ends]", "[stops]");
    let (line, _) = place(CHANGES, "[ends]");
    let message = copy.message();
    assert!(
        message.starts_with(&format!("{CHANGES}, line {line}, column 2: Unknown field `stops`"))
            && message.ends_with(
                "Correct it there; definitions/schemas/prodcom-changes.json lists what a file may \
                 hold."
            ),
        "{message}"
    );
}

/// Findings on headings, when the list of 2021 and that of 2020 are those given.
fn findings(definitions: &Definitions, lists: &[(&str, &[&str])]) -> Vec<String> {
    let mut official = OfficialLists::default();
    for (list, headings) in lists {
        headings.iter().for_each(|heading| assert!(official.add_heading(list, heading)));
    }
    let found = check::codes(definitions, &official);
    found.iter().filter(|f| f.subject == "wind-power").map(ToString::to_string).collect()
}

#[test]
fn a_heading_that_the_list_does_not_have_is_found() {
    let definitions = Definitions::builtin().expect("the builtin loads");
    let lists: [(&str, &[&str]); 2] =
        [("prodcom2020", &["28112400"]), ("prodcom2021", &["25112200"])];
    let (whole, _) = place(WIND, "headings = [");
    let (shared, column) = place(WIND, "{ heading = \"27112670\"");
    assert_eq!(
        findings(&definitions, &lists),
        [
            format!(
                "{WIND}, line {whole}, column 13: `28112400` is not in the Prodcom list of 2021. \
                 It is in 2020. Name what it was or became, or take all headings from one of \
                 those lists."
            ),
            format!(
                "{WIND}, line {shared}, column {column}: `27112670` is not in the Prodcom list of \
                 2021. No list at hand knows it; check the digits."
            ),
        ]
    );
    assert!(findings(&definitions, &lists[..1]).is_empty(), "the list of 2021 is not at hand");
}

#[test]
fn changes_that_are_not_those_of_the_lists_are_found() {
    let mut official = OfficialLists::default();
    assert!(!official.add_heading("cn2021", "84127000"));
    let changes = &mut official.prodcom_changes;
    assert!(changes.add("prodcom2021", "28112400", "prodcom2022", "28112410"));
    assert!(changes.add("prodcom2021", "28112400", "prodcom2022", "28112420"));
    assert!(changes.add("prodcom2021", "", "prodcom2022", "99999999"));
    let definitions = Definitions::builtin().expect("the builtin loads");
    let found = check::codes(&definitions, &official);
    let of = |code: &str| -> Vec<String> {
        found.iter().filter(|f| f.code == code).map(ToString::to_string).collect()
    };
    let way_out = "Write the file again with `sextant definitions expand prodcom`.";
    let (becomes, _) = place(CHANGES, "[becomes.2010]");
    assert_eq!(
        of("28112400"),
        ["28112410", "28112420"].map(|new| format!(
            "{CHANGES}, line {becomes}, column 2: That `28112400` became `{new}` in 2022 is not \
             written down. {way_out}"
        ))
    );
    assert!(of("99999999").is_empty(), "no definition needs it");
    let (line, _) = place(CHANGES, "2017 = [");
    let expected = format!(
        "{CHANGES}, line {line}, column 8: That `29102410` starts in 2017 is not in the lists at \
         hand, or no heading needs it. {way_out}"
    );
    assert_eq!(of("29102410"), [expected]);
    let span = found.iter().find(|f| f.code.is_empty()).expect("the years differ");
    assert_eq!(span.what, "The lists at hand are those from 2021 to 2022.");
}
