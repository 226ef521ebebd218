-- id: production-value
-- unit: EUR
-- formula: Sold production of the subject's Prodcom headings, those of which a part belongs with that part. Where cells are confidential: an interval from what is published to the most that the total of EU27 leaves for them.
-- figure: tables of figures 6 and 9
-- valid: 0 or more
-- note: A confidential cell is not zero. Where what is hidden could add no more than a twentieth (hidden_part_published in rules/production.toml), the published sum is given as the value. The upper end is as exact as the total of EU27, which can be rounded.
select source, geo, subject_kind, subject, year, 1 as years,
       cast(exact as double) as value,
       case when hidden > 0 then cast(lower as double) end as lower,
       case when hidden > 0 then cast(upper as double) end as upper,
       cast(exact as double) as numerator, cast(null as double) as denominator,
       n, status
from production_values
