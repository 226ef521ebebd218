//! What `build.rs` made from `web/`.

/// The chart bundle: a script that defines the global `sextant` and, in a page, brings every
/// `<figure data-sextant-chart>` to life: tooltips, arrow keys, a layout for the width at hand.
/// Self-contained; loads nothing. Under a content security policy live charts need
/// `style-src-attr 'unsafe-inline'`; the still pictures need nothing.
#[must_use]
pub fn browser_js() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/sextant.js"))
}

/// The style sheet that goes with [`browser_js`].
#[must_use]
pub fn browser_css() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/sextant.css"))
}

/// ISO alpha-2 codes of the countries the map can show, sorted: the Member States, their
/// neighbours in the west and the western Balkans.
pub fn map_geographies() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/map-shapes.txt")).lines()
}
