-- The series that are looked at for breaks: single reporters, figures that cover
-- their definition whole.
select c.source, c.flow, c.subject, c.geo, c.year, c.value_usd
from trade_cells c
join geographies g on g.geo = c.geo
where g.kind in ('country', 'historical') and c.value_usd > 0
  and c.status not like '%incomplete-year%'
order by c.source, c.flow, c.subject, c.geo, c.year
