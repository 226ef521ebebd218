-- Exports and imports by subject (technology, ecosystem, product group, total).
--
-- `subject_products` says which products of a nomenclature belong to a subject,
-- through which code of its definition, and at which level of detail. Where a
-- source gives a code at several levels (a heading and its subheadings), only the
-- least detailed is summed. Reconciled flows, which have one level only, come summed
-- from their kernel.
with listed as (
    select p.source, p.year, p.geo, p.flow, p.classification, p.currency,
           m.subject_kind, m.subject, m.code, m.level, p.value, p.n, p.last_month,
           min(m.level) over (
               partition by p.source, p.year, p.geo, p.flow, m.subject, m.code) as best_level
    from trade_products p
    join subject_products m
      on m.classification = p.classification and m.product = p.product
)
select source, year, geo, flow, classification, currency, subject_kind, subject,
       cast(sum(value) as decimal(38, 3)) as value, sum(n) as n, max(last_month) as last_month
from listed
where level = best_level
group by 1, 2, 3, 4, 5, 6, 7, 8
union all
select source, year, geo, flow, classification, currency, subject_kind, subject,
       cast(value as decimal(38, 3)) as value, n, last_month
from reconciled_subjects
