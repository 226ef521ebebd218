-- How much of each subject's definition a source covers in a year: the share of
-- its codes for which any geography has a row. For the total: the chapters of the
-- Harmonised System present, of 96, or all of them where a TOTAL row is given.
with covered as (
    select p.source, p.year, p.classification, m.subject, count(distinct m.code) as codes
    from products_seen p
    join subject_products m
      on m.classification = p.classification and m.product = p.product
    where m.subject_kind <> 'total'
    group by 1, 2, 3, 4
),
chapters as (
    select source, year, classification,
           count(distinct case when product <> 'TOTAL' then left(product, 2) end) as chapters,
           max(case when product = 'TOTAL' then 1 else 0 end) as has_total
    from products_seen
    where classification <> 'group'
    group by 1, 2, 3
)
select c.source, c.year, c.classification, c.subject,
       cast(c.codes as double) / cast(s.codes as double) as coverage
from covered c
join subject_code_counts s on s.classification = c.classification and s.subject = c.subject
union all
select h.source, h.year, h.classification, 'all-products' as subject,
       case when h.has_total = 1 or h.chapters >= r.full_coverage_chapters then 1.0
            else cast(h.chapters as double) / 96.0 end as coverage
from chapters h
cross join trade_rules r
