//! Charts with made-up values.

use sextant_charts::{Bar, ChartBody, ChartSpec, Renderer};

/// A bar chart as the report draws it for paper: without the words around it.
pub(crate) fn bars(lang: &str, title: &str, names: &[String], wide: bool) -> (String, String) {
    let values = (0..names.len()).map(|index| value(index, title.len()));
    let bar = |(index, (name, value)): (usize, (&String, f64))| {
        Bar::new(&format!("bar-{index}"), name, Some(value))
    };
    let bars = names.iter().zip(values).enumerate().map(bar).collect();
    let alt = format!("{title}: {}", names.join(", "));
    let mut spec = ChartSpec::new("sample", lang, title, ChartBody::bars(bars)).alt(&alt);
    spec = spec.bare().width(if wide { 860 } else { 420 });
    let renderer = Renderer::new().expect("fonts are built in");
    (renderer.svg(&spec).expect("the specification is complete"), alt)
}

/// A number between 0 and 20 that only its place decides.
pub(crate) fn value(index: usize, seed: usize) -> f64 {
    let number = u32::try_from((index * 37 + seed * 11) % 199).unwrap_or_default();
    f64::from(number) / 10.0
}
