//! PATSTAT read back, plainly and without the crates that read it for a build.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use sextant_query::Symbol;

use crate::common::Demo;

/// Rows of a table as fields by column, all its parts one after the other.
pub(crate) fn table(demo: &Demo, number: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = Vec::new();
    for name in demo.files("patstat").iter().filter(|name| name.contains(number)) {
        let mut text = Vec::new();
        if name.ends_with(".zip") {
            let bytes = std::io::Cursor::new(demo.bytes(name));
            let mut archive = zip::ZipArchive::new(bytes).expect("a zip file");
            let mut inside = archive.by_index(0).expect("one file");
            inside.read_to_end(&mut text).expect("a whole file");
        } else {
            text = demo.bytes(name);
        }
        let mut reader = csv::Reader::from_reader(text.as_slice());
        rows.extend(reader.deserialize().map(|row| row.expect("as long as the header")));
    }
    rows
}

/// An application that counts.
#[derive(Debug, Default)]
pub(crate) struct Application {
    pub(crate) id: u64,
    pub(crate) office: String,
    pub(crate) earliest: u64,
    /// Persons by place.
    pub(crate) applicants: BTreeMap<u64, String>,
    pub(crate) title: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) ipc: BTreeSet<Symbol>,
    pub(crate) cpc: BTreeSet<Symbol>,
}

/// The applications that count, by number, in families.
pub(crate) fn families(demo: &Demo) -> BTreeMap<String, BTreeMap<u64, Application>> {
    let mut family_of: BTreeMap<u64, String> = BTreeMap::new();
    let mut families: BTreeMap<String, BTreeMap<u64, Application>> = BTreeMap::new();
    for row in table(demo, "tls201") {
        let id = number(&row["appln_id"]);
        if id > 0 && id < 900_000_000 && row["ipr_type"] == "PI" {
            let (office, earliest) =
                (row["appln_auth"].clone(), number(&row["earliest_filing_year"]));
            let family = families.entry(row["docdb_family_id"].clone()).or_default();
            let fresh = Application { id, office, earliest, ..Application::default() };
            assert!(family.insert(id, fresh).is_none(), "{id} is there twice");
            family_of.insert(id, row["docdb_family_id"].clone());
        }
    }
    let mut each =
        |name: &str, put: &mut dyn FnMut(&mut Application, &BTreeMap<String, String>)| {
            for row in table(demo, name) {
                let id = number(&row["appln_id"]);
                let family = family_of.get(&id).and_then(|family| families.get_mut(family));
                if let Some(application) = family.and_then(|family| family.get_mut(&id)) {
                    put(application, &row);
                }
            }
        };
    each("tls202", &mut |a, row| {
        a.title = (row["appln_title_lg"] == "en").then(|| row["appln_title"].clone());
    });
    each("tls203", &mut |a, row| {
        a.text = (row["appln_abstract_lg"] == "en").then(|| row["appln_abstract"].clone());
    });
    each("tls207", &mut |a, row| {
        let place = number(&row["applt_seq_nr"]);
        if place > 0 {
            a.applicants.insert(place, row["person_id"].clone());
        }
    });
    each("tls209", &mut |a, row| {
        a.ipc.insert(row["ipc_class_symbol"].parse().expect("a symbol"));
    });
    each("tls224", &mut |a, row| {
        a.cpc.insert(row["cpc_class_symbol"].parse().expect("a symbol"));
    });
    families
}

pub(crate) fn number(text: &str) -> u64 {
    text.parse().expect("a number")
}
