//! What was raised, and its sums.

use sextant_definitions::ExchangeRates;

/// What a row says of the amount, in whole units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// Nothing.
    Undisclosed,
    /// An amount of 0, which is none.
    Zero,
    /// In dollars.
    Dollars(u64),
    /// In another currency, and perhaps in dollars by the publisher.
    Local {
        /// Units of the currency.
        amount: u64,
        /// ISO 4217 code.
        currency: &'static str,
        /// Dollars.
        usd: Option<u64>,
    },
}

impl Raised {
    /// Thousandths of a dollar, with the rate of the year where the publisher has not
    /// converted it himself.
    pub(super) fn usd(self, rates: &ExchangeRates, year: u16) -> Option<i64> {
        match self {
            Self::Undisclosed | Self::Zero => None,
            Self::Dollars(usd) | Self::Local { usd: Some(usd), .. } => milli(usd),
            Self::Local { amount, currency, usd: None } => {
                let (local, dollars) = (rates.per_eur(currency, year)?, rates.usd_per_eur(year)?);
                Some(thousandths(units(milli(amount)?) / local * dollars))
            }
        }
    }

    /// Thousandths of a euro: the amount itself, or that in dollars converted.
    pub(super) fn eur(self, rates: &ExchangeRates, year: u16) -> Option<i64> {
        match self {
            Self::Local { amount, currency: "EUR", .. } => milli(amount),
            other => {
                let usd = other.usd(rates, year)?;
                Some(thousandths(units(usd) / rates.usd_per_eur(year)?))
            }
        }
    }
}

fn milli(amount: u64) -> Option<i64> {
    i64::try_from(amount * 1_000).ok()
}

#[expect(clippy::cast_precision_loss, reason = "as the rule says, far below 2^53")]
fn units(milli: i64) -> f64 {
    milli as f64 / 1_000.0
}

/// Half away from zero.
#[expect(clippy::cast_possible_truncation, reason = "amounts of money are far below 2^63")]
fn thousandths(amount: f64) -> i64 {
    (amount * 1_000.0).round() as i64
}

/// Amounts summed, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Money {
    sum: i128,
    largest: i64,
    amounts: i64,
}

impl Money {
    fn add(&mut self, other: Self) {
        self.sum += other.sum;
        self.largest = self.largest.max(other.largest);
        self.amounts += other.amounts;
    }

    fn of(amount: Option<i64>) -> Self {
        let some = |amount| Self { sum: i128::from(amount), largest: amount, amounts: 1 };
        amount.map_or_else(Self::default, some)
    }
}

/// Rounds of one geography, subject and period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// How many count.
    pub(crate) rounds: i64,
    /// Of how many nobody knows the amount.
    pub(crate) undisclosed: i64,
    /// Of how many the amount could not be converted.
    pub(crate) unconverted: i64,
    usd: Money,
    eur: Money,
}

/// A currency of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum In {
    Usd,
    Eur,
}

impl Sum {
    pub(super) fn one(round: &super::rounds::Counted) -> Self {
        let missing = round.usd.is_none() || round.eur.is_none();
        Self {
            rounds: 1,
            undisclosed: i64::from(round.undisclosed),
            unconverted: i64::from(!round.undisclosed && missing),
            usd: Money::of(round.usd),
            eur: Money::of(round.eur),
        }
    }

    /// Adds another sum.
    pub(crate) fn add(&mut self, other: Self) {
        self.rounds += other.rounds;
        self.undisclosed += other.undisclosed;
        self.unconverted += other.unconverted;
        self.usd.add(other.usd);
        self.eur.add(other.eur);
    }

    /// What was raised; none where there are rounds and no amount of any is known.
    pub(crate) fn raised(self, currency: In) -> Option<f64> {
        Some(float(self.known(currency)?.sum))
    }

    /// The same without the largest amount.
    pub(crate) fn without_largest(self, currency: In) -> Option<f64> {
        let money = self.known(currency)?;
        Some(float(money.sum - i128::from(money.largest)))
    }

    fn known(self, currency: In) -> Option<Money> {
        let money = match currency {
            In::Usd => self.usd,
            In::Eur => self.eur,
        };
        (self.rounds == 0 || money.amounts > 0).then_some(money)
    }
}

#[expect(clippy::cast_precision_loss, reason = "the rule: nearest float, then divided by 1000")]
fn float(milli: i128) -> f64 {
    milli as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use sextant_definitions::Definitions;

    use super::*;

    #[test]
    fn amounts_are_converted_once_and_rounded() {
        let rates = Definitions::builtin().expect("valid definitions").rates;
        let local = |usd| Raised::Local { amount: 1_000_000, currency: "EUR", usd };
        assert_eq!(local(None).usd(&rates, 2020), Some(1_142_200_000));
        assert_eq!(local(None).eur(&rates, 2020), Some(1_000_000_000));
        assert_eq!(local(Some(7)).usd(&rates, 2020), Some(7_000));
        assert_eq!(Raised::Dollars(1_000_000).eur(&rates, 2020), Some(875_503_414));
        let strange = Raised::Local { amount: 1, currency: "XXX", usd: None };
        assert_eq!((strange.usd(&rates, 2020), strange.eur(&rates, 2020)), (None, None));
    }
}
