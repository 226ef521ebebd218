-- id: production-country-share
-- unit: percent
-- formula: 100 x sold production of the subject / sold production of all headings, both of the country. Where cells are confidential: an interval, from the least of the subject with the most of everything else, to the most of the subject with the least of everything else.
-- figure: 6, 9
-- valid: 0 to 100
-- note: Prodcom covers mining and manufacturing: the share is that in industrial production. Headings that start, end or are split break the series.
with parts as (
    select s.*, t.exact as total, t.lower as total_lower, t.upper as total_upper,
           t.hidden as total_hidden, merge_flags(s.status, t.status) as flags
    from production_values s
    join production_values t
      on t.source = s.source and t.year = s.year and t.geo = s.geo
     and t.subject = 'all-production'
    where s.subject_kind <> 'total' and coalesce(s.upper, 1) + t.lower - s.lower > 0
)
select source, geo, subject_kind, subject, year, 1 as years,
       case when total > 0 then 100.0 * cast(exact as double) / cast(total as double) end as value,
       case when hidden + total_hidden = 0 then null
            when lower = 0 and total_upper is not null and upper is not null then 0.0
            when lower + (total_upper - upper) > 0
            then 100.0 * cast(lower as double)
                 / cast(lower + (total_upper - upper) as double) end as lower,
       case when hidden + total_hidden > 0
            then 100.0 * cast(upper as double)
                 / cast(upper + (total_lower - lower) as double) end as upper,
       case when total > 0 then cast(exact as double) end as numerator,
       case when exact is not null then cast(total as double) end as denominator,
       n, flags as status
from parts
