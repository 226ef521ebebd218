-- id: investment-without-largest
-- severity: error
-- about: What companies raised without the largest round is no less than nothing and no more than all of it.
select a.source, a.geo, a.subject, a.year, a.years, a.value as raised, w.value as without_largest
from "investment-raised" a
join "investment-raised-without-largest" w
  on w.source = a.source and w.geo = a.geo and w.subject = a.subject and w.year = a.year
 and w.years = a.years
where w.value < 0 or w.value > a.value
order by a.source, a.geo, a.subject, a.year, a.years
