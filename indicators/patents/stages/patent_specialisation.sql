-- The share of each subject in a country's families, beside its share in the world's.
-- Families of unknown country have no specialisation to speak of.
select p.source, p.geo, p.subject_kind, p.subject, p.year, p.years,
       p.families / a.families as share, w.families / wa.families as world_share, p.n,
       merge_flags(p.status, case when p.n < r.low_count then 'low-count' else '' end) as status
from patent_values p
cross join patent_rules r
join patent_values a
  on a.source = p.source and a.geo = p.geo and a.year = p.year and a.years = p.years
 and a.subject = 'all-patents'
join patent_values w
  on w.source = p.source and w.subject = p.subject and w.year = p.year and w.years = p.years
 and w.geo = 'WORLD'
join patent_values wa
  on wa.source = p.source and wa.year = p.year and wa.years = p.years
 and wa.geo = 'WORLD' and wa.subject = 'all-patents'
where p.subject_kind <> 'total' and p.geo not in ('WORLD', 'ZZ') and a.families > 0 and w.families > 0
