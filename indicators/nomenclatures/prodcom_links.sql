-- The changes from one yearly Prodcom list to the next. Without an old code a heading
-- starts, without a new one it ends.
select distinct from_nomenclature, from_code, to_nomenclature, to_code
from nomenclature_links
where from_nomenclature like 'prodcom%' and to_nomenclature like 'prodcom%'
order by from_nomenclature, from_code, to_nomenclature, to_code
