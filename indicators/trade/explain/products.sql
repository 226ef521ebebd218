-- The products a source has in the year in question.
select distinct f.classification, f.product
from trade_flows f
join question q on q.source = f.source and q.year = f.year
order by f.classification, f.product
