-- The largest flows behind a number, by product and, where the licence of the
-- source allows it, by partner. `question` says which source, year and flow are
-- meant, `asked` which geographies, `facing` which partners (none: all).
with seen as (
    select f.reporter as geo, f.partner as other, f.*
    from trade_flows f
    join question q on q.source = f.source and q.year = f.year and q.flow = f.flow
    where f.concept <> 'reconciled'
    union all
    select f.reporter as geo, f.partner as other, f.*
    from trade_flows f
    join question q on q.source = f.source and q.year = f.year and q.flow = 'export'
    where f.concept = 'reconciled'
    union all
    select f.partner as geo, f.reporter as other, f.*
    from trade_flows f
    join question q on q.source = f.source and q.year = f.year and q.flow = 'import'
    where f.concept = 'reconciled'
),
newest as (
    select geo, left(classification, 2) as family, max(classification) as classification
    from seen
    group by 1, 2
),
relevant as (
    select s.geo, s.other, s.classification, s.product, s.value, s.currency, m.code,
           case when p.kind = 'world' then 1 else 0 end as over_partners
    from seen s
    join asked a on a.geo = s.geo
    join newest v on v.geo = s.geo and v.classification = s.classification
    join geographies p on p.geo = s.other
    join subject_products m on m.classification = s.classification and m.product = s.product
    left join facing c on c.geo = s.other
    cross join question q
    where p.kind <> 'aggregate' and (q.counterpart = '' or c.geo is not null)
),
detailed as (
    select r.*, min(over_partners) over () as best from relevant r
),
summed as (
    select d.geo, case when q.rows_may_be_shown then d.other else '' end as partner,
           d.classification, d.product, d.currency, sum(d.value) as value, count(*) as n
    from detailed d
    cross join question q
    where d.over_partners = d.best
    group by 1, 2, 3, 4, 5
)
select s.geo, s.partner, s.classification, s.product, s.currency,
       cast(s.value as double) as amount, s.n, coalesce(t.title, '') as title,
       cast(sum(s.value) over () as double) as total, count(*) over () as flows
from summed s
left join (
    select nomenclature, code, min(title) as title
    from nomenclature_codes
    where title <> ''
    group by 1, 2
) t on t.nomenclature = s.classification and t.code = s.product
order by amount desc, s.geo, s.partner, s.product
limit 10
