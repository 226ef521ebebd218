-- id: trade-rca
-- unit: ratio
-- formula: Share of the subject in the country's exports / share of the subject in the world's exports (Balassa 1965). Above 1: the country is specialised.
-- rows: export
-- figure: rankings
-- valid: 0 or more
-- note: Needs a source that covers all products. For the IMF's product group both shares are the published ones.
with whole as (
    select source, geo, year, value_usd, status
    from trade_flagged
    where subject = 'all-products' and flow = 'export' and value_usd > 0
      and status not like '%partial-products%'
),
computed as (
    select x.source, x.geo, x.subject_kind, x.subject, x.year,
           x.value_usd / a.value_usd as numerator,
           w.value_usd / wa.value_usd as denominator,
           x.n, merge_flags(merge_flags(x.status, a.status), w.status) as status
    from trade_flagged x
    join whole a on a.source = x.source and a.geo = x.geo and a.year = x.year
    join trade_flagged w
      on w.source = x.source and w.subject = x.subject and w.year = x.year
     and w.flow = 'export' and w.geo = 'WORLD'
    join whole wa on wa.source = x.source and wa.geo = 'WORLD' and wa.year = x.year
    where x.flow = 'export' and x.geo <> 'WORLD' and x.subject_kind <> 'total'
      and w.value_usd > 0
),
published as (
    select c.source, c.geo, 'product-group' as subject_kind, c.subject, c.year,
           c.value / 100.0 as numerator, w.value / 100.0 as denominator,
           coalesce(x.n, 0) as n, coalesce(x.status, '') as status
    from published_values c
    join published_values w
      on w.source = c.source and w.subject = c.subject and w.year = c.year
     and w.indicator = c.indicator and w.geo = 'WORLD'
    left join trade_flagged x
      on x.source = c.source and x.geo = c.geo and x.subject = c.subject and x.year = c.year
     and x.flow = 'export'
    where c.indicator = 'export-share-of-total' and c.geo <> 'WORLD' and w.value > 0
)
select source, geo, subject_kind, subject, year, 1 as years, numerator / denominator as value,
       numerator, denominator, n, status
from computed
union all
select source, geo, subject_kind, subject, year, 1 as years, numerator / denominator as value,
       numerator, denominator, n, status
from published
