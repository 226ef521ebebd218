//! What a person reads who has made a mistake in a list of patent symbols or in a query.

mod support;

use support::copy::{Copy, place};

#[test]
fn bad_query() {
    let copy = Copy::new();
    let file = "technologies/wind-power.toml";
    copy.replace(file, "keyword_query = \"TA:((wind ADJ1", "keyword_query = \"TA:((wind ADJ0");
    let (line, column) = place(file, "ADJ1");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: The query cannot be read here: ADJ0 is no \
             distance that can be searched. ADJn and NEARn take n from 1 (the next word) to 99."
        )
    );
}

#[test]
fn bad_query_behind_quotation_marks() {
    let copy = Copy::new();
    let file = "technologies/wind-power.toml";
    copy.replace(file, "keywords = \"TA:(wind", "keywords = \"TA:(\\\"wind farm\\\" OR wynd AND");
    let (line, _) = place(file, "keywords = ");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 39: The query cannot be read here: AND stands beside OR \
             without parentheses. Say with parentheses which belongs together, such as \
             (a OR b) AND c."
        )
    );
}

#[test]
fn bad_symbol() {
    let copy = Copy::new();
    let file = "technologies/wind-power.toml";
    copy.replace(file, "any = [\"F03D\"]", "any = [\"F3D\", \"H02K7/18\", \"F03D 9 - F03D 1\"]");
    let (line, _) = place(file, "any = [\"F03D\"]");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 8: `F3D` is not an IPC or CPC symbol. Write B25J, G02B 5, \
             G01D 5/26, or a range as H01L 31/00 - H01L 31/078.\n\
             {file}, line {line}, column 15: `H02K7/18` is not written as symbols are here. Write \
             `H02K 7/18`.\n\
             {file}, line {line}, column 27: The range `F03D 9 - F03D 1` ends before it begins. \
             Write the smaller symbol first."
        )
    );
}

#[test]
fn a_list_of_symbols_with_a_reason_for_none() {
    let copy = Copy::new();
    let file = "ecosystems/tourism.toml";
    copy.replace(file, "ipc = [", "none_because = \"It is a service.\"\nipc = [\n    \"A63B\",");
    let (line, _) = place(file, "ipc = [");
    let second = place(file, "\"A63B\"").0 + 2;
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 16: There are IPC symbols beside a reason for having none. \
             Remove the symbols or the reason.\n\
             {file}, line {second}, column 5: `A63B` is in the list already. Remove one of them."
        )
    );
}

#[test]
fn a_choice_that_there_is_not() {
    let copy = Copy::new();
    let file = "rules/patents.toml";
    copy.replace(file, "unit = \"docdb-family\"", "unit = \"family\"");
    let (line, _) = place(file, "unit = ");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 8: Unknown variant `family`, expected one of \
             `docdb-family`, `inpadoc-family`, `application`. Correct it there; \
             definitions/schemas/patent-rules.json lists what a file may hold."
        )
    );
}

#[test]
fn a_field_out_of_place() {
    let copy = Copy::new();
    let file = "fields/wipo-fields.toml";
    copy.replace(file, "number = 2\n", "number = 3\n");
    let message = copy.message();
    let (line, _) = place(file, "number = 2");
    assert_eq!(
        message,
        format!(
            "{file}, line {}, column 1: Field 3 stands in place 2. List the fields by number, from \
             1.\n{file}, line {}, column 6: The id of field 3 is `wipo-field-02`. Write \
             `wipo-field-03`.",
            line - 1,
            line + 1
        )
    );
}

#[test]
fn an_id_that_is_taken() {
    let copy = Copy::new();
    copy.replace("technologies/wind-power.toml", "id = \"wind-power\"", "id = \"all-patents\"");
    let message = copy.message();
    assert!(message.ends_with(
        "The id `all-patents` is taken: it stands for all inventions together. Choose another id."
    ));
}

#[test]
fn an_expansion_that_cannot_be() {
    let copy = Copy::new();
    let file = "expansions/ipc.toml";
    copy.replace(file, "\"G09B 9/46\" = \"G09B 9/08\"", "\"G09B 9/46\" = \"G09B 19/08\"");
    let (line, column) = place(file, "\"G09B 9/08\"");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: `G09B 9/46` cannot be indented below `G09B \
             19/08`. Write a subgroup of the same main group."
        )
    );
}
