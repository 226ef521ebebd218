-- id: patent-families
-- unit: families
-- formula: Patent families of the country in the subject, counted by rules/patents.toml: as it stands transnational families by the country of the applicant, in equal parts where there are several, in the year of the earliest filing.
-- figure: tables of figures 1, 4 and 7
-- valid: 0 or more
-- note: Every choice (unit, address, counting, year) stands in rules/patents.toml. The last years of any edition of patent data are not complete.
select source, geo, subject_kind, subject, year, years, families as value,
       families as numerator, cast(null as double) as denominator, n, status
from patent_values
