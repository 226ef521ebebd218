-- The rounds behind a figure of investment by their kind. Single rounds are not shown:
-- the licence of the source forbids it.
select r.kind, count(*) as rounds,
       sum(case when r.undisclosed then 1 else 0 end) as undisclosed,
       sum(r.usd) as usd, sum(r.eur) as eur
from question q
join investment_counted r
  on r.source = q.source and r.year > q.year - q.years and r.year <= q.year
join investment_members m on m.categories = r.categories and m.subject = q.subject
join geographies g on g.geo = r.geo
where r.geo = q.geo or q.geo = 'WORLD' or (q.geo = 'EU27' and g.eu27)
group by r.kind
order by r.kind
