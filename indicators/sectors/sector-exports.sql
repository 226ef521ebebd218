-- id: sector-exports
-- unit: EUR
-- formula: Exports of the products of the sector, as the statistical office gives it.
-- figure: tables of sectors
-- valid: 0 or more
-- note: Which statistical table and which of its codes stands in definitions/sectors.
select source, geo, 'sector' as subject_kind, subject, year, 1 as years,
       level as value, level as numerator, cast(null as double) as denominator, n, status
from sector_values
where series = 'exports'
