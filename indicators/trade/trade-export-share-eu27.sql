-- id: trade-export-share-eu27
-- unit: percent
-- formula: 100 x exports of the subject / exports of the subject by the 27 Member States, trade among them included.
-- rows: export
-- figure: rankings
-- valid: 0 to 100
select x.source, x.geo, x.subject_kind, x.subject, x.year, 1 as years,
       100.0 * x.value_usd / e.value_usd as value,
       x.value_usd as numerator, e.value_usd as denominator,
       x.n, merge_flags(x.status, e.status) as status
from trade_flagged x
join geographies g on g.geo = x.geo
join trade_flagged e
  on e.source = x.source and e.subject = x.subject and e.year = x.year
 and e.flow = 'export' and e.geo = 'EU27'
where x.flow = 'export' and g.eu27 and e.value_usd > 0
