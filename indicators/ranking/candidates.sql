-- What every source says of every cell, the chosen one first.
select indicator, geo, subject_kind, subject, case when years = 1 then cast(year as varchar)
            else cast(year - years + 1 as varchar) || '-' || cast(year as varchar) end as period, source, value, unit,
       numerator, denominator, cast(n as bigint) as n, status, rank, ranked_of,
       cast(preference as int) as preference
from ranked
order by indicator, subject_kind, subject, geo, period, preference
