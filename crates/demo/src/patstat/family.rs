//! A family: one invention, filed at one or more offices.

use std::rc::Rc;

use crate::patstat::templates::Template;

/// Language of what an office publishes besides English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Office {
    pub(super) code: &'static str,
    pub(super) language: &'static str,
}

/// The international bureau, the European and the American office come first.
pub(super) const OFFICES: [Office; 16] = [
    Office { code: "WO", language: "fr" },
    Office { code: "EP", language: "de" },
    Office { code: "US", language: "es" },
    Office { code: "JP", language: "ja" },
    Office { code: "CN", language: "zh" },
    Office { code: "DE", language: "de" },
    Office { code: "KR", language: "ko" },
    Office { code: "TW", language: "zh" },
    Office { code: "FR", language: "fr" },
    Office { code: "GB", language: "fr" },
    Office { code: "BE", language: "nl" },
    Office { code: "NL", language: "nl" },
    Office { code: "ES", language: "es" },
    Office { code: "CA", language: "fr" },
    Office { code: "AU", language: "fr" },
    Office { code: "IN", language: "fr" },
];

/// Place of the international bureau.
pub(super) const WO: usize = 0;
/// Place of the European Patent Office.
pub(super) const EP: usize = 1;
/// Place of the American office.
pub(super) const US: usize = 2;

/// What year columns say where no year is known.
pub(super) const NO_YEAR: u16 = 9999;

/// What a member has as its title or abstract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    /// English, with the phrases of the outline.
    Planted,
    /// English, without them.
    Plain,
    /// In another language.
    Foreign,
    /// Nothing.
    None,
}

impl Wording {
    fn is_english(self) -> bool {
        matches!(self, Self::Planted | Self::Plain)
    }
}

/// What a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// An application for a patent.
    Patent,
    /// One for a utility model: not counted.
    UtilityModel,
    /// Made up by the publisher to complete a family: not counted.
    Artificial,
}

/// One application.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) id: u64,
    /// Place in [`OFFICES`].
    pub(super) office: usize,
    pub(super) right: Right,
    /// The international application it comes from, 0 for none.
    pub(super) international: u64,
    pub(super) filing: u16,
    pub(super) earliest: u16,
    pub(super) title: Wording,
    pub(super) text: Wording,
    /// Whether its applicants are known.
    pub(super) applicants: bool,
}

impl Member {
    /// An application for a patent with everything known.
    pub(super) fn new(office: usize, filing: u16, earliest: u16) -> Self {
        Self {
            id: 0,
            office,
            right: Right::Patent,
            international: 0,
            filing,
            earliest,
            title: Wording::Planted,
            text: Wording::Planted,
            applicants: true,
        }
    }

    /// The number under which this office knows a firm.
    pub(super) fn variant(&self) -> u64 {
        u64::try_from(self.office.min(3)).unwrap_or(3)
    }

    /// PCT before EP before others, each by number.
    fn standing(&self) -> (usize, u64) {
        (self.office.min(US), self.id)
    }
}

/// An invention.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) docdb: u64,
    pub(super) inpadoc: u64,
    /// In the order of their numbers.
    pub(super) members: Vec<Member>,
    /// Country and firm of every applicant, the first first.
    pub(super) applicants: Vec<(usize, u64)>,
    /// Country and number of every inventor.
    pub(super) inventors: Vec<(usize, u64)>,
    pub(super) template: Rc<Template>,
    /// What members are filed under that do not count.
    pub(super) decoy: Rc<Template>,
    /// Whether its symbols are spread over the members, not repeated for each.
    pub(super) spread: bool,
    /// For the choice of words.
    pub(super) key: u64,
}

impl Family {
    /// The members that count.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.right == Right::Patent)
    }

    /// Whether an international or European application is among them.
    pub(super) fn is_transnational(&self) -> bool {
        self.counted().any(|member| member.office == WO || member.office == EP)
    }

    /// The earliest year of any member.
    pub(super) fn year(&self) -> Option<u16> {
        self.counted().map(|member| member.earliest).filter(|year| *year != NO_YEAR).min()
    }

    /// The member whose applicants and text stand for the family.
    pub(super) fn representative(&self) -> Option<&Member> {
        self.counted().filter(|member| member.applicants).min_by_key(|member| member.standing())
    }

    /// Whether the outline's phrases are in the title and in the abstract of the family.
    pub(super) fn planted(&self) -> [bool; 2] {
        let part = |of: fn(&Member) -> Wording| {
            let own = self.representative().map(of).filter(|wording| wording.is_english());
            let other = || self.counted().map(of).find(|wording| wording.is_english());
            own.or_else(other) == Some(Wording::Planted)
        };
        [part(|member| member.title), part(|member| member.text)]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails it")]

    use super::*;

    fn family(members: &[Member]) -> Family {
        let members = (1..).zip(members).map(|(id, member)| Member { id, ..*member }).collect();
        let template = Rc::new(Template::default());
        let (applicants, inventors) = (vec![(0, 0)], Vec::new());
        let decoy = Rc::clone(&template);
        let (docdb, inpadoc, spread, key) = (1, 1, false, 0);
        Family { docdb, inpadoc, members, applicants, inventors, template, decoy, spread, key }
    }

    #[test]
    fn the_international_application_stands_for_the_family() {
        let [us, ep, wo] = [US, EP, WO].map(|office| Member::new(office, 2011, 2010));
        assert_eq!(family(&[us, ep, wo]).representative().unwrap().id, 3);
        let unknown = Member { applicants: false, ..wo };
        assert_eq!(family(&[us, ep, unknown]).representative().unwrap().id, 2);
        assert!(family(&[us, unknown]).is_transnational());
        let model = Member { right: Right::UtilityModel, ..ep };
        assert!(!family(&[us, model]).is_transnational());
    }

    #[test]
    fn another_member_has_the_text_where_the_first_has_none_in_english() {
        let [us, ep, wo] = [US, EP, WO].map(|office| Member::new(office, 2011, 2010));
        let foreign = Member { title: Wording::Foreign, text: Wording::None, ..wo };
        let plain = Member { title: Wording::Plain, ..us };
        assert_eq!(family(&[plain, ep, foreign]).planted(), [false, true]);
        assert_eq!(family(&[plain, ep, wo]).planted(), [true, true]);
    }

    #[test]
    fn the_year_is_the_earliest_known() {
        let member = |earliest| Member::new(EP, 2012, earliest);
        assert_eq!(family(&[member(NO_YEAR), member(2011), member(2010)]).year(), Some(2010));
        assert_eq!(family(&[member(NO_YEAR)]).year(), None);
    }
}
