-- The flows of the source and year in question.
select f.*
from trade_flows f
join question q on q.source = f.source and q.year = f.year
