//! What a person reads who has made a mistake in what concerns investment, currencies
//! and sectors.

mod support;

use support::copy::{Copy, place};

#[test]
fn a_kind_in_two_lists_and_one_that_is_none() {
    let copy = Copy::new();
    let file = "rules/investment.toml";
    copy.replace(file, "optional = [\"corporate-round\"", "optional = [\"seed\", \"series-z\"");
    let (line, _) = place(file, "optional = [");
    let counted = place(file, "counted = [");
    let message = copy.message();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(
        lines[0],
        format!(
            "{file}, line {}, column {}: `corporate-round` is in none of the lists. Add it to \
             `counted`, `optional` or `not_counted`.",
            counted.0,
            counted.1 + "counted = ".len()
        )
    );
    assert_eq!(
        lines[1],
        format!(
            "{file}, line {line}, column 13: `seed` is in `counted` already. A round counts or does \
             not; keep one of them."
        )
    );
    let beginning = format!(
        "{file}, line {line}, column 21: `series-z` is not a kind of round. Use one of these: \
         pre-seed, "
    );
    assert!(lines[2].starts_with(&beginning), "{message}");
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_period_that_ends_before_it_begins() {
    let copy = Copy::new();
    let file = "rules/investment.toml";
    copy.replace(file, "first = 2015", "first = 2025");
    let (line, _) = place(file, "span = ");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 1: The period ends in 2023 before it begins. Write the \
             earlier year first."
        )
    );
}

#[test]
fn a_category_mapped_wrongly() {
    let copy = Copy::new();
    let file = "investment/crunchbase-categories.toml";
    let good = "\"Solar\" = [\"energy-renewables\", \"solar-power\"]";
    let bad = "\"Solar\" = [\"renewable-energy\", \"solar-power\", \"solar\"]";
    copy.replace(file, good, bad);
    let (line, _) = place(file, good);
    let message = copy.message();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(
        lines[0],
        format!(
            "{file}, line {line}, column 12: `renewable-energy` is implied by `solar-power`, which \
             is a part of it. Remove the wider one."
        )
    );
    let second = format!(
        "{file}, line {line}, column 47: `solar` is neither a technology nor an ecosystem. Use one \
         of these, "
    );
    assert!(lines[1].starts_with(second.trim_end_matches(", ")), "{message}");
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_category_in_two_places() {
    let copy = Copy::new();
    let file = "investment/crunchbase-categories.toml";
    copy.replace(file, "[mapped]\n", "[mapped]\n\"finance\" = [\"digital\"]\n\" Coal\" = []\n");
    let (line, column) = place(file, "\"Finance\",");
    let (mapped, _) = place(file, "[mapped]");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: `Finance` is in the file already, as `finance`. \
             Capitals make no difference; keep one of them.\n\
             {file}, line {}, column 11: ` Coal` is mapped to nothing. Name a subject, or move the \
             category to one of the lists `unmapped`.\n\
             {file}, line {}, column 11: ` Coal` is empty or has blanks around it. Write the \
             category without them.",
            mapped + 2,
            mapped + 2
        )
    );
}

#[test]
fn a_reciprocal_rate_of_another_currency() {
    let copy = Copy::new();
    let file = "rules/exchange-rates.toml";
    copy.replace(file, "0.88970", "1.98970");
    let (line, column) = place(file, "0.88970");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column {column}: 1.9897 GBP for one euro in 2020 cannot be right. \
             Write units of the currency for one euro, one number a year.\n\
             {file}, line {line}, column {}: 0.8596 GBP for one euro in 2021 cannot be right. Write \
             units of the currency for one euro, one number a year.",
            column + 9
        )
    );
}

#[test]
fn a_currency_with_the_code_of_the_dollar() {
    let copy = Copy::new();
    let file = "rules/exchange-rates.toml";
    copy.replace(file, "code = \"AUD\"", "code = \"USD\"");
    let (line, _) = place(file, "code = \"AUD\"");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {line}, column 8: `USD` is not the code of another currency. Write three \
             capitals, as in \"GBP\"; the dollar has its own table."
        )
    );
}

#[test]
fn a_series_that_cannot_be_found() {
    let copy = Copy::new();
    let file = "sectors/biopharma.toml";
    copy.replace(file, "dataset = \"NAMA_10_A64_E\"", "dataset = \"nama_10_a64_e\"");
    copy.replace(file, "na_item = [\"EMP_DC\"]", "NA_ITEM = [\"EMP_DC\", \"EMP_DC\"]");
    let (dataset, column) = place(file, "\"NAMA_10_A64_E\"");
    let (filter, start) = place(file, "[\"EMP_DC\"]");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {dataset}, column {column}: `nama_10_a64_e` is not the id of a table as \
             it is stored. Write it in capitals, without agency and version, as in \
             \"NAMA_10_A64_E\".\n\
             {file}, line {filter}, column {start}: The dimension `NA_ITEM` is not in lower case. \
             Names of dimensions are stored in lower case.\n\
             {file}, line {filter}, column {}: `EMP_DC` is in the list already. Remove one of them, \
             or its cells count twice.",
            start + 11
        )
    );
}

#[test]
fn a_statement_that_does_not_fit_its_series() {
    let copy = Copy::new();
    let file = "sectors/biopharma.toml";
    copy.replace(file, "geo = \"BE\"", "geo = \"Belgium\"");
    copy.replace(
        file,
        "years = { first = 2020, last = 2020 }",
        "years = { first = 2019, last = 2020 }",
    );
    copy.replace(file, "unit = \"persons\"", "unit = \"EUR\"");
    let (geo, _) = place(file, "geo = ");
    let (years, column) = place(file, "years = ");
    let (unit, _) = place(file, "unit = \"persons\"");
    assert_eq!(
        copy.message(),
        format!(
            "{file}, line {geo}, column 7: `Belgium` is not a place. Use a code of the geographies, \
             as in \"BE\".\n\
             {file}, line {years}, column {column}: A level is of one year, not of 2019 to 2020. \
             Write the same year twice.\n\
             {file}, line {unit}, column 8: The unit of the statement is `EUR`. Write `persons`."
        )
    );
}
