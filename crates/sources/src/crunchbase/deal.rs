//! What a round, an acquisition and a transaction have in common.

use super::cells::{Place, day};
use super::money::{Money, MoneyColumns};
use crate::read::{Fault, Out, Record, Table};
use crate::{Day, InvestmentCompany, InvestmentRound};

/// Columns of the day and the amounts of a deal.
#[derive(Debug)]
pub(super) struct DealColumns {
    day: Place,
    money: MoneyColumns,
}

/// When a deal was announced, and for how much.
pub(super) struct Deal {
    pub(super) announced: Day,
    money: Money,
}

impl DealColumns {
    /// Columns of `table`: of the day, and of the amounts as in [`MoneyColumns::new`].
    pub(super) fn new(table: &Table<'_>, [day, money @ ..]: [usize; 4]) -> Self {
        Self { day: Place::new(table, day), money: MoneyColumns::new(table, money) }
    }

    /// Reads the day and the amounts of a record.
    ///
    /// # Errors
    /// `no-date`, `bad-date`, `bad-year`, `bad-number` or `negative-value`.
    pub(super) fn read(&self, record: &Record<'_>) -> Result<Deal, Fault> {
        let announced = day(record.field(self.day.at), &self.day.name)?;
        Ok(Deal { announced, money: self.money.read(record)? })
    }
}

impl Deal {
    /// Adds the round of `company` to `out`, and notes what is not as it should be of
    /// its amounts.
    pub(super) fn add(
        self,
        round: String,
        kind: String,
        company: InvestmentCompany,
        out: &mut Out<InvestmentRound>,
    ) {
        self.money.note(out);
        let InvestmentCompany { company, name, geo, categories } = company;
        out.rows.push(InvestmentRound {
            round,
            company,
            name,
            geo,
            announced: self.announced,
            kind,
            amount_milli: self.money.amount_milli,
            currency: self.money.currency,
            amount_usd_milli: self.money.usd_milli,
            categories,
        });
    }
}
