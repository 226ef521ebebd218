//! A chart as part of a page.

use crate::spec::ChartSpec;

impl ChartSpec {
    /// The specification as JSON that may stand inside a `<script>` element.
    #[must_use]
    pub fn json_for_html(&self) -> String {
        // Serialising plain strings and numbers cannot fail.
        let json = serde_json::to_string(self).unwrap_or_default();
        json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
    }

    /// A `<figure>` with the picture and the specification: a still chart as it is, a live one
    /// where [`crate::browser_js`] runs. `svg` is what [`crate::Renderer::svg`] drew, and `below`
    /// is markup to stand under the chart, such as a table (may be empty). On small screens a
    /// still chart scrolls, so it can be reached by keyboard.
    #[must_use]
    pub fn figure_html(&self, svg: &str, below: &str) -> String {
        let svg = without_metadata(svg);
        format!(
            "<figure id=\"{id}\" data-sextant-chart lang=\"{lang}\" tabindex=\"0\">\n{svg}\n\
             <script type=\"application/json\">{json}</script>\n{below}</figure>\n",
            id = self.id,
            lang = self.lang,
            json = self.json_for_html()
        )
    }
}

/// HTML knows no RDF; the page says itself what the metadata of a file by itself would.
fn without_metadata(svg: &str) -> String {
    match (svg.split_once("<metadata>"), svg.split_once("</metadata>")) {
        (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
        _ => svg.to_owned(),
    }
}
