//! What cannot be drawn is refused with a sentence that says why and what to do.

use sextant_charts::{
    Bar, Break, ChartBody, ChartSpec, MapValue, PairedBar, PanelLegend, PanelPoint, PanelRow,
    Point, Renderer, Series,
};

fn chart(body: ChartBody) -> ChartSpec {
    ChartSpec::new("chart", "en", "Title", body).alt("In words.")
}

fn one_bar() -> ChartSpec {
    chart(ChartBody::bars(vec![Bar::new("a", "A", Some(1.0))]))
}

fn refusal(spec: &ChartSpec) -> String {
    let renderer = Renderer::new().expect("the fonts are there");
    renderer.svg(spec).expect_err("the chart is refused").to_string()
}

#[track_caller]
fn assert_refused(spec: &ChartSpec, wanted: &str) {
    let message = refusal(spec);
    assert!(message.starts_with(&format!("Chart '{}' cannot be drawn: ", spec.id)), "{message}");
    assert!(message.contains(wanted), "{message}");
}

#[test]
fn the_frame() {
    assert_refused(&ChartSpec { id: "Figure 2".into(), ..one_bar() }, "its id must be");
    assert_refused(
        &ChartSpec { lang: "de".into(), ..one_bar() },
        "its language is 'de'; give one of en, nl, fr, zh",
    );
    assert_refused(&ChartSpec { title: " ".into(), ..one_bar() }, "its title is empty");
    assert_refused(&ChartSpec { alt: String::new(), ..one_bar() }, "its alternative text is empty");
    assert_refused(&one_bar().width(100), "its width is 100 pixels; give 320 to 2000");
    assert_refused(&one_bar().decimals(12), "it asks for 12 decimals");
    assert_refused(&one_bar().note("a\u{0}b"), "holds a control character");
}

#[test]
fn bars() {
    assert_refused(&chart(ChartBody::bars(vec![])), "it has no bars");
    let infinite = Bar::new("digital", "Digital", Some(f64::INFINITY));
    assert_refused(
        &chart(ChartBody::bars(vec![infinite])),
        "the value of 'digital' is not a finite number",
    );
    let twice = vec![Bar::new("a", "A", None), Bar::new("a", "B", None)];
    assert_refused(&chart(ChartBody::bars(twice)), "'a' occurs twice");
    let ranking = ChartBody::ranking(vec![Bar::new("BE", "Belgium", Some(1.0))], "XX");
    assert_refused(
        &chart(ranking),
        "it highlights or breaks 'XX', which it does not show; give one of: BE",
    );
}

#[test]
fn paired_bars() {
    let pairs = |bars: Vec<PairedBar>| chart(ChartBody::paired_bars(bars, "Left", "Right"));
    let pair = |left, right| PairedBar::new("digital", "Digital", Some(left), Some(right));
    assert_refused(&pairs(vec![]), "it has no bars");
    assert_refused(
        &pairs(vec![pair(1.0, f64::NAN)]),
        "the value of 'digital' is not a finite number",
    );
    assert_refused(
        &pairs(vec![pair(-0.5, 1.0)]),
        "the value of 'digital' is -0.5, and its bars begin at zero",
    );
    assert_refused(&pairs(vec![pair(1.0, 1.0), pair(2.0, 2.0)]), "'digital' occurs twice");
    let headings = |left, right| chart(ChartBody::paired_bars(vec![pair(1.0, 1.0)], left, right));
    assert_refused(&headings(" ", "Right"), "its left label is empty");
    assert_refused(&headings("Left", ""), "its right label is empty");
}

#[test]
fn lines() {
    let series = |years: &[i32]| {
        let points = years.iter().map(|year| Point::new(*year, Some(1.0))).collect();
        Series::new("be", "Belgium", points)
    };
    assert_refused(&chart(ChartBody::lines(vec![series(&[])])), "it has no points");
    assert_refused(&chart(ChartBody::lines(vec![series(&[2010, 2009])])), "but 2009 follows 2010");
    assert_refused(
        &chart(ChartBody::lines(vec![series(&[2010, 3201])])),
        "its years run from 2010 to 3201",
    );
    let broken = |year| ChartBody::Lines {
        series: vec![series(&[2010, 2012])],
        breaks: vec![Break { year, label: "break".into(), series: None }],
        from_zero: true,
        open_from: None,
        open_label: None,
    };
    assert_refused(&chart(broken(2010)), "it has a break in 2010");
    assert_refused(&chart(broken(2013)), "it has a break in 2013");
    let many =
        (0..9).map(|n| Series::new(&format!("s{n}"), "S", vec![Point::new(2010, Some(1.0))]));
    assert_refused(
        &chart(ChartBody::lines(many.collect())),
        "it has 9 lines in colours of their own",
    );
}

fn panels(rows: Vec<PanelRow>, legend: PanelLegend) -> ChartSpec {
    chart(ChartBody::trend_panels(rows, "Left", "Right", legend))
}

fn panel_words() -> PanelLegend {
    let [value, interval, open_interval, flagged, broken] =
        ["value", "interval", "at least", "hollow", "break"].map(str::to_owned);
    PanelLegend { value, interval, open_interval, flagged, broken }
}

/// A row whose right panel has these points.
fn panel_row(right: Vec<PanelPoint>) -> PanelRow {
    PanelRow::new("ai", "AI", vec![PanelPoint::new(2015, Some(1.0))], right)
}

#[test]
fn panel_numbers() {
    let refused = |point: PanelPoint, wanted: &str| {
        assert_refused(&panels(vec![panel_row(vec![point])], panel_words()), wanted);
    };
    let here = "the right panel of 'ai' has in 2015";
    let between = |lower, value, upper| PanelPoint { lower, upper, ..PanelPoint::new(2015, value) };
    let order = "give lower end <= value <= upper end";
    refused(
        between(Some(2.0), Some(1.0), Some(3.0)),
        &format!("{here} the lower end 2 above the value 1; {order}"),
    );
    refused(
        between(Some(1.0), Some(4.0), Some(3.0)),
        &format!("{here} the value 4 above the upper end 3; {order}"),
    );
    refused(
        between(Some(3.0), None, Some(2.0)),
        &format!("{here} the lower end 3 above the upper end 2; {order}"),
    );
    refused(between(None, None, Some(2.0)), &format!("{here} an upper end 2 without a lower one"));
    refused(between(None, Some(-1.0), None), &format!("{here} the value -1, and its axis begins"));
    refused(
        between(Some(0.0), None, Some(f64::INFINITY)),
        &format!("{here} a number that is not finite as its upper end"),
    );
}

#[test]
fn panel_rows() {
    let value = |year| PanelPoint::new(year, Some(1.0));
    let refused = |rows: Vec<PanelRow>, wanted: &str| {
        assert_refused(&panels(rows, panel_words()), wanted);
    };
    refused(vec![], "it has no rows");
    refused(vec![PanelRow::new("a", "A", vec![], vec![])], "it has no points");
    refused(vec![panel_row(vec![]), panel_row(vec![])], "'ai' occurs twice; give every row an id");
    refused(
        vec![panel_row(vec![value(2016), value(2015)])],
        "the right panel of 'ai' has in 2015 a point after that of 2016; give each year once",
    );
    refused(vec![panel_row(vec![value(0), value(2015)])], "its years run from 0 to 2015");
    for year in [2009, 2013] {
        let row = panel_row(vec![value(2010), value(2012)]);
        refused(
            vec![PanelRow { right_breaks: vec![year], ..row }],
            &format!(
                "the right panel of 'ai' has in {year} a break outside of the years shown, 2010 to \
                 2012; leave it out"
            ),
        );
    }
    let headless = ChartBody::trend_panels(vec![panel_row(vec![])], " ", "Right", panel_words());
    assert_refused(&chart(headless), "its left label is empty");
}

#[test]
fn panel_marks_without_words() {
    let value = PanelPoint::new(2015, Some(1.0));
    let hollow = PanelPoint { flagged: true, ..value.clone() };
    let unnamed = |right: PanelPoint, legend: PanelLegend, wanted: &str| {
        let row = PanelRow { right_breaks: vec![2015], ..panel_row(vec![right]) };
        assert_refused(&panels(vec![row], legend), &format!("its {wanted} is empty"));
    };
    let full = panel_words;
    let none = String::new;
    unnamed(value.clone(), PanelLegend { value: none(), ..full() }, "legend's word for values");
    unnamed(
        PanelPoint::interval(2015, 1.0, Some(2.0)),
        PanelLegend { interval: none(), ..full() },
        "legend's word for intervals",
    );
    unnamed(
        PanelPoint::interval(2015, 1.0, None),
        PanelLegend { open_interval: none(), ..full() },
        "legend's word for open intervals",
    );
    unnamed(hollow, PanelLegend { flagged: none(), ..full() }, "legend's word for hollow points");
    unnamed(value.clone(), PanelLegend { broken: none(), ..full() }, "legend's word for breaks");
    let only_values = PanelLegend { value: "value".to_owned(), ..PanelLegend::default() };
    let spec = panels(vec![panel_row(vec![value])], only_values);
    let drawn = Renderer::new().expect("the fonts are there").svg(&spec);
    assert!(drawn.is_ok(), "words for marks that do not occur are not needed");
}

#[test]
fn open_years() {
    let open = |from: Option<i32>, label: Option<&str>| {
        let points = vec![Point::new(2010, Some(1.0)), Point::new(2012, Some(2.0))];
        chart(ChartBody::Lines {
            series: vec![Series::new("be", "Belgium", points)],
            breaks: vec![],
            from_zero: true,
            open_from: from,
            open_label: label.map(str::to_owned),
        })
    };
    for year in [2009, 2013] {
        let wanted = format!(
            "its data are not complete from {year} on, which must be one of its years 2010 to 2012"
        );
        assert_refused(&open(Some(year), Some("not complete yet")), &wanted);
    }
    let alone = "it has an open year or an open label without the other";
    assert_refused(&open(Some(2011), None), alone);
    assert_refused(&open(Some(2011), Some(" ")), alone);
    assert_refused(&open(None, Some("not complete yet")), alone);
}

#[test]
fn maps() {
    let values = |geo: &str| vec![MapValue::new(geo, "A country", Some(1.0))];
    assert_refused(
        &chart(ChartBody::eu_map(values("EL"), "EL")),
        "the map has no shape for 'EL'; give ISO alpha-2 codes out of: AL, AT",
    );
    let limits = |thresholds: &[f64]| ChartBody::EuMap {
        values: values("BE"),
        highlight: None,
        thresholds: thresholds.to_vec(),
    };
    assert_refused(&chart(limits(&[2.0, 1.0])), "its thresholds must be finite and ascend");
    assert_refused(&chart(limits(&[1.0, 2.0, 3.0, 4.0, 5.0])), "at most 4 of them");
}

#[test]
fn pictures_too_large() {
    let renderer = Renderer::new().expect("the fonts are there");
    for scale in [0.0, -1.0, f32::NAN, 1000.0] {
        let message = renderer.png(&one_bar(), scale).expect_err("refused").to_string();
        assert!(message.contains("100 megapixels"), "{message}");
    }
}
