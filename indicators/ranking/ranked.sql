-- Every candidate with its rank among the EU27 members of the same source. A rank
-- never mixes sources: it compares what one of them says of all members. It is 1 +
-- the number of members with a strictly greater value; ties share a rank.
with members as (
    select c.source, c.indicator, c.subject, c.year, c.years, c.geo,
           cast(rank() over (
               partition by c.source, c.indicator, c.subject, c.year, c.years
               order by c.value desc) as int) as rank,
           cast(count(*) over (
               partition by c.source, c.indicator, c.subject, c.year, c.years) as int) as ranked_of
    from candidates c
    join geographies g on g.geo = c.geo
    where g.eu27 and c.value is not null
)
select c.indicator, c.geo, c.subject_kind, c.subject, c.year, c.years, c.source, c.value, c.unit,
       c.numerator, c.denominator, c.n, c.status, m.rank, m.ranked_of,
       row_number() over (
           partition by c.indicator, c.geo, c.subject, c.year, c.years
           order by case when c.status like '%partial-%' then 1 else 0 end,
                    coalesce(o.position, 1000), c.source) as preference
from candidates c
left join members m
  on m.source = c.source and m.indicator = c.indicator and m.subject = c.subject
 and m.year = c.year and m.years = c.years and m.geo = c.geo
left join source_order o on o.source = c.source
