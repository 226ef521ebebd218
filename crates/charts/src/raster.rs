//! SVG to PNG, with the fonts inside the program and no others.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, fontdb};

use crate::error::ChartError;
use crate::fonts::{Font, fonts};

const CHINESE: &str = "Noto Sans SC";
/// 100 megapixels: more is a mistake, and would take 400 MB.
const MOST_PIXELS: f32 = 100_000_000.0;

/// Parsing options that know our fonts.
pub(crate) fn options() -> Result<usvg::Options<'static>, ChartError> {
    let mut database = fontdb::Database::new();
    for font in fonts() {
        load(&mut database, font)?;
    }
    database.set_sans_serif_family("Inter");
    let resolver = FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: fallback(),
    };
    Ok(usvg::Options {
        fontdb: Arc::new(database),
        font_resolver: resolver,
        ..usvg::Options::default()
    })
}

fn load(database: &mut fontdb::Database, font: &'static Font) -> Result<(), ChartError> {
    let loaded = database.load_font_source(fontdb::Source::Binary(Arc::new(font.bytes)));
    if loaded.is_empty() { Err(ChartError::Font { font: font.family }) } else { Ok(()) }
}

/// Characters that Inter lacks come from Noto Sans SC in the same weight; the default would take
/// whichever weight was loaded first.
fn fallback() -> usvg::FallbackSelectionFn<'static> {
    let default = FontResolver::default_fallback_selector();
    Box::new(move |character, tried, database| {
        let weight = tried.first().and_then(|id| database.face(*id)).map(|face| face.weight);
        let families = [fontdb::Family::Name(CHINESE)];
        let query = fontdb::Query {
            families: &families,
            weight: weight.unwrap_or_default(),
            ..fontdb::Query::default()
        };
        let found = database.query(&query).filter(|id| !tried.contains(id));
        found.or_else(|| default(character, tried, database))
    })
}

/// Draws at `scale` pixels per SVG unit. `texts` are keywords and what they say: the file
/// keeps them beside the picture.
pub(crate) fn png(
    svg: &str,
    options: &usvg::Options<'_>,
    scale: f32,
    texts: &[(&str, &str)],
) -> Result<Vec<u8>, String> {
    let tree = usvg::Tree::from_str(svg, options).map_err(|error| error.to_string())?;
    let size = tree.size();
    let pixels = size.width() * scale * size.height() * scale;
    if !(scale > 0.0 && pixels <= MOST_PIXELS) {
        return Err("the scale must be above 0 and the picture at most 100 megapixels".to_owned());
    }
    let area = size.to_int_size().scale_by(scale).ok_or("the picture would be empty")?;
    let mut pixmap =
        Pixmap::new(area.width(), area.height()).ok_or("the picture would be empty")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    encode(pixmap, texts).map_err(|error| error.to_string())
}

fn encode(pixmap: Pixmap, texts: &[(&str, &str)]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    for (keyword, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixmap.take_demultiplied())?;
    writer.finish()?;
    Ok(bytes)
}
