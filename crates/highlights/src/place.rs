//! Places, in the forms in which sentences need them.

use std::collections::BTreeMap;

use serde::Deserialize;
use sextant_definitions::Lang;

use crate::Error;
use crate::error;
use crate::template::Slot;

/// The file of the forms.
const FILE: &str = "places.toml";

/// Key of the forms that are right for any place.
const ANY: &str = "any";

/// A place in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Geography code.
    pub code: String,
    forms: Languages,
}

impl Place {
    /// Its forms in a language.
    #[must_use]
    pub fn forms(&self, lang: Lang) -> &PlaceForms {
        match lang {
            Lang::En => &self.forms.en,
            Lang::Nl => &self.forms.nl,
            Lang::Fr => &self.forms.fr,
            Lang::Zh => &self.forms.zh,
        }
    }
}

/// A place in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceForms {
    /// As the subject of a sentence, with its article: `the Netherlands`, `les Pays-Bas`.
    pub name: String,
    /// As owner: `Belgium's`, `van België`, `de la Belgique`, `du Luxembourg`.
    pub of: String,
    /// As a location: `in Belgium`, `aux Pays-Bas`, `à Chypre`.
    #[serde(rename = "in")]
    pub location: String,
    /// Whether verbs are in the plural.
    #[serde(default)]
    pub plural: bool,
}

impl PlaceForms {
    pub(crate) fn slot(&self) -> Slot {
        Slot::of(self.name.clone(), if self.plural { 2 } else { 1 })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Languages {
    en: PlaceForms,
    nl: PlaceForms,
    fr: PlaceForms,
    zh: PlaceForms,
}

/// All places whose forms are known.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    known: BTreeMap<String, Languages>,
    any: Languages,
}

impl Places {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let mut known: BTreeMap<String, Languages> =
            toml::from_str(text).map_err(|error| error::syntax(FILE, text, &error))?;
        let any = known.remove(ANY).ok_or_else(|| {
            let what = format!("There is no `{ANY}`.");
            error::at(FILE, text, 0, what, "Write the forms that are right for any place.")
        })?;
        Ok(Self { known, any })
    }

    /// A place by its code; one that is not known is "this economy".
    pub(crate) fn place(&self, code: &str) -> Place {
        let forms = self.known.get(code).unwrap_or(&self.any).clone();
        Place { code: code.to_owned(), forms }
    }
}

#[cfg(test)]
mod tests {
    use sextant_definitions::Definitions;

    use super::*;
    use crate::Rules;

    #[test]
    fn every_member_has_its_forms() {
        let (rules, definitions) = (Rules::builtin().unwrap(), Definitions::builtin().unwrap());
        for code in definitions.geographies.eu27() {
            assert!(rules.places.known.contains_key(code.as_str()), "{code}");
        }
    }

    #[test]
    fn the_names_are_those_of_the_definitions() {
        let (rules, definitions) = (Rules::builtin().unwrap(), Definitions::builtin().unwrap());
        for code in rules.places.known.keys() {
            let names = &definitions.geographies.by_code(code).unwrap().names;
            for lang in Lang::ALL {
                let place = rules.place(code);
                let forms = place.forms(lang);
                for form in [&forms.name, &forms.of, &forms.location] {
                    assert!(form.contains(names.get(lang)), "{code} in {lang}: {form}");
                }
            }
        }
    }

    #[test]
    fn articles_and_prepositions() {
        let rules = Rules::builtin().unwrap();
        let french = |code: &str| {
            let forms = rules.place(code).forms(Lang::Fr).clone();
            [forms.name, forms.of, forms.location]
        };
        assert_eq!(french("BE"), ["la Belgique", "de la Belgique", "en Belgique"]);
        assert_eq!(french("LU"), ["le Luxembourg", "du Luxembourg", "au Luxembourg"]);
        assert_eq!(french("NL"), ["les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"]);
        assert_eq!(french("CY"), ["Chypre", "de Chypre", "à Chypre"]);
        assert_eq!(french("DE"), ["l'Allemagne", "de l'Allemagne", "en Allemagne"]);
        assert!(rules.place("NL").forms(Lang::Fr).plural);
        assert!(!rules.place("NL").forms(Lang::Nl).plural);
        assert_eq!(rules.place("NL").forms(Lang::En).of, "the Netherlands'");
        assert_eq!(rules.place("XX").forms(Lang::En).of, "this economy's");
    }
}
