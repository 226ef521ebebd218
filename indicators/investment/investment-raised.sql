-- id: investment-raised
-- unit: USD
-- formula: Sum of the disclosed amounts of counted rounds of companies with headquarters in the country, in US dollars.
-- figure: tables of figure 3
-- valid: 0 or more
-- note: Which rounds count stands in rules/investment.toml and is a reconstruction. Country by headquarters; a company counts fully in each of its ecosystems and technologies. Amounts in other currencies are converted with the annual averages of the European Central Bank.
select source, geo, subject_kind, subject, year, years,
       cast(usd as double) as value,
       cast(usd as double) as numerator, cast(null as double) as denominator,
       rounds as n, status
from investment_values
