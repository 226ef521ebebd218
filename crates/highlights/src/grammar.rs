//! How each language writes shares, ordinals and lists.

use sextant_definitions::Lang;

use crate::numbers::Numbers;

const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// Writes in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar(pub(crate) Lang);

impl Grammar {
    pub(crate) fn numbers(self) -> Numbers {
        Numbers(self.0)
    }

    /// `31.2%`; French sets the sign apart.
    pub(crate) fn percent(self, number: &str) -> String {
        match self.0 {
            Lang::Fr => format!("{number}{NARROW_NO_BREAK_SPACE}%"),
            Lang::En | Lang::Nl | Lang::Zh => format!("{number}%"),
        }
    }

    /// `3rd`, `3e`, `3e` (of `rang`, masculine: `1er`), `第3`.
    pub(crate) fn ordinal(self, number: i32) -> String {
        match self.0 {
            Lang::En => format!("{number}{}", english_ending(number)),
            Lang::Fr if number == 1 => "1er".into(),
            Lang::Nl | Lang::Fr => format!("{number}e"),
            Lang::Zh => format!("第{number}"),
        }
    }

    /// `rank 5 of 27`, as it stands in brackets.
    pub(crate) fn rank(self, (rank, of): (i32, i32)) -> String {
        match self.0 {
            Lang::En => format!("rank {rank} of {of}"),
            Lang::Nl => format!("rang {rank} van {of}"),
            Lang::Fr => format!("{} rang sur {of}", self.ordinal(rank)),
            Lang::Zh => format!("{of}国中{}", self.ordinal(rank)),
        }
    }

    /// A name with something behind it in brackets.
    pub(crate) fn bracketed(self, name: &str, inside: &[String]) -> String {
        match self.0 {
            Lang::Zh => format!("{name}（{}）", inside.join("，")),
            Lang::En | Lang::Nl | Lang::Fr => format!("{name} ({})", inside.join(", ")),
        }
    }

    /// `a, b and c`.
    pub(crate) fn list(self, items: &[String]) -> String {
        let (comma, and) = match self.0 {
            Lang::En => (", ", " and "),
            Lang::Nl => (", ", " en "),
            Lang::Fr => (", ", " et "),
            Lang::Zh => ("、", "和"),
        };
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
        }
    }
}

fn english_ending(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals() {
        let english = |number| Grammar(Lang::En).ordinal(number);
        let all = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 27].map(english);
        assert_eq!(
            all,
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "27th"]
        );
        assert_eq!([1, 2, 21].map(|n| Grammar(Lang::Nl).ordinal(n)), ["1e", "2e", "21e"]);
        assert_eq!([1, 2, 21].map(|n| Grammar(Lang::Fr).ordinal(n)), ["1er", "2e", "21e"]);
        assert_eq!([1, 27].map(|n| Grammar(Lang::Zh).ordinal(n)), ["第1", "第27"]);
    }

    #[test]
    fn ranks_in_brackets() {
        let rank = |lang| Grammar(lang).bracketed("x", &["7".into(), Grammar(lang).rank((1, 27))]);
        assert_eq!(rank(Lang::En), "x (7, rank 1 of 27)");
        assert_eq!(rank(Lang::Nl), "x (7, rang 1 van 27)");
        assert_eq!(rank(Lang::Fr), "x (7, 1er rang sur 27)");
        assert_eq!(rank(Lang::Zh), "x（7，27国中第1）");
    }

    #[test]
    fn lists() {
        let list = |lang, items: &[&str]| {
            Grammar(lang).list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(list(Lang::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(list(Lang::Nl, &["a", "b"]), "a en b");
        assert_eq!(list(Lang::Fr, &["a", "b", "c"]), "a, b et c");
        assert_eq!(list(Lang::Zh, &["a", "b", "c"]), "a、b和c");
        assert_eq!(list(Lang::En, &["a"]), "a");
    }

    #[test]
    fn percents() {
        assert_eq!(Grammar(Lang::Fr).percent("31,2"), "31,2\u{202f}%");
        assert_eq!(Grammar(Lang::Nl).percent("31,2"), "31,2%");
    }
}
