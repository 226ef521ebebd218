-- Every trade indicator of every technology, ecosystem and the total, with EU27
-- ranks, from exact sums. The same rules as indicators/trade/*.sql.
create temp table places as
select distinct geo, kind, eu27 from read_csv('$COUNTRIES', columns = {
    'baci': 'integer', 'geo': 'varchar', 'kind': 'varchar', 'eu27': 'boolean'});
create temp table codes as
select * from read_csv('$MEMBERSHIP', columns = {
    'kind': 'varchar', 'subject': 'varchar', 'code': 'varchar'});
create temp table by_product as
select year, reporter as geo, 'export' as flow, product, sum(value) as value
from '$FLOWS' group by all
union all
select year, partner, 'import', product, sum(value)
from '$FLOWS' group by all;
create temp table members as
select distinct c.subject, p.product
from (select distinct product from by_product) p
join codes c on starts_with(p.product, c.code);
create temp table covered as
with minimal as (
    select c.subject, c.code from codes c
    where not exists (select 1 from codes s where s.subject = c.subject and s.code <> c.code
                      and starts_with(c.code, s.code))),
wanted as (select subject, count(*) as codes from minimal group by subject),
present as (select distinct year, product from by_product)
select p.year, m.subject, count(distinct m.code) / any_value(w.codes) as coverage
from present p join minimal m on starts_with(p.product, m.code)
join wanted w on w.subject = m.subject
group by p.year, m.subject;
create temp table sums as
select b.year, b.geo, b.flow, m.subject, sum(b.value) as value
from by_product b join members m on m.product = b.product
join covered c on c.year = b.year and c.subject = m.subject and c.coverage >= 0.5
group by all
union all
select year, geo, flow, 'all-products', sum(value) from by_product group by all;
create temp table cells as
with places_only as (
    select s.*, p.kind, p.eu27 from sums s join places p on p.geo = s.geo)
select year, geo, flow, subject, value::double as value from places_only where geo <> 'ZZ'
union all
select year, 'EU27', flow, subject, sum(value)::double from places_only where eu27 group by all
union all
select year, 'WORLD', flow, subject, sum(value)::double from places_only group by all;
create temp table answers as
with x as (select * from cells where flow = 'export'),
m as (select * from cells where flow = 'import'),
w as (select * from x where geo = 'WORLD'),
e as (select * from x where geo = 'EU27')
select 'trade-exports' as indicator, geo, subject, year, value from x
union all
select 'trade-imports', geo, subject, year, value from m
union all
select 'trade-relative-balance', x.geo, x.subject, x.year,
       100.0 * (x.value - m.value) / (x.value + m.value)
from x join m using (geo, subject, year)
where x.geo <> 'WORLD' and x.value + m.value > 0
union all
select 'trade-world-share', x.geo, x.subject, x.year, 100.0 * x.value / w.value
from x join w using (subject, year) where x.geo <> 'WORLD'
union all
select 'trade-export-share-eu27', x.geo, x.subject, x.year, 100.0 * x.value / e.value
from x join e using (subject, year) join places p on p.geo = x.geo where p.eu27
union all
select 'trade-rca', x.geo, x.subject, x.year,
       (x.value / a.value) / (w.value / wa.value)
from x join x a on a.geo = x.geo and a.year = x.year and a.subject = 'all-products'
join w on w.subject = x.subject and w.year = x.year
join w wa on wa.year = x.year and wa.subject = 'all-products'
where x.geo <> 'WORLD' and x.subject <> 'all-products';
copy (
    select a.indicator, a.geo, a.subject, a.year, a.value,
           case when p.eu27 then rank() over (
               partition by a.indicator, a.subject, a.year, p.eu27 order by a.value desc) end as rank
    from answers a left join places p on p.geo = a.geo
) to '$OUT' (header true);
