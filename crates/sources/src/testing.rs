//! Helpers of this crate's tests.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sextant_definitions::{Definitions, Geographies};
use tempfile::TempDir;

use crate::{
    FileReport, InvestmentCompany, InvestmentRound, NomenclatureCode, NomenclatureLink,
    PatentApplication, PatentClass, PatentCount, PatentIndustry, PatentParty, PatentPerson,
    PatentText, ProductionCell, PublishedValue, Quarantined, RawFile, ReadOptions, Rows, Sink,
    SinkError, SourceError, StatisticalValue, TradeFlow, source,
};

static DEFINITIONS: LazyLock<Definitions> =
    LazyLock::new(|| Definitions::builtin().expect("the definitions of the repository are valid"));

/// The repository's geographies.
pub(crate) fn geographies() -> &'static Geographies {
    &DEFINITIONS.geographies
}

/// Keeps everything it is given.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Kept {
    pub(crate) flows: Vec<TradeFlow>,
    pub(crate) values: Vec<PublishedValue>,
    pub(crate) codes: Vec<NomenclatureCode>,
    pub(crate) links: Vec<NomenclatureLink>,
    pub(crate) applications: Vec<PatentApplication>,
    pub(crate) texts: Vec<PatentText>,
    pub(crate) persons: Vec<PatentPerson>,
    pub(crate) parties: Vec<PatentParty>,
    pub(crate) classes: Vec<PatentClass>,
    pub(crate) industries: Vec<PatentIndustry>,
    pub(crate) counts: Vec<PatentCount>,
    pub(crate) cells: Vec<ProductionCell>,
    pub(crate) rounds: Vec<InvestmentRound>,
    pub(crate) companies: Vec<InvestmentCompany>,
    pub(crate) statistics: Vec<StatisticalValue>,
    pub(crate) bad: Vec<Quarantined>,
    pub(crate) bytes: u64,
}

impl Sink for Kept {
    fn rows(&mut self, rows: Rows) -> Result<(), SinkError> {
        match rows {
            Rows::TradeFlows(rows) => self.flows.extend(rows),
            Rows::PublishedValues(rows) => self.values.extend(rows),
            Rows::Codes(rows) => self.codes.extend(rows),
            Rows::Links(rows) => self.links.extend(rows),
            Rows::PatentApplications(rows) => self.applications.extend(rows),
            Rows::PatentTexts(rows) => self.texts.extend(rows),
            Rows::PatentPersons(rows) => self.persons.extend(rows),
            Rows::PatentParties(rows) => self.parties.extend(rows),
            Rows::PatentClasses(rows) => self.classes.extend(rows),
            Rows::PatentIndustries(rows) => self.industries.extend(rows),
            Rows::PatentCounts(rows) => self.counts.extend(rows),
            Rows::ProductionCells(rows) => self.cells.extend(rows),
            Rows::InvestmentRounds(rows) => self.rounds.extend(rows),
            Rows::InvestmentCompanies(rows) => self.companies.extend(rows),
            Rows::StatisticalValues(rows) => self.statistics.extend(rows),
        }
        Ok(())
    }

    fn quarantine(&mut self, row: Quarantined) -> Result<(), SinkError> {
        self.bad.push(row);
        Ok(())
    }

    fn progress(&mut self, bytes: u64) {
        self.bytes += bytes;
    }
}

/// Reads a file with given options.
pub(crate) fn read_with(
    id: &str,
    path: &Path,
    options: &ReadOptions,
) -> Result<(FileReport, Kept), SourceError> {
    let bytes = std::fs::metadata(path).map_or(0, |meta| meta.len());
    let file = RawFile { path: path.to_owned(), sha256: String::new(), bytes };
    let mut kept = Kept::default();
    let source = source(id).expect("a registered source");
    let report = source.read_with(&file, geographies(), &mut kept, options)?;
    Ok((report, kept))
}

/// Reads a file on two threads.
pub(crate) fn read_file(id: &str, path: &Path) -> Result<(FileReport, Kept), SourceError> {
    read_with(id, path, &ReadOptions { threads: 2, ..ReadOptions::default() })
}

/// Writes `content` as `name` into a fresh folder.
pub(crate) fn written(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

/// Reads `content` as a file called `name`.
pub(crate) fn read_text(
    id: &str,
    name: &str,
    content: &str,
) -> Result<(FileReport, Kept), SourceError> {
    let (_folder, path) = written(name, content.as_bytes());
    read_file(id, &path)
}

/// The message with which reading `content` fails.
pub(crate) fn failure(id: &str, name: &str, content: &[u8]) -> String {
    let (_folder, path) = written(name, content);
    match read_file(id, &path) {
        Ok((report, _)) => panic!("{name} was read: {report:?}"),
        Err(error) => error.to_string(),
    }
}

/// `content` as gzip.
pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// Members as zip.
pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file of the shared real data; None, with a word, where it is absent.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    let found = Path::new(root).join(path);
    if found.exists() {
        return Some(found);
    }
    println!("skipped: ../shared/data is not here");
    None
}
