-- id: sector-cells-ambiguous
-- severity: warning
-- about: A statistical table has several cells where a sector's definition expects one, so the sector has no figure there. Name the missing dimension in the filter of the definition, or ingest only one extract of the table.
select v.dataset, m.subject, m.series, v.geo, v.year, m.combination, count(*) as cells,
       min(v.key) as one, max(v.key) as another
from statistical_values v
join sector_members m on m.dataset = v.dataset and m.key = v.key
where v.year is not null and v.geo <> 'ZZ' and v.value is not null
group by v.dataset, m.subject, m.series, v.geo, v.year, m.combination
having count(*) > 1
order by v.dataset, m.subject, m.series, v.geo, v.year, m.combination
