//! A small PATSTAT, written by hand.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// An application with everything that is filed with it.
#[derive(Clone, Default)]
pub struct Application<'a> {
    pub id: u32,
    pub office: &'a str,
    pub kind: &'a str,
    pub international: u32,
    pub filed: u16,
    pub earliest: u16,
    pub docdb: u32,
    pub inpadoc: u32,
    /// Country and NUTS region of each applicant.
    pub applicants: Vec<(&'a str, &'a str)>,
    pub inventors: Vec<(&'a str, &'a str)>,
    pub ipc: Vec<&'a str>,
    pub cpc: Vec<&'a str>,
    pub title: &'a str,
    pub abstract_: &'a str,
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Writes the tables as the EPO would.
pub fn write(folder: &Path, applications: &[Application<'_>]) {
    let mut t201 = "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,appln_filing_year,ipr_type,receiving_office,internat_appln_id,earliest_filing_year,docdb_family_id,inpadoc_family_id,granted\n".to_owned();
    let mut t202 = "appln_id,appln_title_lg,appln_title\n".to_owned();
    let mut t203 = "appln_id,appln_abstract_lg,appln_abstract\n".to_owned();
    let mut t206 =
        "person_id,person_name,person_ctry_code,nuts,nuts_level,psn_name,psn_sector\n".to_owned();
    let mut t207 = "person_id,appln_id,applt_seq_nr,invt_seq_nr\n".to_owned();
    let mut person = 0;
    for a in applications {
        writeln!(
            t201,
            "{},{:<2},{},{},{}-06-01,{},PI,  ,{},{},{},{},N",
            a.id,
            a.office,
            a.id,
            a.kind,
            a.filed,
            a.filed,
            a.international,
            a.earliest,
            a.docdb,
            a.inpadoc
        )
        .unwrap();
        if !a.title.is_empty() {
            writeln!(t202, "{},en,{}", a.id, quoted(a.title)).unwrap();
        }
        if !a.abstract_.is_empty() {
            writeln!(t203, "{},en,{}", a.id, quoted(a.abstract_)).unwrap();
        }
        for (list, place) in [(&a.applicants, 0), (&a.inventors, 1)] {
            for (number, (country, nuts)) in (1..).zip(list) {
                person += 1;
                let level = nuts.len().saturating_sub(2);
                writeln!(t206, "{person},Someone,{country:<2},{nuts},{level},SOMEONE,COMPANY")
                    .unwrap();
                let sequence = if place == 0 { (number, 0) } else { (0, number) };
                writeln!(t207, "{person},{},{},{}", a.id, sequence.0, sequence.1).unwrap();
            }
        }
    }
    let t209 =
        symbols(applications, "appln_id,ipc_class_symbol,ipc_class_level,ipc_position", |a| {
            a.ipc.iter().map(|symbol| format!("{},{symbol},A,F\n", a.id)).collect()
        });
    fs::create_dir_all(folder).unwrap();
    for (name, text) in [
        ("tls201_appln_part01.csv", t201),
        ("tls202_appln_title_part01.csv", t202),
        ("tls203_appln_abstr_part01.csv", t203),
        ("tls206_person_part01.csv", t206),
        ("tls207_pers_appln_part01.csv", t207),
        ("tls209_appln_ipc_part01.csv", t209),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    write_tags(folder, applications);
}

/// The table of tags, where there are any.
fn write_tags(folder: &Path, applications: &[Application<'_>]) {
    let t224 = symbols(applications, "appln_id,cpc_class_symbol", |a| {
        a.cpc.iter().map(|symbol| format!("{},{symbol}\n", a.id)).collect()
    });
    if applications.iter().any(|a| !a.cpc.is_empty()) {
        fs::write(folder.join("tls224_appln_cpc_part01.csv"), t224).unwrap();
    }
}

/// A table of symbols below its header.
fn symbols(
    applications: &[Application<'_>],
    header: &str,
    rows: fn(&Application<'_>) -> String,
) -> String {
    let rows: String = applications.iter().map(rows).collect();
    format!("{header}\n{rows}")
}

/// Copies the built-in definitions into a workspace, with replacements in the rules of
/// patents.
pub fn rules(workspace: &Path, changes: &[(&str, &str)]) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions");
    copy(&from, &workspace.join("definitions"));
    let path = workspace.join("definitions/rules/patents.toml");
    let mut text = fs::read_to_string(&path).unwrap();
    for (old, new) in changes {
        assert!(text.contains(old), "the rules do not say `{old}`");
        text = text.replace(old, new);
    }
    fs::write(path, text).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}
