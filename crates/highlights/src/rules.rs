//! All rules, from `reports/sentences/*.toml`.

use std::collections::BTreeSet;

use rust_embed::RustEmbed;
use serde::Deserialize;
use sextant_definitions::Lang;

use crate::error;
use crate::place::{Place, Places};
use crate::rule::{COMMON, Rule};
use crate::subject_forms::SubjectForms;
use crate::{Error, Kind};

#[derive(RustEmbed)]
#[folder = "../../reports/sentences"]
#[include = "*.toml"]
struct Files;

/// The files of rules, in the order in which sentences of the same importance come.
const FILES: [&str; 4] = ["patents.toml", "trade.toml", "production.toml", "investment.toml"];

/// What can be said, and how.
#[derive(Clone, Debug)]
pub struct Rules {
    rules: Vec<Rule>,
    pub(crate) places: Places,
    pub(crate) subjects: SubjectForms,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<toml::Spanned<Rule>>,
}

impl Rules {
    /// The rules inside the program.
    ///
    /// # Errors
    /// When a file is not right; the message names its line.
    pub fn builtin() -> Result<Self, Error> {
        let mut rules = Vec::new();
        for file in FILES {
            rules.extend(parse(file, &text(file)?, &rules)?);
        }
        let places = Places::parse(&text("places.toml")?)?;
        let subjects = SubjectForms::parse(&text("subjects.toml")?)?;
        Ok(Self { rules, places, subjects })
    }

    /// All rules, in their order.
    #[must_use]
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// A place with its forms. One that `places.toml` does not know is "this economy".
    #[must_use]
    pub fn place(&self, code: &str) -> Place {
        self.places.place(code)
    }
}

fn text(file: &str) -> Result<String, Error> {
    let path = format!("reports/sentences/{file}");
    let found = Files::get(file).ok_or(Error::Missing { file: path })?;
    String::from_utf8(found.data.into_owned()).map_err(|error| {
        let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let offset = error.utf8_error().valid_up_to();
        error::at(file, &lossy, offset, "The file is not UTF-8.".into(), "Save it as UTF-8.")
    })
}

/// Reads one file of rules.
fn parse(file: &str, text: &str, others: &[Rule]) -> Result<Vec<Rule>, Error> {
    let parsed: File = toml::from_str(text).map_err(|error| error::syntax(file, text, &error))?;
    let mut ids: BTreeSet<&str> = others.iter().map(|rule| rule.id.as_str()).collect();
    for rule in &parsed.rule {
        let (start, rule) = (rule.span().start, rule.get_ref());
        let problem = |offset: usize, (what, way_out): (String, &str)| {
            Err(error::at(file, text, offset, what, way_out))
        };
        if !ids.insert(&rule.id) {
            let what = format!("The rule `{}` is there twice.", rule.id);
            return problem(start, (what, "Give it another id."));
        }
        if let Some(missing) = missing(rule) {
            return problem(start, (missing, "Write it."));
        }
        if let Some((offset, what, way_out)) = wrong_sentence(rule) {
            return problem(offset, (what, way_out));
        }
    }
    Ok(parsed.rule.into_iter().map(toml::Spanned::into_inner).collect())
}

/// What the kind of rule needs besides.
fn missing(rule: &Rule) -> Option<String> {
    let needed = match rule.kind {
        Kind::Amount if rule.counted_by.is_none() => "counted-by",
        Kind::Gap if rule.ranks_of.is_none() => "ranks-of",
        _ if rule.sentences.is_empty() => "sentences",
        _ => return None,
    };
    Some(format!("The rule `{}` has no `{needed}`.", rule.id))
}

/// The first mistake in a rule's sentences.
fn wrong_sentence(rule: &Rule) -> Option<(usize, String, &'static str)> {
    for (form, sentence) in &rule.sentences {
        let mut forms = rule.kind.forms().iter();
        let Some((_, places)) = forms.find(|(name, _)| name == form.get_ref()) else {
            let what = format!("The kind of `{}` has no sentence `{}`.", rule.id, form.get_ref());
            return Some((form.span().start, what, "Remove it."));
        };
        for lang in Lang::ALL {
            let text = sentence.text(lang);
            let template = text.get_ref().template();
            let start = text.span().start;
            let unknown = template.places().find(|p| !COMMON.contains(p) && !places.contains(p));
            if let Some(unknown) = unknown {
                let what = format!("Nothing fills the place `{unknown}`.");
                return Some((start, what, "Use the places of its neighbours."));
            }
            if lang == Lang::Zh && template.agrees() {
                let what = "Chinese words do not change with numbers.".into();
                return Some((start, what, "Write one word."));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = r#"[[rule]]
id = "a"
kind = "highest"
section = "patents"
importance = 1
indicator = "patent-country-share"
subjects = { kind = "ecosystem" }

[rule.sentences.highest]
en = "highest: {items}"
nl = "hoogste: {items}"
fr = "plus haut : {items}"
zh = "最高：{items}"
"#;

    fn problem(from: &str, to: &str) -> String {
        assert!(RULE.contains(from));
        parse("a.toml", &RULE.replace(from, to), &[]).unwrap_err().to_string()
    }

    #[test]
    fn rules_are_read() {
        assert_eq!(parse("a.toml", RULE, &[]).unwrap().len(), 1);
        let rules = Rules::builtin().unwrap();
        assert!(rules.all().len() >= 10);
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let text = problem("hoogste: {items}", "hoogste: {item}");
        assert!(text.starts_with("reports/sentences/a.toml, line 11, column 6:"), "{text}");
        assert!(text.contains("`item`"), "{text}");
        let text = problem("hoogste: {items}", "hoogste: {items");
        assert!(text.starts_with("reports/sentences/a.toml, line 11"), "{text}");
        let text = problem("zh = \"最高：{items}\"\n", "");
        assert!(text.contains("zh"), "{text}");
        let text = problem("最高：{items}", "{items:一|二}");
        assert!(text.contains("line 13") && text.contains("Chinese"), "{text}");
        let text = problem("sentences.highest", "sentences.lowest");
        assert!(text.contains("line 9") && text.contains("`lowest`"), "{text}");
        let text = problem("importance", "import");
        assert!(text.contains("line"), "{text}");
        let twice = format!("{RULE}\n{RULE}");
        let text = parse("a.toml", &twice, &[]).unwrap_err().to_string();
        assert!(text.contains("line 15") && text.contains("twice"), "{text}");
        let text = problem("kind = \"highest\"", "kind = \"amount\"");
        assert!(text.contains("`counted-by`"), "{text}");
    }
}
