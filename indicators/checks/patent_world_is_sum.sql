-- id: patent-world-is-sum
-- severity: error
-- about: Counted in fractions, the families of all countries and of the unknown bucket add up to those of the world. A difference means that a family was lost or counted twice.
select s.source, s.subject, s.year, sum(case when s.geo = 'WORLD' then s.parts else 0 end) as world,
       sum(case when g.kind in ('world', 'aggregate') then 0 else s.parts end) as countries
from patent_sums s
join geographies g on g.geo = s.geo
cross join patent_rules r
where r.counting = 'fractional'
group by s.source, s.subject, s.year
having sum(case when s.geo = 'WORLD' then s.parts else 0 end)
    <> sum(case when g.kind in ('world', 'aggregate') then 0 else s.parts end)
order by s.source, s.subject, s.year
