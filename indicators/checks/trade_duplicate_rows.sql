-- id: trade-duplicate-rows
-- severity: error
-- about: A raw file holds the same flow twice with the same value, so it would be counted twice. Remove one of the rows from the file and ingest it into a new workspace.
select source, year, month, reporter, partner, flow, classification, product,
       value, count(*) as rows
from trade_flows_unsorted
where partner <> 'ZZ' and reporter <> 'ZZ' and value > 0
group by source, year, month, reporter, partner, flow, classification, product,
         value
having count(*) > 1
order by source, year, month, reporter, partner, flow, classification, product
