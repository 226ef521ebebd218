-- id: trade-imports
-- unit: USD
-- formula: Sum of the imports of the subject's products from all partners, CIF.
-- rows: import
-- figure: tables of figure 2
-- valid: 0 or more
-- note: BACI values imports as the partner's exports, FOB.
select source, geo, subject_kind, subject, year, 1 as years,
       value_usd as value, value_usd as numerator, cast(null as double) as denominator,
       n, status
from trade_flagged
where flow = 'import'
