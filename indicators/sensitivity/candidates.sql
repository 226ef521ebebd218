-- Counts and shares of families are never intervals.
select *, cast(null as double) as lower, cast(null as double) as upper
from compared
