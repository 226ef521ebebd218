-- id: trade-relative-balance
-- unit: percent
-- formula: 100 x (exports - imports) / (exports + imports); undefined where both are zero.
-- rows: export, import
-- figure: 2
-- valid: -100 to 100
-- note: Imports are CIF and exports FOB, which lowers the balance a little; BACI is FOB on both sides.
select x.source, x.geo, x.subject_kind, x.subject, x.year, 1 as years,
       100.0 * (x.value_usd - m.value_usd) / (x.value_usd + m.value_usd) as value,
       x.value_usd - m.value_usd as numerator,
       x.value_usd + m.value_usd as denominator,
       x.n + m.n as n,
       merge_flags(x.status, m.status) as status
from trade_flagged x
join trade_flagged m
  on m.source = x.source and m.geo = x.geo and m.subject = x.subject and m.year = x.year
 and m.flow = 'import'
where x.flow = 'export' and x.geo <> 'WORLD' and x.value_usd + m.value_usd > 0
