//! Why a chart could not be drawn.

/// Why a chart could not be drawn. Each message names the chart, the value and the way out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChartError {
    /// The specification says something that cannot be drawn.
    #[error("Chart '{chart}' cannot be drawn: {problem}")]
    Invalid {
        /// Id of the chart.
        chart: String,
        /// What is wrong.
        problem: Problem,
    },
    /// The chart script failed: a fault of ours, not of the data.
    #[error(
        "Chart '{chart}' could not be drawn because the chart script failed: {message}. Please report this with the chart's specification."
    )]
    Script {
        /// Id of the chart.
        chart: String,
        /// What the script engine said.
        message: String,
    },
    /// The SVG could not be turned into a PNG.
    #[error("The PNG of chart '{chart}' could not be made at scale {scale}: {message}.")]
    Picture {
        /// Id of the chart.
        chart: String,
        /// The scale asked for.
        scale: f32,
        /// What was wrong.
        message: String,
    },
    /// The fonts inside the program could not be read.
    #[error("The font {font} inside this program cannot be read. Build the program again.")]
    Font {
        /// Family name.
        font: &'static str,
    },
}

/// What is wrong with a specification.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The id would not do as the beginning of ids in a page.
    #[error("its id must be letters a-z, digits and hyphens and start with a letter.")]
    Id,
    /// A language without number formats.
    #[error("its language is '{0}'; give one of en, nl, fr, zh.")]
    Language(String),
    /// A text that must be there.
    #[error("its {0} is empty; give it a text.")]
    Empty(&'static str),
    /// A character that XML cannot carry.
    #[error("the text '{0}' holds a control character; remove it.")]
    ControlCharacter(String),
    /// No bar, series or country.
    #[error("it has no {0}; give at least one, with an empty value where there is none.")]
    Nothing(&'static str),
    /// NaN or infinite.
    #[error(
        "the value of '{0}' is not a finite number; give a number, or none where it is missing."
    )]
    NotFinite(String),
    /// A negative value where bars begin at zero.
    #[error(
        "the value of '{0}' is {1}, and its bars begin at zero; give values of zero or more, or draw diverging bars."
    )]
    Negative(String, f64),
    /// The same id twice.
    #[error("'{0}' occurs twice; give every {1} an id of its own.")]
    Twice(String, &'static str),
    /// Something refers to what is not there.
    #[error("it highlights or breaks '{0}', which it does not show; give one of: {1}.")]
    Unknown(String, String),
    /// A code that the map has no shape for.
    #[error("the map has no shape for '{0}'; give ISO alpha-2 codes out of: {1}.")]
    Shape(String, String),
    /// Years out of order.
    #[error("the years of '{series}' must ascend, but {year} follows {before}.")]
    Years {
        /// Id of the series.
        series: String,
        /// The year that is too early.
        year: i32,
        /// The year before it.
        before: i32,
    },
    /// A span of years that is certainly a mistake.
    #[error("its years run from {0} to {1}, more than {2} years; check the years.")]
    TooManyYears(i32, i32, i32),
    /// More lines than can be told apart.
    #[error(
        "it has {0} lines in colours of their own, and readers can tell {1} apart; make some of them context, or draw several charts."
    )]
    TooManySeries(usize, usize),
    /// A break outside of the years shown.
    #[error(
        "it has a break in {0}, which must lie after its first year {1} and not after its last, {2}."
    )]
    BreakOutside(i32, i32, i32),
    /// A year of a trend panel whose numbers cannot be.
    #[error("the {side} panel of '{row}' has in {year} {what}.")]
    Panel {
        /// Id of the row.
        row: String,
        /// `left` or `right`.
        side: &'static str,
        /// The year.
        year: i32,
        /// What is wrong with it, and the way out.
        what: PanelProblem,
    },
    /// Data said to be incomplete from a year that is not shown.
    #[error(
        "its data are not complete from {0} on, which must be one of its years {1} to {2}; give such a year, or none."
    )]
    OpenOutside(i32, i32, i32),
    /// A shaded part without words, or words without a shaded part.
    #[error(
        "it has an open year or an open label without the other; give both, so that readers know why years are shaded, or neither."
    )]
    OpenAlone,
    /// Class limits that do not ascend or are too many.
    #[error(
        "its thresholds must be finite and ascend, at most 4 of them, or at most 2 on each side of a threshold 0."
    )]
    Thresholds,
    /// A width that cannot hold a chart.
    #[error("its width is {0} pixels; give 320 to 2000.")]
    Width(u16),
    /// Decimals beyond what a number holds.
    #[error("it asks for {0} decimals; give at most 9.")]
    Decimals(u8),
}

/// What is wrong with a year of a trend panel.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PanelProblem {
    /// NaN or infinite.
    #[error(
        "a number that is not finite as its {0}; give a number, or none where it is missing or not known"
    )]
    NotFinite(&'static str),
    /// A negative number where axes begin at zero.
    #[error("the {0} {1}, and its axis begins at zero; give numbers of zero or more")]
    Negative(&'static str, f64),
    /// An upper end alone.
    #[error(
        "an upper end {0} without a lower one; give both ends, the lower end alone where the upper one is not known, or none"
    )]
    UpperAlone(f64),
    /// Numbers out of order.
    #[error("the {0} {1} above the {2} {3}; give lower end <= value <= upper end")]
    Order(&'static str, f64, &'static str, f64),
    /// A year that does not follow the one before.
    #[error("a point after that of {0}; give each year once, ascending")]
    Years(i32),
    /// A break outside of the years shown.
    #[error("a break outside of the years shown, {0} to {1}; leave it out")]
    BreakOutside(i32, i32),
}
