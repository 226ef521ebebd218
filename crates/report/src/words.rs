//! The words of pages and figures, from `reports/messages/*.ftl`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use sextant_definitions::Lang;
use sextant_highlights::Numbers;
use unic_langid::LanguageIdentifier;

use crate::ReportError;
use crate::error::position;

#[derive(RustEmbed)]
#[folder = "../../reports/messages"]
#[include = "*.ftl"]
struct Files;

/// All messages of one language.
pub(crate) struct Words {
    pub(crate) lang: Lang,
    pub(crate) numbers: Numbers,
    /// The file, for errors to name a line.
    text: String,
    bundle: FluentBundle<FluentResource>,
}

/// What stands for a variable of a message.
pub(crate) type Argument<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// The messages inside the program.
    pub(crate) fn builtin(lang: Lang) -> Result<Self, ReportError> {
        Self::parse(lang, &text(lang)?)
    }

    /// Reads a message file.
    pub(crate) fn parse(lang: Lang, text: &str) -> Result<Self, ReportError> {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let error = errors.first();
            let offset = error.map_or(0, |error| error.pos.start);
            let what = error.map_or_else(String::new, |error| format!("{error}."));
            in_file(lang, text, offset, what)
        })?;
        let mut bundle = FluentBundle::new_concurrent(vec![locale(lang)]);
        // Isolation marks would stand in titles, file names and tests.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| twice(lang, text, &errors))?;
        Ok(Self { lang, numbers: Numbers(lang), text: text.to_owned(), bundle })
    }

    /// A message without variables.
    pub(crate) fn say(&self, key: &str) -> Result<String, ReportError> {
        self.tell(key, [])
    }

    /// A message with variables.
    pub(crate) fn tell<'a>(
        &'a self,
        key: &str,
        arguments: impl IntoIterator<Item = Argument<'a>>,
    ) -> Result<String, ReportError> {
        let failed = |reason: &str| self.failed(key, reason);
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|m| m.value()).ok_or_else(|| failed("it is not there"))?;
        let mut given = FluentArgs::new();
        for (name, value) in arguments {
            given.set(name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&given), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(failed(&error.to_string())),
        }
    }

    /// A message that cannot be used, with its line where it has one.
    fn failed(&self, key: &str, reason: &str) -> ReportError {
        let begin = format!("{key} =");
        let lines = self.text.split_inclusive('\n').scan(0, |offset, line| {
            let start = *offset;
            *offset += line.len();
            Some((start, line))
        });
        let found = lines.into_iter().find(|(_, line)| line.starts_with(&begin));
        match found {
            Some((offset, _)) => {
                let what = format!("The message `{key}` cannot be used: {reason}.");
                in_file(self.lang, &self.text, offset, what)
            }
            None => ReportError::Message { lang: self.lang.as_str(), key: key.into() },
        }
    }

    /// Whether there is a message of that key, for keys made from data.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Several things in one line, as the language separates them.
    pub(crate) fn list<I: IntoIterator<Item = String>>(&self, items: I) -> String {
        let joint = if self.lang == Lang::Zh { "、" } else { ", " };
        items.into_iter().collect::<Vec<_>>().join(joint)
    }

    /// Several sentences one after the other.
    pub(crate) fn sentences<I: IntoIterator<Item = String>>(&self, sentences: I) -> String {
        let joint = if self.lang == Lang::Zh { "" } else { " " };
        sentences.into_iter().collect::<Vec<_>>().join(joint)
    }

    /// "Edition 2023-0a1b2c3d".
    pub(crate) fn edition_named(&self, edition: &str) -> Result<String, ReportError> {
        self.tell("edition-named", [("edition", edition.into())])
    }

    /// "6 of 27".
    pub(crate) fn rank(&self, (rank, of): (i32, i32)) -> Result<String, ReportError> {
        self.tell("rank", [("rank", rank.to_string().into()), ("of", of.to_string().into())])
    }
}

/// The text of a language's message file.
pub(crate) fn text(lang: Lang) -> Result<String, ReportError> {
    let missing = || {
        let what = "The program was built without the file.".to_owned();
        in_file(lang, "", 0, what)
    };
    let file = Files::get(&format!("{lang}.ftl")).ok_or_else(missing)?;
    String::from_utf8(file.data.into_owned()).map_err(|error| {
        let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let offset = error.utf8_error().valid_up_to();
        in_file(lang, &lossy, offset, "The file is not UTF-8.".into())
    })
}

/// A key that is there twice: the second place is the mistake.
fn twice(lang: Lang, text: &str, errors: &[FluentError]) -> ReportError {
    let id = errors.iter().find_map(|error| match error {
        FluentError::Overriding { id, .. } => Some(id.as_str()),
        _ => None,
    });
    let id = id.unwrap_or_default();
    let offset = text.rfind(&format!("\n{id} =")).map_or(0, |newline| newline + 1);
    in_file(lang, text, offset, format!("The message `{id}` is there twice."))
}

fn in_file(lang: Lang, text: &str, offset: usize, what: String) -> ReportError {
    let (line, column) = position(text, offset);
    let file = format!("reports/messages/{lang}.ftl");
    let way_out = "Correct it there; https://projectfluent.org/fluent/guide shows the syntax.";
    ReportError::File { file, line, column, what, way_out: way_out.into() }
}

/// Only plurals depend on it: numbers are written before they become part of a message.
fn locale(lang: Lang) -> LanguageIdentifier {
    lang.as_str().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    type Variables = BTreeMap<String, BTreeSet<String>>;

    fn variables(lang: Lang) -> Variables {
        let source = text(lang).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
        let messages = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let mut all = Variables::new();
        for message in messages {
            let mut names = BTreeSet::new();
            collect(message.value.as_ref().unwrap(), &mut names);
            all.insert(message.id.name.to_owned(), names);
        }
        all
    }

    fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => collect_inline(inline, names),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, names);
                    variants.iter().for_each(|variant| collect(&variant.value, names));
                }
            }
        }
    }

    fn collect_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    }

    #[test]
    fn every_language_says_everything_with_the_same_variables() {
        let english = variables(Lang::En);
        assert!(english.len() > 50);
        for lang in [Lang::Nl, Lang::Fr, Lang::Zh] {
            let own = variables(lang);
            for key in english.keys().chain(own.keys()) {
                // A language without plurals need not ask for the number.
                let relevant = |names: Option<&BTreeSet<String>>| {
                    names.map(|names| names.iter().filter(|n| *n != "count").cloned().collect())
                };
                let here: Option<BTreeSet<String>> = relevant(own.get(key));
                assert_eq!(here, relevant(english.get(key)), "`{key}` in {lang}.ftl");
            }
        }
    }

    #[test]
    fn nothing_is_left_in_english_by_mistake() {
        let english = text(Lang::En).unwrap();
        for lang in [Lang::Nl, Lang::Fr, Lang::Zh] {
            let own = text(lang).unwrap();
            for line in english.lines().filter(|line| line.len() > 60 && !line.starts_with('#')) {
                assert!(!own.lines().any(|other| other == line), "{lang}.ftl repeats: {line}");
            }
        }
    }

    #[test]
    fn every_message_is_used() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"));
        let mut code = String::new();
        let mut folders = vec![format!("{root}/src"), format!("{root}/templates")];
        folders.push(format!("{root}/../server/src"));
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.display().to_string());
                } else {
                    code.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        // Keys whose end comes from data: flags, indicators, sources, sections, columns.
        let made = [
            "flag-",
            "indicator-",
            "unit-",
            "about-",
            "formula-",
            "source-",
            "short-",
            "column-",
            "section-",
            "facts-",
            "dashboard-",
            "largest-",
        ];
        for key in variables(Lang::En).keys() {
            let by_name = code.contains(&format!("\"{key}\""));
            assert!(by_name || made.iter().any(|made| key.starts_with(made)), "{key} is not used");
        }
    }

    #[test]
    fn a_wrong_file_is_named_with_its_line() {
        let error = Words::parse(Lang::Nl, "rank = goed\n\nniet goed\n").err().unwrap();
        let text = error.to_string();
        assert!(text.starts_with("reports/messages/nl.ftl, line 3, column"), "{text}");
        let error = Words::parse(Lang::Fr, "a = un\nb = deux\na = trois\n").err().unwrap();
        let text = error.to_string();
        assert!(text.starts_with("reports/messages/fr.ftl, line 3, column 1:"), "{text}");
        assert!(text.contains("`a` is there twice"), "{text}");
    }

    #[test]
    fn a_missing_message_or_variable_is_an_error() {
        let words = Words::parse(Lang::En, "rank = { $rank } of { $of }\n").unwrap();
        assert_eq!(words.rank((6, 27)).unwrap(), "6 of 27");
        assert!(words.say("nothing").unwrap_err().to_string().contains("en.ftl"));
        let error = words.say("rank").unwrap_err().to_string();
        assert!(error.starts_with("reports/messages/en.ftl, line 1, column 1:"), "{error}");
        assert!(error.contains("`rank`"), "{error}");
    }

    #[test]
    fn ranks_read_well_in_every_language() {
        let rank = |lang| Words::builtin(lang).unwrap().rank((6, 27)).unwrap();
        assert_eq!(rank(Lang::En), "6 of 27");
        assert_eq!(rank(Lang::Nl), "6 van 27");
        assert_eq!(rank(Lang::Fr), "6 sur 27");
        assert_eq!(rank(Lang::Zh), "27国中第6");
    }
}
