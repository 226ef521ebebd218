//! Numbers as each language writes them.

use sextant_definitions::Lang;

const MINUS: char = '\u{2212}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// Writes numbers in one language: `1,234.5` in English and Chinese, `1.234,5` in
/// Dutch, `1 234,5` in French; with a true minus sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers(pub Lang);

impl Numbers {
    /// A number with so many decimals, rounded half away from zero as the charts do.
    /// What rounds to zero has no sign.
    #[must_use]
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        self.with_sign(value, decimals, "")
    }

    /// The same with a plus sign before what is above zero.
    #[must_use]
    pub fn signed(self, value: f64, decimals: usize) -> String {
        self.with_sign(value, decimals, "+")
    }

    /// As [`Numbers::decimal`], with `<0.01` for what is above zero and would read `0.00`.
    #[must_use]
    pub fn at_least(self, value: f64, decimals: usize) -> String {
        let text = self.decimal(value, decimals);
        let nothing = text.chars().all(|letter| !('1'..='9').contains(&letter));
        if value > 0.0 && nothing && decimals > 0 {
            let zeros = "0".repeat(decimals - 1);
            return format!("<0{}{zeros}1", self.decimal_mark());
        }
        text
    }

    /// A whole number.
    #[must_use]
    pub fn whole(self, value: usize) -> String {
        self.grouped(&value.to_string())
    }

    fn with_sign(self, value: f64, decimals: usize, plus: &str) -> String {
        let digits = rounded(value.abs(), decimals);
        let zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = match value {
            _ if zero => String::new(),
            _ if value < 0.0 => MINUS.to_string(),
            _ => plus.to_owned(),
        };
        text.push_str(&self.grouped(whole));
        if !fraction.is_empty() {
            text.push(self.decimal_mark());
            text.push_str(fraction);
        }
        text
    }

    fn grouped(self, whole: &str) -> String {
        let mut text = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                text.push(self.group_mark());
            }
            text.push(digit);
        }
        text
    }

    fn group_mark(self) -> char {
        match self.0 {
            Lang::En | Lang::Zh => ',',
            Lang::Nl => '.',
            Lang::Fr => NARROW_NO_BREAK_SPACE,
        }
    }

    fn decimal_mark(self) -> char {
        match self.0 {
            Lang::En | Lang::Zh => '.',
            Lang::Nl | Lang::Fr => ',',
        }
    }
}

/// Digits of a positive number. Rust rounds an exact half to the even digit, and the
/// charts' JavaScript away from zero: a table must not differ from the chart above it.
fn rounded(value: f64, decimals: usize) -> String {
    let half = format!("{value:.*}", decimals + 30);
    let rest = half.split_once('.').and_then(|(_, fraction)| fraction.get(decimals..));
    let exact_half = rest.is_some_and(|rest| {
        rest.strip_prefix('5').is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'))
    });
    let value = if exact_half { value.next_up() } else { value };
    format!("{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_its_own_way() {
        let text = |lang| Numbers(lang).decimal(-1_234_567.891, 1);
        assert_eq!(text(Lang::En), "\u{2212}1,234,567.9");
        assert_eq!(text(Lang::Nl), "\u{2212}1.234.567,9");
        assert_eq!(text(Lang::Fr), "\u{2212}1\u{202f}234\u{202f}567,9");
        assert_eq!(text(Lang::Zh), "\u{2212}1,234,567.9");
    }

    #[test]
    fn halves_round_away_from_zero() {
        let text = |value, decimals| Numbers(Lang::En).decimal(value, decimals);
        assert_eq!(text(12.25, 1), "12.3");
        assert_eq!(text(12.35, 1), "12.3", "its double lies below the half");
        assert_eq!(text(0.5, 0), "1");
        assert_eq!(text(2.5, 0), "3");
        assert_eq!(text(-0.125, 2), "\u{2212}0.13");
        assert_eq!(text(1e15 + 0.5, 0), "1,000,000,000,000,001");
    }

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        let numbers = Numbers(Lang::En);
        assert_eq!(numbers.signed(-0.04, 1), "0.0");
        assert_eq!(numbers.signed(0.04, 1), "0.0");
        assert_eq!(numbers.signed(0.06, 1), "+0.1");
        assert_eq!(numbers.signed(-0.06, 1), "\u{2212}0.1");
    }

    #[test]
    fn what_is_there_does_not_read_as_nothing() {
        let numbers = Numbers(Lang::Nl);
        assert_eq!(numbers.at_least(0.004, 2), "<0,01");
        assert_eq!(numbers.at_least(0.005_1, 2), "0,01");
        assert_eq!(numbers.at_least(0.0, 2), "0,00");
        assert_eq!(numbers.at_least(10.0, 1), "10,0");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(Numbers(Lang::Nl).whole(27), "27");
        assert_eq!(Numbers(Lang::Nl).whole(4043), "4.043");
        assert_eq!(Numbers(Lang::En).decimal(999.95, 1), "1,000.0");
    }
}
