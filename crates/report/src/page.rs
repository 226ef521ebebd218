//! What every page has: head, banner, languages, foot.

use std::fmt::Write;

use sextant_definitions::Lang;
use sextant_monitor::edition::EditionRecord;

use crate::ReportError;
use crate::assets;
use crate::place::Place;
use crate::words::Words;

/// What every page has.
pub(crate) struct Page<'a> {
    pub(crate) words: &'a Words,
    pub(crate) lang: &'static str,
    pub(crate) title: String,
    pub(crate) icon: &'static str,
    /// Trusted markup.
    pub(crate) head: String,
    /// Trusted markup.
    pub(crate) script: String,
    /// Texts of the printed page's margins, as CSS strings.
    pub(crate) running: Running,
    pub(crate) home: Option<String>,
    pub(crate) languages: Vec<Language>,
    pub(crate) demo: bool,
    pub(crate) edition: &'a str,
    pub(crate) edition_id: &'a str,
    /// "Edition 2023-0a1b2c3d, built with Sextant 0.1.0".
    pub(crate) built: String,
    pub(crate) engine: &'a str,
}

/// Texts of the printed page's margins.
pub(crate) struct Running {
    pub(crate) left: String,
    pub(crate) right: String,
}

/// The same page in another language.
pub(crate) struct Language {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

impl<'a> Page<'a> {
    /// `href` says where this page is in a language.
    pub(crate) fn new(
        record: &'a EditionRecord,
        words: &'a Words,
        place: &Place,
        title: String,
        href: impl Fn(Lang) -> Option<String>,
    ) -> Result<Self, ReportError> {
        let languages = place.languages().iter().filter_map(|lang| {
            let current = *lang == words.lang;
            href(*lang).map(|href| Language {
                code: lang.as_str(),
                name: own_name(*lang),
                href,
                current,
            })
        });
        let demo = if record.demo { words.say("demo-label")? } else { String::new() };
        let built = words.tell(
            "footer-edition",
            [("edition", record.name.as_str().into()), ("engine", record.engine.as_str().into())],
        )?;
        let edition = words.edition_named(&record.name)?;
        Ok(Self {
            words,
            lang: words.lang.as_str(),
            icon: assets::ICON,
            head: assets::head(place),
            script: assets::script(place),
            running: Running {
                left: css_string(&format!("{title} · {edition}")),
                right: css_string(&demo),
            },
            title,
            home: place.index(words.lang),
            languages: languages.collect(),
            demo: record.demo,
            edition: &record.name,
            edition_id: &record.id,
            built,
            engine: &record.engine,
        })
    }
}

/// What a language calls itself.
fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Nl => "Nederlands",
        Lang::Fr => "Français",
        Lang::Zh => "中文",
    }
}

/// A text as a CSS string that may stand in a `<style>` element.
fn css_string(text: &str) -> String {
    let mut css = String::from("\"");
    for letter in text.chars() {
        if letter.is_control() || matches!(letter, '"' | '\\' | '<' | '>' | '&') {
            // Writing to a string cannot fail.
            let _ = write!(css, "\\{:x} ", u32::from(letter));
        } else {
            css.push(letter);
        }
    }
    css.push('"');
    css
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn no_text_leaves_its_css_string() {
        assert_eq!(css_string("België · 2023"), "\"België · 2023\"");
        assert_eq!(css_string("a\"</style>\n"), "\"a\\22 \\3c /style\\3e \\a \"");
    }
}
