-- What each country exports and imports of each product in the years that are asked about,
-- as its source gives it, in the finest detail: of a heading and its subheadings only the
-- subheadings. Reconciled flows serve two countries, and of several vintages of them the
-- newest counts, as in the sums.
with asked as (
    select distinct source, year from contributor_cells where topic in ('exports', 'imports')
),
members as (
    select distinct member from contributor_places
),
directions as (
    select 'export' as flow
    union all
    select 'import' as flow
),
reconciled as (
    select f.source, f.year, d.flow, case d.flow when 'export' then f.reporter else f.partner end as geo,
           f.classification, f.currency, f.product, sum(f.value) as value
    from trade_flows f
    join asked a on a.source = f.source and a.year = f.year
    cross join directions d
    where f.concept = 'reconciled'
    group by 1, 2, 3, 4, 5, 6, 7
),
newest as (
    select source, year, max(classification) as classification from reconciled group by 1, 2
),
-- In the order of codes what is below a code follows it at once.
detailed as (
    select p.source, p.year, p.flow, p.geo, p.classification, p.currency, p.product, p.value,
           lead(p.product) over (
               partition by p.source, p.year, p.flow, p.geo, p.classification
               order by p.product) as following
    from trade_products p
    join asked a on a.source = p.source and a.year = p.year
    where p.product <> 'TOTAL'
)
select r.source, r.year, r.flow, r.geo, r.classification, r.currency, r.product, r.value
from reconciled r
join newest n
  on n.source = r.source and n.year = r.year and n.classification = r.classification
join members m on m.member = r.geo
union all
select d.source, d.year, d.flow, d.geo, d.classification, d.currency, d.product, d.value
from detailed d
join members m on m.member = d.geo
where d.following is null or left(d.following, length(d.product)) <> d.product
