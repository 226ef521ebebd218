-- The cube: of every cell the source that comes first. Complete definitions come
-- before partial ones, then the order of `sextant.toml` decides.
select indicator, geo, 'WORLD' as counterpart, subject_kind, subject,
       case when years = 1 then cast(year as varchar)
            else cast(year - years + 1 as varchar) || '-' || cast(year as varchar) end as period, value,
       cast(null as double) as lower, cast(null as double) as upper, unit,
       numerator, denominator, cast(n as bigint) as n, status, rank, ranked_of,
       source as sources
from ranked
where preference = 1
order by indicator, subject_kind, subject, geo, period
