//! The tables, in the columns and order of the publisher.

use std::path::Path;

use sextant_query::Symbol;

use crate::Error;
use crate::decimal::push_whole;
use crate::output::WrittenFile;
use crate::patstat::parts::{Layout, Table};
use crate::patstat::symbols::push_symbol;

const fn layout(name: &'static str, header: &'static str) -> Layout {
    Layout { name, header, zipped: false }
}

const APPLICATIONS: Layout = layout(
    "tls201_appln",
    "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,appln_filing_year,\
     appln_nr_epodoc,appln_nr_original,ipr_type,receiving_office,internat_appln_id,int_phase,\
     reg_phase,nat_phase,earliest_filing_date,earliest_filing_year,earliest_filing_id,\
     earliest_publn_date,earliest_publn_year,earliest_pat_publn_id,granted,docdb_family_id,\
     inpadoc_family_id,docdb_family_size,nb_citing_docdb_fam,nb_applicants,nb_inventors",
);
const TITLES: Layout = layout("tls202_appln_title", "appln_id,appln_title_lg,appln_title");
const ABSTRACTS: Layout = layout("tls203_appln_abstr", "appln_id,appln_abstract_lg,appln_abstract");
const PERSONS: Layout = layout(
    "tls206_person",
    "person_id,person_name,person_name_orig_lg,person_address,person_ctry_code,nuts,nuts_level,\
     doc_std_name_id,doc_std_name,psn_id,psn_name,psn_level,psn_sector,han_id,han_name,\
     han_harmonized",
);
const PARTIES: Layout = layout("tls207_pers_appln", "person_id,appln_id,applt_seq_nr,invt_seq_nr");
const IPC: Layout = Layout {
    zipped: true,
    ..layout(
        "tls209_appln_ipc",
        "appln_id,ipc_class_symbol,ipc_class_level,ipc_version,ipc_value,ipc_position,\
         ipc_gener_auth",
    )
};
const CPC: Layout = layout("tls224_appln_cpc", "appln_id,cpc_class_symbol");
const INDUSTRIES: Layout = layout("tls229_appln_nace2", "appln_id,nace2_code,weight");

/// All tables, being written.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) applications: Table,
    titles: Table,
    abstracts: Table,
    pub(super) persons: Table,
    parties: Table,
    ipc: Table,
    cpc: Table,
    industries: Table,
    line: Vec<u8>,
}

impl Tables {
    pub(super) fn create(out: &Path) -> Result<Self, Error> {
        let table = |layout| Table::create(out, layout);
        Ok(Self {
            applications: table(APPLICATIONS)?,
            titles: table(TITLES)?,
            abstracts: table(ABSTRACTS)?,
            persons: table(PERSONS)?,
            parties: table(PARTIES)?,
            ipc: table(IPC)?,
            cpc: table(CPC)?,
            industries: table(INDUSTRIES)?,
            line: Vec::with_capacity(4096),
        })
    }

    /// Begins the next part of every table but that of persons.
    pub(super) fn next(&mut self) -> Result<(), Error> {
        let Self { applications, titles, abstracts, parties, ipc, cpc, industries, .. } = self;
        [applications, titles, abstracts, parties, ipc, cpc, industries]
            .into_iter()
            .try_for_each(Table::next)
    }

    pub(super) fn finish(self) -> Result<Vec<WrittenFile>, Error> {
        let Self {
            applications, titles, abstracts, persons, parties, ipc, cpc, industries, ..
        } = self;
        let mut files = Vec::new();
        for table in [applications, titles, abstracts, persons, parties, ipc, cpc, industries] {
            files.extend(table.finish()?);
        }
        Ok(files)
    }

    /// A title.
    pub(super) fn title(&mut self, id: u64, language: &str, text: &str) -> Result<(), Error> {
        words(&mut self.line, id, language, text);
        self.titles.row(&self.line)
    }

    /// An abstract.
    pub(super) fn text(&mut self, id: u64, language: &str, text: &str) -> Result<(), Error> {
        words(&mut self.line, id, language, text);
        self.abstracts.row(&self.line)
    }

    /// Who applied for or invented what: place among the applicants and among the
    /// inventors, 0 for none.
    pub(super) fn party(&mut self, person: u64, id: u64, places: [u64; 2]) -> Result<(), Error> {
        let line = &mut self.line;
        line.clear();
        numbers(line, &[person, id, places[0], places[1]]);
        line.push(b'\n');
        self.parties.row(line)
    }

    /// A symbol of the IPC.
    pub(super) fn ipc(&mut self, id: u64, symbol: Symbol, first: bool) -> Result<(), Error> {
        let line = &mut self.line;
        line.clear();
        numbers(line, &[id]);
        line.extend_from_slice(b",\"");
        push_symbol(line, symbol);
        line.extend_from_slice(b"\",\"A\",2006-01-01,\"I\",\"");
        line.push(if first { b'F' } else { b'L' });
        line.extend_from_slice(b"\",\"EP\"\n");
        self.ipc.row(line)
    }

    /// A symbol of the CPC.
    pub(super) fn cpc(&mut self, id: u64, symbol: Symbol) -> Result<(), Error> {
        let line = &mut self.line;
        line.clear();
        numbers(line, &[id]);
        line.extend_from_slice(b",\"");
        push_symbol(line, symbol);
        line.extend_from_slice(b"\"\n");
        self.cpc.row(line)
    }

    /// An industry and the share of the application that belongs to it, as text.
    pub(super) fn industry(&mut self, id: u64, code: &str, weight: &str) -> Result<(), Error> {
        let line = &mut self.line;
        line.clear();
        numbers(line, &[id]);
        line.extend_from_slice(b",\"");
        line.extend_from_slice(code.as_bytes());
        line.extend_from_slice(b"\",");
        line.extend_from_slice(weight.as_bytes());
        line.push(b'\n');
        self.industries.row(line)
    }
}

fn words(line: &mut Vec<u8>, id: u64, language: &str, text: &str) {
    line.clear();
    numbers(line, &[id]);
    for field in [language, text] {
        line.push(b',');
        quoted(line, field);
    }
    line.push(b'\n');
}

/// Appends numbers with commas between them.
pub(super) fn numbers(line: &mut Vec<u8>, numbers: &[u64]) {
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            line.push(b',');
        }
        push_whole(line, *number);
    }
}

/// Appends a text in quotes, those in it doubled.
pub(super) fn quoted(line: &mut Vec<u8>, text: &str) {
    line.push(b'"');
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            line.extend_from_slice(b"\"\"");
        }
        line.extend_from_slice(part.as_bytes());
    }
    line.push(b'"');
}
