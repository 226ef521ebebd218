-- id: investment-duplicate-rounds
-- severity: error
-- about: A raw file holds the same round of investment twice, so it would be counted twice. Remove one of the rows from the file and ingest it into a new workspace.
select r.source, r.round, r.company, r.name, r.kind, r.year, r.month, r.day, r.amount, r.currency,
       count(*) as rows
from investment_rounds r
join investment_kinds k on k.kind = r.kind
group by r.source, r.round, r.company, r.name, r.kind, r.year, r.month, r.day, r.amount, r.currency
having count(*) > 1
order by r.source, r.round, r.name
