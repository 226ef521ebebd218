//! The rounds of a company.

use std::collections::BTreeMap;

use sextant_definitions::{ExchangeRates, InvestmentRules};

use crate::crunchbase::companies::Company;
use crate::crunchbase::money::Raised;
use crate::crunchbase::{FIRST, YEARS};
use crate::draws::{Draws, Stream, Topic};
use crate::world::World;

/// A date that must be put aside, with its row.
pub(super) const IMPOSSIBLE: &str = "3201-01-15";

/// Kinds as the export writes them, how often each is, and how much is raised, in
/// thousands.
const KINDS: [(&str, u64, [u64; 2]); 20] = [
    ("pre_seed", 60, [50, 800]),
    ("angel", 40, [20, 900]),
    ("seed", 260, [100, 4_000]),
    ("series_a", 160, [1_000, 18_000]),
    ("series_b", 80, [5_000, 50_000]),
    ("series_c", 40, [15_000, 120_000]),
    ("series_d", 20, [30_000, 250_000]),
    ("series_e", 10, [50_000, 500_000]),
    ("series_j", 1, [80_000, 900_000]),
    ("series_unknown", 90, [300, 20_000]),
    ("private_equity", 30, [8_000, 700_000]),
    ("corporate_round", 20, [500, 90_000]),
    ("convertible_note", 30, [50, 3_000]),
    ("equity_crowdfunding", 30, [20, 2_000]),
    ("grant", 60, [20, 3_000]),
    ("debt_financing", 40, [200, 200_000]),
    ("non_equity_assistance", 10, [5, 100]),
    ("initial_coin_offering", 5, [500, 50_000]),
    ("post_ipo_equity", 15, [5_000, 900_000]),
    ("secondary_market", 5, [900, 80_000]),
];

/// Currencies of countries that do not have the euro or the dollar, and how many
/// units are worth about one of these.
const CURRENCIES: [(&str, &str, u64); 10] = [
    ("GB", "GBP", 1),
    ("SE", "SEK", 10),
    ("DK", "DKK", 7),
    ("PL", "PLN", 4),
    ("CH", "CHF", 1),
    ("NO", "NOK", 10),
    ("JP", "JPY", 130),
    ("CN", "CNY", 7),
    ("IN", "INR", 75),
    ("CA", "CAD", 1),
];

/// Currencies that the definitions may have no rate of.
const RARE: [&str; 4] = ["KES", "VND", "NGN", "COP"];

/// A round.
#[derive(Clone, Debug)]
pub(super) struct Round {
    /// Number from 0.
    pub(super) number: u64,
    /// As the export writes it.
    pub(super) kind: &'static str,
    /// Year, month, day; none for an impossible date.
    pub(super) day: Option<(u16, u64, u64)>,
    /// What was raised.
    pub(super) raised: Raised,
    /// Whether the row itself tells the country of the company.
    pub(super) placed: bool,
}

/// A round that counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub(super) year: u16,
    pub(super) month: u64,
    pub(super) undisclosed: bool,
    /// Thousandths of a dollar.
    pub(super) usd: Option<i64>,
    /// Thousandths of a euro.
    pub(super) eur: Option<i64>,
    /// Whether the row itself tells the country.
    pub(super) placed: bool,
}

/// All of them.
#[derive(Debug)]
pub(super) struct Rounds<'a> {
    draws: Draws,
    rules: &'a InvestmentRules,
    rates: &'a ExchangeRates,
    /// Currencies without a rate.
    rare: Vec<&'static str>,
}

impl<'a> Rounds<'a> {
    pub(super) fn new(world: &World<'a>) -> Self {
        let rates = &world.definitions.rates;
        let known = rates.currencies();
        let rare = RARE.into_iter().filter(|currency| !known.contains(currency)).collect();
        Self { draws: world.draws, rules: &world.definitions.investment_rules, rates, rare }
    }

    /// The rounds of a company, numbered from `first`.
    pub(super) fn of(&self, company: &Company, first: u64) -> Vec<Round> {
        let mut draws = self.draws.stream(Topic::Company, &[company.number, 1]);
        let count = 1 + draws.below(4);
        (first..first + count).map(|number| self.round(company, number, &mut draws)).collect()
    }

    fn round(&self, company: &Company, number: u64, draws: &mut Stream) -> Round {
        let (kind, _, range) = kind(draws);
        // The first of all, so that every data set has one.
        let impossible = draws.one_in(1_500) || number == 0;
        let day = Some(day(draws)).filter(|_| !impossible);
        let placed = !draws.one_in(10);
        Round { number, kind, day, raised: self.raised(company, range, draws), placed }
    }

    fn raised(&self, company: &Company, [low, high]: [u64; 2], draws: &mut Stream) -> Raised {
        // Most are near the lower end.
        let part = draws.below(1_001) * draws.below(1_001) / 1_000;
        let amount = (low + (high - low) * part / 1_000) * 1_000;
        if draws.one_in(6) {
            return if draws.one_in(4) { Raised::Zero } else { Raised::Undisclosed };
        }
        if draws.one_in(50) && !self.rare.is_empty() {
            let currency = draws.pick(&self.rare).copied().unwrap_or_default();
            return Raised::Local { amount: amount * 100, currency, usd: None };
        }
        let code = company.land.as_ref().map_or("", |land| land.code.as_str());
        let own = CURRENCIES.iter().find(|(land, ..)| *land == code);
        let euro = company.land.as_ref().is_some_and(|land| land.member);
        let (currency, units) = match own {
            Some((_, currency, units)) => (*currency, *units),
            None if euro => ("EUR", 1),
            None => ("USD", 1),
        };
        if currency == "USD" || draws.one_in(3) {
            return Raised::Dollars(amount);
        }
        // The publisher's own conversion, with the rate of the day.
        let rate = 850 + draws.below(300);
        let usd = Some(amount / 1_000 * rate).filter(|_| draws.one_in(2));
        Raised::Local { amount: amount * units, currency, usd }
    }

    /// What a round adds, if it counts.
    pub(super) fn counted(&self, round: &Round) -> Option<Counted> {
        let (year, month, _) = round.day?;
        if !self.rules.counts(&round.kind.replace('_', "-")) {
            return None;
        }
        let (usd, eur) = (round.raised.usd(self.rates, year), round.raised.eur(self.rates, year));
        let undisclosed = matches!(round.raised, Raised::Undisclosed | Raised::Zero);
        Some(Counted { year, month, undisclosed, usd, eur, placed: round.placed })
    }
}

impl Round {
    /// Its id. All exports know a round by the first eight digits.
    pub(super) fn uuid(&self) -> String {
        format!("{:08x}-f000-4000-8000-000000000000", self.number)
    }

    /// Counts what is special about it.
    pub(super) fn note(&self, company: &Company, noted: &mut BTreeMap<&'static str, u64>) {
        let mut note = |holds: bool, what| *noted.entry(what).or_default() += u64::from(holds);
        note(self.day.is_none(), "impossible_date");
        note(matches!(self.raised, Raised::Undisclosed), "undisclosed");
        note(matches!(self.raised, Raised::Zero), "amount_of_zero");
        note(matches!(self.raised, Raised::Local { usd: None, .. }), "local_amount_alone");
        note(company.land.is_none(), "country_unknown");
        note(!self.placed && company.land.is_some(), "country_with_the_company_alone");
        note(!company.listed, "company_not_listed");
    }
}

fn kind(draws: &mut Stream) -> (&'static str, u64, [u64; 2]) {
    let whole: u64 = KINDS.iter().map(|(_, often, _)| often).sum();
    let mut left = draws.below(whole);
    for kind in KINDS {
        match left.checked_sub(kind.1) {
            Some(rest) => left = rest,
            None => return kind,
        }
    }
    KINDS[0]
}

/// A day, more often in later years.
fn day(draws: &mut Stream) -> (u16, u64, u64) {
    let years = u64::try_from(YEARS).unwrap_or(1);
    let [a, b] = [draws.below(years), draws.below(years)];
    let year = FIRST + u16::try_from(a.max(b)).unwrap_or(0);
    (year, 1 + draws.below(12), 1 + draws.below(28))
}
