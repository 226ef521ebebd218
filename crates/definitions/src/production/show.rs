//! The chains of a technology's headings in words.

use super::chain::{ChainSpan, HeadingBreak, HeadingBreakKind};
use super::{HeadingChain, WHOLE};
use crate::Definitions;

/// One heading of a technology, for reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingRow {
    /// The technology that names it: the one asked for, or a part of it.
    pub technology: String,
    /// Weight in ten-thousandths; 10000 is the whole.
    pub weight_e4: u32,
    /// The list that it is of.
    pub list_year: u16,
    /// What it was and became.
    pub chain: HeadingChain,
}

impl HeadingRow {
    /// Years and codes: `2010-2015 26515350, 2016- 26702450`.
    #[must_use]
    pub fn spans(&self, last_year: u16) -> String {
        let spans: Vec<String> =
            self.chain.spans.iter().map(|span| span_text(span, last_year)).collect();
        spans.join(", ")
    }

    /// The breaks in words, empty where there is none.
    #[must_use]
    pub fn breaks(&self) -> String {
        let breaks: Vec<String> = self.chain.breaks.iter().map(HeadingBreak::words).collect();
        breaks.join("; ")
    }
}

impl HeadingBreak {
    /// What happens, in words: `2017: 29102410 starts`.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { year, heading, kind, .. } = self;
        let others = match self.others.as_slice() {
            [] => "others".to_owned(),
            others => others.join(", "),
        };
        match kind {
            HeadingBreakKind::Starts => format!("{year}: {heading} starts"),
            HeadingBreakKind::Ends => format!("{year}: {heading} ends"),
            HeadingBreakKind::Splits => {
                format!("{year}: {heading} splits, a part goes to {others}; left out before")
            }
            HeadingBreakKind::Merges => {
                format!("{year}: {heading} also holds {others}; left out since")
            }
        }
    }
}

fn span_text(span: &ChainSpan, last_year: u16) -> String {
    let ChainSpan { first, last, codes } = span;
    let years = if *last >= last_year { format!("{first}-") } else { format!("{first}-{last}") };
    format!("{years} {}", codes.join(" + "))
}

impl Definitions {
    /// Every heading of a technology and its parts, in the order of the definitions, with
    /// what it was and became. Empty for other subjects.
    #[must_use]
    pub fn heading_rows(&self, subject: &str) -> Vec<HeadingRow> {
        let mut rows = Vec::new();
        for technology in self.technologies.iter().filter(|t| self.is_within(&t.id, subject)) {
            let Some(production) = &technology.production else { continue };
            rows.extend(production.heading_weights().map(|named| HeadingRow {
                technology: technology.id.clone(),
                weight_e4: named.weight_e4,
                list_year: production.prodcom_year,
                chain: self.heading_chain(&named.heading, production.prodcom_year),
            }));
        }
        rows
    }

    /// The same as lines to print: heading, weight where it is a part, years with their
    /// codes, breaks. Empty where a subject has no headings.
    ///
    /// ```
    /// let definitions = sextant_definitions::Definitions::builtin()?;
    /// let text = definitions.headings_text("solar-power");
    /// assert!(text.contains("27904153 (0.3)  2008-2015 27115053, 2016- 27904153\n"), "{text}");
    /// # Ok::<(), sextant_definitions::Error>(())
    /// ```
    #[must_use]
    pub fn headings_text(&self, subject: &str) -> String {
        let rows = self.heading_rows(subject);
        let last_year = self.prodcom.span().map_or(u16::MAX, |(_, last)| last);
        let first: Vec<String> = rows.iter().map(label).collect();
        let width = first.iter().map(String::len).max().unwrap_or(0);
        let lines = rows.iter().zip(&first).map(|(row, label)| {
            let breaks = match row.breaks() {
                words if words.is_empty() => words,
                words => format!("  ({words})"),
            };
            format!("{label:width$}  {}{breaks}\n", row.spans(last_year))
        });
        lines.collect()
    }
}

/// The heading, and its weight where it is a part.
fn label(row: &HeadingRow) -> String {
    let heading = &row.chain.heading;
    if row.weight_e4 == WHOLE {
        heading.clone()
    } else {
        format!("{heading} ({})", f64::from(row.weight_e4) / f64::from(WHOLE))
    }
}
