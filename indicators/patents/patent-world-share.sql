-- id: patent-world-share
-- unit: percent
-- formula: 100 x families of the country in the subject / families of all countries in the subject, those of unknown country included.
-- figure: 1, 4, 5, 7, 8
-- valid: 0 to 100
-- note: A share on few families (low_count in rules/patents.toml, ten as it stands) is flagged low-count.
select p.source, p.geo, p.subject_kind, p.subject, p.year, p.years,
       100.0 * p.families / w.families as value,
       p.families as numerator, w.families as denominator, p.n,
       merge_flags(p.status, case when p.n < r.low_count then 'low-count' else '' end) as status
from patent_values p
cross join patent_rules r
join patent_values w
  on w.source = p.source and w.subject = p.subject and w.year = p.year and w.years = p.years
 and w.geo = 'WORLD'
where p.geo <> 'WORLD' and w.families > 0
