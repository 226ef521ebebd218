//! From the IMF's own table to the page: Belgium's published numbers.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::path::Path;

use sextant_charts::ChartBody;
use sextant_definitions::Lang;
use sextant_lake::{Workspace, ingest};
use sextant_monitor::{Options, build, definitions};
use sextant_report::{SheetContext, country_sheet, figure};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/trade/imf-lct");

/// An edition of the IMF's table alone.
async fn context(workspace: &Workspace) -> SheetContext {
    let source = sextant_sources::source("imf-lct").unwrap();
    let definitions = definitions(workspace).unwrap();
    let paths = [TABLE.into()];
    ingest(workspace, source, &paths, &definitions.geographies, &mut ()).unwrap();
    let built = build(workspace, &definitions, &Options::default()).await.unwrap();
    SheetContext::open(&built.edition, definitions).unwrap()
}

#[tokio::test]
async fn belgium_in_low_carbon_technology() {
    if !Path::new(TABLE).is_dir() {
        println!("skipped: ../shared/data is not here");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let context = context(&Workspace::at(folder.path())).await;
    let sheet = country_sheet(&context, "BE", Lang::En).unwrap();
    let sentence = "In 2023, Belgium ranked 17th of the 27 EU27 members with data by its trade";
    for value in ["\u{2212}10.3%", "17 of 27", "0.90", "2.14%", sentence] {
        assert!(sheet.contains(value), "no {value}");
    }
    assert!(!sheet.contains("Demo data"));
    assert_eq!(sheet.matches("This edition does not have the data for this figure.").count(), 11);
    let trend = figure(&context, "trade-balance-trend-lct", "BE", Lang::En).unwrap();
    let ChartBody::Lines { series, .. } = &trend.spec.body else { panic!("no lines") };
    assert_eq!(series.len(), 2, "Belgium and the EU27");
    let value = |year| series[0].points.iter().find(|point| point.year == year).unwrap().value;
    for (year, expected) in [(2010, -8.8983), (2015, 0.9020), (2021, -6.3299), (2023, -10.2505)] {
        assert!((value(year).unwrap() - expected).abs() < 0.00005, "{year}");
    }
    let ranking = figure(&context, "trade-ranking", "BE", Lang::Nl).unwrap();
    let ChartBody::Ranking { bars, highlight_text, .. } = &ranking.spec.body else { panic!() };
    assert_eq!((bars.len(), highlight_text.as_deref()), (27, Some("17 van 27")));
}
