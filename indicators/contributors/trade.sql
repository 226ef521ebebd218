-- The products that a country, or the members of EU27 together, export and import most
-- of, in the subjects and the year of `contributor_cells`, in US dollars.
--
-- The total is that of the cube. A source that keeps single products confidential has less
-- of them than of their heading; what is missing is nobody's here.
with placed as (
    select case p.flow when 'export' then 'exports' else 'imports' end as topic, l.geo,
           p.source, p.year, p.classification, p.currency, p.product, sum(p.value) as value
    from contributor_products p
    join contributor_places l on l.member = p.geo
    group by 1, 2, 3, 4, 5, 6, 7
),
numbered as (
    select c.topic, c.geo, c.subject, c.period, c.source, c.unit, c.total, p.year,
           p.classification, p.currency, p.product, p.value,
           row_number() over (
               partition by c.topic, c.geo, c.subject
               order by p.value desc, p.classification, p.product) as place,
           count(*) over (partition by c.topic, c.geo, c.subject) as contributors
    from placed p
    join subject_products m on m.classification = p.classification and m.product = p.product
    join contributor_cells c
      on c.topic = p.topic and c.geo = p.geo and c.subject = m.subject
     and c.source = p.source and c.year = p.year
    where p.value > 0
),
titles as (
    select nomenclature, code, min(title) as title
    from nomenclature_codes
    where title <> ''
    group by 1, 2
)
select n.topic, n.geo, n.subject, n.period, n.source, n.unit, n.total, cast(n.place as int) as place,
       n.contributors, n.product as code, coalesce(t.title, '') as name,
       cast(n.value as double) * case when n.currency = 'EUR' then x.usd_per_eur else 1.0 end
           as value
from numbered n
cross join contributor_rules r
left join exchange_rates x on x.year = n.year
left join titles t on t.nomenclature = n.classification and t.code = n.product
where n.place <= r.listed
