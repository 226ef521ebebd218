//! The templates of a sheet, as they stand in `reports/` when the program is built.

/// A template: its path below `reports/`, and its text.
pub(crate) type Template = (&'static str, &'static str);

/// The template that lays out the sheet.
pub(crate) const MAIN: &str = "country.typ";

macro_rules! template {
    ($path:literal) => {
        ($path, include_str!(concat!("../../../reports/", $path)))
    };
}

/// Every template, the main one first.
pub(crate) const TEMPLATES: [Template; 9] = [
    template!("country.typ"),
    template!("parts/style.typ"),
    template!("parts/signs.typ"),
    template!("parts/page.typ"),
    template!("parts/front.typ"),
    template!("parts/table.typ"),
    template!("parts/figure.typ"),
    template!("parts/facts.typ"),
    template!("parts/back.typ"),
];
