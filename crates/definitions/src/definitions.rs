//! All definitions together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::folder::{self, RawFile};
use crate::{
    Alternative, CategoryMap, Ecosystem, Error, ExchangeRates, Expansions, Geographies, HsVintage,
    InvestmentRules, PatentQuery, PatentRules, ProdcomChanges, ProductGroup, ProductionRules,
    Sector, Subject, Technology, TradeRules, WipoField, category_map, patent_query, subject,
    validate,
};

/// All definitions, read and checked.
#[derive(Clone, Debug)]
pub struct Definitions {
    /// Technologies in reading order: green before digital, parents before children.
    pub technologies: Vec<Technology>,
    /// Ecosystems, sorted by id.
    pub ecosystems: Vec<Ecosystem>,
    /// Product groups, sorted by id.
    pub product_groups: Vec<ProductGroup>,
    /// The fields of technology, by number.
    pub fields: Vec<WipoField>,
    /// Every place that trades.
    pub geographies: Geographies,
    /// Exchange rates.
    pub rates: ExchangeRates,
    /// Thresholds of the trade indicators.
    pub trade_rules: TradeRules,
    /// How inventions are counted.
    pub patent_rules: PatentRules,
    /// Thresholds of the production indicators.
    pub production_rules: ProductionRules,
    /// Which rounds of investment are counted.
    pub investment_rules: InvestmentRules,
    /// Which categories of companies belong to which subjects.
    pub category_map: CategoryMap,
    /// Sectors of industry, sorted by id.
    pub sectors: Vec<Sector>,
    /// What published sets of definitions say that the technologies are, sorted by id.
    pub alternatives: Vec<Alternative>,
    /// Folded category to ids of subjects.
    pub(crate) category_subjects: BTreeMap<String, Vec<String>>,
    pub(crate) fields_version: String,
    pub(crate) expansions: Expansions,
    pub(crate) prodcom: ProdcomChanges,
    pub(crate) patent_queries: Vec<PatentQuery>,
    /// Id of the set of definitions whose queries are in force.
    pub(crate) under: Option<String>,
    documents: Vec<Document>,
    files: Vec<DefinitionFile>,
}

/// One definition file, for the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionFile {
    /// Path below the definitions folder.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// The parts, read but not yet put in order.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) technologies: Vec<Technology>,
    pub(crate) ecosystems: Vec<Ecosystem>,
    pub(crate) product_groups: Vec<ProductGroup>,
    pub(crate) fields: Vec<WipoField>,
    pub(crate) fields_version: String,
    pub(crate) geographies: Geographies,
    pub(crate) rates: ExchangeRates,
    pub(crate) trade_rules: TradeRules,
    pub(crate) patent_rules: PatentRules,
    pub(crate) production_rules: ProductionRules,
    pub(crate) prodcom: ProdcomChanges,
    pub(crate) investment_rules: InvestmentRules,
    pub(crate) category_map: CategoryMap,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) alternatives: Vec<Alternative>,
    pub(crate) expansions: Expansions,
}

impl Definitions {
    /// The definitions of the repository, embedded in the binary.
    ///
    /// # Errors
    /// [`Error::Invalid`] when one of them is wrong, which the tests of this crate
    /// exclude.
    pub fn builtin() -> Result<Self, Error> {
        Self::from_files(folder::builtin())
    }

    /// Definitions of the same layout from a folder on disk.
    ///
    /// # Errors
    /// [`Error::Read`] when the folder or a file cannot be read, [`Error::Invalid`]
    /// with every problem found when a file is wrong.
    pub fn load(dir: &Path) -> Result<Self, Error> {
        Self::from_files(folder::on_disk(dir)?)
    }

    fn from_files(raw: Vec<RawFile>) -> Result<Self, Error> {
        let files: Vec<DefinitionFile> = raw
            .iter()
            .map(|file| DefinitionFile {
                path: file.path.clone(),
                sha256: hex(&Sha256::digest(&file.bytes)),
            })
            .collect();
        let (documents, problems) = split(raw.into_iter().map(Document::new));
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let parts = validate::read(&documents).map_err(Error::Invalid)?;
        let technologies = subject::reading_order(parts.technologies);
        let order = subject::containing(&technologies, &parts.ecosystems);
        let category_subjects = category_map::closure(&parts.category_map, &order);
        let queries = technologies.iter().filter_map(patent_query::of_technology);
        let of_ecosystems = parts.ecosystems.iter().filter_map(patent_query::of_ecosystem);
        let alternatives = parts.alternatives.into_iter().map(|a| a.placed(&technologies));
        Ok(Self {
            patent_queries: queries.chain(of_ecosystems).collect(),
            alternatives: alternatives.collect(),
            under: None,
            technologies,
            ecosystems: parts.ecosystems,
            product_groups: parts.product_groups,
            fields: parts.fields,
            fields_version: parts.fields_version,
            geographies: parts.geographies,
            rates: parts.rates,
            trade_rules: parts.trade_rules,
            patent_rules: parts.patent_rules,
            production_rules: parts.production_rules,
            prodcom: parts.prodcom,
            investment_rules: parts.investment_rules,
            category_map: parts.category_map,
            sectors: parts.sectors,
            category_subjects,
            expansions: parts.expansions,
            documents,
            files,
        })
    }

    /// These definitions with one file added, or put in the place of the one of its
    /// name: what `sextant definitions try FILE` does. The kind is known by the folder
    /// the file lies in, or else by what it says.
    ///
    /// # Errors
    /// [`Error::Read`] when the file cannot be read, [`Error::UnknownKind`] when it is
    /// neither of a known folder nor recognisable, [`Error::Invalid`] when it is wrong.
    pub fn with_file(&self, file: &Path) -> Result<Self, Error> {
        let added = folder::single(file)?;
        let mut raw: Vec<RawFile> = self
            .documents
            .iter()
            .filter(|document| document.path != added.path)
            .map(|d| RawFile { path: d.path.clone(), bytes: d.text.clone().into_bytes() })
            .collect();
        raw.push(added);
        raw.sort_by(|a, b| a.path.cmp(&b.path));
        Self::from_files(raw)
    }

    /// Path and text of the file that defines a subject or a published set, for `sextant definitions
    /// show ID`; none for totals and for what is not defined.
    #[must_use]
    pub fn source_of(&self, subject_id: &str) -> Option<(&str, &str)> {
        let document = if self.fields.iter().any(|field| field.id == subject_id) {
            self.document(validate::FIELDS)
        } else {
            let folders =
                ["technologies", "ecosystems", "product-groups", "sectors", "alternatives"];
            let mut paths = folders.iter().map(|folder| format!("{folder}/{subject_id}.toml"));
            paths.find_map(|path| self.document(&path))
        };
        document.map(|document| (document.path.as_str(), document.text.as_str()))
    }

    /// The document of a path below the definitions folder.
    pub(crate) fn document(&self, path: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.path == path)
    }

    /// The files read, sorted by path.
    #[must_use]
    pub fn files(&self) -> &[DefinitionFile] {
        &self.files
    }

    /// The text of every file read, by path, sorted. Written into a folder they load
    /// as the same definitions.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.documents.iter().map(|document| (document.path.as_str(), document.text.as_str()))
    }

    /// SHA-256 over every path and every byte, and the published set in force, in
    /// hexadecimal: definitions with the same fingerprint give the same numbers.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hasher = Sha256::new();
        let documents = self.documents.iter().flat_map(|d| [d.path.as_str(), d.text.as_str()]);
        for part in documents.chain(self.under.as_deref()) {
            // Lengths keep one file's end from passing for another's beginning.
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hex(&hasher.finalize())
    }

    /// Everything an observation can be about, in reading order: technologies,
    /// ecosystems, product groups, fields of technology, and last the totals
    /// `all-products`, `all-patents`, `all-production` and `all-investment`.
    /// [`Subject::is_traded`], [`Subject::is_patented`] and [`Subject::is_produced`] tell
    /// which of them an indicator is about.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        subject::all(self)
    }

    /// Which inventions belong to each technology without parts and to each ecosystem
    /// with a direct list, in reading order. A technology with parts is the union of
    /// those, and fields follow the list of the World Intellectual Property Organization.
    #[must_use]
    pub fn patent_queries(&self) -> Vec<PatentQuery> {
        self.patent_queries.clone()
    }

    /// What lies below every subgroup that the definitions name.
    #[must_use]
    pub fn expansions(&self) -> &Expansions {
        &self.expansions
    }

    /// The HS codes of a technology or ecosystem in one vintage, of 2, 4 or 6
    /// digits; a product belongs when it begins with one of them. A parent is the
    /// union of its children. Empty for other subjects and where there are none.
    #[must_use]
    pub fn hs_codes(&self, subject_id: &str, vintage: HsVintage) -> BTreeSet<String> {
        if let Some(ecosystem) = self.ecosystems.iter().find(|e| e.id == subject_id) {
            return ecosystem.hs.get(vintage);
        }
        self.technologies
            .iter()
            .filter(|technology| self.is_within(&technology.id, subject_id))
            .filter_map(|technology| technology.hs.as_ref())
            .flat_map(|hs| hs.codes.get(vintage).iter().cloned())
            .collect()
    }

    /// Whether a subject is the one named, or a technology below it.
    #[must_use]
    pub fn is_within(&self, subject: &str, ancestor: &str) -> bool {
        let parent = |id: &str| {
            let technology = self.technologies.iter().find(|t| t.id == id);
            technology.and_then(|technology| technology.parent.as_deref())
        };
        std::iter::successors(Some(subject), |id| parent(id)).any(|id| id == ancestor)
    }
}

/// Successes and failures, each in order.
pub(crate) fn split<T, E>(results: impl Iterator<Item = Result<T, E>>) -> (Vec<T>, Vec<E>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => good.push(value),
            Err(error) => bad.push(error),
        }
    }
    (good, bad)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
