-- id: trade-world-share
-- unit: percent
-- formula: 100 x exports of the subject / exports of the subject by all countries.
-- rows: export
-- figure: rankings
-- valid: 0 to 100
select x.source, x.geo, x.subject_kind, x.subject, x.year, 1 as years,
       100.0 * x.value_usd / w.value_usd as value,
       x.value_usd as numerator, w.value_usd as denominator,
       x.n, merge_flags(x.status, w.status) as status
from trade_flagged x
join trade_flagged w
  on w.source = x.source and w.subject = x.subject and w.year = x.year
 and w.flow = 'export' and w.geo = 'WORLD'
where x.flow = 'export' and x.geo <> 'WORLD' and w.value_usd > 0
