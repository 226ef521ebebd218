-- The IPC symbols of the fields of technology, where the list has been ingested.
select 'wipo-field-' || to_code as field, from_code as symbol
from nomenclature_links
where from_nomenclature = 'ipc' and to_nomenclature = 'wipo-fields'
order by field, symbol
