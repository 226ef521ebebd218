//! What is behind the numbers of a figure: formulas, inputs, and who or what contributes
//! most.

use std::collections::BTreeSet;

use sextant_monitor::Contributor;

use crate::context::SheetContext;
use crate::draw::Figure;
use crate::words::Words;
use crate::{ReportError, citations};

/// What is behind the numbers of a figure.
pub(crate) struct Behind {
    /// Ids of the indicators, and their names.
    pub(crate) indicators: Vec<(String, String)>,
    /// Ids of the sources, and their short names.
    pub(crate) sources: Vec<(String, String)>,
    /// The largest contributors, one table a topic.
    pub(crate) tables: Vec<Largest>,
    /// How to ask about any other number.
    pub(crate) command: String,
}

/// The largest contributors to the subjects of a figure.
pub(crate) struct Largest {
    /// "Largest applicants, 2020".
    pub(crate) caption: String,
    pub(crate) rows: Vec<LargestRow>,
    /// Said where names may not be shown.
    pub(crate) withheld: bool,
}

/// The largest contributors to one subject.
pub(crate) struct LargestRow {
    pub(crate) subject: String,
    /// "Umicore, 12.3%", from the largest.
    pub(crate) largest: Vec<String>,
    /// Of how many.
    pub(crate) of: String,
}

/// Topics of contributors, by the beginning of the indicators they are behind.
const TOPICS: [(&str, &[&str]); 4] = [
    ("patent-", &["patents"]),
    ("trade-", &["exports", "imports"]),
    ("production-", &["production"]),
    ("investment-", &["investment"]),
];

impl Behind {
    pub(crate) fn new(
        context: &SheetContext,
        words: &Words,
        figure: &Figure,
    ) -> Result<Self, ReportError> {
        let observations = || figure.shown.iter().filter_map(|shown| shown.observation.as_ref());
        let ids: BTreeSet<&str> = observations().map(|o| o.indicator.as_str()).collect();
        let indicators: Result<Vec<(String, String)>, ReportError> = ids
            .iter()
            .map(|id| Ok(((*id).to_owned(), words.say(&format!("indicator-{id}"))?)))
            .collect();
        let sources: Result<Vec<(String, String)>, ReportError> = citations::behind(observations())
            .into_iter()
            .map(|id| Ok((id.to_owned(), citations::short_name(words, id)?)))
            .collect();
        let mut tables = Vec::new();
        for topic in topics(&figure.indicator) {
            tables.extend(largest(context, words, figure, topic)?);
        }
        Ok(Self { indicators: indicators?, sources: sources?, tables, command: command(figure) })
    }
}

fn topics(indicator: &str) -> &'static [&'static str] {
    let found = TOPICS.iter().find(|(begin, _)| indicator.starts_with(begin));
    found.map_or(&[], |(_, topics)| topics)
}

/// How to ask about a number of the figure; the reader changes what differs.
fn command(figure: &Figure) -> String {
    let first = figure.shown.iter().find_map(|shown| shown.observation.as_ref());
    first.map_or_else(String::new, |o| {
        let sextant_monitor::Observation { indicator, geo, subject, period, .. } = o;
        format!(
            "sextant explain --indicator {indicator} --geo {geo} --subject {subject} --period {period}"
        )
    })
}

fn largest(
    context: &SheetContext,
    words: &Words,
    figure: &Figure,
    topic: &str,
) -> Result<Option<Largest>, ReportError> {
    let mut subjects: Vec<(&str, &str)> = Vec::new();
    for shown in figure.shown.iter().filter(|shown| shown.geo == figure.country) {
        if subjects.last().is_none_or(|(id, _)| *id != shown.subject) {
            subjects.push((&shown.subject, &shown.subject_name));
        }
    }
    let (mut rows, mut withheld, mut period) = (Vec::new(), false, "");
    for (id, name) in subjects {
        let found = context.contributors(topic, &figure.country, id);
        let Some(first) = found.first() else { continue };
        period = &first.period;
        withheld |= first.withheld;
        rows.push(row(words, name, found)?);
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let arguments = [("period", period.replace('-', "–").into())];
    Ok(Some(Largest {
        caption: words.tell(&format!("largest-{topic}"), arguments)?,
        rows,
        withheld,
    }))
}

fn row(words: &Words, subject: &str, found: &[Contributor]) -> Result<LargestRow, ReportError> {
    let largest: Result<Vec<String>, ReportError> =
        found.iter().map(|one| contributor(words, one)).collect();
    let count = found.first().map_or(0, |one| one.contributors);
    Ok(LargestRow {
        subject: subject.to_owned(),
        largest: largest?,
        of: words.numbers.whole(usize::try_from(count).unwrap_or_default()),
    })
}

/// "850650 Lithium cells, 12.3%": code, name where there is one, and share.
fn contributor(words: &Words, one: &Contributor) -> Result<String, ReportError> {
    let mut parts: Vec<String> = Vec::new();
    // A person's number says nothing to a reader.
    let code = if one.topic == "patents" { "" } else { one.code.as_str() };
    parts
        .extend([code, one.name.as_str()].into_iter().filter(|t| !t.is_empty()).map(str::to_owned));
    let share = words.numbers.at_least(one.share_pct, 1);
    let share = words.tell("percent", [("number", share.into())])?;
    Ok(words.list([parts.join(" "), share].into_iter().filter(|part| !part.is_empty())))
}
