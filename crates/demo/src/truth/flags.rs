//! Status flags.

/// A set of status flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u8);

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

    /// Names in alphabetical order, the order in which flags are printed.
    const NAMES: [(Self, &str); 5] = [
        (Self::INCOMPLETE_MEMBERS, "incomplete-members"),
        (Self::LOW_COUNT, "low-count"),
        (Self::PARTIAL_CODES, "partial-codes"),
        (Self::PARTIAL_PRODUCTS, "partial-products"),
        (Self::TRUNCATED, "truncated"),
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
        assert!(Flags::INCOMPLETE_MEMBERS.complete() && !flags.complete());
    }
}
