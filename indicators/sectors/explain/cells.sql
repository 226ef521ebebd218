-- The cells of statistical tables behind a figure of a sector.
select v.dataset, v.key, v.period, v.value, m.factor, v.flags
from question q
join sector_members m on m.subject = q.subject and m.series = q.series
join statistical_values v
  on v.dataset = m.dataset and v.key = m.key and v.source = q.source and v.geo = q.geo
where (v.year > q.year - q.years and v.year <= q.year) or (q.compared and v.year = q.year - 10)
order by v.dataset, v.key, v.period
