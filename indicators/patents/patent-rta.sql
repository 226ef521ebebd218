-- id: patent-rta
-- unit: ratio
-- formula: Share of the subject in the country's families / share of the subject in the world's families (revealed technology advantage). Above 1: the country is specialised.
-- figure: tables of figures 4 and 7
-- valid: 0 or more
-- note: A ratio on few families (low_count in rules/patents.toml, ten as it stands) is flagged low-count.
select source, geo, subject_kind, subject, year, years, share / world_share as value,
       share as numerator, world_share as denominator, n, status
from patent_specialisation
