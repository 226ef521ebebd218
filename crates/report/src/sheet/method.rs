//! How the numbers were made: formulas, definitions, checks.

use sextant_definitions::SubjectKind;
use sextant_monitor::statements::{self, Statement};

use crate::ReportError;
use crate::context::SheetContext;
use crate::words::Words;

/// What the sheet says about method.
pub(crate) struct Method {
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) definitions: Vec<DefinitionVersion>,
    /// SHA-256 over all definitions that the edition was built with, shortened.
    pub(crate) definitions_short: String,
    /// SHA-256 over all SQL that the edition was built with, shortened.
    pub(crate) method_short: String,
    /// Said where this program's formulas or definitions are not the edition's.
    pub(crate) differs: Option<String>,
    pub(crate) checks: String,
    pub(crate) warnings: Vec<String>,
}

/// One indicator.
#[derive(Clone)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) about: String,
    /// The formula and the note of the SQL file, in words.
    pub(crate) formula: String,
    /// The statement that computes it.
    pub(crate) sql: String,
}

/// Version of a definition.
#[derive(Clone)]
pub(crate) struct DefinitionVersion {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) version: String,
}

/// The order in which readers meet them; others follow by name.
const ORDER: [&str; 25] = [
    "patent-country-share",
    "patent-world-share",
    "patent-rta",
    "patent-rpa",
    "patent-families",
    "trade-relative-balance",
    "trade-world-share",
    "trade-export-share-eu27",
    "trade-rca",
    "trade-exports",
    "trade-imports",
    "production-eu-share",
    "production-country-share",
    "production-value",
    "invented-versus-made",
    "investment-raised-eur",
    "investment-raised",
    "investment-raised-without-largest-eur",
    "investment-raised-without-largest",
    "investment-rounds",
    "investment-undisclosed",
    "sector-jobs",
    "sector-exports",
    "sector-research",
    "sector-investment",
];

/// Digits of a checksum that are shown; enough to tell two files apart.
pub(crate) const SHORT: usize = 12;

pub(crate) fn short(checksum: &str) -> String {
    checksum.chars().take(SHORT).collect()
}

impl Method {
    pub(crate) fn new(context: &SheetContext, words: &Words) -> Result<Self, ReportError> {
        let record = &context.record;
        let same = record.definitions == context.definitions.fingerprint()
            && record.method == statements::fingerprint()?;
        let failing = record.checks.iter().filter(|check| check.failing > 0);
        let warnings: Result<Vec<String>, ReportError> = failing
            .map(|check| {
                let rows = words.numbers.whole(check.failing);
                let arguments = [("check", check.check.as_str().into()), ("rows", rows.into())];
                words.tell("checks-warning", arguments)
            })
            .collect();
        Ok(Self {
            indicators: indicators(context, words)?,
            definitions: definitions(context, words),
            definitions_short: short(&record.definitions),
            method_short: short(&record.method),
            differs: if same { None } else { Some(words.say("method-differs")?) },
            checks: words.tell("checks-run", [("count", record.checks.len().into())])?,
            warnings: warnings?,
        })
    }
}

/// Those that the edition has numbers of.
fn indicators(context: &SheetContext, words: &Words) -> Result<Vec<Indicator>, ReportError> {
    let known = context.cube.indicators();
    let mut statements = Statement::indicators()?;
    statements.retain(|statement| known.contains(statement.header("id")));
    let place = |statement: &Statement| ORDER.iter().position(|id| *id == statement.header("id"));
    statements.sort_by_key(|statement| place(statement).unwrap_or(ORDER.len()));
    statements.iter().map(|statement| indicator(words, statement)).collect()
}

fn indicator(words: &Words, statement: &Statement) -> Result<Indicator, ReportError> {
    let id = statement.header("id");
    let own = |prefix: &str| {
        let key = format!("{prefix}-{id}");
        if words.has(&key) { words.say(&key) } else { Ok(String::new()) }
    };
    let name = own("indicator")?;
    Ok(Indicator {
        id: id.to_owned(),
        name: if name.is_empty() { id.to_owned() } else { name },
        about: own("about")?,
        formula: words.say(&format!("formula-{id}"))?,
        sql: statement.sql.trim().to_owned(),
    })
}

fn definitions(context: &SheetContext, words: &Words) -> Vec<DefinitionVersion> {
    let hidden = [SubjectKind::Total, SubjectKind::Field];
    let subjects = context.subjects.iter().filter(|subject| !hidden.contains(&subject.kind));
    let version = |subject: &sextant_definitions::Subject| DefinitionVersion {
        name: subject.names.get(words.lang).to_owned(),
        id: subject.id.clone(),
        version: subject.version.clone(),
    };
    subjects.map(version).collect()
}

#[cfg(test)]
mod tests {
    use sextant_definitions::Lang;

    use super::*;

    /// Who changes a formula in SQL is led to its words in four languages.
    #[test]
    fn messages_say_what_the_statements_say() {
        let words = Words::builtin(Lang::En).unwrap();
        let statements = Statement::indicators().unwrap();
        assert!(statements.len() > 25);
        for statement in statements {
            let said = words.say(&format!("formula-{}", statement.header("id"))).unwrap();
            let there = format!("{} {}", statement.header("formula"), statement.header("note"));
            assert_eq!(said, there.trim(), "{}", statement.path);
        }
    }
}
