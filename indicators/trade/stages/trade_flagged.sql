-- The cells, with the years marked in which a series breaks. A break at a year
-- means that it cannot be compared with the year before.
select c.source, c.year, c.flow, c.subject_kind, c.subject, c.geo, c.value_usd, c.n,
       merge_flags(c.status, case when b.year is not null then 'break' else '' end) as status
from trade_cells c
left join trade_breaks b
  on b.source = c.source and b.year = c.year and b.flow = c.flow and b.subject = c.subject
 and b.geo = c.geo
