-- id: patent-rpa
-- unit: index
-- formula: 100 x tanh(ln RTA): the revealed technology advantage between -100 and 100; -100 where the country has no family in the subject.
-- figure: tables of figures 4 and 7
-- valid: -100 to 100
-- note: A value on fewer than ten families is flagged low-count.
select source, geo, subject_kind, subject, year, years,
       case when share = 0.0 then -100.0
            else 100.0 * tanh(ln(share / world_share)) end as value,
       share as numerator, world_share as denominator, n, status
from patent_specialisation
