//! Which table a part is.

use super::INFO;
use crate::HeaderError;
use crate::read::{Table, column_key, lacking};

/// A table that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tls {
    Applications,
    Titles,
    Abstracts,
    Persons,
    Parties,
    Ipc,
    Cpc,
    Industries,
}

/// How a table is told.
struct Shape {
    table: Tls,
    /// How its file names begin.
    name: &'static str,
    /// Keys of columns (see [`column_key`]) that no other table has together.
    keys: &'static [&'static str],
    /// A column that it must not have.
    without: &'static str,
}

const fn shape(table: Tls, name: &'static str, keys: &'static [&'static str]) -> Shape {
    Shape { table, name, keys, without: "" }
}

const SHAPES: [Shape; 8] = [
    shape(Tls::Applications, "tls201", &["applnid", "applnauth", "iprtype"]),
    shape(Tls::Titles, "tls202", &["applnid", "applntitle"]),
    shape(Tls::Abstracts, "tls203", &["applnid", "applnabstract"]),
    Shape {
        // tls226 has the persons as each office spells them.
        without: "personorigid",
        ..shape(Tls::Persons, "tls206", &["personid", "personctrycode"])
    },
    shape(Tls::Parties, "tls207", &["personid", "applnid", "appltseqnr"]),
    shape(Tls::Ipc, "tls209", &["applnid", "ipcclasssymbol"]),
    shape(Tls::Cpc, "tls224", &["applnid", "cpcclasssymbol"]),
    shape(Tls::Industries, "tls229", &["applnid", "nace2code"]),
];

impl Tls {
    /// By the keys of the columns.
    pub(super) fn by_columns(keys: &[String]) -> Option<Self> {
        let has = |wanted: &str| keys.iter().any(|key| key == wanted);
        let found = SHAPES.iter().find(|s| s.keys.iter().all(|key| has(key)) && !has(s.without))?;
        Some(found.table)
    }

    /// By the name of the file.
    pub(super) fn by_name(name: &str) -> Option<Self> {
        let begins = |s: &&Shape| {
            name.get(..s.name.len()).is_some_and(|start| start.eq_ignore_ascii_case(s.name))
        };
        Some(SHAPES.iter().find(begins)?.table)
    }

    /// By the columns; where they tell nothing, by the name, so that reading says
    /// which columns are missing.
    ///
    /// # Errors
    /// When neither tells.
    pub(super) fn of(table: &Table<'_>) -> Result<Self, Box<HeaderError>> {
        let keys: Vec<String> = table.header.iter().map(|name| column_key(name)).collect();
        Self::by_columns(&keys).or_else(|| Self::by_name(&table.name)).ok_or_else(|| {
            let what = "the columns of tls201, 202, 203, 206, 207, 209, 224 or 229 are";
            lacking(&table.label, INFO.id, &table.header, what)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(columns: &str) -> Option<Tls> {
        let keys: Vec<String> = columns.split(',').map(column_key).collect();
        Tls::by_columns(&keys)
    }

    #[test]
    fn columns_tell_the_table_in_any_order_and_case() {
        for (columns, table) in [
            ("APPLN_ID,Appln_Auth,appln_nr,appln_kind,ipr_type", Tls::Applications),
            ("appln_title,appln_title_lg,appln_id", Tls::Titles),
            ("appln_id,appln_abstract_lg,appln_abstract", Tls::Abstracts),
            ("person_id,person_name,person_ctry_code,nuts", Tls::Persons),
            ("person_id,appln_id,applt_seq_nr,invt_seq_nr", Tls::Parties),
            ("appln_id,ipc_class_symbol,ipc_class_level", Tls::Ipc),
            ("appln_id,cpc_class_symbol", Tls::Cpc),
            ("appln_id,nace2_code,weight", Tls::Industries),
        ] {
            assert_eq!(told(columns), Some(table), "{columns}");
        }
    }

    #[test]
    fn other_tables_are_passed_over() {
        for columns in [
            "appln_id,prior_appln_id,prior_appln_seq_nr",
            "pat_publn_id,publn_auth,publn_nr,appln_id",
            "docdb_family_id,cpc_class_symbol,cpc_gener_auth",
            "appln_id,techn_field_nr,weight",
            "person_orig_id,person_id,source,name_freeform,person_ctry_code",
            "ipc_maingroup_symbol,not_with_ipc,nace2_code,nace2_weight",
            "ctry_code,iso_alpha3,st3_name",
        ] {
            assert_eq!(told(columns), None, "{columns}");
        }
        assert_eq!(Tls::by_name("TLS206_part01.csv"), Some(Tls::Persons));
        for name in ["tls204_part01.csv", "tls211.csv", "tls801_country.csv", "tls", "201.csv"] {
            assert_eq!(Tls::by_name(name), None, "{name}");
        }
    }
}
