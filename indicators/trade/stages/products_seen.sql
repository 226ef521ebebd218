-- Every product that occurs in a source and year, with its nomenclature.
select distinct source, year, classification, product
from trade_products
union all
select source, year, classification, product
from reconciled_products
