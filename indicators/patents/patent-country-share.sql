-- id: patent-country-share
-- unit: percent
-- formula: 100 x families of the country in the subject / all families of the country.
-- figure: 1, 4, 7
-- valid: 0 to 100
-- note: A share on few families (low_count in rules/patents.toml, ten as it stands) is flagged low-count.
select p.source, p.geo, p.subject_kind, p.subject, p.year, p.years,
       100.0 * p.families / a.families as value,
       p.families as numerator, a.families as denominator, p.n,
       merge_flags(p.status, case when p.n < r.low_count then 'low-count' else '' end) as status
from patent_values p
cross join patent_rules r
join patent_values a
  on a.source = p.source and a.geo = p.geo and a.year = p.year and a.years = p.years
 and a.subject = 'all-patents'
where p.subject_kind <> 'total' and a.families > 0
