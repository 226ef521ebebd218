//! Reads the files into the definitions and checks what types cannot say.
//!
//! Every file is read before anything is reported, so that one run shows an analyst
//! all that is wrong.

mod common;
mod decisions;
mod ecosystems;
mod geographies;
mod hs;
mod patents;
mod product_groups;
mod report;
mod rules;
mod technologies;

use crate::Problem;
use crate::definitions::Parts;
use crate::document::Document;
use report::Report;

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
    match (rates, trade_rules) {
        (Some(rates), Some(trade_rules)) if problems.is_empty() => {
            Ok(Parts { technologies, ecosystems, product_groups, geographies, rates, trade_rules })
        }
        _ => {
            problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
            Err(problems)
        }
    }
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
