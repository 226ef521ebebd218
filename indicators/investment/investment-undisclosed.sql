-- id: investment-undisclosed
-- unit: rounds
-- formula: Number of counted rounds whose amount was not disclosed.
-- figure: tables of figure 3
-- valid: 0 or more
-- note: Which rounds count stands in rules/investment.toml and is a reconstruction. Country by headquarters; a company counts fully in each of its ecosystems and technologies.
select source, geo, subject_kind, subject, year, years,
       cast(undisclosed as double) as value,
       cast(undisclosed as double) as numerator, cast(null as double) as denominator,
       rounds as n, status
from investment_values
