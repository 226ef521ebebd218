-- The official correspondences between vintages of the Harmonised System.
select distinct from_nomenclature, from_code, to_nomenclature, to_code
from nomenclature_links
where from_nomenclature like 'hs%' and to_nomenclature like 'hs%'
order by from_nomenclature, from_code, to_nomenclature, to_code
