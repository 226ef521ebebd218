//! Symbols of the International and the Cooperative Patent Classification.

use std::fmt;
use std::str::FromStr;

/// A class (`A61`), subclass (`B25J`), main group (`G02B 5`) or subgroup
/// (`G01D 5/26`), packed into an integer whose order is the order of the scheme.
///
/// Digits behind the stroke are read as a decimal fraction: `3/426` stands between
/// `3/42` and `3/43`. A main group `5` and its head `5/00` are different symbols: the
/// first is everything in the group, the second what is filed in its head alone.
///
/// ```
/// use sextant_query::Symbol;
///
/// let symbol: Symbol = "H01M   4/583".parse()?;
/// assert_eq!(symbol.to_string(), "H01M 4/583");
/// assert!("H01M 4".parse::<Symbol>()?.contains(symbol));
/// assert!("H01M 4/58".parse::<Symbol>()? < symbol);
/// # Ok::<(), sextant_query::SymbolError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(u64);

/// How far down a symbol reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// `A61`.
    Class,
    /// `A61K`.
    Subclass,
    /// `A61K 31`.
    MainGroup,
    /// `A61K 31/557`.
    Subgroup,
}

/// Why a text is no symbol.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is not an IPC or CPC symbol; write H01 (class), H01M (subclass), H01M 4 (main group) or H01M 4/583 (subgroup)"
)]
pub struct SymbolError {
    /// What was read.
    pub text: String,
}

/// Digits behind the stroke: six at most, each stored as 1 to 10, and 0 for none.
const SUBGROUP_DIGITS: usize = 6;
const SUBGROUP_BITS: u32 = 21;
const GROUP_BITS: u32 = 14;
const SUBCLASS_BITS: u32 = 5;
const CLASS_BITS: u32 = 7;

impl Symbol {
    /// Reads a symbol as published: any number of blanks between subclass and group.
    /// None where the text is no symbol.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        let text = text.trim_ascii();
        let (head, rest) = text.split_at_checked(3)?;
        let [section, tens, units] = head else { return None };
        if !(matches!(section, b'A'..=b'H' | b'Y')
            && tens.is_ascii_digit()
            && units.is_ascii_digit())
        {
            return None;
        }
        let class = u64::from(tens - b'0') * 10 + u64::from(units - b'0');
        let mut packed = u64::from(section - b'A' + 1) << CLASS_BITS | class;
        let [subclass, rest @ ..] = rest else { return Some(Self::at(packed, 0, 0, 0)) };
        if !subclass.is_ascii_uppercase() {
            return None;
        }
        packed = packed << SUBCLASS_BITS | u64::from(subclass - b'A' + 1);
        let rest = rest.trim_ascii_start();
        if rest.is_empty() {
            return Some(Self(packed << (GROUP_BITS + SUBGROUP_BITS)));
        }
        let (main, sub) = match rest.iter().position(|byte| *byte == b'/') {
            Some(at) => (&rest[..at], Some(&rest[at + 1..])),
            None => (rest, None),
        };
        let group = main_group(main)?;
        let sub = sub.map_or(Some(0), subgroup)?;
        Some(Self((packed << GROUP_BITS | group) << SUBGROUP_BITS | sub))
    }

    fn at(class: u64, subclass: u64, group: u64, sub: u64) -> Self {
        let packed = class << SUBCLASS_BITS | subclass;
        Self((packed << GROUP_BITS | group) << SUBGROUP_BITS | sub)
    }

    /// The packed form, in the order of the scheme; below 2^52.
    #[must_use]
    pub fn packed(self) -> u64 {
        self.0
    }

    /// The symbol of a packed form that [`Symbol::packed`] gave.
    #[must_use]
    pub fn from_packed(packed: u64) -> Self {
        Self(packed)
    }

    /// How far down it reaches.
    #[must_use]
    pub fn depth(self) -> Depth {
        let (_, subclass, group, sub) = self.parts();
        match (subclass, group, sub) {
            (0, _, _) => Depth::Class,
            (_, 0, _) => Depth::Subclass,
            (_, _, 0) => Depth::MainGroup,
            _ => Depth::Subgroup,
        }
    }

    /// The last symbol in the order of the scheme that lies in this one by number.
    #[must_use]
    pub fn last(self) -> Self {
        let free = match self.depth() {
            Depth::Class => SUBCLASS_BITS + GROUP_BITS + SUBGROUP_BITS,
            Depth::Subclass => GROUP_BITS + SUBGROUP_BITS,
            Depth::MainGroup => SUBGROUP_BITS,
            Depth::Subgroup => 0,
        };
        Self(self.0 | ((1 << free) - 1))
    }

    /// Whether another symbol is this one or, for classes, subclasses and main groups,
    /// lies in it. What is indented below a subgroup is not told by numbers: that takes
    /// the scheme.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self <= other && other <= self.last()
    }

    /// The class, subclass or main group above this symbol; for a subgroup, its main
    /// group, whatever it is indented below.
    #[must_use]
    pub fn above(self) -> Option<Self> {
        let (class, subclass, group, _) = self.parts();
        match self.depth() {
            Depth::Class => None,
            Depth::Subclass => Some(Self::at(class, 0, 0, 0)),
            Depth::MainGroup => Some(Self::at(class, subclass, 0, 0)),
            Depth::Subgroup => Some(Self::at(class, subclass, group, 0)),
        }
    }

    fn parts(self) -> (u64, u64, u64, u64) {
        let mask = |bits: u32| (1_u64 << bits) - 1;
        let sub = self.0 & mask(SUBGROUP_BITS);
        let group = self.0 >> SUBGROUP_BITS & mask(GROUP_BITS);
        let subclass = self.0 >> (SUBGROUP_BITS + GROUP_BITS) & mask(SUBCLASS_BITS);
        (self.0 >> (SUBGROUP_BITS + GROUP_BITS + SUBCLASS_BITS), subclass, group, sub)
    }
}

/// Main groups count from 1.
fn main_group(digits: &[u8]) -> Option<u64> {
    let fits = (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    if !fits {
        return None;
    }
    let number = digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    (number > 0).then_some(number)
}

fn subgroup(digits: &[u8]) -> Option<u64> {
    let fits = (2..=SUBGROUP_DIGITS).contains(&digits.len());
    if !fits || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let stored = |at: usize| digits.get(at).map_or(0, |digit| u64::from(digit - b'0') + 1);
    Some((0..SUBGROUP_DIGITS).fold(0, |sum, at| sum * 11 + stored(at)))
}

impl FromStr for Symbol {
    type Err = SymbolError;

    fn from_str(text: &str) -> Result<Self, SymbolError> {
        Self::read(text.as_bytes()).ok_or_else(|| SymbolError { text: text.into() })
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (class, subclass, group, mut sub) = self.parts();
        let letter = |number: u64| {
            char::from(u8::try_from(number).unwrap_or(0).saturating_add(b'A').saturating_sub(1))
        };
        write!(f, "{}{:02}", letter(class >> CLASS_BITS), class & ((1 << CLASS_BITS) - 1))?;
        if subclass > 0 {
            write!(f, "{}", letter(subclass))?;
        }
        if group > 0 {
            write!(f, " {group}")?;
        }
        if sub == 0 {
            return Ok(());
        }
        let mut digits = [0_u64; SUBGROUP_DIGITS];
        for place in digits.iter_mut().rev() {
            *place = sub % 11;
            sub /= 11;
        }
        f.write_str("/")?;
        digits.iter().filter(|digit| **digit > 0).try_for_each(|digit| write!(f, "{}", digit - 1))
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Symbol({self})")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    fn symbol(text: &str) -> Symbol {
        text.parse().unwrap()
    }

    #[test]
    fn symbols_of_every_depth_print_as_they_are_written() {
        for text in
            ["A61", "B25J", "G02B 5", "G01D 5/26", "Y02E 10/541", "G05B 2219/39", "H01L 31/00"]
        {
            assert_eq!(symbol(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_symbol() {
        for text in ["", "A6", "61A", "b25J", "A61 5", "G02B 5/", "G02B 5/2", "X01B", "G02B 0/10"] {
            assert!(text.parse::<Symbol>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_long_main_group_is_refused_before_it_is_counted() {
        assert_eq!(Symbol::read(b"H01M 4TTTTTTTTTTTTTTTTTTTTTTTTTT/00"), None);
        assert_eq!(Symbol::read(b"H01M 99999999999999999999999999"), None);
    }

    #[test]
    fn fixed_width_and_unspaced_forms_are_the_same_symbol() {
        assert_eq!(symbol("H01M   4/583"), symbol("H01M 4/583"));
        assert_eq!(symbol("H01M4/583 "), symbol("H01M 4/583"));
    }

    #[test]
    fn digits_behind_the_stroke_are_a_decimal_fraction() {
        let order = ["A61K 3", "A61K 3/00", "A61K 3/42", "A61K 3/426", "A61K 3/43", "A61K 20/00"];
        assert!(order.windows(2).all(|pair| symbol(pair[0]) < symbol(pair[1])));
    }

    #[test]
    fn a_number_that_begins_another_is_not_above_it() {
        assert!(!symbol("C10L 5/40").contains(symbol("C10L 5/403")));
        assert!(!symbol("G02B 5").contains(symbol("G02B 50/10")));
        assert!(symbol("G02B 5").contains(symbol("G02B 5/20")));
        assert!(symbol("G02B").contains(symbol("G02B 5/20")));
        assert!(symbol("G02").contains(symbol("G02B 5/20")));
    }
}
