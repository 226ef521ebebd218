-- What every source says of every cell, in no order. The ranking is a kernel
-- (crates/monitor/src/ranking): it orders a million rows in a tenth of the time.
select indicator, geo, subject_kind, subject, year, cast(years as int) as years, source, value,
       lower, upper, unit, numerator, denominator, cast(n as bigint) as n, status
from candidates
