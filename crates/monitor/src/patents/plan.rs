//! What families are counted by.

use std::collections::BTreeMap;

use sextant_definitions::{ALL_PATENTS, Definitions, Route, Subject, SubjectKind};
use sextant_engine::Engine;
use sextant_query::{Classes, Query, Scheme, Symbol, SymbolSet};

use crate::MonitorError;
use crate::observation::Columns;
use crate::statements::Statement;

/// The subjects that families are counted by, and the queries that tell which.
pub(super) struct Plan {
    pub(super) subjects: Vec<Subject>,
    pub(super) queries: Vec<Query>,
    /// For every query the subjects, as places in `subjects`, of a family that it
    /// matches: its own and those above.
    pub(super) subjects_of: Vec<Vec<usize>>,
    /// The place of `all-patents` in `subjects`, if it is wanted.
    pub(super) all: Option<usize>,
}

impl Plan {
    /// Technologies with rules, ecosystems, the fields whose symbols have been
    /// ingested, and all patents together.
    pub(super) async fn new(
        engine: &Engine,
        definitions: &Definitions,
    ) -> Result<Self, MonitorError> {
        let direct = definitions.patent_rules.ecosystem_route == Route::DirectIpc;
        let mut queries: BTreeMap<String, Query> = definitions
            .patent_queries()
            .into_iter()
            .map(|known| (known.subject, known.query))
            .collect();
        queries.extend(fields(engine).await?);
        let mut subjects = definitions.subjects();
        subjects.retain(|subject| subject.kind != SubjectKind::ProductGroup);
        let counted = |subject: &Subject| match subject.kind {
            SubjectKind::Ecosystem if !direct => true,
            SubjectKind::Total => subject.id == ALL_PATENTS,
            _ => queries.keys().any(|id| definitions.is_within(id, &subject.id)),
        };
        subjects.retain(counted);
        if !direct {
            queries.retain(|id, _| !definitions.ecosystems.iter().any(|e| e.id == *id));
        }
        let above = |id: &String| {
            let all = subjects.iter().enumerate();
            let above = all.filter(|(_, subject)| definitions.is_within(id, &subject.id));
            above.map(|(place, _)| place).collect()
        };
        Ok(Self {
            subjects_of: queries.keys().map(above).collect(),
            queries: queries.into_values().collect(),
            all: subjects.iter().position(|s| s.id == ALL_PATENTS),
            subjects,
        })
    }

    /// What leads to one subject, and nothing else.
    pub(super) fn only(mut self, subject: &str) -> Self {
        let place = self.subjects.iter().position(|known| known.id == subject);
        let leads = |subjects: &Vec<usize>| place.is_some_and(|place| subjects.contains(&place));
        let queries = self.queries.into_iter().zip(&self.subjects_of);
        self.queries = queries.filter(|(_, of)| leads(of)).map(|(query, _)| query).collect();
        self.subjects.retain(|known| known.id == subject);
        self.subjects_of = vec![vec![0]; self.queries.len()];
        self.all = (subject == ALL_PATENTS).then_some(0);
        self
    }
}

/// The symbols of the fields of technology, where the list has been ingested.
async fn fields(engine: &Engine) -> Result<Vec<(String, Query)>, MonitorError> {
    let statement = Statement::embedded("patents/scans/field_symbols.sql")?;
    let mut symbols: BTreeMap<String, Vec<Classes>> = BTreeMap::new();
    for batch in engine.query(&statement.path, &statement.sql).await? {
        let columns = Columns::of(statement.path.as_ref(), &batch)?;
        for row in 0..batch.num_rows() {
            let symbol: Option<Symbol> = columns.text("symbol", row).parse().ok();
            let named = symbol.map(|symbol| Classes::Set(SymbolSet::Named(symbol)));
            symbols.entry(columns.text("field", row)).or_default().extend(named);
        }
    }
    let query = |symbols| Query::Class(Scheme::Ipc, Classes::Or(symbols));
    Ok(symbols.into_iter().map(|(field, symbols)| (field, query(symbols))).collect())
}
