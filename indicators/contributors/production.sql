-- The Prodcom headings that a country, or EU27, produces most of, in the subjects and the
-- year of `contributor_cells`, those of which a part belongs with that part, in euro.
--
-- The total is what is published: the value of the cube, or the lower end of its interval.
-- A heading whose value is hidden counts among the contributors and is not listed; one
-- that is published as zero does neither.
with asked as (
    select distinct source, year from contributor_cells where topic = 'production'
),
published as (
    select c.source, c.year, c.geo, c.heading, c.value
    from production_cells c
    join asked a on a.source = c.source and a.year = c.year
    where c.geo <> 'EU27' and c.value is not null
    union all
    select h.source, h.year, 'EU27' as geo, h.heading,
           case when h.total is not null then h.total
                when h.members_value > 0 then h.members_value end as value
    from production_headings h
    join asked a on a.source = h.source and a.year = h.year
),
weighed as (
    select p.source, p.year, p.geo, m.subject, p.heading, m.weight * p.value as value
    from published p
    join production_members m on m.year = p.year and m.heading = p.heading
    where p.value is not null
),
whole as (
    select h.source, h.year, m.subject, count(*) as headings
    from production_headings h
    join asked a on a.source = h.source and a.year = h.year
    join production_members m on m.year = h.year and m.heading = h.heading
    group by 1, 2, 3
),
none as (
    select source, year, geo, subject, count(*) as headings
    from weighed
    where value = 0
    group by 1, 2, 3, 4
),
numbered as (
    select c.topic, c.geo, c.subject, c.period, c.source, c.unit, c.total, c.year, w.heading,
           w.value,
           row_number() over (partition by c.geo, c.subject order by w.value desc, w.heading)
               as place
    from weighed w
    join contributor_cells c
      on c.topic = 'production' and c.geo = w.geo and c.subject = w.subject
     and c.source = w.source and c.year = w.year
    where w.value > 0
),
titles as (
    -- The title in the list of the year, else in the nearest one that has it.
    select t.code, t.title,
           row_number() over (
               partition by t.code
               order by abs(cast(right(t.nomenclature, 4) as int) - a.year), t.nomenclature, t.title)
               as nearest
    from nomenclature_codes t
    cross join (select max(year) as year from asked) a
    where t.nomenclature like 'prodcom____' and t.title <> ''
)
select n.topic, n.geo, n.subject, n.period, n.source, n.unit, n.total, cast(n.place as int) as place,
       h.headings - coalesce(z.headings, 0) as contributors,
       n.heading as code, coalesce(t.title, '') as name, cast(n.value as double) as value
from numbered n
cross join contributor_rules r
join whole h on h.source = n.source and h.year = n.year and h.subject = n.subject
left join none z
  on z.source = n.source and z.year = n.year and z.geo = n.geo and z.subject = n.subject
left join titles t on t.code = n.heading and t.nearest = 1
where n.place <= r.listed
