-- id: world-row-is-sum
-- severity: warning
-- about: What a reporter gives for the world equals the sum over its partners, to 0.01 percent. Confidential partners and revisions make them differ.
with by_side as (
    select f.source, f.year, f.reporter, f.flow, f.classification, f.product,
           sum(case when p.kind = 'world' then f.value end) as world,
           sum(case when p.kind <> 'world' then f.value end) as partners
    from trade_flows f
    join geographies p on p.geo = f.partner
    where f.concept = 'reported' and f.month = 0 and p.kind <> 'aggregate'
    group by 1, 2, 3, 4, 5, 6
)
select source, year, reporter, flow, classification, product, world, partners
from by_side
where world is not null and partners is not null
  and abs(cast(world as double) - cast(partners as double)) > 0.0001 * cast(world as double)
order by 1, 2, 3, 4, 5, 6
