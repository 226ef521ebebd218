-- id: production-duplicate-cells
-- severity: error
-- about: A raw file holds the same cell of production twice, so it would be counted twice, or a value apart from its flag. Sort the file by reporter, product and year so that they stand together, remove rows that repeat, and ingest it into a new workspace.
select source, year, geo, heading, count(*) as rows
from production_cells
group by source, year, geo, heading
having count(*) > 1
order by source, year, geo, heading
