//! What was raised or paid, in the currency of the deal and in US dollars.

use super::cells::Place;
use crate::ShortCode;
use crate::read::{Fault, Out, Record, Table, decimal, is_missing};

/// Units to thousandths.
const MILLI: usize = 3;

/// Columns of amounts.
#[derive(Debug)]
pub(super) struct MoneyColumns {
    usd: Place,
    local: Place,
    currency: usize,
}

/// An amount in thousandths, as stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Money {
    pub(super) amount_milli: Option<i64>,
    pub(super) currency: ShortCode,
    pub(super) usd_milli: Option<i64>,
    /// What is to be noted of it.
    zero: bool,
    without_currency: bool,
}

impl MoneyColumns {
    /// Columns of `table`: in US dollars, in the currency of the deal, and its code.
    pub(super) fn new(table: &Table<'_>, [usd, local, currency]: [usize; 3]) -> Self {
        Self { usd: Place::new(table, usd), local: Place::new(table, local), currency }
    }

    /// Reads the amounts of a record. An amount in dollars alone is one in that
    /// currency; an amount of 0 is none. One without a currency was disclosed and cannot
    /// be converted: it is kept without one.
    ///
    /// # Errors
    /// `bad-number` or `negative-value`.
    pub(super) fn read(&self, record: &Record<'_>) -> Result<Money, Fault> {
        let usd = amount(record.field(self.usd.at), &self.usd.name)?;
        let local = amount(record.field(self.local.at), &self.local.name)?;
        let zero = usd == Some(0) || local == Some(0);
        let (usd, local) = (usd.filter(|&milli| milli > 0), local.filter(|&milli| milli > 0));
        let currency = currency(record.field(self.currency));
        let without_currency = local.is_some() && currency.is_none();
        let dollar = ShortCode::from("USD").unwrap_or_default();
        let own = local.zip(currency);
        let bare = local.map(|milli| (milli, ShortCode::default()));
        let (amount_milli, currency) = own.or(usd.map(|milli| (milli, dollar))).or(bare).unzip();
        let in_dollars = own.filter(|(_, currency)| *currency == dollar).map(|(milli, _)| milli);
        Ok(Money {
            amount_milli,
            currency: currency.unwrap_or_default(),
            usd_milli: usd.or(in_dollars),
            zero,
            without_currency,
        })
    }
}

impl Money {
    /// Notes what is not as it should be.
    pub(super) fn note<T>(&self, out: &mut Out<T>) {
        if self.zero {
            out.note("zero-amount");
        }
        if self.without_currency {
            out.note("amount-without-currency");
        }
    }
}

fn amount(cell: &[u8], column: &str) -> Result<Option<i64>, Fault> {
    if is_missing(cell) { Ok(None) } else { decimal(cell, column, MILLI).map(Some) }
}

/// A code of three letters, in upper case.
fn currency(cell: &[u8]) -> Option<ShortCode> {
    let letters = cell.len() == 3 && cell.iter().all(u8::is_ascii_alphabetic);
    let mut code = ShortCode::from(std::str::from_utf8(cell).ok().filter(|_| letters)?).ok()?;
    code.make_ascii_uppercase();
    Some(code)
}
