//! What the dashboard shows: `reports/dashboard.toml`.

use serde::Deserialize;
use sextant_highlights::{Kind, Limits, Rule, Rules};
use sextant_monitor::statements::Statement;
use toml::Spanned;

use crate::ReportError;
use crate::error::position;

const FILE: &str = "reports/dashboard.toml";
const TEXT: &str = include_str!("../../../../reports/dashboard.toml");

/// One column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    /// `dashboard-*` of the messages.
    pub(crate) id: String,
    pub(crate) indicator: Spanned<String>,
    /// Decimals of the change, in the unit of the indicator.
    pub(crate) decimals: usize,
    /// Whether changes are shown: by the limits of the sentences about its trends.
    pub(crate) changes: bool,
}

impl Column {
    /// When a change is called one; none where no change is shown.
    pub(crate) fn limits<'a>(&self, sentences: &'a Rules) -> Option<&'a Limits> {
        let is_trend =
            |rule: &&Rule| rule.kind == Kind::Trend && rule.indicator == *self.indicator.get_ref();
        let rule = sentences.all().iter().find(is_trend).filter(|_| self.changes)?;
        Some(&rule.limits)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    column: Vec<Column>,
}

/// The columns inside the program.
pub(crate) fn builtin() -> Result<Vec<Column>, ReportError> {
    read(TEXT)
}

fn read(text: &str) -> Result<Vec<Column>, ReportError> {
    let File { column } = toml::from_str(text).map_err(|error| {
        let what = format!("{}.", error.message().trim_end_matches('.').replace('\n', ", "));
        wrong(text, error.span().map_or(0, |span| span.start), what)
    })?;
    let unknown = column.iter().find(|c| Statement::indicator(c.indicator.get_ref()).is_err());
    match unknown {
        None => Ok(column),
        Some(Column { indicator, .. }) => {
            let what = format!("The indicator `{}` does not exist.", indicator.get_ref());
            Err(wrong(text, indicator.span().start, what))
        }
    }
}

fn wrong(text: &str, offset: usize, what: String) -> ReportError {
    let (line, column) = position(text, offset);
    let way_out = "Correct it there; indicators/ has the indicators.".into();
    ReportError::File { file: FILE.into(), line, column, what, way_out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_with_changes_has_the_limits_of_its_sentences() {
        let rules = Rules::builtin().unwrap();
        for column in builtin().unwrap() {
            assert_eq!(column.limits(&rules).is_some(), column.changes, "{}", column.id);
            let id = column.indicator.get_ref();
            let trends = rules.all().iter().filter(|r| r.kind == Kind::Trend && r.indicator == *id);
            let told = |limits: &Limits| {
                let Limits { years, change, relative_change, standard_errors, .. } = *limits;
                (years, change, relative_change, standard_errors)
            };
            for rule in trends {
                let own = column.limits(&rules).map(told);
                assert_eq!(own, Some(told(&rule.limits)), "one arrow, one rule: {}", rule.id);
            }
        }
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        assert_eq!(builtin().unwrap().len(), 4);
        let error = |from: &str, to: &str| read(&TEXT.replace(from, to)).unwrap_err().to_string();
        let message = error("patent-world-share", "patent-share");
        assert!(
            message.starts_with(
                "reports/dashboard.toml, line 8, column 13: The indicator `patent-share`"
            ),
            "{message}"
        );
        let message = error("decimals = 2", "digits = 2");
        assert!(message.contains("line 9, column 1: unknown field `digits`"), "{message}");
    }
}
