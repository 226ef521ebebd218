-- What each reporter exports and imports of each product, over all partners.
--
-- The World row is taken where the reporter gives one for the product, else the
-- partners are summed; a yearly figure is taken before monthly ones. Aggregates of
-- partners (EU27 and the like) are never summed with the countries in them.
--
-- Of several vintages of the Harmonised System for the same flows, the newest
-- counts; a flow converted to an older vintage is the same flow. Reconciled flows
-- have a kernel of their own.
with by_basis as (
    select f.source, f.year, f.reporter as geo, f.flow, f.classification, f.currency, f.product,
           case when f.month = 0 then 0 else 2 end + case when p.kind = 'world' then 0 else 1 end
               as basis,
           sum(f.value) as value, count(*) as n, max(f.month) as last_month
    from trade_flows f
    join geographies p on p.geo = f.partner
    where f.concept <> 'reconciled' and p.kind <> 'aggregate'
    group by 1, 2, 3, 4, 5, 6, 7, 8
),
best as (
    select *, min(basis) over (
               partition by source, year, geo, flow, classification, product) as best_basis,
           max(classification) over (
               partition by source, year, geo, flow, left(classification, 2)) as newest
    from by_basis
)
select source, year, geo, flow, classification, currency, product, value, n,
       case when last_month = 0 then 12 else last_month end as last_month
from best
where basis = best_basis and classification = newest
