-- The headings that a source has in a year, whoever declares them.
select distinct source, year, heading
from production_cells
