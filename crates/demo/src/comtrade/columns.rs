//! The 47 columns of a bulk file.

use crate::decimal;
use crate::output::csv_field;

/// Header of a bulk file.
pub(super) const HEADER: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,\
reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,\
partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,\
isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,\
motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,\
isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,\
primaryValue,legacyEstimationFlag,isReported,isAggregate\n";

/// A reporter or partner: code, three letters, name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Party<'a>(pub(super) u16, pub(super) &'a str, pub(super) &'a str);

/// All partners together.
pub(super) const WORLD: Party<'static> = Party(0, "W00", "World");
/// Partners that are not told.
pub(super) const ELSEWHERE: Party<'static> = Party(899, "_X ", "Areas, nes");

/// What tells one row from another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) year: u16,
    pub(super) classification: &'a str,
    pub(super) reporter: Party<'a>,
    /// Code and name.
    pub(super) flow: (&'a str, &'a str),
    pub(super) partner: Party<'a>,
    pub(super) partner2: Party<'a>,
    pub(super) product: &'a str,
    /// Whether the file goes into more detail than this product.
    pub(super) leaf: bool,
    /// Code and name.
    pub(super) customs: (&'a str, &'a str),
    /// Code and name.
    pub(super) transport: (u16, &'a str),
    /// Thousandths of a dollar.
    pub(super) milli: u64,
}

impl Row<'_> {
    /// The row as a line of the file.
    pub(super) fn line(&self) -> String {
        let Self { year, classification, product, .. } = self;
        let value = decimal::short(i64::try_from(self.milli).unwrap_or(i64::MAX));
        let import = self.flow.0 == "M" || self.flow.0 == "RM";
        let (cif, fob) = if import { (value.as_str(), "") } else { ("", value.as_str()) };
        let level = if *product == "TOTAL" { 0 } else { product.len() };
        let whole = if self.partner.0 == 0 { "True" } else { "False" };
        format!(
            "C,A,{year}0101,{year},52,{year},{},{},{},{},{},{classification},HS,True,{product},\
             {},{level},{},{},{},0,{},{},-1,N/A,,False,-1,N/A,,False,,False,,False,{cif},{fob},\
             {value},0,False,{whole}\n",
            party(self.reporter),
            self.flow.0,
            self.flow.1,
            party(self.partner),
            party(self.partner2),
            csv_field(&description(product)),
            if self.leaf { "True" } else { "False" },
            self.customs.0,
            self.customs.1,
            self.transport.0,
            self.transport.1,
        )
    }
}

fn party(party: Party<'_>) -> String {
    format!("{},{},{}", party.0, party.1, csv_field(party.2))
}

fn description(product: &str) -> String {
    match product.len() {
        5 => "All Commodities".to_owned(),
        2 => format!("Demo goods of chapter {product}, of every kind, invented"),
        _ => format!("Demo goods {product}, invented"),
    }
}
