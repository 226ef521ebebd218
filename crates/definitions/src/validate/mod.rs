//! Reads the files into the definitions and checks what types cannot say.
//!
//! Every file is read before anything is reported, so that one run shows an analyst
//! all that is wrong.

mod alternatives;
mod common;
mod decisions;
mod ecosystems;
mod expansions;
mod fields;
mod geographies;
mod hs;
mod investment;
mod patents;
mod product_groups;
mod production;
mod report;
mod rules;
mod sectors;
mod technologies;

use crate::Problem;
use crate::definitions::Parts;
use crate::document::Document;
use report::Report;

/// Path of the one file of expansions of patent symbols.
pub(crate) const EXPANSIONS: &str = "expansions/ipc.toml";

/// Path of the one file of changes of the Prodcom list.
pub(crate) const PRODCOM: &str = "expansions/prodcom.toml";

/// Path of the one map of categories.
pub(crate) const CATEGORIES: &str = "investment/crunchbase-categories.toml";

/// Path of the one file of fields of technology.
pub(crate) const FIELDS: &str = "fields/wipo-fields.toml";

/// Reads and checks all documents.
pub(crate) fn read(documents: &[Document]) -> Result<Parts, Vec<Problem>> {
    let mut problems = Vec::new();
    let technologies = technologies::read(documents, &mut problems);
    let ecosystems = ecosystems::read(documents, &mut problems);
    let product_groups = product_groups::read(documents, &mut problems);
    common::unique_ids(documents, &mut problems);
    let geographies = geographies::read(documents, &mut problems);
    let rates = rules::rates(documents, &mut problems);
    let trade_rules = rules::trade(documents, &mut problems);
    let patent_rules = rules::patents(documents, &mut problems);
    let production_rules = production::rules(documents, &mut problems);
    let prodcom = production::changes(documents, &mut problems);
    if let Some(prodcom) = &prodcom {
        production::list_years(documents, &technologies, prodcom, &mut problems);
    }
    let fields = fields::read(documents, &mut problems);
    let expansions = expansions::read(documents, &mut problems);
    let investment_rules = investment::counted(documents, &mut problems);
    let known = investment::Known::new(documents, &technologies);
    let category_map = investment::categories(documents, &known, &mut problems);
    let sectors = sectors::read(documents, &geographies, &mut problems);
    let alternatives = alternatives::read(documents, &technologies, &mut problems);
    let investing = (investment_rules, category_map);
    let single = (rates, trade_rules, patent_rules, fields, expansions);
    if let (Some(rates), Some(trade_rules), Some(patent_rules), Some(fields), Some(expansions)) =
        single
        && let (Some(investment_rules), Some(category_map)) = investing
        && let (Some(production_rules), Some(prodcom)) = (production_rules, prodcom)
        && problems.is_empty()
    {
        return Ok(Parts {
            technologies,
            ecosystems,
            product_groups,
            fields_version: fields.version,
            fields: fields.fields,
            geographies,
            rates,
            trade_rules,
            patent_rules,
            production_rules,
            prodcom,
            investment_rules,
            category_map,
            sectors,
            alternatives,
            expansions,
        });
    }
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Err(problems)
}

/// The documents of one folder.
fn of_folder<'d>(
    documents: &'d [Document],
    folder: &'d str,
) -> impl Iterator<Item = &'d Document> + 'd {
    documents
        .iter()
        .filter(move |document| document.path.split_once('/').is_some_and(|(f, _)| f == folder))
}
