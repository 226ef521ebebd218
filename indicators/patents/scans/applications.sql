-- What says which family an application belongs to, and whether it makes it count.
select application, office, pct, international, filing_year, earliest_filing_year,
       docdb_family, inpadoc_family
from patent_applications
