-- id: production-eu-share
-- unit: percent
-- formula: 100 x sold production of the subject in the country / sold production of the subject in EU27, as the publisher gives it. Where cells are confidential: an interval, from what is published to the most that the total of EU27 leaves.
-- figure: 6, 9
-- valid: 0 to 100
-- note: A share in the production of the European Union: Prodcom has no world total. Totals of EU27 can be rounded, and can be smaller than the sum of what members publish; a share above 100 is withheld. The upper end is as exact as the total of EU27, which can be rounded.
with parts as (
    select s.*, e.exact as total, e.lower as total_lower, e.upper as total_upper,
           e.hidden as total_hidden, merge_flags(s.status, e.status) as flags,
           coalesce(s.exact > e.exact, false) or coalesce(s.lower > e.upper, false) as beyond
    from production_values s
    join geographies g on g.geo = s.geo
    join production_values e
      on e.source = s.source and e.year = s.year and e.subject = s.subject and e.geo = 'EU27'
    where g.eu27 and (e.exact > 0 or e.lower > 0)
)
select source, geo, subject_kind, subject, year, 1 as years,
       case when not beyond then 100.0 * cast(exact as double) / cast(total as double) end as value,
       case when not beyond and hidden + total_hidden > 0 and total_upper > 0
            then 100.0 * cast(lower as double) / cast(total_upper as double) end as lower,
       case when not beyond and hidden + total_hidden > 0 and total_lower > 0 and upper is not null
            then least(100.0, 100.0 * cast(upper as double) / cast(total_lower as double))
       end as upper,
       case when not beyond and total is not null then cast(exact as double) end as numerator,
       case when not beyond and exact is not null then cast(total as double) end as denominator,
       n, merge_flags(flags, case when beyond then 'eu-total-below-sum' else '' end) as status
from parts
