-- Every product that occurs, with its nomenclature.
select classification, product
from products_seen
group by classification, product
order by classification, product
