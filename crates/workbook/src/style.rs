//! Colours and cell formats: those of the pages and charts, readable in grey.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::grid::Shape;
use crate::model::ColumnKind;
use crate::text::looks_like_formula;

const QUIET: Color = Color::RGB(0x59_61_6a);
const LINE: Color = Color::RGB(0xdf_e3_e7);
const ACCENT: Color = Color::RGB(0x1f_4e_8c);
const ACCENT_PALE: Color = Color::RGB(0xea_f1_f8);
const DEMO_INK: Color = Color::RGB(0x8a_3b_00);
const DEMO_PAPER: Color = Color::RGB(0xff_f3_e4);

/// The filter button stands at the right of a head, so heads of numbers keep clear of it, and
/// their numbers stay below them.
const INDENT: u8 = 2;

/// The lines around a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    Title,
    Subtitle,
    Demo,
    Caption,
    NotesHead,
    Note,
    Source,
}

impl Line {
    /// Font size in points.
    pub(crate) fn size(self) -> f64 {
        match self {
            Self::Title => 16.0,
            Self::Subtitle | Self::Demo | Self::Caption => 11.0,
            Self::NotesHead | Self::Note | Self::Source => 10.0,
        }
    }

    pub(crate) fn format(self, text: &str) -> Format {
        let base = text_format(text).set_align(FormatAlign::Top).set_font_size(self.size());
        match self {
            Self::Title | Self::Caption | Self::NotesHead => base.set_bold(),
            Self::Subtitle | Self::Source => base.set_font_color(QUIET),
            Self::Demo => base
                .set_bold()
                .set_font_color(DEMO_INK)
                .set_background_color(DEMO_PAPER)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(DEMO_INK),
            Self::Note => base,
        }
    }
}

/// The head of a column, at the side of its values.
pub(crate) fn head(shape: Shape) -> Format {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(ACCENT_PALE)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(ACCENT);
    if shape.is_number() {
        return format.set_align(FormatAlign::Right).set_indent(INDENT);
    }
    format.set_align(FormatAlign::Left)
}

/// A cell of a column; rows that stand out are bold as well as coloured.
pub(crate) fn cell(shape: Shape, highlight: bool) -> Format {
    let mut format = Format::new()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE);
    if highlight {
        format = format.set_bold().set_background_color(ACCENT_PALE);
    }
    match shape {
        Shape::Column(ColumnKind::Text) | Shape::Flags => {
            format.set_align(FormatAlign::Left).set_text_wrap()
        }
        Shape::Column(kind) => format
            .set_align(FormatAlign::Right)
            .set_indent(INDENT)
            .set_num_format(number_format(kind)),
    }
}

/// The format of a text cell: one that looks like a formula is marked as text, so that it stays
/// one even when somebody edits the cell.
pub(crate) fn as_text(format: Format, text: &str) -> Format {
    if looks_like_formula(text) { format.set_quote_prefix() } else { format }
}

fn text_format(text: &str) -> Format {
    as_text(Format::new(), text)
}

/// A link to another sheet.
pub(crate) fn link() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_font_color(ACCENT)
        .set_underline(rust_xlsxwriter::FormatUnderline::Single)
}

/// How the numbers of a column are shown. Percent values are percent points, so the sign is text.
pub(crate) fn number_format(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Text => "General".into(),
        ColumnKind::Number { decimals } => format!("#,##0{}", fraction(decimals)),
        ColumnKind::Percent { decimals } => format!("#,##0{}\"%\"", fraction(decimals)),
        ColumnKind::Whole => "#,##0".into(),
        ColumnKind::Year => "0".into(),
    }
}

fn fraction(decimals: u8) -> String {
    if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_points_are_not_multiplied() {
        assert_eq!(number_format(ColumnKind::Percent { decimals: 1 }), "#,##0.0\"%\"");
        assert_eq!(number_format(ColumnKind::Percent { decimals: 0 }), "#,##0\"%\"");
        assert_eq!(number_format(ColumnKind::Number { decimals: 2 }), "#,##0.00");
        assert_eq!(number_format(ColumnKind::Year), "0");
    }
}
