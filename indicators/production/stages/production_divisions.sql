-- How many divisions of the Prodcom list a source has in a year. With too few of them
-- the sum over all headings is that of a selection and no total.
select source, year, count(distinct left(heading, 2)) as divisions
from production_headings
group by 1, 2
