-- id: shares-within-bounds
-- severity: error
-- about: A share lies between 0 and 100 percent.
select indicator, source, geo, subject, year, value
from candidates
where indicator in ('trade-world-share', 'trade-export-share-eu27', 'patent-country-share',
                    'patent-world-share', 'production-country-share', 'production-eu-share')
  and (value < 0 or value > 100.000001)
order by indicator, source, geo, subject, year
