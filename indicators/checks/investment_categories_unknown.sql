-- id: investment-categories-unknown
-- severity: warning
-- about: Companies have a category that definitions/investment neither maps nor lists as unmapped, so it counts for no ecosystem. Add it to the map.
select category, rounds
from investment_categories_unknown
order by rounds desc, category
