//! Single figures, as chart and as data.

mod support;

use sextant_charts::ChartBody;
use sextant_definitions::Lang;
use sextant_report::{ReportError, figure, figures};
use support::economy::{HIDDEN, HIDDEN_SUBJECT, IDLE_SUBJECT, STARTED, STARTED_SUBJECT};
use support::{
    BREAK_YEAR, BROKEN_SUBJECT, EMPTY_SUBJECT, LCT, OPEN_YEAR, SMALL, context, observations, with,
};

#[test]
fn every_figure_is_drawn_in_every_language() {
    let context = context(true);
    for info in figures().unwrap() {
        for lang in Lang::ALL {
            let figure = figure(context, &info.id, "BE", lang).unwrap();
            assert!(!figure.spec.title.contains('{'), "{}", figure.spec.title);
            assert!(!figure.spec.subtitle.contains('{'), "{}", figure.spec.subtitle);
            assert!(figure.spec.source_line.contains("2023-0a1b2c3d"));
            assert!(figure.spec.demo.is_some());
            let svg = context.svg(&figure).unwrap();
            assert!(roxmltree::Document::parse(&svg).is_ok(), "{} {lang}", info.id);
        }
    }
}

#[test]
fn figure_2_has_the_ten_ecosystems_in_order() {
    let figure = figure(context(false), "trade-balance-ecosystems", "be", Lang::En).unwrap();
    assert_eq!((figure.number, figure.country.as_str()), (Some(2), "BE"));
    let ChartBody::DivergingBars { bars, .. } = &figure.spec.body else { panic!("no bars") };
    assert_eq!(bars.len(), 10);
    let values: Vec<f64> = bars.iter().filter_map(|bar| bar.value).collect();
    assert!(values.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(bars.last().unwrap().id, EMPTY_SUBJECT);
    assert_eq!(bars.last().unwrap().value, None);
    assert_eq!(figure.spec.subtitle, "Belgium, 2022");
    assert!(figure.spec.alt.contains("No value for Construction."), "{}", figure.spec.alt);
}

#[test]
fn the_year_is_the_latest_with_twenty_members_else_the_latest() {
    let mut all = observations();
    let subtitle = |all: &[_]| {
        let context = with(false, all);
        figure(&context, "trade-balance-ecosystems", "BE", Lang::En).unwrap().spec.subtitle
    };
    assert_eq!(subtitle(&all), "Belgium, 2022", "2023 has 17 members");
    all.retain(|o| o.geo == "BE" || o.geo == "FR");
    assert_eq!(subtitle(&all), "Belgium, 2023", "no year has twenty");
}

#[test]
fn a_break_is_marked_in_the_trend() {
    let figure = figure(context(false), "trade-trend", "BE", Lang::En).unwrap();
    let ChartBody::Lines { series, breaks, .. } = &figure.spec.body else { panic!("no lines") };
    assert_eq!(breaks.len(), 1);
    assert_eq!((breaks[0].year, breaks[0].series.as_deref()), (BREAK_YEAR, Some(BROKEN_SUBJECT)));
    assert!(series.iter().any(|line| line.id == LCT));
    assert!(!figure.spec.alt.contains("2005"), "no comparison of years: {}", figure.spec.alt);
}

#[test]
fn a_trend_without_world_shares_shows_shares_in_the_union() {
    let mut all = observations();
    all.retain(|o| o.indicator != "trade-world-share");
    let context = with(false, &all);
    let title = |country| figure(&context, "trade-trend", country, Lang::En).map(|f| f.spec.title);
    assert_eq!(title("BE").unwrap(), "Share in EU27 exports: green technologies");
    assert!(matches!(title("CN"), Err(ReportError::NoData { .. })), "China is no member");
}

#[test]
fn the_ranking_highlights_the_country_with_its_rank() {
    let all = observations();
    let own = all.iter().find(|o| {
        o.indicator == "trade-relative-balance"
            && o.subject == "renewable-energy"
            && o.geo == "BE"
            && o.period == "2022"
    });
    let rank = own.unwrap().rank.unwrap();
    let figure = figure(&with(false, &all), "trade-ranking", "BE", Lang::Nl).unwrap();
    let ChartBody::Ranking { bars, highlight, highlight_text, reference } = &figure.spec.body
    else {
        panic!("no ranking")
    };
    assert_eq!(bars.len(), 27);
    assert_eq!(highlight.as_deref(), Some("BE"));
    assert_eq!(highlight_text.as_deref(), Some(format!("{rank} van 27").as_str()));
    assert!(reference.is_some(), "the EU27 as a whole");
}

#[test]
fn data_holds_the_cubes_numbers() {
    let all = observations();
    let context = with(true, &all);
    let figure = figure(&context, "trade-balance-technologies", "BE", Lang::Fr).unwrap();
    let csv = figure.csv().unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let mut rows = 0;
    for record in reader.records() {
        let record = record.unwrap();
        let same = all.iter().find(|o| {
            o.indicator == "trade-relative-balance"
                && o.geo == "BE"
                && o.subject == record[at("subject")]
                && o.period == record[at("period")]
        });
        let value: f64 = record[at("value")].parse().unwrap();
        assert_eq!(value.to_bits(), same.unwrap().value.unwrap().to_bits());
        assert_eq!(&record[at("demo")], "true");
        rows += 1;
    }
    assert_eq!(rows, figure.shown.len());
    let json: serde_json::Value = serde_json::from_str(&figure.json().unwrap()).unwrap();
    assert_eq!(json["demo"], true);
    assert_eq!(json["values"].as_array().unwrap().len(), rows);
    assert_eq!(json["values"][0]["observation"]["geo"], "BE");
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let context = with(false, &[]);
    let error = figure(&context, "trade-map", "BE", Lang::Zh).unwrap_err().to_string();
    assert!(error.contains("trade-map") && error.contains("并构建新版本"), "{error}");
    let error = figure(&context, "no-such", "BE", Lang::En).unwrap_err().to_string();
    assert!(error.contains("trade-balance-ecosystems"), "{error}");
}

#[test]
fn what_the_repository_shows_is_defined() {
    let subjects = support::definitions().subjects();
    for id in ["renewable-energy", LCT] {
        assert!(subjects.iter().any(|subject| subject.id == id), "{id}");
    }
}

#[test]
fn figure_1_has_both_shares_and_the_rank_of_the_last_complete_year() {
    let figure = figure(context(false), "patents-ecosystems", "BE", Lang::En).unwrap();
    assert_eq!(figure.number, Some(1));
    let ChartBody::PairedBars { bars, left_label, .. } = &figure.spec.body else {
        panic!("no pairs")
    };
    assert_eq!((bars.len(), left_label.as_str()), (14, "Share in the country's patents"));
    assert!(bars.windows(2).all(|pair| pair[0].left >= pair[1].left));
    assert!(bars.iter().all(|bar| bar.right.is_some() && bar.right_text.is_some()));
    assert_eq!(figure.spec.subtitle, format!("Belgium, {}", OPEN_YEAR - 1));
    let route = "by lists of IPC symbols for each ecosystem";
    assert!(figure.spec.notes.iter().any(|note| note.contains(route)), "{:?}", figure.spec.notes);
    let csv = figure.csv().unwrap();
    assert_eq!(csv.matches("patent-country-share").count(), 14);
    assert_eq!(csv.matches("patent-world-share").count(), 14);
}

#[test]
fn few_families_are_hollow_and_said() {
    let figure = figure(context(false), "patents-green", SMALL, Lang::En).unwrap();
    let ChartBody::PairedBars { bars, .. } = &figure.spec.body else { panic!("no pairs") };
    assert!(bars.iter().all(|bar| bar.left_flagged && bar.right_flagged));
    assert!(
        figure.spec.notes.iter().any(|note| note.starts_with("n: ")),
        "{:?}",
        figure.spec.notes
    );
}

#[test]
fn years_that_are_not_complete_are_open_in_the_trend() {
    let figure = figure(context(false), "patents-trend-digital", "BE", Lang::Fr).unwrap();
    let ChartBody::Lines { series, open_from, open_label, .. } = &figure.spec.body else {
        panic!("no lines")
    };
    assert_eq!((*open_from, open_label.as_deref()), (Some(OPEN_YEAR), Some("encore incomplet")));
    let first = series.iter().filter_map(|line| line.points.first()).map(|point| point.year).min();
    assert_eq!(first, Some(2010), "the figure begins in 2010");
    let said = "en pourcentage de celles de 2020 : 2021 85\u{202f}%, 2022 45\u{202f}%";
    assert!(figure.spec.notes.iter().any(|note| note.contains(said)), "{:?}", figure.spec.notes);
    let flagged = series.iter().flat_map(|line| &line.points).filter(|point| point.flagged);
    assert!(flagged.clone().count() > 0 && flagged.clone().any(|point| point.year >= OPEN_YEAR));
}

/// A text must not go on describing a way of counting that somebody has changed.
#[test]
fn the_note_says_how_patents_were_counted() {
    let mut definitions = support::definitions();
    definitions.patent_rules.counting = sextant_definitions::Counting::Whole;
    let all = observations();
    let record = support::record(false, all.len());
    let changed = sextant_report::SheetContext::new(record, &all, definitions).unwrap();
    let notes =
        |context| figure(context, "patents-green", "BE", Lang::En).unwrap().spec.notes.join(" ");
    let (usual, whole) = (notes(context(false)), notes(&changed));
    assert!(usual.contains("in equal parts") && !usual.contains("docdb-family"), "{usual}");
    let rules = "docdb-family, transnational, applicant, whole, earliest-filing";
    assert!(whole.contains(rules) && !whole.contains("in equal parts"), "{whole}");
}

#[test]
fn figure_3_tells_what_was_raised_over_the_span_in_million_euro() {
    let figure = figure(context(false), "investment-ecosystems", "BE", Lang::En).unwrap();
    assert_eq!((figure.number, figure.spec.subtitle.as_str()), (Some(3), "Belgium, 2015–2023"));
    let ChartBody::Bars { bars, .. } = &figure.spec.body else { panic!("no bars") };
    assert_eq!(bars.len(), 14);
    let idle = bars.iter().find(|bar| bar.id == IDLE_SUBJECT).unwrap();
    assert_eq!((idle.value, idle.text.as_deref()), (Some(0.0), Some("27 of 27, 0 rounds")));
    let digital = bars.iter().find(|bar| bar.id == "digital").unwrap();
    let told = figure.shown.iter().find(|shown| shown.subject == "digital").unwrap();
    let raised = told.observation.as_ref().unwrap().value.unwrap();
    assert_eq!(digital.value, Some(raised / 1e6));
    assert!(!digital.flagged, "that some amounts are not known is said by the number of rounds");
    assert_eq!(figure.spec.unit, "Million euro");
}

#[test]
fn figure_6_draws_intervals_and_leaves_unknown_ends_open() {
    let figure = figure(context(false), "production-green", "BE", Lang::En).unwrap();
    assert_eq!(figure.number, Some(6));
    let ChartBody::TrendPanels { rows, .. } = &figure.spec.body else { panic!("no panels") };
    let hidden = rows.iter().find(|row| row.id == HIDDEN_SUBJECT).unwrap();
    let point = |year| hidden.right.iter().find(|point| point.year == year).unwrap();
    let ends = |year| (point(year).value, point(year).lower, point(year).upper);
    assert_eq!(ends(HIDDEN), (None, Some(2.0), Some(3.0)));
    assert_eq!(ends(HIDDEN + 1), (None, Some(2.0), None));
    assert!(ends(HIDDEN + 2).0.is_some());
    assert_eq!(point(HIDDEN).tooltip.as_deref(), Some("2.00% to 3.00%\nconfidential in part"));
    let open = point(HIDDEN + 1).tooltip.as_deref().unwrap();
    assert!(open.starts_with("2.00% or more"), "{open}");
    let csv = figure.csv().unwrap();
    assert!(csv.lines().any(|line| line.contains(",2019,,2,3,percent,")), "{csv}");
}

#[test]
fn figure_9_marks_the_start_of_headings_and_draws_no_rise() {
    let figure = figure(context(false), "production-digital", "BE", Lang::En).unwrap();
    assert_eq!(figure.number, Some(9));
    let ChartBody::TrendPanels { rows, .. } = &figure.spec.body else { panic!("no panels") };
    let started = rows.iter().find(|row| row.id == STARTED_SUBJECT).unwrap();
    assert_eq!((&*started.left_breaks, &*started.right_breaks), (&[STARTED][..], &[STARTED][..]));
    assert!(
        rows.iter().filter(|row| row.id != STARTED_SUBJECT).all(|row| row.left_breaks.is_empty())
    );
    let sentence = "Breaks in series: Digital technology for mobility 2017. \
                    Values before and after cannot be compared.";
    assert!(figure.spec.notes.iter().any(|note| note == sentence), "{:?}", figure.spec.notes);
}
