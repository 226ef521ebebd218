//! A full sheet of a country that does not exist.

use sextant_pdf::{
    Cell, Change, Dashboard, DashboardGroup, DashboardRow, Definition, Direction, Document,
    FactColumn, FactGroup, FactRow, FactTable, FactValue, Figure, Head, Mark, Method, Missing,
    Panel, Row, Section, Sentence, Table,
};

use crate::pictures::{bars, value};
use crate::texts::{Subject, Texts, texts};

/// The sheet in a language; none where there are no texts.
pub(crate) fn sample(lang: &str) -> Option<Document> {
    let texts = texts(lang)?;
    Some(Document {
        lang: lang.to_owned(),
        title: format!("{}: {}", texts.country, texts.kind),
        country: texts.country.clone(),
        lead: texts.lead.clone(),
        edition: texts.edition.clone(),
        edition_id: "0a1b2c3d".repeat(8),
        date: (2023, 12, 31),
        keywords: vec![texts.country.clone(), texts.board.title.clone()],
        demo: Some(texts.demo.clone()),
        reconstruction: texts.reconstruction.clone(),
        words: texts.words.clone(),
        highlights: highlights(&texts),
        dashboard: dashboard(&texts),
        sections: sections(lang, &texts),
        key_facts: facts(&texts),
        method: method(&texts),
        sources: texts.sources,
    })
}

fn subjects(texts: &Texts) -> impl Iterator<Item = &Subject> {
    texts.subjects.iter().flatten()
}

fn rank(index: usize, seed: usize) -> usize {
    (index * 7 + seed * 5) % 27 + 1
}

fn position(rank: usize) -> f64 {
    f64::from(u32::try_from(rank - 1).unwrap_or_default()) / 26.0
}

fn highlights(texts: &Texts) -> Vec<Sentence> {
    let sentence = |(index, subject): (usize, &Subject)| Sentence {
        text: texts.sentences[index % texts.sentences.len()]
            .replace("{rank}", &rank(index, 0).to_string())
            .replace("{value}", &value(index, 1).to_string())
            .replace("{subject}", &subject.name),
        behind: (2010..2011 + index)
            .map(|year| format!("trade-world-share/XX/subject-{index}/{year}"))
            .collect(),
    };
    subjects(texts).enumerate().take(12).map(sentence).collect()
}

fn dashboard(texts: &Texts) -> Dashboard {
    let board = &texts.board;
    let groups = board.groups.iter().zip(&texts.subjects).map(|(title, rows)| DashboardGroup {
        title: title.clone(),
        rows: rows.iter().enumerate().map(dashboard_row).collect(),
    });
    Dashboard {
        title: board.title.clone(),
        about: board.about.clone(),
        subject: board.subject.clone(),
        columns: board.columns.clone(),
        groups: groups.collect(),
        notes: vec![format!("n: {}", texts.note)],
        source: texts.source.clone(),
    }
}

fn dashboard_row((index, subject): (usize, &Subject)) -> DashboardRow {
    let mark = |view| (index + view) % 7 != 3;
    let marks = (0..4).map(|view| mark(view).then(|| a_mark(index, view))).collect();
    DashboardRow { name: subject.name.clone(), part: subject.part, marks }
}

fn a_mark(index: usize, view: usize) -> Mark {
    let rank = rank(index, view);
    let (direction, text) = match (index + 2 * view) % 4 {
        0 => (Direction::Up, "+0.42"),
        1 => (Direction::Down, "\u{2212}1.13"),
        _ => (Direction::Steady, "0.00"),
    };
    Mark {
        rank: rank.to_string(),
        of: "27".to_owned(),
        position: position(rank),
        value: format!("{:.2}%", value(index, view)),
        change: (index % 5 != 4).then(|| Change { direction, text: text.to_owned() }),
        flags: if index % 6 == 5 { "n".to_owned() } else { String::new() },
    }
}

fn sections(lang: &str, texts: &Texts) -> Vec<Section> {
    let mut number = 0;
    let mut section = |(index, heading): (usize, &crate::texts::Heading)| {
        let mut panels = Vec::new();
        for name in &heading.figures {
            number += 1;
            let group = &texts.subjects[number % texts.subjects.len()];
            panels.push(figure(lang, texts, number, name, group));
        }
        if index == 1 {
            panels.push(missing(texts));
        }
        Section { title: heading.title.clone(), panels }
    };
    texts.sections.iter().enumerate().map(&mut section).collect()
}

fn missing(texts: &Texts) -> Panel {
    let name = texts.facts[3].caption.clone();
    Panel::Missing(Missing { number: None, name, why: texts.why.clone() })
}

fn figure(lang: &str, texts: &Texts, number: usize, name: &str, group: &[Subject]) -> Panel {
    let names: Vec<String> = group.iter().map(|subject| subject.name.clone()).collect();
    let wide = number.is_multiple_of(5);
    let (svg, alt) = bars(lang, name, &names, wide);
    Panel::Figure(Box::new(Figure {
        number: Some(format!("{number}.")),
        name: name.to_owned(),
        title: name.to_owned(),
        subtitle: texts.country.clone(),
        unit: String::new(),
        svg,
        alt,
        notes: vec![texts.note.clone()],
        source: texts.source.clone(),
        // Only trends bring their numbers along; those of the others are among the key facts.
        table: (number % 6 == 2).then(|| table(texts, name, group)),
        wide,
    }))
}

fn table(texts: &Texts, caption: &str, group: &[Subject]) -> Table {
    let head = |(index, text): (usize, &String)| Head { text: text.clone(), number: index > 0 };
    let row = |(index, subject): (usize, &Subject)| Row {
        name: subject.name.clone(),
        own: index == 2,
        part: subject.part,
        cells: (1..texts.head.len()).map(|column| cell(index, column)).collect(),
    };
    Table {
        caption: caption.to_owned(),
        head: texts.head.iter().enumerate().map(head).collect(),
        rows: group.iter().enumerate().map(row).collect(),
    }
}

fn cell(index: usize, column: usize) -> Cell {
    let marks = (index == 3 && column == 1).then(|| "n".to_owned());
    let below = (column == 4).then(|| "27".to_owned());
    Cell { text: format!("{:.1}", value(index, column)), marks, below }
}

fn facts(texts: &Texts) -> Vec<FactTable> {
    let table = |facts: &crate::texts::Facts| FactTable {
        caption: facts.caption.clone(),
        about: String::new(),
        subject: texts.board.subject.clone(),
        columns: facts.columns.iter().map(|title| FactColumn { title: title.clone() }).collect(),
        groups: fact_groups(texts, facts.columns.len()),
        notes: vec![texts.note.clone()],
    };
    texts.facts.iter().map(table).collect()
}

fn fact_groups(texts: &Texts, columns: usize) -> Vec<FactGroup> {
    let row = |(index, subject): (usize, &Subject)| FactRow {
        name: subject.name.clone(),
        part: subject.part,
        position: Some(position(rank(index, columns))),
        values: (0..columns).map(|column| Some(fact(index, column))).collect(),
    };
    let group = |(title, rows): (&String, &Vec<Subject>)| FactGroup {
        title: title.clone(),
        rows: rows.iter().enumerate().map(row).collect(),
    };
    texts.board.groups.iter().zip(&texts.subjects).map(group).collect()
}

fn fact(index: usize, column: usize) -> FactValue {
    FactValue {
        text: format!("{:.2}", value(index, column)),
        rank: format!("{}/27", rank(index, column)),
        flags: String::new(),
    }
}

fn method(texts: &Texts) -> Method {
    let definition = |(index, subject): (usize, &Subject)| Definition {
        name: subject.name.clone(),
        id: format!("subject-{index}"),
        version: "1".to_owned(),
    };
    Method {
        paragraphs: vec![texts.paragraph.clone()],
        indicators: texts.indicators.clone(),
        definitions: subjects(texts).enumerate().map(definition).collect(),
        checksums: vec!["sample.csv 0a1b2c3d4e5f".to_owned()],
        warnings: vec![texts.note.clone()],
    }
}
