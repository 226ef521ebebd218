-- Every combination of categories that a counted round has, and how many rounds have it.
select categories, count(*) as rounds
from investment_counted
group by 1
