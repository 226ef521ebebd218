-- id: sector-jobs-factor
-- unit: ratio
-- formula: Persons employed in the sector / the same of ten years before.
-- figure: tables of sectors
-- valid: 0 or more
-- note: Which statistical table and which of its codes stands in definitions/sectors. Flagged where the series breaks in between.
select source, geo, 'sector' as subject_kind, subject, year, 1 as years,
       level / before as value, level as numerator, before as denominator, n, status
from sector_decades
where series = 'jobs' and before > 0
