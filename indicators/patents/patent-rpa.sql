-- id: patent-rpa
-- unit: index
-- formula: 100 x tanh(ln RTA), computed as 100 x (RTA^2 - 1) / (RTA^2 + 1), which is the same and has the same digits on every machine: the revealed technology advantage between -100 and 100; -100 where the country has no family in the subject.
-- figure: tables of figures 4 and 7
-- valid: -100 to 100
-- note: A value on few families (low_count in rules/patents.toml, ten as it stands) is flagged low-count.
with compared as (
    select *, share / world_share as rta from patent_specialisation
)
select source, geo, subject_kind, subject, year, years,
       100.0 * (rta * rta - 1.0) / (rta * rta + 1.0) as value,
       share as numerator, world_share as denominator, n, status
from compared
