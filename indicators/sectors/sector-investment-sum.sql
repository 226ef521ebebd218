-- id: sector-investment-sum
-- unit: EUR
-- formula: Gross fixed capital formation of the sector, summed over ten years.
-- figure: tables of sectors
-- valid: 0 or more
-- note: Which statistical table and which of its codes stands in definitions/sectors. Given where all ten years are.
with tens as (
    select l.source, l.geo, l.subject, l.year, count(*) as found, sum(t.n) as n,
           sum(cast(t.level as decimal(30, 3))) as total,
           max(t.broken) as broken, max(t.estimated) as estimated, max(t.provisional) as provisional
    from sector_values l
    join sector_values t
      on t.source = l.source and t.geo = l.geo and t.subject = l.subject and t.series = l.series
     and t.year > l.year - 10 and t.year <= l.year
    where l.series = 'investment'
    group by 1, 2, 3, 4
)
select source, geo, 'sector' as subject_kind, subject, year, 10 as years,
       cast(total as double) as value, cast(total as double) as numerator,
       cast(null as double) as denominator, n,
       concat_ws(';',
           case when broken = 1 then 'break' end,
           case when estimated = 1 then 'estimated' end,
           case when provisional = 1 then 'provisional' end) as status
from tens
where found = 10
