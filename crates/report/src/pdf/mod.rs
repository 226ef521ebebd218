//! A country's fact sheet as pages to print.

mod years;

use sextant_charts::ChartSpec;
use sextant_highlights::Way;
use sextant_pdf::{
    Change, Dashboard, DashboardColumn, DashboardGroup, DashboardRow, Definition, Demo, Direction,
    Document, FactColumn, FactGroup, FactRow, FactTable, FactValue, Figure, Indicator, Mark,
    Method, Missing, Panel, Section, Sentence, Source, Words,
};

use crate::ReportError;
use crate::dashboard;
use crate::figures::Kind;
use crate::sheet::{self, Drawn, Facts, PanelContent, Sheet};
use crate::status;

/// Pixels of a chart over half of the page, with letters of seven points.
const HALF_WIDTH: u16 = 420;
/// The same over the whole page.
const FULL_WIDTH: u16 = 860;

impl Sheet<'_> {
    /// The sheet as a tagged PDF. The same edition gives the same bytes.
    ///
    /// # Errors
    /// When a chart cannot be drawn, or the pages cannot be laid out.
    pub fn pdf(&self) -> Result<Vec<u8>, ReportError> {
        Ok(self.context.pages.pdf(&self.document()?)?)
    }

    fn document(&self) -> Result<Document, ReportError> {
        let Self { context, words, .. } = *self;
        let record = &context.record;
        let last = record.years.map_or(2000, |(_, last)| last);
        Ok(Document {
            lang: words.lang.to_string(),
            title: self.title.clone(),
            country: self.country.clone(),
            lead: words.say("sheet-lead")?,
            edition: words.edition_named(&record.name)?,
            edition_id: record.id.clone(),
            // The end of the data takes the place of a clock.
            date: (last, 12, 31),
            keywords: vec![self.country.clone(), words.say("strapline")?],
            demo: if record.demo { Some(self.demo()?) } else { None },
            reconstruction: words.say("reconstruction")?,
            words: self.fixed_words()?,
            highlights: self.highlights.iter().map(sentence).collect(),
            dashboard: self.ranks()?,
            sections: self.printed_sections()?,
            key_facts: self
                .facts
                .iter()
                .map(|table| self.fact_table(table))
                .collect::<Result<_, _>>()?,
            method: self.printed_method()?,
            sources: self.sources.iter().map(source).collect(),
        })
    }

    fn demo(&self) -> Result<Demo, ReportError> {
        Ok(Demo { label: self.words.say("demo-label")?, text: self.words.say("demo-text")? })
    }

    fn fixed_words(&self) -> Result<Words, ReportError> {
        let say = |key: &str| self.words.say(key);
        Ok(Words {
            kind: say("sheet-kind")?,
            highlights: say("highlights")?,
            page: say("page-of")?,
            key_facts: say("key-facts")?,
            key_facts_about: say("facts-about")?,
            rank_strip: say("column-strip")?,
            // The template sets the full stop.
            not_drawn: say("figure-missing")?.trim_end_matches(['.', '。']).to_owned(),
            method: say("method")?,
            indicators: say("method-indicators")?,
            definitions: say("definitions-table")?,
            version: say("column-version")?,
            checksums: say("method-checksums")?,
            warnings: say("method-warnings")?,
            sources: say("sources")?,
            source_edition: say("source-edition")?,
            licence: say("source-licence")?,
            citation: say("source-citation")?,
            extent: say("source-files")?,
            observations: say("observations-behind")?,
            observations_about: say("observations-about")?,
            edition_id: say("edition-id")?,
        })
    }

    fn ranks(&self) -> Result<Dashboard, ReportError> {
        let column = |head: &dashboard::Head| DashboardColumn {
            title: head.name.clone(),
            about: match &head.since {
                Some(since) => format!("{}; {since}", head.year),
                None => head.year.clone(),
            },
        };
        let mut notes = vec![self.words.say("dashboard-legend-print")?];
        if self.dashboard.money {
            notes.push(self.words.say("dashboard-money-print")?);
        }
        notes.extend(self.dashboard.heads.iter().map(|head| head.about.clone()));
        notes.extend(self.dashboard.notes.iter().cloned());
        Ok(Dashboard {
            title: self.words.say("dashboard")?,
            about: self.words.say("dashboard-about-print")?,
            subject: self.words.say("column-subject")?,
            columns: self.dashboard.heads.iter().map(column).collect(),
            groups: self.dashboard.groups.iter().map(rank_group).collect(),
            notes,
            source: String::new(),
        })
    }

    /// The numbered figures of the model, and others meant for paper; what cannot be
    /// drawn says why in its place.
    fn printed_sections(&self) -> Result<Vec<Section>, ReportError> {
        let mut sections = Vec::new();
        for section in &self.sections {
            let printed = section.figures.iter().filter(|panel| panel.printed);
            let panels: Result<Vec<Panel>, ReportError> =
                printed.map(|panel| self.panel(panel)).collect();
            let panels = panels?;
            if !panels.is_empty() {
                sections.push(Section { title: section.name.clone(), panels });
            }
        }
        Ok(sections)
    }

    fn panel(&self, panel: &sheet::Panel) -> Result<Panel, ReportError> {
        let (number, name) = (panel.number.clone(), panel.name.clone());
        match &panel.content {
            PanelContent::Missing { needs } => {
                Ok(Panel::Missing(Missing { number, name, why: needs.clone() }))
            }
            PanelContent::Drawn(drawn) => {
                Ok(Panel::Figure(Box::new(self.figure(number, name, drawn)?)))
            }
        }
    }

    fn figure(
        &self,
        number: Option<String>,
        name: String,
        drawn: &Drawn,
    ) -> Result<Figure, ReportError> {
        let spec = drawn.figure.spec.clone();
        let wide = drawn.figure.kind == Kind::Panels;
        let width = if wide { FULL_WIDTH } else { HALF_WIDTH };
        let mut observations = drawn.figure.shown.iter().filter_map(|s| s.observation.as_ref());
        let has_flags = observations.any(|observation| status::marks(observation).is_some());
        // In the page the picture says it.
        let flagged = spec.flagged_note.clone().filter(|_| has_flags).into_iter();
        let svg = self.context.renderer.svg(&ChartSpec { bare: true, width, ..spec.clone() })?;
        Ok(Figure {
            number,
            name,
            title: spec.title,
            subtitle: spec.subtitle,
            // At the axis of the picture.
            unit: String::new(),
            svg,
            alt: spec.alt,
            notes: flagged.chain(spec.notes).collect(),
            source: spec.source_line,
            table: years::table(self.words, &drawn.figure)?,
            wide,
        })
    }

    fn fact_table(&self, facts: &Facts) -> Result<FactTable, ReportError> {
        Ok(FactTable {
            caption: facts.caption.clone(),
            about: facts.about.clone(),
            subject: self.words.say("column-subject")?,
            columns: facts.heads.iter().map(|head| FactColumn { title: head.clone() }).collect(),
            groups: facts.groups.iter().map(fact_group).collect(),
            notes: facts.notes.clone(),
        })
    }

    fn printed_method(&self) -> Result<Method, ReportError> {
        let method = &self.method;
        let keys = ["method-about-print", "method-years", "method-ranks", "method-breaks"];
        let paragraphs: Result<Vec<String>, ReportError> =
            keys.iter().map(|key| self.words.say(key)).collect();
        let mut paragraphs = paragraphs?;
        paragraphs.push(method.checks.clone());
        let checksum = |key: &str, sum: &str| Ok(format!("{} {sum}", self.words.say(key)?));
        let checksums: Result<Vec<String>, ReportError> = [
            ("definitions-checksum", &method.definitions_short),
            ("method-checksum", &method.method_short),
        ]
        .into_iter()
        .map(|(key, sum)| checksum(key, sum))
        .collect();
        Ok(Method {
            paragraphs,
            indicators: method.indicators.iter().map(indicator).collect(),
            definitions: method.definitions.iter().map(definition).collect(),
            checksums: checksums?,
            warnings: method.differs.iter().chain(&method.warnings).cloned().collect(),
        })
    }
}

fn sentence(sentence: &sheet::Sentence) -> Sentence {
    Sentence { text: sentence.text.clone(), behind: sentence.behind.clone() }
}

fn rank_group(group: &dashboard::Group) -> DashboardGroup {
    let mark = |mark: &dashboard::Mark| Mark {
        rank: mark.rank.to_string(),
        of: mark.of.to_string(),
        position: position((mark.rank, mark.of)),
        value: mark.value.clone(),
        change: mark.step.as_ref().map(change),
        flags: mark.flags.clone().unwrap_or_default(),
    };
    let row = |row: &dashboard::Row| DashboardRow {
        name: row.name.clone(),
        part: row.part,
        marks: row.marks.iter().map(|cell| cell.as_ref().map(mark)).collect(),
    };
    DashboardGroup { title: group.name.clone(), rows: group.rows.iter().map(row).collect() }
}

fn change(step: &dashboard::Step) -> Change {
    let direction = match step.way {
        Some(Way::Up) => Direction::Up,
        Some(Way::Down) => Direction::Down,
        None => Direction::Steady,
    };
    let text = match step.other_since {
        // Two digits of the year, so that the line holds it.
        true => format!("{}\u{a0}’{}", step.text, step.since.get(2..).unwrap_or(&step.since)),
        false => step.text.clone(),
    };
    Change { direction, text }
}

/// From 0 (the first) to 1 (the last).
fn position((rank, of): (i32, i32)) -> f64 {
    if of > 1 { f64::from(rank - 1) / f64::from(of - 1) } else { 0.0 }
}

fn fact_group(group: &sheet::FactGroup) -> FactGroup {
    let value = |cell: &sheet::FactCell| FactValue {
        text: cell.value.clone(),
        // Shorter than in the page: there are many.
        rank: cell.place.map_or_else(String::new, |(rank, of)| format!("{rank}/{of}")),
        flags: cell.marks.clone().unwrap_or_default(),
    };
    let row = |fact: &sheet::Fact| FactRow {
        name: fact.name.clone(),
        part: fact.part,
        position: fact.ranked.map(position),
        values: fact.cells.iter().map(|cell| cell.as_ref().map(value)).collect(),
    };
    FactGroup { title: group.name.clone(), rows: group.rows.iter().map(row).collect() }
}

fn indicator(indicator: &sheet::Indicator) -> Indicator {
    let sheet::Indicator { name, id, about, .. } = indicator.clone();
    Indicator { name, id, about }
}

fn definition(definition: &sheet::DefinitionVersion) -> Definition {
    let sheet::DefinitionVersion { name, id, version } = definition.clone();
    Definition { name, id, version }
}

fn source(source: &sheet::Cited) -> Source {
    Source {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        editions: source.editions.clone(),
        licence: source.licence.clone(),
        citation: source.citation.clone(),
        extent: source.extent.clone(),
        demo: source.demo,
    }
}
