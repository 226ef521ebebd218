//! Draws charts.

use resvg::usvg;

use crate::Result;
use crate::error::ChartError;
use crate::raster;
use crate::script::Engines;
use crate::spec::ChartSpec;
use crate::validate::validate;

/// Draws charts as SVG and PNG. One renderer serves any number of threads, and what it drew before
/// never shows in what it draws. Keep it: the first chart of a thread takes four times as long.
#[derive(Debug)]
pub struct Renderer {
    engines: Engines,
    raster: usvg::Options<'static>,
}

impl Renderer {
    /// Reads the fonts; about a millisecond.
    ///
    /// # Errors
    /// [`ChartError::Font`] where the program was built wrongly.
    pub fn new() -> Result<Self> {
        Ok(Self { engines: Engines::default(), raster: raster::options()? })
    }

    /// The chart as a complete SVG document that stands alone or inside a page. Its text is text,
    /// set in `Inter, 'Noto Sans SC', system-ui, sans-serif`.
    ///
    /// # Errors
    /// [`ChartError::Invalid`] where the specification cannot be drawn as it is.
    pub fn svg(&self, spec: &ChartSpec) -> Result<String> {
        validate(spec)?;
        let failed = |message| ChartError::Script { chart: spec.id.clone(), message };
        let json = serde_json::to_string(spec).map_err(|error| failed(error.to_string()))?;
        self.engines.draw(&json).map_err(failed)
    }

    /// The chart as a PNG of `scale` pixels per pixel of the specification's width: 1 for a
    /// screen, 2 for a sharp screen or a slide, 3 for print. Title, description, source, licence
    /// and demo label are in the file as text as well.
    ///
    /// # Errors
    /// As [`Renderer::svg`], and [`ChartError::Picture`] where the scale is not above 0 or the
    /// picture would exceed 100 megapixels.
    pub fn png(&self, spec: &ChartSpec, scale: f32) -> Result<Vec<u8>> {
        let svg = self.svg(spec)?;
        let texts = [
            ("Title", spec.title.as_str()),
            ("Description", spec.alt.as_str()),
            ("Source", spec.source_line.as_str()),
            ("Copyright", spec.licence.as_deref().unwrap_or_default()),
            ("Comment", spec.demo.as_deref().unwrap_or_default()),
        ];
        raster::png(&svg, &self.raster, scale, &texts).map_err(|message| ChartError::Picture {
            chart: spec.id.clone(),
            scale,
            message,
        })
    }
}
