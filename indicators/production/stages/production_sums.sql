-- Sold production by subject: what is published, how many cells are hidden, and how much
-- they could hold at most.
--
-- `production_members` says which heading belongs to which subject with which weight in
-- its year. A cell without a row is as hidden as one that is marked confidential: every
-- heading is declared by everybody, a producer of nothing declares zero. What hidden
-- cells hold at most is the total of EU27 less what the other members have published;
-- where there is no such bound, the upper end is not known.
--
-- Texts of the cells are cast from views to plain texts, which makes joins of millions of
-- rows cheaper.
with cells as (
    select arrow_cast(source, 'Utf8') as source, year, arrow_cast(geo, 'Utf8') as geo,
           arrow_cast(heading, 'Utf8') as heading, value
    from production_cells
),
whole as (
    select h.source, h.year, m.subject_kind, m.subject,
           count(*) as headings,
           coalesce(sum(m.weight * h.rest), 0) as rest,
           count(*) - count(h.rest) as without_bound
    from production_headings h
    join production_members m on m.year = h.year and m.heading = h.heading
    group by 1, 2, 3, 4
),
published as (
    select c.source, c.year, c.geo, m.subject,
           count(*) as cells, sum(m.weight * c.value) as value,
           coalesce(sum(m.weight * h.rest), 0) as rest,
           count(*) - count(h.rest) as without_bound
    from cells c
    join production_headings h
      on h.source = c.source and h.year = c.year and h.heading = c.heading
    join production_members m on m.year = c.year and m.heading = c.heading
    where c.geo <> 'EU27' and c.value is not null
    group by 1, 2, 3, 4
),
reporters as (
    select distinct c.source, c.year, c.geo, g.eu27
    from production_cells c
    join geographies g on g.geo = c.geo
    where c.geo <> 'EU27'
),
places as (
    select w.source, w.year, r.geo, w.subject_kind, w.subject, w.headings,
           coalesce(p.value, 0) as lower, coalesce(p.cells, 0) as n,
           w.headings - coalesce(p.cells, 0) as hidden,
           case when not r.eu27 and w.headings > coalesce(p.cells, 0) then null
                when w.without_bound > coalesce(p.without_bound, 0) then null
                else coalesce(p.value, 0) + w.rest - coalesce(p.rest, 0) end as upper
    from whole w
    join reporters r on r.source = w.source and r.year = w.year
    left join published p
      on p.source = w.source and p.year = w.year and p.geo = r.geo and p.subject = w.subject
),
union_total as (
    select h.source, h.year, 'EU27' as geo, m.subject_kind, m.subject,
           count(*) as headings,
           sum(m.weight * coalesce(h.total, h.members_value)) as lower,
           sum(case when h.given is not null then 1 else h.members end) as n,
           count(*) - count(h.total) as hidden
    from production_headings h
    join production_members m on m.year = h.year and m.heading = h.heading
    group by 1, 2, 3, 4, 5
)
select source, year, geo, subject_kind, subject, headings,
       cast(lower as decimal(38, 7)) as lower, n, hidden,
       cast(case when hidden = 0 then lower else upper end as decimal(38, 7)) as upper
from places
union all
select source, year, geo, subject_kind, subject, headings,
       cast(lower as decimal(38, 7)) as lower, n, hidden,
       cast(case when hidden = 0 then lower end as decimal(38, 7)) as upper
from union_total
