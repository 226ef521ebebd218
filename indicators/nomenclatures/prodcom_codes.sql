-- The headings of the yearly Prodcom lists.
select distinct nomenclature, code
from nomenclature_codes
where nomenclature like 'prodcom%'
order by nomenclature, code
