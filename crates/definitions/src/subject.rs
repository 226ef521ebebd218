//! What an observation is about.

use crate::production::{has_headings, has_industries};
use crate::{Definitions, Ecosystem, Family, HsVintage, Names, Technology};

/// What kind of thing a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// A green or digital technology.
    Technology,
    /// An industrial ecosystem.
    Ecosystem,
    /// A group of products that a publisher has already summed.
    ProductGroup,
    /// A field of technology, of the 35 of the World Intellectual Property Organization.
    Field,
    /// A sector of industry.
    Sector,
    /// All products, all inventions, or another whole.
    Total,
}

impl SubjectKind {
    /// `technology`, `ecosystem`, `product-group`, `field`, `sector` or `total`, as
    /// stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Technology => "technology",
            Self::Ecosystem => "ecosystem",
            Self::ProductGroup => "product-group",
            Self::Field => "field",
            Self::Sector => "sector",
            Self::Total => "total",
        }
    }
}

/// What an observation is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What kind of thing it is.
    pub kind: SubjectKind,
    /// Stable id, for example `solar-power`.
    pub id: String,
    /// Name in every language.
    pub names: Names,
    /// Green or digital, for technologies.
    pub family: Option<Family>,
    /// The technology it is a part of.
    pub parent: Option<String>,
    /// Version of its definition.
    pub version: String,
    /// Whether trade indicators are meant to exist for it.
    pub trade_expected: bool,
    /// Whether patent indicators are meant to exist for it.
    pub patents_expected: bool,
    /// Whether production indicators are meant to exist for it.
    pub production_expected: bool,
    /// Whether investment indicators are meant to exist for it.
    pub investment_expected: bool,
}

/// Id of the subject that stands for all products together.
pub const ALL_PRODUCTS: &str = "all-products";

/// Id of the subject that stands for all inventions together.
pub const ALL_PATENTS: &str = "all-patents";

/// Id of the subject that stands for all production together.
pub const ALL_PRODUCTION: &str = "all-production";

/// Id of the subject that stands for every round of investment together.
pub const ALL_INVESTMENT: &str = "all-investment";

/// Beginning of the ids of the fields of technology.
pub(crate) const FIELD_PREFIX: &str = "wipo-field-";

impl Subject {
    /// Whether it is a kind of thing that is traded: everything but fields of technology
    /// and the total of inventions. Whether it has goods at all is `trade_expected`.
    #[must_use]
    pub fn is_traded(&self) -> bool {
        match self.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem | SubjectKind::ProductGroup => true,
            SubjectKind::Field | SubjectKind::Sector => false,
            SubjectKind::Total => self.id == ALL_PRODUCTS,
        }
    }

    /// Whether it is a kind of thing that is invented: everything but product groups and
    /// the total of products. Whether it has inventions at all is `patents_expected`.
    #[must_use]
    pub fn is_patented(&self) -> bool {
        match self.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem | SubjectKind::Field => true,
            SubjectKind::ProductGroup | SubjectKind::Sector => false,
            SubjectKind::Total => self.id == ALL_PATENTS,
        }
    }

    /// Whether it is a kind of thing that is made: technologies, ecosystems and the total
    /// of production. Whether it has headings at all is `production_expected`.
    #[must_use]
    pub fn is_produced(&self) -> bool {
        match self.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem => true,
            SubjectKind::ProductGroup | SubjectKind::Field | SubjectKind::Sector => false,
            SubjectKind::Total => self.id == ALL_PRODUCTION,
        }
    }

    /// Whether it is a kind of thing that companies are in: technologies, ecosystems and
    /// the total of investment. Whether any category leads to it is
    /// `investment_expected`.
    #[must_use]
    pub fn is_invested(&self) -> bool {
        match self.kind {
            SubjectKind::Technology | SubjectKind::Ecosystem => true,
            SubjectKind::ProductGroup | SubjectKind::Field | SubjectKind::Sector => false,
            SubjectKind::Total => self.id == ALL_INVESTMENT,
        }
    }

    fn technology(technology: &Technology, trade: bool, patents: bool) -> Self {
        let Technology { id, names, version, .. } = technology;
        Self {
            family: Some(technology.family),
            parent: technology.parent.clone(),
            patents_expected: patents,
            ..Self::new(SubjectKind::Technology, id, names, version).traded(trade)
        }
    }

    fn new(kind: SubjectKind, id: &str, names: &Names, version: &str) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            names: names.clone(),
            family: None,
            parent: None,
            version: version.to_owned(),
            trade_expected: false,
            patents_expected: false,
            production_expected: false,
            investment_expected: false,
        }
    }

    fn traded(self, trade_expected: bool) -> Self {
        Self { trade_expected, ..self }
    }

    fn produced(self, production_expected: bool) -> Self {
        Self { production_expected, ..self }
    }

    fn patented(self, patents_expected: bool) -> Self {
        Self { patents_expected, ..self }
    }

    fn invested(self, investment_expected: bool) -> Self {
        Self { investment_expected, ..self }
    }
}

/// Everything an observation can be about, in reading order.
pub(crate) fn all(definitions: &Definitions) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = technologies(definitions).collect();
    subjects.extend(definitions.ecosystems.iter().map(|ecosystem| {
        let Ecosystem { id, names, version, patents, .. } = ecosystem;
        Subject::new(SubjectKind::Ecosystem, id, names, version)
            .traded(ecosystem.trade_expected)
            .patented(!patents.ipc.is_empty())
            .produced(has_industries(ecosystem))
            .invested(has_investment(definitions, id))
    }));
    subjects.extend(definitions.product_groups.iter().map(|group| {
        Subject::new(SubjectKind::ProductGroup, &group.id, &group.names, &group.version)
            .traded(true)
    }));
    let version = &definitions.fields_version;
    subjects.extend(definitions.fields.iter().map(|field| {
        Subject::new(SubjectKind::Field, &field.id, &field.names, version).patented(true)
    }));
    subjects.extend(definitions.sectors.iter().map(|sector| {
        Subject::new(SubjectKind::Sector, &sector.id, &sector.names, &sector.version)
    }));
    // Whoever looks for a total of goods finds the first; the others follow.
    let (trade, patents) = (&definitions.trade_rules, &definitions.patent_rules);
    let total = |id, names, version| Subject::new(SubjectKind::Total, id, names, version);
    subjects.push(total(ALL_PRODUCTS, &trade.all_products, &trade.version).traded(true));
    subjects.push(total(ALL_PATENTS, &patents.all_patents, &patents.version).patented(true));
    let production = &definitions.production_rules;
    let all = total(ALL_PRODUCTION, &production.all_production, &production.version);
    subjects.push(all.produced(true));
    let investment = &definitions.investment_rules;
    let all = total(ALL_INVESTMENT, &investment.all_investment, &investment.version);
    subjects.push(all.invested(true));
    subjects
}

/// Ids of technologies and ecosystems in reading order, each with itself and the
/// technologies it is a part of.
pub(crate) fn containing(
    technologies: &[Technology],
    ecosystems: &[Ecosystem],
) -> Vec<(String, Vec<String>)> {
    let parent = |id: &String| {
        let technology = technologies.iter().find(|t| t.id == *id);
        technology.and_then(|technology| technology.parent.clone())
    };
    let ids = technologies.iter().map(|t| &t.id).chain(ecosystems.iter().map(|e| &e.id));
    ids.map(|id| (id.clone(), std::iter::successors(Some(id.clone()), parent).collect())).collect()
}

/// Whether any category of companies belongs to a subject.
fn has_investment(definitions: &Definitions, id: &str) -> bool {
    definitions.category_subjects.values().flatten().any(|subject| subject == id)
}

fn technologies(definitions: &Definitions) -> impl Iterator<Item = Subject> {
    let queries = definitions.patent_queries();
    definitions.technologies.iter().map(move |technology| {
        // A technology without goods says so by its empty lists.
        let traded = HsVintage::ALL
            .into_iter()
            .any(|vintage| !definitions.hs_codes(&technology.id, vintage).is_empty());
        let patented = queries.iter().any(|q| definitions.is_within(&q.subject, &technology.id));
        let mut parts = definitions.technologies.iter();
        let produced =
            parts.any(|t| has_headings(t) && definitions.is_within(&t.id, &technology.id));
        Subject::technology(technology, traded, patented)
            .produced(produced)
            .invested(has_investment(definitions, &technology.id))
    })
}

/// Green before digital, parents directly before their children, siblings by their
/// `order` and then by id.
pub(crate) fn reading_order(mut technologies: Vec<Technology>) -> Vec<Technology> {
    technologies.sort_by(|a, b| {
        let key = |t: &Technology| (t.family, t.order.unwrap_or(u32::MAX));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let mut ordered = Vec::with_capacity(technologies.len());
    push_children(None, &technologies, &mut ordered);
    ordered
}

fn push_children(parent: Option<&str>, from: &[Technology], ordered: &mut Vec<Technology>) {
    for technology in from.iter().filter(|t| t.parent.as_deref() == parent) {
        ordered.push(technology.clone());
        push_children(Some(&technology.id), from, ordered);
    }
}
