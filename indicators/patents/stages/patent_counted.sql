-- Families that a publisher has counted, as exact decimals: sums of them must not
-- depend on the order of rows. The total over fields is a total of assignments, since
-- a family can lie in several fields; the world is the publisher's own row, or the sum
-- of all countries. A table that never says zero lists only what there is: a field that
-- it lacks for a country that it has is then none, not missing.
with counted as (
    select source, geo, subject, year, cast(count as decimal(30, 12)) as families
    from patent_counts
    where concept = 'families' and subject like 'wipo-field-%'
),
told as (
    select distinct source, year from counted where geo = 'WORLD'
),
worldwide as (
    select c.source, 'WORLD' as geo, c.subject, c.year, sum(c.families) as families
    from counted c
    left join told t on t.source = c.source and t.year = c.year
    where c.geo not in ('WORLD', 'EU27') and t.year is null
    group by c.source, c.subject, c.year
),
members as (
    select c.source, 'EU27' as geo, c.subject, c.year, sum(c.families) as families
    from counted c
    join geographies g on g.geo = c.geo
    where g.eu27
    group by c.source, c.subject, c.year
),
listed as (
    select source, geo, subject, year, families from counted where geo <> 'EU27'
    union all
    select source, geo, subject, year, families from worldwide
    union all
    select source, geo, subject, year, families from members
),
with_zeros as (
    select distinct source, year from counted where families = 0
),
none as (
    select p.source, p.geo, f.subject, p.year, cast(0 as decimal(30, 12)) as families
    from (select distinct source, geo, year from listed) p
    join (select distinct source, subject, year from listed where geo = 'WORLD') f
      on f.source = p.source and f.year = p.year
    left join listed l
      on l.source = p.source and l.geo = p.geo and l.subject = f.subject and l.year = p.year
    left join with_zeros z on z.source = p.source and z.year = p.year
    where l.geo is null and z.year is null
),
every as (
    select * from listed
    union all
    select * from none
)
select source, geo, 'field' as subject_kind, subject, year, families from every
union all
select source, geo, 'total' as subject_kind, 'all-patents' as subject, year,
       sum(families) as families
from every
group by source, geo, year
