//! Reads and checks the files in `figures/`.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;
use sextant_definitions::Names;
use sextant_monitor::statements::Statement;

use super::definition::{FigureDefinition, Note};
use super::template::{PLACES, unknown_place};
use crate::ReportError;
use crate::error::position;

#[derive(RustEmbed)]
#[folder = "../../figures"]
#[include = "*.toml"]
struct Files;

const NOTES: &str = "notes.toml";

/// Every figure and every note.
#[derive(Clone, Debug)]
pub(crate) struct Catalogue {
    /// In the order of the fact sheet.
    pub(crate) figures: Vec<FigureDefinition>,
    pub(crate) notes: BTreeMap<String, Note>,
}

impl Catalogue {
    /// The files inside the program.
    pub(crate) fn builtin() -> Result<Self, ReportError> {
        let mut files: Vec<(String, String)> = Files::iter()
            .filter_map(|name| {
                let bytes = Files::get(&name)?.data;
                Some((name.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
            })
            .collect();
        files.sort();
        Self::read(&files)
    }

    /// Reads files, given as name and text.
    pub(crate) fn read(files: &[(String, String)]) -> Result<Self, ReportError> {
        let mut notes = BTreeMap::new();
        let mut figures: Vec<FigureDefinition> = Vec::new();
        for (name, text) in files {
            if name == NOTES {
                notes = parse(name, text)?;
            } else {
                figures.push(parse(name, text)?);
            }
        }
        figures.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.id.cmp(&b.id)));
        let catalogue = Self { figures, notes };
        for (name, text) in files.iter().filter(|(name, _)| name != NOTES) {
            catalogue.check(name, text)?;
        }
        Ok(catalogue)
    }

    /// The figure of an id.
    pub(crate) fn figure(&self, id: &str) -> Result<&FigureDefinition, ReportError> {
        self.figures.iter().find(|figure| figure.id == id).ok_or_else(|| {
            let known: Vec<&str> = self.figures.iter().map(|figure| &*figure.id).collect();
            ReportError::UnknownFigure { figure: id.into(), known: known.join(", ") }
        })
    }

    fn check(&self, name: &str, text: &str) -> Result<(), ReportError> {
        let stem = name.trim_end_matches(".toml");
        let Some(figure) = self.figures.iter().find(|figure| figure.id == stem) else {
            let what = format!("The id is not `{stem}`, the name of the file.");
            return Err(wrong(name, text, "id", &what, "Make them the same."));
        };
        for indicator in figure.indicators.iter().chain(&figure.beside) {
            if Statement::indicator(indicator).is_err() {
                let what = format!("The indicator `{indicator}` does not exist.");
                let way_out = "Name one of the indicators in indicators/.";
                return Err(wrong(name, text, indicator, &what, way_out));
            }
        }
        if let Some(note) = figure.notes.iter().find(|note| !self.notes.contains_key(*note)) {
            let what = format!("The note `{note}` does not exist.");
            let way_out = "Add it to figures/notes.toml or leave it out.";
            return Err(wrong(name, text, note, &what, way_out));
        }
        if let Some(other) = figure.stands_in_for.as_ref().filter(|id| self.figure(id).is_err()) {
            let what = format!("The figure `{other}` does not exist.");
            return Err(wrong(name, text, other, &what, "Name one of figures/ or leave it out."));
        }
        let texts = all(&figure.title).into_iter().chain(all(&figure.subtitle));
        match texts.into_iter().find_map(unknown_place) {
            None => Ok(()),
            Some(place) => {
                let what = format!("Nothing fills the place {{{place}}}.");
                let way_out = format!("Use one of: {}.", PLACES.join(", "));
                Err(wrong(name, text, place, &what, &way_out))
            }
        }
    }
}

fn all(names: &Names) -> [&str; 4] {
    [&names.en, &names.nl, &names.fr, &names.zh]
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ReportError> {
    toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let (line, column) = position(text, offset);
        let what = format!("{}.", error.message().trim_end_matches('.').replace('\n', ", "));
        let way_out = "Correct it there; the other files in figures/ show the shape.".into();
        ReportError::File { file: format!("figures/{name}"), line, column, what, way_out }
    })
}

/// A value that reads well and means nothing.
fn wrong(name: &str, text: &str, value: &str, what: &str, way_out: &str) -> ReportError {
    let (line, column) = position(text, text.find(value).unwrap_or_default());
    let file = format!("figures/{name}");
    ReportError::File { file, line, column, what: what.into(), way_out: way_out.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> (String, String) {
        let text = String::from_utf8(Files::get(name).unwrap().data.into_owned()).unwrap();
        (name.to_owned(), text)
    }

    fn error_with(change: impl Fn(&str) -> String) -> String {
        let (name, text) = file("trade-map.toml");
        Catalogue::read(&[file(NOTES), (name, change(&text))]).unwrap_err().to_string()
    }

    #[test]
    fn the_files_of_the_repository_are_right() {
        let catalogue = Catalogue::builtin().unwrap();
        let numbered = catalogue.figures.iter().find(|figure| figure.number == Some(2)).unwrap();
        assert_eq!(numbered.id, "trade-balance-ecosystems");
        assert!(catalogue.figure("trade-map").is_ok());
        let error = catalogue.figure("no-figure").unwrap_err().to_string();
        assert!(error.contains("trade-balance-ecosystems, trade-balance-technologies"), "{error}");
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let error = error_with(|text| text.replace("decimals = 1", "decimals = \"one\""));
        assert!(error.starts_with("figures/trade-map.toml, line 10, column 12:"), "{error}");
        let error = error_with(|text| text.replace("nl = \"Kaart van de EU27\"\n", ""));
        assert!(error.contains("missing field `nl`"), "{error}");
        let error = error_with(|text| text.replace("trade-relative-balance", "trade-balance"));
        assert!(error.contains("line 8") && error.contains("`trade-balance`"), "{error}");
        let error = error_with(|text| text.replace("\"imports-cif\"", "\"imports\""));
        assert!(error.contains("The note `imports`"), "{error}");
        let error = error_with(|text| text.replace("{year}", "{yaer}"));
        assert!(error.contains("{yaer}"), "{error}");
        let error = error_with(|text| format!("stands_in_for = \"trade-mop\"\n{text}"));
        assert!(error.contains("line 1, column 18: The figure `trade-mop`"), "{error}");
        let error = error_with(|text| text.replace("\"trade-map\"", "\"trade-maps\""));
        assert!(error.contains("name of the file"), "{error}");
    }

    #[test]
    fn on_paper_one_figure_takes_the_place_of_another() {
        let catalogue = Catalogue::builtin().unwrap();
        let ranking = catalogue.figure("trade-ranking").unwrap();
        assert!(ranking.is_printed(&["trade-ranking"]));
        assert!(!ranking.is_printed(&["trade-balance-technologies", "trade-ranking"]));
        assert!(!ranking.is_printed(&[]), "two boxes would say the same");
    }

    #[test]
    fn every_file_is_read_and_every_note_used() {
        let catalogue = Catalogue::builtin().unwrap();
        assert_eq!(catalogue.figures.len() + 1, Files::iter().count());
        for note in catalogue.notes.keys() {
            assert!(catalogue.figures.iter().any(|figure| figure.notes.contains(note)), "{note}");
        }
    }
}
