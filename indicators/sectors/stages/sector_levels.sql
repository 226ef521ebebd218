-- The level of each series of each sector, country and year: the sum of the cells that
-- its definition names, times its factor. Missing unless every combination of the codes
-- named is there, and once: two cells for one combination differ in a dimension that the
-- definition does not name, and their sum would mean nothing.
with cells as (
    select v.source, v.geo, v.year, m.subject, m.series, m.factor, m.expected,
           m.combination,
           cast(v.value as decimal(28, 6)) as value, v.flags
    from statistical_values v
    join sector_members m on m.dataset = v.dataset and m.key = v.key
    where v.year is not null and v.geo <> 'ZZ' and v.value is not null
)
select source, geo, year, subject, series, count(*) as n,
       cast(sum(value) as double) * factor as level,
       max(case when strpos(flags, 'b') > 0 then 1 else 0 end) as broken,
       max(case when strpos(flags, 'e') > 0 then 1 else 0 end) as estimated,
       max(case when strpos(flags, 'p') > 0 then 1 else 0 end) as provisional
from cells
group by source, geo, year, subject, series, factor, expected
having count(*) = expected and count(distinct combination) = expected
