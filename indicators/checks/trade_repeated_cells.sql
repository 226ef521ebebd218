-- id: trade-repeated-cells
-- severity: warning
-- about: A raw file holds the same flow more than once with different values, and they are summed. That is right where a geography has several codes in the source (Spain with Ceuta and Melilla), and wrong where a revision was appended.
select source, year, month, reporter, partner, flow, classification, product,
       count(*) as rows, sum(value) as value
from trade_flows_unsorted
where partner <> 'ZZ' and reporter <> 'ZZ'
group by source, year, month, reporter, partner, flow, classification, product
having count(*) > 1
order by source, year, month, reporter, partner, flow, classification, product
