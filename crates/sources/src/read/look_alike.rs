//! Tells by its header which source a misplaced file belongs to.

use super::columns::column_key;

/// A kind of file, known by columns that all occur in it.
struct Shape {
    /// Source that reads it, None where none does.
    source: Option<&'static str>,
    /// What it is, with an article.
    what: &'static str,
    /// Column keys (see [`column_key`]) that all occur.
    keys: &'static [&'static str],
}

/// Crunchbase's tables that are passed over.
const CRUNCHBASE: &str = "a Crunchbase table that holds neither rounds nor companies";
const INVESTMENTS: &str =
    "Crunchbase's table of investors in rounds, which repeats a round for each";

const SHAPES: &[Shape] = &[
    Shape { source: Some("baci"), what: "a BACI file", keys: &["t", "i", "j", "k", "v", "q"] },
    Shape {
        source: Some("baci"),
        what: "a BACI file",
        keys: &["year", "exporter", "importer", "productcode", "value"],
    },
    Shape {
        source: Some("comext"),
        what: "a comext file",
        keys: &["reporter", "partner", "product", "flow", "indicators", "timeperiod", "obsvalue"],
    },
    Shape {
        source: Some("imf-lct"),
        what: "an IMF table of low-carbon trade",
        keys: &["country", "iso3", "indicator", "unit", "tradeflow"],
    },
    Shape { source: Some("comtrade"), what: "a Comtrade file", keys: &["cmdcode", "primaryvalue"] },
    Shape {
        source: Some("comtrade"),
        what: "a Comtrade list of commodity codes",
        keys: &["id", "text", "parent", "aggrlevel"],
    },
    Shape {
        source: Some("hs-correlation"),
        what: "a consolidated table of HS correlations",
        keys: &["codeafter", "codebefore", "relationship"],
    },
    Shape {
        source: Some("cn-cpa-nace"),
        what: "a table of European nomenclatures",
        keys: &["hs6", "nace4", "shareofcn8lines"],
    },
    Shape {
        source: Some("patstat"),
        what: "PATSTAT's table of applications",
        keys: &["applnid", "applnauth", "iprtype"],
    },
    Shape {
        source: Some("patstat"),
        what: "PATSTAT's table of persons",
        keys: &["personid", "personctrycode"],
    },
    Shape {
        source: Some("patstat"),
        what: "a PATSTAT table",
        keys: &["applnid", "ipcclasssymbol"],
    },
    Shape {
        source: Some("patstat"),
        what: "a PATSTAT table",
        keys: &["applnid", "cpcclasssymbol"],
    },
    Shape {
        source: Some("patstat"),
        what: "a PATSTAT table of titles",
        keys: &["applnid", "applntitle"],
    },
    Shape {
        source: Some("patstat"),
        what: "a PATSTAT table of abstracts",
        keys: &["applnid", "applnabstract"],
    },
    Shape {
        source: Some("patstat"),
        what: "PATSTAT's table of applicants and inventors",
        keys: &["personid", "applnid", "appltseqnr"],
    },
    Shape {
        source: Some("patent-counts"),
        what: "a table of NCSES",
        keys: &["title", "entity", "year", "value"],
    },
    Shape {
        source: Some("patent-counts"),
        what: "a table of counts made from PATSTAT",
        keys: &["priorityyear", "technfieldnr"],
    },
    Shape {
        source: Some("patent-counts"),
        what: "a table of counted patents",
        keys: &["year", "geo", "subject", "count"],
    },
    Shape { source: Some("ipc"), what: "the hierarchy of the IPC", keys: &["ipccode", "ancestor"] },
    Shape {
        source: Some("wipo-fields"),
        what: "WIPO's table of fields of technology",
        keys: &["technfieldnr", "technfield", "ipcprefix"],
    },
    Shape {
        source: Some("ipc-nace"),
        what: "a table from IPC classes to industries",
        keys: &["class", "nace2", "probability"],
    },
    Shape {
        source: Some("crunchbase"),
        what: "a list of transactions of Crunchbase",
        keys: &["transactionname", "announceddate"],
    },
    Shape { source: None, what: INVESTMENTS, keys: &["investorpermalink"] },
    Shape { source: None, what: INVESTMENTS, keys: &["fundingrounduuid", "investoruuid"] },
    Shape {
        source: Some("crunchbase"),
        what: "Crunchbase's table of rounds",
        keys: &["raisedamountusd", "fundingroundtype"],
    },
    Shape {
        source: Some("crunchbase"),
        what: "Crunchbase's table of rounds",
        keys: &["raisedamountusd", "investmenttype"],
    },
    Shape {
        source: Some("crunchbase"),
        what: "Crunchbase's table of acquisitions",
        keys: &["acquirername", "pricecurrencycode"],
    },
    Shape {
        source: Some("crunchbase"),
        what: "Crunchbase's table of companies",
        keys: &["categorylist", "countrycode"],
    },
    Shape { source: None, what: CRUNCHBASE, keys: &["wentpublicon"] },
    Shape { source: None, what: CRUNCHBASE, keys: &["investortype", "uuid"] },
    Shape { source: None, what: CRUNCHBASE, keys: &["eventroles"] },
    Shape { source: None, what: CRUNCHBASE, keys: &["categoryname", "categorygrouplist"] },
    Shape { source: None, what: CRUNCHBASE, keys: &["parentorguuid"] },
    Shape { source: None, what: CRUNCHBASE, keys: &["permalink", "cburl", "rank"] },
    Shape { source: None, what: "a PATSTAT table that is not needed", keys: &["applnid"] },
    Shape {
        source: None,
        what: "a Comtrade code table without trade",
        keys: &["id", "lastmodified"],
    },
    Shape {
        source: None,
        what: "a BACI table of country codes",
        keys: &["countrycode", "countryname"],
    },
    Shape { source: None, what: "a BACI table of product codes", keys: &["code", "description"] },
    Shape {
        source: Some("prodcom"),
        what: "a Eurostat Prodcom file",
        keys: &["reporter", "product", "indicators", "timeperiod", "obsvalue"],
    },
    Shape { source: Some("prodcom"), what: "a Eurostat Prodcom file", keys: &["decl", "prccode"] },
    Shape {
        source: Some("prodcom-list"),
        what: "a table of yearly changes of the Prodcom list",
        keys: &["fromyear", "toyear", "old", "new"],
    },
    Shape {
        source: Some("prodcom-list"),
        what: "a concordance of Prodcom lists",
        keys: &["pc8", "lpc8", "unchanged"],
    },
    Shape { source: Some("prodcom-list"), what: "a Prodcom list", keys: &["prodcom", "hs6"] },
    Shape {
        source: Some("sdmx"),
        what: "a statistical table in SDMX-CSV",
        keys: &["timeperiod", "obsvalue"],
    },
    Shape {
        source: Some("sdmx"),
        what: "a statistical table in SDMX-CSV",
        keys: &["structureid", "obsvalue"],
    },
];

/// What to do with a file whose header `source` does not know.
pub(crate) fn advice(source: &str, header: &[String]) -> String {
    let keys: Vec<String> = header.iter().map(|name| column_key(name)).collect();
    let found = SHAPES
        .iter()
        .find(|shape| shape.keys.iter().all(|&wanted| keys.iter().any(|key| key == wanted)));
    match found {
        Some(Shape { source: Some(other), what, .. }) if *other != source => {
            format!("This looks like {what}: use `sextant ingest {other}`.")
        }
        Some(Shape { source: None, what, .. }) => {
            format!("This looks like {what}; name the file that holds the data.")
        }
        Some(Shape { source: Some(_), what, .. }) => {
            format!("This looks like {what} that was renamed or changed; take it as published.")
        }
        None => String::from(
            "Check that the file was downloaded whole and its header left as published.",
        ),
    }
}

/// Names for a message: at most eight.
pub(crate) fn list(names: &[String]) -> String {
    let shown = names.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len() {
        0 => String::from("none"),
        1..=8 => shown,
        more => format!("{shown} and {} more", more - 8),
    }
}
