-- The official codes of every vintage of the Harmonised System in the lake.
select distinct nomenclature, code
from nomenclature_codes
where nomenclature like 'hs%'
order by nomenclature, code
