//! One made-up Belgium, in four languages, as a person read it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fmt::Write as _;
use std::path::Path;

use sextant_definitions::{Definitions, Lang};
use sextant_highlights::{Cell, Cells, Highlight, Rules, Years, highlights};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/belgium.txt");

/// Cells from a few lines of text.
struct Listed(Vec<Cell>);

impl Listed {
    /// `indicator subject geo first-year values...`; a value may have `@flag`, `#n` and
    /// `^rank/of` behind it, `?` is an interval.
    fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("//"));
        Self(lines.flat_map(line).collect())
    }
}

fn line(line: &str) -> Vec<Cell> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [indicator, subject, geo, period, ref values @ ..] = words[..] else { panic!("{line}") };
    let cell = |(place, word): (usize, &&str)| {
        let (word, rank) = word.split_once('^').map_or((*word, None), |(w, r)| (w, Some(r)));
        let (word, n) = word.split_once('#').map_or((word, None), |(w, n)| (w, Some(n)));
        let (word, flag) = word.split_once('@').unwrap_or((word, ""));
        let rank = rank.map(|rank| rank.split_once('/').unwrap());
        Cell {
            indicator: indicator.into(),
            subject: subject.into(),
            subject_kind: String::new(),
            geo: geo.into(),
            period: match period.parse::<usize>() {
                Ok(first) => (first + place).to_string(),
                Err(_) => period.into(),
            },
            value: word.parse().ok(),
            lower: None,
            upper: None,
            unit: String::new(),
            n: n.map(|n| n.parse().unwrap()),
            status: flag.into(),
            rank: rank.map(|(rank, _)| rank.parse().unwrap()),
            ranked_of: rank.map(|(_, of)| of.parse().unwrap()),
        }
    };
    values.iter().enumerate().map(cell).collect()
}

impl Cells for Listed {
    fn get(&self, indicator: &str, subject: &str, geo: &str, period: &str) -> Option<Cell> {
        let mut series = self.series(indicator, subject, geo).into_iter();
        series.find(|cell| cell.period == period)
    }

    fn series(&self, indicator: &str, subject: &str, geo: &str) -> Vec<Cell> {
        let fits = |c: &&Cell| c.indicator == indicator && c.subject == subject && c.geo == geo;
        self.0.iter().filter(fits).cloned().collect()
    }

    fn members(&self) -> Vec<String> {
        vec!["BE".into(), "DE".into()]
    }
}

fn belgium() -> Listed {
    Listed::parse(include_str!("golden/belgium-cells.txt"))
}

fn said(cells: &Listed, place: &str, lang: Lang) -> Vec<Highlight> {
    let (rules, definitions) = (Rules::builtin().unwrap(), Definitions::builtin().unwrap());
    let years = Years { first: 2010, last: 2023 };
    highlights(&rules, cells, &definitions.subjects(), &rules.place(place), lang, &years)
}

#[test]
fn belgium_reads_as_it_was_read() {
    let mut text = String::new();
    for lang in Lang::ALL {
        writeln!(text, "[{lang}]").unwrap();
        for highlight in said(&belgium(), "BE", lang) {
            writeln!(text, "{}", highlight.text).unwrap();
        }
        writeln!(text).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    if text != golden {
        let actual = Path::new(env!("CARGO_TARGET_TMPDIR")).join("belgium.txt");
        std::fs::write(&actual, &text).unwrap();
        panic!(
            "Other than {GOLDEN}: read {} and, if it is right, copy it there.",
            actual.display()
        );
    }
}

fn changed(from: &str, to: &str) -> Vec<String> {
    let text = include_str!("golden/belgium-cells.txt");
    assert!(text.contains(from), "{from}");
    let cells = Listed::parse(&text.replace(from, to));
    said(&cells, "BE", Lang::En).into_iter().map(|highlight| highlight.text).collect()
}

fn about<'a>(sentences: &'a [String], word: &str) -> Vec<&'a String> {
    sentences.iter().filter(|sentence| sentence.contains(word)).collect()
}

#[test]
fn a_change_within_the_noise_is_none() {
    let now = changed("0.8#300", "0.8#300");
    assert_eq!(about(&now, "world patents in solar power increased").len(), 1);
    // Four tenths more, of sixteen families: two standard errors are six tenths.
    let few = changed("1.2#450", "1.2#16");
    assert_eq!(about(&few, "solar power increased").len(), 0);
}

#[test]
fn nothing_is_said_across_a_break_or_of_truncated_years() {
    let broken = changed("0.9#340", "0.9@break#340");
    assert_eq!(about(&broken, "solar power increased from 0.8%").len(), 0);
    let truncated = changed("1.2#450", "1.2@truncated#450");
    assert_eq!(about(&truncated, "solar power increased").len(), 0);
}

#[test]
fn an_interval_that_could_be_higher_silences_the_highest() {
    let sentences = changed("31.2#900", "?");
    assert_eq!(about(&sentences, "shares in Belgium's patents in 2020 are in Health").len(), 0);
    assert_eq!(about(&sentences, "Digital (12.0%) and").len(), 0);
}

#[test]
fn a_near_second_is_no_second_place_far_behind() {
    let near = changed(
        "patent-world-share biotechnology DE 2020 4.0#900",
        "patent-world-share biotechnology DE 2020 5.9#900",
    );
    assert_eq!(about(&near, "frontrunner").len(), 0);
    assert_eq!(about(&near, "ranked 1st of the 27").len(), 1);
}

#[test]
fn sentences_carry_the_cells_behind_them() {
    let all = said(&belgium(), "BE", Lang::En);
    let raised = all.iter().find(|h| h.rule == "investment-ecosystems-highest").unwrap();
    let cell = |indicator: &str| format!("{indicator}/BE/digital/2015-2023");
    assert_eq!(raised.behind, [cell("investment-raised-eur"), cell("investment-rounds")]);
}

#[test]
fn verbs_agree_with_places_and_counts() {
    let text = include_str!("golden/belgium-cells.txt").replace(" BE ", " NL ");
    let cells = Listed::parse(&text.replace("digital NL 2015-2023 75", "digital NL 2015-2023 1"));
    let french: Vec<String> =
        said(&cells, "NL", Lang::Fr).into_iter().map(|highlight| highlight.text).collect();
    assert_eq!(about(&french, "les Pays-Bas affichaient un excédent").len(), 1, "{french:#?}");
    assert_eq!(about(&french, "leur siège aux Pays-Bas").len(), 1);
    assert_eq!(about(&french, "en 1 levée (").len(), 1);
    let dutch: Vec<String> =
        said(&cells, "NL", Lang::Nl).into_iter().map(|highlight| highlight.text).collect();
    assert_eq!(about(&dutch, "had Nederland een handelsoverschot").len(), 1);
    assert_eq!(about(&dutch, "in 1 ronde (").len(), 1);
}
