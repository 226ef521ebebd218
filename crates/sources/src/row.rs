//! The canonical rows that every source yields.

use arrayvec::ArrayString;
use sextant_definitions::{GeoCode, HsVintage};
use sextant_query::{Scheme, Symbol};

/// A product code as text, leading zeros kept: `TOTAL`, `44`, `4401`, `854140`,
/// `35069110`, or the id of a product group such as `low-carbon-technology-products`.
pub type ProductCode = ArrayString<32>;

/// A code of a nomenclature as text, for example `8541.43`, `01.43.11`, `854143`.
pub type CodeText = ArrayString<24>;

/// A year, or a month of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Calendar year.
    pub year: u16,
    /// Month 1 to 12, or 0 for the whole year.
    pub month: u8,
}

/// Direction of a flow as seen by the reporter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// Goods leaving the reporter, valued FOB.
    Export,
    /// Goods entering the reporter, valued CIF.
    Import,
}

impl Flow {
    /// `export` or `import`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Import => "import",
        }
    }
}

/// What kind of figure a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concept {
    /// As declared by the reporter.
    Reported,
    /// One figure for both sides, reconciled from two declarations (BACI): an
    /// export of the reporter and, at the same value, an import of the partner.
    Reconciled,
    /// Computed by the publisher for a group of products.
    Compiled,
}

impl Concept {
    /// `reported`, `reconciled` or `compiled`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Reconciled => "reconciled",
            Self::Compiled => "compiled",
        }
    }
}

/// Currency of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Euro.
    Eur,
    /// United States dollar.
    Usd,
}

impl Currency {
    /// ISO 4217 code, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Usd => "USD",
        }
    }
}

/// The nomenclature a product code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Classification {
    /// Harmonised System, of one vintage.
    Hs(HsVintage),
    /// Combined Nomenclature of the European Union, of one year. Its first six
    /// digits are HS codes of the vintage in force that year.
    Cn(u16),
    /// A publisher's own product group; the product code is the group's id.
    Group,
}

/// One flow of goods between two places in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TradeFlow {
    /// Year or month of the flow.
    pub period: Period,
    /// What kind of figure this is.
    pub concept: Concept,
    /// Who declares the flow; for reconciled rows, the exporter.
    pub reporter: GeoCode,
    /// The other side; `WORLD` for a total over partners.
    pub partner: GeoCode,
    /// Direction as seen by the reporter.
    pub flow: Flow,
    /// Nomenclature of `product`.
    pub classification: Classification,
    /// Product code, as text.
    pub product: ProductCode,
    /// Value in thousandths of a `currency` unit, exact.
    pub value_milli: i64,
    /// Currency of the value.
    pub currency: Currency,
    /// Net weight in grams, where the source gives it.
    pub weight_grams: Option<i64>,
}

/// A figure that the publisher computed himself, kept to check our own against
/// and, for shares, to build on.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedValue {
    /// The publisher's indicator, as a stable id: `comparative-advantage`,
    /// `export-share-of-total`, `import-share-of-total`, `exports-of-gdp` and so on.
    pub indicator: String,
    /// Whom it is about.
    pub geo: GeoCode,
    /// Product group or other subject id.
    pub subject: ProductCode,
    /// Calendar year.
    pub year: u16,
    /// The figure as published.
    pub value: f64,
    /// `index`, `percent` or `usd`.
    pub unit: String,
}

/// One code of an official list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NomenclatureCode {
    /// `hs1992` .. `hs2022`, `cn2021`, `cpa2.1`, `nace2` and so on.
    pub nomenclature: String,
    /// The code as text.
    pub code: CodeText,
    /// Official title, empty where the file has none.
    pub title: String,
}

/// One line of an official correspondence between two lists.
#[derive(Clone, Debug, PartialEq)]
pub struct NomenclatureLink {
    /// Nomenclature of `from_code`.
    pub from_nomenclature: String,
    /// Code in the first list.
    pub from_code: CodeText,
    /// Nomenclature of `to_code`.
    pub to_nomenclature: String,
    /// Code in the second list.
    pub to_code: CodeText,
    /// `1:1`, `1:n`, `n:1`, `n:n` as published, or empty.
    pub relationship: String,
    /// Share of `from_code` that belongs to `to_code`, where the table gives one.
    pub weight: Option<f64>,
}

/// A short code of letters and digits: an office (`EP`), a kind (`A1`), a language (`en`).
pub type ShortCode = ArrayString<4>;

/// A region of the NUTS, of any level: `BE2`, `BE21`, `BE211`.
pub type NutsCode = ArrayString<8>;

/// One patent application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatentApplication {
    /// The source's number of it.
    pub application: i64,
    /// Where it was filed, as the source writes it: `EP`, `WO`, `US`.
    pub office: ShortCode,
    /// Kind of application as the source writes it: `A`, `W`, `D2`.
    pub kind: ShortCode,
    /// Whether it is an international application under the Patent Cooperation Treaty.
    pub pct: bool,
    /// The international application that it entered from, 0 for none.
    pub international: i64,
    /// Calendar year of filing, where known.
    pub filing_year: Option<u16>,
    /// Earliest filing year among it and its priorities, where known.
    pub earliest_filing_year: Option<u16>,
    /// DOCDB simple family.
    pub docdb_family: i64,
    /// INPADOC extended family, 0 where the source has none.
    pub inpadoc_family: i64,
    /// Whether it was granted, as far as the source knows.
    pub granted: bool,
}

/// A part of a patent that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    /// Its title.
    Title,
    /// Its abstract.
    Abstract,
}

impl TextPart {
    /// `title` or `abstract`, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Abstract => "abstract",
        }
    }
}

/// An English title or abstract. Other languages are left out and counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatentText {
    /// The application it belongs to.
    pub application: i64,
    /// Title or abstract.
    pub part: TextPart,
    /// The text, without blanks around it.
    pub text: String,
}

/// An applicant or inventor as the source knows him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatentPerson {
    /// The source's number of him.
    pub person: i64,
    /// Country of his address; `ZZ` where it is not known or no country.
    pub country: GeoCode,
    /// NUTS region of his address, with the country letters of the NUTS; empty where
    /// the source has none.
    pub nuts: NutsCode,
    /// Standardised name where there is one, else the name as filed.
    pub name: String,
    /// Sector as the source writes it: `COMPANY`, `UNIVERSITY`; often empty.
    pub sector: String,
}

/// Who applied for or invented what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatentParty {
    /// The application.
    pub application: i64,
    /// The person.
    pub person: i64,
    /// Place among the applicants, from 1; 0 for none.
    pub applicant: u16,
    /// Place among the inventors, from 1; 0 for none.
    pub inventor: u16,
}

/// A symbol that an application is filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatentClass {
    /// The application.
    pub application: i64,
    /// IPC or CPC.
    pub scheme: Scheme,
    /// The symbol.
    pub symbol: Symbol,
}

/// The share of an application that belongs to an industry (PATSTAT's tls229).
#[derive(Clone, Debug, PartialEq)]
pub struct PatentIndustry {
    /// The application.
    pub application: i64,
    /// NACE Rev. 2 code as published: `26.5`, `21`.
    pub nace: CodeText,
    /// Share, above 0 and at most 1.
    pub weight: f64,
}

/// A number of patents that the publisher counted himself.
#[derive(Clone, Debug, PartialEq)]
pub struct PatentCount {
    /// What was counted, as a stable id: `families`, `grants`.
    pub concept: String,
    /// Applicant's or inventor's country; `WORLD` for the total.
    pub geo: GeoCode,
    /// What the patents are about: `wipo-field-01` to `wipo-field-35`, or the id of
    /// another list of the publisher's.
    pub subject: String,
    /// Calendar year.
    pub year: u16,
    /// How many; with decimals where counted in fractions.
    pub count: f64,
}

/// What one place sold of one product in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductionCell {
    /// Calendar year.
    pub year: u16,
    /// The declaring place; `EU27` for the total of the European Union.
    pub geo: GeoCode,
    /// Heading of the Prodcom list in force that year, eight digits.
    pub heading: CodeText,
    /// Value of sold production in thousandths of a euro. None where the cell is there
    /// and says nothing: confidential, or not available.
    pub value_milli: Option<i64>,
    /// Flags as published, in lower case and in the order of the alphabet: `c` for
    /// confidential, `e` for estimated. Empty for none.
    pub flags: ShortCode,
}

/// One round in which a company raised money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvestmentRound {
    /// The source's id of it, the same in every shape of the source's exports.
    pub round: String,
    /// The source's id of the company, empty where it gives none.
    pub company: String,
    /// Name of the company.
    pub name: String,
    /// Country of the company's headquarters; `ZZ` where it is not known.
    pub geo: GeoCode,
    /// Day of the announcement.
    pub announced: Day,
    /// Kind of round in lower case with hyphens: `seed`, `series-a`, `debt-financing`,
    /// `acquisition`; `unknown` where the source does not say.
    pub kind: String,
    /// Amount in thousandths of a unit of `currency`; none where it was not disclosed.
    pub amount_milli: Option<i64>,
    /// ISO 4217 code; empty where there is no amount, or the source does not say in what.
    pub currency: ShortCode,
    /// Amount in thousandths of a US dollar, where the source gives one.
    pub amount_usd_milli: Option<i64>,
    /// Categories of the company in lower case, sorted, joined by `|`; empty where the
    /// source lists companies of their own.
    pub categories: String,
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Calendar year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// A company that rounds can be of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvestmentCompany {
    /// The source's id of it.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Country of its headquarters; `ZZ` where it is not known.
    pub geo: GeoCode,
    /// Its categories in lower case, sorted, joined by `|`.
    pub categories: String,
}

/// One cell of a statistical table of whatever dimensions.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticalValue {
    /// Id of the table in upper case, without agency and version: `NAMA_10_A64_E`.
    pub dataset: String,
    /// The other dimensions than time and place, by name, without an annual frequency:
    /// `nace_r2=C21;unit=THS_PER`. Names in lower case, codes as published.
    pub key: String,
    /// The place, where the table has a dimension of places and the code is known; else
    /// `ZZ`, and an unknown code stays in the key.
    pub geo: GeoCode,
    /// The period as published: `2020`, `2020-Q1`, `2020-01`.
    pub period: String,
    /// The year of an annual figure.
    pub year: Option<u16>,
    /// The figure; none where the cell is there and says nothing.
    pub value: Option<f64>,
    /// Flags as published, in lower case and in the order of the alphabet, without
    /// blanks: `bp`. Empty for none.
    pub flags: String,
}

/// A batch of rows of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// Trade flows.
    TradeFlows(Vec<TradeFlow>),
    /// Published values.
    PublishedValues(Vec<PublishedValue>),
    /// Codes of official lists.
    Codes(Vec<NomenclatureCode>),
    /// Lines of official correspondences.
    Links(Vec<NomenclatureLink>),
    /// Patent applications.
    PatentApplications(Vec<PatentApplication>),
    /// Titles and abstracts.
    PatentTexts(Vec<PatentText>),
    /// Applicants and inventors.
    PatentPersons(Vec<PatentPerson>),
    /// Who applied for or invented what.
    PatentParties(Vec<PatentParty>),
    /// What is filed under which symbol.
    PatentClasses(Vec<PatentClass>),
    /// What belongs to which industry.
    PatentIndustries(Vec<PatentIndustry>),
    /// Counted patents.
    PatentCounts(Vec<PatentCount>),
    /// Sold production.
    ProductionCells(Vec<ProductionCell>),
    /// Rounds of investment.
    InvestmentRounds(Vec<InvestmentRound>),
    /// Companies that were invested in.
    InvestmentCompanies(Vec<InvestmentCompany>),
    /// Cells of statistical tables.
    StatisticalValues(Vec<StatisticalValue>),
}

impl Rows {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::TradeFlows(rows) => rows.len(),
            Self::PublishedValues(rows) => rows.len(),
            Self::Codes(rows) => rows.len(),
            Self::Links(rows) => rows.len(),
            Self::PatentApplications(rows) => rows.len(),
            Self::PatentTexts(rows) => rows.len(),
            Self::PatentPersons(rows) => rows.len(),
            Self::PatentParties(rows) => rows.len(),
            Self::PatentClasses(rows) => rows.len(),
            Self::PatentIndustries(rows) => rows.len(),
            Self::PatentCounts(rows) => rows.len(),
            Self::ProductionCells(rows) => rows.len(),
            Self::InvestmentRounds(rows) => rows.len(),
            Self::InvestmentCompanies(rows) => rows.len(),
            Self::StatisticalValues(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
