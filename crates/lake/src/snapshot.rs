//! Which segments make up the tables right now.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::write_atomically;
use crate::{LakeError, Manifest, Workspace};

/// The tables of the lake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Table {
    /// Flows of goods between two places.
    TradeFlows,
    /// Figures that publishers computed themselves.
    PublishedValues,
    /// Codes of official nomenclatures.
    NomenclatureCodes,
    /// Lines of official correspondences.
    NomenclatureLinks,
    /// Patent applications.
    PatentApplications,
    /// English titles and abstracts.
    PatentTexts,
    /// Applicants and inventors.
    PatentPersons,
    /// Who applied for or invented what.
    PatentParties,
    /// What is filed under which symbol.
    PatentClasses,
    /// What belongs to which industry.
    PatentIndustries,
    /// Patents counted by a publisher.
    PatentCounts,
    /// Sold production by heading of the Prodcom list.
    ProductionCells,
    /// Rounds in which companies raised money.
    InvestmentRounds,
    /// The companies, where a source lists them apart.
    InvestmentCompanies,
    /// Cells of statistical tables.
    StatisticalValues,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 15] = [
        Self::TradeFlows,
        Self::PublishedValues,
        Self::NomenclatureCodes,
        Self::NomenclatureLinks,
        Self::PatentApplications,
        Self::PatentTexts,
        Self::PatentPersons,
        Self::PatentParties,
        Self::PatentClasses,
        Self::PatentIndustries,
        Self::PatentCounts,
        Self::ProductionCells,
        Self::InvestmentRounds,
        Self::InvestmentCompanies,
        Self::StatisticalValues,
    ];

    /// The name in SQL.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TradeFlows => "trade_flows",
            Self::PublishedValues => "published_values",
            Self::NomenclatureCodes => "nomenclature_codes",
            Self::NomenclatureLinks => "nomenclature_links",
            Self::PatentApplications => "patent_applications",
            Self::PatentTexts => "patent_texts",
            Self::PatentPersons => "patent_persons",
            Self::PatentParties => "patent_parties",
            Self::PatentClasses => "patent_classes",
            Self::PatentIndustries => "patent_industries",
            Self::PatentCounts => "patent_counts",
            Self::ProductionCells => "production_cells",
            Self::InvestmentRounds => "investment_rounds",
            Self::InvestmentCompanies => "investment_companies",
            Self::StatisticalValues => "statistical_values",
        }
    }

    /// Whether it holds single patents, which are counted source by source.
    #[must_use]
    pub fn is_micro_data(self) -> bool {
        matches!(
            self,
            Self::PatentApplications
                | Self::PatentTexts
                | Self::PatentPersons
                | Self::PatentParties
                | Self::PatentClasses
                | Self::PatentIndustries
        )
    }

    /// Whether it holds official lists, which go with invented and real data alike.
    #[must_use]
    pub fn is_nomenclature(self) -> bool {
        matches!(self, Self::NomenclatureCodes | Self::NomenclatureLinks)
    }
}

/// One immutable Parquet file: the rows of one table that one raw file gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The table it is part of.
    pub table: Table,
    /// Name in `lake/segments`.
    pub file: String,
    /// Rows in it.
    pub rows: u64,
    /// Coarse keys of what it covers, such as `2018/import/AT`. Two segments of a
    /// source that share one may hold the same cell, and the later one counts.
    pub slices: BTreeSet<String>,
    /// Whether every row's key is greater than the one before, so that no row can
    /// stand twice.
    pub sorted: bool,
}

/// One raw file in the lake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IngestedFile {
    /// What is known of it.
    pub manifest: Manifest,
    /// Its rows.
    pub segments: Vec<Segment>,
}

/// The state of the lake after one commit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Counts commits from 1; 0 is the empty lake.
    pub version: u64,
    /// Raw files in the order they were ingested.
    pub files: Vec<IngestedFile>,
}

impl Snapshot {
    pub(crate) fn current(workspace: &Workspace) -> Result<Self, LakeError> {
        let head = workspace.head();
        let version = match fs::read_to_string(&head) {
            Ok(text) => text,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(cause) => return Err(LakeError::io("read", &head)(cause)),
        };
        let version: u64 = version.trim().parse().map_err(|_| LakeError::Damaged {
            path: head,
            reason: format!("it says `{}`, not a number", version.trim()),
        })?;
        let path = snapshot_path(workspace, version);
        let text = fs::read_to_string(&path).map_err(LakeError::io("read", &path))?;
        serde_json::from_str(&text)
            .map_err(|error| LakeError::Damaged { path, reason: error.to_string() })
    }

    /// Writes this snapshot as the next version and makes it the current one.
    /// The caller holds the write lock.
    pub(crate) fn commit(mut self, workspace: &Workspace) -> Result<Self, LakeError> {
        self.version += 1;
        let text = serde_json::to_vec_pretty(&self).map_err(|error| LakeError::Damaged {
            path: workspace.snapshots(),
            reason: error.to_string(),
        })?;
        write_atomically(&snapshot_path(workspace, self.version), &text)?;
        write_atomically(&workspace.head(), self.version.to_string().as_bytes())?;
        Ok(self)
    }

    /// The file with these bytes of this source, if it was ingested.
    #[must_use]
    pub fn find(&self, source: &str, sha256: &str) -> Option<&IngestedFile> {
        self.files.iter().find(|file| is(&file.manifest, source, sha256))
    }

    /// The files and segments of one table, in the order they were ingested.
    pub fn segments(&self, table: Table) -> impl Iterator<Item = (&IngestedFile, &Segment)> {
        self.files.iter().flat_map(move |file| {
            let of_table = file.segments.iter().filter(move |segment| segment.table == table);
            of_table.map(move |segment| (file, segment))
        })
    }

    /// Whether anything in the lake is demo data; None for an empty lake.
    #[must_use]
    pub fn demo(&self) -> Option<bool> {
        (!self.files.is_empty()).then(|| self.files.iter().any(|file| file.manifest.demo))
    }

    /// Path of a segment.
    #[must_use]
    pub fn path(workspace: &Workspace, segment: &Segment) -> PathBuf {
        workspace.segments().join(&segment.file)
    }
}

fn is(manifest: &Manifest, source: &str, sha256: &str) -> bool {
    manifest.source == source && manifest.sha256 == sha256
}

fn snapshot_path(workspace: &Workspace, version: u64) -> PathBuf {
    workspace.snapshots().join(Path::new(&format!("{version}.json")))
}
