-- The cube: of every cell the source that comes first. Complete definitions come
-- before partial ones, then the order of `sextant.toml` decides.
select indicator, geo, 'WORLD' as counterpart, subject_kind, subject,
       cast(year as varchar) as period, value,
       cast(null as double) as lower, cast(null as double) as upper, unit,
       numerator, denominator, cast(n as bigint) as n, status, rank, ranked_of,
       source as sources
from ranked
where preference = 1
order by indicator, subject_kind, subject, geo, period
