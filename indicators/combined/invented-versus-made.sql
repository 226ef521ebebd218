-- id: invented-versus-made
-- unit: places
-- formula: EU27 rank of the country's share in world patents - EU27 rank of its share in EU production, for the same technology and year. Above 0, the country is better placed in making than in inventing.
-- figure: tables of figures 6 and 9
-- valid: -26 to 26
-- note: Each rank counts the members with a value, which in production are fewer where cells are confidential.
with ranked_parts as (
    select p.indicator, p.source, p.geo, p.subject_kind, p.subject, p.year, p.status,
           1 + count(q.geo) as rank
    from rankable p
    left join rankable q
      on q.indicator = p.indicator and q.source = p.source and q.subject = p.subject
     and q.year = p.year and q.value > p.value
    group by 1, 2, 3, 4, 5, 6, 7
),
pairs as (
    select i.source as patent_source, m.source as production_source,
           i.geo, i.subject_kind, i.subject, i.year,
           i.rank as invented, m.rank as made, merge_flags(i.status, m.status) as status,
           row_number() over (
               partition by i.geo, i.subject, i.year order by o.place, i.source, m.source)
               as preference
    from ranked_parts i
    join ranked_parts m
      on m.indicator = 'production-eu-share' and m.geo = i.geo and m.subject = i.subject
     and m.year = i.year
    left join source_order o on o.source = i.source
    where i.indicator = 'patent-world-share' and i.subject_kind = 'technology'
)
select concat(patent_source, ';', production_source) as source, geo, subject_kind, subject, year,
       1 as years, cast(invented - made as double) as value,
       cast(invented as double) as numerator, cast(made as double) as denominator,
       cast(null as bigint) as n, status
from pairs
where preference = 1
