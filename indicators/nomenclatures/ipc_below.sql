-- What is indented directly below what in the International Patent Classification.
select distinct from_code, to_code
from nomenclature_links
where from_nomenclature = 'ipc' and to_nomenclature = 'ipc' and relationship = 'below'
order by from_code, to_code
