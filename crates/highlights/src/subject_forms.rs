//! Subjects, in the forms in which sentences need them.

use std::collections::BTreeMap;

use serde::Deserialize;
use sextant_definitions::{Lang, Subject};

use crate::Error;
use crate::error;

const FILE: &str = "subjects.toml";

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    en: String,
    nl: String,
    fr: French,
}

/// French nouns need their article, and melt it with prepositions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct French {
    name: String,
    of: String,
}

/// All subjects whose forms are known.
#[derive(Clone, Debug)]
pub(crate) struct SubjectForms(BTreeMap<String, Forms>);

impl SubjectForms {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        toml::from_str(text).map(Self).map_err(|error| error::syntax(FILE, text, &error))
    }

    /// Inside a sentence, with the article where the language wants one. A subject that
    /// is not known stands in quotation marks.
    pub(crate) fn name(&self, subject: &Subject, lang: Lang) -> String {
        match (lang, self.0.get(&subject.id)) {
            (Lang::En, Some(forms)) => forms.en.clone(),
            (Lang::Nl, Some(forms)) => forms.nl.clone(),
            (Lang::Fr, Some(forms)) => forms.fr.name.clone(),
            (Lang::Zh, _) => subject.names.zh.clone(),
            (_, None) => quoted(subject, lang),
        }
    }

    /// Behind "of": `de l'énergie solaire`; the languages without articles as above.
    pub(crate) fn of(&self, subject: &Subject, lang: Lang) -> String {
        match (lang, self.0.get(&subject.id)) {
            (Lang::Fr, Some(forms)) => forms.fr.of.clone(),
            (Lang::Fr, None) => format!("de {}", quoted(subject, lang)),
            _ => self.name(subject, lang),
        }
    }
}

fn quoted(subject: &Subject, lang: Lang) -> String {
    let name = subject.names.get(lang);
    match lang {
        Lang::Fr => format!("«\u{202f}{name}\u{202f}»"),
        Lang::En | Lang::Nl | Lang::Zh => format!("“{name}”"),
    }
}

#[cfg(test)]
mod tests {
    use sextant_definitions::{Definitions, SubjectKind};

    use super::*;
    use crate::Rules;

    #[test]
    fn every_subject_of_sentences_has_its_forms() {
        let (rules, definitions) = (Rules::builtin().unwrap(), Definitions::builtin().unwrap());
        let subjects = definitions.subjects();
        let kinds = [SubjectKind::Technology, SubjectKind::Ecosystem, SubjectKind::ProductGroup];
        let wanted = |s: &&Subject| kinds.contains(&s.kind);
        for subject in subjects.iter().filter(wanted) {
            assert!(rules.subjects.0.contains_key(&subject.id), "{}", subject.id);
        }
        assert!(rules.subjects.0.keys().all(|id| subjects.iter().any(|s| s.id == *id)));
    }

    #[test]
    fn an_unknown_subject_is_quoted() {
        let (rules, definitions) = (Rules::builtin().unwrap(), Definitions::builtin().unwrap());
        let mut subject = definitions.subjects().remove(0);
        subject.id = "of-tomorrow".into();
        subject.names.fr = "Demain".into();
        subject.names.en = "Tomorrow".into();
        assert_eq!(rules.subjects.of(&subject, Lang::Fr), "de «\u{202f}Demain\u{202f}»");
        assert_eq!(rules.subjects.name(&subject, Lang::En), "“Tomorrow”");
    }
}
