-- id: balance-within-bounds
-- severity: error
-- about: A relative balance lies between -100 and 100.
select indicator, source, geo, subject, year, value
from candidates
where indicator = 'trade-relative-balance' and (value < -100 or value > 100)
order by source, geo, subject, year
