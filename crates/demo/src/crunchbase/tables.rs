//! The two tables, with the columns of the export.

use std::path::Path;

use crate::Error;
use crate::crunchbase::companies::Company;
use crate::crunchbase::money::Raised;
use crate::crunchbase::rounds::{IMPOSSIBLE, Round};
use crate::output::{Output, WrittenFile, csv_field};

const ORGANIZATIONS: &str = "uuid,name,type,permalink,cb_url,rank,created_at,updated_at,\
legal_name,roles,domain,homepage_url,country_code,state_code,region,city,address,postal_code,\
status,short_description,category_list,category_groups_list,num_funding_rounds,\
total_funding_usd,total_funding,total_funding_currency_code,founded_on,last_funding_on,\
closed_on,employee_count,email,phone,facebook_url,linkedin_url,twitter_url,logo_url,alias1,\
alias2,alias3,primary_role,num_exits\n";

const ROUNDS: &str = "uuid,name,type,permalink,cb_url,rank,created_at,updated_at,country_code,\
state_code,region,city,investment_type,announced_on,raised_amount_usd,raised_amount,\
raised_amount_currency_code,post_money_valuation_usd,post_money_valuation,\
post_money_valuation_currency_code,investor_count,org_uuid,org_name,lead_investor_uuids\n";

/// The day on which every row says that it was made.
const MADE: &str = "2000-01-01 00:00:00";

/// After so many companies stands an organisation that is none.
const INVESTORS: u64 = 50;

/// Both tables, being written.
#[derive(Debug)]
pub(super) struct Tables {
    organizations: Output,
    rounds: Output,
}

impl Tables {
    pub(super) fn create(out: &Path) -> Result<Self, Error> {
        let mut organizations = Output::create(out, "crunchbase/organizations_DEMO.csv")?;
        let mut rounds = Output::create(out, "crunchbase/funding_rounds_DEMO.csv")?;
        organizations.text(ORGANIZATIONS)?;
        rounds.text(ROUNDS)?;
        Ok(Self { organizations, rounds })
    }

    /// Writes a company, if it is listed, and from time to time an investor.
    pub(super) fn company(&mut self, company: &Company) -> Result<(), Error> {
        let country = company.land.as_ref().map_or("", |land| land.iso3.as_str());
        if company.listed {
            let (uuid, name) = (company.uuid(), company.name());
            let categories = company.categories.join(",");
            self.organization([&uuid, &name, country, "company", &categories])?;
        }
        if company.number.is_multiple_of(INVESTORS) {
            let uuid = format!("{:08x}-a000-4000-8000-000000000000", company.number);
            let name = format!("DEMO Investor {}", company.number / INVESTORS + 1);
            self.organization([&uuid, &name, country, "investor", "Venture Capital"])?;
        }
        Ok(())
    }

    fn organization(&mut self, fields: [&str; 5]) -> Result<(), Error> {
        let [uuid, name, country, role, categories] = fields;
        let link = name.to_lowercase().replace(' ', "-");
        let categories = csv_field(categories);
        let line = format!(
            "{uuid},{name},organization,{link},,,{MADE},{MADE},,{role},,,{country},,,,,,operating,\
             DEMO,{categories},,,,,,,,,unknown,,,,,,,,,,{role},\n"
        );
        self.organizations.row(line.as_bytes())
    }

    /// Writes a round.
    pub(super) fn round(&mut self, round: &Round, company: &Company) -> Result<(), Error> {
        let (uuid, kind) = (round.uuid(), round.kind);
        let land = company.land.as_ref().filter(|_| round.placed);
        let country = land.map_or("", |land| land.iso3.as_str());
        let day = round.day.map_or_else(
            || IMPOSSIBLE.to_owned(),
            |(year, month, day)| format!("{year}-{month:02}-{day:02}"),
        );
        let [usd, local, currency] = amounts(round.raised);
        let (org, name) = (company.uuid(), company.name());
        let title = format!("{kind} round - {name}");
        let line = format!(
            "{uuid},{title},funding_round,,,,{MADE},{MADE},{country},,,,{kind},{day},{usd},\
             {local},{currency},,,,,{org},{name},\n"
        );
        self.rounds.row(line.as_bytes())
    }

    /// Writes what is still in memory.
    pub(super) fn finish(self) -> Result<Vec<WrittenFile>, Error> {
        Ok(vec![self.organizations.finish()?, self.rounds.finish()?])
    }
}

/// Dollars, units of the currency, and the currency.
fn amounts(raised: Raised) -> [String; 3] {
    let text = |usd: Option<u64>, local: Option<u64>, currency: &str| {
        let [usd, local] = [usd, local].map(|n| n.map_or_else(String::new, |n| n.to_string()));
        [usd, local, currency.to_owned()]
    };
    match raised {
        Raised::Undisclosed => text(None, None, ""),
        Raised::Zero => text(Some(0), Some(0), "USD"),
        Raised::Dollars(usd) => text(Some(usd), Some(usd), "USD"),
        Raised::Local { amount, currency, usd } => text(usd, Some(amount), currency),
    }
}
