-- id: sector-research-change
-- unit: EUR
-- formula: Spending of the enterprises of the sector on research and development, less that of ten years before.
-- figure: tables of sectors
-- valid: any
-- note: Which statistical table and which of its codes stands in definitions/sectors. Flagged where the series breaks in between.
select source, geo, 'sector' as subject_kind, subject, year, 1 as years,
       level - before as value, level as numerator, before as denominator, n, status
from sector_decades
where series = 'research'
