use crate::testing::{failure, read_file, read_text, shared};
use crate::{Classification, Concept, Flow, source};

const HEADER: &str = "\u{feff}ObjectId,Country,ISO2,ISO3,Indicator,Unit,Source,CTS_Code,CTS_Name,CTS_Full_Descriptor,Trade_Flow,Scale,F1994,F1995,F2021\n";
const NAME: &str = "Trade_in_Low_Carbon_Technology_Products.csv";

fn line(country: &str, iso3: &str, indicator: &str, unit: &str, years: &str) -> String {
    format!(
        "1,\"{country}\",,{iso3},{indicator},{unit},\"A, b.\",X,\"X; Y\",\"X, Y\",Exports,Units,{years}\n"
    )
}

#[test]
fn exports_are_flows_and_published_values() {
    let text = format!(
        "{HEADER}{}",
        line(
            "Belgium",
            "BEL",
            "Exports of low carbon technology products",
            "US Dollars",
            ",3401.98,1e3"
        )
    );
    let (report, kept) = read_text("imf-lct", NAME, &text).unwrap();
    assert_eq!((report.rows_read, report.rows_kept), (1, 4));
    assert_eq!(report.rows_left_out.get("no-value"), Some(&1));
    assert_eq!(kept.flows.len(), 2);
    let flow = &kept.flows[0];
    assert_eq!((flow.reporter.as_str(), flow.partner.as_str()), ("BE", "WORLD"));
    assert_eq!((flow.flow, flow.concept), (Flow::Export, Concept::Compiled));
    assert_eq!(flow.classification, Classification::Group);
    assert_eq!(flow.product.as_str(), "low-carbon-technology-products");
    assert_eq!((flow.period.year, flow.period.month, flow.value_milli), (1995, 0, 3_401_980));
    assert_eq!((kept.flows[1].period.year, kept.flows[1].value_milli), (2021, 1_000_000));
    assert_eq!(
        (kept.values[0].indicator.as_str(), kept.values[0].unit.as_str()),
        ("exports", "usd")
    );
    assert!((kept.values[0].value - 3401.98).abs() < 1e-12);
}

#[test]
fn balances_may_be_negative_and_are_no_flows() {
    let text = format!(
        "{HEADER}{}",
        line(
            "World",
            "",
            "Trade balance in low carbon technology products",
            "US Dollars",
            "-5.5,,"
        )
    );
    let (_, kept) = read_text("imf-lct", NAME, &text).unwrap();
    assert!(kept.flows.is_empty());
    assert_eq!(kept.values[0].geo.as_str(), "WORLD");
    assert!((kept.values[0].value + 5.5).abs() < 1e-12);
}

#[test]
fn places_without_letters_go_by_name() {
    let indicator = "Imports of low carbon technology products";
    let mut text = String::from(HEADER);
    for name in ["Belgium-Luxembourg", "Other Asia, nes", "Fmr Sudan", "Atlantis"] {
        text.push_str(&line(name, "", indicator, "US Dollars", "1,,"));
    }
    let (_, kept) = read_text("imf-lct", NAME, &text).unwrap();
    let codes: Vec<&str> = kept.flows.iter().map(|flow| flow.reporter.as_str()).collect();
    assert_eq!(codes, ["BLEU", "TW", "SD2011"]);
    assert_eq!((kept.bad[0].line, kept.bad[0].reason), (5, "unknown-country"));
    assert!(kept.bad[0].detail.contains("`Atlantis`"), "{}", kept.bad[0].detail);
}

#[test]
fn bad_cells_and_series_are_quarantined() {
    let exports = "Exports of low carbon technology products";
    let text = [
        HEADER.to_owned(),
        line("Belgium", "BEL", exports, "US Dollars", "many,-1,7"),
        line("Belgium", "BEL", exports, "Euros", "1,1,1"),
        line("Belgium", "BEL", "Exports of cheese", "US Dollars", "1,1,1"),
    ]
    .concat();
    let (report, kept) = read_text("imf-lct", NAME, &text).unwrap();
    let reasons: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(
        reasons,
        [
            (2, "bad-number"),
            (2, "negative-value"),
            (3, "unexpected-unit"),
            (4, "unknown-indicator")
        ]
    );
    assert_eq!((report.rows_read, kept.flows.len(), kept.values.len()), (3, 1, 1));
}

#[test]
fn wrong_headers() {
    let text =
        failure("imf-lct", NAME, b"Country,ISO3,Indicator,Unit,Scale\nBelgium,BEL,x,y,Units\n");
    assert!(text.contains("the columns of years (F1994, F1995 and so on) are missing"), "{text}");
    let text = failure("imf-lct", NAME, b"t,i,j,k,v,q\n2002,1,1,1,1,1\n");
    assert!(text.contains("use `sextant ingest baci`"), "{text}");
}

#[test]
fn real_table() {
    let Some(path) = shared("trade/imf-lct/Trade_in_Low_Carbon_Technology_Products.csv") else {
        return;
    };
    assert!(source("imf-lct").unwrap().wants(&path));
    let (report, kept) = read_file("imf-lct", &path).unwrap();
    assert_eq!(report.rows_read, 2_143);
    assert_eq!(kept.bad, []);
    assert_eq!(kept.values.len(), 48_367);
    assert_eq!(report.rows_left_out.get("no-value"), Some(&(64_290 - 48_367)));
    assert_eq!(report.rows_kept, 48_367 + kept.flows.len() as u64);
    let count = |id: &str| kept.values.iter().filter(|value| value.indicator == id).count();
    assert_eq!(count("comparative-advantage"), 4_043);
    assert_eq!(kept.flows.len(), count("exports") + count("imports"));
    let balance = |year: u16| {
        let side = |flow: Flow| {
            let mut rows = kept.flows.iter().filter(|row| {
                row.reporter.as_str() == "BE" && row.period.year == year && row.flow == flow
            });
            rows.next().unwrap().value_milli as f64 / 1000.0
        };
        let (x, m) = (side(Flow::Export), side(Flow::Import));
        (x - m) / (x + m)
    };
    assert!((balance(2010) + 0.088983).abs() < 5e-7);
    assert!((balance(2021) + 0.063299).abs() < 5e-7);
}
