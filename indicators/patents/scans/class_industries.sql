-- The probability that a patent of an IPC class comes from an industry.
select from_code as class, to_code as nace, weight as probability
from nomenclature_links
where from_nomenclature = 'ipc' and to_nomenclature = 'nace2' and weight is not null
order by class, nace
