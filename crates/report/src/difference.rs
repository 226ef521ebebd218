//! What changed from one edition to another, as a page.

use askama::Template;
use sextant_definitions::{Definitions, Lang, Subject};
use sextant_monitor::diff::{
    Change, DefinitionChange, Difference, IndicatorChange, Kind, LineChange, LineKind,
};
use sextant_monitor::edition::{EditionRecord, Input};

use crate::ReportError;
use crate::page::Page;
use crate::place::Place;
use crate::words::Words;

#[derive(Template)]
#[template(path = "difference.html")]
struct DifferencePage<'a> {
    page: Page<'a>,
    words: &'a Words,
    difference: &'a Difference,
    lead: String,
    summary: Vec<(String, String)>,
    numbers: Vec<Moved>,
    files: Vec<File>,
    method_told: String,
}

/// How the numbers of an indicator moved.
struct Moved {
    name: String,
    cells: [String; 7],
    largest: Vec<Step>,
}

/// One number that moved.
struct Step {
    geo: String,
    subject: String,
    cells: [String; 5],
}

/// A raw file, and what took its place.
struct File {
    source: String,
    before: String,
    after: String,
}

/// What changed from one edition to another as one self-contained HTML file: data,
/// definitions line by line, method, and where the numbers moved and by how much.
///
/// `after` is the record of the second edition, whose definitions give the names.
///
/// # Errors
/// When a message is wrong, which the tests of this crate exclude.
pub fn difference_page(
    difference: &Difference,
    after: &EditionRecord,
    definitions: &Definitions,
    lang: Lang,
) -> Result<String, ReportError> {
    let words = Words::builtin(lang)?;
    let names = Names { definitions, subjects: definitions.subjects(), words: &words };
    let title = words.say("difference-title")?;
    let between = [
        ("before", difference.before.as_str().into()),
        ("after", difference.after.as_str().into()),
    ];
    let numbers: Result<Vec<Moved>, ReportError> = difference
        .numbers
        .iter()
        .filter(|moved| moved.changed + moved.added + moved.removed > 0)
        .map(|moved| names.moved(moved))
        .collect();
    let page = DifferencePage {
        page: Page::new(after, &words, &Place::Alone, title, |_| None)?,
        words: &words,
        lead: words.tell("difference-lead", between)?,
        summary: summary(&words, difference)?,
        numbers: numbers?,
        files: files(&words, difference)?,
        method_told: method_told(&words, difference)?,
        difference,
    };
    Ok(page.render()?)
}

impl DifferencePage<'_> {
    fn more(&self, lines: &usize) -> Result<String, ReportError> {
        self.words.tell("difference-more-lines", [("count", (*lines).into())])
    }

    /// "1 → 2", where the version is another.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn versions(&self, file: &DefinitionChange) -> Option<String> {
        let (before, after) = (file.version_before.as_ref()?, file.version_after.as_ref()?);
        (before != after).then(|| format!("{before} → {after}"))
    }

    /// The sign before a line, and its style.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn sign(&self, line: &LineChange) -> (&'static str, &'static str) {
        match line.kind {
            LineKind::Added => ("+", "added"),
            LineKind::Removed => ("−", "removed"),
        }
    }

    fn kind(&self, kind: &Kind) -> Result<String, ReportError> {
        self.words.say(match kind {
            Kind::Added => "difference-added",
            Kind::Removed => "difference-gone",
            Kind::Changed => "difference-changed",
        })
    }
}

fn method_told(words: &Words, difference: &Difference) -> Result<String, ReportError> {
    words.say(match difference.method_changed {
        true => "difference-other-method",
        false => "difference-same-method",
    })
}

fn summary(words: &Words, d: &Difference) -> Result<Vec<(String, String)>, ReportError> {
    let paired = d.inputs.len();
    let count = |key: &str, counts: [usize; 4]| {
        let names = ["same", "changed", "added", "gone"];
        let told = names.into_iter().zip(counts.map(|count| words.numbers.whole(count).into()));
        words.tell(key, told)
    };
    let data = [0, paired, d.inputs_added.len() - paired, d.inputs_removed.len() - paired];
    let of_kind = |kind: Kind| d.definitions.iter().filter(|file| file.kind == kind).count();
    let definitions = [0, of_kind(Kind::Changed), of_kind(Kind::Added), of_kind(Kind::Removed)];
    let numbers = [d.unchanged, d.changed.len(), d.added.len(), d.removed.len()];
    Ok(vec![
        (words.say("difference-data")?, count("difference-files", data)?),
        (words.say("difference-definitions")?, count("difference-files", definitions)?),
        (words.say("difference-method")?, method_told(words, d)?),
        (words.say("difference-numbers")?, count("difference-cells", numbers)?),
    ])
}

/// Replaced files first, then those that only one edition has.
fn files(words: &Words, d: &Difference) -> Result<Vec<File>, ReportError> {
    let file = |name: &str, edition: Option<&str>, rows: u64| {
        let rows = words.numbers.whole(usize::try_from(rows).unwrap_or(usize::MAX));
        let told = words.tell("difference-rows", [("rows", rows.into())])?;
        let parts = [Some(name), edition, Some(&*told)];
        Ok::<String, ReportError>(words.list(parts.into_iter().flatten().map(str::to_owned)))
    };
    let mut files = Vec::new();
    for pair in &d.inputs {
        files.push(File {
            source: pair.source.clone(),
            before: file(&pair.file_before, pair.edition_before.as_deref(), pair.rows_before)?,
            after: file(&pair.file_after, pair.edition_after.as_deref(), pair.rows_after)?,
        });
    }
    let one = |input: &Input| file(&input.file, input.edition.as_deref(), input.rows_kept);
    let nothing = || "–".to_owned();
    for input in &d.inputs_removed {
        let is = |pair: &sextant_monitor::diff::InputChange| pair.file_before == input.file;
        if !d.inputs.iter().any(|pair| pair.source == input.source && is(pair)) {
            let (source, before) = (input.source.clone(), one(input)?);
            files.push(File { source, before, after: nothing() });
        }
    }
    for input in &d.inputs_added {
        let is = |pair: &sextant_monitor::diff::InputChange| pair.file_after == input.file;
        if !d.inputs.iter().any(|pair| pair.source == input.source && is(pair)) {
            let (source, after) = (input.source.clone(), one(input)?);
            files.push(File { source, before: nothing(), after });
        }
    }
    Ok(files)
}

/// Names of what numbers are about.
struct Names<'a> {
    definitions: &'a Definitions,
    subjects: Vec<Subject>,
    words: &'a Words,
}

impl Names<'_> {
    fn moved(&self, moved: &IndicatorChange) -> Result<Moved, ReportError> {
        let words = self.words;
        let key = format!("indicator-{}", moved.indicator);
        let name = if words.has(&key) { words.say(&key)? } else { moved.indicator.clone() };
        let whole = |count: usize| words.numbers.whole(count);
        let percent = |value: Option<f64>| match value {
            None => Ok("–".to_owned()),
            Some(value) => {
                let number = words.numbers.at_least(value, 2);
                words.tell("percent", [("number", number.into())])
            }
        };
        let largest: Result<Vec<Step>, ReportError> =
            moved.largest.iter().map(|change| self.step(change)).collect();
        Ok(Moved {
            name,
            cells: [
                whole(moved.same),
                whole(moved.changed),
                whole(moved.added),
                whole(moved.removed),
                whole(moved.rank_changes),
                percent(moved.median_change_pct)?,
                percent(moved.max_change_pct)?,
            ],
            largest: largest?,
        })
    }

    fn step(&self, change: &Change) -> Result<Step, ReportError> {
        let (words, o) = (self.words, &change.after);
        let value = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| words.numbers.decimal(value, 3))
        };
        let percent = match change.difference_pct {
            None => "–".to_owned(),
            Some(value) => {
                let number = words.numbers.signed(value, 2);
                words.tell("percent", [("number", number.into())])?
            }
        };
        let rank = |rank: Option<i32>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        let ranks = match change.before.rank == o.rank {
            true => rank(o.rank),
            false => format!("{} → {}", rank(change.before.rank), rank(o.rank)),
        };
        let place = self.definitions.geographies.by_code(&o.geo);
        let subject = self.subjects.iter().find(|subject| subject.id == o.subject);
        let lang = words.lang;
        Ok(Step {
            geo: place.map_or_else(|| o.geo.clone(), |geo| geo.names.get(lang).to_owned()),
            subject: subject.map_or_else(|| o.subject.clone(), |s| s.names.get(lang).to_owned()),
            cells: [
                o.period.replace('-', "–"),
                value(change.before.value),
                value(o.value),
                percent,
                ranks,
            ],
        })
    }
}
