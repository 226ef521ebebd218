//! Which table of which export a part is.

use super::INFO;
use crate::HeaderError;
use crate::read::{Table, column_key, lacking};

/// How an export with tables of its own names things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// 2014/15: companies and rounds are known by their permalinks.
    Permalinks,
    /// Daily CSV of 2016: uuids, and rounds with the categories of the company.
    Daily,
    /// Bulk export since 2019: uuids, and categories with the organisations alone.
    Bulk,
}

/// A table that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Export {
    Rounds(Shape),
    Acquisitions(Shape),
    Companies(Shape),
    /// A list of transactions as the web site exports it.
    List,
}

/// How a table is told: keys of columns (see [`column_key`]) that no other table has
/// together.
const TABLES: [(Export, &[&str]); 9] = [
    (Export::List, &["transactionname"]),
    (Export::Rounds(Shape::Permalinks), &["fundingroundpermalink"]),
    (Export::Rounds(Shape::Daily), &["fundingrounduuid", "fundingroundtype"]),
    (Export::Rounds(Shape::Bulk), &["investmenttype"]),
    (Export::Acquisitions(Shape::Permalinks), &["acquirername", "companyname"]),
    (Export::Acquisitions(Shape::Daily), &["acquirername", "acquisitionuuid"]),
    (Export::Acquisitions(Shape::Bulk), &["acquirername", "acquireename"]),
    (Export::Companies(Shape::Bulk), &["uuid", "categorylist"]),
    (Export::Companies(Shape::Permalinks), &["permalink", "categorylist"]),
];

/// Columns of tables that hold neither rounds nor companies, though some of them
/// repeat all that a round has.
const OTHERS: [&str; 4] = ["investorpermalink", "investoruuid", "wentpublicon", "investortype"];

/// File names of tables that lack a column, so that reading says which.
const NAMES: [(&str, Export); 3] = [
    ("funding_rounds", Export::Rounds(Shape::Bulk)),
    ("rounds", Export::Rounds(Shape::Permalinks)),
    ("acquisitions", Export::Acquisitions(Shape::Bulk)),
];

/// Whether columns are those of a table that is passed over.
pub(super) fn is_other(keys: &[String]) -> bool {
    keys.iter().any(|key| OTHERS.contains(&key.as_str()))
}

impl Export {
    /// By the keys of the columns.
    pub(super) fn by_columns(keys: &[String]) -> Option<Self> {
        let has = |wanted: &&str| keys.iter().any(|key| key == wanted);
        let found = TABLES.iter().find(|(_, wanted)| wanted.iter().all(has))?;
        (!is_other(keys)).then_some(found.0)
    }

    /// By the name of the file.
    pub(super) fn by_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Some(NAMES.iter().find(|(start, _)| name.starts_with(start))?.1)
    }

    /// By the columns; where they tell nothing, by the name, so that reading says
    /// which columns are missing.
    ///
    /// # Errors
    /// When neither tells.
    pub(super) fn of(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let keys: Vec<String> = table.header.iter().map(|name| column_key(name)).collect();
        let by_name = || Self::by_name(&table.name).filter(|_| !is_other(&keys));
        Self::by_columns(&keys).or_else(by_name).ok_or_else(|| {
            let what =
                "the columns of rounds, acquisitions, companies or a list of transactions are";
            lacking(&table.label, INFO.id, &table.header, what)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(columns: &str) -> Option<Export> {
        let keys: Vec<String> = columns.split(',').map(column_key).collect();
        Export::by_columns(&keys)
    }

    #[test]
    fn columns_tell_the_table() {
        for (columns, export) in [
            (
                "raised_amount_usd,funding_round_permalink,company_name",
                Export::Rounds(Shape::Permalinks),
            ),
            ("company_uuid,funding_round_uuid,funding_round_type", Export::Rounds(Shape::Daily)),
            ("uuid,name,investment_type,announced_on", Export::Rounds(Shape::Bulk)),
            (
                "company_permalink,company_name,acquirer_name",
                Export::Acquisitions(Shape::Permalinks),
            ),
            ("acquiree_name,acquirer_name,acquisition_uuid", Export::Acquisitions(Shape::Daily)),
            ("uuid,name,permalink,acquiree_name,acquirer_name", Export::Acquisitions(Shape::Bulk)),
            (
                "permalink,name,homepage_url,category_list,market",
                Export::Companies(Shape::Permalinks),
            ),
            (
                "uuid,name,permalink,roles,homepage_url,category_list",
                Export::Companies(Shape::Bulk),
            ),
            ("Transaction Name,Money Raised (in USD)", Export::List),
        ] {
            assert_eq!(told(columns), Some(export), "{columns}");
        }
    }

    #[test]
    fn other_tables_are_passed_over() {
        for columns in [
            "company_permalink,company_name,investor_permalink,funding_round_permalink,funded_at",
            "funding_round_uuid,investor_uuid,is_lead_investor",
            "uuid,name,type,permalink,cb_url,rank,funding_round_uuid,investor_uuid",
            "investor_name,domain,country_code,investor_type,uuid",
            "name,country_code,went_public_on,price_usd,price,ipo_uuid,uuid",
            "uuid,category_name,category_group_list",
            "org_uuid,parent_org_uuid,relationship_to_parent",
            "uuid,name,type,permalink,cb_url,rank,description",
        ] {
            assert_eq!(told(columns), None, "{columns}");
        }
    }
}
