-- id: published-rca
-- severity: error
-- about: Our revealed comparative advantage agrees with the one the publisher prints, to 1e-9.
select p.source, p.geo, p.subject, p.year, p.value as published, c.value as computed
from published_values p
left join candidates c
  on c.source = p.source and c.geo = p.geo and c.subject = p.subject and c.year = p.year
 and c.indicator = 'trade-rca'
where p.indicator = 'comparative-advantage'
  and p.geo <> 'WORLD' and (c.value is null or abs(c.value - p.value) > 0.000000001)
order by p.source, p.geo, p.subject, p.year
