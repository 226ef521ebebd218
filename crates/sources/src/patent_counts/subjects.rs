//! What a table of NCSES is about, by its title.

use super::FAMILIES;
use crate::read::column_key;

/// What is counted and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) concept: &'static str,
    pub(super) subject: String,
}

/// The total over all subjects.
const ALL_PATENTS: &str = "all-patents";

/// Titles of WIPO's fields as NCSES writes them, by [`column_key`], in the order of
/// their numbers.
const FIELDS: [&str; 35] = [
    "electricalmachineryapparatusenergy",
    "audiovisualtechnology",
    "telecommunications",
    "digitalcommunication",
    "basiccommunicationprocesses",
    "computertechnology",
    "itmethodsformanagement",
    "semiconductors",
    "optics",
    "measurement",
    "analysisofbiologicalmaterials",
    "control",
    "medicaltechnology",
    "organicfinechemistry",
    "biotechnology",
    "pharmaceuticals",
    "macromolecularchemistrypolymers",
    "foodchemistry",
    "basicmaterialschemistry",
    "materialsmetallurgy",
    "surfacetechnologycoating",
    "microstructuraltechnologyandnanotechnology",
    "chemicalengineering",
    "environmentaltechnology",
    "handling",
    "machinetools",
    "enginespumpsturbines",
    "textileandpapermachines",
    "otherspecialmachines",
    "thermalprocessesandapparatus",
    "mechanicalelements",
    "transport",
    "furnituregames",
    "otherconsumergoods",
    "civilengineering",
];

/// Reads a title such as "International patent families granted in optics, by region,
/// country, or economy: 1998-2020". None where it is another kind of table.
pub(super) fn about(title: &str) -> Option<About> {
    let what = title.split(", by region").next().unwrap_or_default();
    if let Some(rest) = what.strip_prefix("International patent families") {
        let subject = family_subject(rest.trim_start_matches(" granted").trim())?;
        return Some(About { concept: FAMILIES, subject });
    }
    let technology = what.strip_prefix("USPTO utility patents granted in ")?;
    Some(About { concept: "grants", subject: slug(technology) })
}

fn family_subject(rest: &str) -> Option<String> {
    let Some(field) = rest.strip_prefix("in ") else {
        return Some(if rest.is_empty() { ALL_PATENTS.to_owned() } else { slug(rest) });
    };
    let key = column_key(field);
    let number = FIELDS.iter().position(|known| *known == key)? + 1;
    Some(format!("wipo-field-{number:02}"))
}

/// Words in lower case, joined by hyphens.
fn slug(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(title: &str) -> (&'static str, String) {
        let about = about(title).unwrap();
        (about.concept, about.subject)
    }

    #[test]
    fn titles_tell_concept_and_subject() {
        let by = ", by region, country, or economy: 1998\u{2013}2020";
        for (what, concept, subject) in [
            ("International patent families granted in optics", "families", "wipo-field-09"),
            (
                "International patent families granted in microstructural technology and nanotechnology",
                "families",
                "wipo-field-22",
            ),
            ("International patent families granted", "families", "all-patents"),
            (
                "International patent families unassigned under the WIPO classification",
                "families",
                "unassigned-under-the-wipo-classification",
            ),
            (
                "USPTO utility patents granted in sustainable ocean economy",
                "grants",
                "sustainable-ocean-economy",
            ),
        ] {
            assert_eq!(told(&format!("{what}{by}")), (concept, subject.to_owned()));
        }
        assert_eq!(about(&format!("International patent families granted in cheese{by}")), None);
        assert_eq!(about("Doctorates awarded, by field"), None);
    }
}
