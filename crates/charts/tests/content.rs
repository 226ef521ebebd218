//! What a picture says, and what it does not.

mod common;

use roxmltree::Document;
use sextant_charts::{
    Bar, ChartBody, ChartSpec, MapValue, Order, PairedBar, PanelLegend, PanelPoint, PanelRow,
    Point, Renderer, Series, fonts,
};

fn svg(spec: &ChartSpec) -> String {
    let renderer = Renderer::new().expect("the fonts are there");
    renderer.svg(spec).expect("the chart can be drawn")
}

fn chart(body: ChartBody) -> ChartSpec {
    ChartSpec::new("chart", "en", "Title of the chart", body).alt("The chart in words.")
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("the SVG is well-formed");
    let elements = document.descendants().filter(|node| node.has_tag_name("text"));
    elements.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

/// Shapes in the full colour of a positive or negative bar.
fn bars(svg: &str) -> usize {
    ["#1f4e8c", "#d2691e"]
        .iter()
        .map(|colour| svg.matches(&format!("fill=\"{colour}\"/>")).count())
        .sum()
}

#[test]
fn every_example_is_well_formed_and_described() {
    for spec in common::all() {
        let svg = svg(&spec);
        let document = Document::parse(&svg).unwrap_or_else(|error| panic!("{}: {error}", spec.id));
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{}", spec.id);
        let named = root.attribute("aria-labelledby").expect("a name");
        for id in named.split(' ') {
            let found = document.descendants().any(|node| node.attribute("id") == Some(id));
            assert!(found, "{}: no element {id}", spec.id);
        }
        let child = |name: &str| root.children().find(|node| node.has_tag_name(name));
        let text = |name: &str| child(name).and_then(|node| node.text()).unwrap_or_default();
        assert_eq!(text("title"), spec.title);
        assert_eq!(text("desc"), spec.alt);
        assert!(svg.contains("<dc:source>"), "{}", spec.id);
        assert!(
            !svg.contains("NaN") && !svg.contains("undefined") && !svg.contains("zr0"),
            "{}",
            spec.id
        );
    }
}

#[test]
fn the_words_of_the_specification_are_drawn() {
    let spec = common::read("figure-2-en");
    let texts = texts(&svg(&spec));
    let drawn = |wanted: &str| texts.iter().any(|text| text == wanted);
    for wanted in [&spec.title, &spec.subtitle, &spec.unit, &spec.source_line] {
        assert!(drawn(wanted), "{wanted}");
    }
    for wanted in
        ["Agri-food", "+12.3", "\u{2212}33.1", "no data", "Demo data", "← deficit", "surplus →"]
    {
        assert!(drawn(wanted), "{wanted}");
    }
    assert!(texts.iter().any(|text| text.starts_with("¹ Only 12 of 15")));
    assert!(svg(&spec).contains("<dc:rights>CC BY 4.0</dc:rights>"));
}

#[test]
fn a_bare_chart_is_the_chart_alone() {
    let whole = common::read("figure-2-en");
    assert!(!whole.json_for_html().contains("bare"), "nothing is said of charts that are not");
    let bare = whole.clone().bare().width(420);
    let texts = texts(&svg(&bare));
    let drawn = |wanted: &str| texts.iter().any(|text| text == wanted);
    assert!(drawn(&whole.unit) && drawn("Agri-food") && drawn("+12.3"));
    for left_out in [&whole.title, &whole.subtitle, &whole.source_line] {
        assert!(!drawn(left_out), "{left_out}");
    }
    assert!(!drawn("Demo data"));
    let json = serde_json::to_string(&bare).expect("plain strings and numbers");
    let read: ChartSpec = serde_json::from_str(&json).expect("as written");
    assert_eq!(read, bare);
}

#[test]
fn numbers_are_written_as_the_language_does() {
    let bar = || vec![Bar::new("a", "A", Some(-1234.5)), Bar::new("b", "B", Some(2.0))];
    for (lang, wanted) in [
        ("en", "\u{2212}1,234.5"),
        ("nl", "\u{2212}1.234,5"),
        ("fr", "\u{2212}1\u{202f}234,5"),
        ("zh", "\u{2212}1,234.5"),
    ] {
        let mut spec = chart(ChartBody::diverging(bar())).decimals(1);
        spec.lang = lang.to_owned();
        assert!(texts(&svg(&spec)).iter().any(|text| text == wanted), "{lang}");
    }
}

#[test]
fn a_missing_value_draws_no_bar() {
    let with = |value| {
        chart(ChartBody::diverging(vec![Bar::new("a", "A", Some(4.0)), Bar::new("b", "B", value)]))
    };
    assert_eq!(bars(&svg(&with(Some(-2.0)))), 2);
    let missing = svg(&with(None));
    assert_eq!(bars(&missing), 1);
    assert!(texts(&missing).iter().any(|text| text == "no data"));
    assert!(!texts(&missing).iter().any(|text| text == "0.0"));
}

#[test]
fn a_missing_year_is_a_gap() {
    let points = |middle| {
        vec![Point::new(2010, Some(1.0)), Point::new(2011, middle), Point::new(2012, Some(3.0))]
    };
    let line = |middle| svg(&chart(ChartBody::lines(vec![Series::new("a", "A", points(middle))])));
    let strokes = |svg: &str| svg.matches("stroke=\"#1f4e8c\" stroke-width=\"2\"").count();
    assert_eq!(strokes(&line(Some(2.0))), 1);
    assert_eq!(strokes(&line(None)), 0, "two lonely points are joined by no line");
}

#[test]
fn both_panels_say_what_they_have() {
    let mut first = PairedBar::new("a", "A", Some(12.5), Some(1.25));
    first.right_text = Some("6 of 27".to_owned());
    let second = PairedBar::new("b", "B", Some(3.0), None);
    let spec = chart(ChartBody::paired_bars(vec![second, first], "Left panel", "Right panel"));
    let texts = texts(&svg(&spec));
    let wanted =
        ["Left panel", "Right panel", "A", "12.5", "1.25", "6 of 27", "B", "3.0", "no data"];
    let mut places = Vec::new();
    for text in wanted {
        let place = texts.iter().position(|one| one == text);
        places.push(place.unwrap_or_else(|| panic!("no {text} in {texts:?}")));
    }
    // The row with the largest right value comes first, in the order of reading.
    assert!(places.is_sorted(), "{texts:?}");
}

#[test]
fn paired_bars_are_what_their_json_says() {
    let json = r#"{"kind": "pairedBars", "leftLabel": "L", "rightLabel": "R", "rightUnit": "percent",
        "order": "asGiven", "bars": [{"id": "a", "label": "A", "left": 1.5, "right": null,
        "rightFlagged": true, "rightText": "6 of 27", "note": "1"}]}"#;
    let bar = PairedBar {
        right_flagged: true,
        right_text: Some("6 of 27".to_owned()),
        note: Some("1".to_owned()),
        ..PairedBar::new("a", "A", Some(1.5), None)
    };
    let wanted = ChartBody::PairedBars {
        bars: vec![bar],
        left_label: "L".to_owned(),
        right_label: "R".to_owned(),
        left_unit: String::new(),
        right_unit: "percent".to_owned(),
        order: Order::AsGiven,
    };
    let read: ChartBody = serde_json::from_str(json).expect("as the documentation says");
    assert_eq!(read, wanted);
    let written = serde_json::to_string(&wanted).expect("plain strings and numbers");
    assert!(written.contains("\"leftFlagged\":false"), "{written}");
    let unknown = json.replace("rightText", "right_text");
    assert!(serde_json::from_str::<ChartBody>(&unknown).is_err(), "a misspelt name is refused");
}

fn panel_legend() -> PanelLegend {
    PanelLegend {
        value: "value".to_owned(),
        interval: "interval".to_owned(),
        open_interval: "at least".to_owned(),
        flagged: "hollow".to_owned(),
        broken: "break in series".to_owned(),
    }
}

#[test]
fn panels_show_values_intervals_and_breaks() {
    let panels = |left: Vec<PanelPoint>, breaks: Vec<i32>| {
        let row = PanelRow { left_breaks: breaks, ..PanelRow::new("a", "Robotics", left, vec![]) };
        svg(&chart(ChartBody::trend_panels(vec![row], "Left", "Right", panel_legend())))
    };
    let values: Vec<_> = (2010..2014).map(|year| PanelPoint::new(year, Some(1.5))).collect();
    let plain = panels(values.clone(), vec![]);
    let shown = texts(&plain);
    for wanted in ["Robotics", "Left", "Right", "1.50", "no data", "value", "2010", "2013"] {
        assert!(shown.iter().any(|text| text == wanted), "no {wanted} in {shown:?}");
    }
    assert!(!plain.contains("stroke-dasharray") && !plain.contains("linearGradient"));
    let broken = panels(values, vec![2012]);
    assert!(broken.contains("stroke-dasharray"));
    assert!(texts(&broken).iter().any(|text| text == "break in series"));
    let band = |svg: &str| svg.matches("<polygon").count();
    let interval = panels(vec![PanelPoint::interval(2010, 1.0, Some(2.0))], vec![]);
    assert_eq!((band(&interval), interval.contains("linearGradient")), (1, false));
    let open = panels(vec![PanelPoint::interval(2010, 1.0, None)], vec![]);
    assert!(open.contains("linearGradient"), "an open end fades");
    assert!(!texts(&open).iter().any(|text| text == "value"), "no line, no word for it");
}

#[test]
fn areas_for_the_pointer_are_not_in_the_picture() {
    for name in ["panels-en", "hard-panels-fr"] {
        let svg = svg(&common::read(name));
        assert!(!svg.contains("fill=\"none\"/>") && !svg.contains("stroke=\"none\""), "{name}");
    }
}

#[test]
fn panels_are_what_their_json_says() {
    let json = r#"{"kind": "trendPanels", "leftLabel": "L", "rightLabel": "R", "leftUnit": "percent",
        "legend": {"value": "value", "openInterval": "at least"},
        "rows": [{"id": "a", "label": "A", "leftBreaks": [2012], "left": [{"year": 2011,
        "value": null, "lower": 1.5}, {"year": 2012, "value": 2.0, "flagged": true}]}]}"#;
    let flagged = PanelPoint { flagged: true, ..PanelPoint::new(2012, Some(2.0)) };
    let points = vec![PanelPoint::interval(2011, 1.5, None), flagged];
    let row = PanelRow { left_breaks: vec![2012], ..PanelRow::new("a", "A", points, vec![]) };
    let wanted = ChartBody::TrendPanels {
        rows: vec![row],
        left_label: "L".to_owned(),
        right_label: "R".to_owned(),
        left_unit: "percent".to_owned(),
        right_unit: String::new(),
        legend: PanelLegend {
            value: "value".to_owned(),
            open_interval: "at least".to_owned(),
            ..PanelLegend::default()
        },
    };
    let read: ChartBody = serde_json::from_str(json).expect("as the documentation says");
    assert_eq!(read, wanted);
    let unknown = json.replace("leftBreaks", "left_breaks");
    assert!(serde_json::from_str::<ChartBody>(&unknown).is_err(), "a misspelt name is refused");
}

#[test]
fn bars_carry_words_after_their_values() {
    let plain = Bar::new("a", "A", Some(12.5));
    let json = serde_json::to_string(&plain).expect("plain strings and numbers");
    assert!(!json.contains("text"), "bars without words are written as before: {json}");
    let before: Bar = serde_json::from_str(r#"{"id": "a", "label": "A", "value": 12.5}"#)
        .expect("as before there were words");
    assert_eq!(before, plain);
    let bar = Bar { text: Some("6th of 27, 47 rounds".to_owned()), flagged: true, ..plain };
    let drawn = svg(&chart(ChartBody::bars(vec![bar])));
    let shown = texts(&drawn);
    for wanted in ["12.5", "6th of 27, 47 rounds"] {
        assert!(shown.iter().any(|text| text == wanted), "no {wanted} in {shown:?}");
    }
    assert_eq!(bars(&drawn), 0, "a flagged bar is hollow");
}

#[test]
fn lines_are_dashed_and_shaded_only_where_data_are_not_complete() {
    let lines = |from: Option<i32>| {
        let points = (2010..2014).map(|year| Point::new(year, Some(1.0))).collect();
        chart(ChartBody::Lines {
            series: vec![Series::new("a", "A", points)],
            breaks: vec![],
            from_zero: true,
            open_from: from,
            open_label: from.map(|_| "not complete yet".to_owned()),
        })
    };
    let (complete, open) = (lines(None), lines(Some(2012)));
    assert!(!complete.json_for_html().contains("open"), "nothing is said of complete data");
    assert!(!svg(&complete).contains("stroke-dasharray"));
    let drawn = svg(&open);
    assert!(drawn.contains("stroke-dasharray=\"6,4\""));
    assert!(texts(&drawn).iter().any(|text| text == "not complete yet"));
    let shade = drawn.find("fill=\"#f1f3f5\"").expect("a shade");
    let grid = drawn.find("stroke=\"#e4e7ea\"").expect("a grid");
    assert!(shade < grid, "the shade lies below everything else");
}

#[test]
fn demo_data_is_marked_if_and_only_if_it_is_demo_data() {
    let plain = chart(ChartBody::bars(vec![Bar::new("a", "A", Some(1.0))]));
    assert!(!svg(&plain).contains("Demo data"));
    let marked = svg(&plain.demo("Demo data"));
    assert!(texts(&marked).iter().any(|text| text == "Demo data"));
    assert!(marked.contains("<dc:description>Demo data</dc:description>"));
}

#[test]
fn markup_in_a_label_stays_text() {
    let hostile = "</text><script>alert(\"1\")</script>&amp;";
    let spec = chart(ChartBody::bars(vec![Bar::new("a", hostile, Some(1.0))])).note(hostile);
    let svg = svg(&spec);
    assert!(!svg.contains("<script"));
    assert!(texts(&svg).iter().any(|text| text == hostile));
    assert!(!spec.json_for_html().contains("</"));
    let back: ChartSpec = serde_json::from_str(&spec.json_for_html()).expect("still JSON");
    assert_eq!(back, spec);
}

#[test]
fn ids_are_the_charts_own() {
    let spec = common::read("map-share-en");
    let document = svg(&spec);
    let document = Document::parse(&document).expect("well-formed");
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        assert!(id.starts_with("map-share-en-"), "{id}");
    }
}

#[test]
fn the_map_names_its_source_in_every_language() {
    for (lang, wanted) in
        [("en", "Natural Earth (public domain)"), ("zh", "Natural Earth（公有领域）")]
    {
        let mut spec =
            chart(ChartBody::eu_map(vec![MapValue::new("BE", "Belgium", Some(1.0))], "BE"));
        spec.lang = lang.to_owned();
        let drawn = texts(&svg(&spec)).concat();
        assert!(drawn.contains(wanted), "{drawn}");
    }
}

#[test]
fn a_figure_holds_picture_and_specification() {
    let spec = common::read("trend-en");
    let html = spec.figure_html(&svg(&spec), "<table></table>");
    assert!(html.starts_with("<figure id=\"trend-en\" data-sextant-chart"));
    assert!(
        html.contains("<svg")
            && html.contains("<script type=\"application/json\">{\"id\":\"trend-en\"")
    );
    assert!(html.trim_end().ends_with("<table></table></figure>"));
}

#[test]
fn chinese_is_drawn_with_glyphs_and_in_bold() {
    let renderer = Renderer::new().expect("the fonts are there");
    let title = |title: &str| {
        let mut spec = chart(ChartBody::bars(vec![Bar::new("a", "甲", Some(1.0))]));
        title.clone_into(&mut spec.title);
        renderer.png(&spec, 1.0).expect("drawn")
    };
    // A font without these characters would draw the same empty box for both.
    assert_ne!(title("绿色技术"), title("数字产业"));
    let families: Vec<(&str, u16)> =
        fonts().iter().map(|font| (font.family, font.weight)).collect();
    assert!(families.contains(&("Noto Sans SC", 600)));
}
