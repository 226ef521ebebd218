//! One chart specification, drawn three ways: as SVG, as PNG, and live in the page.
//!
//! A [`ChartSpec`] says what a figure shows and every word around it. The same bundle of
//! TypeScript and ECharts (`web/`) turns it into a picture here, inside QuickJS, and into an
//! interactive chart in the browser. The same specification gives the same bytes on every
//! machine and from every thread.
//!
//! ```
//! use sextant_charts::{Bar, ChartBody, ChartSpec, Renderer};
//!
//! let bars = vec![Bar::new("agri-food", "Agri-food", Some(12.5)), Bar::new("health", "Health", None)];
//! let spec = ChartSpec::new("figure-2-be", "en", "Relative trade balance", ChartBody::diverging(bars))
//!     .subtitle("Belgium, 2020")
//!     .unit("Percent of trade volume")
//!     .source_line("Source: BACI.")
//!     .alt("Agri-food +12.5 percent; no data for health.");
//! let renderer = Renderer::new()?;
//! let svg = renderer.svg(&spec)?;
//! assert!(svg.contains("+12.5"));
//! # Ok::<(), sextant_charts::ChartError>(())
//! ```
//!
//! In a page, [`ChartSpec::figure_html`] puts the SVG and the specification together; with
//! [`browser_js`] and [`browser_css`] in the page the figure becomes interactive.

mod body;
mod bundle;
mod error;
mod fonts;
mod html;
mod paired;
mod panels;
mod raster;
mod renderer;
mod script;
mod spec;
mod validate;
mod validate_panels;

pub use body::{Bar, Break, ChartBody, MapValue, Order, Point, Reference, Series, SeriesRole};
pub use bundle::{browser_css, browser_js, map_geographies};
pub use error::ChartError;
pub use fonts::{Font, WebFont, fonts, web_fonts};
pub use paired::PairedBar;
pub use panels::{PanelLegend, PanelPoint, PanelRow};
pub use renderer::Renderer;
pub use spec::{ChartSpec, DEFAULT_WIDTH};

/// What this crate's functions return.
pub type Result<T> = std::result::Result<T, ChartError>;
