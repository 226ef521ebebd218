-- One row per source, geography, subject, year and flow, with the sums for EU27
-- and the world, in US dollars, and what has to be known of each.
--
-- EU27 is the sum of its members, trade among them included. The world is the
-- source's own World row, else the sum over all reporting geographies where enough
-- of them report. Sums are made in exact decimals before anything is converted.
with measured as (
    select t.*, c.coverage, g.kind as geo_kind, g.eu27
    from trade_subjects t
    join trade_coverage c
      on c.source = t.source and c.year = t.year and c.classification = t.classification
     and c.subject = t.subject
    join geographies g on g.geo = t.geo
    cross join trade_rules r
    where t.subject_kind = 'total' or c.coverage >= r.code_coverage_published
),
reporters as (
    select source, year, count(distinct geo) as reporters
    from measured
    where geo_kind <> 'world' and geo_kind <> 'aggregate'
    group by 1, 2
),
places as (
    select source, year, flow, currency, subject_kind, subject, geo, geo_kind, eu27,
           sum(value) as value, sum(n) as n, min(coverage) as coverage,
           max(last_month) as last_month
    from measured
    where geo_kind <> 'aggregate'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
given_world as (
    select distinct source, year, flow, subject from places where geo_kind = 'world'
),
sums as (
    select source, year, flow, currency, subject_kind, subject, geo, value, n, coverage,
           last_month, cast(null as bigint) as members
    from places
    where geo_kind <> 'unspecified'
    union all
    select source, year, flow, currency, subject_kind, subject, 'EU27' as geo, sum(value) as value,
           sum(n) as n, min(coverage) as coverage, max(last_month) as last_month,
           count(distinct geo) as members
    from places
    where eu27
    group by 1, 2, 3, 4, 5, 6
    union all
    select p.source, p.year, p.flow, p.currency, p.subject_kind, p.subject, 'WORLD' as geo,
           sum(p.value) as value, sum(p.n) as n, min(p.coverage) as coverage,
           max(p.last_month) as last_month, cast(null as bigint) as members
    from places p
    join reporters q on q.source = p.source and q.year = p.year
    cross join trade_rules r
    left join given_world w
      on w.source = p.source and w.year = p.year and w.flow = p.flow and w.subject = p.subject
    where q.reporters >= r.world_reporters and w.subject is null
    group by 1, 2, 3, 4, 5, 6
)
select s.source, s.year, s.flow, s.subject_kind, s.subject, s.geo,
       cast(s.value as double) * case when s.currency = 'EUR' then x.usd_per_eur else 1.0 end
           as value_usd,
       s.n, s.members,
       concat_ws(';',
           case when s.coverage < r.code_coverage_full and s.subject_kind <> 'total'
                then 'partial-codes' end,
           case when s.coverage < 1.0 and s.subject_kind = 'total' then 'partial-products' end,
           case when s.members < 27 then 'incomplete-members' end,
           case when s.last_month < 12 then 'incomplete-year' end) as status
from sums s
cross join trade_rules r
left join exchange_rates x on x.year = s.year
where s.currency <> 'EUR' or x.usd_per_eur is not null
