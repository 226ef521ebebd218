//! What an observation is about.

use crate::{Definitions, Family, HsVintage, Names, Technology};

/// What kind of thing a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// A green or digital technology.
    Technology,
    /// An industrial ecosystem.
    Ecosystem,
    /// A group of products that a publisher has already summed.
    ProductGroup,
    /// All products together.
    Total,
}

impl SubjectKind {
    /// `technology`, `ecosystem`, `product-group` or `total`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Technology => "technology",
            Self::Ecosystem => "ecosystem",
            Self::ProductGroup => "product-group",
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
}

/// Id of the subject that stands for all products together.
pub const ALL_PRODUCTS: &str = "all-products";

impl Subject {
    fn technology(technology: &Technology, trade_expected: bool) -> Self {
        Self {
            kind: SubjectKind::Technology,
            id: technology.id.clone(),
            names: technology.names.clone(),
            family: Some(technology.family),
            parent: technology.parent.clone(),
            version: technology.version.clone(),
            trade_expected,
        }
    }

    fn plain(kind: SubjectKind, id: &str, names: &Names, version: &str, trade: bool) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            names: names.clone(),
            family: None,
            parent: None,
            version: version.to_owned(),
            trade_expected: trade,
        }
    }
}

/// Everything an observation can be about, in reading order.
pub(crate) fn all(definitions: &Definitions) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for technology in &definitions.technologies {
        // A technology without goods says so by its empty lists.
        let traded = HsVintage::ALL
            .into_iter()
            .any(|vintage| !definitions.hs_codes(&technology.id, vintage).is_empty());
        subjects.push(Subject::technology(technology, traded));
    }
    subjects.extend(definitions.ecosystems.iter().map(|e| {
        Subject::plain(SubjectKind::Ecosystem, &e.id, &e.names, &e.version, e.trade_expected)
    }));
    subjects.extend(definitions.product_groups.iter().map(|group| {
        Subject::plain(SubjectKind::ProductGroup, &group.id, &group.names, &group.version, true)
    }));
    let rules = &definitions.trade_rules;
    subjects.push(Subject::plain(
        SubjectKind::Total,
        ALL_PRODUCTS,
        &rules.all_products,
        &rules.version,
        true,
    ));
    subjects
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
