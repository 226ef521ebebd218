-- id: intervals-hold-values
-- severity: error
-- about: The ends of an interval are in order, and a value given beside it lies within it.
select indicator, source, geo, subject, year, lower, value, upper
from candidates
where lower > upper * 1.000000001 or value < lower * 0.999999999 or value > upper * 1.000000001
order by indicator, source, geo, subject, year
