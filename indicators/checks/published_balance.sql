-- id: published-balance
-- severity: warning
-- about: The publisher's trade balance equals exports minus imports, to one dollar.
select p.source, p.geo, p.subject, p.year, p.value as published,
       c.numerator as computed
from published_values p
join candidates c
  on c.source = p.source and c.geo = p.geo and c.subject = p.subject and c.year = p.year
 and c.indicator = 'trade-relative-balance'
where p.indicator = 'balance' and abs(c.numerator - p.value) > 1
order by p.source, p.geo, p.subject, p.year
