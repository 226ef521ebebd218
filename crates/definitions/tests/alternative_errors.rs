//! What a person reads who has made a mistake in a published set of definitions.

mod support;

use sextant_definitions::Definitions;
use support::copy::{Copy, place};

const WIPO: &str = "alternatives/wipo-green-inventory.toml";
const Y02: &str = "alternatives/cpc-y02.toml";

#[test]
fn unknown_technology() {
    let copy = Copy::new();
    copy.replace(WIPO, "technology = \"wind-power\"", "technology = \"windpower\"");
    let (line, column) = place(WIPO, "\"wind-power\"");
    let message = copy.message();
    let head = format!(
        "{WIPO}, line {line}, column {column}: `windpower` is not a technology. Use one of these: \
         advanced-manufacturing, advanced-materials-nanotechnology, artificial-intelligence, "
    );
    assert!(message.starts_with(&head), "{message}");
    assert!(message.ends_with("solar-power, wind-power."), "{message}");
    assert!(!message.contains(" renewable-energy"), "a union cannot be read");
}

#[test]
fn a_union_cannot_be_read() {
    let copy = Copy::new();
    copy.replace(WIPO, "technology = \"wind-power\"", "technology = \"renewable-energy\"");
    let (line, column) = place(WIPO, "\"wind-power\"");
    assert_eq!(
        copy.message(),
        format!(
            "{WIPO}, line {line}, column {column}: `renewable-energy` is the union of its parts. \
             Name these instead: other-renewables, solar-power, wind-power."
        )
    );
}

#[test]
fn known_and_not_known() {
    let copy = Copy::new();
    copy.replace(WIPO, "technology = \"biotechnology\"", "technology = \"solar-power\"");
    let (line, column) = place(WIPO, "\"biotechnology\"");
    assert_eq!(
        copy.message(),
        format!(
            "{WIPO}, line {line}, column {column}: `solar-power` is in `readings` already. Keep one \
             of them: a set knows a technology or it does not."
        )
    );
}

#[test]
fn bad_query() {
    let copy = Copy::new();
    copy.replace(WIPO, "IPC:(H01L 27/30/low OR ", "IPC:(H01L 27/30/lo OR ");
    let (line, _) = place(WIPO, "IPC:(H01L 27/30/low OR ");
    let message = copy.message();
    let head = format!(
        "{WIPO}, line {line}, column 15: The query cannot be read here: `H01L 27/30/lo` is not an \
         IPC or CPC symbol. Write H01 (class), H01M (subclass), "
    );
    assert!(message.starts_with(&head), "{message}");
}

#[test]
fn bad_query_on_its_second_line() {
    let copy = Copy::new();
    copy.replace(WIPO, "OR C02F 1/14/low)\"\"\"", "OR C02F 1x14)\"\"\"");
    let (line, column) = place(WIPO, "C02F 1/14/low)\"\"\"");
    let message = copy.message();
    let head = format!("{WIPO}, line {line}, column {column}: The query cannot be read here: ");
    assert!(message.starts_with(&head), "{message}");
}

#[test]
fn what_lies_below_in_the_cpc() {
    let copy = Copy::new();
    copy.replace(Y02, "CPC:(Y02E 10/60)", "CPC:(Y02E 10/60/low)");
    let (line, _) = place(Y02, "CPC:(Y02E 10/60)");
    assert_eq!(
        copy.message(),
        format!(
            "{Y02}, line {line}, column 9: What lies below `Y02E 10/60` in the CPC is not written \
             down. Write a range from the subgroup to the last below it, or leave `/low` out to \
             mean it alone."
        )
    );
}

#[test]
fn missing_language() {
    let copy = Copy::new();
    copy.replace(Y02, "nl = \"Y02-labels (CPC)\"\n", "");
    let (line, _) = place(Y02, "[names]");
    assert_eq!(
        copy.message(),
        format!(
            "{Y02}, line {line}, column 1: Missing field `nl`. Correct it there; \
             definitions/schemas/alternative.json lists what a file may hold."
        )
    );
    copy.replace(Y02, "fr = \"Étiquettes Y02 (CPC)\"", "nl = \"\"\nfr = \"Étiquettes Y02 (CPC)\"");
    assert_eq!(
        copy.message(),
        format!(
            "{Y02}, line {}, column 6: `names.nl` is empty. Fact sheets are written in all four \
             languages; fill it in.",
            line + 2
        )
    );
}

#[test]
fn empty_texts() {
    let copy = Copy::new();
    copy.replace(Y02, "about = \"Photovoltaics\"", "about = \" \"");
    copy.replace(Y02, "licence = \"The scheme", "licence = \"\" # \"The scheme");
    let (because, _) = place(Y02, "because = \"The tags say");
    copy.replace(Y02, "because = \"The tags say", "because = \"\" # \"The tags say");
    let (about, _) = place(Y02, "about = \"Photovoltaics\"");
    let (licence, _) = place(Y02, "licence = ");
    assert_eq!(
        copy.message(),
        format!(
            "{Y02}, line {licence}, column 11: `licence` is empty. Name the licence; where none is \
             stated, say that.\n\
             {Y02}, line {about}, column 9: `about` is empty. Say what the topic is about.\n\
             {Y02}, line {because}, column 11: `because` is empty. Say why the set does not know \
             the technology."
        )
    );
}

#[test]
fn no_topics() {
    let copy = Copy::new();
    let text = std::fs::read_to_string(copy.path(WIPO)).expect("it can be read");
    let gap = text.find("[[gaps]]").expect("there is one");
    let more = "[[readings]]\ntechnology = \"biotechnology\"\ntopics = []\n\n";
    let gone = text.replace("technology = \"biotechnology\"", "technology = \"robotics\"");
    std::fs::write(copy.path(WIPO), format!("{}{more}{}", &gone[..gap], &gone[gap..]))
        .expect("it can be written");
    let line = text[..gap].lines().count() + 3;
    assert_eq!(
        copy.message(),
        format!(
            "{WIPO}, line {line}, column 10: `biotechnology` has no topic. Add \
             [[readings.topics]], or move the technology to [[gaps]] and say why."
        )
    );
}

#[test]
fn the_id_of_our_own_is_taken() {
    let copy = Copy::new();
    std::fs::rename(copy.path(Y02), copy.path("alternatives/own.toml")).expect("it can be moved");
    copy.replace("alternatives/own.toml", "id = \"cpc-y02\"", "id = \"own\"");
    let (line, _) = place(Y02, "id = ");
    assert_eq!(
        copy.message(),
        format!(
            "alternatives/own.toml, line {line}, column 6: The id `own` is taken: it stands for the \
             definitions of Sextant itself. Choose another id."
        )
    );
}

/// A file that cannot be read is reported itself, not again wherever it is named.
#[test]
fn a_technology_that_cannot_be_read_is_not_unknown() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "version =", "verison =");
    let message = copy.message();
    assert!(message.starts_with("technologies/wind-power.toml"), "{message}");
    assert!(!message.contains("alternatives/"), "{message}");
}

#[test]
fn definitions_without_sets_load() {
    let copy = Copy::new();
    std::fs::remove_dir_all(copy.path("alternatives")).expect("it can be removed");
    let definitions = Definitions::load(copy.0.path()).expect("they load");
    assert!(definitions.alternatives.is_empty());
    let error = definitions.under("cpc-y02").expect_err("there is none");
    assert_eq!(
        error.to_string(),
        "There are no published sets of definitions here, and so none named `cpc-y02`. Put its file \
         into the folder alternatives."
    );
}

#[test]
fn a_technology_that_the_sets_do_not_mention_can_be_tried() {
    let copy = Copy::new();
    let new = copy.path("technologies/heat-pumps.toml");
    let text = std::fs::read_to_string(copy.path("technologies/energy-saving.toml"));
    let text = text.expect("it can be read").replace("\"energy-saving\"", "\"heat-pumps\"");
    std::fs::write(&new, text).expect("it can be written");
    let builtin = Definitions::builtin().expect("the builtin loads");
    let with = builtin.with_file(&new).expect("it loads");
    let y02 = with.alternative("cpc-y02").expect("it is there");
    assert!(!y02.technologies().contains(&"heat-pumps".to_owned()));
}

#[test]
fn a_set_in_a_file_elsewhere_is_known_by_what_it_says() {
    let copy = Copy::new();
    let text = std::fs::read_to_string(copy.path(Y02)).expect("it can be read");
    let elsewhere = copy.path("cpc-y02.toml");
    let changed = text.replace(" OR Y02B 10/40)", ")");
    std::fs::write(&elsewhere, changed).expect("it can be written");
    let builtin = Definitions::builtin().expect("the builtin loads");
    let changed = builtin.with_file(&elsewhere).expect("it loads");
    let [before, after] =
        [&builtin, &changed].map(|d| d.under("cpc-y02").expect("it is there").patent_queries());
    assert_ne!(before, after);
    assert_eq!(builtin.patent_queries(), changed.patent_queries());
}
