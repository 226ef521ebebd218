-- id: investment-raised-without-largest
-- unit: USD
-- formula: Sum of the disclosed amounts of counted rounds without the largest of them, in US dollars.
-- figure: tables of figure 3
-- valid: 0 or more
-- note: Which rounds count stands in rules/investment.toml and is a reconstruction. Country by headquarters; a company counts fully in each of its ecosystems and technologies. What remains says how much a value hangs on one company.
select source, geo, subject_kind, subject, year, years,
       cast(usd - usd_largest as double) as value,
       cast(usd - usd_largest as double) as numerator, cast(null as double) as denominator,
       rounds as n, status
from investment_values
