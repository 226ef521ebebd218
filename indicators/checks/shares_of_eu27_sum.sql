-- id: shares-of-eu27-sum
-- severity: error
-- about: The shares of the Member States in EU27 exports sum to 100 percent.
select source, subject, year, sum(value) as total
from candidates
where indicator = 'trade-export-share-eu27'
group by source, subject, year
having abs(sum(value) - 100) > 0.000001
order by source, subject, year
