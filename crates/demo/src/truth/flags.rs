//! Status flags.

/// A set of status flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    /// No flag.
    pub(super) const NONE: Self = Self(0);
    /// A sum over the EU27 in which members are missing.
    pub(super) const INCOMPLETE_MEMBERS: Self = Self(1);
    /// Some codes of the subject have no row in the source and year.
    pub(super) const PARTIAL_CODES: Self = Self(2);
    /// A total over too few chapters.
    pub(super) const PARTIAL_PRODUCTS: Self = Self(4);
    /// A share that rests on few families.
    pub(super) const LOW_COUNT: Self = Self(8);
    /// A year of which not all inventions have been published yet.
    pub(super) const TRUNCATED: Self = Self(16);
    /// The headings of the year are not the goods of the year before, or a publisher
    /// says that its series breaks.
    pub(super) const BREAK: Self = Self(32);
    /// What is confidential leaves an interval.
    pub(super) const CONFIDENTIAL: Self = Self(64);
    /// What is confidential changes next to nothing.
    pub(super) const CONFIDENTIAL_PART: Self = Self(128);
    /// Members publish more than the total of the European Union.
    pub(super) const EU_TOTAL_BELOW_SUM: Self = Self(256);
    /// The amount of some rounds is not known.
    pub(super) const UNDISCLOSED_AMOUNTS: Self = Self(512);
    /// The amount of some rounds is in a currency without a rate.
    pub(super) const UNCONVERTED_AMOUNTS: Self = Self(1024);
    /// The last months of the last year are missing.
    pub(super) const INCOMPLETE_YEAR: Self = Self(2048);
    /// An estimate of the publisher.
    pub(super) const ESTIMATED: Self = Self(4096);
    /// To be revised by the publisher.
    pub(super) const PROVISIONAL: Self = Self(8192);

    /// Names in alphabetical order, the order in which flags are printed.
    const NAMES: [(Self, &str); 14] = [
        (Self::BREAK, "break"),
        (Self::CONFIDENTIAL, "confidential"),
        (Self::CONFIDENTIAL_PART, "confidential-part"),
        (Self::ESTIMATED, "estimated"),
        (Self::EU_TOTAL_BELOW_SUM, "eu-total-below-sum"),
        (Self::INCOMPLETE_MEMBERS, "incomplete-members"),
        (Self::INCOMPLETE_YEAR, "incomplete-year"),
        (Self::LOW_COUNT, "low-count"),
        (Self::PARTIAL_CODES, "partial-codes"),
        (Self::PARTIAL_PRODUCTS, "partial-products"),
        (Self::PROVISIONAL, "provisional"),
        (Self::TRUNCATED, "truncated"),
        (Self::UNCONVERTED_AMOUNTS, "unconverted-amounts"),
        (Self::UNDISCLOSED_AMOUNTS, "undisclosed-amounts"),
    ];

    /// Both sets together.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has a flag in common with another set.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the codes behind it are all there.
    pub(super) fn complete(self) -> bool {
        !self.has(Self::PARTIAL_CODES.with(Self::PARTIAL_PRODUCTS))
    }

    /// The flags joined by `;`, empty where there is none.
    pub(super) fn text(self) -> String {
        let names = Self::NAMES.iter().filter(|(flag, _)| self.has(*flag)).map(|(_, name)| *name);
        names.collect::<Vec<_>>().join(";")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_print_in_alphabetical_order_without_repetition() {
        let flags = Flags::PARTIAL_CODES.with(Flags::INCOMPLETE_MEMBERS).with(Flags::PARTIAL_CODES);
        assert_eq!(flags.text(), "incomplete-members;partial-codes");
        assert_eq!(Flags::TRUNCATED.with(Flags::LOW_COUNT).text(), "low-count;truncated");
        assert_eq!(Flags::NONE.text(), "");
        assert!(Flags::NAMES.is_sorted_by_key(|(_, name)| *name));
        assert!(Flags::INCOMPLETE_MEMBERS.complete() && !flags.complete());
    }
}
