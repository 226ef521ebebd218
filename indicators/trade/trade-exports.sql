-- id: trade-exports
-- unit: USD
-- formula: Sum of the exports of the subject's products to all partners, FOB.
-- rows: export
-- figure: tables of figure 2
-- valid: 0 or more
-- note: Belgian and Dutch exports contain re-exports and transit.
select source, geo, subject_kind, subject, year, 1 as years,
       value_usd as value, value_usd as numerator, cast(null as double) as denominator,
       n, status
from trade_flagged
where flow = 'export'
