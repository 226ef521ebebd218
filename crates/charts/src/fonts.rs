//! The fonts of charts and reports, taken from npm at build time.
//!
//! Inter and Noto Sans SC are under the SIL Open Font License 1.1. Noto Sans SC is cut to ASCII
//! and the 6,763 ideographs of GB 2312, which leaves 2.4 MB of 10.5 MB a weight.

/// A TrueType font for pictures and PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Font {
    /// Family name, as style sheets and Typst write it.
    pub family: &'static str,
    /// CSS weight: 400, 600 or 700.
    pub weight: u16,
    /// File name without folder.
    pub file_name: &'static str,
    /// The whole file.
    pub bytes: &'static [u8],
    /// The text of its licence.
    pub licence: &'static str,
}

/// A WOFF2 font for pages: Inter with Latin letters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebFont {
    /// Family name.
    pub family: &'static str,
    /// CSS weight: 400 or 600.
    pub weight: u16,
    /// File name without folder.
    pub file_name: &'static str,
    /// The whole file.
    pub bytes: &'static [u8],
}

macro_rules! built {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

const INTER_LICENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/Inter-OFL.txt"));
const NOTO_LICENCE: &str = include_str!(concat!(env!("OUT_DIR"), "/NotoSansSC-OFL.txt"));

const fn inter(weight: u16, file_name: &'static str, bytes: &'static [u8]) -> Font {
    Font { family: "Inter", weight, file_name, bytes, licence: INTER_LICENCE }
}

const fn noto(weight: u16, file_name: &'static str, bytes: &'static [u8]) -> Font {
    Font { family: "Noto Sans SC", weight, file_name, bytes, licence: NOTO_LICENCE }
}

const FONTS: [Font; 5] = [
    inter(400, "Inter-Regular.ttf", built!("Inter-Regular.ttf")),
    inter(600, "Inter-SemiBold.ttf", built!("Inter-SemiBold.ttf")),
    inter(700, "Inter-Bold.ttf", built!("Inter-Bold.ttf")),
    noto(400, "NotoSansSC-Regular.ttf", built!("NotoSansSC-Regular.ttf")),
    noto(600, "NotoSansSC-SemiBold.ttf", built!("NotoSansSC-SemiBold.ttf")),
];

const WEB_FONTS: [WebFont; 2] = [
    WebFont {
        family: "Inter",
        weight: 400,
        file_name: "Inter-Regular.woff2",
        bytes: built!("Inter-Regular.woff2"),
    },
    WebFont {
        family: "Inter",
        weight: 600,
        file_name: "Inter-SemiBold.woff2",
        bytes: built!("Inter-SemiBold.woff2"),
    },
];

/// Every font, Inter first: the order in which they are tried.
#[must_use]
pub fn fonts() -> &'static [Font] {
    &FONTS
}

/// The fonts a page loads or embeds, about 33 kB each.
#[must_use]
pub fn web_fonts() -> &'static [WebFont] {
    &WEB_FONTS
}
